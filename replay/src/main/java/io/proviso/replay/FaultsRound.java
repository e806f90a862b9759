package io.proviso.replay;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.ClauseName;
import io.proviso.desk.Command;
import io.proviso.desk.Desk;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request in an episode: its log, and what its holders received and wrote. */
final class FaultsRound {
    final FaultsPortfolio portfolio;
    /** The one whose alternates are asked; in a drawn portfolio another may stand before them too. */
    final FaultsPortfolio.Holder holder;

    final Command.Request request;
    final List<Row> inbox = new ArrayList<>();
    final List<Notice> defective = new ArrayList<>();
    /** When the complete notice of each offer arrived. */
    final Map<String, Instant> notices = new HashMap<>();
    /** Offers whose deadline something other than a closure moved. */
    final Set<String> prolonged = new HashSet<>();
    /** Rights that a holder lost for good. */
    final Set<ClauseName> lost = new HashSet<>();

    State state = State.NOT_REQUESTED;
    int version;

    @Nullable
    Instant requested;

    /** A defective notice in a holder's hands. */
    record Notice(String offer, Instant received) {}

    /** A committed answer; settled once the desk decided on it for good, and unfit if it can never count. */
    static final class Row {
        final String offer;
        final String id;
        final Instant received;
        final Response response;
        boolean isSettled;
        boolean isUnfit;

        Row(String offer, String id, Instant received, Response response) {
            this.offer = offer;
            this.id = id;
            this.received = received;
            this.response = response;
        }

        boolean isInTime(Instant deadline, @Nullable Instant over) {
            return !received.isAfter(deadline) && (over == null || received.isBefore(over));
        }

        boolean is(Command.Answer answer) {
            return id.equals(answer.id()) && received.equals(answer.received()) && response.equals(answer.response());
        }
    }

    FaultsRound(FaultsPortfolio portfolio, FaultsPortfolio.Holder holder, Command.Request request) {
        this.portfolio = portfolio;
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
            note(event);
        }
        state = next;
        version += events.size();
        return true;
    }

    private void note(Event event) {
        if (event instanceof Event.Requested) {
            requested = event.at();
        } else if (event instanceof Event.Extended extended) {
            prolonged.add(extended.offer());
        } else if (event instanceof Event.Tolled tolled) {
            prolonged.add(tolled.offer());
        } else if (event instanceof Event.RightSetAside setAside
                && setAside.why() == Event.RightSetAside.Why.LOST_GENERALLY) {
            lost.add(setAside.right());
        }
    }

    @Nullable
    CapacityRequest asked() {
        return state instanceof CapacityRequest capacityRequest ? capacityRequest : null;
    }

    /** The offer made last, null if none was. */
    @Nullable
    Offer offer() {
        var asked = asked();
        return asked == null || asked.offers().isEmpty() ? null : asked.offers().getLast();
    }

    /** Any of the offers made, null if none was. */
    @Nullable
    Offer offer(int some) {
        var asked = asked();
        return asked == null || asked.offers().isEmpty()
                ? null
                : asked.offers().get(some % asked.offers().size());
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
