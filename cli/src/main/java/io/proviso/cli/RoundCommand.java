package io.proviso.cli;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Round;
import io.proviso.agreement.RoundCited;
import io.proviso.agreement.RoundText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
            return RoundEntry.written(times.instant(option, text), portfolio);
        }
    }

    /** Something that happens in a round that was begun. */
    abstract static class Step implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "ROUND", description = "The round, by its id.")
        private String id = "";

        @Mixin
        private final RoundEntry entry = new RoundEntry();

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
            line.say("at", RoundEntry.written(at, portfolio));
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
