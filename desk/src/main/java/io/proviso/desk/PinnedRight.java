package io.proviso.desk;

import io.proviso.agreement.Round;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.rounds.RoundCourse;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The text of the right that governs a round: the version in force when the notice was received. Only the calendar's closures may still become known. */
public record PinnedRight(FirstRefusal terms, Window window, String calendar, ZoneId zone, DayTerms days) {
    public static PinnedRight of(RightInForce right, Window window) {
        var rule = right.deadlines();
        return new PinnedRight(right.terms(), window, rule.calendar().name(), rule.zone(), rule.days());
    }

    /** What bounds a refusal, null if it frees for good. No clock starts before it is on record, and what is recorded later is of later rounds. */
    Preemption.@Nullable Tail tail() {
        return switch (terms.preemption().tail()) {
            case null -> null;
            case Stated.Known<Preemption.Tail>(Preemption.Tail tail, Instant _) -> tail;
            case Stated.Undisclosed<Preemption.Tail> _ ->
                throw new IllegalStateException("right of " + terms.holder()
                        + ": its clock was started although nobody disclosed for how long a refusal frees the"
                        + " customer");
        };
    }

    /** How its time is counted, by the closures known. */
    public DeadlineRule counting(BusinessCalendar closures) {
        return new DeadlineRule(closures, zone, days);
    }

    /** How a round goes by it. */
    public RoundCourse course(Round round, BusinessCalendar closures) {
        return new RoundCourse(round, terms, window, tail(), counting(closures));
    }

    /** Of the least that tells rights apart: a clause is long, and states of rounds are looked up by the million. */
    @Override
    public int hashCode() {
        return 31 * terms.holder().hashCode() + window.hashCode();
    }
}
