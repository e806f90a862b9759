package io.proviso.cli;

import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Folded;
import io.proviso.cli.output.Output;
import io.proviso.cli.output.ShellWord;
import java.util.Locale;

/** Starts the {@code proviso} command in a process of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // The same question prints the same bytes on every machine: no locale of the user.
        Locale.setDefault(Locale.ROOT);
        // Only the shell can tell how it was called, and whether stderr is a terminal and how wide; the launcher asks
        // it.
        var console = new Console(
                Output.stdout(),
                Output.stderr(Integer.getInteger("proviso.columns", Folded.COLUMNS)),
                Boolean.getBoolean("proviso.watched"),
                ShellWord.quoted(System.getProperty("proviso.called", Console.NAME)));
        System.exit(run(console, args));
    }

    /** Runs one command within this process and returns its {@link ExitCode}, which is the same whoever read the answer. */
    public static int run(Console console, String... args) {
        int exitCode = ProvisoCommand.commandLine(console).execute(args);
        console.out().flush();
        console.err().flush();
        var failure = console.out().failure();
        if (failure == null) {
            return exitCode;
        }
        console.err().println("proviso: the answer could not be written to stdout (" + failure.getMessage() + ")");
        return ExitCode.UNEXPECTED;
    }
}
