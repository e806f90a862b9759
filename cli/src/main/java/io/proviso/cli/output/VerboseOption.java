package io.proviso.cli.output;

import picocli.CommandLine.Option;

/** Whether text is to say all, or what fits a screen. */
public final class VerboseOption {
    @Option(
            names = {"-v", "--verbose"},
            description = "Text with everything. Default: what fits a screen.")
    private boolean verbose;

    public boolean isSet() {
        return verbose;
    }
}
