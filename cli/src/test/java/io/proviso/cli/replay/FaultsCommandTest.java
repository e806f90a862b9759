package io.proviso.cli.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.Main;
import io.proviso.cli.RecordedConsole;
import io.proviso.cli.output.ExitCode;
import org.junit.jupiter.api.Test;

class FaultsCommandTest {
    private final RecordedConsole recorded = new RecordedConsole();

    @Test
    void roundsUnderFaultsEndWithTheCurveOfStatesReached() {
        assertEquals(ExitCode.ANSWERED, run("--rounds", "100", "--seed", "3"));
        assertTrue(recorded.out().startsWith("       rounds    distinct states\n          100"), recorded.out());
        assertTrue(recorded.out().contains("\nseed      3\nrounds    100\ncommands  "), recorded.out());
        assertTrue(recorded.out().endsWith("no rule was broken\n"), recorded.out());
    }

    @Test
    void jsonSaysTheSame() {
        assertEquals(ExitCode.ANSWERED, run("--rounds", "8", "-o", "json"));
        assertTrue(recorded.out().contains("\"rounds\" : 8"), recorded.out());
        assertTrue(recorded.out().contains("\"distinctStates\" : "), recorded.out());
        assertTrue(recorded.out().contains("\"failure\" : null"), recorded.out());
    }

    @Test
    void severalThreadsGiveTheAnswerOfOne() {
        run("--rounds", "5000", "--threads", "1");
        var one = recorded.out();
        assertTrue(one.contains("        4,000 "), one);
        run("--rounds", "5000", "--threads", "3");
        assertEquals(one + one, recorded.out());
    }

    @Test
    void aRunThatIsInterruptedDoesNotSayThatNothingWasBroken() {
        Thread.currentThread().interrupt();
        int exitCode = run("--rounds", "5000");
        assertTrue(Thread.interrupted());
        assertEquals(ExitCode.UNEXPECTED, exitCode);
        assertTrue(
                recorded.out().endsWith("interrupted before 5,000 rounds; no rule was broken so far\n"),
                recorded.out());
    }

    @Test
    void noRoundsAreBadInput() {
        assertEquals(ExitCode.BAD_INPUT, run("--rounds", "0"));
        assertEquals("--rounds: 0 rounds show nothing.\nPlay at least 1.\n", recorded.err());
    }

    @Test
    void moreThreadsThanAnyMachineHasAreBadInput() {
        for (var threads : new String[] {"0", "1073741824"}) {
            assertEquals(ExitCode.BAD_INPUT, run("--rounds", "4", "--threads", threads));
            assertTrue(
                    recorded.err().endsWith("--threads: " + threads + " is out of range\nSay 1 to 1000.\n"),
                    recorded.err());
        }
    }

    private int run(String... args) {
        var all = new String[args.length + 1];
        all[0] = "faults";
        System.arraycopy(args, 0, all, 1, args.length);
        return Main.run(recorded.console(), all);
    }
}
