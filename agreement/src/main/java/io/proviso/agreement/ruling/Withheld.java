package io.proviso.agreement.ruling;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.portfolio.Disclosures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of some clauses an audience may not read. The level of a version decides for that version; this is for where only a name is. */
public record Withheld(Disclosures disclosures, Disclosure audience) {
    /** Of all that the papers of these agreements write. */
    public static Withheld in(List<Agreement> agreements, Disclosure audience) {
        return new Withheld(Disclosures.in(agreements), audience);
    }

    /** Whether some version of the clause of that name is for other eyes only. */
    public boolean covers(ClauseName name) {
        return !audience.mayRead(disclosures.of(name));
    }

    /** What distinguishes a completion: a reading, or what an undisclosed term covers, is told only of a clause that may be read. */
    Map<Given, List<String>> from(Map<Given, List<String>> given) {
        var told = new LinkedHashMap<Given, List<String>>();
        given.forEach((what, values) -> {
            switch (what) {
                case Given.ReadingOf(ClauseName clause)
                when covers(clause) -> told.put(new Given.Kept(clause), List.of(Disclosure.WITHHELD));
                case Given.Term(ClauseName clause, String _, String _)
                when covers(clause) -> told.put(new Given.Kept(clause), List.of(Disclosure.WITHHELD));
                case Given.AnswerOf(var _, ClauseName clause)
                when covers(clause) -> told.put(new Given.Kept(clause), List.of(Disclosure.WITHHELD));
                case Given.OnRecord(List<ClauseName> clauses)
                when clauses.stream().anyMatch(this::covers) ->
                    clauses.stream()
                            .filter(this::covers)
                            .forEach(clause -> told.put(new Given.Kept(clause), List.of(Disclosure.WITHHELD)));
                case Given.OfFacet _,
                        Given.ReadingOf _,
                        Given.Term _,
                        Given.Clash _,
                        Given.AnswerOf _,
                        Given.OnRecord _,
                        Given.Kept _ -> told.put(what, values);
            }
        });
        return told;
    }
}
