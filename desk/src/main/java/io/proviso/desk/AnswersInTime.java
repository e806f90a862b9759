package io.proviso.desk;

import io.proviso.agreement.FirstRefusal;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Event.Declined.Because;
import io.proviso.desk.Offer.Ending;
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
        return switch (answer.response()) {
            case Response.Accepts accepts -> accept(unfolding, offer, accepts, answer);
            case Response.Declines _ -> decline(unfolding, answer, Because.DECLINED);
            case Response.Counters _ -> counter(unfolding, offer, answer, Because.COUNTERED);
            case Response.Waives _ -> {
                unfolding.then(new Event.Waived(unfolding.now(), offer.id(), Ending.Answered.by(answer)));
                yield goOn(unfolding, answer);
            }
        };
    }

    private static @Nullable Refused accept(
            Unfolding unfolding, Offer offer, Response.Accepts accepts, Command.Answer answer) {
        var clause = offer.clock().pinned().terms();
        var terms = unfolding.request().need().terms();
        if (!Matching.meets(accepts, offer, terms, clause.preemption().matching())) {
            var because = offer.bargain() == null ? Because.COUNTERED : Because.NOT_MATCHED;
            return counter(unfolding, offer, answer, because);
        }
        var remainder = offer.gpus() - accepts.gpus();
        if (remainder > 0 && clause.partial() == FirstRefusal.Partial.NONE) {
            return decline(unfolding, answer, Because.PARTIAL_NOT_ALLOWED);
        }
        var gang = terms.size().minimumGang();
        if (remainder > 0
                && (accepts.gpus() < gang || remainder < gang)
                && clause.belowGang() == FirstRefusal.BelowGang.DECLINES_ALL) {
            return decline(unfolding, answer, Because.BELOW_MINIMUM_GANG);
        }
        return Acceptances.reserve(unfolding, offer, accepts, Ending.Answered.by(answer), answer.received());
    }

    private static @Nullable Refused decline(Unfolding unfolding, Command.Answer answer, Because because) {
        unfolding.then(new Event.Declined(unfolding.now(), answer.offer(), Ending.Answered.by(answer), because));
        return goOn(unfolding, answer);
    }

    /** Nothing refuses a refusal. */
    private static @Nullable Refused goOn(Unfolding unfolding, Command.Answer answer) {
        var offer = offer(unfolding, answer.offer());
        Rounds.refused(unfolding, offer, offer.gpus(), answer.received());
        return null;
    }

    /** A counter is a decline unless the clause says otherwise; an option leaves nothing to counter. */
    private static @Nullable Refused counter(Unfolding unfolding, Offer offer, Command.Answer answer, Because because) {
        var counter = new Event.Countered(unfolding.now(), offer.id(), Ending.Answered.by(answer));
        return switch (offer.clock().pinned().terms().preemption().counter()) {
            case DECLINES -> decline(unfolding, answer, because);
            case NEGOTIATES -> {
                unfolding.then(counter);
                yield null;
            }
            case EXTENDS ->
                offer.counters().isEmpty()
                        ? extendOnce(unfolding.then(counter), offer.id(), answer.received())
                        : decline(unfolding, answer, because);
        };
    }

    private static @Nullable Refused extendOnce(Unfolding unfolding, String id, Instant received) {
        var receipt = offer(unfolding, id).clock();
        var anew = Clocks.anew(receipt, received, unfolding.context());
        if (!anew.utc().isAfter(receipt.deadline().utc())) {
            return null;
        }
        return takeIn(
                unfolding.then(new Event.Extended(unfolding.now(), id, receipt.deadline(), anew, Set.of(), received)),
                id);
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
