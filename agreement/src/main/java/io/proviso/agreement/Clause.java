package io.proviso.agreement;

import java.util.ArrayList;
import java.util.List;

/** One version of a clause as an instrument wrote it, under a name that stays when it is restated. */
public record Clause(
        String name,
        Words words,
        End until,
        List<String> overrides,
        List<Reading> readings,
        Provenance provenance,
        Disclosure disclosure) {
    public Clause {
        overrides = List.copyOf(overrides);
        readings = List.copyOf(readings);
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("clause " + name + ": it must have a body or at least one reading");
        }
    }

    /** This clause as it restates an old one, whose overrides it keeps unless it names its own. */
    Clause inheriting(Clause old) {
        return overrides.isEmpty() ? overriding(old.overrides) : this;
    }

    /** The clause with one more meaning than it was written with. */
    Clause alsoRead(Reading more) {
        var all = new ArrayList<>(readings);
        all.add(more);
        return read(all);
    }

    /** The clause with other meanings than it was written with. */
    Clause read(List<Reading> others) {
        return new Clause(name, words, until, overrides, others, provenance, disclosure);
    }

    Clause overriding(List<String> others) {
        return new Clause(name, words, until, others, readings, provenance, disclosure);
    }
}
