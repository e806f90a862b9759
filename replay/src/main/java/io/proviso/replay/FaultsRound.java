package io.proviso.replay;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Desk;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request in an episode: its log, and what its holder received and wrote. */
final class FaultsRound {
    final FaultsPortfolio.Holder holder;
    final Command.Request request;
    final List<Row> inbox = new ArrayList<>();
    final List<Instant> defective = new ArrayList<>();

    @Nullable
    Instant notice;

    State state = State.NOT_REQUESTED;
    int version;

    /** A committed answer; settled once the desk decided on it for good. */
    static final class Row {
        final String id;
        final Instant received;
        final Response response;
        boolean isSettled;

        Row(String id, Instant received, Response response) {
            this.id = id;
            this.received = received;
            this.response = response;
        }

        boolean isInTime(Instant deadline, @Nullable Instant over) {
            return !received.isAfter(deadline) && (over == null || received.isBefore(over));
        }
    }

    FaultsRound(FaultsPortfolio.Holder holder, Command.Request request) {
        this.holder = holder;
        this.request = request;
    }

    /** Appends at the version a decision was taken at, or not at all. */
    boolean append(int expectedVersion, List<Event> events) {
        if (version != expectedVersion) {
            return false;
        }
        var next = state;
        for (var event : events) {
            next = Desk.evolve(next, event);
        }
        state = next;
        version += events.size();
        return true;
    }

    @Nullable
    CapacityRequest asked() {
        return state instanceof CapacityRequest capacityRequest ? capacityRequest : null;
    }

    @Nullable
    Offer offer() {
        var asked = asked();
        return asked == null || asked.offers().isEmpty() ? null : asked.offers().getLast();
    }

    boolean isClosed() {
        var asked = asked();
        return asked != null && asked.phase() == CapacityRequest.Phase.CLOSED;
    }

    /** An instant through which every answer is decided on, for a worker that reads at that instant of the inbox's clock. */
    Instant readThrough(Instant clock) {
        var through = clock;
        for (var row : inbox) {
            if (!row.isSettled && !row.received.isAfter(through)) {
                through = row.received.minusNanos(1);
            }
        }
        return through;
    }
}
