package io.proviso.desk.rounds;

import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Circumstances;
import io.proviso.desk.Event;
import io.proviso.desk.Event.RightSetAside.Why;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What takes a right away before the need is offered to anybody: a bridge over an emergency, or that its holder lost it. */
final class Exemptions {
    private Exemptions() {}

    /** Sets those rights aside that do not stand before the need, whenever they appear. */
    static void setAside(Unfolding unfolding) {
        var need = unfolding.request().need();
        if (!mayExempt(need.circumstances())) {
            return;
        }
        for (var right : unfolding.lineup().unsettled()) {
            var why = why(right, need);
            if (why != null) {
                var name = right.name();
                unfolding.then(new Event.RightSetAside(unfolding.now(), name, why));
            }
        }
    }

    private static boolean mayExempt(Circumstances circumstances) {
        return circumstances.emergency() != null || !circumstances.lost().isEmpty();
    }

    static @Nullable Why why(RightInForce right, CapacityRequest.Need need) {
        var name = right.name();
        if (need.circumstances().lost().contains(name)) {
            return Why.LOST_GENERALLY;
        }
        var bridge = right.terms().preemption().reach().bridge();
        if (bridge == null || need.circumstances().emergency() == null) {
            return null;
        }
        var size = need.terms().size();
        var term = need.terms().schedule().term();
        var fits = term.compareTo(Duration.ofDays(bridge.days())) <= 0
                && (bridge.upTo() == null
                        || need.counted(size.gpus()) <= bridge.upTo().number());
        return fits ? Why.EMERGENCY_BRIDGE : null;
    }
}
