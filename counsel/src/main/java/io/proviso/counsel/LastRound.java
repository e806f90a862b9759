package io.proviso.counsel;

import io.proviso.agreement.ClauseVersion;
import io.proviso.agreement.RightInForce;
import io.proviso.calendar.UnlistedYear;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest cut-off in a stretch at which an offer under a right of first refusal can be received and run its whole window. */
record LastRound(RightInForce right, Window window, Instant received) {
    /**
     * The last one while a version is in force.
     *
     * @param next when the stretch ends, null if nothing is known to change
     * @return null if the right has no known end or window, or if an offer can wait for a later version or had to come sooner
     */
    static @Nullable LastRound of(Standpoint here, ClauseVersion version, @Nullable Instant next) {
        var last = beforeTheEnd(here, version);
        if (last == null || last.received().isBefore(here.asOf())) {
            return null;
        }
        if (next == null || last.received().isBefore(next)) {
            return last;
        }
        // It is left to later versions, unless the next one asks for an earlier day than its own first.
        var later = beforeTheEnd(here.at(next), version);
        return later != null && later.received().isBefore(next)
                ? new LastRound(last.right(), last.window(), lastCutoffBefore(next, last.right()))
                : null;
    }

    private static @Nullable LastRound beforeTheEnd(Standpoint at, ClauseVersion version) {
        var right = at.compiled().right(version.id(), at.asOf(), at.knownAt());
        var ends = right.ends();
        var window = right.window();
        if (ends == null || window == null) {
            return null;
        }
        var rule = right.deadlines();
        var day = ends.atZone(rule.zone()).toLocalDate();
        return new LastRound(right, window, cutoff(latestBefore(ends, day, right, window), right));
    }

    /** A later receipt never has an earlier deadline, so that the last day can be narrowed down even for a window of a century. */
    private static LocalDate latestBefore(Instant ends, LocalDate latest, RightInForce right, Window window) {
        var fits = latest;
        var beyond = latest;
        for (long back = 1; !endsBefore(ends, fits, right, window); back *= 2) {
            beyond = fits;
            fits = fits.minusDays(back);
        }
        while (fits.plusDays(1).isBefore(beyond)) {
            var middle = fits.plusDays(ChronoUnit.DAYS.between(fits, beyond) / 2);
            if (endsBefore(ends, middle, right, window)) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        return fits;
    }

    private static boolean endsBefore(Instant ends, LocalDate day, RightInForce right, Window window) {
        return right.deadlines().deadline(cutoff(day, right), window).utc().isBefore(ends);
    }

    /** Years beyond the calendar's list on which the day depends. */
    List<UnlistedYear> unlisted() {
        return right.deadlines().deadline(received, window).unlisted();
    }

    private static Instant lastCutoffBefore(Instant next, RightInForce right) {
        var day = next.atZone(right.deadlines().zone()).toLocalDate();
        return cutoff(day, right).isBefore(next) ? cutoff(day, right) : cutoff(day.minusDays(1), right);
    }

    private static Instant cutoff(LocalDate day, RightInForce right) {
        var rule = right.deadlines();
        return day.atTime(rule.cutoff()).atZone(rule.zone()).toInstant();
    }
}
