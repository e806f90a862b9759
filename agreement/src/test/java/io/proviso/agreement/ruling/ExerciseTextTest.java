package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.consent;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.Exercised;
import io.proviso.calendar.Window;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left of consents and waivers, in sentences, alone and beside what a ruling cites. */
class ExerciseTextTest {
    private static final Scope ELSEWHERE = on("acquire", not("provider", "azure"));
    private static final Scope ORACLE = on("acquire", is("provider", "oracle"));
    private static final Permission FIVE = new Permission(ORACLE, new Limit("gpus", Stated.of(5_000L)), null, null);
    private static final Paper REVOKED = paper("taken-back", "2024-06-03")
            .type(Instrument.Type.NOTICE)
            .by("microsoft")
            .revokes("given");

    private static Fixture given(Reading[] readings, Paper... later) {
        var papers = new ArrayList<>(List.of(
                paper("p", "2024-01-01").adds(clause("azure-only", exclusivity(ELSEWHERE))),
                consent("c", "2024-03-01").adds(clause("given", readings).overrides("azure-only"))));
        papers.addAll(Arrays.asList(later));
        return portfolio(deal("a", papers.toArray(Paper[]::new)));
    }

    private static Fixture given(Permission permission, Paper... later) {
        return given(new Reading[] {Reading.plain(permission)}, later);
    }

    private static List<String> text(Fixture fixture, String asOf) {
        var portfolio = fixture.build();
        var inForce = new CompiledPortfolio(portfolio).inForce(day(asOf), portfolio.latestRecorded());
        var version = inForce.getFirst().find("given");
        return version == null
                ? List.of("gone")
                : ExerciseText.of(Exercised.of(version, portfolio.vocabulary()), ZoneOffset.UTC);
    }

    private static String ruling(Fixture fixture, String question) {
        return RulingText.of(fixture.ask("2024-06-01", question), Disclosure.INTERNAL);
    }

    @Test
    void whatIsLeftIsCountedWithEachDraw() {
        var fixture = given(FIVE).drawn("a", "given", 4_000, "2024-05-01").drawn("a", "given", 1_000, "2024-06-01");
        assertEquals(List.of("all 5,000 GPUs left"), text(fixture, "2024-04-30"));
        assertEquals(
                List.of("1,000 of 5,000 GPUs left; drawn: 4,000 on 2024-05-01 (made up)"), text(fixture, "2024-05-01"));
        assertEquals(
                List.of("used up: 5,000 of 5,000 GPUs; drawn: 4,000 on 2024-05-01 (made up), 1,000 on 2024-06-01 (made"
                        + " up)"),
                text(fixture, "2024-06-01"));
    }

    @Test
    void aSingleGpuIsOne() {
        var one = new Permission(ORACLE, new Limit("gpus", Stated.of(1L)), null, null);
        assertEquals(List.of("all 1 GPU left"), text(given(one), "2024-05-01"));
    }

    @Test
    void anUndisclosedLimitIsToldAsSuch() {
        var hidden = given(new Permission(ORACLE, new Limit("gpus", Stated.undisclosed()), null, null))
                .drawn("a", "given", 4_000, "2024-05-01");
        assertEquals(
                List.of("an undisclosed number of GPUs in all; drawn: 4,000 on 2024-05-01 (made up)"),
                text(hidden, "2024-06-01"));
    }

    @Test
    void aRevocationIsToldFromItsReceiptOnWithTheSecondAtWhichItIsOver() {
        var ends = given(new Permission(ORACLE, null, new Window.Days(10), null), REVOKED)
                .closed("2024-12-25", "2024-01-01");
        assertEquals(List.of(), text(ends, "2024-06-02"));
        assertEquals(
                List.of("revoked by taken-back, received 2024-06-03: no new contract from 2024-06-13 17:00:01 Z on,"
                        + " and none signed before stands"),
                text(ends, "2024-06-03"));
        assertEquals(List.of("gone"), text(ends, "2024-06-14"));
        var signed = is("workload", "inference");
        var stands = given(
                        new Permission(ORACLE, new Limit("gpus", Stated.of(5_000L)), new Window.Days(10), signed),
                        REVOKED)
                .closed("2024-12-25", "2024-01-01");
        assertEquals(
                List.of(
                        "all 5,000 GPUs not drawn",
                        "revoked by taken-back, received 2024-06-03: no new contract from 2024-06-13 17:00:01 Z on"),
                text(stands, "2024-07-01"));
    }

    @Test
    void aRevocationThatIsOverInAYearOfWhichNoHolidayIsListedSaysSo() {
        var unlisted = given(new Permission(ORACLE, null, new Window.Days(10), null), REVOKED);
        assertEquals(
                List.of(
                        "revoked by taken-back, received 2024-06-03: no new contract from 2024-06-13 17:00:01 Z on,"
                                + " and none signed before stands",
                        "the calendar 'city' holds no holiday of 2024; only weekends were left out that year"),
                text(unlisted, "2024-06-03"));
    }

    @Test
    void readingsAreToldApart() {
        var few = new Permission(ORACLE, new Limit("gpus", Stated.of(7L)), new Window.Hours(1), null);
        var unclear = given(
                new Reading[] {
                    reading("many", FIVE), reading("any", new Permission(ORACLE)), reading("few", few),
                },
                REVOKED);
        assertEquals(
                List.of(
                        "read as 'many': all 5,000 GPUs left",
                        "read as 'few': all 7 GPUs not drawn",
                        "read as 'few': revoked by taken-back, received 2024-06-03: no new contract from 2024-06-03"
                                + " 01:00:01 Z on, and none signed before stands"),
                text(unclear, "2024-06-03"));
    }

    @Test
    void aRulingTellsWhatIsLeftOfTheConsentItCitesAndOfThoseThatGiveUpWhatItCites() {
        var fixture = given(FIVE).drawn("a", "given", 4_000, "2024-05-01");
        var within = ruling(fixture, "act=acquire provider=oracle gpus=1000");
        assertTrue(
                within.contains("      At that time: 1,000 of 5,000 GPUs left; drawn: 4,000 on 2024-05-01 (made up)\n"),
                within);
        var beyond = ruling(fixture, "act=acquire provider=oracle gpus=1001");
        assertTrue(
                beyond.contains(
                        "      Consent or waiver of it, given, at that time: 1,000 of 5,000 GPUs left; drawn: 4,000"
                                + " on\n"
                                + "        2024-05-01"),
                beyond);
        assertFalse(ruling(fixture, "act=acquire provider=azure gpus=1001").contains("y now: "));
    }

    @Test
    void aConsentWithoutLimitOrNoticeHasNothingToTell() {
        var fixture = given(new Permission(ORACLE));
        assertEquals(List.of(), text(fixture, "2024-06-01"));
        var ruling = fixture.ask("2024-06-01", "act=acquire provider=aws gpus=1");
        assertEquals(Map.of(), ruling.telling().exercised());
    }

    @Test
    void anAudienceReadsWhatIsLeftOfAConsentOnlyWhereItMayReadBothClauses() {
        var exclusive = exclusivity(ELSEWHERE);
        for (var given : List.of(Disclosure.PUBLIC, Disclosure.PARTIES)) {
            for (var pierced : List.of(Disclosure.PUBLIC, Disclosure.PARTIES)) {
                var portfolio = portfolio(deal(
                                "a",
                                paper("p", "2024-01-01").adds(disclosed("azure-only", exclusive, pierced)),
                                consent("c", "2024-03-01")
                                        .adds(disclosed("given", FIVE, given).overriding(List.of("azure-only")))))
                        .build();
                var question = Fixture.question(portfolio, "act=acquire provider=oracle gpus=5001");
                var ruling = Rulings.of(portfolio).rule(question, day("2024-06-01"), portfolio.latestRecorded());
                for (var audience : List.of(Disclosure.PUBLIC, Disclosure.PARTIES)) {
                    boolean told = audience.mayRead(pierced) && audience.mayRead(given);
                    assertEquals(
                            told ? 1 : 0,
                            ruling.disclosedTo(audience).telling().exercised().size(),
                            () -> given + " consent to a clause that is " + pierced + ", told to " + audience);
                }
            }
        }
    }

    private static Clause disclosed(String name, ClauseBody body, Disclosure disclosure) {
        var plain = clause(name, body).clause(day("2024-01-01"));
        return new Clause(
                name, plain.words(), plain.until(), List.of(), plain.readings(), plain.provenance(), disclosure);
    }
}
