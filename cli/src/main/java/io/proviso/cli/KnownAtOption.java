package io.proviso.cli;

import io.proviso.agreement.Portfolio;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was on record at which instant. */
final class KnownAtOption {
    @Option(
            names = "--known-at",
            paramLabel = "T",
            description = "What was on record then. Default: all that is on record.")
    private @Nullable String text;

    Instant of(Portfolio portfolio, Times times) {
        return text == null ? portfolio.latestRecorded() : times.instant("--known-at", text);
    }
}
