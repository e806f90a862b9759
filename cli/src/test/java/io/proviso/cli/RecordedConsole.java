package io.proviso.cli;

import io.proviso.cli.output.Console;
import io.proviso.cli.output.Output;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A console that keeps what a command printed. */
public final class RecordedConsole {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console;

    /** Nobody watches, as in a test or behind a pipe. */
    public RecordedConsole() {
        this(false);
    }

    public RecordedConsole(boolean watched) {
        this(watched, Integer.MAX_VALUE, Console.NAME);
    }

    /** On a terminal so wide, under that name; otherwise on one that never folds. */
    public RecordedConsole(int columns, String called) {
        this(false, columns, called);
    }

    private RecordedConsole(boolean watched, int columns, String called) {
        console = new Console(new Output(out, true), new Output(err, true, columns), watched, called);
    }

    public Console console() {
        return console;
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
