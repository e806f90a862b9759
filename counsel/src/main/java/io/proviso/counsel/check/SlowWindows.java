package io.proviso.counsel.check;

import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import io.proviso.counsel.Era;
import io.proviso.counsel.Witness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A response window that, for an offer received at some instant, closes later than the caller's lead time.
 *
 * <p>Exact, to the second and as far as the calendar is kept: a time in days is the same for all receipts that count as of one day,
 * and elapsed hours grow with the receipt, so that one receipt between two such hours is the worst of them.
 */
final class SlowWindows implements PortfolioCheck.Inspection {
    /** Years within which the last one is looked for that the calendar covers. */
    private static final int AHEAD = 100;

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
        var right = era.portfolio().right(version.id(), era.from(), era.knownAt());
        var window = right.window();
        var late = window == null ? era.from() : firstLate(era, right.deadlines(), window, leadTime);
        if (late != null) {
            findings.add(
                    Check.SLOW_WINDOW,
                    era.span(),
                    List.of(Finding.Place.OfClause.of(version)),
                    right.terms().holder() + " has " + (window == null ? "an undisclosed time" : window)
                            + " to answer an offer, " + (window == null ? "which may be" : "which can be")
                            + " longer than the lead time of " + leadTime,
                    witnesses(era, version, late));
        }
    }

    private static @Nullable Instant firstLate(Era era, DeadlineRule rule, Window window, Window leadTime) {
        return receipts(era, rule, window, leadTime)
                .filter(received -> rule.deadline(received, window)
                        .utc()
                        .isAfter(rule.deadline(received, leadTime).utc()))
                .findFirst()
                .orElse(null);
    }

    /** The worst receipt of each stretch that counts as one day, and the ends of the era, which may cut one short. */
    private static Stream<Instant> receipts(Era era, DeadlineRule rule, Window window, Window leadTime) {
        var to = era.span().to();
        var first = era.from().atZone(rule.zone()).toLocalDate();
        var beyond = beyondCovered(rule, first);
        var last = to == null || to.atZone(rule.zone()).toLocalDate().isAfter(beyond)
                ? beyond
                : to.atZone(rule.zone()).toLocalDate().plusDays(1);
        var days = first.datesUntil(last)
                .map(day -> worst(day, rule, window, leadTime))
                .filter(received -> received.isAfter(era.from()) && (to == null || received.isBefore(to)));
        var lastSecond = to == null ? Stream.<Instant>empty() : Stream.of(to.minusSeconds(1));
        return Stream.of(Stream.of(era.from()), days, lastSecond).flatMap(receipts -> receipts);
    }

    private static Instant worst(LocalDate day, DeadlineRule rule, Window window, Window leadTime) {
        boolean grows = window instanceof Window.Hours;
        boolean allows = leadTime instanceof Window.Hours;
        var received =
                grows == allows ? day.atTime(LocalTime.MIN).atZone(rule.zone()).toInstant() : rule.receivedUntil(day);
        return allows && !grows ? received.plusSeconds(1) : received;
    }

    /** The first day after the last year that the calendar covers, at least a year on: that shows every weekday. */
    private static LocalDate beyondCovered(DeadlineRule rule, LocalDate first) {
        int last = IntStream.rangeClosed(first.getYear(), first.getYear() + AHEAD)
                .filter(rule.calendar()::covers)
                .max()
                .orElse(first.getYear());
        var beyond = LocalDate.ofYearDay(last + 1, 1);
        var yearOn = first.plusYears(1).plusDays(1);
        return beyond.isBefore(yearOn) ? yearOn : beyond;
    }

    private static List<Witness> witnesses(Era era, ClauseVersion version, Instant received) {
        for (var act : era.acts()) {
            for (int norm : Era.norms(
                    act,
                    one -> Era.asksForOffer(one)
                            && Finding.Place.OfClause.of(one).equals(Finding.Place.OfClause.of(version)))) {
                var point = act.find(Box.everything(act.domain().size()), Era.only(norm), Era.only());
                if (point != null) {
                    return List.of(Witness.at(act, point, received, null));
                }
            }
        }
        return List.of();
    }
}
