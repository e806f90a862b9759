package io.proviso.agreement.portfolio;

import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What becomes owed of a commitment and when, if nobody leaves it. */
public sealed interface Accrual {
    /** Nobody can say: why, in a few words. */
    record Unknown(String why) implements Accrual {}

    sealed interface Known extends Accrual {
        /** What is owed in total by an instant, to the minor unit of its currency: every figure is one of these, or what two differ in. */
        default Money by(Instant end) {
            return exactly(end).rounded();
        }

        /** The same but for the division, which keeps 34 digits. */
        Money exactly(Instant end);

        /** What will have become owed in the end. */
        Money whole();
    }

    /** By the days of its schedule alone. */
    record ByDays(Schedule schedule, Money amount, Interval over, ZoneId zone) implements Known {
        @Override
        public Money exactly(Instant end) {
            return schedule.owedBy(end, amount, over, zone);
        }

        @Override
        public Money whole() {
            return amount;
        }
    }

    /** By what it was at first, and evenly over each time by which its term went on. */
    record GoingOn(Known first, List<More> more, ZoneId zone) implements Known {
        public GoingOn {
            more = List.copyOf(more);
        }

        /** What one such time adds. */
        public record More(Interval over, Money amount) {}

        @Override
        public Money exactly(Instant end) {
            var owed = first.exactly(end);
            for (var one : more) {
                var evenly = Schedule.over(Stated.of(one.over()));
                owed = end.isAfter(one.over().from())
                        ? owed.plus(evenly.owedBy(end, one.amount(), one.over(), zone))
                        : owed;
            }
            return owed;
        }

        @Override
        public Money whole() {
            return more.stream().map(More::amount).reduce(first.whole(), Money::plus);
        }
    }

    /** Of each tranche from the day from which it is paid for to the end of the term; what has not come is not owed. */
    record ByTranche(List<Paid> tranches, Money none, Interval over, ZoneId zone) implements Known {
        public ByTranche {
            tranches = List.copyOf(tranches);
        }

        /**
         * A tranche that is paid for.
         *
         * @param planned from when on it would have been paid for at the latest: days that it came later are never owed
         */
        public record Paid(Money price, Instant planned, Instant since) {}

        @Override
        public Money exactly(Instant end) {
            return tranches.stream().map(tranche -> owedBy(end, tranche)).reduce(none, Money::plus);
        }

        private Money owedBy(Instant end, Paid tranche) {
            var to = over.to();
            if (to == null) {
                return none;
            }
            var first = tranche.planned().isBefore(tranche.since()) ? tranche.planned() : tranche.since();
            var from = tranche.since().isBefore(over.from()) ? over.from() : tranche.since();
            long all = Math.max(1, days(first.isBefore(over.from()) ? over.from() : first, to));
            long paid = Math.max(0, days(from, end.isBefore(to) ? end : to));
            var price = tranche.price();
            return new Money(
                    price.amount()
                            .multiply(BigDecimal.valueOf(Math.min(paid, all)))
                            .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128),
                    price.currency());
        }

        @Override
        public Money whole() {
            return over.to() == null ? none : by(over.to());
        }

        private long days(Instant from, Instant to) {
            return ChronoUnit.DAYS.between(
                    from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate());
        }
    }
}
