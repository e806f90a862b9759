package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.calendar.Window;
import io.proviso.reader.portfolio.Amounts;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.reader.yaml.SourceText;
import io.proviso.reader.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML takes for nothing, a truth value or a number is never a word; and what no contract says is no value. */
class NullIsNoWordTest {
    private static final PortfolioFixture COMPLETE = PortfolioFixture.of("complete");
    private static final PortfolioFixture SMALL = PortfolioFixture.of("small");
    private static final String SUPPLY = "agreements/supply.yaml";

    private final Problems problems = new Problems();
    private final Scalars scalars = new Scalars(problems);
    private final Amounts amounts = new Amounts(problems);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        portfolio.yaml | portfolio: small              | portfolio: null
        portfolio.yaml | zone: UTC                     | zone: ~
        portfolio.yaml | {acquire: permitted}          | {acquire: null}
        portfolio.yaml | {acquire: permitted}          | {null: permitted}
        portfolio.yaml | {acquire: permitted}          | {~: permitted}
        portfolio.yaml | {acquire: permitted}          | {true: permitted}
        portfolio.yaml | {acquire: permitted}          | null
        portfolio.yaml | zone: UTC                     | zone:
        vocabulary.yaml | values: [north, south]       | values: [north, south, null]
        vocabulary.yaml | values: [north, south]       | values: [north, south, ~]
        vocabulary.yaml | values: [north, south]       | values: [north, south, 365]
        vocabulary.yaml | values: [north, south]       | values: [north, south, 4.5]
        vocabulary.yaml | values: [north, south]       | values: ~
        agreements/supply.yaml | overrides: [exclusive]      | overrides: null
        agreements/supply.yaml | overrides: [exclusive]      | overrides: [exclusive, Null]
        agreements/supply.yaml | says: South may train       | says: null
        agreements/supply.yaml | says: South may train       | says: ~
        agreements/supply.yaml | says: South may train       | says: NULL
        agreements/supply.yaml | says: South may train       | says: True
        agreements/supply.yaml | says: South may train       | says: 2025
        agreements/supply.yaml | says: South may train       | says: ""
        agreements/supply.yaml | says: South may train       | says: " "
        agreements/supply.yaml | workload: [training]        | workload: null
        agreements/supply.yaml | workload: [training]        | workload: [~]
        agreements/supply.yaml | basis: invented for tests   | basis: null
        agreements/supply.yaml | until: 2030-12-31           | until: null
        agreements/supply.yaml | ends: yes                   | ends: true
        pins.yaml      | who: the desk                 | who: ~
        pins.yaml      | why: the words are plain      | why: null
        pins.yaml      | made: 2025-02-01              | made: null
        pins.yaml      | reading: narrow               | reading: [null]
        pins.yaml      | reading: narrow               | reading: [narrow]
        pins.yaml      | why: the words are plain      | why: "\u00A0"
        pins.yaml      | why: the words are plain      | why: "\u3000"
        """)
    void nullAndItsLikeBecomeNoWordsAnywhere(String file, String from, String to) {
        var bad = assertThrows(BadFiles.class, SMALL.replacing(file, from, to)::read);
        assertEquals(file, bad.diagnostics().getFirst().place().source().name(), bad.text());
        assertTrue(
                bad.diagnostics().stream().anyMatch(problem -> problem.place().line() > 0), bad.text());
    }

    @Test
    void whatIsMeantAsAWordIsWrittenInQuotes() {
        var quoted = SMALL.replacing(SUPPLY, "says: South may train", "says: \"null\"")
                .replacing("vocabulary.yaml", "values: [north, south]", "values: [north, south, '365', \"true\"]");
        quoted.read();
        var plain = assertThrows(BadFiles.class, SMALL.replacing(SUPPLY, "says: South may train", "says: null")::read);
        assertTrue(
                plain.text().contains("YAML takes 'null' for no value or a truth value, not for a word"), plain.text());
        assertTrue(plain.text().contains("Write it in quotes, if it is meant as a word."), plain.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "0999-12-31",
                "10000-01-01",
                "+10000-01-01",
                "-2025-01-01",
                "2025-02-29",
                "2025-13-01",
                "2025-00-10",
                "0000-01-01T00:00Z",
                "10000-01-01T00:00Z",
                "9999-12-31T23:59-01:00",
                "2025-01-01T25:00Z",
                "2025-01-01T10:60Z"
            })
    void aTimeThatIsNoneOrLiesOutsideTheYears1000To9999IsRefused(String text) {
        refused(new Instants(scalars, ZoneOffset.UTC).instant(Node.Text.plain(text, place(text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999", "9999-12-31", "999", "10000", "0", "-2030", "2030.5", "20e2", "0x7EE"})
    void anEndAfterTheYear9999OrInNoYearIsRefused(String text) {
        refused(new Instants(scalars, ZoneOffset.UTC).endOf(Node.Text.plain(text, place(text))));
    }

    @Test
    void theFirstAndTheLastTimesAreRead() {
        var instants = new Instants(scalars, ZoneId.of("America/New_York"));
        assertEquals(Instant.parse("1000-01-01T04:56:02Z"), instants.instant(word("1000-01-01")));
        assertEquals(Instant.parse("9999-12-31T05:00:00Z"), instants.instant(word("9999-12-31")));
        assertEquals(Instant.parse("9999-01-01T05:00:00Z"), instants.endOf(Node.Text.plain("9998", place("9998"))));
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e99 USD",
                "1e13 USD",
                "10000000e12 USD",
                "1000000000000000000 USD",
                "-5 USD",
                "NaN USD",
                "Infinity USD",
                ".inf USD",
                "1e-3 USD",
                "USD",
                "5",
                "1.0000000001 USD"
            })
    void anAmountBeyondAllMeasureIsRefused(String text) {
        refused(amounts.money(Node.Text.plain(text, place(text))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.5",
                ".inf",
                "-.inf",
                ".nan",
                "1e400",
                "1000000000000000000",
                "1e18",
                "0x10",
                "0o17",
                "+5",
                "1_000",
                "1.0",
                "\"5\"",
                "true"
            })
    void aCountIsAWholeNumberOfDigits(String text) {
        refused(scalars.count(text.startsWith("\"") ? word("5") : Node.Text.plain(text, place(text))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 days",
                "0 hours",
                "0 business days",
                "00 days",
                "-1 days",
                "36526 days",
                "876601 hours",
                "999999999 days",
                "1.5 days",
                "3 fortnights"
            })
    void aWindowOfAClauseIsNeitherNoneNorLongerThanACentury(String text) {
        refused(scalars.window(word(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 days",
                "0 months",
                "0 years",
                "36526 days",
                "1201 months",
                "401 quarters",
                "101 years",
                "3 fortnights",
                "90"
            })
    void aPeriodIsNeitherNoneNorLongerThanACentury(String text) {
        refused(scalars.period(word(text)));
    }

    @Test
    void theLongestWindowsAndPeriodsAreRead() {
        assertEquals(new Window.Days(36_525), scalars.window(word("36525 days")));
        assertEquals(new Window.Hours(876_600), scalars.window(word("876600 hours")));
        assertEquals(new Window.BusinessDays(0), scalars.windowOrNone(word("0 business days")));
        assertEquals(Period.ofDays(36_525), scalars.period(word("36525 days")));
        assertEquals(Period.ofMonths(1200), scalars.period(word("1200 months")));
        assertEquals(Period.ofMonths(1200), scalars.period(word("400 quarters")));
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "-5", "1e3", "1000000000000000000", "20000 gpus", "1.5", "some"})
    void noneOrTooManyAreNoQuantity(String number) {
        var text = ("gpus: " + number + "\n").getBytes(StandardCharsets.UTF_8);
        refused(amounts.quantity(Objects.requireNonNull(YamlFile.parse("limit.yaml", text, new Problems())), ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        provider: south, workload  | gpus: {below: 0}, workload
        provider: south, workload  | gpus: {below: 1}, workload
        provider: south, workload  | gpus: {at-least: -1}, workload
        provider: south, workload  | gpus: {at-least: 5, below: 5}, workload
        provider: south, workload  | gpus: 0, workload
        provider: south, workload  | gpus: {at-least: null}, workload
        provider: south, workload  | gpus: {}, workload
        """)
    void aRangeThatNothingMeetsIsRefused(String from, String to) {
        var bad = assertThrows(BadFiles.class, SMALL.replacing(SUPPLY, from, to)::read);
        assertEquals(SUPPLY, bad.diagnostics().getFirst().place().source().name(), bad.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        portfolio.yaml         | {acquire: permitted, use-ip: forbidden} | {}
        agreements/supply.yaml | silence: {acquire: permitted}           | silence: {}
        vocabulary.yaml        | values: [models, products]              | values: []
        """)
    void whatIsEmptyWhereSomethingMustBeSaidIsRefused(String file, String from, String to) {
        var bad = assertThrows(BadFiles.class, COMPLETE.replacing(file, from, to)::read);
        assertTrue(bad.text().contains("is empty"), bad.text());
    }

    /** An empty list of overrides says something of a clause that is restated; these say nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"ends", "revokes", "restates", "interprets"})
    void aPaperThatNamesAChangeNamesWhatItChanges(String key) {
        var empty = SMALL.replacing(SUPPLY, "  type: definitive\n", "  type: definitive\n  " + key + ": []\n");
        var bad = assertThrows(BadFiles.class, empty::read);
        assertTrue(bad.text().contains("the list is empty"), bad.text());
    }

    private static Node word(String text) {
        return new Node.Text(text, place(text));
    }

    private static Place place(String text) {
        return SourceText.of("a.yaml", text).whole();
    }

    private void refused(@Nullable Object value) {
        assertEquals(null, value);
        var diagnostics = problems.exception().diagnostics();
        assertEquals(1, diagnostics.size());
        assertTrue(
                diagnostics.getFirst().advice() != null
                        || diagnostics.getFirst().message().contains("longer"),
                diagnostics.toString());
    }
}
