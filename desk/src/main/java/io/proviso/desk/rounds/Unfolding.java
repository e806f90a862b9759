package io.proviso.desk.rounds;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Event;
import io.proviso.desk.Limits;
import io.proviso.desk.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision in the making: each event is applied at once, so that the next step sees what the last one did. */
final class Unfolding {
    private final Context context;
    private final List<Event> events = new ArrayList<>(4);
    private final State before;
    private State state;
    private @Nullable Lineup lineup;

    Unfolding(State state, Context context) {
        this.before = state;
        this.state = state;
        this.context = context;
    }

    Unfolding then(Event event) {
        events.add(event);
        state = Desk.evolve(state, event);
        lineup = leavesLineup(event) ? lineup : null;
        return this;
    }

    boolean hasEvents() {
        return !events.isEmpty();
    }

    CapacityRequest request() {
        return switch (state) {
            case CapacityRequest request -> request;
            case State.NotRequested _ -> throw new IllegalStateException("nothing was requested yet");
        };
    }

    Context context() {
        return context;
    }

    Instant now() {
        return context.now();
    }

    /** Who stands before whom just now: looked at once, and again only after what may change it. */
    Lineup lineup() {
        var looked = lineup;
        if (looked == null) {
            looked = Lineup.of(request(), context);
            lineup = looked;
        }
        return looked;
    }

    /** Whether who stands before whom is the same after it: no quantity left another place, nobody refused, no right came or went. */
    private static boolean leavesLineup(Event event) {
        return switch (event) {
            case Event.Offered _,
                    Event.OfferedToMatch _,
                    Event.Received _,
                    Event.Defective _,
                    Event.DeadlineMoved _,
                    Event.Talks _,
                    Event.LateAnswer _,
                    Event.Moot _,
                    Event.RemainderReleased _,
                    Event.TailOpened _,
                    Event.Invited _,
                    Event.Quoted _ -> true;
            case Event.Requested _,
                    Event.Accepted _,
                    Event.Declined _,
                    Event.Waived _,
                    Event.Lapsed _,
                    Event.TailExpired _,
                    Event.RightSetAside _,
                    Event.Awarded _,
                    Event.Reserved _,
                    Event.Delivery _,
                    Event.Withdrawn _,
                    Event.Closed _ -> false;
        };
    }

    /** What was decided; a refusal changes nothing, whatever led to it. */
    Decision decided(@Nullable Refused refused) {
        var why =
                refused == null && before instanceof CapacityRequest request ? Limits.passed(request, events) : refused;
        return why == null ? new Decision.Decided(events) : why;
    }
}
