package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.at;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What else the engine tells of a portfolio: outcomes without a ruling, rights in force, and what changes when. */
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
                question -> compiled.reasoning(question, JUNE, JUNE),
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
                        .map(right -> right.name() + " " + right.window() + " " + right.ends())
                        .toList());
        assertEquals(rights.get(1), compiled.right(new ClauseName("b", "right"), JUNE, known));
        assertEquals(1, compiled.rights(day("2024-07-01"), known).size());
        assertEquals(
                "no right of first refusal a/no is in force as of 2024-06-01T00:00:00Z (known at 2024-07-01T00:00:00Z)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> compiled.right(new ClauseName("a", "no"), JUNE, known))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> compiled.right(new ClauseName("c", "right"), JUNE, known));
        assertThrows(IllegalArgumentException.class, () -> compiled.right(new ClauseName("a", "rihgt"), JUNE, known));
    }

    @Test
    void aRightThatEndsWithAMilestoneIsInForceUntilTheRecordAttestsItForAll() {
        var right = clause("right", firstRefusal(on("host", any()), "2 days")).until(milestone("agi", "verified"));
        var fixture = of(right).attested("agi", "verified", "2024-05-01", is("provider", "aws"));
        var some = new CompiledPortfolio(fixture.build());
        assertNull(some.rights(JUNE, JUNE).getFirst().ends());
        var built = fixture.attested("agi", "verified", "2024-07-01", any()).build();
        var compiled = new CompiledPortfolio(built);
        var known = built.latestRecorded();
        assertEquals(day("2024-07-01"), compiled.rights(JUNE, known).getFirst().ends());
        assertEquals(List.of(), compiled.rights(day("2024-07-01"), known));
        var supposed = Fixture.question(built, "act=host provider=own fact:agi=none");
        var step = compiled.rule(supposed, day("2024-08-01"), known).steps().getFirst();
        assertEquals(day("2024-08-03T17:00:01Z"), step.certainBy());
        assertNull(compiled.right(new ClauseName("a", "right"), day("2024-08-01"), known)
                .ends());
    }

    private static List<String> inForce(CompiledPortfolio compiled, String asOf, Instant known) {
        return compiled.inForce(day(asOf), known).stream()
                .map(one -> one.agreement().name() + " "
                        + one.clauses().stream().map(ClauseVersion::name).toList())
                .toList();
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
