package io.proviso.agreement;

import java.util.List;

/** What an instrument does to an agreement; what it does not mention stands. */
public sealed interface Change {
    record Adds(Clause clause) implements Change {}

    /** Replaces the clause of that name, which keeps its overrides unless new ones are given; consents that pierced it die unless kept. */
    record Restates(Clause clause, List<String> keeps) implements Change {
        public Restates {
            keeps = List.copyOf(keeps);
        }
    }

    /** Ends a clause; where readings are given it is unclear how much of it ended. */
    record Ends(String clause, List<Reading> readings) implements Change {
        public Ends {
            readings = List.copyOf(readings);
        }
    }

    /** Adds a reading to a clause, from the instrument's effective date. */
    record Interprets(String clause, Reading reading) implements Change {}

    /** Takes back a consent or waiver, once the notice is over that it asks for; only who gave it can. */
    record Revokes(String clause) implements Change {}

    /** Ends the whole agreement, its silence rules included. */
    record Terminates() implements Change {}
}
