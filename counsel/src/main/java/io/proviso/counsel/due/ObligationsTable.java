package io.proviso.counsel.due;

import io.proviso.counsel.english.Table;
import io.proviso.units.EnumWord;
import io.proviso.units.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything of obligations as rows of one kind, for a spreadsheet: what falls due, what is paid in which year, the figure of each
 * commitment and what is firm of it, what cannot be counted, and what consents still cover. The column {@code kind} tells them apart; what is not known is empty.
 * Every sum that a reader is shown is one of the rows that are counted alike.
 */
public final class ObligationsTable {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "day",
            "through",
            "agreement",
            "clause",
            "by",
            "to",
            "amount",
            "unit",
            "counted-as",
            "undated",
            "what",
            "marks",
            "id",
            "state",
            "owner",
            "done");

    private ObligationsTable() {}

    public static Table of(Obligations obligations) {
        var rows = new ArrayList<List<String>>();
        obligations.all().forEach(each -> rows.add(row(each)));
        obligations.payments().forEach(each -> rows.add(row(each)));
        for (var each : obligations.exposures()) {
            var worth = each.worth();
            boolean known = worth.firm() != null;
            var undated = worth.undated();
            rows.add(figure(each, "headline", null, worth.headline(), known ? null : undated, each.headlineMarks()));
            rows.add(figure(each, "firm", worth.firmUntil(), worth.firm(), known ? undated : null, each.firmMarks()));
        }
        obligations.uncounted().forEach(each -> rows.add(row(each)));
        for (var each : obligations.headrooms()) {
            rows.add(quantity(each, "granted", each.granted()));
            rows.add(quantity(each, "drawn", each.drawn()));
            rows.add(quantity(each, "left", each.left()));
        }
        return new Table(COLUMNS, rows.stream().map(ObligationsTable::filled).toList());
    }

    /** Only what falls due has an id, a state and an owner. */
    private static List<String> filled(List<String> row) {
        return Stream.concat(row.stream(), Stream.generate(() -> ""))
                .limit(COLUMNS.size())
                .toList();
    }

    private static List<String> row(Obligation each) {
        return List.of(
                EnumWord.of(each.kind()),
                day(each.day()),
                "",
                each.clause().agreement(),
                each.clause().clause(),
                each.progress().partiesInWords(),
                "",
                "",
                "",
                "",
                "",
                each.told(),
                marks(each.marks()),
                each.id(),
                EnumWord.of(each.progress().state()),
                Objects.requireNonNullElse(each.progress().owner(), ""),
                each.progress().done() == null
                        ? ""
                        : each.progress().done().day().toString());
    }

    private static List<String> row(Payment each) {
        return List.of(
                "payment",
                day(each.from()),
                day(each.through()),
                each.clause().agreement(),
                each.clause().clause(),
                each.by().name(),
                each.to().name(),
                amount(each.amount()),
                currency(each.amount()),
                EnumWord.of(each.as()),
                "",
                (each.atMost() ? "at most" : "") + (each.reading() == null ? "" : " read as '" + each.reading() + "'"),
                marks(each.marks()));
    }

    private static List<String> figure(
            Exposure of,
            String kind,
            @Nullable LocalDate through,
            @Nullable Money money,
            @Nullable Money undated,
            List<String> marks) {
        return List.of(
                kind,
                "",
                day(through),
                of.clause().agreement(),
                of.clause().clause(),
                of.by().name(),
                of.to().name(),
                amount(money),
                currency(money),
                EnumWord.of(of.as()),
                amount(undated),
                of.worth().why(),
                marks(marks));
    }

    private static List<String> row(Uncounted each) {
        var from = each.spell().from();
        var until = each.spell().until();
        return List.of(
                "uncounted",
                from == null ? "" : day(from.toLocalDate()),
                until == null ? "" : day(until.minusNanos(1).toLocalDate()),
                each.clause().agreement(),
                each.clause().clause(),
                each.by() == null ? "" : each.by().name(),
                "",
                "",
                "",
                "",
                "",
                each.sentence() + (each.reading() == null ? "" : ", read as '" + each.reading() + "'") + ": "
                        + each.what(),
                marks(each.marks()));
    }

    private static List<String> quantity(Headroom of, String kind, @Nullable Long number) {
        return List.of(
                kind,
                "",
                day(of.until()),
                of.clause().agreement(),
                of.clause().clause(),
                of.by() == null ? "" : of.by().name(),
                "",
                number == null ? "" : number.toString(),
                number == null ? "" : of.unit(),
                "",
                "",
                of.reading() == null ? "" : "read as '" + of.reading() + "'",
                marks(of.marks()));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String amount(@Nullable Money money) {
        return money == null ? "" : money.rounded().amount().toPlainString();
    }

    private static String currency(@Nullable Money money) {
        return money == null ? "" : money.currency().getCurrencyCode();
    }

    private static String marks(List<String> marks) {
        return String.join("; ", marks);
    }
}
