package io.proviso.replay;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Preemption.OnFailure;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Event;
import io.proviso.desk.rounds.Desk;
import java.util.ArrayList;
import java.util.List;

/**
 * What the next request is decided by: what earlier ones reserved under a consent or waiver with a limit is drawn, and a right
 * that its holder lost by an earlier failure stands no more.
 */
final class RulingsInTurn {
    private final List<ClauseName> lost = new ArrayList<>();
    private Rulings now;

    RulingsInTurn(Rulings first) {
        this.now = first;
    }

    Rulings now() {
        return now;
    }

    List<ClauseName> lost() {
        return List.copyOf(lost);
    }

    void after(List<Event> events) {
        now = Desk.drawn(now, events);
        for (var event : events) {
            if (event instanceof Event.Failed failed
                    && failed.loses() == OnFailure.GENERALLY
                    && failed.right() != null) {
                lost.add(failed.right());
            }
        }
    }
}
