package io.proviso.cli;

import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Folded;
import io.proviso.cli.output.Output;
import java.util.Locale;

/**
 * Runs what people run most, unheard and within one process, so that the JVM can remember the classes of all of it: the launcher makes
 * its start-up cache from this. Not a command.
 */
public final class Rehearsal {
    private static final String[][] RUNS = {
        {"ask", "act=acquire", "provider=oracle", "capacity=new", "--as-of", "2025-02-01"},
        {"ask", "act=acquire", "provider=oracle", "capacity=new", "--as-of", "2025-02-01", "-o", "json"},
        {
            "deadline",
            "--calendar",
            "us-federal",
            "--zone",
            "America/Los_Angeles",
            "--received",
            "2025-01-17T18:30",
            "--window",
            "10 business days"
        },
    };

    private Rehearsal() {}

    /** Exits with the code of the first run that went wrong, if one did. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        for (var run : RUNS) {
            int exitCode =
                    Main.run(new Console(Output.unheard(), Output.stderr(Folded.COLUMNS), false, Console.NAME), run);
            if (exitCode != ExitCode.ANSWERED) {
                System.exit(exitCode);
            }
        }
    }
}
