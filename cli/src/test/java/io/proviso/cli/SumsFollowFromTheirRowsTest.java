package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.cli.output.Json;
import io.proviso.cli.questions.ObligationsJson;
import io.proviso.counsel.due.CountedAs;
import io.proviso.counsel.due.Exposure;
import io.proviso.counsel.due.Obligations;
import io.proviso.counsel.due.ObligationsTable;
import io.proviso.counsel.due.ObligationsText;
import io.proviso.counsel.due.Payment;
import io.proviso.testkit.Choices;
import io.proviso.testkit.Property;
import io.proviso.units.EnumWord;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sum of obligations can be made anew from the rows beside it, in each form: by who owes, currency and how rows are counted. */
class SumsFollowFromTheirRowsTest {
    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> SUMMED = List.of("firm", "promised", "at-most");
    private static final Pattern ROW = Pattern.compile(
            " +(?<headline>[0-9,.]+ [A-Z]{3}|undisclosed) +(?<firm>[0-9,.]+ [A-Z]{3}|unknown) +[0-9u][-0-9a-z]+ +a/\\w+"
                    + " (?<by>\\w+) to \\w+, counted as (?<as>firm|promised|at most)");
    private static final Pattern SUM =
            Pattern.compile("(?<as>firm|promised, firm part unknown|at most): (?<amount>[0-9,.]+ [A-Z]{3}) in ");
    private static final Pattern PAYMENT = Pattern.compile(
            "(?<year>\\d{4})-\\S+ (?<by>\\w+) to \\w+: (?<most>at most )?(?<amount>[0-9,.]+ [A-Z]{3}), a/\\w+(?<left>,"
                    + " not counted|, read as)?");
    private static final Pattern YEAR =
            Pattern.compile("Sum (?<year>\\d{4})-\\S+ (?<by>\\w+): (?<most>at most )?(?<amount>[0-9,.]+ [A-Z]{3}) of ");

    @Test
    void aMachineCanMakeEverySumAnew() {
        Property.tried(300).holds(choices -> {
            var json = Yaml.mapping(Json.object(each -> ObligationsJson.write(each, any(choices))));
            var totals = new TreeMap<String, BigDecimal>();
            rows(json, "commitments")
                    .forEach(row -> add(totals, row, row.get("firm") == null ? "headline" : "firm", ""));
            assertEquals(totals, told(rows(json, "totals"), false));
            var undated = new TreeMap<String, BigDecimal>();
            rows(json, "commitments").forEach(row -> add(undated, row, "undated", ""));
            var toldUndated = new TreeMap<String, BigDecimal>();
            rows(json, "totals").forEach(row -> add(toldUndated, row, "undated", ""));
            assertEquals(undated, toldUndated);
            var years = new TreeMap<String, BigDecimal>();
            rows(json, "payments").forEach(row -> add(years, row, "amount", year(row)));
            assertEquals(years, told(rows(json, "years"), true));
        });
    }

    @Test
    void aSpreadsheetCanMakeEverySumAnew() {
        Property.tried(300).holds(choices -> {
            var obligations = any(choices);
            var lines = ObligationsTable.of(obligations).csv().lines().toList();
            var names = List.of(lines.getFirst().split(",", -1));
            var totals = new TreeMap<String, BigDecimal>();
            var years = new TreeMap<String, BigDecimal>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = List.of(line.split(",", -1));
                var as = cells.get(names.indexOf("counted-as"));
                var kind = cells.get(names.indexOf("kind"));
                var amount = cells.get(names.indexOf("amount"));
                var key = cells.get(names.indexOf("by")) + " " + cells.get(names.indexOf("unit")) + " " + as;
                if (kind.equals("payment") && SUMMED.contains(as)) {
                    years.merge(
                            cells.get(names.indexOf("day")).substring(0, 4) + " " + key,
                            plain(amount),
                            BigDecimal::add);
                } else if (kind.equals(as.equals("firm") ? "firm" : "headline") && SUMMED.contains(as)) {
                    totals.merge(key, plain(amount), BigDecimal::add);
                }
            }
            assertEquals(totals(obligations), totals);
            assertEquals(years(obligations), years);
        });
    }

    @Test
    void aReaderCanMakeEverySumAnew() {
        Property.tried(300).holds(choices -> {
            var obligations = any(choices);
            var text = ObligationsText.of(obligations).replaceAll("\\s+", " ");
            var totals = new TreeMap<String, BigDecimal>();
            ROW.matcher(text).results().forEach(row -> {
                var figure = row.group("firm").equals("unknown") ? row.group("headline") : row.group("firm");
                add(totals, row.group("by"), row.group("as"), figure);
            });
            assertEquals(totals(obligations), totals);
            assertEquals(sums(text), sums(totals));
            var years = new TreeMap<String, BigDecimal>();
            PAYMENT.matcher(text)
                    .results()
                    .filter(row -> row.group("left") == null)
                    .forEach(row -> add(
                            years,
                            row.group("year") + " " + row.group("by"),
                            row.group("most") == null ? "promised" : "at most",
                            row.group("amount")));
            assertEquals(years(obligations), years);
            var told = new TreeMap<String, BigDecimal>();
            YEAR.matcher(text)
                    .results()
                    .forEach(row -> add(
                            told,
                            row.group("year") + " " + row.group("by"),
                            row.group("most") == null ? "promised" : "at most",
                            row.group("amount")));
            assertEquals(years, told);
        });
    }

    @Test
    void theShortAnswerTellsTheSameSumsAndTheDayTheyAreCountedOn() {
        Property.tried(300).holds(choices -> {
            var obligations = any(choices);
            var whole = ObligationsText.of(obligations).replaceAll("\\s+", " ");
            var brief = ObligationsText.brief(obligations).replaceAll("\\s+", " ");
            var told = sums(brief);
            if (brief.contains("more figure")) {
                assertTrue(sums(whole).containsAll(told), brief);
            } else {
                assertEquals(sums(whole), told);
            }
            assertTrue(
                    told.isEmpty() || brief.contains("in force on 2025-01-01 (term begun or not), paid or not"), brief);
        });
    }

    @Test
    void whatIsLeftOutOfASumMayBeContainedInAnotherOneAndNothingIsCountedTwice() {
        Property.tried(300).holds(choices -> {
            var all = any(choices).exposures().stream()
                    .filter(each ->
                            !each.incremental() && !each.open() && each.worth().headline() != null)
                    .toList();
            for (var each : all) {
                long others = all.stream()
                        .filter(other -> !other.clause().equals(each.clause())
                                && other.as() != CountedAs.CONTAINED
                                && other.by().equals(each.by())
                                && other.to().equals(each.to())
                                && other.worth().atMost() == each.worth().atMost()
                                && (other.worth().firm() == null)
                                        == (each.worth().firm() == null)
                                && figure(other).currency().equals(figure(each).currency())
                                && (each.as() != CountedAs.CONTAINED
                                        || figure(other).compareTo(figure(each)) >= 0))
                        .count();
                assertEquals(each.as() == CountedAs.CONTAINED ? 1 : 0, others, each.toString());
            }
        });
    }

    private static Obligations any(Choices choices) {
        var exposures = new ArrayList<Exposure>();
        var payments = new ArrayList<Payment>();
        int count = choices.nextInt(7);
        for (int i = 0; i < count; i++) {
            var clause = new ClauseName("a", "c" + i);
            exposures.add(exposure(choices, clause));
            if (choices.chance(70)) {
                payments.addAll(payments(choices, clause));
            }
        }
        return new Obligations(
                new Obligations.Look("any", FROM, FROM, TO, ZoneOffset.UTC, FROM, null),
                List.of(),
                exposures,
                payments,
                List.of(),
                List.of(),
                0);
    }

    private static Exposure exposure(Choices choices, ClauseName clause) {
        var headline = choices.chance(15) ? null : money(choices);
        boolean atMost = choices.chance(25);
        var firm = headline == null || atMost || choices.chance(20)
                ? null
                : choices.chance(50) ? headline : new Money(part(choices, headline), headline.currency());
        var figure = firm == null ? headline : firm;
        var undated = figure == null
                ? null
                : choices.oneOf(
                        Money.zero(figure.currency()), figure, new Money(part(choices, figure), figure.currency()));
        return new Exposure(
                clause,
                new Party(choices.oneOf("lab", "rival")),
                new Party(choices.oneOf("northern", "southern")),
                new Exposure.Worth(headline, firm, null, null, atMost, undated, "because"),
                choices.chance(30),
                choices.chance(10),
                false,
                List.of(),
                List.of());
    }

    private static BigDecimal part(Choices choices, Money of) {
        return of.amount().multiply(BigDecimal.valueOf(choices.nextInt(100), 2)).setScale(0, RoundingMode.DOWN);
    }

    private static List<Payment> payments(Choices choices, ClauseName clause) {
        var by = new Party(choices.oneOf("lab", "rival"));
        var to = new Party(choices.oneOf("northern", "southern"));
        var reading = choices.chance(10) ? "one" : null;
        boolean atMost = choices.chance(30);
        boolean incremental = choices.chance(30);
        var start = LocalDate.of(2025, 1, 1).plusDays(choices.nextInt(300));
        return Stream.of(start, LocalDate.of(2026, 1, 1))
                .map(from -> new Payment(
                        clause,
                        by,
                        to,
                        from,
                        from.withDayOfYear(365),
                        money(choices),
                        reading,
                        atMost,
                        incremental,
                        false,
                        List.of()))
                .toList();
    }

    private static Money money(Choices choices) {
        return Money.of(Integer.toString(1 + choices.nextInt(5_000_000)), choices.oneOf("USD", "JPY"));
    }

    private static Money figure(Exposure each) {
        var firm = each.worth().firm();
        return firm == null ? Objects.requireNonNull(each.worth().headline()) : firm;
    }

    private static Map<String, BigDecimal> totals(Obligations obligations) {
        var sums = new TreeMap<String, BigDecimal>();
        obligations
                .totals()
                .forEach(each -> sums.put(
                        each.by() + " " + each.currency() + " " + EnumWord.of(each.as()),
                        plain(each.amount().amount().toPlainString())));
        return sums;
    }

    private static Map<String, BigDecimal> years(Obligations obligations) {
        var sums = new TreeMap<String, BigDecimal>();
        obligations
                .years()
                .forEach(each -> sums.put(
                        each.from().getYear() + " " + each.by() + " " + each.currency() + " " + EnumWord.of(each.as()),
                        plain(each.amount().amount().toPlainString())));
        return sums;
    }

    /** What is told as a sum, whoever owes it. */
    private static List<String> sums(String text) {
        return SUM.matcher(text)
                .results()
                .map(sum -> word(sum.group("as").replace(", firm part unknown", "")) + " " + sum.group("amount"))
                .sorted()
                .toList();
    }

    private static List<String> sums(Map<String, BigDecimal> totals) {
        return totals.entrySet().stream()
                .map(each -> {
                    var words = each.getKey().split(" ", -1);
                    return words[2] + " " + String.format(Locale.ENGLISH, "%,.0f", each.getValue()) + " " + words[1];
                })
                .sorted()
                .toList();
    }

    private static void add(Map<String, BigDecimal> sums, String by, String as, String money) {
        var words = money.split(" ", -1);
        sums.merge(by + " " + words[1] + " " + word(as), plain(words[0].replace(",", "")), BigDecimal::add);
    }

    private static String word(String as) {
        return as.replace(' ', '-');
    }

    private static void add(Map<String, BigDecimal> sums, Map<?, ?> row, String figure, String before) {
        var as = String.valueOf(row.get("countedAs"));
        if (SUMMED.contains(as)) {
            add(sums, before + row.get("by"), as, String.valueOf(row.get(figure)));
        }
    }

    private static Map<String, BigDecimal> told(Stream<Map<?, ?>> rows, boolean yearly) {
        var sums = new TreeMap<String, BigDecimal>();
        rows.forEach(row -> add(sums, row, "amount", yearly ? year(row) : ""));
        return sums;
    }

    private static String year(Map<?, ?> row) {
        return String.valueOf(row.get("from")).substring(0, 4) + " ";
    }

    /** Equal amounts are equal however they are written. */
    private static BigDecimal plain(String amount) {
        return new BigDecimal(amount).setScale(2);
    }

    private static Stream<Map<?, ?>> rows(Map<?, ?> json, String name) {
        return ((List<?>) Objects.requireNonNull(json.get(name))).stream().map(row -> (Map<?, ?>) row);
    }
}
