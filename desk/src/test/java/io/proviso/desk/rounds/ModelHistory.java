package io.proviso.desk.rounds;

import edu.mit.csail.sdg.ast.Expr;
import edu.mit.csail.sdg.translator.A4Solution;
import edu.mit.csail.sdg.translator.A4TupleSet;
import io.proviso.desk.Quantities;
import io.proviso.desk.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One history of the model in numbers: what is fixed, and each step with the state after it. */
record ModelHistory(long gpus, boolean partsBind, boolean silenceAccepts, List<Step> steps) {
    /** The states of an offer, in the words of the model. */
    enum Phase {
        ABSENT,
        DISPATCHED,
        DEFECTIVE,
        OPEN,
        ACCEPTED,
        PARTLY_ACCEPTED,
        DECLINED,
        LAPSED,
        WAIVED,
        MOOT,
        NOT_NEEDED
    }

    /** What the model holds to be so, and which commands it would not refuse now. */
    record Standing(Phase phase, Quantities quantities, long fromCheaper, long fromDearer, Allowed allowed) {}

    /** Whether an offer may end without an answer, a bid may come, and the bidding may close. */
    record Allowed(boolean ending, boolean bid, boolean award) {}

    /** A row of the inbox; {@code takes} is 0 for a decline and for a counter. */
    record Answer(String id, long takes, boolean counters) {
        Response response() {
            if (counters) {
                return new Response.Counters("other terms");
            }
            return takes == 0 ? new Response.Declines() : Response.Accepts.asOffered(takes);
        }
    }

    /**
     * One action.
     *
     * @param answer in the row of a {@code Commit} or a {@code Read}
     * @param from the bidder of a {@code Quote}
     * @param quoted GPUs that it bids
     */
    record Step(String act, String clock, Answer answer, String from, long quoted, Standing after) {}

    ModelHistory {
        steps = List.copyOf(steps);
    }

    static ModelHistory of(Function<String, Expr> model, A4Solution found) {
        var reading = new Reading(model, found);
        var steps = new ArrayList<Step>();
        for (var i = 0; i < found.getTraceLength() - 1; i++) {
            steps.add(reading.step(i));
        }
        return new ModelHistory(
                reading.number("#Gpu", 0),
                reading.holds("Clause.partial = AnyPart", 0),
                reading.holds("Clause.onLapse = LapseAccepts", 0),
                steps);
    }

    /** Two histories of one story do the same to the desk. */
    String story() {
        return gpus + " GPUs, " + (partsBind ? "any part" : "no part") + ", silence "
                + (silenceAccepts ? "accepts" : "declines") + ": "
                + steps.stream()
                        .map(step -> step.act()
                                + (step.act().equals("Commit")
                                        ? " " + step.answer().id() + " takes "
                                                + step.answer().takes()
                                        : "")
                                + (step.act().equals("Quote") ? " " + step.quoted() + " of " + step.from() : ""))
                        .collect(Collectors.joining(", "));
    }

    /** Expressions of the model evaluated in one of its histories. */
    private record Reading(Function<String, Expr> model, A4Solution found) {
        Step step(int i) {
            var answer = new Answer(
                    name("Step.row.answer", i),
                    number("#Step.row.answer.takes", i),
                    holds("some Step.row.answer & Counter", i));
            return new Step(
                    name("Step.act", i),
                    name("World.clock", i),
                    answer,
                    name("Step.from", i),
                    number("#Step.from.(Desk.quoted')", i),
                    standing(i + 1));
        }

        private Standing standing(int i) {
            var isAsked = !name("Desk.phase", i).equals("Absent");
            var quantities = new Quantities(
                    isAsked ? number("#(Gpu - Desk.accepted - Desk.released)", i) : 0,
                    number("#Desk.accepted", i),
                    number("#(Desk.released - Alternate.(Desk.awarded) - Desk.unmet)", i),
                    number("#Alternate.(Desk.awarded)", i),
                    number("#Desk.unmet", i));
            var allowed = new Allowed(
                    holds("canExpire or canCloseMoot", i),
                    holds("some Desk.released and not closed", i),
                    holds("canConclude and some Desk.quoted", i));
            return new Standing(
                    Phase.valueOf(name("Desk.phase", i)
                            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                            .toUpperCase(Locale.ROOT)),
                    quantities,
                    number("#Cheaper.(Desk.awarded)", i),
                    number("#Dearer.(Desk.awarded)", i),
                    allowed);
        }

        /** Alloy returns a number as text, marked if it overflowed. */
        long number(String expression, int i) {
            return Long.parseLong(eval(expression, i).toString());
        }

        boolean holds(String expression, int i) {
            return (Boolean) eval(expression, i);
        }

        /** The one atom of a set, without its number where the set has but one; empty if there is none. */
        private String name(String expression, int i) {
            var atoms = new ArrayList<String>();
            ((A4TupleSet) eval(expression, i)).forEach(tuple -> atoms.add(tuple.atom(0)));
            return String.join(" ", atoms).replaceAll("^([A-Z][A-Za-z]*)\\$0$", "$1");
        }

        private Object eval(String expression, int i) {
            return found.eval(model.apply(expression), i);
        }
    }
}
