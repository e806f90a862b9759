package io.proviso.reader.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.calendar.Window;
import io.proviso.desk.Basis;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.Terms;
import io.proviso.reader.PortfolioFixture;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.replay.scenario.AcceptanceSweep;
import io.proviso.replay.scenario.Buyer;
import io.proviso.replay.scenario.ClauseOverride;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Scenario;
import io.proviso.replay.scenario.Sweep;
import io.proviso.replay.study.Study;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scenario files mean, and what users read when one is wrong. */
class ScenarioReaderTest {
    private static final Path SCENARIOS = PortfolioFixture.resource("scenarios");

    @TempDir
    private Path directory;

    private static ScenarioFile frozen() {
        return ScenarioReader.read(SCENARIOS).getFirst();
    }

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(frozen().portfolio().zone()).toInstant();
    }

    @Test
    void aDirectoryHoldsTheScenariosThatItsFilesNameAndNotWhatTheyExtend() {
        assertEquals(
                List.of("frozen", "moving"),
                ScenarioReader.read(SCENARIOS).stream()
                        .map(file -> file.scenario().name())
                        .toList());
        assertEquals(
                List.of("moving"),
                ScenarioReader.read(SCENARIOS.resolve("moving.yaml")).stream()
                        .map(file -> file.scenario().name())
                        .toList());
    }

    @Test
    void everyKeyMeansWhatItSays() {
        var file = frozen();
        var known = file.portfolio().latestRecorded();
        var override = new ClauseOverride(
                new ClauseName("supply", "offer-first"),
                new ClauseOverride.Answer(
                        new Window.BusinessDays(5),
                        FirstRefusal.OnLapse.DECLINE,
                        FirstRefusal.Partial.ANY,
                        FirstRefusal.BelowGang.DECLINES_ALL),
                beyond());
        assertEquals(
                new Scenario(
                        new Scenario.About(
                                "frozen",
                                "One day's portfolio",
                                List.of("all of it"),
                                List.of("north: invented: for tests")),
                        new Scenario.Ground(new Basis.Frozen(day("2025-02-01"), known), List.of(override)),
                        new Scenario.Demand(Instant.parse("2025-02-03T14:00:00Z"), 2, 1.5),
                        market(),
                        buyer()),
                file.scenario());
        var sweep =
                new Sweep(new ClauseName("supply", "offer-first"), List.of(new Window.Hours(0), new Window.Hours(72)));
        var acceptance = new AcceptanceSweep(
                new Sweep(new ClauseName("supply", "offer-first"), List.of(new Window.BusinessDays(5))),
                List.of(0.0, 0.125, 1.0));
        assertEquals(new Study.Varied(sweep, acceptance), file.varied());
        assertEquals(Set.of("base.yaml", "frozen.yaml"), file.digests().keySet());
    }

    private static ClauseOverride.Beyond beyond() {
        var price = new Preemption.Tolerance(new BigDecimal("0.05"), Preemption.Direction.LOWER);
        return new ClauseOverride.Beyond(
                Preemption.Kind.LAST_LOOK,
                Preemption.Trigger.THIRD_PARTY_OFFER,
                new Preemption.Matching(
                        Preemption.Matching.Standard.MATERIAL_TERMS,
                        new BigDecimal("0.02"),
                        Preemption.Matching.NonCash.EXCLUDED,
                        Preemption.Alternates.BLIND),
                new Preemption.Tail(90, new Preemption.Floor(price, null, Duration.ofDays(30), null, false)),
                new Window.BusinessDays(3));
    }

    private static Market market() {
        return new Market(
                List.of(new Market.Supply(
                        new Provider("north"),
                        16,
                        List.of(new Market.Headroom(day("2025-02-01"), 8), new Market.Headroom(day("2025-03-01"), 24)),
                        Money.of("2.50", "USD"),
                        Duration.ofHours(36),
                        new Market.Slips(0.2, Duration.ofDays(14), 0.05))),
                new Market.Answering(
                        new Market.Delay(Duration.ofDays(1), Duration.ofDays(9)),
                        0.5,
                        0.2,
                        new Market.Matching(0.4, 0.8, 0.5)),
                new Market.Bidding(
                        new Market.Delay(Duration.ZERO, Duration.ofMinutes(90)),
                        0.9,
                        Duration.ofDays(3),
                        new Market.Bargaining(
                                new Market.Discount(0, 0.1),
                                0.3,
                                new Market.Delay(Duration.ofDays(5), Duration.ofDays(20)))));
    }

    private static Buyer buyer() {
        var purpose = new Terms.Purpose("lab", List.of("pre-training", "post-training"), Terms.Capacity.NEW);
        return new Buyer(
                new Buyer.Rhythm(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(14)),
                new Buyer.Order(
                        new Buyer.Need(purpose, new Accelerator("H100"), "infiniband"),
                        8,
                        8,
                        4,
                        Duration.ofDays(90),
                        Money.of("3", "USD")),
                new DeliveryTerms(Duration.ofDays(10), new BigDecimal("0.5"), new BigDecimal("0.1"), null));
    }

    @Test
    void aPortfolioThatMovesIsReadInHindsight() {
        var moving = ScenarioReader.read(SCENARIOS).getLast();
        assertEquals(
                new Basis.Hindsight(moving.portfolio().latestRecorded()),
                moving.scenario().ground().basis());
    }

    @Test
    void theScenariosThatShipDifferByNameWordsAndDayOnly() {
        var shipped =
                ScenarioReader.read(Path.of(System.getProperty("proviso.root")).resolve("examples/scenarios"));
        assertEquals(
                List.of("exclusive", "first-refusal", "open"),
                shipped.stream().map(file -> file.scenario().name()).toList());
        var parts = shipped.stream()
                .map(ScenarioFile::scenario)
                .map(one -> List.of(
                        one.demand(), one.market(), one.buyer(), one.about().assumptions()))
                .collect(Collectors.toSet());
        assertEquals(1, parts.size());
        shipped.forEach(file -> {
            assertNotNull(file.varied().windows());
            assertNotNull(file.varied().acceptance());
        });
    }

    @Test
    void theRightsThatShipDifferByOneRightOrByLatenessOnly() {
        var shipped =
                ScenarioReader.read(Path.of(System.getProperty("proviso.root")).resolve("examples/rights")).stream()
                        .map(ScenarioFile::scenario)
                        .toList();
        assertEquals(
                List.of("failed-delivery", "first-refusal", "last-look", "late-delivery", "tail"),
                shipped.stream().map(Scenario::name).toList());
        assertEquals(
                1,
                shipped.stream()
                        .map(one -> List.of(one.buyer().rhythm(), one.buyer().order()))
                        .distinct()
                        .count());
        assertEquals(
                List.of(true, false, false, false, false),
                shipped.stream()
                        .map(one -> one.buyer().delivery().grace() != null)
                        .toList());
        assertEquals(
                List.of(0, 0, 1, 0, 1),
                shipped.stream().map(one -> one.ground().overrides().size()).toList());
        assertEquals(
                List.of(true, false, false, true, false),
                shipped.stream().map(one -> one.market().slips()).toList());
        var punctual = shipped.stream()
                .map(one -> one.market().supplies().stream()
                        .map(supply -> new Market.Supply(
                                supply.provider(), supply.reserved(), supply.headroom(), supply.price(), supply.lead()))
                        .toList())
                .distinct();
        assertEquals(1, punctual.count());
    }

    @Test
    void aKeyThatIsMisspelt() throws IOException {
        assertGolden("scenario-unknown-key", "base.yaml", "plan-ahead:", "planahead:");
    }

    @Test
    void aKeyThatNeitherFileHas() throws IOException {
        assertGolden("scenario-missing-key", "frozen.yaml", "basis: {frozen: 2025-02-01}\n", "");
    }

    @Test
    void wordsThatThePortfolioDoesNotKnow() throws IOException {
        assertGolden(
                "scenario-unknown-words",
                "base.yaml",
                "provider: north",
                "provider: nort",
                "workload: training",
                "workload: trainning");
    }

    @Test
    void anOverrideOfNoRight() throws IOException {
        assertGolden("scenario-unknown-right", "frozen.yaml", "supply/offer-first", "supply/offer-firts");
    }

    @Test
    void valuesThatAreNone() throws IOException {
        assertGolden(
                "scenario-bad-values",
                "base.yaml",
                "lead: 36 hours",
                "lead: soon",
                "price: 2.50 USD",
                "price: cheap",
                "accepts: 50 %",
                "accepts: 90 %",
                "{from: 0 days, to: 90 minutes}",
                "{from: 2 days, to: 1 day}",
                "2025-03-01: 24",
                "March: 24",
                "gpus: 2",
                "gpus: 0",
                "minimum-gang: 4",
                "minimum-gang: 9",
                "sources: [\"invented: for tests\"]",
                "sources: []");
    }

    @Test
    void anAcceptanceSweepOfNoRightNoShareAndNothing() throws IOException {
        assertGolden(
                "scenario-bad-acceptance",
                "base.yaml",
                "acceptance-sweep: {clause: supply/offer-first, windows: [5 business days], accepts: [0 %, 12.5 %, 100"
                        + " %]}",
                "acceptance-sweep: {clause: supply/offer-last, windows: [], accepts: [101 %, half]}");
    }

    @Test
    void aBargainingOfNoShareAndNoTime() throws IOException {
        assertGolden(
                "scenario-bad-bargaining",
                "base.yaml",
                "discount: {from: 0 %, to: 10 %}",
                "discount: {from: 20 %, to: 10 %}",
                "improves: 30 %",
                "improves: often",
                "{from: 5 days, to: 20 days}",
                "{from: 20 days, to: 5 days}",
                "down-to: 80 %",
                "downto: 80 %",
                "{share: 40 %",
                "{share: 90 %",
                "abatement: 50 %",
                "abatement: half");
    }

    @Test
    void aRightBentToWhatNoRightIs() throws IOException {
        assertGolden(
                "scenario-bad-right",
                "frozen.yaml",
                "kind: last-look",
                "kind: last-word",
                "trigger: third-party-offer",
                "trigger: third-party",
                "for: 90 days",
                "days: 0",
                "start: 30 days",
                "start: 30 business days",
                "standard: material-terms",
                "standards: material-terms");
    }

    @Test
    void slipsOfNoTime() throws IOException {
        assertGolden("scenario-bad-slips", "base.yaml", "by: 14 days", "by: 0 days");
    }

    @Test
    void aSweepOfTwoUnitsAndPricesInTwoCurrencies() throws IOException {
        assertGolden(
                "scenario-mixed-units",
                "base.yaml",
                "windows: [0 hours, 72 hours]",
                "windows: [0 business days, 72 hours]",
                "accepts: [0 %, 12.5 %, 100 %]",
                "accepts: [100 %, 0 %]",
                "price-limit: 3 USD",
                "price-limit: 3 EUR");
    }

    @Test
    void anAcceptanceSweepWithoutShares() throws IOException {
        assertGolden("scenario-empty-acceptance", "base.yaml", "accepts: [0 %, 12.5 %, 100 %]", "accepts: []");
    }

    @Test
    void aBasisThatIsBoth() throws IOException {
        assertGolden("scenario-two-bases", "moving.yaml", "{moves: yes}", "{moves: yes, frozen: 2025-02-01}");
    }

    @Test
    void filesThatAreNotThere() throws IOException {
        assertGolden(
                "scenario-missing-files",
                "frozen.yaml",
                "base.yaml",
                "bse.yaml",
                "scenario: frozen",
                "scenario: frozen\nportfolio: ../portfolios/none");
    }

    @Test
    void aDirectoryWithoutScenarios() throws IOException {
        var empty = Files.createDirectory(directory.resolve("empty"));
        var text =
                assertThrows(BadFiles.class, () -> ScenarioReader.read(empty)).text();
        assertTrue(text.contains("there is no scenario here"), text);
    }

    /** Pairs of what is replaced in a file, and by what. */
    private void assertGolden(String name, String spoilt, String... replacements) throws IOException {
        var portfolios = Files.createDirectories(directory.resolve("portfolios/complete"));
        PortfolioFixture.of("complete").writeTo(portfolios);
        var scenarios = Files.createDirectories(directory.resolve("scenarios"));
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            for (Path file : files.toList()) {
                Files.copy(file, scenarios.resolve(file.getFileName().toString()));
            }
        }
        var file = scenarios.resolve(spoilt);
        for (int i = 0; i < replacements.length; i += 2) {
            var text = Files.readString(file);
            assertTrue(text.contains(replacements[i]), replacements[i]);
            Files.writeString(file, text.replace(replacements[i], replacements[i + 1]));
        }
        var text = assertThrows(BadFiles.class, () -> ScenarioReader.read(scenarios))
                        .text() + "\n";
        var golden = PortfolioFixture.resource("diagnostics/" + name + ".baseline");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertEquals(Files.readString(golden), text);
    }
}
