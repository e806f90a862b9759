package io.proviso.cli;

import picocli.CommandLine.Option;

/** Whether text is to say all, or what fits a screen. */
final class VerboseOption {
    @Option(
            names = {"-v", "--verbose"},
            description = "Text with everything. Default: what fits a screen.")
    private boolean verbose;

    boolean isSet() {
        return verbose;
    }
}
