package io.proviso.agreement.rounds;

import io.proviso.agreement.Round;
import io.proviso.units.Party;
import org.jspecify.annotations.Nullable;

/**
 * A contract on record that was signed with somebody else than the holder of a right.
 *
 * @param quantity null where nothing was counted
 * @param left what the round left for it just before, by all that is known
 * @param leftOnRecord the same as it was on record when the contract came on record
 */
public record Signature(
        Round round,
        Party holder,
        Round.Step step,
        @Nullable Long quantity,
        String with,
        LeftToOthers left,
        LeftToOthers leftOnRecord) {
    /** A contract that was signed is a fact: it stands, and it was made against the right. */
    public boolean isAgainstTheRight() {
        return !left.covers(quantity);
    }

    /** Whether nobody could know it: what was on record then left it free. */
    public boolean wasFreeOnRecord() {
        return leftOnRecord.covers(quantity);
    }
}
