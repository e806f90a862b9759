package io.proviso.cli.rounds;

import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.cli.files.RecordEntry;
import io.proviso.cli.files.RecordFile;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.Times;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.units.EnumWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is added to the record of which portfolio, when it happened, from which source, and whether it is written. */
final class RoundEntry {
    /** In which portfolio, and when. */
    static final class Where {
        @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: the portfolio in this directory.")
        private Path directory = Path.of(".");

        @Option(
                names = "--at",
                paramLabel = "T",
                defaultValue = "now",
                description = "When it happened; an answer counts by its receipt. Default: ${DEFAULT-VALUE}.")
        private String at = "now";

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
    }

    @Mixin
    private final Where where = new Where();

    @Option(names = "--recorded", paramLabel = "T", description = "When it came on record. Default: when it happened.")
    private @Nullable String recorded;

    @Option(
            names = "--source",
            paramLabel = "TITLE",
            description = "Where it is told, as a letter by its date. Default: the command that added it.")
    private String source = "Entered by proviso round";

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            description = "How good the source is: primary if you hold the paper, primary-quoted, reported, secondary,"
                    + " assumed. Default: assumed.")
    private @Nullable String confidence;

    @Option(names = "--dry-run", description = "Says what would be written, and writes nothing.")
    private boolean dry;

    boolean isDry() {
        return dry;
    }

    Portfolio read() {
        return where.read();
    }

    Instant at(Portfolio portfolio, InstantSource clock) {
        return where.at(portfolio, clock);
    }

    /** With the offset of the portfolio's zone. */
    static String written(Instant instant, Portfolio portfolio) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(portfolio.zone()).toOffsetDateTime());
    }

    RecordEntry source(RecordEntry entry) {
        var level = confidence == null ? EnumWord.of(Confidence.ASSUMED) : confidence;
        return entry.nested(
                "source",
                new RecordEntry().quote("title", source, "--source").say("confidence", level, "--confidence"),
                "--source");
    }

    RecordEntry recorded(RecordEntry entry, Portfolio portfolio, InstantSource clock) {
        return recorded == null
                ? entry
                : entry.say(
                        "recorded",
                        written(new Times(portfolio.zone(), clock).instant("--recorded", recorded), portfolio),
                        "--recorded");
    }

    /** The record with one entry more, of which nothing is written yet. */
    RecordFile.Draft drafted(RecordEntry entry) {
        return RecordFile.in(where.directory).drafted(entry);
    }

    void write(RecordFile.Draft draft) {
        if (!dry) {
            draft.write();
        }
    }

    /** What was added, and where the round stands. */
    void tell(Console console, RecordFile.Draft draft, RecordEntry entry, String id, Instant at, InstantSource clock) {
        console.out()
                .print((dry ? "Would add to " : "Added to ") + draft.file().path() + ":\n\n" + entry.text() + "\n"
                        + new RoundStanding(draft.portfolio(), clock).text(id, at));
        if (confidence == null) {
            console.out()
                    .print("Its source counts as assumed. Say which paper tells it with --source, and --confidence"
                            + " primary if you hold that.\n");
        }
    }
}
