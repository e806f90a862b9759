package io.proviso.cli.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.cli.files.RecordEntry;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Times;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All that may happen in a round that was begun, each as a command says it and a record tells it. */
final class RoundSteps {
    private RoundSteps() {}

    /** One thing that happened. */
    abstract static class Told {
        @Parameters(index = "0", paramLabel = "ROUND", description = "The round, by its id.")
        private String round = "";

        String round() {
            return round;
        }

        abstract void say(RecordEntry line, Round round, Moments moments);
    }

    /** Reads instants as they are typed, and writes them as a record has them. */
    record Moments(Portfolio portfolio, Times times) {
        private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

        String written(String option, String text) {
            return RoundEntry.written(times.instant(option, text), portfolio);
        }

        /** Of a deadline, which is an hour of its day. */
        String deadline(String option, String text) {
            if (DAY.matcher(text).matches()) {
                throw new BadInputException(option + ": '" + text + "' is a day, and a deadline has an hour\n"
                        + "Say until which hour of it an answer counts, as in " + text + "T17:00.");
            }
            return written(option, text);
        }
    }

    static List<Told> all() {
        return List.of(new Receive(), new Answer(), new Extend(), new Toll(), new Resume(), new Withdraw(), new Sign());
    }

    @Command(name = "receive", description = "The notice is in the holder's hands: its clock starts.")
    static final class Receive extends Told {
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

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            var sent = round.notice().digest();
            if (digest != null && !digest.equals(sent)) {
                throw new BadInputException("--digest: the receipt acknowledges another notice than was sent ("
                        + (sent == null ? "no digest is on record" : sent) + ")\nCompare the two notices.");
            }
            line.say("received", "yes", "receive");
            if (!lacking.isEmpty()) {
                line.quotes("defective", lacking, "--lacking");
            }
        }
    }

    @Command(name = "answer", description = "The holder answers: accept, decline, waive or counter.")
    static final class Answer extends Told {
        @Parameters(index = "1", paramLabel = "ANSWER", description = "accept, decline, waive or counter.")
        private String answer = "";

        @Option(names = "--quantity", paramLabel = "N", description = "How many it takes. Default: all that was put.")
        private @Nullable Long quantity;

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.say("answer", answer, "ANSWER");
            if (quantity != null) {
                line.number("quantity", quantity, "--quantity");
            }
        }
    }

    @Command(name = "extend", description = "Both agree on a later deadline, before the present one.")
    static final class Extend extends Told {
        @Option(names = "--to", required = true, paramLabel = "T", description = "The last instant for an answer.")
        private String deadline = "";

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.say("extended-to", moments.deadline("--to", deadline), "--to");
        }
    }

    @Command(name = "toll", description = "The clock stands still by an event that the clause names.")
    static final class Toll extends Told {
        @Parameters(index = "1", paramLabel = "EVENT", description = "As the clause names it under tolling:.")
        private String event = "";

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.quote("tolled", event, "EVENT");
        }
    }

    @Command(name = "resume", description = "The event is over: the clock runs again.")
    static final class Resume extends Told {
        @Parameters(index = "1", paramLabel = "EVENT", description = "The event that is over.")
        private String event = "";

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.quote("resumed", event, "EVENT");
        }
    }

    @Command(name = "withdraw", description = "You take back what you put; that frees you of nothing.")
    static final class Withdraw extends Told {
        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            line.say("withdrawn", "yes", "withdraw");
        }
    }

    @Command(
            name = "sign",
            description =
                    "A contract: with the holder it serves what the holder took, with anybody else it takes from what"
                            + " is free. One that was signed against the right is recorded all the same, and told.")
    static final class Sign extends Told {
        @Option(names = "--quantity", paramLabel = "N", description = "For how many. Default: all that was put.")
        private @Nullable Long quantity;

        @Option(names = "--with", required = true, paramLabel = "PARTY", description = "With whom.")
        private String with = "";

        @Override
        void say(RecordEntry line, Round round, Moments moments) {
            if (quantity == null) {
                line.say("signed", "yes", "--quantity");
            } else {
                line.number("signed", quantity, "--quantity");
            }
            line.say("with", with, "--with");
        }
    }
}
