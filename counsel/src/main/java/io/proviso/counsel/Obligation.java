package io.proviso.counsel;

import io.proviso.agreement.ClauseName;
import io.proviso.calendar.UnlistedYear;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something of an agreement that has a day, or will have one once it is attested.
 *
 * @param day in the agreement's zone; what ends with a day has that day; null for what is pending without a date
 * @param marks what the day or the figure rests on that no party published
 * @param occurrence tells repeated ones of a clause apart and stays the same when the day moves
 * @param unlisted years beyond a calendar's list on which the day depends
 */
public record Obligation(
        @Nullable LocalDate day,
        Kind kind,
        ClauseName clause,
        String occurrence,
        String what,
        List<UnlistedYear> unlisted,
        List<String> marks) {
    /** Why the day matters. */
    public enum Kind {
        /** The last day of a clause. */
        EXPIRY,
        /** The last day on which a notice still has its full effect. */
        NOTICE,
        /** The last day of a consent or waiver that was revoked: no new contract is covered after it. */
        REVOCATION,
        /** An instrument on record takes effect. */
        EFFECT,
        /** The last day of a period over which a covenant is measured. */
        COVENANT_TEST,
        /** The last day on which a period that fell short of a covenant can be made good. */
        CURE,
        /** The first or the last day of a commitment's term, or a milestone of its ramp. */
        COMMITMENT,
        /** The last day on which something may be delivered in time, or the first of what follows if it is not. */
        DELIVERY,
        /** The last day for exercising an option. */
        OPTION,
        /** A milestone nobody has attested yet. */
        MILESTONE,
        /** The last day on which the holder of a right may answer what was put to it. */
        ANSWER,
        /** The last day on which what a holder refused may be signed with others. */
        TAIL,
        /** What a round on record waits for without a day. */
        ROUND
    }

    public Obligation {
        unlisted = List.copyOf(unlisted);
        marks = List.copyOf(marks);
    }

    /** One that rests on what the parties published, and whose day depends on no calendar, or on one that is kept that far. */
    public Obligation(@Nullable LocalDate day, Kind kind, ClauseName clause, String occurrence, String what) {
        this(day, kind, clause, occurrence, what, List.of(), List.of());
    }

    Obligation dependingOn(List<UnlistedYear> years) {
        return new Obligation(day, kind, clause, occurrence, what, years, marks);
    }

    Obligation marked(List<String> more) {
        return new Obligation(day, kind, clause, occurrence, what, unlisted, more);
    }

    /** What it is, and what nobody can know of its day. */
    public String told() {
        return unlisted.isEmpty() ? what : what + " But " + String.join("; ", UnlistedYear.sentences(unlisted)) + ".";
    }

    /** The same where it is due only if an unclear clause is read in one of these ways. */
    Obligation readAs(List<String> readings) {
        var names = readings.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
        return new Obligation(
                day,
                kind,
                clause,
                occurrence + ", read as " + names,
                "Read as " + names + ": " + what,
                unlisted,
                marks);
    }
}
