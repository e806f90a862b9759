package io.proviso.counsel.due;

import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.portfolio.Accrual;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.agreement.portfolio.TermCourse;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.CommitmentEnglish;
import io.proviso.counsel.english.English;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days of a commitment: its term, the milestones of its ramp, the last days for leaving at one of them and for its options. */
final class CommitmentDays {
    private final ClauseVersion version;
    private final Commitment promise;
    private final Schedule schedule;
    private final CommitmentCourse course;
    private final CommitmentCourse inTheEnd;
    private final @Nullable Interval term;
    private final Instant knownAt;
    private final ZoneId zone;
    private final English english;
    private final List<Due> days = new ArrayList<>();

    /**
     * @param inTheEnd of the time that is looked at, by which its sums are counted too
     */
    CommitmentDays(ClauseVersion version, CommitmentCourse course, CommitmentCourse inTheEnd, Standpoint from) {
        this.version = version;
        this.promise = course.promise();
        this.schedule = promise.schedule();
        this.course = course;
        this.inTheEnd = inTheEnd;
        this.term = inTheEnd.term();
        this.knownAt = from.knownAt();
        this.zone = version.agreement().clock().zone();
        this.english = from.english(zone);
    }

    List<Due> all() {
        var asItStands = course.term();
        if (asItStands != null) {
            term(asItStands);
        }
        ramp();
        if (schedule.termination() != null) {
            lastNotices(schedule.termination());
        }
        options();
        return days.stream()
                .map(due -> due.with(each -> each.of(whose(each.kind()))))
                .toList();
    }

    private List<Party> whose(Obligation.Kind kind) {
        var leaving = schedule.termination();
        return kind == Obligation.Kind.NOTICE && leaving != null
                ? leaving.by().parties(promise.by(), promise.to())
                : List.of(promise.by());
    }

    private void term(Interval over) {
        var words = english.norm(promise);
        days.add(Due.at(over.from(), version, Obligation.Kind.START, "start", "The term begins: " + words));
        if (over.to() != null) {
            days.add(Due.before(over.to(), version, Obligation.Kind.COMMITMENT, "end", ends(words)));
        }
    }

    /** The words of the clause tell its first term. */
    private String ends(String words) {
        int times = course.goneOn().size();
        if (times == 0) {
            boolean mayGoOn =
                    course.steps(course.asOf()).stream().anyMatch(step -> step.fate() == TermCourse.Fate.OPEN);
            return "The term ends" + (mayGoOn ? ", unless it goes on: " : ": ") + words;
        }
        var owed = course.accrual() instanceof Accrual.Known accrual ? accrual.whole() : null;
        return "The term ends, having gone on " + (times == 1 ? "once" : times + " times") + " after "
                + english.lastDayOf(course.goneOn().getFirst().over().from()) + ": by the end of this day "
                + promise.by()
                + " owes " + promise.to() + " "
                + (owed == null ? "an undisclosed amount" : (isCeiling() ? "at most " : "") + English.money(owed))
                + " in total.";
    }

    private boolean isCeiling() {
        return promise.headline() == Commitment.Headline.UP_TO && schedule.delivery() == null;
    }

    private void ramp() {
        int steps = schedule.ramp().size();
        for (int i = 0; i < steps; i++) {
            var step = schedule.ramp().get(i);
            days.add(Due.before(
                    step.until(),
                    version,
                    Obligation.Kind.COMMITMENT,
                    "ramp " + (i + 1),
                    "Milestone " + (i + 1) + " of " + steps + ": by the end of this day " + promise.by() + " owes "
                            + promise.to() + " " + English.money(step.amount()) + " in total."));
        }
    }

    private void lastNotices(Schedule.Termination leaving) {
        var notice = leaving.notice().asKnown(knownAt);
        var first =
                leaving.notBefore() == null ? Instant.MIN : leaving.notBefore().asKnown(knownAt);
        if (notice == null || first == null) {
            return;
        }
        if (!first.equals(Instant.MIN)) {
            lastNotice(first, notice, "first exit", "the first day on which leaving is possible");
        }
        if (leaving.fee() != null
                && leaving.fee().asKnown(knownAt) instanceof Schedule.Fee.Stepped(List<Schedule.FeeStep> steps)
                && term != null) {
            for (int i = 0; i < steps.size(); i++) {
                var end = steps.get(i).until(term.from(), zone);
                if (end.isAfter(first) && (term.to() == null || end.isBefore(term.to()))) {
                    lastNotice(
                            end,
                            notice,
                            "leave at fee step " + (i + 1),
                            "the last day of step " + (i + 1) + " of the fee");
                }
            }
        }
        for (int i = 0; i < schedule.ramp().size(); i++) {
            var end = schedule.ramp().get(i).until();
            boolean early = term == null || term.to() == null || end.isBefore(term.to());
            if (early && end.isAfter(first)) {
                lastNotice(end, notice, "leave at ramp " + (i + 1), "milestone " + (i + 1) + " of the ramp");
            }
        }
    }

    private void lastNotice(Instant exit, Period notice, String occurrence, String which) {
        var fee = schedule.termination() == null || schedule.termination().fee() == null
                ? ""
                : " and a fee of " + fee(schedule.termination(), exit);
        days.add(Due.before(
                lastDayFor(exit, notice).plusDays(1).atStartOfDay(zone).toInstant(),
                version,
                Obligation.Kind.NOTICE,
                occurrence,
                "Last day for " + leaver() + " to give notice of " + English.period(notice) + " and leave with "
                        + english.lastDayOf(exit) + ", " + which + ", owing " + owedBy(exit) + " in total" + fee
                        + "."));
    }

    private String leaver() {
        return schedule.termination() == null
                ? promise.by().name()
                : schedule.termination().by().words(promise.by(), promise.to());
    }

    private String fee(Schedule.Termination leaving, Instant exit) {
        var amount = whole();
        var owed = owed(exit);
        return switch (fee(leaving.fee() == null ? null : leaving.fee().asKnown(knownAt), exit)) {
            case null -> "an undisclosed amount";
            case Schedule.Fee.Fixed(Money fixed) -> English.money(fixed);
            case Schedule.Fee.OfTheRest rest when amount == null || owed == null -> CommitmentEnglish.fee(rest);
            case Schedule.Fee.OfTheRest rest ->
                English.money(rest.of(owed, amount).rounded()) + " (" + CommitmentEnglish.fee(rest) + ")";
        };
    }

    /** What it comes to if nobody leaves; null if nobody knows. */
    private @Nullable Money whole() {
        if (inTheEnd.accrual() instanceof Accrual.Known accrual) {
            return accrual.whole();
        }
        return schedule.delivery() == null && inTheEnd.goneOn().isEmpty()
                ? promise.amount().asKnown(knownAt)
                : null;
    }

    /** What holds of it on a day; null if nobody knows. */
    private Schedule.Fee.@Nullable Flat fee(Schedule.@Nullable Fee fee, Instant exit) {
        return switch (fee) {
            case null -> null;
            case Schedule.Fee.Flat flat -> flat;
            case Schedule.Fee.Stepped stepped when term == null -> null;
            case Schedule.Fee.Stepped stepped -> {
                var flat = stepped.at(exit, term.from(), zone);
                yield flat == null ? new Schedule.Fee.OfTheRest(BigDecimal.ZERO) : flat;
            }
        };
    }

    private String owedBy(Instant exit) {
        var owed = owed(exit);
        return owed == null
                ? "an undisclosed amount"
                : English.money(schedule.options().stream()
                        .filter(Schedule.Option::exercised)
                        .map(Schedule.Option::amount)
                        .reduce(owed, Money::plus));
    }

    /** By the ramp; a milestone says so itself, even where the term is undisclosed. */
    private @Nullable Money owed(Instant exit) {
        for (var step : schedule.ramp()) {
            if (step.until().equals(exit)) {
                return step.amount();
            }
        }
        // What a renewal adds may be undisclosed; the first term is owed all the same.
        var first = promise.term().asKnown(knownAt);
        var accrual = first != null && first.to() != null && !exit.isAfter(first.to())
                ? inTheEnd.accrualOfFirstTerm()
                : inTheEnd.accrual();
        return accrual instanceof Accrual.Known known ? known.by(exit) : null;
    }

    /** Looks around the day that a period back would give: months differ in length. */
    private LocalDate lastDayFor(Instant exit, Period notice) {
        var day = exit.minusNanos(1).atZone(zone).toLocalDate().minus(notice);
        while (!Schedule.Termination.after(day.plusDays(1), notice, zone).isAfter(exit)) {
            day = day.plusDays(1);
        }
        while (Schedule.Termination.after(day, notice, zone).isAfter(exit)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private void options() {
        for (int i = 0; i < schedule.options().size(); i++) {
            var option = schedule.options().get(i);
            if (!option.exercised()) {
                days.add(Due.before(
                        option.exerciseBy(),
                        version,
                        Obligation.Kind.OPTION,
                        "option " + (i + 1),
                        "Last day for " + promise.by() + " to exercise its option on " + English.money(option.amount())
                                + " more."));
            }
        }
    }
}
