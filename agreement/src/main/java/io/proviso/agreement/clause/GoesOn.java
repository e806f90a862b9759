package io.proviso.agreement.clause;

import io.proviso.calendar.Window;
import io.proviso.units.Money;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a term goes on after its end. */
public sealed interface GoesOn {
    /**
     * By itself, again and again, unless somebody says no in time.
     *
     * @param notice how long before the end a no must have been received
     * @param unless the fact of the record by which somebody said no
     * @param times how often at most; null if without a limit
     */
    record Renews(
            Period length,
            Stated<Window> notice,
            End.OnMilestone unless,
            @Nullable Long times,
            Stated<Money> amount) implements GoesOn {}

    /** By options of the customer in a row: each only if the one before was exercised. */
    record Extends(List<Extension> options) implements GoesOn {
        public Extends {
            options = List.copyOf(options);
        }
    }

    /**
     * One such option.
     *
     * @param notice how long before the end its exercise must have been received
     * @param notEarlier how long before the end it may be exercised for the first time; null if at any time
     * @param exercised the fact of the record by which it was exercised
     */
    record Extension(
            Period length,
            Stated<Window> notice,
            @Nullable Window notEarlier,
            End.OnMilestone exercised,
            Stated<Money> amount) {}
}
