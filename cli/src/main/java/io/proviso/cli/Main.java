package io.proviso.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Starts the {@code proviso} command in a process of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // The same question prints the same bytes on every machine: no locale of the user, no encoding of the terminal.
        Locale.setDefault(Locale.ROOT);
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        // Only the shell can tell whether stderr is a terminal; the launcher asks it.
        int exitCode = run(new Console(out, err, Boolean.getBoolean("proviso.watched")), args);
        if (out.checkError()) {
            err.println("proviso: the answer could not be written to stdout");
            exitCode = ExitCode.UNEXPECTED;
        }
        err.flush();
        System.exit(exitCode);
    }

    /** Runs one command within this process and returns its {@link ExitCode}. */
    static int run(Console console, String... args) {
        return ProvisoCommand.commandLine(console).execute(args);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        // Flushed by the line only where somebody watches progress; an answer may be large.
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)),
                descriptor == FileDescriptor.err,
                StandardCharsets.UTF_8);
    }
}
