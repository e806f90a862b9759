package io.proviso.replay.report;

import io.proviso.desk.Basis;
import io.proviso.replay.scenario.ClauseOverride;
import io.proviso.replay.scenario.Scenario;
import io.proviso.replay.study.ScenarioComparison;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a comparison found, in sentences that follow from its numbers, whatever they show. */
public final class ReportSentences {
    /** What every replay assumes, whatever its scenarios say. */
    static final List<String> MODEL = List.of(
            "All capacity is one pool of equal GPUs with one queue, strictly first in, first out; a job may take its"
                    + " GPUs from several providers, which real fabrics would not allow.",
            "The customer knows the run time of a job when it is submitted, as from a quota request; its forecast is"
                    + " the work submitted of late.",
            "It begins with an empty queue, and no warm-up is cut off. The customer reviews until the last submission,"
                    + " and once at least.",
            "A notice reaches the holder of first refusal at once.",
            "Capacity is paid for from delivery to the end of its term, used or not; what was reserved from the start,"
                    + " throughout.");

    private final ScenarioComparison comparison;

    public ReportSentences(ScenarioComparison comparison) {
        this.comparison = comparison;
    }

    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        var seeds = comparison.seeds();
        var waits = WaitWords.Figures.of(comparison);
        sentences.add(WaitWords.mean(waits, seeds));
        sentences.add(WaitWords.neverBegan(waits, seeds));
        sentences.addAll(asked());
        var price = comparison.price();
        if (price != null) {
            sentences.add(WindowWords.finding(price) + ".");
        }
        var acceptance = comparison.acceptance();
        if (acceptance != null) {
            sentences.add(WindowWords.acceptedWaits(acceptance) + ".");
        }
        var unmet = CapacityWords.unmet(CapacityWords.Unmet.of(comparison));
        var cost = CostWords.cost(CostWords.Cost.of(comparison));
        sentences.add(
                passes()
                        ? "In the run that the pictures show (seed " + seeds.first() + "): " + inner(unmet) + "; "
                                + inner(cost) + "."
                        : "All jobs were submitted at one instant: no time passes until the last submission, and so"
                                + " nothing is counted of capacity, cost and what is wanted.");
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    private boolean passes() {
        return comparison.compared().stream()
                .anyMatch(one -> one.result()
                        .account()
                        .horizon()
                        .isAfter(one.scenario().demand().start()));
    }

    /** As it goes on after a colon. */
    private static String inner(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** How often holders were asked again, a sentence for each scenario in which they could be. */
    private List<String> asked() {
        return comparison.compared().stream()
                .filter(one -> one.result().rightsUse().powers().reopens()
                        || one.result().rightsUse().powers().tailEnds())
                .map(one -> RightsWords.asked(
                        one.name(), one.result().rightsUse(), comparison.seeds().first()))
                .toList();
    }

    /** Which day's portfolio rules. */
    static String basis(Scenario scenario, ZoneId zone) {
        var overrides = scenario.ground().overrides().isEmpty()
                ? ""
                : ", with "
                        + scenario.ground().overrides().stream()
                                .map(ClauseOverride::words)
                                .collect(Collectors.joining(", "));
        return switch (scenario.ground().basis()) {
            case Basis.Frozen(Instant asOf, Instant _) ->
                "the agreements as of " + asOf.atZone(zone).toLocalDate() + overrides;
            case Basis.Hindsight _, Basis.Live _ -> "the agreements move with the clock" + overrides;
        };
    }
}
