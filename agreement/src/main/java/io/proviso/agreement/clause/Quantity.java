package io.proviso.agreement.clause;

import java.util.Locale;
import java.util.regex.Pattern;

/** So many of what a facet of the vocabulary counts: at least one. */
public record Quantity(String facet, long number) {
    private static final Pattern PLURAL = Pattern.compile("^(\\p{L}*[^s\\P{L}])s(\\b.*)$");

    public Quantity {
        if (number < 1) {
            throw new IllegalArgumentException("quantity: " + number + " of " + facet + " are none");
        }
    }

    /** A number of some unit in words; of a unit in the plural, one is told in the singular. */
    public static String told(long number, String unit) {
        return String.format(
                Locale.ENGLISH,
                "%,d %s",
                number,
                number == 1 ? PLURAL.matcher(unit).replaceFirst("$1$2") : unit);
    }
}
