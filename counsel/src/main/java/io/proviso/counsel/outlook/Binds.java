package io.proviso.counsel.outlook;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.calendar.Window;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps a need from being met sooner. */
public sealed interface Binds {
    /** It may be signed at once, and no time of delivery is known. */
    record Nothing() implements Binds {}

    /** What is on record covers it. */
    record Covered() implements Binds {}

    /**
     * The time that the holder of a right has, once it has the notice.
     *
     * @param length null if it is not told
     */
    record ForWindow(
            ClauseName clause, Party holder, @Nullable Window length) implements Binds {}

    /**
     * An answer that is awaited already.
     *
     * @param round null where that a notice was received is only supposed
     */
    record ForAnswer(
            ClauseName clause, Party holder, @Nullable String round) implements Binds {}

    /** The way from signature to delivery. */
    record ForDelivery(String supplier, Period lead) implements Binds {}

    /** A paper, which forbids it until a known day. */
    record ForPaper(List<ClauseName> clauses, Instant until) implements Binds {
        public ForPaper {
            clauses = List.copyOf(clauses);
        }
    }

    /** Who would be in time, or is the only one, asks for more than it may cost. */
    record ForMoney(String supplier, Money price, Money atMost) implements Binds {}

    /** An answer, or a term, of which no day is known. */
    record ForUnknown(String why) implements Binds {}

    /** No supplier is left to ask: each is forbidden, or too small. */
    record NobodyLeft() implements Binds {}
}
