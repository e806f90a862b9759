package io.proviso.counsel.check;

import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.UnlistedYear;
import io.proviso.calendar.Window;
import io.proviso.counsel.Era;
import io.proviso.units.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A time to answer, or the notice of a revocation, that counts business days of a year of which the calendar lists no closure.
 *
 * <p>Revocations are those on record. Offers may be received on any day on which a right stands; one without a known end is
 * followed to the year after the newest paper, since every list ends some day.
 */
final class BeyondCalendar implements PortfolioCheck.Inspection {
    /** Years for which a right is followed at most. */
    private static final int AHEAD = 100;
    /** Within as many days, each weekday comes after each other one. */
    private static final int DAYS_LOOKED_AT = 8;

    @Override
    public void inspect(Era era, Findings findings) {
        era.clauses().forEach(version -> {
            revoked(era, version, findings);
            if (Era.bodies(version).anyMatch(FirstRefusal.class::isInstance)) {
                offered(era, version, findings);
            }
        });
    }

    private static void revoked(Era era, ClauseVersion version, Findings findings) {
        var revocation = version.exercise().revocation();
        var unlisted = version.live().stream()
                .flatMap(reading -> version.exercise().unlisted(reading).stream())
                .distinct()
                .toList();
        if (revocation != null && !unlisted.isEmpty()) {
            add(version, era.span(), "the notice of " + revocation.instrument() + " is over", unlisted, findings);
        }
    }

    private static void offered(Era era, ClauseVersion version, Findings findings) {
        var right = era.portfolio().right(version.id(), era.from(), era.knownAt());
        var window = right.window();
        if (window == null || window instanceof Window.Hours) {
            return;
        }
        Set<UnlistedYear> unlisted = new LinkedHashSet<>();
        Instant first = null;
        for (var received : receipts(era, right.deadlines()).toList()) {
            var years = right.deadlines().deadline(received, window).unlisted();
            first = first == null && !years.isEmpty() ? received : first;
            unlisted.addAll(years);
        }
        if (first != null) {
            var ends = "the time of " + window + " to answer an offer to "
                    + right.terms().holder() + " ends";
            add(version, new Interval(first, era.span().to()), ends, List.copyOf(unlisted), findings);
        }
    }

    /** Of each year that the calendar does not list, the first days on which the right stands. */
    private static Stream<Instant> receipts(Era era, DeadlineRule rule) {
        var span = era.span();
        var from = day(span.from(), rule);
        int last = span.to() == null
                ? day(era.knownAt(), rule).getYear() + 1
                : day(span.to(), rule).getYear();
        return IntStream.rangeClosed(from.getYear(), Math.min(last, from.getYear() + AHEAD))
                .filter(year -> !rule.calendar().covers(year))
                .mapToObj(year -> later(from, LocalDate.ofYearDay(year, 1)))
                .flatMap(day -> Stream.concat(Stream.of(span.from()), days(day, rule)))
                .filter(span::contains);
    }

    private static Stream<Instant> days(LocalDate first, DeadlineRule rule) {
        return first.datesUntil(first.plusDays(DAYS_LOOKED_AT))
                .map(day -> day.atTime(LocalTime.MIN).atZone(rule.zone()).toInstant());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate day(Instant instant, DeadlineRule rule) {
        return instant.atZone(rule.zone()).toLocalDate();
    }

    private static void add(
            ClauseVersion version, Interval span, String what, List<UnlistedYear> unlisted, Findings findings) {
        findings.add(
                Check.BEYOND_CALENDAR,
                span,
                List.of(Finding.Place.OfClause.of(version)),
                "nobody can know when " + what + ": " + String.join("; ", UnlistedYear.sentences(unlisted)),
                List.of());
    }
}
