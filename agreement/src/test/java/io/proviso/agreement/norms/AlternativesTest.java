package io.proviso.agreement.norms;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static io.proviso.agreement.ruling.Fixture.undisclosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.RandomTerms;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Fixture;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alternatives that come to the same do not multiply: so many clauses that are unclear in one way are one case more each, not twice as many. */
class AlternativesTest {
    private static final String CLOSED = "act=host provider=aws workload=inference product=api gpus=1"
            + " fact:refusal=none fact:agi=none fact:azure-can-support=yes";

    /** Each of so many clauses has these readings: F forbids, P permits, C asks for consent, R refers to a holder, - nothing, U only some. */
    @ParameterizedTest
    @CsvSource({
        "16, F F, FORBIDDEN, 0",
        "16, F -, UNDETERMINED, 17",
        "40, F -, UNDETERMINED, 41",
        "200, F F, FORBIDDEN, 0",
        "16, P P, PERMITTED, 0",
        "16, P -, PERMITTED, 0",
        "16, P F P, UNDETERMINED, 0",
        "16, - -, PERMITTED, 0",
        "16, F F F -, UNDETERMINED, 17",
        "16, C C, CONDITIONAL, 0",
        "16, R R, CONDITIONAL, 0",
        "16, U U, UNDETERMINED, 0",
        "12, U, UNDETERMINED, 13",
        "60, U, UNDETERMINED, 61",
        "8, C -, UNDETERMINED, 0",
        "1, F -, UNDETERMINED, 2",
        "2, F -, UNDETERMINED, 3"
    })
    void clausesUnclearInOneWayAreOneCaseMoreEach(int clauses, String readings, Outcome outcome, int branches) {
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(unclear(clauses, readings))));
        for (var question : List.of(CLOSED, "act=host provider=aws", "act=host")) {
            var ruling = fixture.ask("2024-06-01", question);
            assertEquals(outcome, ruling.outcome(), question);
            if (branches > 0) {
                assertEquals(branches, ruling.split().size(), question);
            }
        }
        assertEquals(outcome, closed(fixture).outcome(), "through the masks");
    }

    private static Decided closed(Fixture fixture) {
        var portfolio = fixture.build();
        var compiled = new CompiledPortfolio(portfolio);
        var asOf = Fixture.day("2024-06-01");
        var question = Fixture.question(portfolio, CLOSED);
        var act = compiled.act(question, asOf, portfolio.latestRecorded());
        var cells = compiled.cells(question, asOf, portfolio.latestRecorded());
        assertEquals(act.outcome(cells), act.decide(cells).outcome());
        return act.decide(cells);
    }

    @Test
    void everyReadingThatMayDecideIsCitedThoughAlternativesAreOne() {
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(unclear(3, "F F"))));
        assertEquals(
                Set.of("a/c0/r0", "a/c0/r1", "a/c1/r0", "a/c1/r1", "a/c2/r0", "a/c2/r1"),
                Set.copyOf(fixture.ask("2024-06-01", CLOSED).deciding().stream()
                        .map(cited -> cited.clause() + "/" + cited.reading())
                        .toList()));
    }

    @ParameterizedTest
    @CsvSource({"14, C -", "16, C -", "40, R -", "20, C F P -"})
    void whereClausesAskForDifferentStepsTheCapHoldsAndNamesTheReadings(int clauses, String readings) {
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(unclear(clauses, readings))));
        var refused = assertThrows(BadQuestion.class, () -> fixture.ask("2024-06-01", CLOSED))
                .problems()
                .getFirst();
        assertEquals("the question leaves so much open that it has " + Completions.TOO_MANY, refused.message());
        var advice = String.valueOf(refused.advice());
        assertTrue(advice.contains("reading of a/c0"), advice);
        assertFalse(advice.contains("give a value"), advice);
    }

    @Test
    void onlyFacetsThatAreOpenAndMatterAreAskedFor() {
        var drafts = new ArrayList<>(List.of(unclear(14, "C -")));
        drafts.add(clause("own", prohibition(on("host", is("provider", "own")))));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(drafts.toArray(Draft[]::new))));
        var advice = String.valueOf(
                assertThrows(BadQuestion.class, () -> fixture.ask("2024-06-01", "act=host workload=inference"))
                        .problems()
                        .getFirst()
                        .advice());
        assertTrue(
                advice.startsWith("Say more of what is asked: give a value to some of the facets provider. "), advice);
    }

    @Test
    void theCapIsOneQuestionsWhereverManyRegionsAreLookedAt() {
        var drafts = new ArrayList<>(List.of(unclear(12, "C -")));
        for (var provider : RandomTerms.PROVIDERS) {
            drafts.add(clause("no-" + provider, permission(on("host", is("provider", provider)))));
        }
        for (var workload : List.of("pre-training", "post-training", "inference")) {
            drafts.add(clause("no-" + workload, permission(on("host", is("workload", workload)))));
        }
        var portfolio = portfolio(deal("a", paper("p", "2024-01-01").adds(drafts.toArray(Draft[]::new))))
                .build();
        var act = new CompiledPortfolio(portfolio).act("host", Fixture.day("2024-06-01"), portfolio.latestRecorded());
        var all = new ArrayList<BitSet>();
        for (int facet = 0; facet < act.domain().size(); facet++) {
            all.add(act.domain().all(facet));
        }
        assertFalse(act.regions(all).isEmpty());
    }

    private static Draft[] unclear(int clauses, String readings) {
        var drafts = new Draft[clauses];
        var bodies = readings.split(" ", -1);
        for (int i = 0; i < clauses; i++) {
            var meanings = new Reading[bodies.length];
            for (int j = 0; j < bodies.length; j++) {
                meanings[j] = reading("r" + j, body(bodies[j]));
            }
            drafts[i] = clause("c" + i, meanings);
        }
        return drafts;
    }

    private static @Nullable ClauseBody body(String word) {
        return switch (word) {
            case "F" -> prohibition(on("host", any()));
            case "P" -> permission(on("host", any()));
            case "C" -> Fixture.unlessConsentOf("softbank", on("host", any()));
            case "R" -> firstRefusal(on("host", any()), "5 business days");
            case "U" -> prohibition(on("host", undisclosed("product")));
            case "-" -> null;
            default -> throw new AssertionError(word);
        };
    }
}
