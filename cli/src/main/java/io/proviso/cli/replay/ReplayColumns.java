package io.proviso.cli.replay;

import java.util.Currency;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** How the tables of a replay write their figures: what is nothing is told from what is little, and from what there is none of. */
final class ReplayColumns {
    private static final double MILLION = 1e6;
    private static final double WORTH_MILLIONS = 1e5;

    private ReplayColumns() {}

    /** Seconds in hours, to a tenth. */
    static String hours(double seconds) {
        return tenths(seconds / 3600);
    }

    static String percent(double share) {
        return tenths(100 * share);
    }

    private static String tenths(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        return value > 0 && value < 0.05 ? "<0.1" : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Costs of one column: in millions, or whole where no millions would be left of them. */
    record Costs(Currency currency, boolean millions) {
        static Costs of(Currency currency, DoubleStream costs) {
            return new Costs(currency, costs.anyMatch(cost -> cost >= WORTH_MILLIONS));
        }

        String heading() {
            return millions ? "COST M" : "COST";
        }

        String text(double cost) {
            return String.format(Locale.ROOT, "%.2f", millions ? cost / MILLION : cost);
        }
    }
}
