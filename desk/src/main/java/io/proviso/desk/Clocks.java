package io.proviso.desk;

import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The deadline of an offer that was received: only closures, consent, a counter and a clock that stood still move it. */
final class Clocks {
    private Clocks() {}

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

    /** The last instant of a period that counts from then, by the closures known then. */
    static Instant lastOf(PinnedRight pinned, Instant from, Window period, Context context) {
        var calendar = context.rulings().portfolio().calendars().get(pinned.calendar());
        var closures = calendar == null
                ? new BusinessCalendar.Place(pinned.calendar(), Set.of(), List.of())
                : calendar.asKnown(context.basis().knownAt(from));
        return pinned.lastOf(from, period, closures);
    }

    private static Deadline stoodStill(Deadline counted, Offer.Receipt receipt) {
        return counted.later(receipt.tolling().total());
    }

    /** Moves the deadline on record to where closures known by now put it. */
    static void moveDeadline(Unfolding unfolding, Offer offer) {
        var receipt = offer.clock();
        var deadline = deadline(receipt, unfolding.context());
        if (!deadline.equals(receipt.deadline())) {
            unfolding.then(new Event.DeadlineMoved(unfolding.now(), offer.id(), receipt.deadline(), deadline));
        }
    }
}
