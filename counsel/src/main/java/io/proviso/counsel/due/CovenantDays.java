package io.proviso.counsel.due;

import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import io.proviso.units.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days of a covenant: the last of each period over which it is measured, and the last of each cure. */
final class CovenantDays {
    private final ClauseVersion version;
    private final Covenant covenant;
    private final Standpoint from;
    private final Instant to;
    private final ZoneId zone;
    private final int months;
    private final @Nullable Period cure;
    private final List<Obligation> days = new ArrayList<>();

    CovenantDays(ClauseVersion version, Covenant covenant, Standpoint from, Instant to) {
        this.version = version;
        this.covenant = covenant;
        this.from = from;
        this.to = to;
        this.zone = version.agreement().clock().zone();
        this.months = switch (covenant.per()) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
        };
        this.cure = covenant.cure() == null ? null : covenant.cure().asKnown(from.knownAt());
    }

    /** A period is tested if the clause is in force at its last moment; its cure runs on even if the clause ends meanwhile. */
    List<Obligation> within(Interval stretch) {
        var first = stretch.from().atZone(zone).toLocalDate();
        var start = first.withDayOfMonth(1).withMonth((first.getMonthValue() - 1) / months * months + 1);
        if (cure != null && stretch.from().equals(from.asOf())) {
            for (var end = start; lastMoment(end.plus(cure)).isAfter(from.asOf()); end = end.minusMonths(months)) {
                if (wasInForceAt(lastMoment(end))) {
                    cure(end, cure);
                }
            }
        }
        for (var end = start.plusMonths(months); stretch.contains(lastMoment(end)); end = end.plusMonths(months)) {
            test(end);
            if (cure != null) {
                cure(end, cure);
            }
        }
        return days;
    }

    private void test(LocalDate end) {
        days.add(Due.at(
                        lastMoment(end),
                        version,
                        Obligation.Kind.COVENANT_TEST,
                        period(end),
                        "The " + English.lower(covenant.per()) + " ends over which it is measured: "
                                + from.english(zone).norm(covenant))
                .obligation()
                .of(covenant.by()));
    }

    private void cure(LocalDate end, Period time) {
        var last = lastMoment(end.plus(time));
        if (!last.isBefore(from.asOf()) && last.isBefore(to)) {
            days.add(Due.at(
                            last,
                            version,
                            Obligation.Kind.CURE,
                            "cure of " + period(end),
                            "Last day on which " + covenant.by() + " can make good what the " + period(end)
                                    + " fell short of, if it did.")
                    .obligation()
                    .of(covenant.by()));
        }
    }

    private String period(LocalDate end) {
        return English.lower(covenant.per()) + " to " + end.minusDays(1);
    }

    private boolean wasInForceAt(Instant moment) {
        var then = from.at(moment).find(version.id());
        return then != null && then.live().stream().anyMatch(reading -> covenant.equals(reading.body()));
    }

    private Instant lastMoment(LocalDate end) {
        return end.atStartOfDay(zone).toInstant().minus(Duration.ofNanos(1));
    }
}
