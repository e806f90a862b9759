package io.proviso.counsel.compare;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.english.Draft.clause;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Scope;
import io.proviso.counsel.Deals;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonInBriefTest {
    private static final Change BAN = adds("ban", forbids("northern", "host", is("provider", "south")));

    private static Deals deals() {
        return new Deals().agreement("supply", "lab", "northern:north");
    }

    static Stream<Arguments> headlines() {
        var host = exclusive("northern", "host", not("provider", "north"));
        return Stream.of(
                Arguments.of(deals().paper("deed", "2025-01-01", BAN), "Nothing differs"),
                Arguments.of(
                        deals().paper("deed", "2025-01-01").paper("change", "2025-02-01", BAN),
                        "host, provider south: PERMITTED -> FORBIDDEN"),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("wall", host))
                                .paper(
                                        "change",
                                        "2025-02-01",
                                        clause("wall", exclusive("northern", "host", is("provider", "south")))
                                                .restates()),
                        "host, provider east: FORBIDDEN -> PERMITTED"),
                Arguments.of(
                        deals().paper(
                                        "deed",
                                        "2025-01-01",
                                        adds("wall", exclusive("northern", "acquire", not("provider", "north"))))
                                .paper(
                                        "change",
                                        "2025-02-01",
                                        new Change.Ends("wall", List.of()),
                                        adds(
                                                "right",
                                                firstRefusal(
                                                        "northern",
                                                        not("provider", "north")
                                                                .and("workload", Deals.anyOf("training")),
                                                        "5 days"))),
                        "acquire, provider not north, workload training: FORBIDDEN -> offer to northern first"),
                Arguments.of(
                        deals().paper("deed", "2025-01-01")
                                .paper("change", "2025-02-01", adds("promise", commitment("lab", "northern"))),
                        "No question has another answer"),
                Arguments.of(
                        deals().paper("deed", "2025-01-01")
                                .paper(
                                        "change",
                                        "2025-02-01",
                                        addsUnclear("ban", forbids("northern", "host", Condition.ALWAYS), null)),
                        "host: PERMITTED -> UNDETERMINED"),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", BAN)
                                .paper("change", "2025-02-01", new Change.Ends("ban", List.of())),
                        "host, provider south: FORBIDDEN -> PERMITTED"),
                Arguments.of(
                        deals().paper("deed", "2025-01-01")
                                .paper(
                                        "change",
                                        "2025-02-01",
                                        adds("ban", forbids("northern", "host", is("agi", "verified")))),
                        "Only where a fact is supposed: host, agi verified: PERMITTED -> FORBIDDEN"),
                Arguments.of(
                        deals().paper("deed", "2025-01-01")
                                .paper(
                                        "change",
                                        "2025-02-01",
                                        adds(
                                                "few",
                                                forbids(
                                                        "northern",
                                                        "acquire",
                                                        Condition.ALWAYS.and("gpus", new Match.Between(0, 64))))),
                        "acquire, gpus 0..63: PERMITTED -> FORBIDDEN"));
    }

    @ParameterizedTest
    @MethodSource("headlines")
    void theHeadlineIsOneSentence(Deals deals, String headline) {
        assertEquals(
                headline, ComparisonText.headline(PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-15"))));
    }

    @Test
    void aClauseThatTakesOverFromAClauseIsTheHeadlineAlsoWhereMoreIsLeftToSilence() {
        var deals = deals().paper(
                        "deed", "2025-01-01", adds("wall", exclusive("northern", "acquire", not("provider", "north"))))
                .paper(
                        "change",
                        "2025-02-01",
                        new Change.Ends("wall", List.of()),
                        adds(
                                "right",
                                firstRefusal(
                                        "northern",
                                        is("provider", "south").and("workload", Deals.anyOf("training")),
                                        "5 days")));
        var comparison = PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-15"));
        assertEquals("FORBIDDEN -> PERMITTED", outcomes(comparison.asked().getFirst()));
        assertEquals(
                "acquire, provider south, workload training: FORBIDDEN -> offer to northern first",
                ComparisonText.headline(comparison));
    }

    private static String outcomes(AnswerChange row) {
        return AnswerChange.brief(row.before()) + " -> " + AnswerChange.brief(row.after());
    }

    @Test
    void aRowWithAnExceptionIsOneRow() {
        var deals = deals().paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds("ban", forbids("northern", "host", Condition.ALWAYS)),
                        adds(
                                "leave",
                                permits("host", is("provider", "east").and("product", Deals.anyOf("api"))),
                                "ban"));
        assertEquals("""
            test, as of 2025-01-15 -> 2025-02-15, as known at 2025-02-01

            host (except where provider east, product api): PERMITTED -> FORBIDDEN.

            Share of the questions about an act, and their answers before and after
              83 % host (except where provider east, product api): PERMITTED -> FORBIDDEN

            Clauses of supply: added ban, leave
            More: -v has every row, who decides, each clause
            """, brief(deals));
    }

    @Test
    void nothingThatDiffersIsSaidInOneLine() {
        assertEquals("""
            test, as of 2025-01-15 -> 2025-02-15, as known at 2025-01-01

            Nothing differs.
            """, brief(deals().paper("deed", "2025-01-01", BAN)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, <1 %",
        "0.0049, <1 %",
        "0.005, 1 %",
        "0.5, 50 %",
        "0.994, 99 %",
        "0.996, >99 %",
        "0.9999, >99 %",
        "1, 100 %"
    })
    void aShareIsNeitherNothingNorAllUnlessItIs(double share, String words) {
        assertEquals(words, ComparisonInBrief.share(share));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "7", "8", "20", "60", "200"})
    void howeverMuchDiffersItFitsAScreen(int clauses) {
        var changes = new ArrayList<Change>();
        IntStream.range(0, clauses)
                .forEach(i -> changes.add(adds(
                        "a-clause-with-a-rather-long-name-" + i,
                        forbids(
                                "northern",
                                "acquire",
                                is("provider", i % 2 == 0 ? "south" : "east")
                                        .and("gpus", new Match.Between(100L * i, 100L * i + 50))))));
        var text = brief(
                deals().paper("deed", "2025-01-01").paper("change", "2025-02-01", changes.toArray(Change[]::new)));
        assertTrue(text.lines().count() <= 24, text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }

    @ParameterizedTest
    @CsvSource({
        "a|b|c|d|e, false, a or b or c or d or e",
        "a|b|c|d|e|f, false, a or b or c or d or 2 others",
        "a|b|c|d|e|f|g, true, not a or b or c or d or 3 others",
        "1..2|4..5|7 or more, false, 1..2 or 4..5 or 7 or more"
    })
    void aSentenceNamesFourValuesAndCountsTheOthers(String told, boolean leftOut, String few) {
        var limit = new AnswerChange.Limit("facet", List.of(), List.of(told.split("\\|", -1)), leftOut, false);
        assertEquals(few, limit.fewWords());
    }

    @Test
    void twoStatesOfKnowledgeAndTwoPortfoliosAreNamedAsSuch() {
        var deals = deals().paper("deed", "2025-01-01").paper("change", "2025-02-01", "2025-03-01", BAN);
        var text = new ComparisonText(
                        PortfolioDiff.of(deals.at("2025-02-15", "2025-02-20"), deals.at("2025-02-15", "2025-03-01")),
                        Disclosure.INTERNAL)
                .brief();
        assertTrue(text.startsWith("test, as of 2025-02-15, as known at 2025-02-20 -> 2025-03-01\n"), text);
        var both = new ComparisonText(
                        PortfolioDiff.of(deals.at("2025-01-15", "2025-02-20"), deals.at("2025-02-15", "2025-03-01")),
                        Disclosure.INTERNAL)
                .brief();
        assertTrue(both.startsWith("Before: test as of 2025-01-15, as known at 2025-02-20\nAfter: test"), both);
    }

    @Test
    void aConsentThatIsNeededFirstIsSaidAsThat() {
        var northern = new Party("northern");
        var deals = deals().paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds(
                                "ask",
                                new Prohibition(
                                        northern,
                                        Scope.of("host", Condition.ALWAYS),
                                        new Prohibition.Consent(northern))));
        assertEquals(
                "host: PERMITTED -> consent of northern first",
                ComparisonText.headline(PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-15"))));
    }

    private static String brief(Deals deals) {
        return new ComparisonText(PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-15")), Disclosure.INTERNAL)
                .brief();
    }

    @Test
    void whatBecameOfClausesIsSaidInWordsNotInSigns() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        adds("old", permits("acquire", is("provider", "south"))),
                        adds("kept", forbids("northern", "host", is("provider", "east"))))
                .paper(
                        "change",
                        "2025-02-01",
                        BAN,
                        new Change.Ends("old", List.of()),
                        clause("kept", forbids("northern", "host", is("product", "api")))
                                .restates());
        var comparison = PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-15"));
        var brief = new ComparisonText(comparison, Disclosure.INTERNAL).brief();
        assertTrue(brief.contains("\nClauses of supply: added ban; restated kept; ended old\n"), brief);
    }
}
