package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.desk.PlantedFault;
import io.proviso.testkit.Bound;
import io.proviso.testkit.Exploration;
import io.proviso.testkit.Explorer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The real desk under every interleaving, see {@link RoundModel}. The bound of answers, notices and held decisions is {@code
 * 1,1,0}; {@code -Dproviso.explore=2,1,1} sets another, see {@code docs/exploration.md} for what that costs.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExplorationTest {
    private static final Bound BOUND = new Bound(100, 30_000_000);

    @ParameterizedTest
    @FieldSource("io.proviso.desk.rounds.Setting#ALL")
    void noInterleavingBreaksARuleAndNoRequestIsStuck(Setting setting) {
        holds(setting, System.getProperty("proviso.explore", "1,1,0"));
    }

    @Test
    void aDecisionOvertakenOutdatedOrLostInACrashBreaksNoRule() {
        holds(Setting.RIGHT_ENDS, "1,1,1");
    }

    private static void holds(Setting setting, String bound) {
        var most = Stream.of(bound.split(",", -1)).map(Integer::parseInt).toList();
        var explored =
                Explorer.explore(new RoundModel(setting, Desk::decide, most.get(0), most.get(1), most.get(2)), BOUND);
        System.out.println(setting + " " + most + ": " + explored);
        assertNull(explored.violation(), explored::toString);
        assertTrue(explored.isComplete(), explored::toString);
    }

    @ParameterizedTest
    @EnumSource
    void everyPlantedFaultIsFoundWithItsShortestHistory(PlantedFault fault) {
        var setting = fault == PlantedFault.RELEASES_BEFORE_THE_REFUSAL ? Setting.RIGHT_ENDS : Setting.STANDARD;
        var violation = explore(setting, fault).violation();
        assertNotNull(violation);
        var broken = Map.of(
                PlantedFault.EXPIRES_WITHOUT_READING_THE_INBOX, "an answer received in time is overtaken by a lapse",
                PlantedFault.LAPSES_AT_THE_DEADLINE, "an offer lapses before its deadline has passed",
                PlantedFault.TAKES_A_SECOND_ANSWER, "the system itself gave up",
                PlantedFault.RELEASES_BEFORE_THE_REFUSAL, "an offer is moot while the right stands",
                PlantedFault.LOSES_THE_REMAINDER, "GPUs are open that nobody is offered");
        var steps = Map.of(
                PlantedFault.EXPIRES_WITHOUT_READING_THE_INBOX, 9,
                PlantedFault.LAPSES_AT_THE_DEADLINE, 7,
                PlantedFault.TAKES_A_SECOND_ANSWER, 5,
                PlantedFault.RELEASES_BEFORE_THE_REFUSAL, 2,
                PlantedFault.LOSES_THE_REMAINDER, 4);
        assertTrue(violation.toString().startsWith(broken.get(fault)), violation::toString);
        assertEquals(steps.get(fault), violation.history().size(), violation::toString);
    }

    @Test
    void aFoundFaultReadsAsAStory() {
        var story = """
                GPUs are open that nobody is offered
                  1. Request  ->  [Requested, Offered]
                  2. a complete notice arrives
                  3. the holder writes a1: accepts 6000
                  4. Answer a1 of 2025-01-15T17:00:00Z: accepts 6000  ->  [Received, Accepted, Reserved, Invited]
                """;
        var violation =
                explore(Setting.STANDARD, PlantedFault.LOSES_THE_REMAINDER).violation();
        assertNotNull(violation);
        assertEquals(story, violation.toString());
    }

    private static Exploration explore(Setting setting, Rules rules) {
        return Explorer.explore(new RoundModel(setting, rules, 1, 1, 0), BOUND);
    }
}
