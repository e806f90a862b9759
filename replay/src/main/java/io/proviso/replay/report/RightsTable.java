package io.proviso.replay.report;

import io.proviso.charts.scale.Unit;
import io.proviso.desk.Tail;
import io.proviso.replay.Days;
import io.proviso.replay.ReplayedRound;
import io.proviso.replay.RightsUse;
import io.proviso.replay.Undelivered.Promise;
import io.proviso.replay.Undelivered.Why;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.ScenarioComparison.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the rights did under each scenario, and what came late: a row for all that could happen in at least one of them. A cell
 * says {@code none} where it could have happened and did not, and {@link #CANNOT} where it could not.
 */
public final class RightsTable {
    public static final String CANNOT = "n/a";

    private final List<Compared> compared;
    private final List<Row> rows = new ArrayList<>();

    /** One row; {@code cells} in the order of the scenarios. */
    public record Row(String what, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public RightsTable(ScenarioComparison comparison) {
        this.compared = comparison.compared();
        offers();
        again();
        matches();
        late();
        never();
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    private void offers() {
        Predicate<Compared> asks = one -> one.result().rightsUse().powers().asks();
        count(
                "requests that had to be offered to a holder",
                asks,
                use -> use.rounds().size());
        count("offers made", asks, use -> use.offers().size());
        count("– accepted in full", asks, use -> use.count(ReplayedRound.Ending.ACCEPTED));
        count("– accepted in part", asks, use -> use.count(ReplayedRound.Ending.PARTIAL));
        count("– declined", asks, use -> use.count(ReplayedRound.Ending.DECLINED));
        count("– lapsed", asks, use -> use.count(ReplayedRound.Ending.LAPSED));
        occurred("– moot, the right being over", asks, use -> use.count(ReplayedRound.Ending.MOOT));
        occurred("– still open at the end", asks, use -> use.count(ReplayedRound.Ending.OPEN));
        count("GPUs that the holder took", asks, RightsUse::gpusTaken);
    }

    private void again() {
        Predicate<Compared> again = one -> one.result().rightsUse().powers().reopens();
        count("re-offers, for a bargain beyond what was refused", again, RightsUse::offersAgain);
        for (var metric : Tail.Metric.values()) {
            Predicate<Compared> compares =
                    one -> one.result().rightsUse().powers().compared().contains(metric);
            count(because(metric), compares, use -> use.offersAgain(metric));
        }
        count(
                "tails that expired before a signature",
                one -> one.result().rightsUse().powers().tailEnds(),
                RightsUse::tailsExpired);
        row(
                "days that these added before an award",
                one -> again.test(one) || one.result().rightsUse().powers().tailEnds(),
                RightsTable::days);
    }

    private void matches() {
        Predicate<Compared> matches = one -> one.result().rightsUse().powers().matches();
        count("bargains of others put to the holder", matches, RightsUse::shown);
        row(
                "– matched by it",
                matches,
                use -> use.matched() == 0
                        ? "none"
                        : ReportFigures.whole(use.matched()) + " ("
                                + Unit.share().label((double) use.matched() / use.shown()) + ")");
        row(
                "– below its own price by",
                matches,
                use -> use.matched() == 0 ? "none" : Unit.share().label(use.matchedBelowList()));
    }

    private void late() {
        Predicate<Compared> slips = one -> one.scenario().market().slips();
        count("reservations that came late", slips, use -> use.late().size());
        row(
                "– by, on average",
                slips,
                use -> use.late().isEmpty()
                        ? "none"
                        : days(use.daysLate() / use.late().size()));
        row(
                "– GPU-days lost",
                slips,
                use -> use.late().isEmpty() ? "none" : ReportFigures.whole(Math.round(use.gpuDaysLost())));
        row("– taken off their price", slips, use -> {
            var abatement = use.abatement();
            return abatement == null || abatement.amount().signum() == 0 ? "none" : ReportFigures.money(abatement);
        });
    }

    private void never() {
        Predicate<Compared> ends = RightsTable::mayEnd;
        Predicate<Compared> fails = one -> one.scenario().market().fails();
        var either = ends.or(fails);
        count("reservations that never came", either, use -> use.undelivered().size());
        count("– given up by their provider", fails, use -> use.count(Why.GIVEN_UP_BY_ITS_PROVIDER));
        count("– ended by the customer after the grace", ends, use -> use.count(Why.ENDED_AFTER_THE_GRACE));
        count("– of a holder, whose right then stood aside", either, use -> use.count(Promise.ACCEPTED_BY_A_HOLDER));
        count("– GPUs looked for again", either, RightsUse::gpusUndelivered);
    }

    private static boolean mayEnd(Compared one) {
        var grace = one.scenario().buyer().delivery().grace();
        return grace != null && one.scenario().market().slipsBeyond(grace);
    }

    private void count(String what, Predicate<Compared> can, Function<RightsUse, Number> counted) {
        row(what, can, use -> count(counted.apply(use).longValue()));
    }

    /** Only where it did happen. */
    private void occurred(String what, Predicate<Compared> can, Function<RightsUse, Number> counted) {
        if (compared.stream()
                .anyMatch(one -> counted.apply(one.result().rightsUse()).longValue() > 0)) {
            count(what, can, counted);
        }
    }

    private void row(String what, Predicate<Compared> can, Function<RightsUse, String> cell) {
        if (compared.stream().anyMatch(can)) {
            rows.add(new Row(
                    what,
                    compared.stream()
                            .map(one -> can.test(one) ? cell.apply(one.result().rightsUse()) : CANNOT)
                            .toList()));
        }
    }

    private static String count(long number) {
        return number == 0 ? "none" : ReportFigures.whole(number);
    }

    /** For which later offers kept the customer from awarding. */
    static String days(RightsUse use) {
        return days(Days.in(use.reopened()));
    }

    private static String days(double days) {
        return days == 0 ? "none" : (days < 0.05 ? "less than 0.1" : ReportFigures.tenth(days)) + " days";
    }

    private static String because(Tail.Metric metric) {
        return switch (metric) {
            case PRICE -> "– because of its price";
            case QUANTITY -> "– because of its quantity";
            case START -> "– because of its start";
            case TERM -> "– because of its term";
            case COUNTERPARTY -> "– because of the counterparty";
        };
    }
}
