package io.proviso.counsel.due;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.portfolio.Accrual;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a commitment comes to in a year, or in the part of it that is looked at, if nobody leaves it: a difference of what is owed
 * in total at both ends, each to the minor unit of its currency, so that payments add up to the last digit.
 *
 * @param from the first day
 * @param through the last day
 * @param reading in which of several readings it is due; null if in all
 * @param atMost whether only a ceiling was published
 * @param incremental whether it is on top of what the same parties agreed before
 * @param contained whether another one to the same party, of the same days, may contain it
 */
public record Payment(
        ClauseName clause,
        Party by,
        Party to,
        LocalDate from,
        LocalDate through,
        Money amount,
        @Nullable String reading,
        boolean atMost,
        boolean incremental,
        boolean contained,
        List<String> marks) {
    public Payment {
        marks = List.copyOf(marks);
    }

    /** How it enters the sum of its year. */
    public CountedAs as() {
        return reading != null
                ? CountedAs.ONE_READING
                : contained ? CountedAs.CONTAINED : atMost ? CountedAs.AT_MOST : CountedAs.PROMISED;
    }

    /** Year by year in a stretch in which a version is in force; none if its amount or its term is not known. */
    static List<Payment> of(
            ClauseVersion version, CommitmentCourse course, @Nullable String reading, Interval stretch) {
        var promise = course.promise();
        var term = course.term();
        // What a renewal adds may be undisclosed; the first term is owed all the same.
        var all = course.accrual() instanceof Accrual.Known known ? known : course.accrualOfFirstTerm();
        if (term == null || term.to() == null || !(all instanceof Accrual.Known accrual)) {
            return List.of();
        }
        var zone = course.zone();
        var from = later(stretch.from(), term.from());
        var to = stretch.to() == null || term.to().isBefore(stretch.to()) ? term.to() : stretch.to();
        var payments = new ArrayList<Payment>();
        while (from.isBefore(to)) {
            var day = from.atZone(zone).toLocalDate();
            var newYear = day.plusYears(1).withDayOfYear(1).atStartOfDay(zone).toInstant();
            var end = newYear.isBefore(to) ? newYear : to;
            var owed = accrual.by(end).minus(accrual.by(from));
            if (owed.amount().signum() > 0) {
                payments.add(new Payment(
                        version.id(),
                        promise.by(),
                        promise.to(),
                        day,
                        end.minusNanos(1).atZone(zone).toLocalDate(),
                        owed,
                        reading,
                        promise.headline() == Commitment.Headline.UP_TO
                                && promise.schedule().delivery() == null,
                        promise.incremental(),
                        false,
                        marks(version, promise)));
            }
            from = end;
        }
        return payments;
    }

    private static List<String> marks(ClauseVersion version, Commitment promise) {
        var marks = new ArrayList<>(Marks.ofPayment(version.clause()));
        marks.add(
                promise.schedule().delivery() != null
                        ? "spread evenly from each delivery: assumed"
                        : promise.schedule().ramp().isEmpty()
                                ? "spread evenly over the term: assumed"
                                : "spread evenly between the milestones: assumed");
        return marks;
    }

    /** Whether another one goes on in the same year where this one stops. */
    boolean goesOn(Payment next) {
        return clause.equals(next.clause)
                && by.equals(next.by)
                && to.equals(next.to)
                && amount.currency().equals(next.amount.currency())
                && Objects.equals(reading, next.reading)
                && atMost == next.atMost
                && incremental == next.incremental
                && marks.equals(next.marks)
                && from.getYear() == next.from.getYear()
                && !next.from.isAfter(through.plusDays(1));
    }

    Payment and(Payment next) {
        return new Payment(
                clause,
                by,
                to,
                from,
                next.through,
                amount.plus(next.amount),
                reading,
                atMost,
                incremental,
                contained,
                marks);
    }

    /** The same payments; of those that may contain each other only the largest is counted. */
    static List<Payment> settled(List<Payment> payments) {
        var counted = new ArrayList<Payment>();
        payments.stream()
                .sorted(Comparator.comparing((Payment each) -> each.amount().amount())
                        .reversed())
                .filter(each -> counted.stream().noneMatch(larger -> larger.mayContain(each)))
                .forEach(counted::add);
        return payments.stream()
                .map(each -> each.settled(!counted.contains(each)))
                .toList();
    }

    private boolean mayContain(Payment other) {
        return isBase()
                && other.isBase()
                && !clause.equals(other.clause)
                && by.equals(other.by)
                && to.equals(other.to)
                && atMost == other.atMost
                && amount.currency().equals(other.amount.currency())
                && !from.isAfter(other.through)
                && !other.from.isAfter(through);
    }

    private boolean isBase() {
        return !incremental && reading == null;
    }

    private Payment settled(boolean isContained) {
        return new Payment(clause, by, to, from, through, amount, reading, atMost, incremental, isContained, marks);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
