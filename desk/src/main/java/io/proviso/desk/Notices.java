package io.proviso.desk;

import io.proviso.agreement.RightInForce;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.Window;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From an offer to a running clock: a complete notice in the holder's hands, and a deadline that only new closures move. */
final class Notices {
    private Notices() {}

    static Decision confirmDelivery(CapacityRequest request, Command.ConfirmDelivery command, Context context) {
        var offer = request.offer(command.offer());
        if (offer == null) {
            return noSuchOffer(request, command.offer());
        }
        var receipt = offer.receipt();
        if (receipt != null) {
            return receipt.at().equals(command.received()) && command.missing().isEmpty()
                    ? Decision.nothingNew()
                    : new Refused(
                            Rule.ONE_RECEIPT_PER_OFFER,
                            "offer " + offer.id() + ": it was received at " + receipt.at() + ", not at "
                                    + command.received(),
                            "The first complete receipt counts.");
        }
        var repeats = !command.missing().isEmpty() && command.missing().equals(offer.missing());
        if (!offer.isOpen() || repeats) {
            return Decision.nothingNew();
        }
        if (command.received().isAfter(context.now()) || command.received().isBefore(offer.made())) {
            return new Refused(
                    Rule.NOTHING_FROM_THE_FUTURE,
                    "offer " + offer.id() + ": a receipt at " + command.received() + " does not lie between the offer ("
                            + offer.made() + ") and now (" + context.now() + ")",
                    "Report the instant at which the notice arrived.");
        }
        if (!command.missing().isEmpty()) {
            return new Unfolding(request, context)
                    .then(new Event.Defective(context.now(), offer.id(), command.received(), command.missing()))
                    .decided();
        }
        return startClock(new Unfolding(request, context), offer, command.received());
    }

    private static Decision startClock(Unfolding unfolding, Offer offer, Instant received) {
        var context = unfolding.context();
        var over = Rights.overSince(offer, context);
        if (over != null && !over.isAfter(context.basis().asOf(received))) {
            return Expiry.moot(unfolding, offer, over);
        }
        var right = Rights.inForce(offer.right().name(), received, context);
        var lacking = NoticeContents.lacking(right, unfolding.request().need(), offer.bargain());
        if (!lacking.isEmpty()) {
            return lacking.equals(offer.missing())
                    ? Decision.nothingNew()
                    : unfolding
                            .then(new Event.Defective(context.now(), offer.id(), received, lacking))
                            .decided();
        }
        var unready = Requests.whyNoRound(right, unfolding.request().need(), context);
        var window = window(unfolding.request(), offer, right);
        if (unready != null || window == null) {
            return Objects.requireNonNull(unready);
        }
        var pinned = PinnedRight.of(right, window);
        var closures = right.deadlines().calendar().asKnown(context.basis().knownAt(received));
        var receipt = new Offer.Receipt(received, pinned, pinned.deadline(received, closures));
        receipt = receipt.due(deadline(receipt, context));
        return unfolding
                .then(new Event.Received(context.now(), offer.id(), receipt))
                .decided();
    }

    /** A holder that was asked before has the shorter window of a re-offer, if the clause knows one. */
    private static @Nullable Window window(CapacityRequest request, Offer offer, RightInForce right) {
        var shorter = right.terms().preemption().conduct().reofferWindow();
        var first = request.offers().stream()
                .filter(other -> other.right().name().equals(offer.right().name()))
                .findFirst()
                .orElse(offer);
        return shorter == null || first.id().equals(offer.id()) || offer.bargain() == null ? right.window() : shorter;
    }

    /**
     * The deadline with every closure that became known before it came, whenever the desk gets round to it.
     *
     * <p>A closure recorded after the deadline had passed does not bring the offer back to life.
     */
    static Deadline deadline(Offer.Receipt receipt, Context context) {
        var calendar =
                context.rulings().portfolio().calendars().get(receipt.pinned().calendar());
        var deadline = receipt.deadline();
        while (calendar != null) {
            var seen = context.now().isBefore(deadline.utc()) ? context.now() : deadline.utc();
            var closures = calendar.asKnown(context.basis().knownAt(seen));
            var counted = receipt.pinned().deadline(receipt.countedFrom(), closures);
            var next = stoodStill(counted, receipt);
            if (!next.utc().isAfter(deadline.utc())) {
                break;
            }
            deadline = next;
        }
        return deadline;
    }

    /** The deadline if the window counts anew from then, with every closure that became known before it came. */
    static Deadline anew(Offer.Receipt receipt, Instant from, Context context) {
        var calendar =
                context.rulings().portfolio().calendars().get(receipt.pinned().calendar());
        if (calendar == null) {
            return receipt.deadline();
        }
        var closures = calendar.asKnown(context.basis().knownAt(from));
        var again = receipt.anew(from, receipt.pinned().deadline(from, closures));
        return deadline(again.due(stoodStill(again.deadline(), again)), context);
    }

    private static Deadline stoodStill(Deadline counted, Offer.Receipt receipt) {
        return new Deadline(
                counted.deemedReceived(), counted.local().plus(receipt.tolling().total()));
    }

    /** Moves the deadline on record to where closures known by now put it. */
    static Unfolding moveDeadline(Unfolding unfolding, Offer offer, Offer.Receipt receipt) {
        var deadline = deadline(receipt, unfolding.context());
        return deadline.equals(receipt.deadline())
                ? unfolding
                : unfolding.then(new Event.DeadlineMoved(unfolding.now(), offer.id(), receipt.deadline(), deadline));
    }

    static Refused noSuchOffer(CapacityRequest request, String offer) {
        return new Refused(
                Rule.NO_SUCH_OFFER,
                "request " + request.need().id() + ": there is no offer " + offer,
                "Its offers are " + request.offers().stream().map(Offer::id).toList() + ".");
    }
}
