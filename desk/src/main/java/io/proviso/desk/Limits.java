package io.proviso.desk;

import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much may be said of one request, so that what is decided of it stays quick. Only what can be said again and again without
 * settling anything is refused: an acceptance, a refusal, a lapse, an award and a withdrawal always find room.
 */
@CheckReturnValue
public final class Limits {
    /** Of one request, those in whose place others came among them. */
    static final int MOST_BIDS = 10_000;
    /** To one offer, beside the one that ends it. */
    static final int MOST_ANSWERS = 1_000;
    /** Of one request. */
    static final int MOST_EVENTS = 100_000;

    private Limits() {}

    /** Which limit of the request those events would pass; null if none. */
    public static @Nullable Refused passed(CapacityRequest before, List<Event> events) {
        if (!events.stream().allMatch(Limits::settlesNothing)) {
            return null;
        }
        for (var event : events) {
            var refused = passed(before, event);
            if (refused != null) {
                return refused;
            }
        }
        var onRecord = before.standing().heard().events();
        return onRecord + events.size() <= MOST_EVENTS
                ? null
                : refused(
                        "request " + before.need().id(), MOST_EVENTS, "events", "Bring it to its end, or withdraw it.");
    }

    private static @Nullable Refused passed(CapacityRequest before, Event event) {
        if (event instanceof Event.Countered countered) {
            return tooManyAnswers(before, countered.offer());
        }
        if (event instanceof Event.LateAnswer late) {
            return tooManyAnswers(before, late.offer());
        }
        var bids = before.bids().size() + before.standing().heard().replaced().size();
        return event instanceof Event.Quoted && bids >= MOST_BIDS
                ? refused("request " + before.need().id(), MOST_BIDS, "bids", "Award what is bid, or withdraw.")
                : null;
    }

    private static @Nullable Refused tooManyAnswers(CapacityRequest before, String id) {
        var offer = before.offer(id);
        return offer == null || offer.late().size() + offer.counters().size() < MOST_ANSWERS
                ? null
                : refused("offer " + id, MOST_ANSWERS, "answers that end nothing", "Accept, decline or waive.");
    }

    private static Refused refused(String what, int most, String of, String advice) {
        return new Refused(
                Rule.A_REQUEST_HAS_LIMITS, what + ": it has " + most + " " + of + ", the most it can", advice);
    }

    private static boolean settlesNothing(Event event) {
        return switch (event) {
            case Event.Quoted _,
                    Event.LateAnswer _,
                    Event.Countered _,
                    Event.Extended _,
                    Event.Tolled _,
                    Event.Slipped _,
                    Event.Defective _,
                    Event.DeadlineMoved _ -> true;
            case Event.Requested _,
                    Event.Offered _,
                    Event.OfferedToMatch _,
                    Event.TailOpened _,
                    Event.TailExpired _,
                    Event.RightSetAside _,
                    Event.Resumed _,
                    Event.TrancheAccepted _,
                    Event.Prolonged _,
                    Event.Failed _,
                    Event.Received _,
                    Event.Accepted _,
                    Event.Declined _,
                    Event.Waived _,
                    Event.Lapsed _,
                    Event.Moot _,
                    Event.RemainderReleased _,
                    Event.Invited _,
                    Event.Awarded _,
                    Event.Reserved _,
                    Event.Withdrawn _,
                    Event.Closed _ -> false;
        };
    }
}
