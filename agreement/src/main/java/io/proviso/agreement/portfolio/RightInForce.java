package io.proviso.agreement.portfolio;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A right of first refusal as it stands at an instant, ready to run a round by.
 *
 * @param window null if nobody disclosed it, or if the clause has readings that differ
 * @param ends the known end of the right, null if none is known
 */
public record RightInForce(
        ClauseName name,
        FirstRefusal terms,
        DeadlineRule deadlines,
        @Nullable Window window,
        @Nullable Instant ends) implements Answerable {
    @Override
    public boolean silenceFrees() {
        return terms.onLapse() == FirstRefusal.OnLapse.DECLINE;
    }
}
