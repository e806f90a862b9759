package io.proviso.agreement;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Draft.clause;
import static io.proviso.agreement.Fixture.any;
import static io.proviso.agreement.Fixture.at;
import static io.proviso.agreement.Fixture.day;
import static io.proviso.agreement.Fixture.firstRefusal;
import static io.proviso.agreement.Fixture.is;
import static io.proviso.agreement.Fixture.on;
import static io.proviso.agreement.Fixture.permission;
import static io.proviso.agreement.Fixture.portfolio;
import static io.proviso.agreement.Fixture.prohibition;
import static io.proviso.agreement.Fixture.reading;
import static io.proviso.agreement.Paper.paper;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What else the engine tells of a portfolio: outcomes without a ruling, rights in force, what changes when, what is on record. */
class EngineTest {
    private static final Instant JUNE = day("2024-06-01");
    private static final Question UNFIT = new Question("hots", Map.of(), Map.of());

    @Test
    void theOutcomeOfAnOpenQuestionIsThatOfItsRuling() {
        var fixture = of(
                clause("no-own", prohibition(on("host", is("provider", "own")))),
                clause("right", firstRefusal(on("host", is("provider", "aws")), "1 day")));
        var built = fixture.build();
        var compiled = new CompiledPortfolio(built);
        assertSame(built, compiled.portfolio());
        for (var words : List.of("act=host", "act=host provider=own", "act=host provider=aws", "act=acquire")) {
            assertEquals(
                    fixture.ask("2024-06-01", words).outcome(),
                    compiled.outcome(Fixture.question(built, words), JUNE, JUNE));
        }
    }

    @Test
    void valuesThatCannotOccurTogetherHaveNoOutcomeAndNoCells() {
        var built = of().impossible(is("provider", "own").and("product", new Match.AnyOf(List.of("api"))))
                .build();
        var compiled = new CompiledPortfolio(built);
        var words = "act=host provider=own product=api workload=inference gpus=1 fact:azure-can-support=no";
        var never = Fixture.question(built, words);
        assertNull(compiled.outcome(never, JUNE, JUNE));
        assertThrows(BadQuestion.class, () -> compiled.cells(never, JUNE, JUNE));
        var other = Fixture.question(built, words.replace("api", "other"));
        assertEquals(Outcome.PERMITTED, compiled.outcome(other, JUNE, JUNE));
        assertEquals(
                List.of(3, 2, 1, 0, 0, 0, 1),
                Arrays.stream(compiled.cells(other, JUNE, JUNE)).boxed().toList());
    }

    @Test
    void theBoxOfAQuestionIsWhatItLeavesOpenAfterDefaultsAndTheRecord() {
        var built = of().attested("agi", "verified", "2024-03-01", any()).build();
        var box = new CompiledPortfolio(built)
                .box(Fixture.question(built, "act=host provider=aws workload=training"), JUNE, JUNE);
        assertEquals(
                List.of(cells(2), cells(0, 1), cells(0, 1), cells(0), cells(0), cells(2), cells(0, 1)), box.facets());
    }

    @Test
    void whateverIsAskedTheQuestionMustFitTheVocabulary() {
        var compiled = new CompiledPortfolio(of().build());
        var asking = List.<Consumer<Question>>of(
                question -> compiled.rule(question, JUNE, JUNE),
                question -> compiled.rule(question, new Interval(JUNE, day("2024-07-01")), JUNE),
                question -> compiled.account(question, JUNE, JUNE),
                question -> compiled.outcome(question, JUNE, JUNE),
                question -> compiled.box(question, JUNE, JUNE),
                question -> compiled.cells(question, JUNE, JUNE));
        for (var ask : asking) {
            var refused = assertThrows(BadQuestion.class, () -> ask.accept(UNFIT));
            assertEquals("unknown act 'hots'", refused.getMessage());
        }
    }

    @Test
    void whatIsInForceAndWhenItChangesNextGoesByInstruments() {
        var built = portfolio(
                        deal(
                                "a",
                                paper("p", "2024-01-01")
                                        .adds(clause("c", permission(on("host", any())))
                                                .until(at("2024-03-01"))),
                                paper("q", "2024-05-01").terminates()),
                        deal("b", paper("p", "2024-02-01").adds(clause("d", permission(on("host", any()))))))
                .attested("agi", "verified", "2024-04-01", any())
                .build();
        var compiled = new CompiledPortfolio(built);
        var known = built.latestRecorded();
        var changes = new ArrayList<Instant>();
        for (var next = compiled.nextChange(day("2023-01-01"), known);
                next != null;
                next = compiled.nextChange(next, known)) {
            changes.add(next);
        }
        assertEquals(
                List.of(day("2024-01-01"), day("2024-02-01"), day("2024-03-01"), day("2024-04-01"), day("2024-05-01")),
                changes);
        assertEquals(List.of("a [c]"), inForce(compiled, "2024-01-31", known));
        assertEquals(List.of("a [c]", "b [d]"), inForce(compiled, "2024-02-01", known));
        assertEquals(List.of("a []", "b [d]"), inForce(compiled, "2024-03-01", known));
        assertEquals(List.of("b [d]"), inForce(compiled, "2024-05-01", known));
    }

    @Test
    void theRightsInForceAreAllFirstRefusalsWithTheirWindowsAndKnownEnds() {
        var built = portfolio(
                        deal(
                                "a",
                                paper("p", "2024-01-01")
                                        .adds(
                                                clause("right", firstRefusal(on("host", any()), "2 days"))
                                                        .until(at("2024-08-01")),
                                                clause("no", prohibition(on("host", is("provider", "own")))))),
                        deal(
                                "b",
                                paper("p", "2024-01-01")
                                        .adds(clause("right", firstRefusal(on("host", any()), "3 days"))),
                                paper("q", "2024-07-01").restates(clause("right", prohibition(on("host", any()))))))
                .build();
        var compiled = new CompiledPortfolio(built);
        var known = built.latestRecorded();
        var rights = compiled.rights(JUNE, known);
        assertEquals(
                List.of("a/right 2 days 2024-08-01T00:00:00Z", "b/right 3 days 2024-07-01T00:00:00Z"),
                rights.stream()
                        .map(right ->
                                right.agreement() + "/" + right.clause() + " " + right.window() + " " + right.ends())
                        .toList());
        assertEquals(rights.get(1), compiled.right("b", "right", JUNE, known));
        assertEquals(1, compiled.rights(day("2024-07-01"), known).size());
        assertEquals(
                "no right of first refusal a/no is in force as of 2024-06-01T00:00:00Z (known at 2024-07-01T00:00:00Z)",
                assertThrows(IllegalArgumentException.class, () -> compiled.right("a", "no", JUNE, known))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> compiled.right("c", "right", JUNE, known));
        assertThrows(IllegalArgumentException.class, () -> compiled.right("a", "rihgt", JUNE, known));
    }

    @Test
    void everythingThatComesOnRecordMovesWhatIsKnownLatest() {
        assertEquals(Instant.EPOCH, portfolio().build().latestRecorded());
        latest(portfolio(deal("a", paper("p", "2024-01-01").recorded("2024-05-01"))));
        latest(of(clause("c", permission(on("host", any()))).recorded("2024-05-01")));
        latest(of(clause("c", reading("one", null), reading("two", null, "2024-05-01"))));
        var c = paper("p", "2024-01-01").adds(clause("c", permission(on("host", any()))));
        latest(portfolio(deal(
                "a",
                c,
                paper("q", "2024-01-02")
                        .restates(clause("c", permission(on("host", any()))).recorded("2024-05-01")))));
        latest(portfolio(deal("a", c, paper("q", "2024-01-02").ends("c", reading("left", null, "2024-05-01")))));
        var so = paper("q", "2024-01-02")
                .type(Instrument.Type.INTERPRETIVE)
                .interprets("c", reading("so", null, "2024-05-01"));
        latest(portfolio(deal("a", c, so)));
        latest(of(clause("c", reading("one", null))).pin("a", "c", "2024-05-01", "one"));
        latest(portfolio().attested("agi", "none", "2024-01-01", "2024-05-01", any()));
        latest(portfolio().closed("2024-01-01", "2024-05-01"));
    }

    @Test
    void aFigureOfAClauseComesOnRecordByItself() {
        var later = day("2024-05-01");
        var one = Stated.of(BigDecimal.ONE);
        var term = Interval.from(day("2024-01-01"));
        var money = Money.of("1", "USD");
        var buyer = Fixture.party("openai");
        var seller = Fixture.party("microsoft");
        var cap = new RevenueShare.Cap(money, RevenueShare.CapBase.UNDISCLOSED);
        var tail = new Preemption.Tail(180, Preemption.Floor.THAT_BARGAIN_ONLY);
        var window = Window.parse("1 day");
        var committed = Commitment.Headline.COMMITTED;
        var bodies = List.of(
                new Commitment(buyer, seller, new Stated.Known<>(money, later), committed, false, Stated.of(term)),
                new Commitment(buyer, seller, Stated.of(money), committed, false, new Stated.Known<>(term, later)),
                new RevenueShare(
                        buyer,
                        seller,
                        new Stated.Known<>(BigDecimal.ONE, later),
                        RevenueShare.Base.NET,
                        Stated.undisclosed()),
                new RevenueShare(buyer, seller, one, RevenueShare.Base.NET, new Stated.Known<>(cap, later)),
                new Covenant(
                        buyer, seller, any(), new Stated.Known<>(BigDecimal.ONE, later), "hours", Covenant.Per.YEAR),
                firstRefusal(on("host", any()), new Stated.Known<>(window, later), FirstRefusal.OnLapse.DECLINE),
                firstRefusal(on("host", any()), "1 day").with(Preemption.PLAIN.with(new Stated.Known<>(tail, later))));
        bodies.forEach(body -> latest(of(clause("c", body))));
    }

    @Test
    void theHolidaysOfCombinedCalendarsAreOnRecordToo() {
        var built = portfolio().build();
        var closed = new Holiday(LocalDate.parse("2024-07-04"), day("2024-05-01"), "made up");
        var place = new BusinessCalendar.Place("fair", Set.of(), List.of(closed));
        for (var calendar : List.<BusinessCalendar>of(
                new BusinessCalendar.AllOf("all", List.of(place)), new BusinessCalendar.AnyOf("any", List.of(place)))) {
            var more = new Portfolio(
                    "test",
                    "digest",
                    ZoneOffset.UTC,
                    built.vocabulary(),
                    built.silence(),
                    List.of(),
                    Map.of("both", calendar),
                    List.of(),
                    List.of());
            assertEquals(day("2024-05-01"), more.latestRecorded());
        }
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

    @Test
    void boxesMeetAndAreCutLikeTheSetsOfQuestionsTheyStandFor() {
        var questions = ClosedQuestions.about("license", portfolio().build(), JUNE);
        var domain = questions.act().domain();
        var boxes = new ArrayList<Box>();
        var sides = new ArrayList<BitSet>(List.of(cells(), cells(0), cells(1), cells(0, 1)));
        var everything = Box.everything(2);
        boxes.add(everything);
        for (var side : sides) {
            boxes.add(everything.and(0, side));
            boxes.add(everything.and(1, side));
            sides.forEach(other -> boxes.add(everything.and(0, side).and(1, other)));
        }
        for (var one : boxes) {
            var outside = one.complement(domain);
            assertEquals(count(questions, one) == 0, one.isEmpty());
            for (var cells : questions.all()) {
                long times = outside.stream()
                        .filter(box -> ClosedQuestions.holds(box, cells))
                        .count();
                assertEquals(ClosedQuestions.holds(one, cells) ? 0 : 1, times);
            }
            for (var other : boxes) {
                assertEquals(count(questions, one, other) > 0, one.meets(other));
                assertEquals(count(questions, one, other), count(questions, one.and(other)));
                assertEquals(
                        count(questions, one, other) > 0,
                        !Box.product(List.of(one), List.of(other)).isEmpty());
            }
        }
        assertEquals(cells(1), everything.and(0, cells(0, 1)).and(0, cells(1)).cells(0));
    }

    @Test
    void theNearestWordIsTheOneTheFewestSlipsAway() {
        var known = List.of("azure", "oracle", "own");
        assertEquals("azure", Nearest.to("azrue", known));
        assertEquals("azure", Nearest.to("zure", known));
        assertEquals("oracle", Nearest.to("orracle", known));
        assertEquals("own", Nearest.to("owm", known));
        assertNull(Nearest.to("aws", known));
        assertNull(Nearest.to("xyz", known));
        assertEquals("bad", Nearest.to("bab", List.of("baz", "bad")));
        assertEquals("abcdef", Nearest.to("abcedf", List.of("abxxef", "abcdef")));
        assertEquals("ab", Nearest.to("ba", List.of("xx", "ab")));
        assertEquals("None is known here.", Nearest.advice("x", List.of()));
        assertEquals("Known: azure, oracle, own.", Nearest.advice("xyz", known));
        assertEquals("Did you mean 'own'? Known: azure, oracle, own.", Nearest.advice("owm", known));
    }

    @Test
    void needsAreOrderedByKindAndThenByParty() {
        var offer = new Region.Need(Step.Kind.OFFER, Fixture.party("softbank"));
        var consent = new Region.Need(Step.Kind.CONSENT, Fixture.party("microsoft"));
        var other = new Region.Need(Step.Kind.CONSENT, Fixture.party("oracle"));
        var answer = new Region.Answer(Set.of(Outcome.CONDITIONAL), Set.of(other, consent, offer));
        assertEquals(List.of(offer, consent, other), List.copyOf(answer.needs()));
        assertEquals(Outcome.CONDITIONAL, answer.outcome());
        var both = new Region.Answer(Set.of(Outcome.PERMITTED, Outcome.FORBIDDEN), Set.of());
        assertEquals(Outcome.UNDETERMINED, both.outcome());
    }

    @Test
    void everyProblemOfAPortfolioIsInTheMessageWithItsPlace() {
        var invalid = assertThrows(
                InvalidPortfolio.class,
                () -> portfolio(deal("a", paper("p", "2024-01-01").ends("x").ends("y")))
                        .build());
        assertEquals("""
                agreements/a/instruments/p/ends/x: unknown clause 'x'
                agreements/a/instruments/p/ends/y: unknown clause 'y'""", invalid.getMessage());
    }

    private static long count(ClosedQuestions questions, Box... boxes) {
        return questions.all().stream()
                .filter(cells -> Arrays.stream(boxes).allMatch(box -> ClosedQuestions.holds(box, cells)))
                .count();
    }

    private static List<String> inForce(CompiledPortfolio compiled, String asOf, Instant known) {
        return compiled.inForce(day(asOf), known).stream()
                .map(one -> one.agreement().name() + " "
                        + one.clauses().stream().map(ClauseVersion::name).toList())
                .toList();
    }

    private static void latest(Fixture fixture) {
        assertEquals(day("2024-05-01"), fixture.build().latestRecorded());
    }

    private static Fixture of(Draft... drafts) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(drafts)));
    }

    private static BitSet cells(int... cells) {
        var set = new BitSet();
        IntStream.of(cells).forEach(set::set);
        return set;
    }
}
