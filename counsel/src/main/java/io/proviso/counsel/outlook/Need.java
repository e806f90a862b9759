package io.proviso.counsel.outlook;

import io.proviso.agreement.question.Question;
import io.proviso.units.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be supplied by a day.
 *
 * @param name rounds on record serve it whose {@code request} is this name
 * @param product what it shall be, in people's words; null if nobody said
 * @param question whether it may be acquired, with who supplies it and how many left open
 * @param until when it is no longer needed; null if it goes on
 * @param atMost the highest price at which it is wanted; null if any will do
 */
public record Need(
        String name,
        @Nullable String product,
        long quantity,
        Question question,
        Instant by,
        @Nullable Instant until,
        @Nullable Money atMost) {
    public Need {
        if (quantity < 1) {
            throw new IllegalArgumentException("need " + name + ": a quantity of " + quantity + " is none.");
        }
    }

    /** How much of it is wanted at an instant. */
    long wanted(Instant at) {
        return at.isBefore(by) || (until != null && !at.isBefore(until)) ? 0 : quantity;
    }
}
