package io.proviso.desk.rounds;

import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a holder's answer does: the first that is read in time is terminal, its duplicates do nothing, a late one is only
 * recorded. That the first read is the first received is the duty of whoever reads the inbox; a breach of it is an alarm.
 */
@CheckReturnValue
final class Answers {
    private Answers() {}

    static @Nullable Refused answer(Unfolding unfolding, Command.Answer answer) {
        var request = unfolding.request();
        var offer = request.offer(answer.offer());
        if (offer == null) {
            return Notices.noSuchOffer(request, answer.offer());
        }
        if (isDuplicate(offer, answer)) {
            return null;
        }
        if (!answer.by().equals(offer.right().holder())) {
            return new Refused(
                    Rule.ONLY_THE_HOLDER_ANSWERS,
                    "offer " + offer.id() + ": " + answer.by() + " answers, but "
                            + offer.right().holder() + " holds the right",
                    "Only the holder can accept, decline or waive.");
        }
        if (answer.received().isAfter(unfolding.now()) || answer.received().isBefore(offer.made())) {
            return new Refused(
                    Rule.NOTHING_FROM_THE_FUTURE,
                    "offer " + offer.id() + ": an answer received at " + answer.received()
                            + " does not lie between the offer (" + offer.made() + ") and now (" + unfolding.now()
                            + ")",
                    "Use the commit of its inbox row on the clock of the desk.");
        }
        var ending = offer.ending();
        return ending == null ? answerOpen(unfolding, offer, answer) : answerEnded(unfolding, offer, ending, answer);
    }

    private static boolean isDuplicate(Offer offer, Command.Answer answer) {
        return (!offer.isOpen() && offer.isLate(answer.id()))
                || offer.counters().stream().anyMatch(counter -> counter.isRepeatedBy(answer))
                || (offer.ending() instanceof Ending.Answered ending && ending.isRepeatedBy(answer));
    }

    private static @Nullable Refused answerOpen(Unfolding unfolding, Offer offer, Command.Answer answer) {
        var unfit = answer.response() instanceof Response.Accepts accepts
                ? whyUnfit(offer, accepts, unfolding.request().need().terms(), unfolding.context())
                : null;
        if (unfit != null) {
            return unfit;
        }
        if (!Rights.stoodAt(answer.received(), offer, unfolding.context())) {
            late(unfolding, offer, answer);
            return null;
        }
        var refused = offer.receipt() == null ? Notices.provedBy(unfolding, offer, answer.received()) : null;
        return refused == null
                ? answerReceived(
                        unfolding, Objects.requireNonNull(unfolding.request().offer(offer.id())), answer)
                : refused;
    }

    private static @Nullable Refused answerReceived(Unfolding unfolding, Offer offer, Command.Answer answer) {
        if (!Clocks.deadline(offer, unfolding.context()).inTime(answer.received())) {
            late(unfolding, offer, answer);
            return null;
        }
        Clocks.moveDeadline(unfolding, offer);
        return AnswersInTime.count(unfolding, offer, answer);
    }

    /** Only the same row repeats a late one: a clock that is moved may yet make one in time, and of the same id another. */
    private static void late(Unfolding unfolding, Offer offer, Command.Answer answer) {
        if (!offer.late().contains(new Offer.Late(answer.id(), answer.received(), answer.response()))) {
            if (offer.receipt() != null) {
                Clocks.moveDeadline(unfolding, offer);
            }
            late(unfolding, answer);
        }
    }

    static @Nullable Refused whyUnfit(Offer offer, Response.Accepts accepts, Terms terms, Context context) {
        var price = accepts.price();
        if (accepts.gpus() > offer.gpus()) {
            return unfit(
                    offer,
                    "it accepts " + context.told(accepts.gpus()) + ", and " + context.told(offer.gpus())
                            + " were offered",
                    "Accept at most what was offered.");
        }
        if (price == null && offer.bargain() == null && terms.price().limit() == null) {
            return unfit(offer, "it names no price although the offer left it to be quoted", "Name a price.");
        }
        if (price != null && !price.currency().equals(terms.price().currency())) {
            return unfit(
                    offer,
                    "it names " + price + ", the offer is in " + terms.price().currency(),
                    "Answer in the offer's currency.");
        }
        return null;
    }

    private static Refused unfit(Offer offer, String problem, String advice) {
        return new Refused(Rule.AN_ANSWER_FITS_ITS_OFFER, "offer " + offer.id() + ": " + problem, advice);
    }

    private static void late(Unfolding unfolding, Command.Answer answer) {
        unfolding.then(new Event.LateAnswer(
                unfolding.now(), answer.offer(), answer.id(), answer.received(), answer.response()));
    }

    private static @Nullable Refused answerEnded(
            Unfolding unfolding, Offer offer, Ending ending, Command.Answer answer) {
        return switch (ending) {
            case Ending.Answered(String id, Instant received, Response _) ->
                received != null && answer.received().isBefore(received)
                        ? new Refused(
                                Rule.ANSWERS_ARE_READ_IN_ORDER,
                                "offer " + offer.id() + ": answer " + id + " of " + received + " ended it, but "
                                        + answer.id() + " had been received before, at " + answer.received(),
                                "Read the inbox in the order of receipt, and settle the round by hand.")
                        : new Refused(
                                Rule.ONE_TERMINAL_ANSWER,
                                "offer " + offer.id() + ": answer " + id + " ended it, " + answer.id()
                                        + " cannot answer it again",
                                "An answer binds; agree on a change as a new request.");
            case Ending.Lapsed(var deadline) -> answerAfter(unfolding, offer, deadline.plusNanos(1), answer);
            case Ending.Moot(var since) -> answerAfter(unfolding, offer, since, answer);
            case Ending.Withdrawn(var since) -> answerAfter(unfolding, offer, since, answer);
        };
    }

    private static @Nullable Refused answerAfter(
            Unfolding unfolding, Offer offer, Instant over, Command.Answer answer) {
        if (answer.received().isBefore(over)) {
            return new Refused(
                    Rule.INBOX_READ_FIRST,
                    "offer " + offer.id() + ": answer " + answer.id() + " was received in time, at " + answer.received()
                            + ", but " + offer.ending()
                            + " is on record, which claims that every answer in time had been read",
                    "Stop the worker that read the inbox and settle the round by hand.");
        }
        late(unfolding, answer);
        return null;
    }
}
