package io.proviso.desk.rounds;

import io.proviso.desk.Command;
import io.proviso.desk.Response;
import java.util.Locale;

/** Something that may happen in a {@link World}. */
sealed interface Move {
    /** The clock goes on to the next instant of the grid. */
    record Tick(String to) implements Move {
        @Override
        public String toString() {
            return "the clock reaches " + to;
        }
    }

    /** An amendment comes into the desk's portfolio. */
    record Amend() implements Move {
        @Override
        public String toString() {
            return "the amendment is loaded";
        }
    }

    /** A notice reaches the holder. */
    record Arrive(boolean complete) implements Move {
        @Override
        public String toString() {
            return complete ? "a complete notice arrives" : "a defective notice arrives";
        }
    }

    /** The holder's answer is committed to the inbox. */
    record Write(String id, Response response) implements Move {
        @Override
        public String toString() {
            return "the holder writes " + id + ": " + told(response);
        }
    }

    /** The desk decides and appends. */
    record Do(Command command) implements Move {
        @Override
        public String toString() {
            return told(command);
        }
    }

    /** A worker decides, and has not appended yet. */
    record Hold(Command command) implements Move {
        @Override
        public String toString() {
            return "decided, not yet appended: " + told(command);
        }
    }

    /** The worker appends what it had decided. */
    record Append() implements Move {
        @Override
        public String toString() {
            return "what was decided is appended";
        }
    }

    /** The worker dies with its decision. */
    record Crash() implements Move {
        @Override
        public String toString() {
            return "the worker crashes";
        }
    }

    static String told(Command command) {
        return switch (command) {
            case Command.Request _ -> "Request";
            case Command.ConfirmDelivery delivery ->
                (delivery.missing().isEmpty() ? "ConfirmDelivery of " : "Confirm defective delivery of ")
                        + delivery.received();
            case Command.Answer answer ->
                "Answer " + answer.id() + " of " + answer.received() + ": " + told(answer.response());
            case Command.Expire expire -> "Expire, inbox read through " + expire.inboxReadThrough();
            case Command.Review review -> "Review, inbox read through " + review.inboxReadThrough();
            case Command.Quote quote -> "Quote of " + quote.bid().provider();
            case Command.Award _ -> "Award";
            case Command.AcceptCounter _,
                    Command.Extend _,
                    Command.Toll _,
                    Command.Resume _,
                    Command.Fail _,
                    Command.Slip _,
                    Command.AcceptTranche _,
                    Command.EndUndelivered _,
                    Command.Prolong _ -> command.toString();
            case Command.Withdraw withdraw -> "Withdraw, inbox read through " + withdraw.inboxReadThrough();
        };
    }

    private static String told(Response response) {
        return response instanceof Response.Accepts accepts
                ? "accepts " + accepts.gpus()
                : response.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
