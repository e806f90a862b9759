package io.proviso.replay;

import io.proviso.calendar.Window;
import io.proviso.charts.Unit;
import io.proviso.desk.Basis;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a comparison found, in sentences that follow from its numbers, whatever they show. */
final class Findings {
    /** What every replay assumes, whatever its scenarios say. */
    static final List<String> MODEL = List.of(
            "All capacity is one pool of equal GPUs with one queue, strictly first in, first out; a job may take its GPUs from several providers, which real fabrics would not allow.",
            "The customer knows the run time of a job when it is submitted, as from a quota request; its forecast is the work submitted of late.",
            "It begins with an empty queue, and no warm-up is cut off. The customer reviews until the last submission.",
            "A notice reaches the holder of first refusal at once.",
            "Capacity is paid for from delivery to the end of its term, used or not; what was reserved from the start, throughout.");

    private final List<ScenarioComparison.Compared> byMedian;
    private final ScenarioComparison comparison;

    Findings(ScenarioComparison comparison) {
        this.comparison = comparison;
        this.byMedian = comparison.compared().stream()
                .sorted(Comparator.comparingDouble(Findings::median))
                .toList();
    }

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        sentences.add((neverBegan().isEmpty() ? "The mean job waits " : "The mean job that began waited ")
                + joined(comparison.compared().stream().map(Findings::meanWait).toList()) + seeds() + ".");
        if (!neverBegan().isEmpty()) {
            sentences.add("Never began, and in no mean: " + joined(neverBegan()) + " (seed "
                    + comparison.seeds().first() + ").");
        }
        sentences.addAll(asked());
        var price = comparison.price();
        if (price != null) {
            sentences.add(window(price) + ".");
        }
        var acceptance = comparison.acceptance();
        if (acceptance != null) {
            sentences.add(acceptedWaits(acceptance) + ".");
        }
        sentences.add("In the run that the pictures show (seed "
                + comparison.seeds().first() + "), "
                + joined(each(one -> Unit.share().label(one.result().demand().unmetShare()) + " under " + one.name()))
                + " of the GPU-hours wanted, by running and waiting jobs, were above the capacity there was;"
                + " what was reserved cost "
                + joined(each(one -> ReportFigures.money(one.result().account().cost()))) + ".");
        return sentences;
    }

    /** How often holders were asked again, a sentence for each scenario in which they could be. */
    private List<String> asked() {
        return comparison.compared().stream()
                .filter(one -> one.result().exercise().powers().reopens()
                        || one.result().exercise().powers().tailEnds())
                .map(one -> asked(one.name(), one.result().exercise()))
                .toList();
    }

    private String asked(String scenario, Exercise exercise) {
        long again = exercise.offersAgain();
        long expired = exercise.tailsExpired();
        if (again + expired == 0) {
            return "Under " + scenario + " no refusal had to be asked for twice (seed "
                    + comparison.seeds().first() + ").";
        }
        return "Under " + scenario + " the holder was asked again " + times(again)
                + " because a bargain went beyond what it had refused"
                + (expired == 0 ? "" : ", and " + times(expired) + " because nothing was signed in time")
                + "; that put off awards by "
                + RightsTable.days(exercise) + " in all, over "
                + rounds(exercise) + " (seed " + comparison.seeds().first() + ").";
    }

    private static String rounds(Exercise exercise) {
        int rounds = exercise.rounds().size();
        return rounds == 1 ? "1 round" : rounds + " rounds";
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    private List<String> neverBegan() {
        return comparison.compared().stream()
                .filter(one -> one.result().waiting().neverStarted() > 0)
                .map(one -> ReportFigures.whole(one.result().waiting().neverStarted()) + " of "
                        + ReportFigures.whole(one.result().waiting().queued()) + " jobs under " + one.name())
                .toList();
    }

    private String seeds() {
        int count = comparison.seeds().count();
        return count == 1
                ? " (one seed, hence no interval)"
                : " (means over " + count + " seeds with their 95 % intervals)";
    }

    private static String meanWait(ScenarioComparison.Compared one) {
        var wait = one.meanWait();
        return ReportFigures.time(wait.mean()) + " under " + one.name()
                + (wait.seeds() < 2 ? "" : " (" + ReportFigures.interval(wait) + ")");
    }

    private List<String> each(Function<ScenarioComparison.Compared, String> text) {
        return comparison.compared().stream().map(text).toList();
    }

    /** What the waits say, shorter. */
    String waits() {
        var least = byMedian.getFirst();
        var most = byMedian.getLast();
        if (byMedian.size() < 2) {
            return "Half of the jobs wait " + ReportFigures.time(median(least)) + " or less";
        }
        return median(most) < 1.05 * median(least)
                ? "The scenarios hardly differ in how long jobs wait"
                : "Half of the jobs wait more than " + ReportFigures.time(median(least)) + " under " + least.name()
                        + ", and more than " + ReportFigures.time(median(most)) + " under " + most.name();
    }

    static String window(WindowPrice price) {
        var first = price.points().getFirst();
        var last = price.points().getLast();
        var difference = price.difference();
        if (!difference.isDistinct()) {
            return "Under " + price.scenario() + ", " + difference.seeds()
                    + (difference.seeds() == 1 ? " seed" : " seeds")
                    + " cannot tell the mean wait with a response window of " + words(last.window()) + " ("
                    + ReportFigures.time(last.meanWait().mean()) + ") from that with " + words(first.window()) + " ("
                    + ReportFigures.time(first.meanWait().mean()) + ")";
        }
        return "Under " + price.scenario() + ", a response window of " + words(last.window())
                + " makes the mean job wait "
                + ReportFigures.time(Math.abs(difference.mean())) + (difference.mean() > 0 ? " longer" : " less")
                + " than one of " + words(first.window()) + " (95 % interval "
                + ReportFigures.time(Math.min(Math.abs(difference.low()), Math.abs(difference.high()))) + " to "
                + ReportFigures.time(Math.max(Math.abs(difference.low()), Math.abs(difference.high()))) + ")";
    }

    /** How the longest window compares with the shortest where the holder would accept least, and where most. */
    static String acceptedWaits(AcceptanceGrid grid) {
        return "Under " + grid.scenario() + ", " + lastForFirst(grid) + " makes the mean job wait "
                + atBothEnds(
                        grid,
                        SweepPoint::waits,
                        difference ->
                                ReportFigures.time(Math.abs(difference)) + (difference > 0 ? " longer" : " less"));
    }

    static String acceptedCosts(AcceptanceGrid grid, Unit money) {
        return "Under " + grid.scenario() + ", " + lastForFirst(grid) + " makes capacity cost "
                + atBothEnds(
                        grid,
                        SweepPoint::costs,
                        difference -> money.label(Math.abs(difference)) + (difference > 0 ? " more" : " less"))
                + ", with the waits above";
    }

    private static String lastForFirst(AcceptanceGrid grid) {
        return "a response window of " + grid.rows().getLast().getFirst().window() + " instead of "
                + grid.rows().getFirst().getFirst().window();
    }

    private static String atBothEnds(
            AcceptanceGrid grid, Function<SweepPoint, List<Double>> figure, DoubleFunction<String> words) {
        var row = grid.rows().getFirst();
        return IntStream.of(0, row.size() - 1)
                .distinct()
                .mapToObj(column -> {
                    var difference = grid.lastLessFirst(column, figure);
                    return (difference.isDistinct()
                                    ? words.apply(difference.mean())
                                    : "the same, as far as " + seeds(difference.seeds()) + " tell,")
                            + " where the holder would accept "
                            + Unit.share().label(row.get(column).accepts()) + " of the offers";
                })
                .collect(Collectors.joining(", and "));
    }

    static String seeds(int count) {
        return count == 1 ? "1 seed" : count + " seeds";
    }

    static String words(Window window) {
        return window instanceof Window.BusinessDays(int n) && n == 0
                ? "0 business days (the same day)"
                : window.toString();
    }

    /** Which day's portfolio rules. */
    static String basis(Scenario scenario, ZoneId zone) {
        var overrides = scenario.ground().overrides().isEmpty()
                ? ""
                : ", with "
                        + scenario.ground().overrides().stream()
                                .map(ClauseOverride::toString)
                                .collect(Collectors.joining(", "));
        return switch (scenario.ground().basis()) {
            case Basis.Frozen(Instant asOf, Instant _) ->
                "the agreements as of " + asOf.atZone(zone).toLocalDate() + overrides;
            case Basis.Hindsight _, Basis.Live _ -> "the agreements move with the clock" + overrides;
        };
    }

    private static double median(ScenarioComparison.Compared one) {
        return one.result().waiting().summary().waits().p50();
    }

    static String joined(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
