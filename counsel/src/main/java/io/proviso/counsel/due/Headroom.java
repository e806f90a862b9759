package io.proviso.counsel.due;

import io.proviso.agreement.Draw;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import io.proviso.units.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a permission with a limit, most often a consent or waiver, still covers; where the limit is one for each year, of this one.
 *
 * @param by who gave it; null if both parties agreed on it
 * @param reading in which of several readings; null if in all
 * @param unit in which the limit is counted
 * @param granted what it covers in all; null if nobody disclosed it
 * @param drawn what was signed under it by then
 * @param left what it covers of what is new: nothing once it was taken back; null if nobody knows
 * @param until the last day on which it does; null if no end is known
 */
public record Headroom(
        ClauseName clause,
        @Nullable Party by,
        @Nullable String reading,
        String unit,
        @Nullable Long granted,
        long drawn,
        @Nullable Long left,
        @Nullable LocalDate until,
        List<String> marks) {
    public Headroom {
        marks = List.copyOf(marks);
    }

    /** Of all that are in force at a standpoint. */
    static List<Headroom> at(Standpoint standpoint) {
        return standpoint.agreements().stream()
                .flatMap(inForce -> inForce.clauses().stream())
                .flatMap(version -> of(version, standpoint))
                .toList();
    }

    private static Stream<Headroom> of(ClauseVersion version, Standpoint standpoint) {
        var grant = version.exercise().grant();
        var limited = version.live().stream()
                .filter(reading -> reading.body() instanceof Permission permission && permission.upTo() != null)
                .toList();
        if (limited.isEmpty()) {
            return Stream.empty();
        }
        return limited.stream()
                .map(reading -> new Headroom(
                        version.id(),
                        grant == null ? null : grant.by(),
                        version.live().size() == 1 ? null : reading.name(),
                        standpoint.portfolio().vocabulary().unit(limit(reading).facet()),
                        granted(reading, standpoint.knownAt()),
                        version.exercise().drawn(permission(reading)),
                        left(version, reading, standpoint),
                        lastDay(end(version.id(), reading, standpoint), version),
                        marks(version)));
    }

    private static @Nullable Long granted(Reading reading, Instant knownAt) {
        return limit(reading).number().asKnown(knownAt);
    }

    private static Limit limit(Reading reading) {
        return Objects.requireNonNull(permission(reading).upTo());
    }

    private static @Nullable Long left(ClauseVersion version, Reading reading, Standpoint standpoint) {
        var over = version.exercise().over(reading);
        if (over != null && !standpoint.asOf().isBefore(over)) {
            return 0L;
        }
        return granted(reading, standpoint.knownAt()) == null
                ? null
                : version.exercise().left(permission(reading));
    }

    private static Permission permission(Reading reading) {
        return (Permission) Objects.requireNonNull(reading.body());
    }

    /** When it covers nothing new any more, in whatever version and by all that is on record; null if no end is known. */
    private static @Nullable Instant end(ClauseName clause, Reading reading, Standpoint standpoint) {
        for (Instant at = standpoint.asOf(); at != null; ) {
            var version = standpoint.at(at).find(clause);
            if (version == null) {
                return at;
            }
            var over = version.exercise().over(reading);
            at = standpoint.compiled().nextChange(at, standpoint.knownAt());
            if (over != null && (at == null || !at.isBefore(over))) {
                return over;
            }
        }
        return null;
    }

    private static @Nullable LocalDate lastDay(@Nullable Instant end, ClauseVersion version) {
        return end == null
                ? null
                : end.minusNanos(1).atZone(version.agreement().clock().zone()).toLocalDate();
    }

    /** Of the clause, and of the weakest of what was drawn. */
    private static List<String> marks(ClauseVersion version) {
        var marks = new ArrayList<>(Marks.ofHeadroom(version.clause()));
        version.exercise().draws().stream()
                .map(Draw::source)
                .max((one, other) -> one.confidence().compareTo(other.confidence()))
                .flatMap(Marks::weak)
                .ifPresent(weak -> marks.add("drawn: " + weak));
        return marks;
    }

    /** In one line: {@code 6,000 of 20,000 GPUs left until 2026-03-09}. */
    String words() {
        return (left == null ? "unknown how many" : English.grouped(left)) + " of "
                + (granted == null ? "an undisclosed number of" : English.grouped(granted)) + " " + unit + " left"
                + (until == null ? ", no end known" : " until " + until)
                + (reading == null ? "" : ", read as '" + reading + "'");
    }
}
