package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.question.Outcome.CONDITIONAL;
import static io.proviso.agreement.question.Outcome.FORBIDDEN;
import static io.proviso.agreement.question.Outcome.PERMITTED;
import static io.proviso.agreement.question.Outcome.UNDETERMINED;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.at;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.open;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.reading;
import static io.proviso.agreement.ruling.Fixture.right;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.Round;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.Step;
import io.proviso.calendar.Window;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the holder of a right is asked, when it is certain, and what an answer on record then frees, forbids, or leaves to be asked. */
class AnswersOnRecordTest {
    private static final String AWS = "act=host provider=aws";

    @Test
    void anAnswerFreesFromItsDayOnceRecordedAndForWhatWasPut() {
        var fixture = right("10 business days", new End.Never())
                .answered("right", new Round.Happening.Declined(), put("aws", "oracle"), "2024-03-04", "2024-03-06");
        assertEquals(CONDITIONAL, fixture.ask("2024-03-03", AWS).outcome());
        assertEquals(CONDITIONAL, fixture.ask("2024-03-04", "2024-03-05", AWS).outcome());
        assertEquals(PERMITTED, fixture.ask("2024-03-04", AWS).outcome());
        assertEquals(
                CONDITIONAL, fixture.ask("2024-03-04", "act=host provider=own").outcome());
        assertEquals(CONDITIONAL, fixture.ask("2024-03-04", "act=host").outcome());
    }

    @Test
    void aRefusalOfOneQuantityFreesThatQuantityAndAnyPartOfIt() {
        var fixture = right("1 business day", new End.Never())
                .answered(
                        "right",
                        new Round.Happening.Declined(),
                        Map.of("gpus", new Round.Term.Amount(1000)),
                        "2024-03-04");
        assertEquals(PERMITTED, fixture.ask("2024-03-04", AWS + " gpus=1000").outcome());
        assertEquals(PERMITTED, fixture.ask("2024-03-04", AWS + " gpus=1").outcome());
        assertEquals(CONDITIONAL, fixture.ask("2024-03-04", AWS + " gpus=1001").outcome());
        var open = fixture.ask("2024-03-04", AWS);
        assertEquals(
                List.of("PERMITTED if gpus is 1..1000", "CONDITIONAL if gpus is 1001 or more"),
                open.split().stream().map(AnswersOnRecordTest::words).toList());
    }

    private static String words(Ruling.Branch branch) {
        var given = branch.given().entrySet().iterator().next();
        return branch.outcome() + " if " + given.getKey().words() + " is " + String.join(" or ", given.getValue());
    }

    private static Map<String, Round.Term> put(String... providers) {
        return Map.of("provider", new Round.Term.Values(List.of(providers)));
    }

    @Test
    void anAcceptanceOfAPartForbidsThatPartAndLeavesTheRestToBeOffered() {
        var fixture = right("1 business day", new End.Never())
                .answered("right", new Round.Happening.Accepted(null), put("oracle"), "2024-03-04");
        assertEquals(
                FORBIDDEN, fixture.ask("2024-03-04", "act=host provider=oracle").outcome());
        assertEquals(CONDITIONAL, fixture.ask("2024-03-04", AWS).outcome());
        var open = fixture.ask("2024-03-04", "act=host");
        assertEquals(UNDETERMINED, open.outcome());
        assertEquals(
                List.of("FORBIDDEN if provider is oracle", "CONDITIONAL if provider is azure or aws or own"),
                open.split().stream().map(AnswersOnRecordTest::words).toList());
    }

    @Test
    void aFirstRefusalAsksForAnOfferUntilTheHolderHasAnswered() {
        var fixture = right("10 business days", new End.Never());
        var step = fixture.ask("2024-03-04T12:00:00Z", AWS).steps().getFirst();
        assertEquals(Step.Kind.OFFER, step.kind());
        assertEquals("microsoft", step.to().name());
        assertEquals(open("10 business days"), step.window());
        assertEquals(day("2024-03-04T12:00:00Z"), step.soonest());
        assertEquals(day("2024-03-18T17:00:01Z"), step.certainBy());
        assertEquals(Map.of(), step.given());
        assertEquals(
                CONDITIONAL,
                fixture.ask("2024-03-04", AWS + " fact:refusal=open").outcome());
        for (var answer : List.of("declined", "lapsed", "waived")) {
            assertEquals(
                    PERMITTED,
                    fixture.ask("2024-03-04", AWS + " fact:refusal=" + answer).outcome());
        }
        assertEquals(
                FORBIDDEN,
                fixture.ask("2024-03-04", AWS + " fact:refusal=accepted").outcome());
    }

    @Test
    void whereSilenceMeansAcceptanceNoDateIsCertain() {
        var right = firstRefusal(on("host", any()), Stated.of(Window.parse("1 day")), FirstRefusal.OnLapse.ACCEPT);
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(clause("right", right))));
        assertNull(fixture.ask("2024-03-04", AWS).steps().getFirst().certainBy());
    }

    @Test
    void aRightWhoseReadingsDifferHasNoWindowToRunARoundBy() {
        var week = firstRefusal(on("host", any()), Stated.of(Window.parse("7 days")), FirstRefusal.OnLapse.DECLINE);
        var day = firstRefusal(on("host", any()), Stated.of(Window.parse("1 day")), FirstRefusal.OnLapse.DECLINE);
        var unclear = clause("right", reading("week", week), reading("day", day));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(unclear)));
        var at = day("2024-03-04");
        assertNull(Rulings.of(fixture.build())
                .right(new ClauseName("a", "right"), at, at)
                .window());
    }

    @Test
    void whereSilenceMeansAcceptanceALapseForbidsToo() {
        var right = firstRefusal(on("host", any()), Stated.undisclosed(), FirstRefusal.OnLapse.ACCEPT);
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(clause("right", right))));
        assertEquals(
                FORBIDDEN,
                fixture.ask("2024-03-04", AWS + " fact:refusal=lapsed").outcome());
        assertEquals(
                PERMITTED,
                fixture.ask("2024-03-04", AWS + " fact:refusal=declined").outcome());
    }

    @Test
    void aStepIsCertainAtTheKnownEndOfTheRightIfThatIsSooner() {
        var step = right("10 business days", at("2024-03-08"))
                .ask("2024-03-04", AWS)
                .steps()
                .getFirst();
        assertEquals(day("2024-03-08"), step.certainBy());
        var terminated = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(clause("right", firstRefusal(on("host", any()), "10 business days"))),
                paper("x", "2024-03-06").terminates()));
        assertEquals(
                day("2024-03-06"),
                terminated.ask("2024-03-04", AWS).steps().getFirst().certainBy());
    }

    @Test
    void stepsThatDifferSayForWhichCompletionTheyAreNeeded() {
        var offer = clause("right", firstRefusal(on("host", is("provider", "aws")), "1 business day"));
        var consent = clause("ask", Fixture.unlessConsentOf("softbank", on("host", Fixture.not("provider", "aws"))));
        var steps = portfolio(deal("a", paper("p", "2024-01-01").adds(offer, consent)))
                .ask("2024-03-04", "act=host")
                .steps();
        assertEquals(
                List.of(
                        Map.of(new Given.OfFacet("provider"), List.of("azure", "oracle", "own")),
                        Map.of(new Given.OfFacet("provider"), List.of("aws"))),
                steps.stream().map(Step::given).toList());
    }

    @Test
    void readingsWithDifferentWindowsAreDifferentSteps() {
        var unclear = clause(
                "right",
                reading("short", firstRefusal(on("host", any()), "1 business day")),
                reading("long", firstRefusal(on("host", any()), "3 business days")));
        var steps = portfolio(deal("a", paper("p", "2024-01-01").adds(unclear)))
                .ask("2024-03-04", AWS)
                .steps();
        assertEquals(
                List.of(open("1 business day"), open("3 business days")),
                steps.stream().map(Step::window).toList());
        assertEquals(
                List.of(day("2024-03-05T17:00:01Z"), day("2024-03-07T17:00:01Z")),
                steps.stream().map(Step::certainBy).toList());
        assertEquals(
                Map.of(new Given.ReadingOf(new ClauseName("a", "right")), List.of("short")),
                steps.getFirst().given());
    }

    @Test
    void anUndisclosedWindowIsOverAtTheKnownEndOfTheRight() {
        var right = firstRefusal(on("host", any()), Stated.undisclosed(), FirstRefusal.OnLapse.DECLINE);
        var ending = clause("right", right).until(at("2024-09-01"));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(ending)));
        assertEquals(
                day("2024-09-01"),
                fixture.ask("2024-03-04", AWS).steps().getFirst().certainBy());
    }
}
