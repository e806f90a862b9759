package io.proviso.agreement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a clause is about: one or more cases, each some acts under one condition; being in any of them is being in scope. */
public record Scope(List<Case> cases) {
    /** Some acts under one condition. */
    public record Case(List<String> acts, Condition condition) {
        public Case {
            acts = List.copyOf(acts);
        }
    }

    public Scope {
        cases = List.copyOf(cases);
    }

    /** The acts of all its cases. */
    public Set<String> acts() {
        var acts = new LinkedHashSet<String>();
        cases.forEach(one -> acts.addAll(one.acts()));
        return acts;
    }

    public static Scope of(String act, Condition condition) {
        return new Scope(List.of(new Case(List.of(act), condition)));
    }
}
