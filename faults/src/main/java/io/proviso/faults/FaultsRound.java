package io.proviso.faults;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Preemption;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request in an episode: its log, what its holders received and wrote, and what a witness of its history remembers. */
final class FaultsRound {
    private static final int REMEMBERED = 64;

    final FaultsPortfolio portfolio;
    /** The one whose alternates are asked; in a drawn portfolio another may stand before them too. */
    final FaultsPortfolio.Holder holder;

    final Command.Request request;
    final FaultsInbox inbox = new FaultsInbox();
    final List<Notice> defective = new ArrayList<>();
    /** When the complete notice of each offer arrived. */
    final Map<String, Instant> notices = new HashMap<>();

    final Map<String, FaultsClock> clocks = new HashMap<>();
    /** What the holders lose that accepted and then failed to deliver. */
    final Map<ClauseName, Preemption.OnFailure> failed = new HashMap<>();

    /** Rights that a holder lost for good. */
    final Set<ClauseName> lost = new HashSet<>();

    private final List<Command> sent = new ArrayList<>();

    State state = State.NOT_REQUESTED;
    int version;
    /** The latest instant at which anything was decided, by whatever clock. */
    Instant latest = Instant.MIN;

    @Nullable
    Instant requested;

    /** A defective notice in a holder's hands. */
    record Notice(String offer, Instant received) {}

    FaultsRound(FaultsPortfolio portfolio, FaultsPortfolio.Holder holder, Command.Request request) {
        this.portfolio = portfolio;
        this.holder = holder;
        this.request = request;
    }

    /** What was judged is on record. */
    void appended(Event event, State next) {
        state = next;
        version++;
        latest = event.at().isAfter(latest) ? event.at() : latest;
        if (event instanceof Event.Requested) {
            requested = event.at();
        } else if (event instanceof Event.RightSetAside setAside
                && setAside.why() == Event.RightSetAside.Why.LOST_GENERALLY) {
            lost.add(setAside.right());
        }
    }

    void sent(Command command) {
        if (sent.size() < REMEMBERED) {
            sent.add(command);
        }
    }

    /** A command that was sent before, null if none was. */
    @Nullable
    Command sentBefore(int some) {
        return sent.isEmpty() ? null : sent.get(some % sent.size());
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
}
