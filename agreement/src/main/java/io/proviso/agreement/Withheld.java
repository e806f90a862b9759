package io.proviso.agreement;

import java.util.List;

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
    public boolean covers(String agreement, String clause) {
        return agreements.stream()
                .filter(each -> each.name().equals(agreement))
                .flatMap(each -> each.instruments().stream())
                .flatMap(instrument -> instrument.changes().stream())
                .anyMatch(change -> switch (change) {
                    case Change.Adds(Clause written) -> covers(written, clause);
                    case Change.Restates(Clause written, List<String> _) -> covers(written, clause);
                    case Change.Ends _, Change.Interprets _, Change.Revokes _, Change.Terminates _ -> false;
                });
    }

    private boolean covers(Clause written, String name) {
        return written.name().equals(name) && !audience.mayRead(written.disclosure());
    }
}
