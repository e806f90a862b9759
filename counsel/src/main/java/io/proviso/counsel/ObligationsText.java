package io.proviso.counsel;

import java.util.List;
import java.util.function.Function;

/** The days of a portfolio, the next first, and what its commitments are worth: as plain text for a terminal, as Markdown for a page. */
public final class ObligationsText {
    private static final String FIRM_AGAINST_HEADLINE =
            "Firm against headline, of the commitments in force at the start";
    private static final String ABOUT =
            "Totals since the start of each term, what has been paid included; firm is what stays owed even if notice"
                    + " is given at once. Headlines of different agreements may overlap: never add them up.";

    private ObligationsText() {}

    public static String of(Obligations obligations) {
        var lines = new Lines();
        lines.line(title(obligations));
        for (var each : obligations.all()) {
            lines.wrap(
                    2,
                    (each.day() == null ? "pending" : each.day()) + " " + English.lower(each.kind()) + ", "
                            + each.clause());
            lines.wrap(14, each.told());
        }
        if (!obligations.exposures().isEmpty()) {
            exposures(lines, obligations.exposures());
        }
        if (obligations.withheld() > 0) {
            lines.blank().line(leftOut(obligations.withheld()));
        }
        return lines.toString();
    }

    private static void exposures(Lines lines, List<Exposure> exposures) {
        lines.blank().line(FIRM_AGAINST_HEADLINE);
        lines.wrap(2, ABOUT).blank();
        int headline = width("headline", exposures, ObligationsText::headline);
        int firm = width("firm", exposures, ObligationsText::firm);
        int until = width("firm until", exposures, ObligationsText::until);
        lines.line("  " + right("headline", headline) + "  " + right("firm", firm) + "  firm until");
        for (var each : exposures) {
            var worth = each.worth();
            lines.line("  " + right(headline(worth), headline) + "  " + right(firm(worth), firm) + "  " + until(worth)
                    + " ".repeat(until - until(worth).length()) + "  " + each.clause());
            lines.wrap(6, each.by() + " to " + each.to() + ": " + worth.why());
        }
    }

    public static String markdown(Obligations obligations) {
        var lines = new Lines();
        lines.line("### " + title(obligations));
        if (!obligations.all().isEmpty()) {
            lines.blank().line("| day | | clause | what |").line("|---|---|---|---|");
        }
        for (var each : obligations.all()) {
            lines.line("| " + (each.day() == null ? "pending" : each.day()) + " | " + English.lower(each.kind()) + " | "
                    + Markdown.cell(each.clause().toString()) + " | " + Markdown.cell(each.told())
                    + " |");
        }
        if (!obligations.exposures().isEmpty()) {
            lines.blank().line("### " + FIRM_AGAINST_HEADLINE).blank();
            lines.line(ABOUT).blank();
            lines.line("| clause | from, to | headline | firm | firm until | why |")
                    .line("|---|---|--:|--:|---|---|");
        }
        for (var each : obligations.exposures()) {
            var worth = each.worth();
            lines.line("| " + Markdown.cell(each.clause().toString()) + " | "
                    + Markdown.cell(each.by() + ", " + each.to()) + " | " + headline(worth) + " | " + firm(worth)
                    + " | "
                    + until(worth) + " | " + Markdown.cell(worth.why()) + " |");
        }
        if (obligations.withheld() > 0) {
            lines.blank().line(leftOut(obligations.withheld()));
        }
        return lines.toString();
    }

    private static String title(Obligations obligations) {
        return obligations.all().isEmpty()
                ? "Nothing falls due in this time."
                : "What falls due, days in the zone of each agreement";
    }

    private static String leftOut(int withheld) {
        return "Left out, for other eyes only: " + withheld + (withheld == 1 ? " entry." : " entries.");
    }

    private static String headline(Exposure.Worth worth) {
        return worth.headline() == null ? English.UNDISCLOSED : English.money(worth.headline());
    }

    private static String firm(Exposure.Worth worth) {
        return worth.firm() == null ? "unknown" : English.money(worth.firm());
    }

    private static String until(Exposure.Worth worth) {
        return worth.firmUntil() == null ? "unknown" : worth.firmUntil().toString();
    }

    private static int width(String heading, List<Exposure> exposures, Function<Exposure.Worth, String> column) {
        return Math.max(
                heading.length(),
                exposures.stream()
                        .map(Exposure::worth)
                        .map(column)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0));
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
