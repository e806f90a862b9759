package io.proviso.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of some agreements an audience may not read. The level of a version decides for that version; where only the name of a
 * clause is at hand, the clause is withheld if any version of it is, whether or not that one is in force.
 */
public record Withheld(List<Agreement> agreements, Disclosure audience) {
    /** What is told instead. */
    public static final String WORDS = "withheld from this audience";

    public Withheld {
        agreements = List.copyOf(agreements);
    }

    /** Whether some version of the clause of that name is for other eyes only. */
    public boolean covers(ClauseName name) {
        return agreements.stream()
                .filter(each -> each.name().equals(name.agreement()))
                .flatMap(each -> each.instruments().stream())
                .flatMap(instrument -> instrument.changes().stream())
                .anyMatch(change -> switch (change) {
                    case Change.Adds(Clause written) -> covers(written, name.clause());
                    case Change.Restates(Clause written, List<String> _) -> covers(written, name.clause());
                    case Change.Ends _, Change.Interprets _, Change.Revokes _, Change.Terminates _ -> false;
                });
    }

    /** What distinguishes a completion: a reading, or what an undisclosed term covers, is told only of a clause that may be read. */
    Map<Given, List<String>> from(Map<Given, List<String>> given) {
        var told = new LinkedHashMap<Given, List<String>>();
        given.forEach((what, values) -> {
            switch (what) {
                case Given.ReadingOf(ClauseName clause)
                when covers(clause) -> told.put(new Given.Kept(clause), List.of(WORDS));
                case Given.Term(ClauseName clause, String _, String _)
                when covers(clause) -> told.put(new Given.Kept(clause), List.of(WORDS));
                case Given.OfFacet _, Given.ReadingOf _, Given.Term _, Given.Clash _, Given.Kept _ ->
                    told.put(what, values);
            }
        });
        return told;
    }

    private boolean covers(Clause written, String name) {
        return written.name().equals(name) && !audience.mayRead(written.disclosure());
    }
}
