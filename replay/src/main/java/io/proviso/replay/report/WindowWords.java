package io.proviso.replay.report;

import io.proviso.calendar.Window;
import io.proviso.charts.scale.Unit;
import io.proviso.replay.study.AcceptanceGrid;
import io.proviso.replay.study.Estimate;
import io.proviso.replay.study.SweepPoint;
import io.proviso.replay.study.WindowPrice;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a longer window changes, in sentences that follow from the figures beside them. */
final class WindowWords {
    private WindowWords() {}

    /** How the longest window compares with the shortest. */
    static String finding(WindowPrice price) {
        var first = price.points().getFirst();
        var last = price.points().getLast();
        if (price.points().size() == 1) {
            return "Under " + price.scenario() + ", only a response window of " + words(first.window()) + " was tried: "
                    + meanWait(first);
        }
        var difference = price.difference();
        if (!difference.isKnown()) {
            return "Under " + price.scenario() + ", nothing can be told of a response window of "
                    + words(last.window()) + " against one of " + words(first.window()) + ": in no seed did jobs begin"
                    + " with both";
        }
        if (difference.isNone()) {
            return "Under " + price.scenario() + ", the mean job waits as long with a response window of "
                    + words(last.window()) + " as with one of " + words(first.window()) + ", " + inSeeds(difference);
        }
        return difference.isDistinct()
                ? distinct(price.scenario(), first, last, difference)
                : "Under " + price.scenario() + ", " + seeds(difference.seeds())
                        + " cannot tell the mean wait with a response window of " + words(last.window()) + " ("
                        + ReportFigures.time(last.meanWait().mean()) + ") from that with " + words(first.window())
                        + " (" + ReportFigures.time(first.meanWait().mean()) + ")";
    }

    private static String distinct(String scenario, SweepPoint first, SweepPoint last, Estimate difference) {
        double low = Math.abs(difference.low());
        double high = Math.abs(difference.high());
        return "Under " + scenario + ", a response window of " + words(last.window()) + " makes the mean job wait "
                + ReportFigures.time(Math.abs(difference.mean())) + longer(difference.mean())
                + " than one of " + words(first.window()) + " (95 % interval "
                + ReportFigures.time(Math.min(low, high)) + " to "
                + ReportFigures.time(Math.max(low, high)) + ")";
    }

    private static String meanWait(SweepPoint point) {
        return point.meanWait().isKnown()
                ? "the mean job waits " + ReportFigures.time(point.meanWait().mean())
                : "no job began";
    }

    private static String inSeeds(Estimate difference) {
        return difference.seeds() == 1 ? "in the one seed" : "in each of " + difference.seeds() + " seeds";
    }

    private static String longer(double difference) {
        return difference > 0 ? " longer" : " less";
    }

    /** How the longest window compares with the shortest where the holder would accept least, and where most. */
    static String acceptedWaits(AcceptanceGrid grid) {
        return compared(
                grid,
                "makes the mean job wait ",
                SweepPoint::waits,
                difference -> ReportFigures.time(Math.abs(difference)) + longer(difference));
    }

    static String acceptedCosts(AcceptanceGrid grid, Unit money) {
        var costs = compared(
                grid,
                "makes capacity cost ",
                SweepPoint::costs,
                difference -> money.label(Math.abs(difference)) + (difference > 0 ? " more" : " less"));
        return grid.rows().size() == 1 ? costs : costs + ", with the waits above";
    }

    private static String compared(
            AcceptanceGrid grid,
            String makes,
            Function<SweepPoint, List<Double>> figure,
            DoubleFunction<String> words) {
        var first = grid.rows().getFirst().getFirst().window();
        var last = grid.rows().getLast().getFirst().window();
        if (grid.rows().size() == 1) {
            return "Under " + grid.scenario() + ", only a response window of " + first
                    + " was tried, and it compares with none";
        }
        return "Under " + grid.scenario() + ", a response window of " + last + " instead of " + first + " " + makes
                + atBothEnds(grid, figure, words);
    }

    private static String atBothEnds(
            AcceptanceGrid grid, Function<SweepPoint, List<Double>> figure, DoubleFunction<String> words) {
        var row = grid.rows().getFirst();
        return IntStream.of(0, row.size() - 1)
                .distinct()
                .mapToObj(column -> difference(grid.lastLessFirst(column, figure), words)
                        + " where the holder would accept "
                        + ReportFigures.share(row.get(column).accepts()) + " of the offers")
                .collect(Collectors.joining(", and "));
    }

    private static String difference(Estimate difference, DoubleFunction<String> words) {
        if (!difference.isKnown()) {
            return "nobody can tell what, no job having begun,";
        }
        if (difference.isNone()) {
            return "the same, " + inSeeds(difference) + ",";
        }
        return difference.isDistinct()
                ? words.apply(difference.mean())
                : "the same, as far as " + seeds(difference.seeds()) + (difference.seeds() == 1 ? " tells," : " tell,");
    }

    static String seeds(int count) {
        return count == 1 ? "1 seed" : count + " seeds";
    }

    static String words(Window window) {
        return window instanceof Window.BusinessDays(int n) && n == 0
                ? "0 business days (the same day)"
                : window.toString();
    }

    /** How far the means of a grid can be trusted. */
    static String precision(AcceptanceGrid grid, long firstSeed, Unit money) {
        int seeds = grid.seeds();
        if (seeds < 2) {
            return "Each cell is one run with seed " + firstSeed + ", hence without an interval.";
        }
        return "Each cell is the mean over " + seeds + " seeds (" + firstSeed
                + " and following), the same in every cell; the widest 95 % interval is "
                + ReportFigures.time(widest(grid, SweepPoint::meanWait)) + " to either side of a mean wait and "
                + money.label(widest(grid, SweepPoint::cost))
                + " of a cost. The differences in the findings are taken seed by seed.";
    }

    private static double widest(AcceptanceGrid grid, Function<SweepPoint, Estimate> figure) {
        return grid.rows().stream()
                .flatMap(List::stream)
                .map(figure)
                .filter(Estimate::isKnown)
                .mapToDouble(estimate -> estimate.high() - estimate.mean())
                .max()
                .orElse(0);
    }
}
