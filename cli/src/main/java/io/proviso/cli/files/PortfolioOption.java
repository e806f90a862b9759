package io.proviso.cli.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The portfolio a question is put to. */
public final class PortfolioOption implements Answering {
    @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: " + Portfolios.DEFAULT)
    private @Nullable Path directory;

    @Mixin
    private final Supposed supposed = new Supposed();

    @Override
    public @Nullable Path directory() {
        return directory;
    }

    @Override
    public Supposed supposed() {
        return supposed;
    }

    /** Below an answer in brief: how to have all of it, and who gave it where the caller did not say who was to. */
    public String more() {
        return "More: -v" + (directory == null ? "   " + unsaidInBrief() : "\n");
    }
}
