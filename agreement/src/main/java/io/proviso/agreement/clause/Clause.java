package io.proviso.agreement.clause;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a clause as an instrument wrote it, under a name that stays when it is restated.
 *
 * @param sleepsUntil from when on it binds; null if it does with its paper
 * @param statedOverrides null where the paper does not say what the clause overrides, empty where it says that it overrides nothing
 */
public record Clause(
        String name,
        Words words,
        @Nullable End sleepsUntil,
        End until,
        @Nullable List<String> statedOverrides,
        List<Reading> readings,
        Provenance provenance,
        Disclosure disclosure) {
    public Clause {
        statedOverrides = statedOverrides == null
                ? null
                : statedOverrides.stream().sorted().toList();
        readings = List.copyOf(readings);
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("clause " + name + ": it must have a body or at least one reading");
        }
    }

    /** One that binds with its paper. */
    public Clause(
            String name,
            Words words,
            End until,
            @Nullable List<String> statedOverrides,
            List<Reading> readings,
            Provenance provenance,
            Disclosure disclosure) {
        this(name, words, null, until, statedOverrides, readings, provenance, disclosure);
    }

    /** The clauses that it prevails over. */
    public List<String> overrides() {
        return statedOverrides == null ? List.of() : statedOverrides;
    }

    /** This clause as it restates an old one, whose overrides it keeps unless it says what it overrides. */
    public Clause inheriting(Clause old) {
        return statedOverrides == null ? overriding(old.statedOverrides) : this;
    }

    public Clause overriding(@Nullable List<String> others) {
        return new Clause(name, words, sleepsUntil, until, others, readings, provenance, disclosure);
    }
}
