package io.proviso.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A decision in the making: each event is applied at once, so that the next step sees what the last one did. */
final class Unfolding {
    private final Context context;
    private final List<Event> events = new ArrayList<>(4);
    private State state;

    Unfolding(State state, Context context) {
        this.state = state;
        this.context = context;
    }

    Unfolding then(Event event) {
        events.add(event);
        state = Desk.evolve(state, event);
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

    Decision decided() {
        return new Decision.Decided(events);
    }
}
