package io.proviso.charts.scale;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as text: the same text on every machine, for a picture, a table and a file. */
public final class Numbers {
    private Numbers() {}

    /** A coordinate, to a tenth of a pixel. */
    public static String px(double value) {
        long tenths = Math.round(value * 10);
        if (tenths % 10 == 0) {
            return Long.toString(tenths / 10);
        }
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    /** Three significant digits below a thousand, every whole one below a million, then a letter: 0.25, 950, 1,080, 34M. */
    static String compact(double value) {
        if (Math.abs(value) < 999.5) {
            return significant(value);
        }
        if (Math.abs(value) < 999_999.5) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        var letters = new String[] {"M", "G", "T"};
        double scaled = Double.parseDouble(significant(value)) / 1e6;
        int letter = 0;
        while (Math.abs(scaled) >= 1000 && letter < letters.length - 1) {
            scaled /= 1000;
            letter++;
        }
        return significant(scaled) + letters[letter];
    }

    static String significant(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(3));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** For a table: all of the whole part, at most two decimals. */
    public static String grouped(double value) {
        var text = String.format(Locale.ROOT, "%,.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    /** For a file: every digit, no exponent. */
    public static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
