package io.proviso.counsel.due;

import io.proviso.counsel.english.English;
import io.proviso.counsel.english.Lines;
import io.proviso.counsel.english.Page;
import io.proviso.counsel.english.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The days of a portfolio, the next first, and what its commitments are worth: as plain text for a terminal, or as a page. */
public final class ObligationsText {
    private static final String FIRM_AGAINST_HEADLINE = "Firm against headline, of the commitments in force on ";
    private static final String ABOUT = "Since the start of each term, what has been paid included; firm is what stays"
            + " owed even if notice is given at once. Each sum is that of the figures counted as it says. A commitment is"
            + " in force from the day of its paper on, also before its term begins.";
    private static final String BY_YEAR =
            "What falls due in this time, year by year, if nobody leaves; what is undated is in no year";
    private static final String LEFT = "What consents and waivers with a limit still cover, of those in force on ";
    private static final String UNCOUNTED = "Owed without a day, or not countable";

    /** A quantity in a column. */
    private static final int QUANTITY = 11;

    private ObligationsText() {}

    /** On one screen. */
    public static String brief(Obligations obligations) {
        return new ObligationsInBrief(obligations).text();
    }

    /** All of it, money first. */
    public static String of(Obligations obligations) {
        var lines = new Lines();
        if (!obligations.exposures().isEmpty()) {
            exposures(lines, obligations);
            lines.blank();
        }
        for (var account : Account.of(obligations, Integer.MAX_VALUE)) {
            lines.wrap(2, account.heading());
            account.lines().forEach(line -> lines.wrap(4, line));
        }
        if (lines.count() > 0) {
            lines.blank();
        }
        if (!obligations.payments().isEmpty()) {
            lines.line(BY_YEAR);
            obligations.payments().forEach(each -> lines.wrap(2, words(each)));
            obligations.years().forEach(each -> lines.wrap(2, words(each)));
            lines.blank();
        }
        if (!obligations.headrooms().isEmpty()) {
            lines.line(LEFT + obligations.look().day());
            headrooms(lines, obligations.headrooms());
            lines.blank();
        }
        lines.line(title(obligations));
        for (var each : obligations.all()) {
            lines.wrap(2, each.heading() + ", " + each.id() + each.progress().whose() + Marks.words(each.marks()));
            lines.wrap(14, each.told());
        }
        if (!obligations.uncounted().isEmpty()) {
            lines.blank().line(UNCOUNTED);
            for (var each : obligations.uncounted()) {
                lines.wrap(2, each.told() + Marks.words(each.marks()));
                lines.wrap(6, each.what());
            }
        }
        if (obligations.look().newest() != null) {
            lines.blank().line(obligations.look().newest());
        }
        if (obligations.withheld() > 0) {
            lines.blank().line(leftOut(obligations.withheld()));
        }
        return lines.toString();
    }

    private static void exposures(Lines lines, Obligations obligations) {
        var exposures = obligations.exposures();
        lines.line(FIRM_AGAINST_HEADLINE + obligations.look().day());
        lines.wrap(2, ABOUT).blank();
        int headline = width("headline", exposures, ObligationsText::headline);
        int firm = width("firm", exposures, ObligationsText::firm);
        int until = width("firm until", exposures, ObligationsText::until);
        lines.line("  " + right("headline", headline) + "  " + right("firm", firm) + "  firm until");
        for (var each : exposures) {
            var worth = each.worth();
            lines.line("  " + right(headline(worth), headline) + "  " + right(firm(worth), firm) + "  " + until(worth)
                    + " ".repeat(until - until(worth).length()) + "  " + each.clause());
            lines.wrap(
                    6,
                    each.by() + " to " + each.to() + ", " + (each.as().isSummed() ? "counted as " : "") + counted(each)
                            + ": " + worth.why() + marks(each));
        }
    }

    private static void headrooms(Lines lines, List<Headroom> headrooms) {
        lines.line("  " + right("granted", QUANTITY) + "  " + right("drawn", QUANTITY) + "  " + right("left", QUANTITY)
                + "  until");
        for (var each : headrooms) {
            lines.line("  " + right(quantity(each.granted(), English.UNDISCLOSED), QUANTITY) + "  "
                    + right(quantity(each.drawn(), ""), QUANTITY) + "  "
                    + right(quantity(each.left(), "unknown"), QUANTITY) + "  "
                    + until(each));
            lines.wrap(
                    6,
                    each.clause() + ", in " + each.unit() + (each.by() == null ? "" : ", given by " + each.by())
                            + (each.reading() == null ? "" : ", read as '" + each.reading() + "'")
                            + Marks.words(each.marks()));
        }
    }

    private static String until(Headroom each) {
        return each.until() == null ? "no end known" : each.until().toString();
    }

    /** The marks of both figures; told once where they are the same. */
    private static String marks(Exposure each) {
        if (each.headlineMarks().equals(each.firmMarks())) {
            return Marks.words(each.headlineMarks());
        }
        return (each.headlineMarks().isEmpty() ? "" : "; headline" + Marks.words(each.headlineMarks()))
                + (each.firmMarks().isEmpty() ? "" : "; firm" + Marks.words(each.firmMarks()));
    }

    static String words(Payment each) {
        return each.from() + ".." + each.through() + " " + each.by() + " to " + each.to() + ": "
                + (each.atMost() ? "at most " : "")
                + English.money(each.amount()) + ", " + each.clause()
                + (each.reading() == null ? "" : ", read as '" + each.reading() + "'")
                + (each.as().isSummed() ? "" : ", " + each.as().words())
                + Marks.words(each.marks());
    }

    static String words(Year each) {
        return "Sum " + each.from() + ".." + each.through() + " " + each.by() + ": " + atMost(each.as())
                + English.money(each.amount()) + " of "
                + Lines.count(each.payments().size(), "payment", "payments");
    }

    private static String atMost(CountedAs as) {
        return as == CountedAs.AT_MOST ? "at most " : "";
    }

    /** In which sum a figure is, and what of it is in no year. */
    private static String counted(Exposure each) {
        var undated = each.worth().undated();
        return each.as().words()
                + (undated == null
                                || undated.amount().signum() == 0
                                || !each.as().isSummed()
                        ? ""
                        : undated.equals(each.figure()) ? ", undated" : ", undated " + English.money(undated));
    }

    /** All of it for a reader who was not there, money first. */
    public static Page page(Obligations obligations) {
        var blocks = new ArrayList<Page.Block>();
        if (!obligations.exposures().isEmpty()) {
            blocks.add(
                    new Page.Heading(FIRM_AGAINST_HEADLINE + obligations.look().day()));
            blocks.add(new Page.Paragraph(ABOUT));
            blocks.add(exposures(obligations.exposures()));
        }
        bullets(blocks, accounts(obligations));
        list(blocks, BY_YEAR, obligations.payments(), ObligationsText::words);
        list(blocks, null, obligations.years(), ObligationsText::words);
        if (!obligations.headrooms().isEmpty()) {
            blocks.add(new Page.Heading(LEFT + obligations.look().day()));
            blocks.add(headrooms(obligations.headrooms()));
        }
        blocks.add(new Page.Heading(title(obligations)));
        if (!obligations.all().isEmpty()) {
            blocks.add(days(obligations.all()));
        }
        list(
                blocks,
                UNCOUNTED,
                obligations.uncounted(),
                each -> each.told() + Marks.words(each.marks()) + " " + each.what());
        if (obligations.look().newest() != null) {
            blocks.add(new Page.Paragraph(obligations.look().newest()));
        }
        if (obligations.withheld() > 0) {
            blocks.add(new Page.Paragraph(leftOut(obligations.withheld())));
        }
        return new Page("Obligations of " + obligations.portfolio(), blocks);
    }

    private static <T> void list(
            List<Page.Block> blocks, @Nullable String title, List<T> entries, Function<T, String> words) {
        if (!entries.isEmpty()) {
            if (title != null) {
                blocks.add(new Page.Heading(title));
            }
            bullets(
                    blocks,
                    entries.stream()
                            .map(each -> new Page.Bullet(words.apply(each)))
                            .toList());
        }
    }

    private static void bullets(List<Page.Block> blocks, List<Page.Bullet> points) {
        if (!points.isEmpty()) {
            blocks.add(new Page.Bullets(points));
        }
    }

    private static List<Page.Bullet> accounts(Obligations obligations) {
        return Account.of(obligations, Integer.MAX_VALUE).stream()
                .map(account -> new Page.Bullet("", account.heading(), account.lines()))
                .toList();
    }

    private static Table exposures(List<Exposure> exposures) {
        return new Table(
                List.of("clause", "from, to", "headline", "firm", "firm until", "counted as", "why"),
                Set.of("headline", "firm"),
                exposures.stream()
                        .map(each -> List.of(
                                each.clause().toString(),
                                each.by() + ", " + each.to(),
                                headline(each.worth()),
                                firm(each.worth()),
                                until(each.worth()),
                                counted(each),
                                each.worth().why() + marks(each)))
                        .toList());
    }

    private static Table headrooms(List<Headroom> headrooms) {
        return new Table(
                List.of("clause", "given by", "granted", "drawn", "left", "in", "until", "read as", "marks"),
                Set.of("granted", "drawn", "left"),
                headrooms.stream()
                        .map(each -> List.of(
                                each.clause().toString(),
                                each.by() == null ? "" : each.by().name(),
                                quantity(each.granted(), English.UNDISCLOSED),
                                quantity(each.drawn(), ""),
                                quantity(each.left(), "unknown"),
                                each.unit(),
                                until(each),
                                each.reading() == null ? "" : each.reading(),
                                String.join("; ", each.marks())))
                        .toList());
    }

    private static String quantity(@Nullable Long number, String ifNull) {
        return number == null ? ifNull : English.grouped(number);
    }

    private static Table days(List<Obligation> days) {
        return new Table(
                List.of("day", "kind", "id", "for", "what", "marks"),
                days.stream()
                        .map(each -> List.of(
                                each.when(),
                                each.stands() + English.lower(each.kind()),
                                each.id(),
                                each.progress().whoseAlone(),
                                each.told(),
                                String.join("; ", each.marks())))
                        .toList());
    }

    private static String title(Obligations obligations) {
        return obligations.all().isEmpty()
                ? "Nothing falls due in this time."
                : "What falls due, days in the zone of each agreement";
    }

    /** A sentence on what an audience may not read. */
    public static String leftOut(int withheld) {
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
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
