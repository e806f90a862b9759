package io.proviso.cli;

import io.proviso.agreement.Portfolio;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The portfolio a question is put to. */
final class PortfolioOption {
    @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: " + Portfolios.DEFAULT)
    private @Nullable Path directory;

    @Mixin
    private final Supposed supposed = new Supposed();

    Portfolio read() {
        return supposed.read(directory);
    }

    Supposed supposed() {
        return supposed;
    }

    /** As a command takes it; empty where it need not be said. */
    String option() {
        return (directory == null ? "" : " --portfolio " + ShellWord.quoted(directory.toString())) + supposed.option();
    }

    /** Below an answer, where the caller did not say who was to give it. */
    String unsaid() {
        return directory == null ? "\n" + whose() + "\n" : "";
    }

    /** Below an answer in brief: how to have all of it, and who gave it where the caller did not say who was to. */
    String more() {
        return "More: -v" + (directory == null ? "   Portfolio: " + Portfolios.inBrief() + " (--portfolio DIR)" : "")
                + "\n";
    }

    /** A sentence on who answers. */
    String whose() {
        return Portfolios.whose(directory);
    }
}
