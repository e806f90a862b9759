package io.proviso.cli;

import io.proviso.agreement.Portfolio;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The portfolio a question is put to. */
final class PortfolioOption {
    @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: the example that ships with Proviso.")
    private @Nullable Path directory;

    Portfolio read() {
        return Portfolios.read(directory);
    }
}
