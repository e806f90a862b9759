package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What users read when a file is wrong: one baseline each, rewritten with {@code -Dgolden.update=true}. */
class DiagnosticsTest {
    private static final String SUPPLY = "agreements/supply.yaml";
    private static final PortfolioFixture SMALL = PortfolioFixture.of("small");

    @TempDir
    private Path directory;

    @Test
    void aKeyThatIsMisspelt() throws IOException {
        assertGolden("unknown-key", SMALL.replacing(SUPPLY, "overrides:", "overides:"));
    }

    @Test
    void aKeyThatIsMissing() throws IOException {
        assertGolden("missing-key", SMALL.replacing(SUPPLY, "    says: South may train\n", ""));
    }

    @Test
    void aKeyThatIsWrittenTwice() throws IOException {
        assertGolden("duplicate-key", SMALL.replacing("portfolio.yaml", "zone: UTC", "zone: UTC\nzone: Europe/Paris"));
    }

    @Test
    void anUnknownFacet() throws IOException {
        assertGolden(
                "unknown-facet", SMALL.replacing(SUPPLY, "{not: [north]}", "{not: [north]}, workloads: inference"));
    }

    @Test
    void anUnknownValue() throws IOException {
        assertGolden("unknown-value", SMALL.replacing(SUPPLY, "[training]", "[trainning, inference]"));
    }

    @Test
    void amountsThatAreNoneOfTheirFacet() throws IOException {
        assertGolden(
                "amounts",
                SMALL.replacing("vocabulary.yaml", "facets:\n", "facets:\n  price: {money: USD}\n")
                        .replacing("vocabulary.yaml", "takes: [", "takes: [price, ")
                        .replacing(
                                SUPPLY,
                                "[training]",
                                "[training], price: {below: 57.00 EUR}}}\n"
                                        + "  - clause: without-currency\n"
                                        + "    says: which dollars is not said\n"
                                        + "    permission: {on: {act: acquire, price: {at-least: 57}, gpus: {below: 9.00"
                                        + " USD}"));
    }

    @Test
    void amountsThatCannotBeRead() throws IOException {
        assertGolden(
                "unreadable-amounts",
                SMALL.replacing("vocabulary.yaml", "facets:\n", "facets:\n  price: {money: USA}\n")
                        .replacing(
                                SUPPLY, "[training]", "[training], price: {at-least: 57.005 USD, below: 60.00 EUR}"));
    }

    @Test
    void anUnknownAct() throws IOException {
        assertGolden("unknown-act", SMALL.replacing(SUPPLY, "silence: {acquire:", "silence: {aquire:"));
    }

    @Test
    void anUnknownClause() throws IOException {
        assertGolden("unknown-clause", SMALL.replacing(SUPPLY, "[exclusive]", "[exclusiv]"));
    }

    @Test
    void anUnknownParty() throws IOException {
        assertGolden("unknown-party", SMALL.replacing(SUPPLY, "for: northern", "for: nothern"));
    }

    @Test
    void anUnknownWord() throws IOException {
        assertGolden("unknown-word", SMALL.replacing(SUPPLY, "type: definitive", "type: definite"));
    }

    @Test
    void anUnknownZone() throws IOException {
        assertGolden("unknown-zone", SMALL.replacing("portfolio.yaml", "UTC", "America/Los_Angles"));
    }

    @Test
    void twoClausesOfOneName() throws IOException {
        assertGolden("two-clauses-of-one-name", SMALL.replacing(SUPPLY, "clause: training-too", "clause: exclusive"));
    }

    @Test
    void aDateThatDoesNotParse() throws IOException {
        assertGolden("bad-date", SMALL.replacing(SUPPLY, "2030-12-31", "2030-02-31"));
    }

    @Test
    void anOverrideCycle() throws IOException {
        assertGolden(
                "override-cycle",
                SMALL.replacing(
                        SUPPLY, "says: all capacity comes from North", "says: all\n    overrides: training-too"));
    }

    @Test
    void aPinWithoutReason() throws IOException {
        assertGolden("pin-without-reason", SMALL.replacing("pins.yaml", "  why: the words are plain\n", ""));
    }

    @Test
    void aPinOnAReadingThatDoesNotExist() throws IOException {
        assertGolden("unknown-reading", SMALL.replacing("pins.yaml", "narrow", "narow"));
    }

    @Test
    void aClauseThatDoesTwoThingsAndOneThatDoesNone() throws IOException {
        assertGolden(
                "kinds",
                SMALL.replacing(
                                SUPPLY,
                                "    permission:",
                                "    exclusivity: {for: northern, on: {act: acquire}}\n    permission:")
                        .replacing(SUPPLY, "{reading: nothing, ends: yes}", "{reading: nothing}"));
    }

    @Test
    void limitsAndRevocationsThatCannotBe() throws IOException {
        assertGolden(
                "exercise",
                SMALL.replacing(
                                SUPPLY,
                                "permission: {on: {act: acquire, provider: south, workload: [training]}}",
                                "permission: {on: {act: acquire, provider: south}, up-to: {gpus: 0}, revocable: soon,"
                                        + " signed: {workloads: inference}}")
                        .replacing(
                                SUPPLY, "silence: {acquire: permitted}", "silence: {acquire: permitted}\ncalendar: x")
                        .with("calendars/x.yaml", "name: x\nweekend: [sunday]\nholidays: []\n")
                        .with(SUPPLY.replace("supply", "second"), """
                            agreement: second
                            basis: invented for tests
                            zone: UTC
                            parties: {lab: customer, northern: provider of north, bank: financier}
                            silence: {acquire: permitted}
                            instruments:
                            - instrument: master
                              type: definitive
                              effective: 2025-01-01
                              source: {title: Master agreement, confidence: primary}
                              clauses:
                              - clause: exclusive
                                says: all capacity comes from North
                                exclusivity: {for: northern, on: {act: acquire, provider: {not: [north]}}}
                              - clause: plain
                                says: South may train, up to a limit
                                permission: {on: {act: acquire, provider: south}, up-to: {gpus: 5000}}
                            - instrument: consents
                              type: consent
                              effective: 2025-02-01
                              by: northern
                              source: {title: Letter, confidence: primary}
                              clauses:
                              - clause: for-good
                                says: South may deliver
                                overrides: [exclusive]
                                permission: {on: {act: acquire, provider: south}, signed: {workload: inference}}
                              - clause: for-now
                                says: South may deliver
                                overrides: [exclusive]
                                permission: {on: {act: acquire, provider: south}, revocable: 30 days}
                            - instrument: taken-back
                              type: notice
                              effective: 2025-03-01
                              by: bank
                              source: {title: Letter, confidence: primary}
                              revokes: [exclusive, for-good, for-now, for-ever]
                            - instrument: taken-back-again
                              type: notice
                              effective: 2025-04-01
                              by: northern
                              source: {title: Letter, confidence: primary}
                              revokes: [for-good]
                            """));
    }

    @Test
    void drawsOnWhatIsNotThere() throws IOException {
        assertGolden("draws", SMALL.with("record.yaml", """
            record:
            - {drawn: supply, quantity: {gpus: 5}, at: 2025-02-01, source: {title: Order, confidence: primary}}
            - {drawn: supply/reach, quantity: {gpus: 0}, at: 2025-02-01, source: {title: Order, confidence: primary}}
            - {drawn: supply/exclusive, quantity: {gpus: 5}, at: 2025-02-01, source: {title: Order, confidence: primary}}
            - {drawn: supply/reech, quantity: {gpus: 5}, at: 2025-02-01, source: {title: Order, confidence: primary}}
            - {drawn: suply/reach, quantity: {gpus: 5}, at: 2025-02-01, source: {title: Order, confidence: primary}}
            - {drawn: supply/reach, quantity: {gpus: five}, at: last year}
            - {drawn: supply/reach, gpus: 5, at: 2025-02-01, source: {title: Order, confidence: primary}}
            - {drawn: supply/reach, quantity: 5, at: 2025-02-01, source: {title: Order, confidence: primary}}
            """));
    }

    @Test
    void aCommitmentThatContradictsItself() throws IOException {
        assertGolden("commitment", promising("""
            {
                  by: lab, to: northern, amount: 10e9 USD, headline: committed, incremental: no,
                  term: {from: 2025-01-01, to: 2028-01-01},
                  ramp: [{until: 2026-01-01, amount: 6e9 USD}, {until: 2026-01-01, amount: 4e9 USD}, {until: 2028-06-01, amount: 12e9 USD}],
                  termination: {notice: 3 years, not-before: 2028-01-01, fee: 1e9 EUR},
                  options: [{amount: 2e9 USD, exercise-by: 2028, exercised: no}]
                }\
            """));
    }

    @Test
    void aCommitmentWhosePartsAreNotWhatTheyShouldBe() throws IOException {
        assertGolden("commitment-words", promising("""
            {
                  by: lab, to: northern, amount: undisclosed, headline: committed, incremental: no,
                  ramp: [],
                  termination: {notice: 10 business days, fee: five},
                  options: [{amount: 2e9 USD, exercise-by: soon}]
                }\
            """));
    }

    @Test
    void aDeliveryAndATermThatGoesOnWhosePartsAreNotWhatTheyShouldBe() throws IOException {
        assertGolden("commitment-parts", promising("""
            {
                  by: lab, to: northern, amount: 10e6 USD, headline: committed, incremental: no,
                  term: {from: 2025-01-01, to: 2028-01-01},
                  ramp: [{until: 2028-01-01, amount: 10e6 USD}],
                  termination: {notice: 1 month, by: southern, fee: [{before: 2027-01-01, fee: 1e6 USD}, {before: 2026-01-01, fee: half}]},
                  for-cause: {by: nobody, cause: {bread: noticed}, cure: soon},
                  renews: {for: 10 business days, notice: 90 days, unless: {agi: refused}, times: 0},
                  extensions: [{for: 1 year, notice: 10 business days, exercised: {provider: north}, amount: 1e6 EUR}],
                  delivery: {
                    fees-from: plan,
                    tranches: [
                      {tranche: first, price: 11e6 USD, due: {after: 3 months, from: effective}, delivered: {agi: verified}},
                      {tranche: first, delivered: {agi: verified, provider: north}, delay: {credits: {cap: 0 USD}, exit: {after: 90 days}}}]}
                }\
            """));
    }

    @Test
    void whatStatementsWillReadIsRefusedByName() throws IOException {
        assertGolden("not-yet", SMALL.replacing(SUPPLY, "  - clause: training-too", """
                  - clause: capped
                    says: a cap each year
                    revenue-share: {payer: lab, payee: northern, rate: 5 %, base: net, cap: {amount: 1e6 USD, counted-from: inception, per: year}}
                  - clause: tiers
                    says: by tiers
                    revenue-share: {payer: lab, payee: northern, rate: [{below: 1000, rate: 5 %}], base: net}
                  - clause: best-price
                    says: nobody pays less
                    most-favoured: {by: northern}
                  - clause: training-too""".indent(2)
                .stripTrailing()));
    }

    private static PortfolioFixture promising(String commitment) {
        return SMALL.replacing(
                SUPPLY,
                "  - clause: training-too",
                "  - clause: promise\n    says: the lab buys\n    commitment: " + commitment
                        + "\n  - clause: training-too");
    }

    @Test
    void calendarsThatGoRoundInACircleOrDoNotExist() throws IOException {
        assertGolden(
                "calendar-circle",
                SMALL.with("calendars/one.yaml", "name: one\nall-of: [two]\n")
                        .with("calendars/two.yaml", "name: two\nany-of: [three, one]\n")
                        .with("calendars/three.yaml", "name: three\nweekend: [sunday]\nholidays: []\n")
                        .with("calendars/four.yaml", "name: four\nall-of: [thre, four]\n"));
    }

    @Test
    void aCalendarThatIsAPlaceAndACombination() throws IOException {
        assertGolden(
                "calendar-kinds",
                SMALL.with("calendars/one.yaml", "name: one\nweekend: [sunday]\nholidays: []\nany-of: [two]\n")
                        .with("calendars/two.yaml", "name: two\nweekend: [sunday]\n")
                        .with("calendars/three.yaml", "name: three\nall-of: []\n")
                        .with("calendars/four.yaml", """
                            name: four
                            weekend: [sunday]
                            holidays:
                            - {date: 2025-05-05, recorded: 2025-01-01, withdrawn: 2024-12-31, source: Order}
                            """));
    }

    @Test
    void severalProblemsOfSeveralFilesAtOnce() throws IOException {
        assertGolden(
                "several",
                SMALL.replacing(SUPPLY, "provider: south", "provider: west")
                        .replacing(SUPPLY, "effective: 2025-01-01", "effective: last year")
                        .replacing(SUPPLY, "overrides: [exclusive]", "overrides: {exclusive: yes}")
                        .replacing("pins.yaml", "made: 2025-02-01", "made:")
                        .replacing("pins.yaml", "clause: reach", "clause: reech"));
    }

    @Test
    void whatIsNotYaml() throws IOException {
        assertGolden("not-yaml", SMALL.replacing(SUPPLY, "[exclusive]", "[exclusive"));
    }

    @Test
    void aTab() throws IOException {
        assertGolden("tab", SMALL.replacing("pins.yaml", "  clause:", "\tclause:"));
    }

    @Test
    void anAlias() throws IOException {
        assertGolden("alias", SMALL.replacing(SUPPLY, "basis: invented for tests", "basis: &b invented\n"));
    }

    @Test
    void anEmptyFile() throws IOException {
        assertGolden("empty-file", SMALL.with("vocabulary.yaml", "# nothing yet\n"));
    }

    @Test
    void periodsThatCountFromNothingAndBeginningsThatAreNone() throws IOException {
        assertGolden("periods", SMALL.replacing(SUPPLY, "until: 2030-12-31", """
                        from: 2025-01-01
                            until: {earlier-of: [{after: 12 months}, {through: 2030, from: effective}, {after: 1 fortnight, from: effective}, {after: 1 month, from: {mielstone: {agi: verified}}}]}"""));
        assertGolden("periods-that-cannot-be-counted", SMALL.replacing(SUPPLY, "until: 2030-12-31", """
                        from: {milestone: {workload: training}}
                            until: {earlier-of: [{after: 10 business days, from: effective}, {after: 1 month, from: {milestone: {workload: trainign}}}]}"""));
    }

    @Test
    void aFileThatIsMissingAndOneTooMany() throws IOException {
        assertGolden("missing-file", SMALL.without("portfolio.yaml").with("vocabulry.yaml", "acts: {}"));
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        assertGolden("not-utf-8", SMALL.with("pins.yaml", new byte[] {'p', ':', '\n', 'x', (byte) 0xE9, ':'}));
    }

    @Test
    void aDirectoryThatDoesNotExist() throws IOException {
        assertGolden("missing-directory", () -> PortfolioReader.read(Path.of("no/such/portfolio")));
    }

    private void assertGolden(String name, PortfolioFixture fixture) throws IOException {
        fixture.writeTo(directory);
        assertGolden(name, () -> PortfolioReader.read(directory));
    }

    private static void assertGolden(String name, Executable reading) throws IOException {
        String text = assertThrows(BadFiles.class, reading).text() + "\n";
        Path golden = PortfolioFixture.resource("diagnostics/" + name + ".baseline");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertEquals(Files.readString(golden), text);
    }
}
