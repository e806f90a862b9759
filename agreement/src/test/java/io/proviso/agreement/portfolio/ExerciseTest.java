package io.proviso.agreement.portfolio;

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
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.question;
import static io.proviso.agreement.ruling.Fixture.unlessConsentOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Quantity drawn down, and what is signed already. */
class ExerciseTest {
    private static final Scope ORACLE = on("acquire", is("provider", "oracle"));
    private static final Condition SIGNED = is("workload", "inference");

    private static Permission permission(long upTo) {
        return new Permission(ORACLE, new Limit("gpus", Stated.of(upTo)), null, null);
    }

    private static Permission revocable(String notice) {
        return new Permission(ORACLE, null, Window.parse(notice), null);
    }

    private static Deal given(Permission permission, Paper... later) {
        var papers = new ArrayList<>(List.of(
                paper("p", "2024-01-01")
                        .adds(clause("azure-only", exclusivity(on("acquire", not("provider", "azure"))))),
                consent("c", "2024-03-01")
                        .adds(clause("oracle-consent", permission).overrides("azure-only"))));
        papers.addAll(List.of(later));
        return deal("a", papers.toArray(Paper[]::new));
    }

    private static Fixture limited(long upTo) {
        return portfolio(given(permission(upTo)));
    }

    private static Outcome outcome(Fixture fixture, String asOf, long gpus) {
        return fixture.ask(asOf, "act=acquire provider=oracle gpus=" + gpus).outcome();
    }

    @Test
    void aLimitCoversAsMuchAsItSaysAndNotOneMore() {
        assertEquals(PERMITTED, outcome(limited(20_000), "2024-06-01", 19_999));
        assertEquals(PERMITTED, outcome(limited(20_000), "2024-06-01", 20_000));
        assertEquals(FORBIDDEN, outcome(limited(20_000), "2024-06-01", 20_001));
    }

    @Test
    void whatWasDrawnIsNoLongerLeftFromItsDayOn() {
        var fixture = limited(20_000).drawn("a", "oracle-consent", 4_000, "2024-05-01");
        assertEquals(PERMITTED, outcome(fixture, "2024-04-30", 20_000));
        assertEquals(FORBIDDEN, outcome(fixture, "2024-05-01", 16_001));
        assertEquals(PERMITTED, outcome(fixture, "2024-05-01", 16_000));
    }

    @Test
    void drawsAddUpToTheLastGpu() {
        var fixture = limited(5_000)
                .drawn("a", "oracle-consent", 3_000, "2024-05-01")
                .drawn("a", "oracle-consent", 1_999, "2024-06-01");
        assertEquals(PERMITTED, outcome(fixture, "2024-07-01", 1));
        assertEquals(FORBIDDEN, outcome(fixture.drawn("a", "oracle-consent", 1, "2024-06-15"), "2024-07-01", 1));
    }

    @Test
    void whatIsUsedUpOrOverdrawnCoversNothing() {
        var question = "act=acquire provider=oracle";
        var usedUp = limited(5_000).drawn("a", "oracle-consent", 5_000, "2024-05-01");
        assertEquals(FORBIDDEN, usedUp.ask("2024-06-01", question).outcome());
        assertEquals(FORBIDDEN, outcome(usedUp, "2024-06-01", 1));
        var overdrawn = limited(5_000).drawn("a", "oracle-consent", 9_000, "2024-05-01");
        assertEquals(FORBIDDEN, overdrawn.ask("2024-06-01", question).outcome());
    }

    @Test
    void drawsOfMoreThanANumberCanHoldAreStillTooMuch() {
        var fixture = limited(5_000);
        for (int month = 1; month <= 3; month++) {
            fixture = fixture.drawn("a", "oracle-consent", Long.MAX_VALUE / 2, "2024-04-0" + month);
        }
        assertEquals(FORBIDDEN, outcome(fixture, "2024-06-01", 1));
    }

    @Test
    void anotherConsentUnderTheNameOfADeadOneStartsWithItsWholeLimit() {
        var again = consent("d", "2024-08-01")
                .adds(clause("oracle-consent", permission(5_000)).overrides("azure-only"));
        var fixture = portfolio(
                        given(permission(5_000), paper("e", "2024-07-01").ends("oracle-consent"), again))
                .drawn("a", "oracle-consent", 5_000, "2024-05-01")
                .drawn("a", "oracle-consent", 1_000, "2024-09-01");
        assertEquals(FORBIDDEN, outcome(fixture, "2024-06-01", 1));
        assertEquals(PERMITTED, outcome(fixture, "2024-08-15", 5_000));
        assertEquals(PERMITTED, outcome(fixture, "2024-10-01", 4_000));
        assertEquals(FORBIDDEN, outcome(fixture, "2024-10-01", 4_001));
    }

    @Test
    void aQuestionThatDoesNotSayHowManyDependsOnIt() {
        var ruling = limited(20_000)
                .drawn("a", "oracle-consent", 4_000, "2024-05-01")
                .ask("2024-06-01", "act=acquire provider=oracle");
        assertEquals(UNDETERMINED, ruling.outcome());
        assertEquals(
                List.of(
                        new Ruling.Branch(Map.of(new Given.OfFacet("gpus"), List.of("0..16000")), PERMITTED),
                        new Ruling.Branch(Map.of(new Given.OfFacet("gpus"), List.of("16001 or more")), FORBIDDEN)),
                ruling.split());
    }

    @Test
    void aDrawThatBecameKnownLaterLeavesTheOldAnswerAsItWas() {
        var fixture = limited(5_000).drawn("a", "oracle-consent", 3_000, "2024-05-01", "2024-08-01");
        var question = "act=acquire provider=oracle gpus=3000";
        assertEquals(
                PERMITTED, fixture.ask("2024-06-01", "2024-07-31", question).outcome());
        assertEquals(
                FORBIDDEN, fixture.ask("2024-06-01", "2024-08-01", question).outcome());
    }

    @Test
    void aRulingHoldsUntilTheDrawThatChangesIt() {
        var fixture = limited(5_000)
                .drawn("a", "oracle-consent", 1_000, "2024-05-01")
                .drawn("a", "oracle-consent", 2_000, "2024-06-01");
        var three = fixture.ask("2024-04-01", "act=acquire provider=oracle gpus=3000");
        assertEquals(day("2024-06-01"), three.validUntil());
        var any = fixture.ask("2024-04-01", "act=acquire provider=oracle");
        assertEquals(day("2024-05-01"), any.validUntil());
        var built = fixture.build();
        var segments = Rulings.of(built)
                .rule(
                        question(built, "act=acquire provider=oracle gpus=3000"),
                        new Interval(day("2024-04-01"), day("2024-09-01")),
                        built.latestRecorded());
        assertEquals(
                List.of(PERMITTED, FORBIDDEN),
                segments.stream().map(segment -> segment.ruling().outcome()).toList());
    }

    @Test
    void eachConsentIsDrawnDownByItself() {
        var other =
                new Permission(on("acquire", is("provider", "aws")), new Limit("gpus", Stated.of(1_000L)), null, null);
        var fixture = portfolio(given(
                        permission(5_000),
                        consent("d", "2024-03-01")
                                .adds(clause("aws-consent", other).overrides("azure-only"))))
                .drawn("a", "aws-consent", 1_000, "2024-05-01");
        assertEquals(PERMITTED, outcome(fixture, "2024-06-01", 5_000));
        assertEquals(
                FORBIDDEN,
                fixture.ask("2024-06-01", "act=acquire provider=aws gpus=1").outcome());
    }

    @Test
    void anUndisclosedLimitLeavesItOpenHowMuchIsCovered() {
        var hidden = portfolio(given(new Permission(ORACLE, new Limit("gpus", Stated.undisclosed()), null, SIGNED)));
        assertEquals(UNDETERMINED, outcome(hidden, "2024-06-01", 1));
        assertEquals(
                PERMITTED,
                hidden.ask("2024-06-01", "act=acquire provider=oracle workload=inference gpus=1")
                        .outcome());
        assertEquals(
                List.of(Map.of(
                        new Given.Term(new ClauseName("a", "oracle-consent"), "gpus", null), List.of("covered"))),
                hidden.ask("2024-06-01", "act=acquire provider=oracle workload=pre-training gpus=1").split().stream()
                        .filter(branch -> branch.outcome() == PERMITTED)
                        .map(Ruling.Branch::given)
                        .toList());
    }

    @Test
    void aLimitThatBecameKnownLaterIsUndisclosedBefore() {
        var late = new Stated.Known<>(5_000L, day("2024-08-01"));
        var fixture = portfolio(given(new Permission(ORACLE, new Limit("gpus", late), null, null)));
        var question = "act=acquire provider=oracle gpus=5001";
        assertEquals(
                UNDETERMINED, fixture.ask("2024-06-01", "2024-07-31", question).outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-06-01", question).outcome());
        assertEquals(day("2024-08-01"), fixture.build().latestRecorded());
    }

    @Test
    void whatIsSignedAlreadyDrawsNothing() {
        var fixture = portfolio(given(new Permission(ORACLE, new Limit("gpus", Stated.of(5_000L)), null, SIGNED)))
                .drawn("a", "oracle-consent", 5_000, "2024-05-01");
        var oracle = "act=acquire provider=oracle gpus=5000 workload=";
        assertEquals(PERMITTED, fixture.ask("2024-06-01", oracle + "inference").outcome());
        assertEquals(
                FORBIDDEN, fixture.ask("2024-06-01", oracle + "pre-training").outcome());
    }

    @Test
    void aWaiverOfFirstRefusalSparesTheOfferForItsQuantity() {
        var waiver = new Permission(on("acquire", any()), new Limit("gpus", Stated.of(10_000L)), null, null);
        var fixture = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01").adds(clause("right", firstRefusal(on("acquire", any()), "10 days"))),
                        paper("w", "2024-02-01")
                                .type(Instrument.Type.WAIVER)
                                .by("microsoft")
                                .adds(clause("waiver", waiver).overrides("right"))))
                .drawn("a", "waiver", 4_000, "2024-03-01");
        assertEquals(PERMITTED, outcome(fixture, "2024-06-01", 6_000));
        assertEquals(CONDITIONAL, outcome(fixture, "2024-06-01", 6_001));
    }

    @Test
    void whatIsDoneUnderARulingDrawsOnTheConsentThatSetAClauseAside() {
        var rulings = Rulings.of(limited(5_000).build());
        var known = rulings.portfolio().latestRecorded();
        var three = question(rulings.portfolio(), "act=acquire provider=oracle gpus=3000");
        var ruling = rulings.rule(three, day("2024-06-01"), known);
        var drawn = rulings.drawnBy(ruling, new Quantity("gpus", 3_000));
        var source = new Source("ruling " + ruling.id(), null, Confidence.PRIMARY);
        assertEquals(
                List.of(new Draw(
                        new ClauseName("a", "oracle-consent"),
                        new Quantity("gpus", 3_000),
                        day("2024-06-01"),
                        known,
                        source)),
                drawn);
        var left = rulings.drawing(drawn);
        assertEquals(FORBIDDEN, left.rule(three, day("2024-06-01"), known).outcome());
        assertEquals(PERMITTED, left.rule(three, day("2024-05-31"), known).outcome());
        assertNotEquals(rulings.portfolio().digest(), left.portfolio().digest());
        assertEquals(64, left.portfolio().digest().length());
        assertEquals(
                left.portfolio().digest(), rulings.drawing(drawn).portfolio().digest());
    }

    @Test
    void aWaiverOfOneHolderIsDrawnThoughTheSilenceOfAnotherWouldDo() {
        var right = firstRefusal(on("acquire", any()), "10 days");
        var waiver = new Permission(on("acquire", any()), new Limit("gpus", Stated.of(10_000L)), null, null);
        var rulings = Rulings.of(portfolio(
                        deal("north", paper("p", "2024-01-01").adds(clause("right", right))),
                        deal(
                                "south",
                                paper("p", "2024-01-01").adds(clause("right", right)),
                                paper("w", "2024-02-01")
                                        .type(Instrument.Type.WAIVER)
                                        .by("microsoft")
                                        .adds(clause("waiver", waiver).overrides("right"))))
                .build());
        var known = rulings.portfolio().latestRecorded();
        var lapsed = question(rulings.portfolio(), "act=acquire provider=oracle gpus=3000 fact:refusal=lapsed");
        var drawn = rulings.drawnBy(rulings.rule(lapsed, day("2024-06-01"), known), new Quantity("gpus", 3_000));
        assertEquals(
                List.of(new ClauseName("south", "waiver")),
                drawn.stream().map(Draw::clause).toList());
    }

    @Test
    void whatNeedsNoConsentOrOneWithoutALimitDrawsNothing() {
        var limited = Rulings.of(limited(5_000).build());
        var known = limited.portfolio().latestRecorded();
        var azure = question(limited.portfolio(), "act=acquire provider=azure gpus=3000");
        assertEquals(
                List.of(), limited.drawnBy(limited.rule(azure, day("2024-06-01"), known), new Quantity("gpus", 3_000)));
        var unlimited = Rulings.of(portfolio(given(revocable("1 day"))).build());
        var oracle = question(unlimited.portfolio(), "act=acquire provider=oracle gpus=3000");
        assertEquals(
                List.of(),
                unlimited.drawnBy(unlimited.rule(oracle, day("2024-06-01"), known), new Quantity("gpus", 3_000)));
        assertSame(limited, limited.drawing(List.of()));
    }

    @Test
    void aSuppositionKeepsTheDigestAndWhatWasDrawn() {
        var built = limited(5_000).drawn("a", "oracle-consent", 1, "2024-05-01").build();
        var supposed = built.supposing(List.of(built.agreements().getFirst()));
        assertEquals(built, supposed);
    }

    @Test
    void aConsentGivenAnewUnderTheNameOfOneThatRanOutStartsWithItsWholeLimit() {
        var first = consent("c", "2024-03-01")
                .adds(clause("oracle-consent", permission(5_000))
                        .overrides("azure-only")
                        .until(at("2024-07-01")));
        var again = consent("d", "2024-08-01")
                .restates(clause("oracle-consent", permission(5_000)).overrides("azure-only"));
        var fixture = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01")
                                .adds(clause("azure-only", exclusivity(on("acquire", not("provider", "azure"))))),
                        first,
                        again))
                .drawn("a", "oracle-consent", 4_000, "2024-05-01");
        assertEquals(FORBIDDEN, outcome(fixture, "2024-06-01", 1_001));
        assertEquals(FORBIDDEN, outcome(fixture, "2024-07-15", 1));
        assertEquals(PERMITTED, outcome(fixture, "2024-08-01", 5_000));
    }

    @Test
    void whatIsSignedAlreadyIsNotDrawnAgainUnderARuling() {
        var rulings =
                Rulings.of(portfolio(given(new Permission(ORACLE, new Limit("gpus", Stated.of(5_000L)), null, SIGNED)))
                        .build());
        var known = rulings.portfolio().latestRecorded();
        for (var workload : List.of("inference", "pre-training", "training")) {
            var question = question(rulings.portfolio(), "act=acquire provider=oracle gpus=3000 workload=" + workload);
            var ruling = rulings.rule(question, day("2024-06-01"), known);
            assertEquals(PERMITTED, ruling.outcome());
            var drawn = rulings.drawnBy(ruling, new Quantity("gpus", 3_000));
            assertEquals(workload.equals("inference") ? 0 : 1, drawn.size(), workload);
        }
        var open = question(rulings.portfolio(), "act=acquire provider=oracle gpus=3000");
        assertEquals(
                1,
                rulings.drawnBy(rulings.rule(open, day("2024-06-01"), known), new Quantity("gpus", 3_000))
                        .size());
    }

    @Test
    void aRulingHoldsOnlyUntilADrawMovesWhatItsStepsAreGiven() {
        var standing = clause("ask-first", unlessConsentOf("softbank", on("acquire", is("provider", "oracle"))));
        var waived = consent("w", "2024-02-01")
                .adds(clause("waived", permission(1_000)).overrides("offer-first"));
        var right = clause("offer-first", firstRefusal(on("acquire", is("provider", "oracle")), "10 days"));
        var fixture = portfolio(
                        deal("a", paper("p", "2024-01-01").adds(right), waived),
                        deal("b", paper("p", "2024-01-01").adds(standing)))
                .drawn("a", "waived", 400, "2024-06-01");
        var question = "act=acquire provider=oracle";
        var ruling = fixture.ask("2024-05-01", question);
        assertEquals(CONDITIONAL, ruling.outcome());
        assertEquals(day("2024-06-01"), ruling.validUntil());
        var built = fixture.build();
        assertEquals(
                List.of(List.of("1001 or more"), List.of("601 or more")),
                Rulings.of(built)
                        .rule(
                                question(built, question),
                                new Interval(day("2024-05-01"), day("2024-07-01")),
                                built.latestRecorded())
                        .stream()
                        .map(segment -> segment.ruling().steps().stream()
                                .filter(step -> step.kind() == Step.Kind.OFFER)
                                .flatMap(step ->
                                        step.given().getOrDefault(new Given.OfFacet("gpus"), List.of()).stream())
                                .toList())
                        .toList());
    }

    @Test
    void aLimitOfAsManyAsANumberCanHoldCoversAll() {
        assertEquals(PERMITTED, outcome(limited(Long.MAX_VALUE), "2024-06-01", 20_000));
    }

    @Test
    void aLimitOfNothingAndAQuantityOfNothingAreRefused() {
        var limit = assertThrows(IllegalArgumentException.class, () -> permission(0));
        assertEquals("limit: 0 of gpus are none", limit.getMessage());
        var draw = assertThrows(IllegalArgumentException.class, () -> new Quantity("gpus", 0));
        assertEquals("quantity: 0 of gpus are none", draw.getMessage());
        assertEquals(1, permission(1).scope().cases().size());
    }
}
