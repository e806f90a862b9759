package io.proviso.agreement.clause;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a clause is about: one or more cases, each some acts under one condition; being in any of them is being in scope. */
public record Scope(List<Case> cases) {
    /** Some acts under one condition. */
    public record Case(List<String> acts, Condition condition) {
        public Case {
            acts = List.copyOf(acts);
        }

        /** Its acts listed in whatever order, it is the same. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Case it
                    && Set.copyOf(acts).equals(Set.copyOf(it.acts))
                    && condition.equals(it.condition);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Set.copyOf(acts), condition);
        }
    }

    public Scope {
        cases = List.copyOf(cases);
    }

    /** Its cases listed in whatever order, it is the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scope it && Set.copyOf(cases).equals(Set.copyOf(it.cases));
    }

    @Override
    public int hashCode() {
        return Set.copyOf(cases).hashCode();
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
