package io.proviso.counsel;

import io.proviso.units.Money;
import io.proviso.units.Party;
import org.jspecify.annotations.Nullable;

/**
 * What a commitment in force is worth: the figure that was published against what is firmly owed.
 *
 * @param headline null if nobody disclosed it
 * @param firm null if it is not known: undisclosed, or only a ceiling was published; never guessed
 */
public record Exposure(
        String agreement,
        String clause,
        Party by,
        Party to,
        @Nullable Money headline,
        @Nullable Money firm,
        String why) {}
