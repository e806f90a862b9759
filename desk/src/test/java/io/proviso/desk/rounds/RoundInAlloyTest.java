package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.desk.PlantedFault;
import io.proviso.desk.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The second opinion on a round: what the model {@code src/test/alloy/round.als} claims, and its histories on the real desk.
 *
 * <p>{@code -Dproviso.alloy=3,13,200} checks with up to three rows, answers and GPUs over thirteen steps, and follows 200
 * histories of each scenario; a build does with {@code 2,7,5}.
 */
class RoundInAlloyTest {
    private static final List<Integer> BOUND = Stream.of(
                    System.getProperty("proviso.alloy", "2,7,5").split(",", -1))
            .map(Integer::valueOf)
            .toList();

    /** What is quiet stays quiet, so that no two histories differ by that alone. */
    private static final String QUIET_AT_THE_END = "always (Step.act = Crash implies always Step.act = Crash)";

    private static final List<ModelHistory> HISTORIES = histories(BOUND.get(2));

    @Test
    void everyPropertyHoldsWithinTheBound() {
        var model = RoundInAlloy.checkedFor(BOUND.get(0), BOUND.get(1));
        assertEquals(7, model.checks().size());
        for (var check : model.checks()) {
            var counterexample = model.solve(check);
            assertFalse(counterexample.satisfiable(), () -> check.label + " fails:\n" + counterexample);
        }
    }

    @Test
    void everyRuleBrokenOnPurposeBreaksAProperty() {
        var model = RoundInAlloy.checkedFor(BOUND.get(0), BOUND.get(1));
        assertEquals(9, model.faults().size());
        for (var fault : model.faults()) {
            assertTrue(model.solve(fault).satisfiable(), () -> fault.label + " breaks nothing");
        }
    }

    @Test
    void theDeskStandsWhereTheModelStandsAfterEachStepOfEachHistory() {
        var acts = HISTORIES.stream()
                .flatMap(history -> history.steps().stream())
                .map(ModelHistory.Step::act)
                .filter(act -> !act.equals("Crash"))
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.println(HISTORIES.size() + " histories of the model with " + acts.size() + " kinds of step");

        assertEquals(20, acts.size(), acts::toString);
        HISTORIES.forEach(history -> HistoryOnDesk.follow(history, Desk::decide));
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryOfTheModelShowsEachFaultPlantedInTheDesk(PlantedFault fault) {
        assertTrue(HISTORIES.stream().anyMatch(history -> departs(history, fault)), fault + " goes unnoticed");
    }

    private static boolean departs(ModelHistory history, Rules rules) {
        try {
            HistoryOnDesk.follow(history, rules);
            return false;
        } catch (AssertionError | IllegalStateException | IllegalArgumentException _) {
            return true;
        }
    }

    @Test
    void aWaiverBeforeTheReceiptIsItsReceipt() {
        var round = Round.requested(Contract.standard());
        round.then(round.answerNow(new Response.Waives()));

        assertEquals("Requested Offered Received Waived RemainderReleased Invited", round.story());
    }

    private static List<ModelHistory> histories(int ofEachScenario) {
        var model = RoundInAlloy.given(QUIET_AT_THE_END);
        var byStory = new LinkedHashMap<String, ModelHistory>();
        for (var scenario : model.scenarios()) {
            var histories = model.histories(scenario, ofEachScenario);
            assertFalse(histories.isEmpty(), scenario.label);
            histories.forEach(history -> byStory.put(history.story(), history));
        }
        return List.copyOf(byStory.values());
    }
}
