package io.proviso.counsel.check;

import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.TrancheCourse;
import io.proviso.counsel.Era;
import io.proviso.counsel.english.English;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A remedy for a late delivery that comes to nothing, or before the delivery is late at all. */
final class HollowRemedies implements PortfolioCheck.Inspection {
    @Override
    public void inspect(Era era, Findings findings) {
        era.eachCommitment((version, course) ->
                course.tranches().forEach(tranche -> inspect(era, version, course.promise(), tranche, findings)));
    }

    private static void inspect(
            Era era, ClauseVersion version, Commitment promise, TrancheCourse tranche, Findings findings) {
        var zone = version.agreement().clock().zone();
        var english = English.ofDays(zone, era.knownAt());
        var name = "tranche " + tranche.tranche().name();
        var perDay = tranche.perDay();
        var cap = tranche.cap();
        if (perDay != null && cap != null && cap.compareTo(perDay) < 0) {
            add(
                    era,
                    version,
                    findings,
                    "the credits for " + name + " are capped at "
                            + English.money(cap.rounded()) + ", which is less than the "
                            + English.money(perDay.rounded())
                            + " of one day");
        }
        var delay = tranche.tranche().delay();
        if ((perDay == null || cap == null)
                && delay != null
                && delay.credits() != null
                && part(delay.credits().perDay(), era) instanceof Delivery.Part.Share(BigDecimal eachDay)
                && part(delay.credits().cap(), era) instanceof Delivery.Part.Share(BigDecimal most)
                && most.compareTo(eachDay) < 0) {
            add(
                    era,
                    version,
                    findings,
                    "the credits for " + name + " are capped at " + English.percent(most)
                            + " of its price, which is less than the " + English.percent(eachDay) + " of one day");
        }
        var late = tranche.late();
        var exit = tranche.exit();
        if (late != null && exit != null && exit.isBefore(late)) {
            add(
                    era,
                    version,
                    findings,
                    promise.by() + " may end " + name + " or its order from " + english.day(exit)
                            + " on, but its grace runs through " + english.lastDayOf(late));
        }
        var term = promise.term().asKnown(era.knownAt());
        if (tranche.due() != null
                && term != null
                && term.to() != null
                && !tranche.due().isBefore(term.to())) {
            add(
                    era,
                    version,
                    findings,
                    name + " is due with " + english.lastDayOf(tranche.due()) + ", when the term is over");
        }
    }

    private static Delivery.@Nullable Part part(@Nullable Stated<Delivery.Part> stated, Era era) {
        return stated == null ? null : stated.asKnown(era.knownAt());
    }

    private static void add(Era era, ClauseVersion version, Findings findings, String message) {
        findings.add(Check.HOLLOW_REMEDY, era.span(), List.of(Finding.Place.OfClause.of(version)), message, List.of());
    }
}
