package io.proviso.faults;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.desk.rounds.Desk;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class FaultsSimulationTest {
    private static final long ROUNDS = 40_000;
    /** Of the half a million rounds of the first seeds, which take a core more than a minute; the parts run side by side. */
    private static final long A_TENTH = 50_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void noRuleIsBrokenUnderAnyFault(int tenth) {
        var report = new FaultsSimulation().run(A_TENTH, 1 + tenth * A_TENTH / FaultsEpisode.ROUNDS);
        assertNull(report.failure(), () -> String.valueOf(report.failure()));
        assertEquals(A_TENTH, report.rounds());
        assertTrue(report.curve().getLast().states() > 1_000, report.curve()::toString);
    }

    @Test
    void oneSeedGivesOneReport() {
        var once = new FaultsSimulation().run(1_000, 7);
        assertEquals(once, new FaultsSimulation().run(1_000, 7));
    }

    /** A rule of which nobody has shown that it can be broken may as well not be there. */
    @Test
    void everyRuleOfTheWitnessIsBrokenByAFaultThatIsPlanted() {
        assertEquals(
                Stream.of(FaultsRule.values()).map(FaultsRule::text).collect(toSet()),
                Stream.of(PlantedFault.values())
                        .map(fault -> fault.broken.text())
                        .collect(toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedFaultIsFoundAndToldInAHistoryFromWhichNothingCanBeLeftOut(PlantedFault fault) {
        var failure = new FaultsSimulation(fault.rules).run(ROUNDS, 1).failure();
        assertNotNull(failure);
        assertEquals(fault.broken.text(), failure.broken(), failure::toString);
        assertTrue(failure.history().size() <= 50, () -> String.join("\n", failure.history()));
        var again = new FaultsSimulation(fault.rules).run(1, failure.seed());
        assertEquals(failure, again.failure());
    }

    @Test
    void whatTheDeskThrowsIsTold() {
        var failure = new FaultsSimulation(PlantedFault.LOSES_ITS_HEAD.rules)
                .run(ROUNDS, 1)
                .failure();
        assertNotNull(failure);
        assertEquals(
                "the desk throws java.util.NoSuchElementException: nobody to award to",
                failure.history().getLast());
    }

    @Test
    void everyRequestIsPutInAndComesToItsEnd() {
        for (long seed = 1; seed <= 500; seed++) {
            var episode = new FaultsEpisode(Desk::decide, new FaultsPortfolios().of(seed), true, _ -> {}, null);
            assertNull(episode.play(FaultsEpisode.words(seed, 0)));
            assertEquals(FaultsEpisode.ROUNDS, episode.ended());
        }
    }

    @Test
    void anotherSeedHasOtherRights() {
        var portfolios = new FaultsPortfolios();
        assertEquals(
                1,
                Arrays.stream(new long[] {1, 33, 4065})
                        .mapToObj(portfolios::of)
                        .distinct()
                        .count());
        assertNotEquals(portfolios.of(1).holders(), portfolios.of(4097).holders());
    }
}
