package io.proviso.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a clause ends by itself. */
public sealed interface End {
    /** Whether it has come by an instant, where somebody says which milestones have. */
    default boolean hasCome(Instant asOf, Predicate<OnMilestone> attested) {
        return switch (this) {
            case Never() -> false;
            case At(Instant instant) -> !asOf.isBefore(instant);
            case OnMilestone milestone -> attested.test(milestone);
            case EarlierOf(List<End> ends) -> ends.stream().anyMatch(end -> end.hasCome(asOf, attested));
            case LaterOf(List<End> ends) -> ends.stream().allMatch(end -> end.hasCome(asOf, attested));
        };
    }

    /** Whether it has come by date alone; what depends on a milestone is left to a question's facts. */
    default boolean hasCome(Instant asOf) {
        return hasCome(asOf, _ -> false);
    }

    /** The milestones that it waits for. */
    default Stream<OnMilestone> milestones() {
        return switch (this) {
            case Never(), At _ -> Stream.empty();
            case OnMilestone milestone -> Stream.of(milestone);
            case EarlierOf(List<End> ends) -> ends.stream().flatMap(End::milestones);
            case LaterOf(List<End> ends) -> ends.stream().flatMap(End::milestones);
        };
    }

    /** The instant by which it has come whatever happens; null if there is none. */
    default @Nullable Instant atTheLatest() {
        return switch (this) {
            case Never(), OnMilestone _ -> null;
            case At(Instant instant) -> instant;
            case EarlierOf(List<End> ends) ->
                ends.stream()
                        .flatMap(end -> Stream.ofNullable(end.atTheLatest()))
                        .min(Instant::compareTo)
                        .orElse(null);
            case LaterOf(List<End> ends) ->
                ends.stream().anyMatch(end -> end.atTheLatest() == null)
                        ? null
                        : ends.stream()
                                .flatMap(end -> Stream.ofNullable(end.atTheLatest()))
                                .max(Instant::compareTo)
                                .orElse(null);
        };
    }

    /** Nothing ends it but another instrument. */
    record Never() implements End {}

    /** At an instant; the clause is no longer in force at that instant itself. */
    record At(Instant instant) implements End {}

    /** When the record attests that a facet takes one of these values (`agi` is `verified`). */
    record OnMilestone(String facet, List<String> values) implements End {
        public OnMilestone {
            values = List.copyOf(values);
        }

        /** Its values listed in whatever order, it is the same. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OnMilestone it
                    && facet.equals(it.facet)
                    && Set.copyOf(values).equals(Set.copyOf(it.values));
        }

        @Override
        public int hashCode() {
            return Objects.hash(facet, Set.copyOf(values));
        }
    }

    /** Whichever comes first. */
    record EarlierOf(List<End> ends) implements End {
        public EarlierOf {
            ends = List.copyOf(ends);
        }

        /** Listed in whatever order, it is the same. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof EarlierOf it && Set.copyOf(ends).equals(Set.copyOf(it.ends));
        }

        @Override
        public int hashCode() {
            return Set.copyOf(ends).hashCode();
        }
    }

    /** Only when all have come. */
    record LaterOf(List<End> ends) implements End {
        public LaterOf {
            ends = List.copyOf(ends);
        }

        /** Listed in whatever order, it is the same. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof LaterOf it && Set.copyOf(ends).equals(Set.copyOf(it.ends));
        }

        @Override
        public int hashCode() {
            return Set.copyOf(ends).hashCode();
        }
    }
}
