package io.proviso.replay;

import io.proviso.desk.Basis;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Scenario;
import java.time.Instant;

/** Everything around the requests of one replay: what rules, what time it is, who has what, and chance. */
record World(
        Scenario scenario, RulingsInTurn rulings, Agenda agenda, VirtualClock clock, Holdings holdings, Draws draws) {
    Market market() {
        return scenario.market();
    }

    Basis basis() {
        return scenario.ground().basis();
    }

    Instant now() {
        return clock.instant(agenda.now());
    }
}
