package io.proviso.replay;

import io.proviso.agreement.Rulings;
import io.proviso.desk.Desk;
import io.proviso.desk.Event;
import java.util.List;

/** The rulings by which the next request is decided: what earlier ones reserved under a consent or waiver with a limit is drawn. */
final class RulingsInTurn {
    private Rulings now;

    RulingsInTurn(Rulings first) {
        this.now = first;
    }

    Rulings now() {
        return now;
    }

    void after(List<Event> events) {
        now = Desk.drawn(now, events);
    }
}
