package io.proviso.agreement.portfolio;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clause that a ruling rests on, or set aside, with its words and where they come from.
 *
 * @param reading the meaning taken, null where the clause is clear
 * @param effect what the clause does to the act asked about
 */
public record Citation(
        ClauseName clause,
        String instrument,
        Effect effect,
        @Nullable String reading,
        Words words,
        Provenance provenance,
        Disclosure disclosure,
        Instant since) {

    public static List<Citation> disclosedTo(Disclosure audience, List<Citation> all) {
        return all.stream().map(cited -> cited.disclosedTo(audience)).distinct().toList();
    }

    /** What an audience may see: that the clause decided, and what it says and where that is from only if it may read it. */
    public Citation disclosedTo(Disclosure audience) {
        return audience.mayRead(disclosure)
                ? this
                : new Citation(
                        clause,
                        instrument,
                        effect,
                        null,
                        new Words(Disclosure.WITHHELD, Words.Kind.PARAPHRASE),
                        Provenance.of(
                                new Source(
                                        Disclosure.WITHHELD,
                                        null,
                                        provenance.source().confidence()),
                                provenance.recorded()),
                        disclosure,
                        since);
    }
}
