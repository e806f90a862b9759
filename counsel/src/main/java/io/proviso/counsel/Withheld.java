package io.proviso.counsel;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Clause;
import io.proviso.agreement.Disclosure;
import java.util.List;

/** Which clauses of some agreements an audience may not read: those of which any version is for other eyes only. */
record Withheld(List<Agreement> agreements, Disclosure audience) {
    boolean covers(String agreement, String clause) {
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
        return written.name().equals(name) && written.disclosure().compareTo(audience) > 0;
    }
}
