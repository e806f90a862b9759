package io.proviso.agreement.question;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.question.Outcome.FORBIDDEN;
import static io.proviso.agreement.question.Outcome.PERMITTED;
import static io.proviso.agreement.question.Outcome.UNDETERMINED;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.between;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Deal;
import io.proviso.agreement.Problem;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.agreement.ruling.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What questions may say, what they mean, and what they are told when they say it wrong. */
class QuestionTest {
    @Test
    void aGroupLeavesItsFacetOpenOverItsMembers() {
        var fixture = forbidding(is("workload", "pre-training"));
        var ruling = fixture.ask("2024-06-01", "act=host workload=training");
        assertEquals(
                List.of(
                        new Ruling.Branch(Map.of(new Given.OfFacet("workload"), List.of("pre-training")), FORBIDDEN),
                        new Ruling.Branch(Map.of(new Given.OfFacet("workload"), List.of("post-training")), PERMITTED)),
                ruling.split());
        assertEquals(
                FORBIDDEN,
                forbidding(is("workload", "training"))
                        .ask("2024-06-01", "act=host workload=training")
                        .outcome());
    }

    @Test
    void aFacetThatIsLeftOutTakesItsDefault() {
        var fixture = portfolio(deal(
                "a", paper("p", "2024-01-01").adds(clause("no", prohibition(on("acquire", is("actor", "openai")))))));
        assertEquals(FORBIDDEN, fixture.ask("2024-06-01", "act=acquire").outcome());
        assertEquals(
                PERMITTED,
                fixture.ask("2024-06-01", "act=acquire actor=microsoft").outcome());
    }

    @Test
    void aNumberFallsIntoARangeFromItsLeastToJustBelowItsEnd() {
        var fixture = forbidding(between("gpus", 100, 200));
        assertEquals(PERMITTED, fixture.ask("2024-06-01", "act=host gpus=99").outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-06-01", "act=host gpus=100").outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-06-01", "act=host gpus=199").outcome());
        assertEquals(PERMITTED, fixture.ask("2024-06-01", "act=host gpus=200").outcome());
        assertEquals(
                List.of(
                        new Ruling.Branch(
                                Map.of(new Given.OfFacet("gpus"), List.of("0..99", "200 or more")), PERMITTED),
                        new Ruling.Branch(Map.of(new Given.OfFacet("gpus"), List.of("100..199")), FORBIDDEN)),
                fixture.ask("2024-06-01", "act=host").split());
    }

    @Test
    void impossibleCombinationsAreNotCompletedAndAreRefusedWhenAsked() {
        var never = is("product", "api").and("provider", new Match.NoneOf(List.of("azure")));
        var fixture = forbidding(not("provider", "azure")).impossible(never);
        assertEquals(
                PERMITTED, fixture.ask("2024-06-01", "act=host product=api").outcome());
        assertEquals(
                UNDETERMINED,
                fixture.ask("2024-06-01", "act=host product=other").outcome());
        assertEquals(
                "these values cannot occur together: act=host product=api provider=aws",
                refused(fixture, "act=host product=api provider=aws").getFirst().message());
    }

    @Test
    void anImpossibleCombinationMayNameARangeThatNoClauseNames() {
        var fixture = forbidding(any()).impossible(is("provider", "own").and("gpus", new Match.Between(100, 200)));
        assertEquals(
                FORBIDDEN,
                fixture.ask("2024-06-01", "act=host provider=own gpus=99").outcome());
        assertEquals(
                "these values cannot occur together: act=host gpus=150 provider=own",
                refused(fixture, "act=host provider=own gpus=150").getFirst().message());
    }

    @Test
    void aQuestionThatLeavesTooMuchOpenIsRefused() {
        var clauses = new ArrayList<Draft>();
        for (int i = 0; i < 17; i++) {
            clauses.add(clause(
                    "c" + i,
                    Fixture.reading("one", Fixture.unlessConsentOf("softbank", on("host", any()))),
                    Fixture.reading("none", null)));
        }
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(clauses.toArray(Draft[]::new))));
        var problem = refused(fixture, "act=host").getFirst();
        assertEquals(
                "the question leaves so much open that it has more than 10000 distinct completions", problem.message());
        assertEquals(
                "Pin a reading, or write down the term that is undisclosed, of some of these: reading of a/c0, reading"
                        + " of a/c1, reading of a/c10, reading of a/c11, reading of a/c12, reading of a/c13, reading of"
                        + " a/c14, reading of a/c15 and 9 more.",
                problem.advice());
    }

    @Test
    void aClosedQuestionInBulkMustLeaveNothingOpen() {
        var portfolio = portfolio().build();
        var question = Fixture.question(portfolio, "act=acquire provider=aws gpus=1");
        var open = assertThrows(
                IllegalArgumentException.class,
                () -> new CompiledPortfolio(portfolio)
                        .cells(question, Fixture.day("2024-06-01"), Fixture.day("2024-06-01")));
        assertEquals(
                "the question leaves the facet 'workload' open\nAsk for a ruling instead of an outcome.",
                open.getMessage());
    }

    @Test
    void aQuestionMustSayItsAct() {
        said("provider=aws", "the question does not say which act it is about");
    }

    @Test
    void anUnknownActIsToldTheNearestOne() {
        var problem = refused(portfolio(), "act=hots").getFirst();
        assertEquals("unknown act 'hots'", problem.message());
        assertEquals("Did you mean 'host'? Known: acquire, host, use-ip, license.", problem.advice());
    }

    @Test
    void whatElseIsWrongIsToldTooWhereTheActIsMissing() {
        assertEquals(
                List.of(
                        "the question does not say which act it is about",
                        "unknown facet 'colour'",
                        "unknown provider 'moon'"),
                refused(portfolio(), "colour=red provider=moon").stream()
                        .map(Problem::message)
                        .toList());
        said("=aws act=host", "'=aws' is not of the form facet=value");
        said("provider= act=host", "'provider=' is not of the form facet=value");
    }

    @Test
    void aWordMustBeAPair() {
        said("act=host aws", "'aws' is not of the form facet=value");
        said("act=host provider=", "'provider=' is not of the form facet=value");
        said("act=host fact:agi", "'agi' is not of the form fact=value");
    }

    @Test
    void aFacetIsGivenOnce() {
        said("act=host provider=aws provider=own", "the facet 'provider' is given twice");
    }

    @Test
    void anUnknownFacetOrOneTheActDoesNotTakeIsToldThoseItTakes() {
        said("act=host provder=aws", "unknown facet 'provder'");
        said("act=host licensee=amazon", "the act 'host' does not take the facet 'licensee'");
        assertEquals(
                "Known: actor, provider, workload, gpus.",
                refused(portfolio(), "act=acquire subject=models").getFirst().advice());
    }

    @Test
    void anUnknownValueIsToldTheKnownOnesAndTheGroups() {
        var problem = refused(portfolio(), "act=host workload=trainin").getFirst();
        assertEquals("unknown workload 'trainin'", problem.message());
        assertEquals(
                "Did you mean 'training'? Known: pre-training, post-training, inference, training.", problem.advice());
    }

    @Test
    void aPartyThatIsNoValueIsNamedAsThePartyItIs() {
        said(
                deal("a", paper("p", "2024-01-01")),
                "act=host provider=microsoft",
                "unknown provider 'microsoft': it is a party, provider of azure in a");
    }

    @Test
    void aCountTakesAWholeNumber() {
        said("act=host gpus=many", "gpus takes a whole number of GPUs, not 'many'");
        said("act=host gpus=-1", "gpus takes a whole number of GPUs, not '-1'");
        said("act=host gpus=0", "0 GPUs are no quantity");
        said("act=host gpus=000", "0 GPUs are no quantity");
    }

    @Test
    void aSuppliedFactIsSupposedNotAsked() {
        var problem = refused(portfolio(), "act=host agi=verified").getFirst();
        assertEquals("'agi' is a fact that the record supplies, not part of a question", problem.message());
        assertEquals("To suppose it all the same, say --fact agi=verified.", problem.advice());
    }

    @Test
    void aSuppositionMustBeAKnownFactThatMattersWithAKnownValue() {
        said("act=host fact:agy=none", "unknown fact 'agy'");
        said("act=host fact:provider=aws", "'provider' is not a fact but part of the question");
        said("act=acquire fact:agi=none", "the fact 'agi' does not matter to the act 'acquire'");
        said("act=host fact:agi=maybe", "unknown agi 'maybe'");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertEquals(
                3,
                refused(portfolio(), "act=host provider=amazon product=app fact:agi=x")
                        .size());
    }

    private static Fixture forbidding(Condition condition) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(clause("no", prohibition(on("host", condition))))));
    }

    @Test
    void aQuestionUnderOneMoreSuppositionKeepsTheOthers() {
        var question = new Question("host", Map.of("provider", new Asked.OneOf(List.of("aws"))), Map.of("agi", "none"));
        var more = question.suppose("refusal", "waived");
        assertEquals(new Question("host", question.facets(), Map.of("agi", "none", "refusal", "waived")), more);
        assertEquals(
                Map.of("agi", "declared"), question.suppose("agi", "declared").supposed());
        assertEquals(0, new Asked.Exactly(0).number());
        assertThrows(IllegalArgumentException.class, () -> new Asked.Exactly(-1));
        assertThrows(IllegalArgumentException.class, () -> new Match.Between(5, 5));
    }

    private static void said(String words, String message) {
        assertEquals(message, refused(portfolio(), words).getFirst().message());
    }

    private static void said(Deal deal, String words, String message) {
        assertEquals(message, refused(portfolio(deal), words).getFirst().message());
    }

    private static List<Problem> refused(Fixture fixture, String words) {
        return assertThrows(BadQuestion.class, () -> fixture.ask("2024-06-01", words))
                .problems();
    }
}
