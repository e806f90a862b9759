package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far each of some clauses is disclosed, where only its name is at hand: as far as the strictest of its versions, whether or
 * not that one is in force. A clause that is not among them is the customer's alone.
 */
public record Disclosures(Map<ClauseName, Disclosure> levels) {
    public Disclosures {
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }

    /** Of every clause that the papers of these agreements write. */
    public static Disclosures in(List<Agreement> agreements) {
        var levels = new TreeMap<ClauseName, Disclosure>();
        for (var agreement : agreements) {
            agreement.instruments().stream()
                    .flatMap(instrument -> instrument.changes().stream())
                    .map(Change::written)
                    .filter(Objects::nonNull)
                    .forEach(clause -> levels.merge(
                            new ClauseName(agreement.name(), clause.name()),
                            clause.disclosure(),
                            (one, other) -> one.mayRead(other) ? one : other));
        }
        return new Disclosures(levels);
    }

    public Disclosures only(Collection<ClauseName> named) {
        var some = new TreeMap<ClauseName, Disclosure>();
        named.forEach(name -> some.put(name, of(name)));
        return new Disclosures(some);
    }

    public Disclosure of(ClauseName clause) {
        return levels.getOrDefault(clause, Disclosure.INTERNAL);
    }
}
