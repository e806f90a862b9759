package io.proviso.agreement.clause;

import io.proviso.calendar.DayTerms;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The zone in which bare dates of an agreement are read, and the calendar and terms by which notices under it are counted. */
public record ContractClock(ZoneId zone, @Nullable String calendar, DayTerms days) {
    /** The usual terms with one hour for receipt and deadline. */
    public ContractClock(ZoneId zone, @Nullable String calendar, LocalTime cutoff) {
        this(zone, calendar, DayTerms.cutoff(cutoff));
    }

    /** The clock of a clause, which says some of it otherwise. */
    public ContractClock of(FirstRefusal.Answering answering) {
        return new ContractClock(
                zone,
                answering.calendar() == null ? calendar : answering.calendar(),
                answering.days().before(days));
    }
}
