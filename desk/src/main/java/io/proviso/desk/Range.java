package io.proviso.desk;

import io.proviso.units.Money;
import io.proviso.units.Printable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a desk can count with. Beyond it nothing is meant that anybody could sign, and arithmetic on instants, or on prices of a
 * billion digits, would end in an error far from whoever said it.
 */
final class Range {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    /** A thousand years. */
    private static final Duration LONGEST = Duration.ofDays(365_250);

    private static final Duration LONGEST_BACK = LONGEST.negated();

    private static final int MOST_DIGITS = 18;

    private Range() {}

    static void date(String what, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(FIRST) || instant.isAfter(LAST))) {
            throw beyond(what + ": " + instant + " is not within the years 1 to 9999", "Leave open what has no date.");
        }
    }

    static void length(String what, @Nullable Duration length) {
        if (length != null && (length.compareTo(LONGEST) > 0 || length.compareTo(LONGEST_BACK) < 0)) {
            throw beyond(what + ": " + length + " is longer than a thousand years", "Leave open what has no end.");
        }
    }

    static void price(String what, @Nullable Money price) {
        if (price != null && !isPrice(price.amount())) {
            throw beyond(
                    what + ": " + price.amount() + " is not 0 or more, below 10^" + MOST_DIGITS + " and of at most "
                            + MOST_DIGITS + " decimals",
                    "State it for one unit and one hour.");
        }
    }

    private static boolean isPrice(BigDecimal amount) {
        return amount.signum() >= 0
                && amount.scale() <= MOST_DIGITS
                && (long) amount.precision() - amount.scale() <= MOST_DIGITS;
    }

    /** Without a name copies are not known as such, and what nobody sees is no name. */
    static void name(String what, String name) {
        if (name.isBlank() || !Printable.isPlain(name)) {
            throw beyond(
                    what + ": '" + Printable.escaped(name) + "' is empty or has characters that nobody sees",
                    "Name it by letters and digits.");
        }
    }

    static void require(boolean holds, String problem, String advice) {
        if (!holds) {
            throw beyond(problem, advice);
        }
    }

    private static IllegalArgumentException beyond(String problem, String advice) {
        return new IllegalArgumentException(problem + ".\n" + advice);
    }
}
