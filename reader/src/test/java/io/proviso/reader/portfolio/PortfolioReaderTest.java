package io.proviso.reader.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Agreement.Role;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Facet.SuppliedBy;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Holiday;
import io.proviso.reader.PortfolioFixture;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.units.Party;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioReaderTest {
    private final Portfolio portfolio = PortfolioReader.read(PortfolioFixture.resource("portfolios/complete"));

    @Test
    void thePortfolioItself() {
        assertEquals("complete", portfolio.name());
        assertEquals(ZoneId.of("Europe/London"), portfolio.zone());
        assertEquals(Map.of("acquire", Silence.PERMITTED, "use-ip", Silence.FORBIDDEN), portfolio.silence());
    }

    @Test
    void theVocabularyWithGroupsDefaultsSuppliersCountsAndAmounts() {
        var none = Map.<String, List<String>>of();
        var expected = Vocabulary.of(
                List.of(
                        new Vocabulary.Act(
                                "acquire",
                                "rent or build capacity",
                                List.of(
                                        "provider",
                                        "workload",
                                        "gpus",
                                        "price",
                                        "refusal",
                                        "capacity",
                                        "region",
                                        "lessee",
                                        "via")),
                        new Vocabulary.Act(
                                "use-ip", "use what was licensed", List.of("actor", "subject", "purpose", "agi"))),
                List.of(
                        choice("provider", List.of("north", "south", "own"), none, "north", SuppliedBy.CALLER),
                        new Facet.Choice(
                                "workload",
                                List.of("pre-training", "post-training", "inference"),
                                Map.of("training", List.of("pre-training", "post-training")),
                                null,
                                SuppliedBy.CALLER),
                        new Facet.Count("gpus", "GPUs"),
                        new Facet.Amount("price", Currency.getInstance("USD")),
                        choice("capacity", List.of("new", "renewal"), none, "new", SuppliedBy.CALLER),
                        choice("region", List.of("us", "eu"), none, "us", SuppliedBy.CALLER),
                        choice("lessee", List.of("lab"), none, "lab", SuppliedBy.CALLER),
                        choice("via", List.of("direct"), none, "direct", SuppliedBy.CALLER),
                        choice(
                                "refusal",
                                List.of("none", "open", "declined", "lapsed", "waived", "accepted"),
                                none,
                                "none",
                                SuppliedBy.DESK),
                        new Facet.Choice("agi", List.of("none", "declared", "verified"), none, null, SuppliedBy.RECORD),
                        choice(
                                "hall-one",
                                List.of("pending", "delivered", "accepted"),
                                none,
                                "pending",
                                SuppliedBy.RECORD),
                        new Facet.Choice(
                                "hall-two", List.of("pending", "delivered", "accepted"), none, null, SuppliedBy.RECORD),
                        choice("renewal", List.of("no", "refused"), none, "no", SuppliedBy.RECORD),
                        choice("breach", List.of("none", "noticed", "cured"), none, "none", SuppliedBy.RECORD),
                        choice("extension", List.of("none", "first", "second"), none, "none", SuppliedBy.RECORD),
                        new Facet.Choice("subject", List.of("models", "products"), none, null, SuppliedBy.CALLER),
                        new Facet.Choice("purpose", List.of("own-products", "research"), none, null, SuppliedBy.CALLER),
                        choice("actor", List.of("lab", "northern"), none, "lab", SuppliedBy.CALLER)),
                List.of(
                        new Condition(Map.of("provider", new Match.NoneOf(List.of("north", "south"))))
                                .and("workload", new Match.AnyOf(List.of("inference"))),
                        new Condition(Map.of("provider", new Match.AnyOf(List.of("own"))))
                                .and("price", new Match.Between(200, Long.MAX_VALUE, Currency.getInstance("USD")))));
        assertEquals(expected, portfolio.vocabulary().with(DeskWords.NONE));
    }

    @Test
    void theWordsInWhichTheDeskAsks() {
        var desk = portfolio.vocabulary().desk();
        assertEquals("acquire", desk.find(DeskWords.Of.ACT));
        assertEquals("gpus", desk.find(DeskWords.Of.QUANTITY));
        assertEquals("lessee", desk.find(DeskWords.Of.BUYER));
        assertEquals("", desk.missing(DeskWords.Of.values()));
    }

    private static Facet choice(
            String name, List<String> values, Map<String, List<String>> groups, String byDefault, SuppliedBy supplier) {
        return new Facet.Choice(name, values, groups, byDefault, supplier);
    }

    @Test
    void calendarsAreReadInTheZoneOfThePortfolio() {
        var christmas = new Holiday(
                LocalDate.of(2025, 12, 25),
                "Christmas Day",
                Instant.parse("2024-01-01T00:00:00Z"),
                null,
                "Harbour Act s. 1");
        var order = new Holiday(
                LocalDate.of(2025, 7, 1), Instant.parse("2025-06-20T08:00:00Z"), "Order of the harbour master");
        assertEquals(
                new BusinessCalendar.Place(
                        "harbour", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(christmas, order)),
                portfolio.calendars().get("harbour"));
    }

    @Test
    void aCombinationTakesInTheOtherCalendarsWhateverTheOrderOfTheFiles() {
        var calendars = portfolio.calendars();
        assertEquals(Set.of("city", "either", "harbour", "harbour-and-city"), calendars.keySet());
        var harbour = Objects.requireNonNull(calendars.get("harbour"));
        var city = Objects.requireNonNull(calendars.get("city"));
        var both = BusinessCalendar.allOf("harbour-and-city", List.of(harbour, city));
        assertEquals(both, calendars.get("harbour-and-city"));
        assertEquals(BusinessCalendar.anyOf("either", List.of(city, both)), calendars.get("either"));
    }

    @Test
    void aMovedHolidayIsWithdrawnAtTheBeginningOfThatDay() {
        var city = Objects.requireNonNull(portfolio.calendars().get("city"));
        var monday = LocalDate.of(2025, 5, 5);
        assertFalse(city.asKnown(Instant.parse("2025-01-31T23:59:59Z")).isBusinessDay(monday));
        assertTrue(city.asKnown(Instant.parse("2025-02-01T00:00:00Z")).isBusinessDay(monday));
    }

    @Test
    void aPinNamesOneReadingOrSeveral() {
        assertEquals(
                List.of(
                        new Pin(
                                new ClauseName("supply", "reach"),
                                List.of("narrow"),
                                "the desk",
                                "the words are plain",
                                Instant.parse("2025-02-01T00:00:00Z")),
                        new Pin(
                                new ClauseName("supply", "reach"),
                                List.of("narrow", "wide"),
                                "the desk",
                                "nothing else makes sense",
                                Instant.parse("2025-03-01T00:00:00Z"))),
                portfolio.pins());
    }

    @Test
    void aFactIsOnRecordWhenItHappenedUnlessItSaysOtherwise() {
        var declared = Instant.parse("2025-05-31T23:00:00Z");
        var declaration = new Attestation(
                "agi",
                "declared",
                Condition.ALWAYS,
                declared,
                declared,
                new Source("Announcement", null, Confidence.PRIMARY));
        var verification = new Attestation(
                "agi",
                "verified",
                new Condition(Map.of("subject", new Match.AnyOf(List.of("models")))),
                Instant.parse("2025-09-01T12:00:00Z"),
                Instant.parse("2025-09-02T23:00:00Z"),
                new Source("Report of the panel", "https://panel.example/report", Confidence.PRIMARY_QUOTED));
        assertEquals(List.of(declaration, verification), portfolio.record());
    }

    @Test
    void whatWasDrawnStandsAmongTheFactsInAnyOrder() {
        var first = Instant.parse("2025-03-31T23:00:00Z");
        assertEquals(
                List.of(
                        new Draw(
                                new ClauseName("supply", "south-allowed"),
                                new Quantity("gpus", 4_000),
                                first,
                                first,
                                new Source("Order form", null, Confidence.PRIMARY)),
                        new Draw(
                                new ClauseName("supply", "south-allowed"),
                                new Quantity("gpus", 500),
                                Instant.parse("2025-04-30T23:00:00Z"),
                                Instant.parse("2025-09-09T23:00:00Z"),
                                new Source("Second order form", null, Confidence.REPORTED))),
                portfolio.draws());
    }

    @Test
    void anAgreementWithItsPartiesAndClock() {
        Agreement agreement = portfolio.agreements().getFirst();
        assertEquals("supply", agreement.name());
        assertEquals("invented for tests", agreement.basis());
        assertEquals(
                new ContractClock(
                        ZoneId.of("America/New_York"),
                        "harbour",
                        new DayTerms(
                                DayTerms.ClosedDay.THAT_DAY,
                                LocalTime.of(16, 30),
                                LocalTime.of(16, 30),
                                DayTerms.Roll.FOLLOWING)),
                agreement.clock());
        assertEquals(
                Map.of(
                        new Party("lab"), List.of(new Role("customer", null), new Role("operator", null)),
                        new Party("northern"), List.of(new Role("provider", "north")),
                        new Party("bank"), List.of(new Role("financier", null))),
                agreement.parties());
        assertEquals(Map.of("acquire", Silence.PERMITTED), agreement.silence());
    }

    @Test
    void theDigestChangesWithContentAndWithNames() {
        var fixture = PortfolioFixture.of("small");
        String digest = fixture.read().digest();
        assertEquals(64, digest.length());
        assertEquals(digest, PortfolioFixture.of("small").read().digest());
        assertNotEquals(
                digest, fixture.replacing("pins.yaml", "plain", "clear").read().digest());
        var renamed = fixture.with("agreements/other.yaml", fixture.bytes("agreements/supply.yaml"))
                .without("agreements/supply.yaml");
        assertNotEquals(digest, renamed.read().digest());
    }

    @Test
    void otherFilesBesideAPortfolioAreNoPartOfIt(@TempDir Path directory) {
        var fixture = PortfolioFixture.of("small");
        fixture.with("README.md", "# Small")
                .with("cases.yaml", "cases: []")
                .with("more-cases.yaml", "cases: []")
                .with("notes/draft.yaml", "x")
                .with("agreements/.drafts/other.yaml", "x")
                .writeTo(directory);
        assertEquals(fixture.read().digest(), PortfolioReader.read(directory).digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        agreement/supply.yaml     | agreement: a portfolio has no such directory     | Did you mean 'agreements'?
        Agreements/supply.yaml    | Agreements: a portfolio has no such directory    | Did you mean 'agreements'?
        calender/city.yaml        | calender: a portfolio has no such directory      | Did you mean 'calendars'?
        calendars                 | calendars: a portfolio has no such directory     | Did you mean 'calendars'?
        agreements/old/other.yaml | agreements/old: directories in agreements/ are   | Put its files beside it.
        agreements/other.YAML     | agreements/other.YAML: a portfolio has no such   | end in .yaml
        agreements/other.yml      | agreements/other.yml: a portfolio has no such    | end in .yaml
        Pins.yaml                 | Pins.yaml: a portfolio has no such file          | Did you mean 'pins.yaml'?
        record.YML                | record.YML: a portfolio has no such file         | Known: portfolio.yaml
        case.yaml                 | case.yaml: a portfolio has no such file          | Did you mean 'cases.yaml'?
        """)
    void whatIsMisspeltOrNestedIsRefusedAndNotIgnored(
            String file, String message, String advice, @TempDir Path directory) {
        PortfolioFixture.of("small").with(file, "x").writeTo(directory);
        var bad = assertThrows(BadFiles.class, () -> PortfolioReader.read(directory));
        assertEquals(1, bad.diagnostics().size(), bad.text());
        assertTrue(bad.text().contains(message) && bad.text().contains(advice), bad.text());
        assertEquals(directory, bad.portfolio());
    }

    @Test
    void pinsAndRecordMayBeLeftOut() {
        var portfolio = PortfolioFixture.of("small").without("pins.yaml").read();
        assertTrue(portfolio.pins().isEmpty() && portfolio.record().isEmpty());
    }
}
