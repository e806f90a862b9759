package io.proviso.counsel;

import io.proviso.units.Money;
import org.jspecify.annotations.Nullable;

/** The days of a portfolio as plain text, the next first, and what its commitments are worth. */
public final class ObligationsText {
    private ObligationsText() {}

    public static String of(Obligations obligations) {
        var lines = new Lines();
        lines.line(
                obligations.all().isEmpty()
                        ? "Nothing falls due in this time."
                        : "What falls due, days in the zone of each agreement");
        for (var each : obligations.all()) {
            lines.wrap(
                    2,
                    (each.day() == null ? "pending" : each.day()) + " " + English.lower(each.kind()) + ", "
                            + each.agreement() + "/" + each.clause());
            lines.wrap(14, each.what());
        }
        if (!obligations.exposures().isEmpty()) {
            lines.blank().line("Commitments in force at the start, headline against firm");
            for (var each : obligations.exposures()) {
                lines.wrap(2, each.agreement() + "/" + each.clause() + ": " + each.by() + " to " + each.to());
                lines.wrap(
                        6,
                        "headline " + money(each.headline(), English.UNDISCLOSED) + ", firm "
                                + money(each.firm(), "unknown") + " (" + each.why() + ")");
            }
        }
        return lines.toString();
    }

    private static String money(@Nullable Money money, String otherwise) {
        return money == null ? otherwise : English.money(money);
    }
}
