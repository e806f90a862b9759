package io.proviso.agreement.clause;

import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a clause ends by itself, or where it sleeps at first, when it begins to bind. */
public sealed interface End {
    /** An end that the record has to bring about. */
    sealed interface Awaited extends End permits OnMilestone, After {
        /** What it waits for. */
        OnMilestone milestone();
    }

    /** Whether it has come by an instant, where somebody says which milestones have; periods that count from a day are {@link #settled}. */
    default boolean hasCome(Instant asOf, Predicate<Awaited> attested) {
        return switch (this) {
            case Never() -> false;
            case At(Instant instant) -> !asOf.isBefore(instant);
            case Awaited awaited -> attested.test(awaited);
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
            case Never(), At _, After(Window _, Anchor.Day _), After(Window _, Anchor.Beginning _) -> Stream.empty();
            case Awaited awaited -> Stream.of(awaited.milestone());
            case EarlierOf(List<End> ends) -> ends.stream().flatMap(End::milestones);
            case LaterOf(List<End> ends) -> ends.stream().flatMap(End::milestones);
        };
    }

    /** The periods in it, from whatever they count. */
    default Stream<After> periods() {
        return switch (this) {
            case Never(), At _, OnMilestone _ -> Stream.empty();
            case After after -> Stream.of(after);
            case EarlierOf(List<End> ends) -> ends.stream().flatMap(End::periods);
            case LaterOf(List<End> ends) -> ends.stream().flatMap(End::periods);
        };
    }

    /** The days among it. */
    default Stream<Instant> instants() {
        return switch (this) {
            case Never(), Awaited _ -> Stream.empty();
            case At(Instant instant) -> Stream.of(instant);
            case EarlierOf(List<End> ends) -> ends.stream().flatMap(End::instants);
            case LaterOf(List<End> ends) -> ends.stream().flatMap(End::instants);
        };
    }

    /** The same for a clause that began then, with each period that counts from a day counted. */
    default End settled(Instant begins, Periods periods) {
        return switch (this) {
            case Never(), At _, OnMilestone _, After(Window _, Anchor.Event _) -> this;
            case After(Window period, Anchor.Day(Instant day)) -> new At(periods.over(day, period));
            case After(Window period, Anchor.Beginning()) -> new At(periods.over(begins, period));
            case EarlierOf(List<End> ends) ->
                new EarlierOf(
                        ends.stream().map(end -> end.settled(begins, periods)).toList());
            case LaterOf(List<End> ends) ->
                new LaterOf(
                        ends.stream().map(end -> end.settled(begins, periods)).toList());
        };
    }

    /** The instant by which it has come whatever happens; null if there is none. */
    default @Nullable Instant atTheLatest() {
        return switch (this) {
            case Never(), Awaited _ -> null;
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
    record OnMilestone(String facet, List<String> values) implements Awaited {
        public OnMilestone {
            values = List.copyOf(values);
        }

        @Override
        public OnMilestone milestone() {
            return this;
        }

        /** Its values as they are told where their order says nothing. */
        public List<String> byName() {
            return values.stream().sorted().toList();
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

    /** So long after something, whose own day is not counted; the last day is counted whole. */
    record After(Window period, Anchor from) implements Awaited {
        @Override
        public OnMilestone milestone() {
            return switch (from) {
                case Anchor.Event(OnMilestone milestone) -> milestone;
                case Anchor.Day _, Anchor.Beginning _ ->
                    throw new IllegalStateException(this + " waits for no milestone\nSettle it first.");
            };
        }
    }

    /** From what a period counts. */
    sealed interface Anchor {
        record Day(Instant day) implements Anchor {}

        /** The day on which the clause begins to bind, or was restated. */
        record Beginning() implements Anchor {}

        /** The day from which the record attests it. */
        record Event(OnMilestone milestone) implements Anchor {}
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
