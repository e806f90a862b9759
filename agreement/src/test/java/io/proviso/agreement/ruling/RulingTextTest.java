package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.at;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static io.proviso.agreement.ruling.Fixture.unlessConsentOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.portfolio.Disclosures;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The plain text of a ruling, line by line, one test for each section a reader may meet. */
class RulingTextTest {
    private static final String AWS = "act=host provider=aws";
    private static final Instant JUNE = day("2024-06-01");

    @Test
    void theAnswerComesFirstAndWhatItRestsOnAndHowLongItHoldsLast() {
        var fixture = of(clause("no", prohibition(on("host", any()))).until(at("2025-01-01")));
        var text = text(fixture, AWS);
        var id = fixture.ask("2024-06-01", AWS).id();
        assertEquals("""
            FORBIDDEN
            act=host provider=aws
            As of        Sat 2024-06-01 00:00:00 Z (2024-06-01T00:00:00Z)
            As known at  Mon 2024-01-01 00:00:00 Z (2024-01-01T00:00:00Z)

            Decided by
              a, clause no forbids it
                  words of no (our paraphrase)
                  Source: made up (primary text)
                  Instrument: p, in force since 2024-01-01

            Rests on     primary text at the weakest.
            Holds until  Wed 2025-01-01 00:00:00 Z (2025-01-01T00:00:00Z).
            Ruling       %s, engine %s
            Portfolio    digest
            Not legal advice.
            """.formatted(id, Rulings.ENGINE), text);
    }

    @Test
    void whereNoChangeIsKnownTheRulingHoldsUntilFurtherNotice() {
        var text = text(of(clause("may", permission(on("host", any())))), AWS);
        assertTrue(text.contains("\nHolds until  further notice; no later change is known.\n"), text);
        assertEquals("  a, clause may permits it", section(text, "Decided by").getFirst());
    }

    @Test
    void anOfferIsToldWithItsWindowAndWhenItIsOver() {
        var fixture = of(clause("right", firstRefusal(on("host", any()), "10 business days")));
        assertEquals(
                List.of(
                        "  Offer the capacity to microsoft, who has 10 business days to answer (a, clause right)",
                        "      At the soonest Sat 2024-06-01 00:00:00 Z (2024-06-01T00:00:00Z), with an answer at"
                                + " once.",
                        "      Over by Mon 2024-06-17 17:00:01 Z (2024-06-17T17:00:01Z) whatever the answer, if"
                                + " received at",
                        "        the time of this ruling."),
                section(text(fixture, AWS), "What must happen first"));
        assertEquals(
                "  a, clause right makes it conditional",
                section(text(fixture, AWS), "Decided by").getFirst());
    }

    @Test
    void anOfferThatIsOpenIsWaitedFor() {
        var fixture = of(clause("right", firstRefusal(on("host", any()), "10 business days")));
        assertEquals(
                List.of(
                        "  Wait for the answer of microsoft to the offer that is open (a, clause right)",
                        "      At the soonest Sat 2024-06-01 00:00:00 Z (2024-06-01T00:00:00Z), with an answer at"
                                + " once.",
                        "      Over by Mon 2024-06-17 17:00:01 Z (2024-06-17T17:00:01Z) whatever the answer, had the"
                                + " offer",
                        "        been received at the time of this ruling."),
                section(text(fixture, AWS + " fact:refusal=open"), "What must happen first"));
    }

    @Test
    void anUndisclosedWindowIsSaidToBeOneAndGivesNoDate() {
        var right = firstRefusal(on("host", any()), Stated.undisclosed(), FirstRefusal.OnLapse.DECLINE);
        assertEquals(
                List.of(
                        "  Offer the capacity to microsoft, who has an undisclosed time to answer (a, clause right)",
                        "      At the soonest Sat 2024-06-01 00:00:00 Z (2024-06-01T00:00:00Z), with an answer at"
                                + " once.",
                        "      No date is certain."),
                section(text(of(clause("right", right)), AWS), "What must happen first"));
    }

    @Test
    void aConsentIsAskedOfTheOneWhoGivesItForTheCompletionThatNeedsIt() {
        var fixture = of(
                clause("ask", unlessConsentOf("softbank", on("host", is("provider", "aws")))),
                clause("ask-too", unlessConsentOf("microsoft", on("host", not("provider", "aws")))));
        var steps = section(text(fixture, "act=host"), "What must happen first");
        assertEquals(
                List.of(
                        "  Obtain the consent of microsoft (a, clause ask-too) if provider is azure or oracle or own",
                        "  Obtain the consent of softbank (a, clause ask) if provider is aws"),
                steps.stream().filter(line -> line.contains("consent")).toList());
    }

    @Test
    void whatAnAnswerDependsOnIsToldBranchByBranch() {
        var text = text(of(clause("only", exclusivity(on("host", not("provider", "azure"))))), "act=host");
        assertEquals(
                List.of("  PERMITTED if provider is azure", "  FORBIDDEN if provider is oracle or aws or own"),
                section(text, "It depends"));
    }

    @Test
    void whatWasSetAsideIsToldWithAllThatSetItAside() {
        var fixture = of(
                clause("no", prohibition(on("host", any()))),
                clause("may", permission(on("host", any()))).overrides("no"),
                clause("may-too", permission(on("host", any()))).overrides("no"));
        assertEquals(
                List.of("  a, clause no, which forbids it, by may and may-too"),
                section(text(fixture, AWS), "Set aside"));
    }

    @Test
    void silenceIsToldWithItsRuleAndWhatMissed() {
        var fixture = of(clause("no", prohibition(on("host", is("provider", "own")))));
        assertEquals(
                List.of(
                        "  a says nothing; its rule for host is: permitted.",
                        "      no does not apply: provider is aws; it speaks of own"),
                section(text(fixture, AWS), "By silence"));
        assertTrue(text(fixture, AWS).contains("Rests on     an assumption at the weakest."));
        assertEquals(
                List.of("  No agreement takes part; the portfolio's rule for host is: permitted."),
                section(text(portfolio(), AWS), "By silence"));
    }

    @Test
    void aChosenReadingIsToldWithWhoChoseItAndWhy() {
        var unclear = clause(
                "unclear",
                reading("strict", prohibition(on("host", any()))),
                reading("mild", permission(on("host", any()))),
                reading("milder", permission(on("host", any()))));
        var text = text(of(unclear).pin("a", "unclear", "2024-02-01", "mild", "milder"), AWS);
        assertEquals(
                List.of(
                        "  a, clause unclear is read as mild or milder: chosen by counsel on 2024-02-01",
                        "      it reads better"),
                section(text, "Readings chosen"));
        assertEquals(
                "  a, clause unclear, read as 'mild' permits it",
                section(text, "Decided by").getFirst());
    }

    @Test
    void wordsAreQuotedOrMarkedAsOursAndEveryWeaknessIsNamed() {
        assertEquals(
                List.of(
                        "  a, clause c permits it",
                        "      “Any cloud.”",
                        "      Source: a filing (press reports), https://example.org/filing",
                        "      Instrument: p, in force since 2024-01-01",
                        "      Assumed, published by nobody: window, cut-off",
                        "      Reported by the press only: cap"),
                section(RulingText.of(resting(Disclosure.PUBLIC), Disclosure.INTERNAL), "Decided by"));
    }

    @Test
    void wordsThatAreNotDisclosedToAnAudienceAreWithheldFromIt() {
        var ruling = resting(Disclosure.PARTIES);
        assertEquals(
                "      “Any cloud.”",
                section(shown(ruling, Disclosure.PARTIES), "Decided by").get(1));
        assertEquals(
                "      “Any cloud.”",
                section(shown(ruling, Disclosure.INTERNAL), "Decided by").get(1));
        var withheld = shown(ruling, Disclosure.PUBLIC);
        assertEquals(
                List.of(
                        "  a, clause c permits it",
                        "      What it says is withheld from this audience.",
                        "      Instrument: p, in force since 2024-01-01"),
                section(withheld, "Decided by"));
        assertEquals(List.of("  a, clause c, which permits it, by d"), section(withheld, "Set aside"));
        assertEquals(
                "withheld from this audience",
                ruling.disclosedTo(Disclosure.PUBLIC)
                        .setAside()
                        .getFirst()
                        .cited()
                        .words()
                        .says());
        assertEquals(ruling, ruling.disclosedTo(Disclosure.INTERNAL));
    }

    @Test
    void ofAClauseThatAnAudienceMayNotReadNeitherTheWindowNorTheDateNorWhyItMissesIsTold() {
        var right = firstRefusal(on("host", is("provider", "aws")), "5 days");
        var portfolio = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01").adds(clause("right", right).disclosed(Disclosure.PARTIES))))
                .build();
        var rulings = Rulings.of(portfolio);
        var asked = rulings.rule(Fixture.question(portfolio, AWS), JUNE, JUNE);
        assertEquals(
                List.of(
                        "  Offer the capacity to microsoft, who has a time that is withheld from this audience to"
                                + " answer (a,",
                        "    clause right)",
                        "      At the soonest Sat 2024-06-01 00:00:00 Z (2024-06-01T00:00:00Z), with an answer at"
                                + " once.",
                        "      When it is over at the latest is withheld from this audience."),
                section(RulingText.of(asked, Disclosure.PUBLIC), "What must happen first"));
        assertTrue(RulingText.of(asked, Disclosure.PARTIES).contains("who has 5 days to answer"));
        var missed = rulings.rule(Fixture.question(portfolio, "act=host provider=own"), JUNE, JUNE);
        assertEquals(
                "      right does not apply: withheld from this audience",
                section(RulingText.of(missed, Disclosure.PUBLIC), "By silence").getLast());
        assertEquals(
                "      right does not apply: provider is own; it speaks of aws",
                section(RulingText.of(missed, Disclosure.PARTIES), "By silence").getLast());
    }

    @Test
    void onWhichReadingOfAClauseItDependsIsToldToThoseWhoMayReadTheClause() {
        var unclear = clause(
                        "unclear",
                        reading("all", prohibition(on("host", any()))),
                        reading("own", prohibition(on("host", is("provider", "own")))))
                .disclosed(Disclosure.PARTIES);
        var portfolio =
                portfolio(deal("a", paper("p", "2024-01-01").adds(unclear))).build();
        var ruling = Rulings.of(portfolio).rule(Fixture.question(portfolio, AWS), JUNE, JUNE);
        assertEquals(
                List.of("  FORBIDDEN if reading of a/unclear is all", "  PERMITTED if reading of a/unclear is own"),
                section(RulingText.of(ruling, Disclosure.PARTIES), "It depends"));
        assertEquals(
                List.of("  PERMITTED or FORBIDDEN: what is open in a/unclear is withheld from this audience"),
                section(RulingText.of(ruling, Disclosure.PUBLIC), "It depends"));
    }

    @Test
    void aSourceLeadsToTheWebOnly() {
        assertThrows(
                IllegalArgumentException.class, () -> new Source("a page", "javascript:alert(1)", Confidence.PRIMARY));
    }

    @Test
    void ofAPinOnAClauseThatAnAudienceMayNotReadNothingIsTold() {
        var unclear = clause("unclear", reading("all", prohibition(on("host", any()))), reading("none", null))
                .disclosed(Disclosure.PARTIES);
        var portfolio = portfolio(deal("a", paper("p", "2024-01-01").adds(unclear)))
                .pin("a", "unclear", "2024-01-01", "all")
                .build();
        var ruling = Rulings.of(portfolio).rule(Fixture.question(portfolio, AWS), JUNE, JUNE);
        assertTrue(RulingText.of(ruling, Disclosure.PARTIES).contains("clause unclear, read as 'all' forbids it"));
        var withheld = RulingText.of(ruling, Disclosure.PUBLIC);
        assertTrue(withheld.contains("clause unclear forbids it"), withheld);
        assertFalse(withheld.contains("Readings chosen"), withheld);
    }

    @Test
    void everyConfidenceHasItsWords() {
        var words = new ArrayList<String>();
        for (var confidence : Confidence.values()) {
            var text = text(of(clause("may", permission(on("host", any()))).confidence(confidence)), AWS);
            words.add(text.lines()
                    .filter(line -> line.startsWith("Rests on"))
                    .findFirst()
                    .orElse(""));
        }
        assertEquals(
                List.of(
                        "Rests on     primary text at the weakest.",
                        "Rests on     a party's statement as quoted elsewhere at the weakest.",
                        "Rests on     press reports at the weakest.",
                        "Rests on     secondary sources at the weakest.",
                        "Rests on     an assumption at the weakest."),
                words);
    }

    @Test
    void linesAreBrokenBetweenWordsAtAHundredCharacters() {
        for (int length = 80; length <= 100; length++) {
            var paragraph = "w".repeat(length) + " end";
            var says = section(RulingText.of(saying(paragraph), Disclosure.INTERNAL), "Decided by");
            var whole = "      “" + paragraph + "”";
            var expected =
                    whole.length() <= 100 ? List.of(whole) : List.of("      “" + "w".repeat(length), "        end”");
            assertEquals(expected, says.subList(1, 1 + expected.size()));
        }
    }

    @Test
    void reportedParametersWeakenAStrongSourceOnlyAndAssumedOnesAny() {
        for (var confidence : Confidence.values()) {
            var source = new Source("made up", null, confidence);
            var weakest = confidence.compareTo(Confidence.REPORTED) > 0 ? confidence : Confidence.REPORTED;
            assertEquals(confidence, Provenance.of(source, JUNE).weakest());
            assertEquals(weakest, new Provenance(source, JUNE, Set.of(), Set.of("cap")).weakest());
            assertEquals(Confidence.ASSUMED, new Provenance(source, JUNE, Set.of("window"), Set.of("cap")).weakest());
        }
    }

    private static Fixture of(Draft... drafts) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(drafts)));
    }

    private static String text(Fixture fixture, String words) {
        return RulingText.of(fixture.ask("2024-06-01", words), Disclosure.INTERNAL);
    }

    private static String shown(Ruling ruling, Disclosure audience) {
        return RulingText.of(ruling, audience);
    }

    /** The lines under a heading up to the next blank one; empty if there is no such heading. */
    private static List<String> section(String text, String title) {
        return Arrays.stream(text.split("\n\n", -1))
                .filter(part -> part.startsWith(title + "\n"))
                .flatMap(part -> part.lines().skip(1))
                .toList();
    }

    private static Ruling resting(Disclosure disclosure) {
        var source = new Source("a filing", "https://example.org/filing", Confidence.REPORTED);
        var assumed = new LinkedHashSet<>(List.of("window", "cut-off"));
        var provenance = new Provenance(source, JUNE, assumed, Set.of("cap"));
        return citing("Any cloud.", provenance, disclosure);
    }

    private static Ruling saying(String words) {
        return citing(words, Provenance.of(Fixture.SOURCE, JUNE), Disclosure.PUBLIC);
    }

    private static Ruling citing(String words, Provenance provenance, Disclosure disclosure) {
        var cited = new Citation(
                new ClauseName("a", "c"),
                "p",
                Effect.PERMIT,
                null,
                new Words(words, Words.Kind.QUOTE),
                provenance,
                disclosure,
                day("2024-01-01"));
        var question = new Question("host", Map.of(), Map.of());
        return new Ruling(
                "rul-1",
                Outcome.PERMITTED,
                new Ruling.Asking(question, JUNE, JUNE, "digest", Rulings.ENGINE),
                List.of(cited),
                List.of(new Ruling.SetAside(cited, List.of(new ClauseName("a", "d")))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Confidence.PRIMARY,
                new Ruling.Telling(ZoneOffset.UTC, new Disclosures(Map.of()), Map.of(), List.of(), Map.of()),
                null,
                null);
    }
}
