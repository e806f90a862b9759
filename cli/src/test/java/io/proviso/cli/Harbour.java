package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;

/** A small made-up portfolio: exclusivity gives way to first refusal, with one clause that only the customer may read. */
final class Harbour {
    static final Path DIRECTORY =
            Path.of(System.getProperty("proviso.root", ".")).resolve("cli/src/test/resources/io/proviso/cli/harbour");

    private Harbour() {}

    /** Runs a command that takes the portfolio as a parameter. */
    static Ran on(String command, String... more) {
        var args = new ArrayList<>(Arrays.asList(command, DIRECTORY.toString()));
        args.addAll(Arrays.asList(more));
        return proviso(args);
    }
}
