package io.proviso.counsel.due;

import io.proviso.agreement.Diary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.calendar.UnlistedYear;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.due.Progress.State;
import io.proviso.counsel.english.English;
import io.proviso.units.Party;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
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
        List<String> marks,
        Progress progress) {
    /** Why the day matters. */
    public enum Kind {
        /** The last day of a clause. */
        EXPIRY(State.LAPSED),
        /** The last day on which a notice still has its full effect. */
        NOTICE(State.LAPSED),
        /** The last day of a consent or waiver that was revoked: no new contract is covered after it. */
        REVOCATION(State.LAPSED),
        /** An instrument on record takes effect. */
        EFFECT(State.DONE),
        /** The last day of a period over which a covenant is measured. */
        COVENANT_TEST(State.OVERDUE),
        /** The last day on which a period that fell short of a covenant can be made good. */
        CURE(State.LAPSED),
        /** The first day of a commitment's term. */
        START(State.DONE),
        /** The last day of a commitment's term, or a milestone of its ramp. */
        COMMITMENT(State.OVERDUE),
        /** The last day on which something may be delivered in time. */
        DELIVERY(State.OVERDUE),
        /** A day on which something follows by itself from a delivery that has not come. */
        DELAY(State.DONE),
        /** The last day for exercising an option. */
        OPTION(State.LAPSED),
        /** A milestone nobody has attested yet. */
        MILESTONE(State.OVERDUE),
        /** The last day on which the holder of a right may answer what was put to it. */
        ANSWER(State.LAPSED),
        /** The last day on which what a holder refused may be signed with others. */
        TAIL(State.LAPSED),
        /** What a round on record waits for without a day. */
        ROUND(State.OVERDUE);

        private final State passed;

        Kind(State passed) {
            this.passed = passed;
        }

        /** How it stands once its day is over and nothing on record says that it was done. */
        State passed() {
            return passed;
        }
    }

    /** What should have been done first of all, then day by day; what is pending comes last. */
    static final Comparator<Obligation> BY_DAY = Comparator.comparing((Obligation each) -> !each.isOverdueWithoutADay())
            .thenComparing(Obligation::day, Comparator.nullsLast(Comparator.naturalOrder()));

    /** What no id holds. */
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}._-]+");

    public Obligation {
        unlisted = List.copyOf(unlisted);
        marks = List.copyOf(marks);
    }

    /** One that rests on what the parties published, and whose day depends on no calendar, or on one that is kept that far. */
    public Obligation(@Nullable LocalDate day, Kind kind, ClauseName clause, String occurrence, String what) {
        this(day, kind, clause, occurrence, what, List.of(), List.of(), Progress.NOT_YET);
    }

    /** By which the record, a calendar or a case names it: {@code supply/minimum/ramp-1}. No other clause changes it. */
    public String id() {
        return clause + "/" + BETWEEN.matcher(occurrence).replaceAll("-").replaceAll("-+$", "");
    }

    Obligation dependingOn(List<UnlistedYear> years) {
        return new Obligation(day, kind, clause, occurrence, what, years, marks, progress);
    }

    Obligation marked(List<String> more) {
        return new Obligation(day, kind, clause, occurrence, what, unlisted, more, progress);
    }

    Obligation with(Progress other) {
        return new Obligation(day, kind, clause, occurrence, what, unlisted, marks, other);
    }

    /** The same as owed by a party, or open to it. */
    Obligation of(Party party) {
        return of(List.of(party));
    }

    Obligation of(List<Party> parties) {
        return with(progress.of(parties));
    }

    /** As the record has it, seen on a day in the agreement's zone; what was attested as done stays so. */
    Obligation asTold(Standpoint from, ZoneId zone) {
        var diary = from.portfolio().diary();
        var seen = progress.seenToBy(diary.charge(clause, id(), from.asOf(), from.knownAt()));
        if (seen.done() != null) {
            return with(seen);
        }
        var done = diary.done(id(), from.asOf(), from.knownAt());
        return with(
                done == null
                        ? seen.in(state(from.asOf().atZone(zone).toLocalDate()))
                        : seen.done(
                                new Progress.Done(done.at().atZone(zone).toLocalDate(), done.by(), done.evidence())));
    }

    /**
     * Whether that nothing on record says that it was done says anything: only where somebody keeps a diary, or it is attested. A
     * delivery that has not come is told without its day, as late as it is.
     */
    boolean isMissed(Diary diary) {
        return progress.state() == State.OVERDUE
                && kind != Kind.DELIVERY
                && (kind == Kind.MILESTONE || !diary.isEmpty());
    }

    /** Without a day it stands as whoever found it says. */
    private State state(LocalDate today) {
        if (day == null) {
            return progress.state();
        }
        return day.isBefore(today) ? kind.passed() : day.equals(today) ? State.DUE : State.UPCOMING;
    }

    /** What it is, what nobody can know of its day, who sees to it and how it was done. */
    public String told() {
        var told =
                unlisted.isEmpty() ? what : what + " But " + String.join("; ", UnlistedYear.sentences(unlisted)) + ".";
        return told + progress.told();
    }

    /** {@code 2026-03-31 overdue covenant test}; what is pending has no day. */
    public String heading() {
        return when() + " " + stands() + English.lower(kind);
    }

    /** Its day in a word. */
    public String when() {
        return day != null ? day.toString() : isOverdueWithoutADay() ? "past" : "pending";
    }

    private boolean isOverdueWithoutADay() {
        return day == null && progress.state() == State.OVERDUE;
    }

    /** {@code overdue }; nothing of what is still to come, or comes by itself. */
    String stands() {
        return progress.state() == State.UPCOMING || kind.passed() == State.DONE
                ? ""
                : English.lower(progress.state()) + " ";
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
                marks,
                progress);
    }
}
