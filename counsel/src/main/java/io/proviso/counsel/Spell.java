package io.proviso.counsel;

import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.english.English;
import io.proviso.units.Interval;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * For how long something binds within the time looked at, in the zone of its agreement.
 *
 * @param from when it begins to bind; null if it binds from the start of that time
 * @param until when it no longer binds; null if it binds to the end of that time
 */
public record Spell(@Nullable ZonedDateTime from, @Nullable ZonedDateTime until) {
    public Spell {
        if (from != null && until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("spell: the end (" + until + ") must be after the start (" + from + ")");
        }
    }

    /** Of a version in a stretch of the time looked at. */
    public static Spell of(ClauseVersion version, Interval stretch, Interval looked) {
        var zone = version.agreement().clock().zone();
        var to = stretch.to();
        return new Spell(
                stretch.from().equals(looked.from()) ? null : stretch.from().atZone(zone),
                to == null || to.equals(looked.to()) ? null : to.atZone(zone));
    }

    public boolean isAllAlong() {
        return from == null && until == null;
    }

    /** Whether another one, which begins no earlier, begins before this one is over or just then. */
    public boolean goesOn(Spell next) {
        return until == null || next.from == null || !next.from.isAfter(until);
    }

    /** From the earlier start to the later end. */
    public Spell and(Spell other) {
        return new Spell(
                from == null || other.from == null ? null : from.isBefore(other.from) ? from : other.from,
                until == null || other.until == null ? null : until.isAfter(other.until) ? until : other.until);
    }

    public String words() {
        if (isAllAlong()) {
            return "all along";
        }
        return (from == null ? "" : "from " + English.moment(from))
                + (from == null || until == null ? "" : " ")
                + (until == null ? "" : "until " + English.moment(until));
    }
}
