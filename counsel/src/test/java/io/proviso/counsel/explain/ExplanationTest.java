package io.proviso.counsel.explain;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.anyOf;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.english.Draft.clause;
import static io.proviso.counsel.english.Draft.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.counsel.Deals;
import io.proviso.units.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north");

    @Test
    void aRulingIsExplainedFromTheQuestionOverEachAgreementToTheOutcome() {
        var press = new Source("The Daily Harbour", "https://example.com/north?a=1&b=2", Confidence.REPORTED);
        deals.paper(
                        "deed",
                        "2025-01-01",
                        clause("ban", forbids("northern", "host", is("provider", "south")))
                                .quote("nothing <runs> elsewhere")
                                .source(press)
                                .assumed("for")
                                .reported("provider")
                                .adds(),
                        adds("leave", permits("host", is("product", "api"))),
                        adds("other", forbids("northern", "host", is("provider", "east"))))
                .paper("change", "2025-03-01", adds("save", permits("host", is("product", "api")), "ban"))
                .agreement("second", "lab", "southern:south")
                .silent("host", Silence.FORBIDDEN)
                .paper("deed", "2025-01-01");
        var explanation = explain("act=host provider=south product=api");
        assertEquals("FORBIDDEN  " + explanation.ruling() + """


            1. The question: host, as of 2025-06-01, as known at 2025-03-01
               - provider is south, as asked
               - product is api, as asked
               - agi is none, by default of the vocabulary

            2. second, by itself: FORBIDDEN
               - Silence on this act is prohibition

            3. supply, by itself: PERMITTED
               - Clause leave stands and permits it
                   words of leave (our paraphrase)
                   Source: made up (primary text)
                   Instrument: deed, since 2025-01-01
               - Clause save stands and permits it
                   words of save (our paraphrase)
                   Source: made up (primary text)
                   Instrument: change, since 2025-03-01
               - Clause ban applies and forbids it, but is set aside by save
                   “nothing <runs> elsewhere”
                   Source: The Daily Harbour (press reports), https://example.com/north?a=1&b=2
                   Instrument: deed, since 2025-01-01
                   Assumed, published by nobody: for
                   Reported by the press only: provider
               - Speak of this act, but not of this question
                 - other: provider is south; it speaks of east

            4. Together: FORBIDDEN
               One prohibition forbids, whatever the other agreements permit: second.

            Not legal advice.
            """, ExplanationText.text(explanation));
    }

    @Test
    void whereAFactComesFromIsToldAndWhatIsLeftOpenIsListed() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "ban",
                                forbids("northern", "host", is("product", "api").and("provider", anyOf("south")))))
                .attested("agi", "verified", "2025-02-01");
        assertEquals(
                List.of(
                        "agi is verified, as attested in the record",
                        "left open, so every value is looked at: provider, product"),
                says(explain("act=host").steps().getFirst()));
        assertEquals(
                List.of(
                        "provider is south, as asked",
                        "agi is none, as supposed by whoever asks",
                        "left open, so every value is looked at: product"),
                says(explain("act=host provider=south", Disclosure.INTERNAL, "agi=none")
                        .steps()
                        .getFirst()));
    }

    @Test
    void whatIsOpenIsToldWithWhatItDecides() {
        deals.paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))));
        var explanation = explain("act=host product=api");
        assertEquals("Together: UNDETERMINED", explanation.steps().get(2).says());
        assertEquals(
                List.of("Completions of what is open come out differently."),
                explanation.steps().get(2).because());
        assertEquals("What is open decides", explanation.steps().get(3).says());
        assertEquals(
                List.of("PERMITTED if provider is north or east", "FORBIDDEN if provider is south"),
                says(explanation.steps().get(3)));
        assertEquals(
                List.of(
                        "Clause ban stands and forbids it",
                        "Where no clause stands: Silence on this act is permission"),
                says(explanation.steps().get(1)));
    }

    @Test
    void aStepThatMustHappenFirstIsToldWithItsClauseAndTheDayItIsOverBy() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds("refusal", firstRefusal("northern", is("provider", "south"), "5 business days")));
        var explanation = explain("act=acquire provider=south");
        assertEquals(
                List.of("No agreement forbids it; what one of them asks for first must be done."),
                explanation.steps().get(2).because());
        var needed = explanation.steps().get(3);
        assertEquals("What must happen first", needed.says());
        assertEquals(List.of("Offer the capacity to northern, who has 5 business days to answer"), says(needed));
        assertEquals(
                List.of(
                        "Clause refusal of supply",
                        "Over by 2025-06-09T17:00:01 Z whatever the answer, if received at the time of the ruling."),
                needed.under().getFirst().because());
        assertTrue(says(explanation.steps().get(1)).contains("Clause refusal stands and makes it conditional"));
    }

    @Test
    void aConsentMayNeverComeAndIsNeededOnlyWhereItsClauseStands() {
        var south = Scope.of("host", is("provider", "south"));
        var elsewhere = Scope.of("host", not("provider", "south"));
        deals.paper(
                "deed",
                "2025-01-01",
                adds(
                        "south",
                        new Prohibition(new Party("northern"), south, new Prohibition.Consent(new Party("northern")))),
                adds(
                        "elsewhere",
                        new Prohibition(new Party("northern"), elsewhere, new Prohibition.Consent(new Party("lab")))));
        var needed = explain("act=host product=api").steps().getLast();
        assertEquals(
                List.of(
                        "Obtain the consent of lab if provider is north or east",
                        "Obtain the consent of northern if provider is south"),
                says(needed));
        assertEquals(
                List.of("Clause elsewhere of supply", "No date is certain."),
                needed.under().getFirst().because());
    }

    @Test
    void whereNoAgreementTakesPartThePortfoliosOwnSilenceIsTheExplanation() {
        deals.noSilenceOn("host").paper("deed", "2025-01-01");
        var together = explain("act=host").steps().getLast();
        assertEquals("Together: PERMITTED", together.says());
        assertEquals(
                List.of("No agreement takes part; the portfolio's own rule on silence holds."), together.because());
    }

    @Test
    void whatEveryAgreementPermitsIsPermittedByAllOfThem() {
        deals.paper("deed", "2025-01-01");
        assertEquals(
                List.of("Every agreement that takes part permits it."),
                explain("act=host").steps().getLast().because());
    }

    @Test
    void anAgreementAtOddsWithItselfIsCalledSo() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds("ban", forbids("northern", "host", Condition.ALWAYS)),
                adds("leave", permits("host", Condition.ALWAYS)));
        assertEquals(
                "supply, by itself: a clash of its own clauses",
                explain("act=host").steps().get(1).says());
    }

    @Test
    void aPinnedReadingIsToldWithWhoPinnedItAndWhy() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        clause(
                                        "unclear",
                                        reading("narrow", permits("host", Condition.ALWAYS)),
                                        reading("wide", exclusive("northern", "host", not("provider", "north"))))
                                .adds(),
                        adds("ban", forbids("northern", "host", is("product", "other"))))
                .pin("supply", "unclear", "2025-02-01", "wide");
        var cited = explain("act=host provider=south product=api")
                .steps()
                .get(1)
                .under()
                .getFirst();
        assertEquals("Clause unclear, read as 'wide', stands and forbids it", cited.says());
        assertEquals(
                "Pinned on 2025-02-01 by counsel: it reads better",
                cited.because().getLast());
        var other =
                explain("act=host provider=south product=other").steps().get(1).under();
        assertEquals("Clause ban stands and forbids it", other.getFirst().says());
        assertTrue(other.getFirst().because().stream().noneMatch(line -> line.startsWith("Pinned")));
    }

    @Test
    void anAudienceReadsThatAConfidentialClauseDecidedButNeitherItsWordsNorItsPin() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        clause(
                                        "secret",
                                        reading("narrow", permits("host", Condition.ALWAYS)),
                                        reading("wide", exclusive("northern", "host", not("provider", "north"))))
                                .internal()
                                .adds())
                .pin("supply", "secret", "2025-02-01", "wide");
        var cited = explain("act=host provider=south", Disclosure.PUBLIC)
                .steps()
                .get(1)
                .under()
                .getFirst();
        assertEquals("Clause secret stands and forbids it", cited.says());
        assertEquals(
                List.of("What it says is withheld from this audience.", "Instrument: deed, since 2025-01-01"),
                cited.because());
        var missed = explain("act=host provider=north", Disclosure.PUBLIC)
                .steps()
                .get(1)
                .under()
                .getLast();
        assertEquals(List.of("secret: withheld from this audience"), says(missed));
        assertFalse(
                says(explain("act=host provider=north").steps().get(1).under().getLast())
                        .getFirst()
                        .endsWith("withheld from this audience"));
    }

    @Test
    void aConfidentialClauseThatAMilestoneHasEndedStaysConfidentialWhereItMissed() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        clause("secret", forbids("northern", "host", is("provider", "south")))
                                .until(new End.OnMilestone("agi", List.of("verified")))
                                .internal()
                                .adds())
                .attested("agi", "verified", "2025-02-01");
        var told = ExplanationText.text(explain("act=host provider=south", Disclosure.PUBLIC));
        assertTrue(told.contains("- secret: withheld from this audience"), told);
        assertFalse(told.contains("it speaks of"), told);
    }

    @Test
    void theWindowOfAConfidentialRightIsWithheldWithTheDayItIsOverBy() {
        deals.paper(
                "deed",
                "2025-01-01",
                clause("refusal", firstRefusal("northern", is("provider", "south"), "5 business days"))
                        .internal()
                        .adds());
        var needed =
                explain("act=acquire provider=south", Disclosure.PUBLIC).steps().getLast();
        assertEquals(
                List.of("Offer the capacity to northern, who has a time that is withheld from this audience to answer"),
                says(needed));
        assertEquals(
                List.of("Clause refusal of supply", "When it is over at the latest is withheld from this audience."),
                needed.under().getFirst().because());
    }

    @Test
    void aConfidentialClauseWithholdsNothingOfOthersNorOfItsNamesakeElsewhere() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds("open", forbids("northern", "host", is("provider", "south"))),
                        clause("secret", forbids("northern", "host", is("provider", "south")))
                                .internal()
                                .adds())
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        clause("open", forbids("southern", "host", is("provider", "east")))
                                .internal()
                                .adds());
        var explanation = explain("act=host provider=north", Disclosure.PUBLIC);
        assertEquals(
                List.of("open: provider is north; it speaks of south", "secret: withheld from this audience"),
                says(explanation.steps().get(2).under().getLast()));
        assertEquals(
                List.of("open: withheld from this audience"),
                says(explanation.steps().get(1).under().getLast()));
    }

    @Test
    void asMarkdownWhatAStepRestsOnStandsUnderItInItalics() {
        var explanation = new Explanation("rul-1", Outcome.FORBIDDEN, steps());
        assertEquals("""
            **FORBIDDEN** `rul-1`

            - first \\*star\\*
              - *because of it*
              - inner
                - *a deeper cause*
                - innermost
            - last

            Not legal advice.
            """, ExplanationText.markdown(explanation));
    }

    @Test
    void asAPageEveryStepThatHasMoreToSayOpensAndTheOutermostAreOpen() {
        var page = ExplanationText.page(new Explanation("rul-1", Outcome.FORBIDDEN, steps()), List.of());
        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"), page);
        assertTrue(page.contains("<title>FORBIDDEN: rul-1</title>\n<style>"), page);
        assertTrue(page.contains(".because,.foot{"), page);
        assertTrue(page.endsWith("""
            <h1>FORBIDDEN: rul-1</h1>
            <details open="open"><summary>first *star*</summary>
            <p class="because">because of it</p>
            <details><summary>inner</summary>
            <p class="because">a deeper cause</p>
            <div class="leaf"><p>innermost</p></div>
            </details>
            </details>
            <div class="leaf"><p>last</p></div>
            <p class="foot">Not legal advice.</p>
            </main>
            </body>
            </html>
            """), page);
    }

    private static List<Explanation.Step> steps() {
        var inner = new Explanation.Step("inner", List.of("a deeper cause"), List.of(Explanation.Step.of("innermost")));
        return List.of(
                new Explanation.Step("first *star*", List.of("because of it"), List.of(inner)),
                Explanation.Step.of("last"));
    }

    private static List<String> says(Explanation.Step step) {
        return step.under().stream().map(Explanation.Step::says).toList();
    }

    private Explanation explain(String words) {
        return explain(words, Disclosure.INTERNAL);
    }

    private Explanation explain(String words, Disclosure audience, String... facts) {
        var from = deals.at("2025-06-01");
        var question = QuestionReader.read(from.portfolio(), List.of(words.split(" ", -1)), List.of(facts));
        return Explanation.of(from.compiled().reasoning(question, from.asOf(), from.knownAt()), from, audience);
    }
}
