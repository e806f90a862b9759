package io.proviso.desk.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.rounds.RoundCourse;
import io.proviso.agreement.rounds.RoundCourse.Answer;
import io.proviso.agreement.rounds.RoundCourse.How;
import io.proviso.agreement.rounds.RoundCourse.State;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Event;
import io.proviso.desk.Event.Declined.Because;
import io.proviso.desk.Offer;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer does that came in time: it takes, refuses or counters what was offered. */
@CheckReturnValue
final class AnswersInTime {
    private AnswersInTime() {}

    static @Nullable Refused count(Unfolding unfolding, Offer offer, Command.Answer answer) {
        var wanted = unfolding.request().need().terms();
        var said = offer.told(answer.response(), wanted);
        var read = offer.lastAnswered(answer.received());
        var step = new Round.Step(said, read, unfolding.now());
        var course = Clocks.course(offer, step, unfolding.context());
        var by = Ending.Answered.by(answer);
        return switch (Objects.requireNonNull(course.at(read))) {
            case State.Ended ended
            when !ended.isSilent() ->
                end(
                        unfolding,
                        offer,
                        answer,
                        course,
                        course.ended(ended.answer(), answer.received(), ended.windowEnds()));
            case State.Open _ ->
                moveOn(unfolding.then(new Event.Countered(unfolding.now(), offer.id(), by)), offer, answer.received());
            case State.Ended _, State.Sent _, State.Withdrawn _ ->
                throw new IllegalStateException(
                        "offer " + offer.id() + ": answer " + answer.id() + " in time neither ends it nor counters it");
        };
    }

    private static @Nullable Refused end(
            Unfolding unfolding, Offer offer, Command.Answer answer, RoundCourse course, State.Ended ended) {
        var by = Ending.Answered.by(answer);
        var now = unfolding.now();
        var said = offer.told(answer.response(), unfolding.request().need().terms());
        switch (ended.answer()) {
            case Answer.Takes _ -> {
                return Acceptances.reserve(unfolding, offer, (Response.Accepts) answer.response(), by, course, ended);
            }
            case Answer.Leaves(How how) ->
                unfolding.then(
                        how == How.WAIVED
                                ? new Event.Waived(now, offer.id(), by)
                                : new Event.Declined(
                                        now, offer.id(), by, because(how, offer, answer.response(), said)));
        }
        Rounds.left(unfolding, offer(unfolding, offer.id()), offer.gpus(), course, ended);
        return null;
    }

    private static Because because(How how, Offer offer, Response response, Happening.Answer said) {
        return switch (said) {
            case Happening.Accepted _ ->
                how == How.TOOK_TOO_SMALL_A_PART ? Because.BELOW_MINIMUM_GANG : Because.PARTIAL_NOT_ALLOWED;
            case Happening.Countered _ ->
                response instanceof Response.Accepts && offer.bargain() != null
                        ? Because.NOT_MATCHED
                        : Because.COUNTERED;
            case Happening.Declined _, Happening.Waived _ -> Because.DECLINED;
        };
    }

    /** A counter that does not end the offer may begin its window anew, or another one. */
    private static @Nullable Refused moveOn(Unfolding unfolding, Offer before, Instant received) {
        var offer = offer(unfolding, before.id());
        var onRecord = offer.clock().deadline();
        var due = Clocks.afterCounter(offer, received, unfolding.context());
        return due.utc().equals(onRecord.utc())
                ? null
                : takeIn(
                        unfolding.then(
                                new Event.Extended(unfolding.now(), offer.id(), onRecord, due, Set.of(), received)),
                        offer.id());
    }

    /**
     * After the deadline moved: rows may be read out of order, and the first answer that was too late for the old deadline and
     * is not for the new one counts.
     *
     * <p>One that would be refused is not passed over: no later answer counts in its place, and the clock does not run out over
     * it. So it refuses what moved the deadline.
     */
    static @Nullable Refused takeIn(Unfolding unfolding, String id) {
        var moved = offer(unfolding, id);
        var inTime = moved.late().stream()
                .filter(late -> moved.clock().inTime(late.received()))
                .filter(late -> Rights.stoodAt(late.received(), moved, unfolding.context()))
                .sorted(Comparator.comparing(Offer.Late::received))
                .toList();
        for (var late : inTime) {
            var offer = offer(unfolding, id);
            if (offer.isOpen() && offer.late().contains(late)) {
                var answer =
                        new Command.Answer(id, late.answer(), offer.right().holder(), late.received(), late.response());
                var refused = count(unfolding, offer, answer);
                if (refused != null) {
                    return of(late, refused);
                }
            }
        }
        return null;
    }

    private static Refused of(Offer.Late late, Refused refused) {
        return new Refused(
                refused.rule(),
                refused.message() + "; answer " + late.answer() + " of " + late.received()
                        + " takes it, and would be in time",
                refused.advice());
    }

    private static Offer offer(Unfolding unfolding, String id) {
        return Objects.requireNonNull(unfolding.request().offer(id));
    }
}
