package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.consent;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.question.Outcome.CONDITIONAL;
import static io.proviso.agreement.question.Outcome.FORBIDDEN;
import static io.proviso.agreement.question.Outcome.PERMITTED;
import static io.proviso.agreement.question.Outcome.UNDETERMINED;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.at;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.party;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static io.proviso.agreement.ruling.Fixture.unlessConsentOf;
import static io.proviso.agreement.ruling.OutcomesTest.deciding;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Prohibition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Design "Rulings: precise rules": what a consent or waiver pierces, who gives it, and when it dies with its clause. */
class ConsentTest {
    private static final String AWS = "act=host provider=aws";
    private static final Draft AZURE_ONLY = clause("azure-only", exclusivity(on("host", not("provider", "azure"))));
    private static final Draft ORACLE = clause("oracle-consent", permission(on("host", is("provider", "oracle"))))
            .overrides("azure-only");

    @Test
    void aConsentPiercesItsClauseWithinItsScope() {
        var fixture = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(AZURE_ONLY),
                consent("c", "2024-03-01").adds(ORACLE)));
        assertEquals(
                FORBIDDEN, fixture.ask("2024-02-29", "act=host provider=oracle").outcome());
        assertEquals(
                PERMITTED, fixture.ask("2024-03-01", "act=host provider=oracle").outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-03-01", AWS).outcome());
    }

    @Test
    void aConsentDiesWhenItsClauseIsEnded() {
        var ruling = afterConsent(paper("x", "2025-01-01").ends("azure-only"));
        assertEquals(List.of(), deciding(ruling));
        assertEquals(FORBIDDEN, ruling.outcome());
    }

    @Test
    void aConsentStaysDeadWhenAClauseOfTheSameNameIsAddedAgain() {
        var given = clause("given", permission(on("host", any()))).overrides("azure-only");
        var again = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(AZURE_ONLY),
                paper("c", "2024-02-01")
                        .type(Instrument.Type.CONSENT)
                        .by("microsoft")
                        .adds(given),
                paper("q", "2024-03-01").ends("azure-only"),
                paper("r", "2024-04-01").adds(AZURE_ONLY)));
        assertEquals(PERMITTED, again.ask("2024-02-15", AWS).outcome());
        assertEquals(FORBIDDEN, again.ask("2024-04-15", AWS).outcome());
    }

    @Test
    void aConsentDiesWhenItsClauseIsRestatedUnlessKept() {
        assertEquals(
                List.of("a/azure-only"),
                deciding(afterConsent(paper("x", "2025-01-01").restates(AZURE_ONLY))));
        assertEquals(
                List.of("a/oracle-consent"),
                deciding(afterConsent(paper("x", "2025-01-01").restates(AZURE_ONLY, "oracle-consent"))));
    }

    @Test
    void aConsentDiesWhenItsClauseReachesItsOwnEnd() {
        var byDate = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01").adds(azureOnlyUntil(at("2025-01-01"))),
                        consent("c", "2024-03-01").adds(ORACLE))
                .silent("host", Silence.FORBIDDEN));
        assertEquals(
                PERMITTED, byDate.ask("2024-12-31", "act=host provider=oracle").outcome());
        assertEquals(
                FORBIDDEN, byDate.ask("2025-01-01", "act=host provider=oracle").outcome());
        var byMilestone = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01").adds(azureOnlyUntil(milestone("agi", "verified"))),
                        consent("c", "2024-03-01").adds(ORACLE))
                .silent("host", Silence.FORBIDDEN));
        assertEquals(
                FORBIDDEN,
                byMilestone
                        .ask("2024-12-31", "act=host provider=oracle fact:agi=verified")
                        .outcome());
    }

    @Test
    void aConsentDiesInTheReadingInWhichNothingIsLeftOfItsClause() {
        var end = paper("x", "2025-01-01")
                .ends(
                        "azure-only",
                        reading("nothing-left", null),
                        reading("kept", exclusivity(on("host", not("provider", "azure")))));
        var deals = deal(
                        "a",
                        paper("p", "2024-01-01").adds(AZURE_ONLY),
                        consent("c", "2024-03-01").adds(ORACLE),
                        end)
                .silent("host", Silence.FORBIDDEN);
        assertEquals(
                UNDETERMINED,
                portfolio(deals).ask("2025-06-01", "act=host provider=oracle").outcome());
        assertEquals(
                FORBIDDEN,
                portfolio(deals)
                        .pin("a", "azure-only", "2025-01-01", "nothing-left")
                        .ask("2025-06-01", "act=host provider=oracle")
                        .outcome());
    }

    @Test
    void aConsentOfWhichItIsUnclearHowMuchEndedStillDiesWithItsClause() {
        var oracle = "act=host provider=oracle";
        var unclear = paper("x", "2024-06-01")
                .ends(
                        "oracle-consent",
                        reading("kept", permission(on("host", is("provider", "oracle")))),
                        reading("nothing-left", null));
        var papers = List.of(
                paper("p", "2024-01-01").adds(AZURE_ONLY),
                consent("c", "2024-03-01").adds(ORACLE),
                unclear);
        var restated = portfolio(deal("a", with(papers, paper("y", "2025-01-01").restates(AZURE_ONLY))));
        assertEquals(UNDETERMINED, restated.ask("2024-12-31", oracle).outcome());
        assertEquals(FORBIDDEN, restated.ask("2025-01-01", oracle).outcome());
        restated.pin("a", "oracle-consent", "2024-06-01", "kept");
        assertEquals(PERMITTED, restated.ask("2024-12-31", oracle).outcome());
        assertEquals(FORBIDDEN, restated.ask("2025-01-01", oracle).outcome());
        var ended = portfolio(deal("a", with(papers, paper("y", "2025-01-01").ends("azure-only")))
                        .silent("host", Silence.FORBIDDEN))
                .pin("a", "oracle-consent", "2024-06-01", "kept");
        assertEquals(FORBIDDEN, ended.ask("2025-01-01", oracle).outcome());
    }

    @Test
    void anInterpretedConsentStillDiesWithItsClause() {
        var meaning = reading("wide", permission(on("host", any())));
        var interpreted =
                paper("x", "2024-06-01").type(Instrument.Type.INTERPRETIVE).interprets("oracle-consent", meaning);
        var fixture = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(AZURE_ONLY),
                consent("c", "2024-03-01").adds(ORACLE),
                interpreted,
                paper("y", "2025-01-01").restates(AZURE_ONLY)));
        assertEquals(
                PERMITTED, fixture.ask("2024-12-31", "act=host provider=oracle").outcome());
        assertEquals(UNDETERMINED, fixture.ask("2024-12-31", AWS).outcome());
        assertEquals(
                FORBIDDEN, fixture.ask("2025-01-01", "act=host provider=oracle").outcome());
    }

    @Test
    void whoHoldsAClauseInOneReadingGivesItUpInThatReadingOnly() {
        var unclear = clause(
                "no",
                reading("for-microsoft", prohibition(on("host", any()))),
                reading("for-softbank", new Prohibition(party("softbank"), on("host", any()), null)));
        var given = clause("given", permission(on("host", any()))).overrides("no");
        var fixture = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(unclear),
                consent("c", "2024-03-01").by("softbank").adds(given)));
        assertEquals(FORBIDDEN, fixture.ask("2024-02-01", AWS).outcome());
        assertEquals(UNDETERMINED, fixture.ask("2024-06-01", AWS).outcome());
        fixture.pin("a", "no", "2024-01-01", "for-microsoft");
        assertEquals(FORBIDDEN, fixture.ask("2024-06-01", AWS).outcome());
        fixture.pin("a", "no", "2024-01-02", "for-softbank");
        assertEquals(PERMITTED, fixture.ask("2024-06-01", AWS).outcome());
    }

    @Test
    void aConsentThatAClauseAsksForIsGivenByThePartyItNamesOrByItsHolder() {
        var asking = clause("ask-first", unlessConsentOf("softbank", on("host", any())));
        var given = clause("given", permission(on("host", any()))).overrides("ask-first");
        for (var by : List.of("softbank", "microsoft")) {
            var fixture = portfolio(deal(
                    "a",
                    paper("p", "2024-01-01").adds(asking),
                    consent("c", "2024-03-01").by(by).adds(given)));
            assertEquals(CONDITIONAL, fixture.ask("2024-02-01", AWS).outcome());
            assertEquals(PERMITTED, fixture.ask("2024-06-01", AWS).outcome(), by);
        }
    }

    private static Paper[] with(List<Paper> papers, Paper last) {
        return Stream.concat(papers.stream(), Stream.of(last)).toArray(Paper[]::new);
    }

    private static Ruling afterConsent(Paper later) {
        return portfolio(deal(
                                "a",
                                paper("p", "2024-01-01").adds(AZURE_ONLY),
                                consent("c", "2024-03-01").adds(ORACLE),
                                later)
                        .silent("host", Silence.FORBIDDEN))
                .ask("2025-06-01", "act=host provider=oracle");
    }

    private static Draft azureOnlyUntil(End end) {
        return clause("azure-only", exclusivity(on("host", not("provider", "azure"))))
                .until(end);
    }
}
