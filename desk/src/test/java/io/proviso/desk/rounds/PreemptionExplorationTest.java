package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.desk.PlantedPreemptionFault;
import io.proviso.testkit.Bound;
import io.proviso.testkit.Exploration;
import io.proviso.testkit.Explorer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The real desk under every interleaving of what rights that go further allow, see {@link PreemptionModel}. The bound of answers
 * to an offer and of offers is {@code 1,2}; {@code -Dproviso.explore.preemption=2,3} sets another, see {@code docs/exploration.md}.
 */
@Execution(ExecutionMode.CONCURRENT)
class PreemptionExplorationTest {
    private static final Bound BOUND = new Bound(100, 30_000_000);

    @ParameterizedTest
    @FieldSource("io.proviso.desk.rounds.PreemptionSetting#ALL")
    void noInterleavingBreaksARuleAndNoRequestIsStuck(PreemptionSetting setting) {
        var most = Stream.of(
                        System.getProperty("proviso.explore.preemption", "1,2").split(",", -1))
                .map(Integer::parseInt)
                .toList();
        var explored = explore(setting, Desk::decide, most.get(0), most.get(1));
        System.out.println(setting + " " + most + ": " + explored);
        assertNull(explored.violation(), explored::toString);
        assertTrue(explored.isComplete(), explored::toString);
    }

    @Test
    void noCounterIsAcceptedOverAnAnswerThatNobodyHasRead() {
        var explored = explore(PreemptionSetting.EXTENDS_ON_CLOSED_DAYS, Desk::decide, 2, 2);
        assertNull(explored.violation(), explored::toString);
        assertTrue(explored.isComplete(), explored::toString);
    }

    @ParameterizedTest
    @EnumSource
    void everyPlantedFaultIsFound(PlantedPreemptionFault fault) {
        var violation = explore(fault.setting(), fault, fault.answers(), 2).violation();
        assertNotNull(violation);
        System.out.println(fault + ": " + violation.history().size() + " steps");
        assertTrue(violation.toString().startsWith(fault.broken()), violation::toString);
    }

    private static Exploration explore(PreemptionSetting setting, Rules rules, int answers, int offers) {
        return Explorer.explore(new PreemptionModel(setting, rules, answers, offers), BOUND);
    }
}
