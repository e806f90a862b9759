package io.proviso.agreement.norms;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.units.Party;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that distinguishes a family of completions from the others of its question: what was open, known by where it stands. */
public sealed interface Given {
    /** To be followed by the values or alternatives that are meant. */
    String words();

    /** As a condition, with the values or alternatives that are meant. */
    default String holds(List<String> meant) {
        return words() + " is " + String.join(" or ", meant);
    }

    /** The clauses that it names. */
    default Stream<ClauseName> named() {
        return switch (this) {
            case OfFacet _ -> Stream.of();
            case ReadingOf(ClauseName clause) -> Stream.of(clause);
            case Term(ClauseName clause, String _, String _) -> Stream.of(clause);
            case Clash(List<ClauseName> clauses) -> clauses.stream();
            case AnswerOf(Party _, ClauseName clause) -> Stream.of(clause);
            case OnRecord(List<ClauseName> clauses) -> clauses.stream();
            case Kept(ClauseName clause) -> Stream.of(clause);
        };
    }

    /** A facet that the question leaves open. */
    record OfFacet(String facet) implements Given {
        @Override
        public String words() {
            return facet;
        }
    }

    /** An unclear clause. */
    record ReadingOf(ClauseName clause) implements Given {
        @Override
        public String words() {
            return "reading of " + clause;
        }
    }

    /**
     * An undisclosed term.
     *
     * @param place where in the clause it stands; null if the clause has no other on that facet
     */
    record Term(ClauseName clause, String facet, @Nullable String place) implements Given {
        @Override
        public String words() {
            return "undisclosed " + facet + (place == null ? "" : " (" + place + ")") + " of " + clause;
        }
    }

    /** A permission and a prohibition of one agreement that both stand. */
    record Clash(List<ClauseName> clauses) implements Given {
        public Clash {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String words() {
            return clauses.stream().map(ClauseName::clause).collect(Collectors.joining(" and ", "clash of ", ""));
        }
    }

    /** What a holder said by a deadline that has passed, though nobody can know it yet. */
    record AnswerOf(Party holder, ClauseName clause) implements Given {
        /** How the word for an answer that did not come begins. */
        public static final String SILENT = "silent";

        @Override
        public String words() {
            return holder.name();
        }

        /** A holder is silent, but accepts or declines. */
        @Override
        public String holds(List<String> meant) {
            var said = String.join(" or ", meant);
            return words() + (said.startsWith(SILENT) ? " is " : " ") + said;
        }
    }

    /** What is on record of several rights, which free the customer for different things. */
    record OnRecord(List<ClauseName> clauses) implements Given {
        public OnRecord {
            clauses = List.copyOf(clauses);
        }

        @Override
        public String words() {
            return clauses.stream()
                    .map(ClauseName::clause)
                    .collect(Collectors.joining(", ", "what is on record of ", ""));
        }
    }

    /** Whatever is open in a clause that an audience may not read. */
    record Kept(ClauseName clause) implements Given {
        @Override
        public String words() {
            return "what is open in " + clause;
        }
    }
}
