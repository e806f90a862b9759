package io.proviso.desk;

import io.proviso.agreement.FirstRefusal.OnLapse;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Offer.Ending;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an open offer ends without an answer: its deadline passed, or the right ended first. Only with the inbox read that far. */
final class Expiry {
    private Expiry() {}

    static Decision expire(CapacityRequest request, Command.Expire command, Context context) {
        var offer = request.openOffer();
        if (offer == null) {
            var renewed = Tails.renew(request, context);
            return renewed != null
                    ? renewed
                    : new Refused(
                            Rule.NO_SUCH_OFFER,
                            "request " + request.need().id() + ": no offer is open that could lapse",
                            "Nothing is to be done.");
        }
        return settle(request, offer, command.inboxReadThrough(), context);
    }

    static Decision review(CapacityRequest request, Command.Review command, Context context) {
        var offer = request.openOffer();
        if (offer == null) {
            var renewed = Tails.renew(request, context);
            return renewed != null ? renewed : Decision.nothingNew();
        }
        var settled = settle(request, offer, command.inboxReadThrough(), context);
        return settled instanceof Refused refused && nothingIsDue(refused.rule()) ? Decision.nothingNew() : settled;
    }

    private static boolean nothingIsDue(Rule rule) {
        return rule == Rule.NOT_YET_DUE || rule == Rule.ONLY_A_RECEIPT_STARTS_THE_CLOCK;
    }

    private static Decision settle(CapacityRequest request, Offer offer, Instant inboxReadThrough, Context context) {
        var now = context.now();
        if (inboxReadThrough.isAfter(now)) {
            return readIntoTheFuture(offer, inboxReadThrough, now);
        }
        if (offer.isUndecided()) {
            return undecided(offer);
        }
        var receipt = offer.receipt();
        var deadline = receipt == null || receipt.tolling().since() != null
                ? Instant.MAX
                : Notices.deadline(receipt, context).utc();
        var over = Rights.overSince(offer, context);
        if (over != null && !over.isAfter(deadline)) {
            return inboxReadThrough.isBefore(over)
                    ? inboxUnread(offer, inboxReadThrough, over, "its right ended")
                    : moot(new Unfolding(request, context), offer, over);
        }
        var passed = now.isAfter(deadline);
        if (!passed && !Rights.stillAsked(request, offer, context)) {
            return inboxReadThrough.isBefore(now)
                    ? inboxUnread(offer, inboxReadThrough, now, "nothing asks for it any more")
                    : moot(new Unfolding(request, context), offer, now);
        }
        if (receipt == null) {
            return new Refused(
                    Rule.ONLY_A_RECEIPT_STARTS_THE_CLOCK,
                    "offer " + offer.id() + ": it cannot lapse, no complete notice was received",
                    "Deliver the notice again and confirm its receipt.");
        }
        var unfolding = Notices.moveDeadline(new Unfolding(request, context), offer, receipt);
        if (!passed) {
            return unfolding.hasEvents() ? unfolding.decided() : notYetDue(offer, deadline, now);
        }
        return inboxReadThrough.isBefore(deadline)
                ? inboxUnread(offer, inboxReadThrough, deadline, "its deadline passed")
                : lapse(unfolding, offer, receipt.pinned(), deadline);
    }

    private static Refused notYetDue(Offer offer, Instant deadline, Instant now) {
        var tolling = offer.clock().tolling();
        return tolling.since() == null
                ? new Refused(
                        Rule.NOT_YET_DUE,
                        "offer " + offer.id() + ": it can be answered through " + deadline + ", it is " + now,
                        "Come back after the deadline.")
                : new Refused(
                        Rule.NOT_YET_DUE,
                        "offer " + offer.id() + ": its clock stands still since " + tolling.since() + " ("
                                + tolling.event() + "), it cannot lapse",
                        "Resume it when the event is over.");
    }

    private static Decision lapse(Unfolding unfolding, Offer offer, PinnedRight pinned, Instant deadline) {
        var by = new Ending.Lapsed(deadline);
        if (pinned.terms().onLapse() == OnLapse.ACCEPT) {
            var all = Response.Accepts.asOffered(offer.gpus());
            if (Acceptances.reserve(unfolding, offer, all, by, deadline) instanceof Decision.Decided accepted) {
                return accepted;
            }
            // Silence takes nothing that its holder may not supply by now, and nobody is left who could cure it.
        }
        unfolding.then(new Event.Lapsed(unfolding.now(), offer.id(), by));
        return Rounds.refused(unfolding, offer, offer.gpus(), deadline);
    }

    static Decision moot(Unfolding unfolding, Offer offer, Instant since) {
        unfolding.then(new Event.Moot(unfolding.now(), offer.id(), new Ending.Moot(since)));
        return Rounds.goOn(unfolding, offer.gpus());
    }

    /** What keeps the customer from settling an open offer now; null if every answer received by now was read. */
    static @Nullable Refused whyNotRead(Offer offer, Instant readThrough, Context context, String because) {
        var now = context.now();
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
