package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.question.Outcome.CONDITIONAL;
import static io.proviso.agreement.question.Outcome.FORBIDDEN;
import static io.proviso.agreement.question.Outcome.PERMITTED;
import static io.proviso.agreement.question.Outcome.UNDETERMINED;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static io.proviso.agreement.ruling.Fixture.unlessConsentOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.question.BadQuestion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Design "Rulings: precise rules": outcomes, inside one agreement, between agreements, silence, exclusivity. */
public class OutcomesTest {
    private static final String AWS = "act=host provider=aws";
    private static final Draft AZURE_ONLY = clause("azure-only", exclusivity(on("host", not("provider", "azure"))));
    private static final Draft AWS_ALLOWED = clause("aws-allowed", permission(on("host", is("provider", "aws"))));

    @Test
    void anActThatAClauseAllowsIsPermittedAndTheClauseIsCited() {
        var ruling = ask(AWS, clause("any-cloud", permission(on("host", any()))));
        assertEquals(PERMITTED, ruling.outcome());
        assertEquals(List.of("a/any-cloud"), deciding(ruling));
        assertEquals("words of any-cloud", ruling.deciding().getFirst().words().says());
        assertEquals(Effect.PERMIT, ruling.deciding().getFirst().effect());
        assertNull(ruling.deciding().getFirst().reading());
        assertTrue(ruling.silent().isEmpty());
    }

    @Test
    void exclusivityForbidsOutsideItsSetAndPermitsNothingInside() {
        var deal = deal("a", paper("p", "2024-01-01").adds(AZURE_ONLY)).silent("host", Silence.FORBIDDEN);
        assertEquals(List.of("a/azure-only"), deciding(portfolio(deal).ask("2024-06-01", "act=host provider=own")));
        var inside = portfolio(deal).ask("2024-06-01", "act=host provider=azure");
        assertEquals(FORBIDDEN, inside.outcome());
        assertEquals(List.of(), deciding(inside));
        assertEquals(Silence.FORBIDDEN, inside.silent().getFirst().rule());
    }

    @Test
    void aPromiseNeedingConsentIsConditionalOnTheConsentOfTheNamedParty() {
        var ruling = ask(AWS, clause("ask-first", unlessConsentOf("softbank", on("host", is("provider", "aws")))));
        assertEquals(CONDITIONAL, ruling.outcome());
        var step = ruling.steps().getFirst();
        assertEquals(Step.Kind.CONSENT, step.kind());
        assertEquals("softbank", step.to().name());
        assertNull(step.certainBy());
    }

    @Test
    void openFacetsThatComeOutDifferentlyAreUndeterminedWithTheShortestSplit() {
        var ruling = ask("act=host", AZURE_ONLY);
        assertEquals(UNDETERMINED, ruling.outcome());
        assertEquals(
                List.of(
                        new Ruling.Branch(Map.of(new Given.OfFacet("provider"), List.of("azure")), PERMITTED),
                        new Ruling.Branch(
                                Map.of(new Given.OfFacet("provider"), List.of("oracle", "aws", "own")), FORBIDDEN)),
                ruling.split());
        assertTrue(ruling.steps().isEmpty());
    }

    @Test
    void aStepThatEveryCompletionAsksForIsGivenNothing() {
        var training = new Scope.Case(List.of("host"), is("workload", "training"));
        var inference = new Scope.Case(List.of("host"), is("workload", "inference"));
        var ruling = ask(AWS, clause("c", unlessConsentOf("softbank", new Scope(List.of(training, inference)))));
        assertEquals(CONDITIONAL, ruling.outcome());
        assertEquals(Map.of(), ruling.steps().getFirst().given());
    }

    @Test
    void aMilestoneEndsAClauseWhereverTheActTakesTheFact() {
        var words = Vocabulary.of(
                List.of(new Vocabulary.Act("host", "run", List.of("agi", "provider"))),
                List.of(
                        Fixture.fact("agi", Facet.SuppliedBy.RECORD, "none", "verified"),
                        Fixture.choice("provider", null, "azure", "aws")),
                List.of());
        var until = clause("no", prohibition(on("host", any()))).until(Fixture.milestone("agi", "verified"));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(until))
                        .noSilenceOn("acquire")
                        .noSilenceOn("use-ip")
                        .noSilenceOn("license"))
                .noSilence()
                .vocabulary(words);
        assertEquals(FORBIDDEN, fixture.ask("2024-06-01", AWS).outcome());
        assertEquals(
                PERMITTED, fixture.ask("2024-06-01", AWS + " fact:agi=verified").outcome());
    }

    @Test
    void whatCannotOccurTogetherConcernsOnlyActsThatTakeAllOfIt() {
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(AZURE_ONLY)))
                .impossible(is("provider", "own").and("product", new Match.AnyOf(List.of("api"))));
        assertEquals(
                PERMITTED, fixture.ask("2024-06-01", "act=acquire provider=own").outcome());
        assertThrows(BadQuestion.class, () -> fixture.ask("2024-06-01", "act=host provider=own product=api"));
    }

    @Test
    void aFacetThatNoClauseMentionsIsNotCompleted() {
        assertEquals(FORBIDDEN, ask(AWS, AZURE_ONLY).outcome());
        assertTrue(ask(AWS, AZURE_ONLY).split().isEmpty());
    }

    @Test
    void oneAgreementForbiddingBeatsThePermissionOfAnotherAndAllWhoForbidAreCited() {
        var forbids = deal("a", paper("p", "2024-01-01").adds(AZURE_ONLY));
        var permits = deal("b", paper("p", "2024-01-01").adds(AWS_ALLOWED));
        var alsoForbids = deal("c", paper("p", "2024-01-01").adds(clause("no", prohibition(on("host", any())))));
        var ruling = portfolio(forbids, permits, alsoForbids).ask("2024-06-01", AWS);
        assertEquals(FORBIDDEN, ruling.outcome());
        assertEquals(List.of("a/azure-only", "c/no"), deciding(ruling));
    }

    @Test
    void aConditionOfOneAgreementBeatsThePermissionOfAnother() {
        var conditional = deal(
                "a",
                paper("p", "2024-01-01").adds(clause("right", firstRefusal(on("host", any()), "10 business days"))));
        var permits = deal("b", paper("p", "2024-01-01").adds(AWS_ALLOWED));
        var ruling = portfolio(permits, conditional).ask("2024-06-01", AWS);
        assertEquals(CONDITIONAL, ruling.outcome());
        assertEquals(List.of("a/right"), deciding(ruling));
    }

    @Test
    void aConditionBesideAPermissionIsNoClashButConditional() {
        var ruling = ask(AWS, AWS_ALLOWED, clause("ask", unlessConsentOf("softbank", on("host", any()))));
        assertEquals(CONDITIONAL, ruling.outcome());
    }

    @Test
    void anOverriddenClauseIsSetAsideByTheOneThatNamesIt() {
        var ruling = ask(AWS, AZURE_ONLY, AWS_ALLOWED_OVERRIDING);
        assertEquals(PERMITTED, ruling.outcome());
        assertEquals(List.of("a/aws-allowed"), deciding(ruling));
        assertEquals(
                new ClauseName("a", "azure-only"),
                ruling.setAside().getFirst().cited().clause());
        assertEquals(
                List.of(new ClauseName("a", "aws-allowed")),
                ruling.setAside().getFirst().by());
    }

    @Test
    void theThirdInAChainOfOverridesRevivesTheFirst() {
        var third = clause("no-aws", prohibition(on("host", is("workload", "inference"))))
                .overrides("aws-allowed");
        assertEquals(
                List.of("a/azure-only", "a/no-aws"),
                deciding(ask(AWS + " workload=inference", AZURE_ONLY, AWS_ALLOWED_OVERRIDING, third)));
        assertEquals(
                PERMITTED,
                ask(AWS + " workload=pre-training", AZURE_ONLY, AWS_ALLOWED_OVERRIDING, third)
                        .outcome());
    }

    @Test
    void onlyAnOverriderThatItselfStandsIsNamedAsTheOneThatSetAside() {
        var beaten = clause("beaten", permission(on("host", any()))).overrides("azure-only");
        var third = clause("third", permission(on("host", any()))).overrides("beaten");
        var ruling = ask(AWS, AZURE_ONLY, AWS_ALLOWED_OVERRIDING, beaten, third);
        var by = ruling.setAside().stream()
                .filter(aside -> aside.cited().clause().clause().equals("azure-only"))
                .findFirst()
                .orElseThrow()
                .by();
        assertEquals(List.of(new ClauseName("a", "aws-allowed")), by);
    }

    @Test
    void anOverriderOutsideItsOwnScopeSetsNothingAside() {
        var ruling = ask("act=host provider=oracle", AZURE_ONLY, AWS_ALLOWED_OVERRIDING);
        assertEquals(FORBIDDEN, ruling.outcome());
        assertTrue(ruling.setAside().isEmpty());
    }

    @Test
    void overridesReachNoOtherAgreement() {
        var forbids = deal("a", paper("p", "2024-01-01").adds(AZURE_ONLY));
        var other = deal("b", paper("p", "2024-01-01").adds(AZURE_ONLY, AWS_ALLOWED_OVERRIDING));
        assertEquals(List.of("a/azure-only"), deciding(portfolio(forbids, other).ask("2024-06-01", AWS)));
    }

    @Test
    void permissionAndProhibitionBothStandingCountBothOutcomes() {
        var ruling = ask(AWS, AZURE_ONLY, AWS_ALLOWED);
        assertEquals(UNDETERMINED, ruling.outcome());
        assertEquals(
                List.of(FORBIDDEN, PERMITTED),
                ruling.split().stream().map(Ruling.Branch::outcome).toList());
        assertEquals(List.of("a/aws-allowed", "a/azure-only"), deciding(ruling));
    }

    @Test
    void anotherAgreementThatForbidsAbsorbsAClash() {
        var clash = deal("a", paper("p", "2024-01-01").adds(AZURE_ONLY, AWS_ALLOWED));
        var forbids = deal("b", paper("p", "2024-01-01").adds(clause("no", prohibition(on("host", any())))));
        assertEquals(FORBIDDEN, portfolio(clash, forbids).ask("2024-06-01", AWS).outcome());
    }

    @Test
    void whereThePermissionOfAClashHoldsTheConditionOfAnotherAgreementRemains() {
        var clash = deal("a", paper("p", "2024-01-01").adds(AZURE_ONLY, AWS_ALLOWED));
        var asks =
                deal("b", paper("p", "2024-01-01").adds(clause("ask", unlessConsentOf("softbank", on("host", any())))));
        assertEquals(
                List.of(FORBIDDEN, CONDITIONAL),
                portfolio(clash, asks).ask("2024-06-01", AWS).split().stream()
                        .map(Ruling.Branch::outcome)
                        .toList());
    }

    @Test
    void aClauseWithSeveralReadingsIsUndeterminedWhereTheyDiffer() {
        var unclear = clause(
                "unclear",
                reading("hosting", exclusivity(on("host", not("provider", "azure")))),
                reading("sale-only", null));
        var ruling = ask(AWS, unclear);
        assertEquals(
                List.of(
                        new Ruling.Branch(
                                Map.of(new Given.ReadingOf(new ClauseName("a", "unclear")), List.of("hosting")),
                                FORBIDDEN),
                        new Ruling.Branch(
                                Map.of(new Given.ReadingOf(new ClauseName("a", "unclear")), List.of("sale-only")),
                                PERMITTED)),
                ruling.split());
        assertEquals("hosting", ruling.deciding().getFirst().reading());
        assertEquals(PERMITTED, ask("act=host provider=azure", unclear).outcome());
    }

    @Test
    void anUndisclosedFacetIsCompletedBothWays() {
        var ruling = ask(AWS, clause("some-region", prohibition(on("host", Fixture.undisclosed("workload")))));
        assertEquals(
                List.of(
                        new Ruling.Branch(
                                Map.of(
                                        new Given.Term(new ClauseName("a", "some-region"), "workload", null),
                                        List.of("covered")),
                                FORBIDDEN),
                        new Ruling.Branch(
                                Map.of(
                                        new Given.Term(new ClauseName("a", "some-region"), "workload", null),
                                        List.of("not covered")),
                                PERMITTED)),
                ruling.split());
    }

    @Test
    void aSequencingPromiseForbidsUnlessOneOfWhatLiftsItMatchesWholly() {
        var first = clause(
                "azure-first",
                new FirstAvailability(
                        Fixture.party("microsoft"),
                        on("host", not("provider", "azure")),
                        List.of(
                                is("azure-can-support", "no"),
                                is("product", "other").and("workload", new Match.AnyOf(List.of("inference"))))));
        assertEquals(
                PERMITTED,
                ask("act=host provider=azure fact:azure-can-support=yes", first).outcome());
        assertEquals(PERMITTED, ask(AWS + " fact:azure-can-support=no", first).outcome());
        assertEquals(
                FORBIDDEN,
                ask(AWS + " product=api fact:azure-can-support=yes", first).outcome());
        assertEquals(
                UNDETERMINED,
                ask(AWS + " product=other fact:azure-can-support=yes", first).outcome());
        assertEquals(
                PERMITTED,
                ask(AWS + " product=other workload=inference fact:azure-can-support=yes", first)
                        .outcome());
    }

    @Test
    void anUndisclosedTermOfWhatLiftsAPromiseDoesNotLiftItSilently() {
        var first = clause(
                "azure-first",
                new FirstAvailability(
                        Fixture.party("microsoft"),
                        on("host", any()),
                        List.of(is("product", "other").and("workload", new Match.Undisclosed()))));
        assertEquals(FORBIDDEN, ask(AWS + " product=api", first).outcome());
        assertEquals(UNDETERMINED, ask(AWS + " product=other", first).outcome());
    }

    @Test
    void aRulingRestsOnTheWeakestOfWhatDecidesIt() {
        var primary = clause("one", prohibition(on("host", any())));
        assertEquals(Confidence.PRIMARY, ask(AWS, primary).restsOn());
        var reported = clause("two", prohibition(on("host", any()))).confidence(Confidence.REPORTED);
        assertEquals(Confidence.REPORTED, ask(AWS, primary, reported).restsOn());
        var assumed = clause("three", prohibition(on("host", any()))).assumed("until");
        assertEquals(Confidence.ASSUMED, ask(AWS, primary, reported, assumed).restsOn());
        assertEquals(Confidence.ASSUMED, ask(AWS).restsOn());
    }

    @Test
    void aClashIsNamedAfterTheClausesOfItsAgreementThatStand() {
        var clash = deal("a", paper("p", "2024-01-01").adds(AZURE_ONLY, AWS_ALLOWED));
        var beside = deal("b", paper("p", "2024-01-01").adds(clause("may", permission(on("host", any())))));
        assertEquals(
                List.of(
                        Map.of(
                                new Given.Clash(
                                        List.of(new ClauseName("a", "aws-allowed"), new ClauseName("a", "azure-only"))),
                                List.of("the prohibition holds")),
                        Map.of(
                                new Given.Clash(
                                        List.of(new ClauseName("a", "aws-allowed"), new ClauseName("a", "azure-only"))),
                                List.of("the permission holds"))),
                portfolio(clash, beside).ask("2024-06-01", AWS).split().stream()
                        .map(Ruling.Branch::given)
                        .toList());
    }

    @Test
    void aBranchOfASplitSaysEverythingItDependsOn() {
        var unclear = clause(
                "unclear",
                reading("aws", prohibition(on("host", is("provider", "aws")))),
                reading("nothing", (ClauseBody) null));
        assertEquals(
                List.of(
                        new Ruling.Branch(
                                Map.of(new Given.OfFacet("provider"), List.of("azure", "oracle", "own")), PERMITTED),
                        new Ruling.Branch(
                                Map.of(
                                        new Given.OfFacet("provider"),
                                        List.of("aws"),
                                        new Given.ReadingOf(new ClauseName("a", "unclear")),
                                        List.of("aws")),
                                FORBIDDEN),
                        new Ruling.Branch(
                                Map.of(
                                        new Given.OfFacet("provider"),
                                        List.of("aws"),
                                        new Given.ReadingOf(new ClauseName("a", "unclear")),
                                        List.of("nothing")),
                                PERMITTED)),
                ask("act=host", unclear).split());
    }

    @Test
    void allThatSetAClauseAsideInSomeCompletionAreNamed() {
        var inAws =
                clause("in-aws", permission(on("host", is("provider", "aws")))).overrides("azure-only");
        var inOwn =
                clause("in-own", permission(on("host", is("provider", "own")))).overrides("azure-only");
        var ruling = portfolio(deal("a", paper("p", "2024-01-01").adds(AZURE_ONLY, inAws, inOwn)))
                .impossible(is("provider", "azure", "oracle"))
                .ask("2024-06-01", "act=host");
        assertEquals(PERMITTED, ruling.outcome());
        assertEquals(List.of("a/in-aws", "a/in-own"), deciding(ruling));
        assertEquals(
                List.of(new ClauseName("a", "in-aws"), new ClauseName("a", "in-own")),
                ruling.setAside().getFirst().by());
    }

    private static final Draft AWS_ALLOWED_OVERRIDING =
            clause("aws-allowed", permission(on("host", is("provider", "aws")))).overrides("azure-only");

    private static Ruling ask(String words, Draft... clauses) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(clauses))).ask("2024-06-01", words);
    }

    public static List<String> deciding(Ruling ruling) {
        return ruling.deciding().stream()
                .map(cited -> cited.clause().toString())
                .toList();
    }
}
