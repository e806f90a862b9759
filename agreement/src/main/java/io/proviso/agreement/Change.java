package io.proviso.agreement;

import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an instrument does to an agreement; what it does not mention stands. */
public sealed interface Change {
    /** The clause that it writes; null if it does something else. */
    default @Nullable Clause written() {
        return switch (this) {
            case Adds(Clause clause) -> clause;
            case Restates(Clause clause, List<String> _) -> clause;
            case Ends _, Interprets _, Revokes _, Terminates _ -> null;
        };
    }

    /** The name of the clause that it is about; null if it is about the whole agreement. */
    default @Nullable String about() {
        return switch (this) {
            case Adds(Clause clause) -> clause.name();
            case Restates(Clause clause, List<String> _) -> clause.name();
            case Ends(String clause, List<Reading> _) -> clause;
            case Interprets(String clause, Reading _) -> clause;
            case Revokes(String clause) -> clause;
            case Terminates() -> null;
        };
    }

    /** Where it is written, after the path of its instrument. */
    default String path() {
        return switch (this) {
            case Adds(Clause clause) -> "/clauses/" + clause.name();
            case Restates(Clause clause, List<String> _) -> "/restates/" + clause.name();
            case Ends(String clause, List<Reading> _) -> "/ends/" + clause;
            case Interprets(String clause, Reading _) -> "/interprets/" + clause;
            case Revokes(String clause) -> "/revokes/" + clause;
            case Terminates() -> "/terminates";
        };
    }

    record Adds(Clause clause) implements Change {}

    /** Replaces the clause of that name, which keeps its overrides unless it says what it overrides; consents that pierced it die unless kept. */
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
