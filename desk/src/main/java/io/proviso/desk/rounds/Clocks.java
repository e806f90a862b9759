package io.proviso.desk.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.rounds.RoundCourse;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Deadline;
import io.proviso.desk.Context;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.PinnedRight;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How the round of an offer goes that was received, by the text pinned then: only closures, consent, a counter and a clock that
 * stood still move its deadline.
 */
final class Clocks {
    private Clocks() {}

    /**
     * The deadline with every closure that became known before it came, whenever the desk gets round to it.
     *
     * <p>A closure recorded after the deadline had passed does not bring the offer back to life.
     */
    static Deadline deadline(Offer offer, Context context) {
        return deadline(offer, offer.clock().deadline(), context);
    }

    private static Deadline deadline(Offer offer, Deadline onRecord, Context context) {
        var deadline = onRecord;
        while (true) {
            var seen = context.now().isBefore(deadline.utc()) ? context.now() : deadline.utc();
            var open = course(offer, running(offer), seen, context).lastOpen();
            var next = open == null ? null : open.deadline();
            if (next == null || !next.utc().isAfter(deadline.utc())) {
                return deadline;
            }
            deadline = next;
        }
    }

    /** The deadline after a counter, which may begin the window anew, or another one; that on record if it did neither. */
    static Deadline afterCounter(Offer offer, Instant received, Context context) {
        var onRecord = offer.clock().deadline();
        var open = course(offer, running(offer), received, context).lastOpen();
        var counted = open != null && open.countedFrom().equals(received) ? open.deadline() : null;
        if (open == null || counted == null) {
            return onRecord;
        }
        var due = deadline(offer, counted, context);
        boolean isAnotherStage = open.stage() > 0;
        return isAnotherStage || due.utc().isAfter(onRecord.utc()) ? due : onRecord;
    }

    /** As if its clock ran: a standstill that lasts counts when it is over. */
    private static Round running(Offer offer) {
        var stopped = offer.stopped();
        return stopped == null
                ? offer.round()
                : offer.round()
                        .telling(offer.round().steps().stream()
                                .filter(step -> !step.equals(stopped))
                                .toList());
    }

    /** How it goes if that comes next, with every closure that counts for the deadline on record. */
    static RoundCourse course(Offer offer, Round.Step next, Context context) {
        return course(offer, offer.round().with(next), deadline(offer, context).utc(), context);
    }

    /** The same as it is on record. */
    static RoundCourse course(Offer offer, Context context) {
        return course(offer, offer.round(), deadline(offer, context).utc(), context);
    }

    private static RoundCourse course(Offer offer, Round round, Instant seen, Context context) {
        var pinned = offer.clock().pinned();
        return pinned.course(round, closures(pinned, seen, context));
    }

    /** Of a calendar that the portfolio no longer has, no closure is known. */
    private static BusinessCalendar closures(PinnedRight pinned, Instant seen, Context context) {
        var calendar = context.rulings().portfolio().calendars().get(pinned.calendar());
        return calendar == null
                ? new BusinessCalendar.Place(pinned.calendar(), Set.of(), List.of())
                : calendar.asKnown(context.basis().knownAt(seen));
    }

    /** Moves the deadline on record to where closures known by now, and the time for which the clock stood still, put it. */
    static void moveDeadline(Unfolding unfolding, Offer offer) {
        var receipt = offer.clock();
        var deadline = deadline(offer, unfolding.context());
        if (!deadline.equals(receipt.deadline())) {
            unfolding.then(new Event.DeadlineMoved(unfolding.now(), offer.id(), receipt.deadline(), deadline));
        }
    }
}
