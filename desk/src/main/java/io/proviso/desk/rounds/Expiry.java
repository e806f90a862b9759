package io.proviso.desk.rounds;

import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.rounds.RoundCourse.Answer;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an open offer ends without an answer: its deadline passed, or the right ended first. Only with the inbox read that far. */
@CheckReturnValue
final class Expiry {
    private Expiry() {}

    static @Nullable Refused expire(Unfolding unfolding, Command.Expire command) {
        var offer = unfolding.request().openOffer();
        if (offer != null) {
            return settle(unfolding, offer, command.inboxReadThrough());
        }
        return Tails.renew(unfolding)
                ? null
                : new Refused(
                        Rule.NO_SUCH_OFFER,
                        "request " + unfolding.request().need().id() + ": no offer is open that could lapse",
                        "Nothing is to be done.");
    }

    static @Nullable Refused review(Unfolding unfolding, Command.Review command) {
        var offer = unfolding.request().openOffer();
        if (offer == null) {
            Tails.renew(unfolding);
            return null;
        }
        var refused = settle(unfolding, offer, command.inboxReadThrough());
        return refused != null && nothingIsDue(refused.rule()) ? null : refused;
    }

    private static boolean nothingIsDue(Rule rule) {
        return rule == Rule.NOT_YET_DUE || rule == Rule.ONLY_A_RECEIPT_STARTS_THE_CLOCK;
    }

    private static @Nullable Refused settle(Unfolding unfolding, Offer offer, Instant inboxReadThrough) {
        var now = unfolding.now();
        if (inboxReadThrough.isAfter(now)) {
            return readIntoTheFuture(offer, inboxReadThrough, now);
        }
        if (offer.isUndecided()) {
            return undecided(offer);
        }
        var deadline = deadline(offer, unfolding.context());
        var over = Rights.overSince(offer, unfolding.context());
        if (over != null && !over.isAfter(deadline)) {
            return moot(unfolding, offer, over, inboxReadThrough, "its right ended");
        }
        var passed = now.isAfter(deadline);
        if (!passed && !Lineup.stillAsked(unfolding.request(), offer, unfolding.context())) {
            return moot(unfolding, offer, now, inboxReadThrough, "nothing asks for it any more");
        }
        if (offer.receipt() == null) {
            return new Refused(
                    Rule.ONLY_A_RECEIPT_STARTS_THE_CLOCK,
                    "offer " + offer.id() + ": it cannot lapse, no complete notice was received",
                    "Deliver the notice again and confirm its receipt.");
        }
        if (passed && inboxReadThrough.isBefore(deadline)) {
            return inboxUnread(offer, inboxReadThrough, deadline, "its deadline passed");
        }
        Clocks.moveDeadline(unfolding, offer);
        if (passed) {
            lapse(unfolding, offer, deadline);
        }
        return unfolding.hasEvents() ? null : notYetDue(offer, deadline, now);
    }

    /** As far as is known by now; none while nobody received the offer, or its clock stands still. */
    private static Instant deadline(Offer offer, Context context) {
        var receipt = offer.receipt();
        return receipt == null || offer.stopped() != null
                ? Instant.MAX
                : Clocks.deadline(offer, context).utc();
    }

    private static Refused notYetDue(Offer offer, Instant deadline, Instant now) {
        var stopped = offer.stopped();
        return stopped == null || !(stopped.what() instanceof Happening.Tolled(String event))
                ? new Refused(
                        Rule.NOT_YET_DUE,
                        "offer " + offer.id() + ": it can be answered through " + deadline + ", it is " + now,
                        "Come back after the deadline.")
                : new Refused(
                        Rule.NOT_YET_DUE,
                        "offer " + offer.id() + ": its clock stands still since " + stopped.at() + " (" + event
                                + "), it cannot lapse",
                        "Resume it when the event is over.");
    }

    private static void lapse(Unfolding unfolding, Offer offer, Instant deadline) {
        var by = new Ending.Lapsed(deadline);
        var course = Clocks.course(offer, unfolding.context());
        var ended = course.ended(course.silence(), deadline, deadline);
        var all = Response.Accepts.asOffered(offer.gpus());
        boolean isTaken = switch (ended.answer()) {
            case Answer.Leaves _ -> false;
            // Silence takes nothing that its holder may not supply by now, and nobody is left who could cure it.
            case Answer.Takes _ -> Acceptances.reserve(unfolding, offer, all, by, course, ended) == null;
        };
        if (!isTaken) {
            unfolding.then(new Event.Lapsed(unfolding.now(), offer.id(), by));
            Rounds.left(unfolding, offer, offer.gpus(), course, ended);
        }
    }

    private static @Nullable Refused moot(
            Unfolding unfolding, Offer offer, Instant since, Instant readThrough, String because) {
        if (readThrough.isBefore(since)) {
            return inboxUnread(offer, readThrough, since, because);
        }
        moot(unfolding, offer, since);
        return null;
    }

    static void moot(Unfolding unfolding, Offer offer, Instant since) {
        unfolding.then(new Event.Moot(unfolding.now(), offer.id(), new Ending.Moot(since)));
        Rounds.goOn(unfolding, offer.gpus());
    }

    /** What keeps the customer from settling an open offer now; null if every answer received by now was read. */
    static @Nullable Refused whyNotRead(Offer offer, Instant readThrough, Instant now, String because) {
        if (readThrough.isAfter(now)) {
            return readIntoTheFuture(offer, readThrough, now);
        }
        if (readThrough.isBefore(now)) {
            return inboxUnread(offer, readThrough, now, because);
        }
        return offer.isUndecided() ? undecided(offer) : null;
    }

    private static Refused undecided(Offer offer) {
        return new Refused(
                Rule.NOT_YET_DUE,
                "offer " + offer.id()
                        + ": it was answered while its clock stands still, and nobody knows yet whether in time",
                "Let the clock run again first.");
    }

    private static Refused readIntoTheFuture(Offer offer, Instant readThrough, Instant now) {
        return new Refused(
                Rule.NOTHING_FROM_THE_FUTURE,
                "offer " + offer.id() + ": the inbox cannot have been read through " + readThrough + ", it is " + now,
                "Use one clock for inbox and desk.");
    }

    private static Refused inboxUnread(Offer offer, Instant readThrough, Instant until, String because) {
        return new Refused(
                Rule.INBOX_READ_FIRST,
                "offer " + offer.id() + ": " + because + ", but the inbox was read through " + readThrough
                        + " only, not through " + until + "; an answer received in time may be waiting",
                "Read the inbox first.");
    }
}
