package io.proviso.counsel.compare;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Stipulation;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.Standpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which clauses came, went or read otherwise, by name within their agreement. */
public final class ClauseComparison {
    private final Map<ClauseName, ClauseVersion> before;
    private final Map<ClauseName, ClauseVersion> after;

    public ClauseComparison(Standpoint before, Standpoint after) {
        this.before = byName(before);
        this.after = byName(after);
    }

    private static Map<ClauseName, ClauseVersion> byName(Standpoint standpoint) {
        var clauses = new LinkedHashMap<ClauseName, ClauseVersion>();
        for (var inForce : standpoint.agreements()) {
            inForce.clauses().forEach(version -> clauses.put(version.id(), version));
        }
        return clauses;
    }

    public List<ClauseChange> changes() {
        var changes = new ArrayList<ClauseChange>();
        before.forEach((name, version) -> {
            if (!after.containsKey(name)) {
                changes.add(change(ClauseChange.Kind.ENDED, version, null, List.of()));
            }
        });
        after.forEach((name, version) -> {
            var old = before.get(name);
            if (old == null) {
                changes.add(change(ClauseChange.Kind.ADDED, null, version, List.of()));
                return;
            }
            var parts = parts(old, version);
            if (!parts.isEmpty()) {
                changes.add(change(ClauseChange.Kind.RESTATED, old, version, parts));
            }
        });
        return changes;
    }

    private static ClauseChange change(
            ClauseChange.Kind kind, @Nullable ClauseVersion before, @Nullable ClauseVersion after, List<String> parts) {
        var told = Objects.requireNonNull(after != null ? after : before);
        return new ClauseChange(
                kind,
                told.readings().stream().map(Reading::body).allMatch(ClauseComparison::isObligation),
                before,
                after,
                parts);
    }

    /** Whether a body is data for the ledger; a reading that leaves nothing counts with the others. */
    private static boolean isObligation(@Nullable ClauseBody body) {
        return body == null || body instanceof Stipulation;
    }

    private static List<String> parts(ClauseVersion old, ClauseVersion now) {
        var parts = new ArrayList<String>();
        parts.addAll(bodyParts(bodies(old), bodies(now)));
        differ(parts, "its beginning", old.clause().sleepsUntil(), now.clause().sleepsUntil());
        differ(parts, "its end", old.clause().until(), now.clause().until());
        differ(
                parts,
                "what it overrides",
                Set.copyOf(old.clause().overrides()),
                Set.copyOf(now.clause().overrides()));
        differ(parts, "its readings", names(old.readings()), names(now.readings()));
        differ(parts, "the pin on it", live(old), live(now));
        differ(parts, "its words", old.clause().words(), now.clause().words());
        differ(
                parts,
                "how sure its source is",
                old.clause().provenance().source().confidence(),
                now.clause().provenance().source().confidence());
        differ(parts, "who may read it", old.clause().disclosure(), now.clause().disclosure());
        differ(
                parts,
                "its honesty marks",
                List.of(
                        old.clause().provenance().assumed(),
                        old.clause().provenance().reported(),
                        old.clause().provenance().defaults()),
                List.of(
                        now.clause().provenance().assumed(),
                        now.clause().provenance().reported(),
                        now.clause().provenance().defaults()));
        return parts;
    }

    /** Of a commitment or covenant that reads one way on both sides, which parameters; of anything else, that it does something else. */
    private static List<String> bodyParts(List<@Nullable ClauseBody> old, List<@Nullable ClauseBody> now) {
        var parts = new ArrayList<String>();
        if (old.size() == 1 && now.size() == 1) {
            if (old.getFirst() instanceof Commitment was && now.getFirst() instanceof Commitment is) {
                commitment(parts, was, is);
            }
            if (old.getFirst() instanceof Covenant was && now.getFirst() instanceof Covenant is) {
                covenant(parts, was, is);
            }
        }
        if (parts.isEmpty()) {
            differ(parts, "what it does", old, now);
        }
        return parts;
    }

    private static void commitment(List<String> parts, Commitment was, Commitment is) {
        differ(parts, "who buys from whom", List.of(was.by(), was.to()), List.of(is.by(), is.to()));
        differ(parts, "its amount", was.amount(), is.amount());
        differ(parts, "how its headline reads", was.headline(), is.headline());
        differ(parts, "whether it is incremental", was.incremental(), is.incremental());
        differ(parts, "its term", was.term(), is.term());
        differ(parts, "its ramp", was.schedule().ramp(), is.schedule().ramp());
        differ(
                parts,
                "the right to leave it",
                was.schedule().termination(),
                is.schedule().termination());
        differ(
                parts,
                "the right to leave it for cause",
                was.schedule().forCause(),
                is.schedule().forCause());
        differ(
                parts,
                "how its term goes on",
                was.schedule().goesOn(),
                is.schedule().goesOn());
        differ(parts, "its delivery", was.schedule().delivery(), is.schedule().delivery());
        differ(parts, "its options", was.schedule().options(), is.schedule().options());
    }

    private static void covenant(List<String> parts, Covenant was, Covenant is) {
        differ(parts, "who promises whom", List.of(was.by(), was.to()), List.of(is.by(), is.to()));
        differ(parts, "what counts", was.measured(), is.measured());
        differ(parts, "its least share", was.atLeast(), is.atLeast());
        differ(parts, "its measure", List.of(was.measure(), was.per()), List.of(is.measure(), is.per()));
        differ(parts, "its cure", was.cure(), is.cure());
    }

    /** What each reading does, in the order of their names. */
    private static List<@Nullable ClauseBody> bodies(ClauseVersion version) {
        var bodies = new ArrayList<@Nullable ClauseBody>();
        version.readings().stream()
                .sorted(Comparator.comparing(Reading::name))
                .forEach(reading -> bodies.add(reading.body()));
        return bodies;
    }

    private static List<String> live(ClauseVersion version) {
        return version.live().size() == version.readings().size() ? List.of() : names(version.live());
    }

    private static List<String> names(List<Reading> readings) {
        return readings.stream().map(Reading::name).sorted().toList();
    }

    private static void differ(List<String> parts, String part, @Nullable Object old, @Nullable Object now) {
        if (!Objects.equals(old, now)) {
            parts.add(part);
        }
    }
}
