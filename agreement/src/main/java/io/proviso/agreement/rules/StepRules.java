package io.proviso.agreement.rules;

import io.proviso.agreement.AnswersInTurn;
import io.proviso.agreement.PutQuantity;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.FirstRefusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether what is told of one round can have happened one after the other; what contradicts is told with both places. */
final class StepRules {
    private final String path;
    private final Round round;
    private final @Nullable FirstRefusal right;
    private final AnswersInTurn answers;
    private final ProblemLog problems;

    /** Where it is told that the holder had the notice whole: its clock starts once. */
    private @Nullable String received;

    private @Nullable String ended;
    private @Nullable String stopped;
    private @Nullable String stoppedBy;
    private long signed;

    /** @param right null where nobody knows which right it is, and only what any clause would refuse is refused */
    StepRules(String path, Round round, @Nullable FirstRefusal right, ProblemLog problems) {
        this.path = path;
        this.round = round;
        this.right = right;
        this.answers = new AnswersInTurn(round, right);
        this.problems = problems;
    }

    void check() {
        var notice = round.notice();
        var receipt = notice.received();
        if (receipt != null && receipt.isBefore(notice.sent())) {
            beforeItWasSent(path + "/notice/received");
        }
        received = notice.starts() == null ? null : path + "/notice/received";
        Instant before = null;
        for (int i = 0; i < round.steps().size(); i++) {
            var step = round.steps().get(i);
            if (before != null && step.at().isBefore(before)) {
                problems.addBoth(
                        place(i),
                        place(i - 1),
                        "this happened before the step above it",
                        "Steps stand in the order of at:; correct the day, or move the step.");
            }
            before = step.at();
            step(place(i), step);
        }
    }

    private String place(int step) {
        return path + "/steps/" + step;
    }

    private void step(String place, Round.Step step) {
        switch (step.what()) {
            case Happening.Received receipt -> received(place, step, receipt);
            case Happening.Answer answer -> answer(place, step, answer);
            case Happening.Tolled(String event) -> tolled(place, event);
            case Happening.Resumed(String event) -> resumed(place, event);
            case Happening.ExtendedTo(Instant deadline) -> extended(place, step, deadline);
            case Happening.Withdrawn() -> {
                after(place, "it was withdrawn");
                ended = place;
            }
            case Happening.Signed(Long quantity, String _) -> signed(place, quantity);
        }
    }

    private void received(String place, Round.Step step, Happening.Received receipt) {
        after(place, "the notice was received");
        if (step.at().isBefore(round.notice().sent())) {
            beforeItWasSent(place);
        }
        if (received != null) {
            problems.addBoth(
                    place,
                    received,
                    "the notice is told to have been received already",
                    "A clock starts once; take one of the two out.");
        } else if (receipt.missing().isEmpty()) {
            received = place;
        }
    }

    private void beforeItWasSent(String place) {
        problems.addBoth(
                place, path + "/notice/sent", "the notice was received before it was sent", "Correct one of the two.");
    }

    /** Who answers has the notice, whatever it lacked. */
    private void answer(String place, Round.Step step, Happening.Answer answer) {
        var notice = round.notice();
        if (notice.starts() != null && step.at().isBefore(notice.starts())) {
            problems.addBoth(
                    place,
                    path + "/notice/received",
                    "the answer came before its notice was received",
                    "Only a receipt starts the clock; correct one of the two.");
        }
        after(place, "an answer came");
        received = received == null ? place : received;
        ended = answers.ends(answer) ? place : ended;
    }

    /** One terminal answer a round, and nothing that needs an open round after it. */
    private void after(String place, String what) {
        if (ended != null) {
            problems.addBoth(
                    place,
                    ended,
                    what + " after the round had ended",
                    "A round ends once; take one of the two out, or tell a new round.");
        }
    }

    private void tolled(String place, String event) {
        after(place, "the clock was stopped");
        if (stopped != null) {
            problems.addBoth(place, stopped, "the clock stands still already", "Say in between when it ran again.");
        }
        if (right != null) {
            problems.known(
                    place + "/tolled",
                    "event",
                    event,
                    right.preemption().conduct().tolling());
        }
        stopped = place;
        stoppedBy = event;
    }

    private void resumed(String place, String event) {
        if (stopped == null) {
            problems.add(
                    place,
                    "nothing stood still that could run again",
                    "Say before it what stopped the clock, as in {tolled: EVENT, at: …}.");
        } else if (!event.equals(stoppedBy)) {
            problems.addBoth(
                    place,
                    stopped,
                    "the clock stands still by another event than this one that is over",
                    "Name the same event in both.");
        }
        stopped = null;
    }

    private void extended(String place, Round.Step step, Instant deadline) {
        after(place, "the deadline was moved");
        if (!deadline.isAfter(step.at())) {
            problems.add(
                    place,
                    "the deadline agreed on has passed when it is agreed on",
                    "What is agreed on after a deadline is a new round.");
        }
    }

    private void signed(String place, @Nullable Long quantity) {
        var put = PutQuantity.of(round);
        signed += quantity != null ? quantity : put == null ? 0 : put;
        if (put != null && signed > put) {
            problems.add(
                    place,
                    "%,d signed of %,d put".formatted(signed, put),
                    "What goes beyond what was put belongs to another round.");
        }
    }
}
