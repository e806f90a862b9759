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
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.open;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static io.proviso.agreement.ruling.Fixture.right;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.norms.Told;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Design "Rulings: precise rules": known at, attested facts, steps and instants, identity. */
class KnowledgeAndTimeTest {
    private static final String AWS = "act=host provider=aws";

    @Test
    void anInstrumentCountsOnceItIsOnRecordAndThenFromItsEffectiveDay() {
        var late = paper("p", "2024-01-01").recorded("2024-05-01").adds(clause("no", prohibition(on("host", any()))));
        var fixture = portfolio(deal("a", late));
        assertEquals(PERMITTED, fixture.ask("2024-02-01", "2024-04-30", AWS).outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-02-01", "2024-05-01", AWS).outcome());
    }

    @Test
    void anEndThatIsNotYetOnRecordEndsNothing() {
        var fixture = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(clause("no", prohibition(on("host", any())))),
                paper("end", "2024-03-01").recorded("2024-06-01").ends("no")));
        assertEquals(FORBIDDEN, fixture.ask("2024-04-01", "2024-05-31", AWS).outcome());
        assertEquals(PERMITTED, fixture.ask("2024-04-01", "2024-06-01", AWS).outcome());
    }

    @Test
    void aClauseOrReadingRecordedLaterThanItsInstrumentCountsFromThen() {
        var clauses = paper("p", "2024-01-01")
                .adds(
                        clause("no", prohibition(on("host", is("provider", "own"))))
                                .recorded("2024-03-01"),
                        clause(
                                "unclear",
                                reading("narrow", prohibition(on("host", is("provider", "oracle")))),
                                reading("wide", prohibition(on("host", any())), "2024-04-01")));
        var fixture = portfolio(deal("a", clauses));
        var own = "act=host provider=own";
        assertEquals(PERMITTED, fixture.ask("2024-06-01", "2024-02-29", own).outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-06-01", "2024-03-01", own).outcome());
        assertEquals(PERMITTED, fixture.ask("2024-06-01", "2024-03-31", AWS).outcome());
        assertEquals(UNDETERMINED, fixture.ask("2024-06-01", "2024-04-01", AWS).outcome());
    }

    @Test
    void aRestatementNotYetOnRecordLeavesTheOldVersion() {
        var fixture = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(clause("no", prohibition(on("host", any())))),
                paper("x", "2024-02-01")
                        .restates(clause("no", prohibition(on("host", is("provider", "own"))))
                                .recorded("2024-06-01"))));
        assertEquals(FORBIDDEN, fixture.ask("2024-03-01", "2024-05-31", AWS).outcome());
        assertEquals(PERMITTED, fixture.ask("2024-03-01", "2024-06-01", AWS).outcome());
    }

    @Test
    void aWindowRecordedLaterIsUndisclosedUntilThen() {
        var window = new Stated.Known<Window>(new Window.BusinessDays(1), day("2024-06-01"));
        var right = firstRefusal(on("host", any()), window, FirstRefusal.OnLapse.DECLINE);
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(clause("right", right))));
        var before = fixture.ask("2024-03-04", "2024-05-31", AWS).steps().getFirst();
        assertEquals(new Told.Undisclosed<Window>(), before.window());
        assertNull(before.certainBy());
        assertEquals(
                open("1 business day"),
                fixture.ask("2024-03-04", "2024-06-01", AWS).steps().getFirst().window());
    }

    @Test
    void aClosureCountsOnceItIsKnown() {
        var fixture = right("1 business day", new End.Never()).closed("2024-03-05", "2024-03-04");
        assertEquals(
                day("2024-03-05T17:00:01Z"),
                fixture.ask("2024-03-04", "2024-03-03", AWS).steps().getFirst().certainBy());
        assertEquals(
                day("2024-03-06T17:00:01Z"),
                fixture.ask("2024-03-04", "2024-03-04", AWS).steps().getFirst().certainBy());
    }

    @Test
    void anAttestedFactHoldsFromItsDayOnceRecordedAndWithinItsScope() {
        var no = clause("no", prohibition(on("host", is("agi", "declared"))));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(no)))
                .attested("agi", "declared", "2024-03-04", "2024-03-06", is("provider", "aws", "oracle"));
        assertEquals(PERMITTED, fixture.ask("2024-03-03", AWS).outcome());
        assertEquals(PERMITTED, fixture.ask("2024-03-04", "2024-03-05", AWS).outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-03-04", AWS).outcome());
        assertEquals(
                PERMITTED, fixture.ask("2024-03-04", "act=host provider=own").outcome());
        assertEquals(UNDETERMINED, fixture.ask("2024-03-04", "act=host").outcome());
    }

    @Test
    void aFactAttestedForAPartOfWhatIsAskedIsRuledOnBothWays() {
        var fixture = right("1 business day", milestone("agi", "verified"))
                .attested("agi", "verified", "2024-03-04", is("provider", "oracle"));
        assertEquals(
                PERMITTED, fixture.ask("2024-03-04", "act=host provider=oracle").outcome());
        assertEquals(CONDITIONAL, fixture.ask("2024-03-04", AWS).outcome());
        assertEquals(UNDETERMINED, fixture.ask("2024-03-04", "act=host").outcome());
        assertEquals(CONDITIONAL, fixture.ask("2024-03-03", "act=host").outcome());
        fixture.attested("agi", "rejected", "2024-03-05", any());
        assertEquals(UNDETERMINED, fixture.ask("2024-03-05", "act=host").outcome());
        assertEquals(CONDITIONAL, fixture.ask("2024-03-05", AWS).outcome());
    }

    @Test
    void anExceptionAttestedLaterForAPartLeavesTheRestAsItWasAttestedForAll() {
        var first = new FirstAvailability(
                Fixture.party("microsoft"), on("host", any()), List.of(is("azure-can-support", "no")));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(clause("azure-first", first))))
                .attested("azure-can-support", "no", "2024-03-04", any())
                .attested("azure-can-support", "yes", "2024-03-05", is("product", "api"));
        assertEquals(PERMITTED, fixture.ask("2024-03-04", AWS).outcome());
        assertEquals(UNDETERMINED, fixture.ask("2024-03-05", AWS).outcome());
        assertEquals(FORBIDDEN, fixture.ask("2024-03-05", AWS + " product=api").outcome());
        assertEquals(
                PERMITTED, fixture.ask("2024-03-05", AWS + " product=other").outcome());
    }

    @Test
    void aRulingHoldsUntilTheRecordLeavesTheQuestionNothingThatCouldOccur() {
        var never = is("provider", "aws").and("agi", new Match.AnyOf(List.of("declared")));
        var fixture = right("1 business day", milestone("agi", "verified"))
                .impossible(never)
                .attested("agi", "declared", "2024-06-01", any())
                .attested("agi", "verified", "2024-08-01", any());
        var ruling = fixture.ask("2024-03-04", AWS);
        assertEquals(CONDITIONAL, ruling.outcome());
        assertEquals(day("2024-06-01"), ruling.validUntil());
        assertThrows(BadQuestion.class, () -> fixture.ask("2024-06-01", AWS));
        assertEquals(
                List.of("2024-03-04T00:00:00Z CONDITIONAL", "2024-08-01T00:00:00Z PERMITTED"),
                segments(fixture, "2024-03-04", "2024-12-01"));
        assertThrows(BadQuestion.class, () -> segments(fixture, "2024-06-01", "2024-08-01"));
    }

    private static List<String> segments(Fixture fixture, String from, String to) {
        var built = fixture.build();
        return Rulings.of(built)
                .rule(Fixture.question(built, AWS), new Interval(day(from), day(to)), built.latestRecorded())
                .stream()
                .map(segment -> segment.from() + " " + segment.ruling().outcome())
                .toList();
    }

    @Test
    void theLatestAttestationCountsAndACorrectionOfTheSameDayReplacesIt() {
        var fixture = right("1 business day", milestone("agi", "verified"))
                .attested("agi", "verified", "2024-05-01", any())
                .attested("agi", "rejected", "2024-05-01", "2024-07-01", any());
        assertEquals(PERMITTED, fixture.ask("2024-06-01", "2024-06-30", AWS).outcome());
        assertEquals(CONDITIONAL, fixture.ask("2024-06-01", "2024-07-01", AWS).outcome());
    }

    @Test
    void aSupposedFactTakesThePlaceOfTheRecord() {
        var fixture =
                right("1 business day", milestone("agi", "verified")).attested("agi", "verified", "2024-05-01", any());
        assertEquals(
                CONDITIONAL, fixture.ask("2024-06-01", AWS + " fact:agi=none").outcome());
    }

    @Test
    void anAnswerOutlivesWhatDecidesIt() {
        var no = prohibition(on("host", any()));
        var another = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(clause("one", no).until(at("2024-05-01"))),
                paper("q", "2024-05-01").adds(clause("two", no))));
        assertEquals(day("2024-05-01"), another.ask("2024-03-04", AWS).reasonsUntil());
        assertNull(another.ask("2024-03-04", AWS).validUntil());
        var restated = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(clause("one", no)),
                paper("q", "2024-06-01").restates(clause("one", no))));
        assertEquals(day("2024-06-01"), restated.ask("2024-03-04", AWS).reasonsUntil());
        assertNull(restated.ask("2024-03-04", AWS).validUntil());
        var attested = portfolio(deal(
                        "a", paper("p", "2024-01-01").adds(clause("one", no).until(milestone("agi", "verified")))))
                .attested("agi", "verified", "2024-07-01", any());
        assertEquals(day("2024-07-01"), attested.ask("2024-03-04", AWS).validUntil());
        assertEquals(day("2024-07-01"), attested.ask("2024-03-04", AWS).reasonsUntil());
        assertNull(attested.ask("2024-03-04", "2024-03-04", AWS).validUntil());
    }

    @Test
    void anIntervalIsCutWhereTheAnswerChangesAndNowhereElse() {
        var fixture = portfolio(deal(
                "a",
                paper("p", "2024-01-01")
                        .adds(clause("no", prohibition(on("host", any()))).until(at("2024-06-01"))),
                paper("other", "2024-03-01").adds(clause("own", prohibition(on("host", is("provider", "own")))))));
        var built = fixture.build();
        var segments = Rulings.of(built)
                .rule(
                        Fixture.question(built, AWS),
                        new Interval(day("2023-12-01"), day("2024-12-01")),
                        built.latestRecorded());
        assertEquals(
                List.of(day("2023-12-01"), day("2024-01-01"), day("2024-06-01")),
                segments.stream().map(Rulings.Segment::from).toList());
        assertEquals(day("2024-12-01"), segments.getLast().to());
        assertEquals(
                List.of(PERMITTED, FORBIDDEN, PERMITTED),
                segments.stream().map(segment -> segment.ruling().outcome()).toList());
        assertEquals(day("2024-06-01"), segments.get(1).ruling().validUntil());
        assertNull(segments.getLast().ruling().validUntil());
    }

    @Test
    void theSameFiveGiveTheSameIdAndAnyOtherGivesAnother() {
        var fixture = right("1 business day", new End.Never());
        var id = fixture.ask("2024-03-04", "2024-03-04", AWS).id();
        assertEquals(
                id,
                fixture.ask("2024-03-04", "2024-03-04", "provider=aws act=host").id());
        assertNotEquals(id, fixture.ask("2024-03-04", "2024-03-05", AWS).id());
        assertNotEquals(id, fixture.ask("2024-03-05", "2024-03-04", AWS).id());
        assertNotEquals(
                id,
                fixture.ask("2024-03-04", "2024-03-04", "act=host provider=own").id());
    }
}
