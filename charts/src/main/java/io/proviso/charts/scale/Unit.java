package io.proviso.charts.scale;

import java.util.Currency;
import java.util.List;

/** What a number counts, hence how it is written and where the ticks of its axis stand. */
public sealed interface Unit {
    /** Things: GPUs, GPU-hours, rounds, business days. */
    record Count(String symbol) implements Unit {}

    /** An amount in a currency, with the sign that stands before it. */
    record Money(String sign, String symbol) implements Unit {}

    /** A part of a whole, given as 0 to 1 and shown in percent. */
    record Share() implements Unit {
        @Override
        public String symbol() {
            return "%";
        }
    }

    /** A length of time, given in seconds; from one hour on it is shown in hours, so that one quantity has one unit. */
    record Duration() implements Unit {
        @Override
        public String symbol() {
            return "s";
        }
    }

    static Unit count(String of) {
        return new Count(of);
    }

    /** With the sign that everybody reads alike, else with the code of the currency. */
    static Unit money(Currency currency) {
        var code = currency.getCurrencyCode();
        return new Money(code.equals("USD") ? "$" : code + " ", code);
    }

    static Unit share() {
        return new Share();
    }

    static Unit seconds() {
        return new Duration();
    }

    /** What the numbers of a file are in. */
    String symbol();

    /** As short as a picture needs it: 1,080, $3.4M, 42%, 3.2 h. */
    default String label(double value) {
        return switch (this) {
            case Count _ -> Numbers.compact(value);
            case Money money -> (value < 0 ? "-" : "") + money.sign() + Numbers.compact(Math.abs(value));
            case Share _ -> Numbers.significant(value * 100) + "%";
            case Duration _ -> Durations.label(value);
        };
    }

    /** As exact as a table needs it; not a number is unknown, which is not zero. */
    default String exact(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        return switch (this) {
            case Count _ -> Numbers.grouped(value);
            case Money money -> (value < 0 ? "-" : "") + money.sign() + Numbers.grouped(Math.abs(value));
            case Share _ -> Numbers.grouped(value * 100) + "%";
            case Duration _ -> Durations.exact(value);
        };
    }

    /** For a file: the number alone, in the unit of {@link #symbol}. */
    default String plain(double value) {
        return Numbers.plain(this instanceof Share ? value * 100 : value);
    }

    /** The name of an axis with its unit; percent and durations already carry theirs at every tick. */
    default String named(String name) {
        return switch (this) {
            case Count _, Money _ -> inPlain(name);
            case Share _, Duration _ -> name;
        };
    }

    /** The name of a column of plain numbers, with its unit unless the name says it. */
    default String inPlain(String name) {
        boolean said = (" " + name + " ").contains(" " + symbol() + " ");
        return said ? name : name + " (" + symbol() + ")";
    }

    default List<Double> linearTicks(double low, double high, int target) {
        return switch (this) {
            case Count _, Money _, Share _ -> Ticks.nice(low, high, target);
            case Duration _ -> Ticks.stepping(low, high, Durations.step((high - low) / Math.max(1, target - 1)));
        };
    }

    default List<Double> logTicks(double low, double high) {
        return switch (this) {
            case Count _, Money _, Share _ -> Ticks.decades(low, high);
            case Duration _ -> Durations.logTicks(low, high);
        };
    }
}
