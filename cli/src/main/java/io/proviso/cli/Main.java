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
        int exitCode = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** Runs one command within this process and returns its {@link ExitCode}. */
    static int run(PrintStream out, PrintStream err, String... args) {
        return ProvisoCommand.commandLine(new Console(out, err)).execute(args);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }
}
