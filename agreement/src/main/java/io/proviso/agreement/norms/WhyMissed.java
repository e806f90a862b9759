package io.proviso.agreement.norms;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.question.FacetValues;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a clause about an act does not apply to a question. */
public sealed interface WhyMissed {
    /** Whether it would apply if the record or the question did not say something of a fact. */
    default boolean byFactAlone() {
        return switch (this) {
            case Differs differs ->
                differs.origin() == FacetValues.Origin.SUPPOSED || differs.origin() == FacetValues.Origin.RECORD;
            case Ended _, DiedWith _ -> isEnd();
            case Sleeps sleeps -> sleeps.otherwiseApplies();
            case PinnedOut _, NothingLeft _, Kept _ -> false;
        };
    }

    /** Whether it would apply if it, or the clause that it gives up, had not come to its end. */
    default boolean isEnd() {
        return switch (this) {
            case Ended ended -> ended.otherwiseApplies();
            case DiedWith(ClauseName _, Ended ended) -> ended.otherwiseApplies();
            case Differs _, Sleeps _, PinnedOut _, NothingLeft _, Kept _ -> false;
        };
    }

    /**
     * A facet is not what it speaks of.
     *
     * @param facet one that the caller supplies, if any such differs
     * @param origin of the values that the facet has
     */
    record Differs(String facet, FacetValues.Origin origin, Values is, Values speaksOf) implements WhyMissed {}

    /** Some values of a facet, told by whichever are fewer: they, or those that are left out. */
    record Values(List<String> named, boolean allButNamed) {
        public Values {
            named = List.copyOf(named);
        }

        public String words() {
            return named.stream().collect(Collectors.joining(" or ", allButNamed ? "any but " : "", ""));
        }
    }

    /** A pin excludes the reading by which it would apply. */
    record PinnedOut(String reading) implements WhyMissed {}

    /**
     * Milestones brought it to its end.
     *
     * @param on when that was, by the record; null where a question supposes that they have come, or each came for a part of it
     * @param after how long after them; null where it ended with them
     * @param otherwiseApplies whether it would apply if it had not ended
     */
    record Ended(
            List<String> milestones,
            @Nullable Instant on,
            @Nullable Window after,
            boolean otherwiseApplies) implements WhyMissed {
        public Ended {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * It does not bind yet.
     *
     * @param milestones for which it waits
     * @param otherwiseApplies whether it would apply if they had come
     */
    record Sleeps(List<String> milestones, boolean otherwiseApplies) implements WhyMissed {
        public Sleeps {
            milestones = List.copyOf(milestones);
        }
    }

    /** It is a consent or waiver for a clause that came to its end. */
    record DiedWith(ClauseName clause, Ended ended) implements WhyMissed {}

    /** It is a consent or waiver for a clause of which, as it is read, nothing is left that whoever gave it could give up. */
    record NothingLeft(ClauseName clause) implements WhyMissed {}

    /** Whoever is told may not know. */
    record Kept() implements WhyMissed {}
}
