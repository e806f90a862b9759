package io.proviso.counsel;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.Draft.clause;
import static io.proviso.counsel.Draft.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.Condition;
import io.proviso.agreement.Disclosure;
import io.proviso.agreement.End;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Match;
import io.proviso.agreement.Prohibition;
import io.proviso.agreement.Scope;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.units.Party;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Deals deals = supply();

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
    void exactlyTheQuestionsThatAClauseDecidesOtherwiseChange() {
        deals.paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds(
                                "ban",
                                forbids(
                                        "northern",
                                        "host",
                                        is("provider", "south", "east").and("product", Deals.anyOf("api")))),
                        adds(
                                "few",
                                forbids(
                                        "northern",
                                        "acquire",
                                        is("provider", "north").and("gpus", new Match.Between(100, 1000)))));
        assertEquals(
                List.of(
                        "acquire where provider north, gpus 100..999: PERMITTED -> FORBIDDEN by [] -> [supply/few]",
                        "host where provider not north, product api: PERMITTED -> FORBIDDEN by [] -> [supply/ban]"),
                answers(days("2025-01-15", "2025-02-01")));
    }

    @Test
    void aStepThatIsAskedForIsPartOfTheAnswer() {
        deals.paper("deed", "2025-01-01", adds("refusal", firstRefusal("northern", is("provider", "south"), "5 days")))
                .paper(
                        "change",
                        "2025-02-01",
                        new Change.Ends("refusal", List.of()),
                        adds(
                                "consent",
                                new Prohibition(
                                        new Party("northern"),
                                        Scope.of("acquire", is("provider", "south")),
                                        new Party("northern"))));
        assertEquals(
                List.of(
                        "acquire where provider south, refusal none or open: CONDITIONAL (offer to northern) -> CONDITIONAL (consent of northern) by [supply/refusal] -> [supply/consent]",
                        "acquire where provider south, refusal declined or lapsed or waived: PERMITTED -> CONDITIONAL (consent of northern) by [] -> [supply/consent]",
                        "acquire where provider south, refusal accepted: FORBIDDEN -> CONDITIONAL (consent of northern) by [supply/refusal] -> [supply/consent]"),
                answers(days("2025-01-15", "2025-02-01")));
    }

    @Test
    void anOpenReadingMakesAnswersUndetermined() {
        deals.paper("deed", "2025-01-01")
                .paper("change", "2025-02-01", addsUnclear("ban", forbids("northern", "host", Condition.ALWAYS), null));
        assertEquals(
                List.of(
                        "host, whatever else is asked: PERMITTED -> UNDETERMINED (PERMITTED or FORBIDDEN) by [] -> [supply/ban]"),
                answers(days("2025-01-15", "2025-02-01")));
    }

    @Test
    void twoConsentsThatAreBothNeededAreToldTogether() {
        deals.paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds("one", new Prohibition(NORTHERN, Scope.of("host", Condition.ALWAYS), NORTHERN)),
                        adds("other", new Prohibition(NORTHERN, Scope.of("host", Condition.ALWAYS), new Party("lab"))));
        assertEquals(
                List.of(
                        "host, whatever else is asked: PERMITTED -> CONDITIONAL (consent of lab and consent of northern)"
                                + " by [] -> [supply/one, supply/other]"),
                answers(days("2025-01-15", "2025-02-01")));
    }

    @Test
    void aClauseThatDecidesOnlySomeOfTheQuestionsIsNotNamedForAllOfThem() {
        deals.paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds("south", forbids("northern", "host", is("provider", "south"))),
                        adds("east", forbids("northern", "host", is("provider", "east"))),
                        adds(
                                "api",
                                forbids(
                                        "northern",
                                        "host",
                                        is("product", "api").and("provider", new Match.NoneOf(List.of("north"))))));
        var change = days("2025-01-15", "2025-02-01").answers().getFirst();
        assertEquals("host where provider not north", change.questions());
        assertEquals(Set.of(), change.decidedAfter());
    }

    @Test
    void aFactThatTheRecordAttestsInBetweenHasEachSidesValue() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        addsUntil(
                                "ban",
                                new End.OnMilestone("agi", List.of("verified")),
                                forbids("northern", "host", is("provider", "south"))))
                .attested("agi", "verified", "2025-02-01");
        var comparison = days("2025-01-15", "2025-02-01");
        assertEquals(
                List.of("host where provider south: FORBIDDEN -> PERMITTED by [supply/ban] -> []"),
                answers(comparison));
        assertEquals(List.of("fact agi: none -> verified"), comparison.remarks());
        assertEquals(List.of("ENDED ban []"), clauses(comparison));
    }

    @Test
    void whatCannotOccurMayBeToldToSayLess() {
        var words = Deals.vocabulary();
        deals.vocabulary(new Vocabulary(
                        words.acts(),
                        words.facets(),
                        List.of(is("provider", "east").and("product", Deals.anyOf("api")))))
                .paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds(
                                "ban",
                                forbids(
                                        "northern",
                                        "host",
                                        is("product", "api").and("provider", Deals.anyOf("north", "south")))));
        assertEquals(
                List.of("host where product api: PERMITTED -> FORBIDDEN by [] -> [supply/ban]"),
                answers(days("2025-01-15", "2025-02-01")));
    }

    @Test
    void questionsAreComparedAsFarAsBothVocabulariesUnderstandThemAndTheRestIsRemarked() {
        var old = new Deals()
                .vocabulary(words(
                        List.of("hull", "size", "berth"),
                        choice("hull", "wood", "steel", "straw"),
                        choice("berth", "a", "b"),
                        size()))
                .portfolioWithoutSilenceOn("acquire")
                .agreement("supply", "lab", "northern:north")
                .noSilenceOn("acquire")
                .paper("deed", "2025-01-01", adds("big", forbids("northern", "host", between(0, 50))))
                .at("2025-01-01");
        var now = new Deals()
                .vocabulary(words(
                        List.of("hull", "size", "flag"),
                        choice("hull", "steel", "wood", "glass"),
                        choice("flag", "red", "blue"),
                        size()))
                .portfolioWithoutSilenceOn("acquire")
                .agreement("supply", "lab", "northern:north")
                .noSilenceOn("acquire")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("big", forbids("northern", "host", between(0, 100))),
                        adds("glass", forbids("northern", "host", is("hull", "glass"))),
                        adds(
                                "wood",
                                forbids("northern", "host", is("hull", "wood").and("flag", Deals.anyOf("red")))))
                .at("2025-01-01");
        var comparison = Comparison.of(old, now);
        assertEquals(
                List.of(
                        "host where size 50..99: PERMITTED -> FORBIDDEN by [] -> [supply/big]",
                        "host where hull wood, size 50 or more, flag red: PERMITTED -> FORBIDDEN by [] -> [supply/wood]"),
                answers(comparison));
        assertEquals(
                List.of(
                        "no longer: facet berth",
                        "new: facet flag",
                        "no longer: value of hull straw",
                        "new: value of hull glass"),
                comparison.remarks());
    }

    @Test
    void agreementsAndSilenceRulesThatComeAndGoAreRemarked() {
        var old = supply().silent("host", Silence.PERMITTED)
                .portfolioWithoutSilenceOn("acquire")
                .paper("deed", "2025-01-01")
                .agreement("gone", "lab")
                .paper("deed", "2025-01-01")
                .at("2025-01-01");
        var now = supply().silent("host", Silence.FORBIDDEN)
                .noSilenceOn("acquire")
                .paper("deed", "2025-01-01")
                .agreement("come", "lab")
                .paper("deed", "2025-01-01")
                .at("2025-01-01");
        assertEquals(
                List.of(
                        "no longer: agreement in force gone",
                        "new: agreement in force come",
                        "silence of supply on acquire: permitted -> no rule",
                        "silence of supply on host: permitted -> forbidden",
                        "silence of the portfolio on acquire: no rule -> permitted"),
                Comparison.of(old, now).remarks());
    }

    @Test
    void whatOfARestatedClauseDiffersIsNamed() {
        var ban = clause("ban", forbids("northern", "host", is("provider", "south")));
        var unclear = clause(
                "unclear",
                reading("one", permits("host", Condition.ALWAYS)),
                reading("two", null),
                reading("three", null));
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds("first", permits("host", is("product", "api"))),
                        ban.adds(),
                        clause("same", permits("host", is("product", "api"))).adds(),
                        unclear.adds(),
                        adds("promise", commitment("lab", "northern")))
                .pin("supply", "unclear", "2025-02-01", "one")
                .paper(
                        "change",
                        "2025-02-01",
                        ban.untilDay("2026-01-01")
                                .overrides("first")
                                .quote("now said")
                                .assumed("until")
                                .restates(),
                        clause("same", permits("host", is("product", "api")))
                                .reported("on")
                                .restates());
        assertEquals(
                List.of(
                        "RESTATED ban [its end, what it overrides, its words, its honesty marks]",
                        "RESTATED same [its honesty marks]",
                        "RESTATED unclear [the pin on it]"),
                clauses(Comparison.of(deals.at("2025-01-15", "2025-01-15"), deals.at("2025-02-15"))));
    }

    @Test
    void aClauseWithAnotherEffectOrAnotherReadingIsRestated() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("any", permits("host", is("product", "api"))))
                .paper(
                        "change",
                        "2025-02-01",
                        clause("ban", forbids("northern", "host", is("provider", "east")))
                                .restates())
                .interpretation("statement", "2025-02-01", new Change.Interprets("any", reading("none", null)));
        assertEquals(
                List.of("RESTATED ban [what it does]", "RESTATED any [what it does, its readings]"),
                clauses(days("2025-01-15", "2025-02-15")));
    }

    @Test
    void moneyIsAnObligationAndAnythingThatDecidesIsAClause() {
        deals.paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds("promise", commitment("lab", "northern")),
                        adds("share", Deals.share("lab", "northern", "0.1")),
                        addsUnclear("money", commitment("lab", "northern"), null),
                        addsUnclear("both", commitment("lab", "northern"), permits("host", Condition.ALWAYS)),
                        adds("ban", forbids("northern", "host", Condition.ALWAYS)));
        var changes = days("2025-01-15", "2025-02-15").clauses();
        assertEquals(
                List.of("promise", "share", "money"),
                changes.stream()
                        .filter(ClauseChange::obligation)
                        .map(change -> change.version().name())
                        .toList());
        assertEquals(5, changes.size());
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

                Other answers: host
                  provider north, product api: PERMITTED -> FORBIDDEN
                      by silence or various clauses -> supply/ban
                  provider east: FORBIDDEN -> PERMITTED
                      by supply/exclusive -> silence or various clauses

                Clauses
                  - supply/old
                      Permitted: to acquire where provider south.
                      It ends only by another instrument.
                  ~ supply/exclusive, change: what it does
                      was: Forbidden, by promise to northern: to host where provider not north. Nothing is permitted
                        by this. It ends only by another instrument.
                      now: Forbidden, by promise to northern: to host where provider south. Nothing is permitted by
                        this. It ends only by another instrument.
                  + supply/ban, change
                      Forbidden, by promise to northern: to host where product api, provider north.
                      It ends with the end of 2025-12-31.
                  + supply/secret, change
                      withheld from this audience

                Obligations
                  + supply/promise, change
                      Read as 'narrow': lab commits to buy from northern for an undisclosed amount, over an
                        undisclosed term.
                      Read as 'wide': Nothing is left of the clause.
                      It ends only by another instrument.

                Beside clauses
                  fact agi: none -> verified

                2 kinds of questions with another answer; 3 clauses added, 1 restated, 1 ended.
                """, new ComparisonText(comparison, Disclosure.PARTIES).text());
        assertEquals("""
                **2 kinds of questions with another answer; 3 clauses added, 1 restated, 1 ended.**

                - before: test as of 2025-01-15, as known at 2025-02-01
                - after: test as of 2025-02-15, as known at 2025-02-01

                ### Other answers

                | questions | before | after | decided by |
                |---|---|---|---|
                | host where provider north, product api | PERMITTED | FORBIDDEN | silence or various clauses -> supply/ban |
                | host where provider east | FORBIDDEN | PERMITTED | supply/exclusive -> silence or various clauses |

                ### Clauses

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

                ### Obligations

                - **added** supply/promise, change
                  - Read as 'narrow': lab commits to buy from northern for an undisclosed amount, over an undisclosed term.
                  - Read as 'wide': Nothing is left of the clause.
                  - It ends only by another instrument.

                ### Beside clauses

                - fact agi: none -> verified
                """, new ComparisonText(comparison, Disclosure.PARTIES).markdown());
    }

    @Test
    void oneChangedClauseIsToldInTheSingularAndWithoutWhatDidNotChange() {
        deals.paper("deed", "2025-01-01")
                .paper("change", "2025-02-01", adds("ban", forbids("northern", "host", Condition.ALWAYS)));
        var comparison = days("2025-01-15", "2025-02-15");
        assertEquals("""
                Before  test as of 2025-01-15, as known at 2025-02-01
                After   test as of 2025-02-15, as known at 2025-02-01

                Other answers: host
                  always: PERMITTED -> FORBIDDEN
                      by silence or various clauses -> supply/ban

                Clauses
                  + supply/ban, change
                      Forbidden, by promise to northern: to host.
                      It ends only by another instrument.

                1 kind of question with another answer; 1 clause added, 0 restated, 0 ended.
                """, text(comparison));
        var markdown = new ComparisonText(comparison, Disclosure.INTERNAL).markdown();
        assertEquals(
                List.of("### Other answers", "### Clauses"),
                markdown.lines().filter(line -> line.startsWith("#")).toList());
    }

    @Test
    void aChangeThatTouchesNoAnswerHasNoTableOfAnswers() {
        deals.paper("deed", "2025-01-01").paper("change", "2025-02-01", adds("promise", commitment("lab", "northern")));
        var comparison = days("2025-01-15", "2025-02-15");
        assertTrue(!comparison.isEmpty());
        assertEquals(
                List.of("### Obligations"),
                new ComparisonText(comparison, Disclosure.INTERNAL)
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
                  ~ supply/ban, change: its words
                      Forbidden, by promise to northern: to host.
                      It ends only by another instrument.
                """));
    }

    private static final Party NORTHERN = new Party("northern");

    private static Vocabulary words(List<String> takes, Facet... facets) {
        return Vocabulary.of(List.of(new Vocabulary.Act("host", "run", takes)), List.of(facets), List.of());
    }

    private static Facet choice(String name, String... values) {
        return Deals.choice(name, null, Facet.SuppliedBy.CALLER, values);
    }

    private static Facet size() {
        return new Facet.Count("size", "tons");
    }

    private static Condition between(long atLeast, long below) {
        return Condition.ALWAYS.and("size", new Match.Between(atLeast, below));
    }

    private static List<String> clauses(Comparison comparison) {
        return comparison.clauses().stream()
                .map(change -> change.kind() + " " + change.version().name() + " " + change.parts())
                .toList();
    }

    private Comparison days(String before, String after) {
        return Comparison.of(deals.at(before), deals.at(after));
    }

    private static Deals supply() {
        return new Deals().agreement("supply", "lab", "northern:north");
    }

    private static String text(Comparison comparison) {
        return new ComparisonText(comparison, Disclosure.INTERNAL).text();
    }

    private static List<String> answers(Comparison comparison) {
        return comparison.answers().stream()
                .map(change -> change.questions() + ": " + AnswerChange.words(change.before()) + " -> "
                        + AnswerChange.words(change.after()) + " by " + change.decidedBefore() + " -> "
                        + change.decidedAfter())
                .toList();
    }
}
