package io.proviso.counsel;

import io.proviso.agreement.Commitment;
import io.proviso.agreement.Schedule;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a commitment comes to if its customer gave notice at that instant. Firm is what the ramp owes until the notice has run, but not
 * before the first day on which leaving is possible, and the fee; or the whole, where leaving is too late, dearer or not allowed.
 */
final class Valuation {
    private final Commitment promise;
    private final Schedule schedule;
    private final ZoneId zone;
    private final Instant asOf;
    private final Instant knownAt;
    private final English english;
    private final List<String> why = new ArrayList<>();

    Valuation(Commitment promise, ZoneId zone, Instant asOf, Instant knownAt) {
        this.promise = promise;
        this.schedule = promise.schedule();
        this.zone = zone;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.english = English.ofDays(zone, knownAt);
    }

    Exposure.Worth worth() {
        var amount = promise.amount().asKnown(knownAt);
        var term = promise.term().asKnown(knownAt);
        if (amount == null) {
            why.add("the amount is undisclosed");
            return worth(null, null, null);
        }
        var headline = plus(amount, this::counts);
        if (promise.headline() == Commitment.Headline.UP_TO) {
            why.add("a ceiling was published; what is firm below it is unknown");
            return worth(headline, null, null);
        }
        return schedule.termination() == null
                ? inFull(headline, amount, term, "committed in full")
                : terminable(headline, amount, term, schedule.termination());
    }

    private Exposure.Worth terminable(
            Money headline, Money amount, @Nullable Interval term, Schedule.Termination leaving) {
        var notice = leaving.notice().asKnown(knownAt);
        var notBefore =
                leaving.notBefore() == null ? Instant.MIN : leaving.notBefore().asKnown(knownAt);
        var fee = leaving.fee() == null
                ? new Schedule.Fee.Fixed(Money.zero(amount.currency()))
                : leaving.fee().asKnown(knownAt);
        if (term == null || notice == null || notBefore == null || fee == null) {
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
        var owed = schedule.owedBy(end, amount, term, zone);
        var cost = owed.plus(fee.of(owed, amount));
        if (cost.compareTo(amount) >= 0) {
            return inFull(headline, amount, term, "leaving would cost as much as staying, or more");
        }
        left(end, notice, notBefore, fee, fee.of(owed, amount).rounded());
        return worth(headline, plus(cost, Schedule.Option::exercised).rounded(), lastDay(end));
    }

    private void left(Instant end, Period notice, Instant notBefore, Schedule.Fee fee, Money comesTo) {
        why.add("owed if notice of " + English.period(notice) + " is given on " + english.day(asOf)
                + (end.equals(notBefore) ? "; it may end no earlier than " + english.day(notBefore) : ""));
        if (comesTo.amount().signum() > 0) {
            var words = switch (fee) {
                case Schedule.Fee.Fixed _ -> English.money(comesTo);
                case Schedule.Fee.OfTheRest _ -> English.fee(fee) + ", " + English.money(comesTo) + ",";
            };
            why.add("the fee of " + words + " is included");
        }
        why.add(
                schedule.ramp().isEmpty()
                        ? "spread evenly over the term: assumed"
                        : "spread evenly between the milestones of its ramp: assumed");
    }

    private Exposure.Worth inFull(Money headline, Money amount, @Nullable Interval term, String reason) {
        why.add(reason);
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
        return new Exposure.Worth(
                headline,
                firm,
                until,
                promise.headline() == Commitment.Headline.UP_TO,
                undated(headline, firm),
                String.join("; ", why));
    }

    /** What no year can show: all of it without a term that ends, else what options add, of which nobody says when it is owed. */
    private @Nullable Money undated(@Nullable Money headline, @Nullable Money firm) {
        var figure = firm == null ? headline : firm;
        var term = promise.term().asKnown(knownAt);
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
