package io.proviso.agreement.rounds;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.rounds.RoundCourse.State;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a right says to what is asked: it frees the customer, it has to be asked or awaited, or what is asked is taken. Of several
 * ways the first that covers the case holds; the last covers every case.
 */
public record RightStanding(List<Way> ways) {
    /** What it says where all of these limits hold. */
    public record Way(List<Limit> limits, Says says) {
        public Way {
            limits = List.copyOf(limits);
        }
    }

    /** Whom it leaves to do what. */
    public sealed interface Says {
        /** From the best for the customer to the worst. */
        default int rank() {
            return switch (this) {
                case Free _ -> 0;
                case NotOffered _, Waits _ -> 1;
                case Taken _ -> 2;
            };
        }

        /** The round by which it says so, null if there is none. */
        @Nullable
        RoundCourse course();

        /** Nothing on record, or supposed, covers what is asked; {@code course} would, but for its bounds. */
        record NotOffered(@Nullable RoundCourse course) implements Says {}

        /** The holder has it in hand, or it is on its way; where that is supposed there is neither course nor state. */
        record Waits(@Nullable RoundCourse course, @Nullable State state) implements Says {}

        /**
         * Refused, and the customer is free.
         *
         * @param last the last instant of the tail, null if it frees for good
         * @param onTerms what was put and refused and no facet of the act can tell
         */
        record Free(@Nullable RoundCourse course, @Nullable Instant last, Map<String, RoundCited.OnTerm> onTerms)
                implements Says {
            /** By no round: it is supposed, or nothing is owed to the holder any more. */
            static final Free OF_NOTHING = new Free(null, null, Map.of());
        }

        record Taken(@Nullable RoundCourse course) implements Says {}
    }

    /** Where something holds of what a question leaves open. */
    public sealed interface Limit {
        /** Whether another holds just where this does not. */
        default boolean isLeftBy(Limit other) {
            return switch (this) {
                case Silent silent -> other.equals(silent.broken());
                case Numbers(int facet, long atLeast, long below) ->
                    other instanceof Numbers(int same, long from, long to)
                            && same == facet
                            && (below == Long.MAX_VALUE && from <= 1 && to == atLeast);
                case Runs(ClauseName clause, Hidden which, boolean runs) ->
                    other.equals(new Runs(clause, which, !runs));
                case Cells _ -> false;
            };
        }

        /** Whether it holds wherever another does. */
        default boolean holdsWhere(Limit other) {
            return switch (this) {
                case Cells(int facet, BitSet cells) ->
                    other instanceof Cells(int same, BitSet fewer)
                            && same == facet
                            && fewer.stream().allMatch(cells::get);
                case Numbers(int facet, long atLeast, long below) ->
                    other instanceof Numbers(int same, long from, long to)
                            && same == facet
                            && from >= atLeast
                            && to <= below;
                case Silent _, Runs _ -> equals(other);
            };
        }

        /** The cells of a choice. */
        record Cells(int facet, BitSet cells) implements Limit {}

        /** A number from {@code atLeast} (included) to {@code below} (excluded). */
        record Numbers(int facet, long atLeast, long below) implements Limit {}

        /** That nothing came from a holder through the deadline, though nobody can know it yet; or that something did. */
        record Silent(ClauseName clause, Party holder, Instant deadline, boolean silent, boolean wouldAccept)
                implements Limit {
            /** The other of the two. */
            Silent broken() {
                return new Silent(clause, holder, deadline, !silent, wouldAccept);
            }
        }

        /** That a time which nobody disclosed still runs, or that it is over. */
        record Runs(ClauseName clause, Hidden which, boolean runs) implements Limit {}
    }

    /** What of a right may take a time that nobody disclosed. */
    public enum Hidden {
        WINDOW,
        TAIL;

        /** The term of the clause. */
        String term() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RightStanding {
        ways = List.copyOf(ways);
    }

    static RightStanding always(Says says) {
        return new RightStanding(List.of(new Way(List.of(), says)));
    }

    /** Whether it says one thing whatever is open. */
    boolean isPlain() {
        return ways.size() == 1;
    }
}
