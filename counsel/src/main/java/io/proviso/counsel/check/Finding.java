package io.proviso.counsel.check;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.Witness;
import io.proviso.units.Interval;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something in a portfolio that a lawyer should look at; whether it is wrong only a lawyer can say.
 *
 * @param clauses every clause that takes part, the first of them the one to look at; empty if a clause is what is missing
 * @param span while it holds, as far as is known
 * @param witnesses questions that show it; none where no question about an act can
 */
public record Finding(Check check, List<Place> clauses, Interval span, String message, List<Witness> witnesses) {
    /** Where to look: at a clause, or at what an agreement does not say. */
    public sealed interface Place {
        String agreement();

        /** The clause by its full name, or the agreement. */
        String name();

        /** What it is, with its name and who wrote it. */
        String words();

        /** A clause as one instrument wrote it. */
        record OfClause(ClauseName clause, String instrument) implements Place {
            static OfClause of(ClauseVersion version) {
                return new OfClause(version.id(), version.instrument().name());
            }

            static OfClause of(Norm norm) {
                return of(norm.version());
            }

            @Override
            public String agreement() {
                return clause.agreement();
            }

            @Override
            public String name() {
                return clause.toString();
            }

            @Override
            public String words() {
                return "clause " + clause + " of " + instrument;
            }
        }

        /** An agreement by its silence. */
        record OfSilence(String agreement) implements Place {
            @Override
            public String name() {
                return agreement;
            }

            @Override
            public String words() {
                return "silence of " + agreement;
            }
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
