package io.proviso.agreement.portfolio;

import io.proviso.agreement.Draw;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Placed;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Reading;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.UnlistedYear;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a consent or waiver by an instant: who gave it, what was signed under it, and whether it was taken back.
 *
 * <p>Every draw counts that had happened and was on record, whoever made it and whenever: a limit is never larger than the
 * record leaves it.
 *
 * @param grant the consent or waiver that gave it, whichever paper last wrote of it; null if the clause is neither
 * @param draws in the order of the record
 * @param year when the calendar year began in which it is looked at
 */
public record Exercise(
        @Nullable Instrument grant,
        List<Draw> draws,
        Instant year,
        @Nullable Revocation revocation) {
    private static final String UP_TO = "up-to";

    /**
     * A revocation and when its notice is over.
     *
     * @param notices by reading the last instant that is covered, as it was counted; a reading that cannot be taken back is missing
     */
    public record Revocation(String instrument, Instant received, Map<String, Deadline> notices) {
        public Revocation {
            notices = Collections.unmodifiableMap(new LinkedHashMap<>(notices));
        }

        /** Each such instant with the years beyond the calendar's list on which it depends; those that depend on none are left out. */
        Map<Instant, List<UnlistedYear>> doubtful() {
            var doubtful = new LinkedHashMap<Instant, List<UnlistedYear>>();
            notices.values().stream()
                    .filter(notice -> !notice.unlisted().isEmpty())
                    .forEach(notice -> doubtful.put(over(notice), notice.unlisted()));
            return doubtful;
        }

        /** When the notice of any reading is over. */
        public Stream<Instant> over() {
            return notices.values().stream().map(Revocation::over);
        }

        private static Instant over(Deadline notice) {
            return notice.utc().plusSeconds(1);
        }
    }

    public Exercise {
        draws = List.copyOf(draws);
    }

    /** What was drawn in all of what a facet counts. */
    public long drawn(String facet) {
        return drawn(facet, Instant.MIN);
    }

    /** What was drawn of a limit, in the time for which it is; nothing if there is no limit. */
    public long drawn(Permission permission) {
        var limit = permission.upTo();
        return limit == null
                ? 0
                : drawn(
                        limit.facet(),
                        switch (permission.per()) {
                            case ALL -> Instant.MIN;
                            case YEAR -> year;
                        });
    }

    private long drawn(String facet, Instant from) {
        return draws.stream()
                .filter(draw -> !draw.at().isBefore(from))
                .map(Draw::quantity)
                .filter(quantity -> quantity.facet().equals(facet))
                .mapToLong(Quantity::number)
                .reduce(0, Exercise::sum);
    }

    /** More than a number can hold is still too much. */
    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /** What is left of a limit, 0 if more was drawn than it allowed; null if there is no limit or nobody knows it. */
    public @Nullable Long left(Permission permission) {
        var limit = permission.upTo();
        var known = limit == null ? null : limit.known();
        return limit == null || known == null ? null : Long.valueOf(Math.max(0, known - drawn(permission)));
    }

    /** From when on a reading covers no new contract: it was revoked, or its last day for signing is over; null if neither. */
    public @Nullable Instant over(Reading reading) {
        var notice = notice(reading);
        var signBy = reading.body() instanceof Permission permission ? permission.signBy() : null;
        var revoked = notice == null ? null : Revocation.over(notice);
        return revoked == null || (signBy != null && signBy.isBefore(revoked)) ? signBy : revoked;
    }

    private @Nullable Deadline notice(Reading reading) {
        return revocation == null ? null : revocation.notices().get(reading.name());
    }

    /** Years beyond the calendar's list on which it depends when the notice of a reading is over. */
    public List<UnlistedYear> unlisted(Reading reading) {
        var notice = notice(reading);
        return notice == null ? List.of() : notice.unlisted();
    }

    boolean isOver(Reading reading, Instant asOf) {
        var over = over(reading);
        return over != null && !asOf.isBefore(over);
    }

    /** Whether a reading covers nothing at all any more. */
    boolean leavesNothing(Reading reading, Instant asOf) {
        return isOver(reading, asOf) && reading.body() instanceof Permission permission && permission.signed() == null;
    }

    /** The conditions of which one must hold beside the scope of a permission; none if it covers nothing any more. */
    public List<Placed> bounds(Reading reading, Permission permission, Instant asOf) {
        var signed = permission.signed() == null ? null : new Placed("signed", permission.signed());
        if (isOver(reading, asOf)) {
            return signed == null ? List.of() : List.of(signed);
        }
        var upTo = permission.upTo();
        if (upTo == null) {
            return List.of(new Placed(UP_TO, Condition.ALWAYS));
        }
        var left = left(permission);
        if (left == null) {
            return and(upTo.facet(), new Match.Undisclosed(), signed);
        }
        return left == 0 ? signed == null ? List.of() : List.of(signed) : and(upTo.facet(), upTo(left), signed);
    }

    private static Match upTo(long left) {
        return new Match.Between(0, left == Long.MAX_VALUE ? left : left + 1);
    }

    private static List<Placed> and(String facet, Match number, @Nullable Placed signed) {
        var limit = new Placed(UP_TO, Condition.ALWAYS.and(facet, number));
        return signed == null ? List.of(limit) : List.of(limit, signed);
    }
}
