package io.proviso.counsel;

import io.proviso.agreement.Box;
import io.proviso.agreement.ClauseVersion;
import io.proviso.agreement.CompiledAct;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Norm;
import io.proviso.agreement.RightInForce;
import io.proviso.agreement.Step;
import io.proviso.calendar.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response window that, for an offer received on some day, closes later than the caller's lead time. */
final class SlowWindows implements PortfolioCheck.Inspection {
    /** A year of days shows every weekday beside every holiday. */
    private static final int DAYS = 366;

    private final @Nullable Window leadTime;

    SlowWindows(@Nullable Window leadTime) {
        this.leadTime = leadTime;
    }

    @Override
    public void inspect(Era era, Findings findings) {
        if (leadTime != null) {
            era.clauses()
                    .filter(version -> Era.bodies(version).anyMatch(FirstRefusal.class::isInstance))
                    .forEach(version -> inspect(era, version, leadTime, findings));
        }
    }

    private static void inspect(Era era, ClauseVersion version, Window leadTime, Findings findings) {
        var right = era.portfolio().right(version.agreement().name(), version.name(), era.from(), era.knownAt());
        var window = right.window();
        var late = window == null ? era.from() : firstLateDay(era, right, window, leadTime);
        if (late != null) {
            findings.add(
                    Check.SLOW_WINDOW,
                    era.span(),
                    List.of(Era.place(version)),
                    right.terms().holder() + " has " + (window == null ? "an undisclosed time" : window)
                            + " to answer an offer, " + (window == null ? "which may be" : "which can be")
                            + " longer than the lead time of " + leadTime,
                    witnesses(era, version, late));
        }
    }

    private static @Nullable Instant firstLateDay(Era era, RightInForce right, Window window, Window leadTime) {
        var to = era.span().to();
        var day = era.from();
        for (int i = 0; i < DAYS && (to == null || day.isBefore(to)); i++) {
            var answered = right.deadlines().deadline(day, window).utc();
            if (answered.isAfter(right.deadlines().deadline(day, leadTime).utc())) {
                return day;
            }
            day = day.plus(Duration.ofDays(1));
        }
        return null;
    }

    private static List<Witness> witnesses(Era era, ClauseVersion version, Instant day) {
        var witnesses = new ArrayList<Witness>();
        for (var act : era.acts()) {
            for (int norm :
                    Era.norms(act, one -> asksForOffer(one) && Era.place(one).equals(Era.place(version)))) {
                var point = point(act, norm);
                if (point != null && witnesses.isEmpty()) {
                    witnesses.add(point.at(day));
                }
            }
        }
        return witnesses;
    }

    private static boolean asksForOffer(Norm norm) {
        return norm.step() != null && norm.step().kind() == Step.Kind.OFFER;
    }

    private interface Somewhere {
        Witness at(Instant day);
    }

    private static @Nullable Somewhere point(CompiledAct act, int norm) {
        var found = act.find(Box.everything(act.domain().size()), Era.only(norm), Era.only());
        return found == null ? null : day -> Witness.at(act, found, day, null);
    }
}
