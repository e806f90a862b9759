package io.proviso.agreement.ruling;

import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.portfolio.Disclosures;
import io.proviso.agreement.question.FacetValues;
import io.proviso.agreement.question.Outcome;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a ruling came about: what was taken as given, then what each agreement says by itself.
 *
 * @param disclosures of each clause that any agreement names
 */
public record Reasoning(Ruling ruling, List<FacetValues> given, List<Position> positions, Disclosures disclosures) {

    /**
     * What one agreement says, whatever the others do.
     *
     * @param outcomes how it comes out over all completions; UNDETERMINED among them is a clash of its own clauses
     * @param stood the clauses that applied and were not set aside in at least one completion
     * @param silence the rule it falls back on in at least one completion, null if a clause always speaks
     * @param missed its clauses about the act that touch no completion
     */
    public record Position(
            String agreement,
            Set<Outcome> outcomes,
            List<Citation> stood,
            List<Ruling.SetAside> setAside,
            @Nullable Silence silence,
            List<Ruling.Missed> missed) {
        public Position {
            outcomes = Collections.unmodifiableSet(EnumSet.copyOf(outcomes));
            stood = List.copyOf(stood);
            setAside = List.copyOf(setAside);
            missed = List.copyOf(missed);
        }

        /** Every clause that is named. */
        Stream<ClauseName> clauses() {
            return Stream.of(
                            stood.stream().map(Citation::clause),
                            setAside.stream()
                                    .flatMap(aside -> Stream.concat(
                                            Stream.of(aside.cited().clause()), aside.by().stream())),
                            missed.stream().map(Ruling.Missed::clause))
                    .flatMap(each -> each);
        }

        Position without(Withheld withheld) {
            var audience = withheld.audience();
            return new Position(
                    agreement,
                    outcomes,
                    Citation.disclosedTo(audience, stood),
                    Ruling.SetAside.disclosedTo(audience, setAside),
                    silence,
                    missed.stream().map(each -> each.without(withheld)).toList());
        }
    }

    public Reasoning {
        given = List.copyOf(given);
        positions = List.copyOf(positions);
    }

    /** What of it an audience may see. */
    public Reasoning disclosedTo(Disclosure audience) {
        var withheld = new Withheld(disclosures, audience);
        return new Reasoning(
                ruling.disclosedTo(audience),
                given,
                positions.stream().map(position -> position.without(withheld)).toList(),
                disclosures);
    }
}
