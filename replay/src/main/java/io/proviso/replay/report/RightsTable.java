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
        Predicate<Compared> asks = one -> one.result().exercise().powers().asks();
        count(
                "requests that had to be offered to a holder",
                asks,
                exercise -> exercise.rounds().size());
        count("offers made", asks, exercise -> exercise.offers().size());
        count("– accepted in full", asks, exercise -> exercise.count(ReplayedRound.Ending.ACCEPTED));
        count("– accepted in part", asks, exercise -> exercise.count(ReplayedRound.Ending.PARTIAL));
        count("– declined", asks, exercise -> exercise.count(ReplayedRound.Ending.DECLINED));
        count("– lapsed", asks, exercise -> exercise.count(ReplayedRound.Ending.LAPSED));
        occurred("– moot, the right being over", asks, exercise -> exercise.count(ReplayedRound.Ending.MOOT));
        occurred("– still open at the end", asks, exercise -> exercise.count(ReplayedRound.Ending.OPEN));
        count("GPUs that the holder took", asks, RightsUse::gpusTaken);
    }

    private void again() {
        Predicate<Compared> again = one -> one.result().exercise().powers().reopens();
        count("re-offers, for a bargain beyond what was refused", again, RightsUse::offersAgain);
        for (var metric : Tail.Metric.values()) {
            Predicate<Compared> compares =
                    one -> one.result().exercise().powers().compared().contains(metric);
            count(because(metric), compares, exercise -> exercise.offersAgain(metric));
        }
        count(
                "tails that expired before a signature",
                one -> one.result().exercise().powers().tailEnds(),
                RightsUse::tailsExpired);
        row(
                "days that these added before an award",
                one -> again.test(one) || one.result().exercise().powers().tailEnds(),
                RightsTable::days);
    }

    private void matches() {
        Predicate<Compared> matches = one -> one.result().exercise().powers().matches();
        count("bargains of others put to the holder", matches, RightsUse::shown);
        row(
                "– matched by it",
                matches,
                exercise -> exercise.matched() == 0
                        ? "none"
                        : ReportFigures.whole(exercise.matched()) + " ("
                                + Unit.share().label((double) exercise.matched() / exercise.shown()) + ")");
        row(
                "– below its own price by",
                matches,
                exercise -> exercise.matched() == 0 ? "none" : Unit.share().label(exercise.matchedBelowList()));
    }

    private void late() {
        Predicate<Compared> slips = one -> one.scenario().market().slips();
        count("reservations that came late", slips, exercise -> exercise.late().size());
        row(
                "– by, on average",
                slips,
                exercise -> exercise.late().isEmpty()
                        ? "none"
                        : days(exercise.daysLate() / exercise.late().size()));
        row(
                "– GPU-days lost",
                slips,
                exercise ->
                        exercise.late().isEmpty() ? "none" : ReportFigures.whole(Math.round(exercise.gpuDaysLost())));
        row("– taken off their price", slips, exercise -> {
            var abatement = exercise.abatement();
            return abatement == null || abatement.amount().signum() == 0 ? "none" : ReportFigures.money(abatement);
        });
    }

    private void never() {
        Predicate<Compared> ends = RightsTable::mayEnd;
        Predicate<Compared> fails = one -> one.scenario().market().fails();
        var either = ends.or(fails);
        count(
                "reservations that never came",
                either,
                exercise -> exercise.undelivered().size());
        count("– given up by their provider", fails, exercise -> exercise.count(Why.GIVEN_UP_BY_ITS_PROVIDER));
        count("– ended by the customer after the grace", ends, exercise -> exercise.count(Why.ENDED_AFTER_THE_GRACE));
        count(
                "– of a holder, whose right then stood aside",
                either,
                exercise -> exercise.count(Promise.ACCEPTED_BY_A_HOLDER));
        count("– GPUs looked for again", either, RightsUse::gpusUndelivered);
    }

    private static boolean mayEnd(Compared one) {
        var grace = one.scenario().buyer().delivery().grace();
        return grace != null && one.scenario().market().slipsBeyond(grace);
    }

    private void count(String what, Predicate<Compared> can, Function<RightsUse, Number> counted) {
        row(what, can, exercise -> count(counted.apply(exercise).longValue()));
    }

    /** Only where it did happen. */
    private void occurred(String what, Predicate<Compared> can, Function<RightsUse, Number> counted) {
        if (compared.stream()
                .anyMatch(one -> counted.apply(one.result().exercise()).longValue() > 0)) {
            count(what, can, counted);
        }
    }

    private void row(String what, Predicate<Compared> can, Function<RightsUse, String> cell) {
        if (compared.stream().anyMatch(can)) {
            rows.add(new Row(
                    what,
                    compared.stream()
                            .map(one -> can.test(one) ? cell.apply(one.result().exercise()) : CANNOT)
                            .toList()));
        }
    }

    private static String count(long number) {
        return number == 0 ? "none" : ReportFigures.whole(number);
    }

    /** For which later offers kept the customer from awarding. */
    static String days(RightsUse exercise) {
        return days(Days.in(exercise.reopened()));
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
