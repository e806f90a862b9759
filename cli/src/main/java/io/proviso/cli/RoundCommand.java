package io.proviso.cli;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Round;
import io.proviso.agreement.RoundCited;
import io.proviso.agreement.RoundText;
import io.proviso.reader.BadFiles;
import io.proviso.reader.PortfolioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one round of a right on files: each command adds an entry to {@code record.yaml} and tells where the round stands then. */
@Command(
        name = "round",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a round with the holder of a right on files: what was put to it, and what came of it.",
            "Each command adds to record.yaml of the portfolio, at its end, and says where the round stands; --dry-run"
                    + " writes nothing."
        },
        footer = {
            "",
            "  ${ROOT-COMMAND-NAME} round offer --portfolio contracts --right lease/first --put seats=100 \\",
            "    --at 2026-03-02T10:00-05:00 --notice notices",
            "  ${ROOT-COMMAND-NAME} round receive lease-1 --portfolio contracts --at 2026-03-02T11:00-05:00",
            "  ${ROOT-COMMAND-NAME} round answer lease-1 decline --portfolio contracts --at 2026-03-09T15:00-04:00"
        })
final class RoundCommand {
    private RoundCommand() {}

    /** The command with all that may happen in a round. */
    static CommandLine commandLine(Console console, InstantSource clock) {
        return new CommandLine(new RoundCommand())
                .addSubcommand(new RoundOffer(console, clock))
                .addSubcommand(new Receive(console, clock))
                .addSubcommand(new Answer(console, clock))
                .addSubcommand(new Extend(console, clock))
                .addSubcommand(new Toll(console, clock))
                .addSubcommand(new Resume(console, clock))
                .addSubcommand(new Withdraw(console, clock))
                .addSubcommand(new Sign(console, clock))
                .addSubcommand(new RoundShow(console, clock));
    }

    /** In which portfolio, when, from which source, and whether it is written. */
    static final class Entry {
        @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: the portfolio in this directory.")
        private Path directory = Path.of(".");

        @Option(
                names = "--at",
                paramLabel = "T",
                defaultValue = "now",
                description = "When it happened; an answer counts by its receipt. Default: ${DEFAULT-VALUE}.")
        private String at = "now";

        @Option(
                names = "--recorded",
                paramLabel = "T",
                description = "When it came on record. Default: when it happened.")
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
            return entry.nested(
                    "source", new RecordEntry().quote("title", source).say("confidence", "primary"));
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
                var portfolio =
                        PortfolioReader.readWithRecord(directory, Objects.requireNonNullElse(asRead, "") + more);
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
                    .print((dry ? "Would add to " : "Added to ") + directory.resolve("record.yaml") + ":\n\n" + entry
                            + "\n" + standing(portfolio, id, at, clock));
        }
    }

    /** Where a round stands at an instant, in a few lines. */
    static String standing(Portfolio portfolio, String id, Instant asOf, InstantSource clock) {
        var cited = new CompiledPortfolio(portfolio).round(id, asOf, portfolio.knownAt(asOf, clock.instant()));
        var round = round(portfolio, id);
        var text = new RoundText(portfolio.zone());
        var lines = new StringBuilder("Round ")
                .append(id)
                .append(" of ")
                .append(round.right())
                .append(": ");
        if (cited == null) {
            return lines.append("withdrawn, or not begun; it frees nobody.\n").toString();
        }
        lines.append(text.came(cited)).append(".\n");
        if (cited.came() instanceof RoundCited.Came.Open) {
            lines.append("  Silence until then ")
                    .append(silence(portfolio, round))
                    .append(".\n");
        }
        text.remarks(cited).forEach(remark -> lines.append("  ").append(remark).append('\n'));
        return lines.toString();
    }

    private static String silence(Portfolio portfolio, Round round) {
        var sent = round.notice().sent();
        var right = new CompiledPortfolio(portfolio).right(round.right(), sent, portfolio.knownAt(sent, sent));
        return right.terms().onLapse() == FirstRefusal.OnLapse.ACCEPT ? "accepts" : "declines";
    }

    static Round round(Portfolio portfolio, String id) {
        return portfolio.rounds().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException("there is no round '" + id + "' on record\n"
                        + Nearest.advice(
                                id, portfolio.rounds().stream().map(Round::id).toList())));
    }

    /** Reads instants as they are typed, and writes them as a record has them. */
    record Moments(Portfolio portfolio, Times times) {
        String written(String option, String text) {
            return Entry.written(times.instant(option, text), portfolio);
        }
    }

    /** Something that happens in a round that was begun. */
    abstract static class Step implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ROUND", description = "The round, by its id.")
        private String id = "";

        @Mixin
        private final Entry entry = new Entry();

        private final Console console;
        private final InstantSource clock;

        Step(Console console, InstantSource clock) {
            this.console = console;
            this.clock = clock;
        }

        @Override
        public Integer call() {
            var portfolio = entry.read();
            var round = round(portfolio, id);
            var at = entry.at(portfolio, clock);
            var line = new RecordEntry().say("continues", id);
            say(line, round, new Moments(portfolio, new Times(portfolio.zone(), clock)));
            line.say("at", Entry.written(at, portfolio));
            entry.recorded(line, portfolio, clock);
            var text = entry.source(line).text();
            entry.tell(console, entry.append(text), text, id, at, clock);
            return ExitCode.ANSWERED;
        }

        /** What happened. */
        abstract void say(RecordEntry line, Round round, Moments moments);
    }

    /** The notice came into the holder's hands. */
    @Command(
            name = "receive",
            mixinStandardHelpOptions = true,
            description = "The notice is in the holder's hands: its clock starts.")
    static final class Receive extends Step {
        @Option(
                names = "--lacking",
                paramLabel = "ELEMENT",
                split = ",",
                description = "What the notice lacked; then no clock starts.")
        private List<String> lacking = List.of();

        @Option(
                names = "--digest",
                paramLabel = "SHA-256",
                description = "Of the notice that is acknowledged; refused if another was sent.")
        private @Nullable String digest;

        Receive(Console console, InstantSource clock) {
            super(console, clock);
        }

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            var sent = round.notice().digest();
            if (digest != null && !digest.equals(sent)) {
                throw new BadInputException("--digest: the receipt acknowledges another notice than was sent ("
                        + (sent == null ? "no digest is on record" : sent) + ")\nCompare the two notices.");
            }
            line.say("received", "yes");
            if (!lacking.isEmpty()) {
                line.quotes("defective", lacking);
            }
        }
    }

    /** What the holder says. */
    @Command(
            name = "answer",
            mixinStandardHelpOptions = true,
            description = "The holder answers: accept, decline, waive or counter.")
    static final class Answer extends Step {
        @Parameters(index = "1", paramLabel = "ANSWER", description = "accept, decline, waive or counter.")
        private String answer = "";

        @Option(names = "--quantity", paramLabel = "N", description = "How many it takes. Default: all that was put.")
        private @Nullable Long quantity;

        Answer(Console console, InstantSource clock) {
            super(console, clock);
        }

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.say("answer", answer);
            if (quantity != null) {
                line.number("quantity", quantity);
            }
        }
    }

    /** The parties agree on a later deadline. */
    @Command(name = "extend", mixinStandardHelpOptions = true, description = "Both agree on a later deadline.")
    static final class Extend extends Step {
        @Option(names = "--to", required = true, paramLabel = "T", description = "The last instant for an answer.")
        private String deadline = "";

        Extend(Console console, InstantSource clock) {
            super(console, clock);
        }

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.say("extended-to", moments.written("--to", deadline));
        }
    }

    /** The clock stands still. */
    @Command(
            name = "toll",
            mixinStandardHelpOptions = true,
            description = "The clock stands still by an event that the clause names.")
    static final class Toll extends Step {
        @Parameters(index = "1", paramLabel = "EVENT", description = "As the clause names it under tolling:.")
        private String event = "";

        Toll(Console console, InstantSource clock) {
            super(console, clock);
        }

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.quote("tolled", event);
        }
    }

    /** The clock runs again. */
    @Command(name = "resume", mixinStandardHelpOptions = true, description = "The event is over: the clock runs again.")
    static final class Resume extends Step {
        @Parameters(index = "1", paramLabel = "EVENT", description = "The event that is over.")
        private String event = "";

        Resume(Console console, InstantSource clock) {
            super(console, clock);
        }

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.quote("resumed", event);
        }
    }

    /** The customer takes back what it put. */
    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "You take back what you put; that frees you of nothing.")
    static final class Withdraw extends Step {
        Withdraw(Console console, InstantSource clock) {
            super(console, clock);
        }

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.say("withdrawn", "yes");
        }
    }

    /** A contract was signed. */
    @Command(
            name = "sign",
            mixinStandardHelpOptions = true,
            description =
                    "A contract: with the holder it serves what the holder took, with anybody else it takes from what"
                            + " is free.")
    static final class Sign extends Step {
        @Option(names = "--quantity", paramLabel = "N", description = "For how many. Default: all that was put.")
        private @Nullable Long quantity;

        @Option(names = "--with", required = true, paramLabel = "PARTY", description = "With whom.")
        private String with = "";

        Sign(Console console, InstantSource clock) {
            super(console, clock);
        }

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            if (quantity == null) {
                line.say("signed", "yes");
            } else {
                line.number("signed", quantity);
            }
            line.say("with", with);
        }
    }
}
