package io.proviso.agreement;

import java.time.Instant;
import java.util.List;

/** When a clause ends by itself. */
public sealed interface End {
    /** Nothing ends it but another instrument. */
    record Never() implements End {}

    /** At an instant; the clause is no longer in force at that instant itself. */
    record At(Instant instant) implements End {}

    /** When the record attests that a facet takes one of these values (`agi` is `verified`). */
    record OnMilestone(String facet, List<String> values) implements End {
        public OnMilestone {
            values = List.copyOf(values);
        }
    }

    /** Whichever comes first. */
    record EarlierOf(List<End> ends) implements End {
        public EarlierOf {
            ends = List.copyOf(ends);
        }
    }

    /** Only when all have come. */
    record LaterOf(List<End> ends) implements End {
        public LaterOf {
            ends = List.copyOf(ends);
        }
    }
}
