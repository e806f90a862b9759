package io.proviso.counsel.compare;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.english.Draft.clause;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTextTest {
    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north");

    @Test
    void twoDaysBetweenWhichNothingHappensDoNotDiffer() {
        deals.paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))));
        var comparison = days("2025-02-01", "2025-03-01");
        assertTrue(comparison.isEmpty());
        assertEquals("""
            Before  test as of 2025-02-01, as known at 2025-01-01
            After   test as of 2025-03-01, as known at 2025-01-01

            Nothing differs.
            """, text(comparison));
    }

    @Test
    void aComparisonReadsAsTextAndAsMarkdown() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds("exclusive", exclusive("northern", "host", not("provider", "north"))),
                        adds("old", permits("acquire", is("provider", "south"))))
                .paper(
                        "change",
                        "2025-02-01",
                        clause("exclusive", exclusive("northern", "host", is("provider", "south")))
                                .restates(),
                        new Change.Ends("old", List.of()),
                        clause(
                                        "ban",
                                        forbids(
                                                "northern",
                                                "host",
                                                is("product", "api").and("provider", Deals.anyOf("north"))))
                                .untilDay("2026-01-01")
                                .adds(),
                        addsUnclear("promise", commitment("lab", "northern"), null),
                        clause("secret", permits("acquire", Condition.ALWAYS))
                                .internal()
                                .adds())
                .attested("agi", "verified", "2025-02-01");
        var comparison = days("2025-01-15", "2025-02-15");
        assertEquals("""
            Before  test as of 2025-01-15, as known at 2025-02-01
            After   test as of 2025-02-15, as known at 2025-02-01

            host, provider east: FORBIDDEN -> PERMITTED.

            Other answers: host
              provider east: FORBIDDEN -> PERMITTED
                  by supply/exclusive -> silence or various clauses
              provider north, product api: PERMITTED -> FORBIDDEN
                  by silence or various clauses -> supply/ban

            Clauses
              ended supply/old
                  Permitted: to acquire where provider south.
                  It ends only by another instrument.
              restated supply/exclusive, change: what it does
                  was: Forbidden, by promise to northern: to host where provider not north. Nothing is permitted
                    by this. It ends only by another instrument.
                  now: Forbidden, by promise to northern: to host where provider south. Nothing is permitted by
                    this. It ends only by another instrument.
              added supply/ban, change
                  Forbidden, by promise to northern: to host where product api, provider north.
                  It ends with the end of 2025-12-31.
              added supply/secret, change
                  withheld from this audience

            Obligations
              added supply/promise, change
                  Read as 'narrow': lab commits to buy from northern for an undisclosed amount, over an
                    undisclosed term.
                  Read as 'wide': Nothing is left of the clause.
                  It ends only by another instrument.

            Beside clauses
              fact agi: none -> verified

            2 kinds of questions with another answer; 3 clauses added, 1 restated, 1 ended.
            """, new ComparisonText(comparison, Disclosure.PARTIES).text());
        assertEquals(
                """
                # What differs: test

                2 kinds of questions with another answer; 3 clauses added, 1 restated, 1 ended.

                - before: test as of 2025-01-15, as known at 2025-02-01
                - after: test as of 2025-02-15, as known at 2025-02-01

                ## Other answers

                host, provider east: FORBIDDEN -> PERMITTED.

                | questions | before | after | decided by |
                |---|---|---|---|
                | host where provider east | FORBIDDEN | PERMITTED | supply/exclusive -> silence or various clauses |
                | host where provider north, product api | PERMITTED | FORBIDDEN | silence or various clauses -> supply/ban |

                ## Clauses

                - **ended** supply/old
                  - Permitted: to acquire where provider south.
                  - It ends only by another instrument.
                - **restated** supply/exclusive, change: what it does
                  - was: Forbidden, by promise to northern: to host where provider not north. Nothing is permitted by this. It ends only by another instrument.
                  - now: Forbidden, by promise to northern: to host where provider south. Nothing is permitted by this. It ends only by another instrument.
                - **added** supply/ban, change
                  - Forbidden, by promise to northern: to host where product api, provider north.
                  - It ends with the end of 2025-12-31.
                - **added** supply/secret, change
                  - withheld from this audience

                ## Obligations

                - **added** supply/promise, change
                  - Read as 'narrow': lab commits to buy from northern for an undisclosed amount, over an undisclosed term.
                  - Read as 'wide': Nothing is left of the clause.
                  - It ends only by another instrument.

                ## Beside clauses

                - fact agi: none -> verified

                Not legal advice.
                """, new ComparisonText(comparison, Disclosure.PARTIES).page().markdown());
    }

    @Test
    void whatWasConfidentialStaysSoWhenItIsRestatedForEveryEye() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        clause("ban", forbids("northern", "host", is("provider", "east")))
                                .internal()
                                .adds())
                .paper(
                        "change",
                        "2025-02-01",
                        clause("ban", forbids("northern", "host", is("provider", "south")))
                                .restates());
        var comparison = days("2025-01-15", "2025-02-15");
        for (var text : List.of(
                new ComparisonText(comparison, Disclosure.PUBLIC).text(),
                new ComparisonText(comparison, Disclosure.PUBLIC).page().markdown())) {
            assertFalse(text.contains("was:"), text);
            assertFalse(text.contains("what it does"), text);
            assertTrue(text.contains("withheld from this audience"), text);
        }
        assertTrue(text(comparison).contains("was: Forbidden, by promise to northern: to host where provider east."));
    }

    @Test
    void ofAConfidentialConsentNeitherWhatIsDrawnNorThatItIsRevokedIsTold() {
        deals.paper("deed", "2025-01-01", adds("exclusive", exclusive("northern", "acquire", not("provider", "north"))))
                .consent(
                        "leave",
                        "2025-01-10",
                        "northern",
                        clause(
                                        "given",
                                        new Permission(
                                                Scope.of("acquire", Condition.ALWAYS),
                                                new Limit("gpus", Stated.of(5_000L)),
                                                Window.parse("30 days"),
                                                null))
                                .overrides("exclusive")
                                .internal()
                                .adds())
                .revocation("letter", "2025-02-01", "northern", "given")
                .drawn("supply", "given", 4_000, "2025-01-20");
        var comparison = days("2025-01-15", "2025-02-15");
        assertEquals(
                List.of("drawn of supply/given: 0 -> 4,000 GPUs", "revoked: supply/given, by letter"),
                comparison.remarks());
        assertEquals(
                List.of("what became of supply/given: withheld from this audience"),
                comparison.disclosedTo(Disclosure.PARTIES).remarks());
    }

    @Test
    void anAudienceReadsWhatIsDisclosedToIt() {
        deals.paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        clause("secret", permits("acquire", Condition.ALWAYS))
                                .internal()
                                .adds());
        assertTrue(text(days("2025-01-15", "2025-02-15")).contains("""
              added supply/secret, change
                  Permitted: to acquire.
            """));
    }

    @Test
    void oneChangedClauseIsToldInTheSingularAndWithoutWhatDidNotChange() {
        deals.paper("deed", "2025-01-01")
                .paper("change", "2025-02-01", adds("ban", forbids("northern", "host", Condition.ALWAYS)));
        var comparison = days("2025-01-15", "2025-02-15");
        assertEquals("""
            Before  test as of 2025-01-15, as known at 2025-02-01
            After   test as of 2025-02-15, as known at 2025-02-01

            host: PERMITTED -> FORBIDDEN.

            Other answers: host
              always: PERMITTED -> FORBIDDEN
                  by silence or various clauses -> supply/ban

            Clauses
              added supply/ban, change
                  Forbidden, by promise to northern: to host.
                  It ends only by another instrument.

            1 kind of question with another answer; 1 clause added, 0 restated, 0 ended.
            """, text(comparison));
        var markdown =
                new ComparisonText(comparison, Disclosure.INTERNAL).page().markdown();
        assertEquals(
                List.of("# What differs: test", "## Other answers", "## Clauses"),
                markdown.lines().filter(line -> line.startsWith("#")).toList());
    }

    @Test
    void aChangeThatTouchesNoAnswerHasNoTableOfAnswers() {
        deals.paper("deed", "2025-01-01").paper("change", "2025-02-01", adds("promise", commitment("lab", "northern")));
        var comparison = days("2025-01-15", "2025-02-15");
        assertTrue(!comparison.isEmpty());
        assertEquals(
                List.of("# What differs: test", "## Obligations"),
                new ComparisonText(comparison, Disclosure.INTERNAL)
                        .page()
                        .markdown()
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .toList());
    }

    @Test
    void aClauseThatSaysTheSameInOtherWordsIsToldOnce() {
        deals.paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", Condition.ALWAYS)))
                .paper(
                        "change",
                        "2025-02-01",
                        clause("ban", forbids("northern", "host", Condition.ALWAYS))
                                .quote("no")
                                .restates());
        assertTrue(text(days("2025-01-15", "2025-02-15")).contains("""
            Clauses
              restated supply/ban, change: its words
                  Forbidden, by promise to northern: to host.
                  It ends only by another instrument.
            """));
    }

    private PortfolioDiff days(String before, String after) {
        return PortfolioDiff.of(deals.at(before), deals.at(after));
    }

    private static String text(PortfolioDiff comparison) {
        return new ComparisonText(comparison, Disclosure.INTERNAL).text();
    }
}
