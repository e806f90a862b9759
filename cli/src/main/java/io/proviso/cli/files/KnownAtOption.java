package io.proviso.cli.files;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.cli.output.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was on record at which instant. */
public final class KnownAtOption {
    @Option(
            names = "--known-at",
            paramLabel = "T",
            description =
                    "What was on record then. Default: all that is on record, and while a round is open that no more"
                            + " is.")
    private @Nullable String text;

    /** What was said, if anything was. */
    public Optional<Instant> said(Times times) {
        return Optional.ofNullable(text).map(said -> times.instant("--known-at", said));
    }

    /** For a question as of some instant, asked now. */
    public static Instant of(Optional<Instant> said, Portfolio portfolio, Instant asOf, InstantSource clock) {
        return said.orElseGet(() -> portfolio.knownAt(asOf, clock.instant()));
    }
}
