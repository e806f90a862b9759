package io.proviso.cli;

import io.proviso.agreement.Portfolio;
import io.proviso.reader.BadFiles;
import io.proviso.reader.PortfolioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which portfolio, when, from which source, and whether it is written. */
final class RoundEntry {
    @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: the portfolio in this directory.")
    private Path directory = Path.of(".");

    @Option(
            names = "--at",
            paramLabel = "T",
            defaultValue = "now",
            description = "When it happened; an answer counts by its receipt. Default: ${DEFAULT-VALUE}.")
    private String at = "now";

    @Option(names = "--recorded", paramLabel = "T", description = "When it came on record. Default: when it happened.")
    private @Nullable String recorded;

    @Option(
            names = "--source",
            paramLabel = "TITLE",
            description = "Where it is told. Default: the command that added it.")
    private String source = "Entered by proviso round";

    @Option(names = "--dry-run", description = "Says what would be written, and writes nothing.")
    private boolean dry;

    boolean isDry() {
        return dry;
    }

    /** The portfolio with one entry more, of which nothing is written. */
    Portfolio drafted(String entry) {
        var file = directory.resolve("record.yaml");
        var asRead = asRead(file);
        try {
            return PortfolioReader.readWithRecord(
                    directory, Objects.requireNonNullElse(asRead, "") + more(asRead, entry));
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }

    private static String more(@Nullable String asRead, String entry) {
        return (asRead == null ? "record:\n" : asRead.endsWith("\n") ? "" : "\n") + entry;
    }

    Portfolio read() {
        if (!Files.isRegularFile(directory.resolve("portfolio.yaml"))) {
            throw new BadInputException("'" + directory
                    + "' is no portfolio: it has no portfolio.yaml\nName the directory of yours with --portfolio.");
        }
        try {
            return PortfolioReader.read(directory);
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }

    Instant at(Portfolio portfolio, InstantSource clock) {
        return new Times(portfolio.zone(), clock).instant("--at", at);
    }

    /** With the offset of the portfolio's zone. */
    static String written(Instant instant, Portfolio portfolio) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(portfolio.zone()).toOffsetDateTime());
    }

    RecordEntry source(RecordEntry entry) {
        return entry.nested("source", new RecordEntry().quote("title", source).say("confidence", "primary"));
    }

    RecordEntry recorded(RecordEntry entry, Portfolio portfolio, InstantSource clock) {
        return recorded == null
                ? entry
                : entry.say(
                        "recorded",
                        written(new Times(portfolio.zone(), clock).instant("--recorded", recorded), portfolio));
    }

    /** The portfolio with one entry more, as it stands on disk then unless nothing is to be written. */
    Portfolio append(String entry) {
        var file = directory.resolve("record.yaml");
        var asRead = asRead(file);
        var more = more(asRead, entry);
        try {
            var portfolio = PortfolioReader.readWithRecord(directory, Objects.requireNonNullElse(asRead, "") + more);
            if (!dry) {
                new OutputFile("record.yaml", file).append(asRead, more);
            }
            return portfolio;
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }

    private static @Nullable String asRead(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new BadInputException(
                    "'" + file + "' cannot be read (" + e.getMessage() + ")\nMake it a readable file.");
        }
    }

    /** What was added, and where the round stands. */
    void tell(Console console, Portfolio portfolio, String entry, String id, Instant at, InstantSource clock) {
        console.out()
                .print((dry ? "Would add to " : "Added to ") + directory.resolve("record.yaml") + ":\n\n" + entry + "\n"
                        + RoundCommand.standing(portfolio, id, at, clock));
    }
}
