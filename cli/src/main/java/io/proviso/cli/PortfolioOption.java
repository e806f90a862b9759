package io.proviso.cli;

import io.proviso.agreement.Portfolio;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The portfolio a question is put to. */
final class PortfolioOption {
    @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: " + Portfolios.DEFAULT)
    private @Nullable Path directory;

    Portfolio read() {
        return Portfolios.read(directory);
    }

    /** As a command takes it; empty where it need not be said. */
    String option() {
        return directory == null ? "" : " --portfolio " + ShellWord.quoted(directory.toString());
    }

    /** Below an answer, where the caller did not say who was to give it. */
    String unsaid() {
        return directory == null ? "\n" + whose() + "\n" : "";
    }

    /** A sentence on who answers. */
    String whose() {
        return Portfolios.whose(directory);
    }
}
