package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
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
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Instrument;
import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.norms.WhyMissed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Design "Rulings: precise rules": instruments, the ends of clauses, readings and pins. */
class InstrumentsTest {
    private static final String AWS = "act=host provider=aws";
    private static final Draft AZURE_ONLY = clause("azure-only", exclusivity(on("host", not("provider", "azure"))));

    @Test
    void anMouBindsNobody() {
        var deal = deal(
                        "a",
                        paper("mou", "2024-01-01").type(Instrument.Type.MOU).adds(AZURE_ONLY))
                .silent("host", Silence.FORBIDDEN);
        assertEquals(PERMITTED, portfolio(deal).ask("2024-06-01", AWS).outcome());
    }

    @Test
    void anInterpretiveStatementAddsAReadingFromItsEffectiveDateOnly() {
        var deal = deal(
                "a",
                paper("p", "2024-01-01").adds(AZURE_ONLY),
                paper("joint-statement", "2025-01-01")
                        .type(Instrument.Type.INTERPRETIVE)
                        .interprets("azure-only", reading("sale-only", null)));
        assertEquals(FORBIDDEN, portfolio(deal).ask("2024-12-31", AWS).outcome());
        assertEquals(UNDETERMINED, portfolio(deal).ask("2025-01-01", AWS).outcome());
    }

    @Test
    void aRestatedClauseKeepsItsOverridesUnlessItIsGivenNewOnes() {
        var aws = permission(on("host", is("provider", "aws")));
        var first = paper("p", "2024-01-01")
                .adds(
                        AZURE_ONLY,
                        clause("aws", aws).overrides("azure-only"),
                        clause("other", permission(on("acquire", any()))));
        var kept = portfolio(deal("a", first, paper("x", "2025-01-01").restates(clause("aws", aws))));
        assertEquals(PERMITTED, kept.ask("2025-06-01", AWS).outcome());
        assertEquals("x", kept.ask("2025-06-01", AWS).deciding().getFirst().instrument());
        var replaced = portfolio(deal(
                "a", first, paper("x", "2025-01-01").restates(clause("aws", aws).overrides("other"))));
        assertEquals(UNDETERMINED, replaced.ask("2025-06-01", AWS).outcome());
    }

    @Test
    void whatAnAmendmentDoesNotMentionStands() {
        var fixture = portfolio(deal(
                "a",
                paper("p", "2024-01-01")
                        .adds(AZURE_ONLY, clause("no-own", prohibition(on("host", is("provider", "own"))))),
                paper("x", "2025-01-01").ends("azure-only")));
        assertEquals(PERMITTED, fixture.ask("2025-06-01", AWS).outcome());
        assertEquals(
                FORBIDDEN, fixture.ask("2025-06-01", "act=host provider=own").outcome());
        assertEquals(
                "p",
                fixture.ask("2025-06-01", "act=host provider=own")
                        .deciding()
                        .getFirst()
                        .instrument());
    }

    @Test
    void anEndWithReadingsLeavesOpenHowMuchOfTheClauseEnded() {
        var fixture = unclearEnd();
        assertEquals(FORBIDDEN, fixture.ask("2024-12-31", AWS).outcome());
        assertEquals(UNDETERMINED, fixture.ask("2025-01-01", AWS).outcome());
        assertEquals(
                PERMITTED, fixture.ask("2025-01-01", "act=host provider=azure").outcome());
    }

    @Test
    void aPinChoosesTheReadingAndIsCitedWhereItMattered() {
        var fixture = unclearEnd().pin("a", "azure-only", "2025-01-01", "nothing-left");
        var ruling = fixture.ask("2025-06-01", AWS);
        assertEquals(PERMITTED, ruling.outcome());
        assertEquals(
                fixture.build().pins(),
                ruling.pins().stream().map(Ruling.PinCited::pin).toList());
        assertEquals(
                List.of(new Ruling.Missed(new ClauseName("a", "azure-only"), new WhyMissed.PinnedOut("kept"))),
                ruling.silent().getFirst().missed());
        assertTrue(fixture.ask("2025-06-01", "act=host provider=azure").pins().isEmpty());
        assertTrue(fixture.ask("2024-06-01", AWS).pins().isEmpty());
    }

    @Test
    void aPinMadeLaterThanKnownAtDoesNotCount() {
        var fixture = unclearEnd().pin("a", "azure-only", "2025-03-01", "nothing-left");
        assertEquals(UNDETERMINED, fixture.ask("2025-01-02", "2025-02-28", AWS).outcome());
        assertEquals(PERMITTED, fixture.ask("2025-01-02", "2025-03-01", AWS).outcome());
    }

    @Test
    void aPinToSeveralReadingsExcludesTheOthersOnly() {
        var unclear = clause(
                "unclear",
                reading("all", prohibition(on("host", any()))),
                reading("aws", prohibition(on("host", is("provider", "aws")))),
                reading("none", null));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(unclear)))
                .pin("a", "unclear", "2024-01-01", "all", "aws");
        assertEquals(FORBIDDEN, fixture.ask("2024-06-01", AWS).outcome());
        assertEquals(
                UNDETERMINED,
                fixture.ask("2024-06-01", "act=host provider=oracle").outcome());
        assertEquals(1, fixture.ask("2024-06-01", AWS).pins().size());
        assertEquals(
                1,
                fixture.ask("2024-06-01", AWS)
                        .disclosedTo(Disclosure.PUBLIC)
                        .pins()
                        .size());
    }

    @Test
    void theLatestPinOnRecordCounts() {
        var fixture = unclearEnd()
                .pin("a", "azure-only", "2025-01-01", "nothing-left")
                .pin("a", "azure-only", "2025-05-01", "kept");
        assertEquals(PERMITTED, fixture.ask("2025-06-01", "2025-04-30", AWS).outcome());
        assertEquals(FORBIDDEN, fixture.ask("2025-06-01", "2025-05-01", AWS).outcome());
    }

    @Test
    void aPinThatExcludesNothingYetIsNotCited() {
        var unclear =
                clause("unclear", reading("all", prohibition(on("host", any()))), reading("none", null, "2025-01-01"));
        var fixture =
                portfolio(deal("a", paper("p", "2024-01-01").adds(unclear))).pin("a", "unclear", "2024-01-01", "all");
        assertTrue(fixture.ask("2024-06-01", "2024-06-01", AWS).pins().isEmpty());
        assertEquals(1, fixture.ask("2024-06-01", "2025-01-01", AWS).pins().size());
    }

    @Test
    void aClauseIsNoLongerInForceAtItsEndItself() {
        var fixture = ending(at("2025-01-01"));
        assertEquals(FORBIDDEN, fixture.ask("2024-12-31T23:59:59Z", AWS).outcome());
        assertEquals(PERMITTED, fixture.ask("2025-01-01", AWS).outcome());
    }

    @Test
    void aMilestoneEndsAClauseWhenTheRecordAttestsIt() {
        var fixture = ending(milestone("agi", "declared", "verified"));
        assertEquals(FORBIDDEN, fixture.ask("2025-06-01", AWS).outcome());
        assertEquals(
                PERMITTED, fixture.ask("2025-06-01", AWS + " fact:agi=declared").outcome());
        fixture.attested("agi", "verified", "2025-07-01", any());
        assertEquals(FORBIDDEN, fixture.ask("2025-06-30", AWS).outcome());
        assertEquals(PERMITTED, fixture.ask("2025-07-01", AWS).outcome());
    }

    @Test
    void theEarlierOfADateAndAMilestoneEndsAClause() {
        var fixture = ending(new End.EarlierOf(List.of(at("2025-01-01"), milestone("agi", "verified"))));
        assertEquals(FORBIDDEN, fixture.ask("2024-12-31", AWS).outcome());
        assertEquals(
                PERMITTED, fixture.ask("2024-12-31", AWS + " fact:agi=verified").outcome());
        assertEquals(PERMITTED, fixture.ask("2025-01-01", AWS).outcome());
    }

    @Test
    void theLaterOfADateAndAMilestoneEndsAClause() {
        var fixture = ending(new End.LaterOf(List.of(at("2025-01-01"), milestone("agi", "verified"))));
        assertEquals(
                FORBIDDEN, fixture.ask("2024-12-31", AWS + " fact:agi=verified").outcome());
        assertEquals(FORBIDDEN, fixture.ask("2025-01-01", AWS).outcome());
        assertEquals(
                PERMITTED, fixture.ask("2025-01-01", AWS + " fact:agi=verified").outcome());
    }

    @Test
    void aFactAttestedForAScopeEndsAClauseThereEvenForAnActThatDoesNotTakeTheFact() {
        var only = clause("only", exclusivity(on("acquire", not("provider", "azure"))))
                .until(milestone("agi", "verified"));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(only)))
                .attested("agi", "verified", "2024-02-01", is("provider", "oracle"))
                .attested("agi", "verified", "2024-02-01", is("product", "api"))
                .attested(
                        "agi",
                        "rejected",
                        "2024-04-01",
                        is("provider", "oracle", "own").and("workload", training()));
        var oracle = "act=acquire provider=oracle workload=";
        assertEquals(FORBIDDEN, fixture.ask("2024-01-15", oracle + "inference").outcome());
        assertEquals(PERMITTED, fixture.ask("2024-03-01", oracle + "training").outcome());
        assertEquals(
                FORBIDDEN, fixture.ask("2024-03-01", "act=acquire provider=own").outcome());
        assertEquals(PERMITTED, fixture.ask("2024-05-01", oracle + "training").outcome());
        assertEquals(PERMITTED, fixture.ask("2024-05-01", oracle + "inference").outcome());
        assertEquals(
                PERMITTED,
                fixture.ask("2024-05-01", "act=acquire provider=oracle").outcome());
        assertEquals(
                FORBIDDEN,
                fixture.ask("2024-05-01", "act=acquire provider=own workload=training")
                        .outcome());
        fixture.attested(
                "agi",
                "rejected",
                "2024-02-01",
                "2024-06-01",
                is("provider", "oracle").and("workload", training()));
        assertEquals(FORBIDDEN, fixture.ask("2024-05-01", oracle + "training").outcome());
        assertEquals(PERMITTED, fixture.ask("2024-05-01", oracle + "inference").outcome());
        assertEquals(
                UNDETERMINED,
                fixture.ask("2024-05-01", "act=acquire provider=oracle").outcome());
    }

    private static Match training() {
        return new Match.AnyOf(List.of("training"));
    }

    private static Draft azureOnlyUntil(End end) {
        return clause("azure-only", exclusivity(on("host", not("provider", "azure"))))
                .until(end);
    }

    private static Fixture ending(End end) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(azureOnlyUntil(end))));
    }

    private static Fixture unclearEnd() {
        return portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(AZURE_ONLY),
                paper("x", "2025-01-01")
                        .ends(
                                "azure-only",
                                reading("nothing-left", null),
                                reading("kept", exclusivity(on("host", not("provider", "azure")))))));
    }
}
