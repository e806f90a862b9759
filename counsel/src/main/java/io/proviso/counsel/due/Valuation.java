package io.proviso.counsel.due;

import io.proviso.agreement.Came;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.GoesOn;
import io.proviso.agreement.clause.Leaver;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.portfolio.Accrual;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.agreement.portfolio.TermCourse;
import io.proviso.counsel.english.CommitmentEnglish;
import io.proviso.counsel.english.English;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a commitment comes to if its customer gave notice at that instant. Firm is what the ramp owes until the notice has run, but not
 * before the first day on which leaving is possible, and the fee; or the whole, where leaving is too late, dearer or not allowed.
 */
final class Valuation {
    private final CommitmentCourse course;
    private final Commitment promise;
    private final Schedule schedule;
    private final ZoneId zone;
    private final Instant asOf;
    private final Instant knownAt;
    private final English english;
    private final List<String> why = new ArrayList<>();

    Valuation(CommitmentCourse course) {
        this.course = course;
        this.promise = course.promise();
        this.schedule = promise.schedule();
        this.zone = course.zone();
        this.asOf = course.asOf();
        this.knownAt = course.knownAt();
        this.english = English.ofDays(zone, knownAt);
    }

    Exposure.Worth worth() {
        var amount = promise.amount().asKnown(knownAt);
        if (amount == null) {
            why.add("the amount is undisclosed");
            return worth(null, null, null);
        }
        var goneOn = course.goneOn();
        var whole =
                goneOn.isEmpty() || !(course.accrual() instanceof Accrual.Known known) ? amount : grown(amount, known);
        var headline = plus(whole, this::counts);
        var term = course.term();
        if (!goneOn.isEmpty()) {
            why.add("its term has gone on "
                    + (goneOn.size() == 1 ? "once" : goneOn.size() + " times") + ", through "
                    + english.lastDayOf(
                            Objects.requireNonNull(goneOn.getLast().over().to())));
        }
        mayGoOn();
        if (schedule.delivery() != null) {
            return delivered(headline, term);
        }
        if (promise.headline() == Commitment.Headline.UP_TO) {
            why.add("a ceiling was published; what is firm below it is unknown");
            return worth(headline, null, null);
        }
        if (!goneOn.isEmpty() && course.accrual() instanceof Accrual.Unknown(String reason)) {
            why.add(reason);
            return worth(headline, null, null);
        }
        var cause = cause();
        if (cause != null) {
            return course.accrual() instanceof Accrual.Known owed
                    ? leftForCause(headline, owed, cause)
                    : worth(headline, null, null);
        }
        return schedule.termination() == null || !schedule.termination().by().isCustomer()
                ? inFull(headline, whole, term, "committed in full")
                : terminable(headline, whole, term, schedule.termination());
    }

    /** The headline with what further times of the term add; a part that is not delivered yet is published all the same. */
    private static Money grown(Money amount, Accrual.Known accrual) {
        return accrual instanceof Accrual.GoingOn(Accrual.Known _, List<Accrual.GoingOn.More> more, ZoneId _)
                ? more.stream().map(Accrual.GoingOn.More::amount).reduce(amount, Money::plus)
                : amount;
    }

    /** What may still lengthen the term. */
    private void mayGoOn() {
        course.steps(asOf).stream()
                .filter(step -> step.fate() == TermCourse.Fate.OPEN)
                .findFirst()
                .ifPresent(step -> {
                    var through =
                            english.lastDayOf(Objects.requireNonNull(step.over().to()));
                    var by = step.decided() == null ? "an undisclosed day" : english.day(step.decided());
                    why.add(
                            schedule.goesOn() instanceof GoesOn.Renews
                                    ? "it renews through " + through + " unless somebody says no by " + by
                                    : "it may be extended through " + through + " by " + by);
                });
    }

    /** A cause that was not cured in time and lets the customer leave; null if there is none. */
    private CommitmentCourse.@Nullable Cause cause() {
        var cause = course.cause();
        return cause != null && cause.right().by().isCustomer() && cause.letsLeave(asOf) ? cause : null;
    }

    /** Where either side may, for what the other did, what the customer still owes hangs on whose breach it is. */
    private Exposure.Worth leftForCause(Money headline, Accrual.Known owed, CommitmentCourse.Cause cause) {
        if (cause.right().by() == Leaver.EITHER) {
            why.add("'" + cause.right().cause().facet() + "' of " + english.day(cause.since())
                    + " was not cured in time, and whose breach it is the record does not say: if it is that of "
                    + promise.to() + ", " + promise.by() + " may leave; if its own, " + promise.to() + " may");
            return worth(headline, null, null);
        }
        why.add("it may be left for cause: '" + cause.right().cause().facet() + "' of " + english.day(cause.since())
                + " was not cured in time");
        var now = owed.by(asOf);
        return worth(headline, plus(now, Schedule.Option::exercised), lastDay(asOf.plusNanos(1)));
    }

    /** Nothing is firm before the other side has delivered it. */
    private Exposure.Worth delivered(Money headline, @Nullable Interval term) {
        return switch (course.accrual()) {
            case Accrual.Unknown(String reason) -> {
                why.add(reason);
                yield worth(headline, null, null);
            }
            case Accrual.Known owed -> {
                var cause = cause();
                if (cause != null) {
                    tranches();
                    yield leftForCause(headline, owed, cause);
                }
                var late = course.letsTheOrderEnd();
                if (late != null) {
                    why.add("all of it may be ended: tranche " + late.tranche().name() + " is late");
                    tranches();
                    var now = owed.by(asOf);
                    yield worth(headline, plus(now, Schedule.Option::exercised), lastDay(asOf.plusNanos(1)));
                }
                yield schedule.termination() == null
                                || !schedule.termination().by().isCustomer()
                        ? inFull(headline, owed.whole(), term, "firm is what was delivered")
                        : terminable(headline, owed.whole(), term, schedule.termination());
            }
        };
    }

    private Exposure.Worth terminable(
            Money headline, Money amount, @Nullable Interval term, Schedule.Termination leaving) {
        var notice = leaving.notice().asKnown(knownAt);
        var notBefore =
                leaving.notBefore() == null ? Instant.MIN : leaving.notBefore().asKnown(knownAt);
        var fee = leaving.fee() == null
                ? new Schedule.Fee.Fixed(Money.zero(amount.currency()))
                : leaving.fee().asKnown(knownAt);
        if (term == null
                || notice == null
                || notBefore == null
                || fee == null
                || !(course.accrual() instanceof Accrual.Known accrual)) {
            var undisclosed = new ArrayList<String>();
            addIf(term == null, undisclosed, "the term");
            addIf(notice == null, undisclosed, "the notice");
            addIf(notBefore == null, undisclosed, "the first day on which leaving is possible");
            addIf(fee == null, undisclosed, "the fee for leaving");
            why.add("it may be left, but " + String.join(" and ", undisclosed)
                    + (undisclosed.size() == 1 ? " is" : " are") + " undisclosed");
            return worth(headline, null, null);
        }
        var end = latest(Schedule.Termination.after(day(asOf), notice, zone), notBefore);
        if (term.to() != null && !end.isBefore(term.to())) {
            return inFull(headline, amount, term, "notice of " + English.period(notice) + " would run beyond the term");
        }
        var exit = ends(end, fee, term).stream()
                .map(day -> exit(day, fee.at(day, term.from(), zone), accrual.by(day), amount))
                .min(Comparator.comparing(Exit::cost).thenComparing(Exit::end))
                .orElseThrow();
        if (exit.cost().compareTo(amount) >= 0) {
            return inFull(headline, amount, term, "leaving would cost as much as staying, or more");
        }
        if (exit.end().equals(end)) {
            why.add("owed if notice of " + English.period(notice) + " is given on " + english.day(asOf)
                    + (end.equals(notBefore) ? "; it may end no earlier than " + english.day(notBefore) : ""));
        } else {
            why.add("owed if it is left with " + english.lastDayOf(exit.end())
                    + ", when the fee is lower than at the soonest end");
        }
        left(exit);
        return worth(headline, plus(exit.cost(), Schedule.Option::exercised), lastDay(exit.end()));
    }

    /** One end by notice: what leaving with it costs, and what is owed in total then. */
    private record Exit(Instant end, Schedule.Fee.@Nullable Flat fee, Money comesTo, Money cost) {}

    private static Exit exit(Instant end, Schedule.Fee.@Nullable Flat fee, Money owed, Money amount) {
        var comesTo = fee == null ? Money.zero(amount.currency()) : fee.of(owed, amount);
        return new Exit(end, fee, comesTo.rounded(), owed.plus(comesTo.rounded()));
    }

    /** The soonest end, and the first with which each later step of the fee counts: between them what is owed only grows. */
    private List<Instant> ends(Instant soonest, Schedule.Fee fee, Interval term) {
        var ends = new ArrayList<>(List.of(soonest));
        if (fee instanceof Schedule.Fee.Stepped(List<Schedule.FeeStep> steps)) {
            steps.stream()
                    .map(step -> step.until(term.from(), zone)
                            .atZone(zone)
                            .plusDays(1)
                            .toInstant())
                    .filter(end -> end.isAfter(soonest) && (term.to() == null || end.isBefore(term.to())))
                    .forEach(ends::add);
        }
        return ends;
    }

    private void left(Exit exit) {
        var fee = exit.fee();
        var comesTo = exit.comesTo();
        if (fee != null && comesTo.amount().signum() > 0) {
            var words = switch (fee) {
                case Schedule.Fee.Fixed _ -> English.money(comesTo);
                case Schedule.Fee.OfTheRest _ -> CommitmentEnglish.fee(fee) + ", " + English.money(comesTo) + ",";
            };
            why.add("the fee of " + words + " is included");
        }
        if (schedule.delivery() == null) {
            why.add(
                    schedule.ramp().isEmpty()
                            ? "spread evenly over the term: assumed"
                            : "spread evenly between the milestones of its ramp: assumed");
        } else {
            tranches();
        }
    }

    /** What was delivered, and what becomes firm only when it is. */
    private void tranches() {
        for (var tranche : course.tranches()) {
            var name = "tranche " + tranche.tranche().name();
            why.add(
                    course.paidFrom(tranche) instanceof Came.Since(Instant since)
                            ? name + " is paid for from " + english.day(since) + " on"
                            : name + " is not firm before it is delivered");
        }
        why.add("the price of each is spread evenly to the end of the term: assumed");
    }

    /** What is credited, in words. */
    private void credits(@Nullable Money credited) {
        if (schedule.delivery() == null) {
            return;
        }
        if (credited == null) {
            why.add("what late deliveries are credited with so far is unknown");
        } else if (credited.amount().signum() > 0) {
            why.add("late deliveries are credited with " + English.money(credited) + " so far, which is not deducted");
        }
    }

    private Exposure.Worth inFull(Money headline, Money amount, @Nullable Interval term, String reason) {
        why.add(reason);
        if (schedule.delivery() != null) {
            tranches();
        }
        var last = term == null || term.to() == null ? null : lastDay(term.to());
        return worth(headline, plus(amount, Schedule.Option::exercised), last);
    }

    private Exposure.Worth worth(@Nullable Money headline, @Nullable Money firm, @Nullable LocalDate until) {
        if (promise.incremental()) {
            why.add("on top of earlier commitments");
        }
        for (var option : schedule.options()) {
            why.add("an option on " + English.money(option.amount())
                    + (option.exercised()
                            ? " was exercised and counts whole"
                            : counts(option)
                                    ? " is open through " + english.lastDayOf(option.exerciseBy()) + " and not firm"
                                    : " lapsed with " + english.lastDayOf(option.exerciseBy())));
        }
        var credited = schedule.delivery() == null || course.credited() == null
                ? null
                : course.credited().rounded();
        credits(credited);
        return new Exposure.Worth(
                headline,
                firm,
                until,
                credited,
                promise.headline() == Commitment.Headline.UP_TO && firm == null,
                undated(headline, firm),
                String.join("; ", why));
    }

    /** What no year can show: all of it without a term that ends, else what options add, of which nobody says when it is owed. */
    private @Nullable Money undated(@Nullable Money headline, @Nullable Money firm) {
        var figure = firm == null ? headline : firm;
        var term = course.term();
        if (figure == null || term == null || term.to() == null) {
            return figure;
        }
        return plus(Money.zero(figure.currency()), firm == null ? this::counts : Schedule.Option::exercised);
    }

    /** An option that lapsed unused is no longer part of the headline. */
    private boolean counts(Schedule.Option option) {
        return option.exercised() || asOf.isBefore(option.exerciseBy());
    }

    private Money plus(Money money, Predicate<Schedule.Option> counting) {
        return schedule.options().stream()
                .filter(counting)
                .map(Schedule.Option::amount)
                .reduce(money, Money::plus);
    }

    private static void addIf(boolean so, List<String> words, String word) {
        if (so) {
            words.add(word);
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private LocalDate lastDay(Instant end) {
        return day(end.minusNanos(1));
    }
}
