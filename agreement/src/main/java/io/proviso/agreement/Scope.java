package io.proviso.agreement;

import java.util.List;

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

    public static Scope of(String act, Condition condition) {
        return new Scope(List.of(new Case(List.of(act), condition)));
    }
}
