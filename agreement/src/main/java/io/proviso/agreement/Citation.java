package io.proviso.agreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clause that a ruling rests on, or set aside, with its words and where they come from.
 *
 * @param reading the meaning taken, null where the clause is clear
 * @param effect what the clause does to the act asked about
 */
public record Citation(
        String agreement,
        String clause,
        String instrument,
        Effect effect,
        @Nullable String reading,
        Words words,
        Provenance provenance,
        Disclosure disclosure,
        Instant since) {

    private static final Words WITHHELD = new Words("withheld from this audience", Words.Kind.PARAPHRASE);

    boolean isWithheld() {
        return words.equals(WITHHELD);
    }

    /** What an audience may see: that the clause decided, but its words only if they are disclosed to it. */
    public Citation disclosedTo(Disclosure audience) {
        return disclosure.compareTo(audience) <= 0
                ? this
                : new Citation(agreement, clause, instrument, effect, reading, WITHHELD, provenance, disclosure, since);
    }
}
