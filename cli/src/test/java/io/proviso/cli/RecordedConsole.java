package io.proviso.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A console that keeps what a command printed. */
final class RecordedConsole {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console;

    /** Nobody watches, as in a test or behind a pipe. */
    RecordedConsole() {
        this(false);
    }

    RecordedConsole(boolean watched) {
        this(watched, Integer.MAX_VALUE, Console.NAME);
    }

    /** On a terminal so wide, under that name; otherwise on one that never folds. */
    RecordedConsole(int columns, String called) {
        this(false, columns, called);
    }

    private RecordedConsole(boolean watched, int columns, String called) {
        console = new Console(new Output(out, true), new Output(err, true, columns), watched, called);
    }

    Console console() {
        return console;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
