package io.proviso.counsel;

import io.proviso.units.Interval;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in a portfolio that a lawyer should look at; whether it is wrong only a lawyer can say.
 *
 * @param clauses every clause that takes part, the first of them the one to look at; empty if a clause is what is missing
 * @param span while it holds, as far as is known
 * @param witnesses questions that show it; none where no question about an act can
 */
public record Finding(Check check, List<Place> clauses, Interval span, String message, List<Witness> witnesses) {
    /**
     * A clause as one instrument wrote it, or an agreement by its silence.
     *
     * @param clause null, as is its instrument, where what the agreement does not say is what counts
     */
    public record Place(
            String agreement,
            @Nullable String clause,
            @Nullable String instrument) {
        static Place silenceOf(String agreement) {
            return new Place(agreement, null, null);
        }

        /** The clause by its full name, or the agreement. */
        public String name() {
            return clause == null ? agreement : agreement + "/" + clause;
        }

        /** What it is, with its name and who wrote it. */
        public String words() {
            return clause == null ? "silence of " + agreement : "clause " + name() + " of " + instrument;
        }
    }

    public Finding {
        clauses = List.copyOf(clauses);
        witnesses = List.copyOf(witnesses);
    }

    /** What tells this finding from all others of a portfolio; it stays the same when dates or words are corrected. */
    public String id() {
        return Stream.concat(
                        Stream.of(check.word()),
                        clauses.stream().map(Place::name).distinct())
                .collect(Collectors.joining(" "));
    }
}
