package io.proviso.desk.rounds;

import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.calendar.Window;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.PinnedRight;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From an offer to a running clock: a complete notice in the holder's hands. */
@CheckReturnValue
final class Notices {
    private Notices() {}

    static @Nullable Refused confirmDelivery(Unfolding unfolding, Command.ConfirmDelivery command) {
        var request = unfolding.request();
        var offer = request.offer(command.offer());
        if (offer == null) {
            return noSuchOffer(request, command.offer());
        }
        var receipt = offer.receipt();
        if (receipt != null) {
            return receipt.at().equals(command.received()) && command.missing().isEmpty()
                    ? null
                    : new Refused(
                            Rule.ONE_RECEIPT_PER_OFFER,
                            "offer " + offer.id() + ": it was received at " + receipt.at() + ", not at "
                                    + command.received(),
                            "The first complete receipt counts.");
        }
        var repeats =
                !command.missing().isEmpty() && (command.missing().equals(offer.missing()) || isTold(offer, command));
        if (!offer.isOpen() || repeats) {
            return null;
        }
        if (command.received().isAfter(unfolding.now()) || command.received().isBefore(offer.made())) {
            return new Refused(
                    Rule.NOTHING_FROM_THE_FUTURE,
                    "offer " + offer.id() + ": a receipt at " + command.received() + " does not lie between the offer ("
                            + offer.made() + ") and now (" + unfolding.now() + ")",
                    "Report the instant at which the notice arrived.");
        }
        if (!command.missing().isEmpty()) {
            unfolding.then(new Event.Defective(unfolding.now(), offer.id(), command.received(), command.missing()));
            return null;
        }
        return startClock(unfolding, offer, command.received());
    }

    private static @Nullable Refused startClock(Unfolding unfolding, Offer offer, Instant received) {
        var context = unfolding.context();
        var over = Rights.overSince(offer, context);
        if (over != null && !over.isAfter(context.basis().asOf(received))) {
            Expiry.moot(unfolding, offer, over);
            return null;
        }
        var right = Rights.inForce(offer.right().name(), received, context);
        var lacking = NoticeContents.lacking(right, unfolding.request().need(), offer.bargain());
        if (!lacking.isEmpty()) {
            if (!lacking.equals(offer.missing())) {
                unfolding.then(new Event.Defective(context.now(), offer.id(), received, lacking));
            }
            return null;
        }
        return startClock(unfolding, offer, received, right);
    }

    /** Who answers has the notice, whatever it lacked: where nothing else is on record, its clock starts by the answer. */
    static @Nullable Refused provedBy(Unfolding unfolding, Offer offer, Instant answered) {
        var right = Rights.inForce(offer.right().name(), answered, unfolding.context());
        return startClock(unfolding, offer, answered, right);
    }

    private static @Nullable Refused startClock(
            Unfolding unfolding, Offer offer, Instant received, RightInForce right) {
        var context = unfolding.context();
        var obstacle = Obstacles.toRound(right, unfolding.request().need(), context);
        var window = window(unfolding.request(), offer, right);
        if (obstacle != null || window == null) {
            return Objects.requireNonNull(obstacle);
        }
        var pinned = PinnedRight.of(right, window);
        var closures = right.deadlines().calendar().asKnown(context.basis().knownAt(received));
        var receipt =
                new Offer.Receipt(received, pinned, pinned.counting(closures).deadline(received, window));
        var deadline = Clocks.deadline(offer.received(receipt, context.now()), context);
        unfolding.then(new Event.Received(context.now(), offer.id(), receipt.due(deadline)));
        return null;
    }

    private static boolean isTold(Offer offer, Command.ConfirmDelivery notice) {
        return offer.round().steps().stream()
                .anyMatch(step -> step.at().equals(notice.received())
                        && step.what().equals(new Happening.Received(notice.missing())));
    }

    /** A holder that was asked before has the shorter window of a re-offer, if the clause knows one. */
    private static @Nullable Window window(CapacityRequest request, Offer offer, RightInForce right) {
        var shorter = right.terms().preemption().conduct().reofferWindow();
        boolean reoffers = request.offers().stream()
                .takeWhile(other -> !other.id().equals(offer.id()))
                .anyMatch(other -> offer.round().putsOtherTermsThan(other.round()));
        return shorter != null && reoffers ? shorter : right.window();
    }

    static Refused noSuchOffer(CapacityRequest request, String offer) {
        return new Refused(
                Rule.NO_SUCH_OFFER,
                "request " + request.need().id() + ": there is no offer " + offer,
                "Its offers are " + request.offers().stream().map(Offer::id).toList() + ".");
    }
}
