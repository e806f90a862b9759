package io.proviso.agreement.rules;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.consent;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.between;
import static io.proviso.agreement.ruling.Fixture.choice;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.party;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.units.Party;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every problem a portfolio can be told, with where it is. */
class PortfolioRulesTest {
    private static final Draft NO = clause("no", prohibition(on("host", any())));
    private static final String P = "agreements/a/instruments/p/clauses/no";

    @Test
    void everyProblemIsToldAtOnceAndNothingIsRuledOn() {
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").ends("x")))
                .silence("sell", Silence.PERMITTED)
                .pin("b", "x", "2024-01-01", "y");
        assertEquals(3, fixture.problems().size());
        assertThrows(InvalidPortfolio.class, fixture::build);
    }

    @Test
    void theVocabularyIsSoundInItself() {
        told(words(List.of(), List.of()), "vocabulary/acts/do", "the act 'do' takes no facet");
        told(words(List.of("colour"), List.of()), "vocabulary/acts/do/takes/colour", "unknown facet 'colour'");
        told(words(List.of("f"), List.of(choice("f", null))), "vocabulary/facets/f", "the facet 'f' has no values");
        told(
                words(List.of("f"), List.of(choice("f", null, "x", "x"))),
                "vocabulary/facets/f/values/x",
                "the value 'x' is listed twice");
        told(words(List.of("f"), List.of(choice("f", "y", "x"))), "vocabulary/facets/f/default", "unknown f 'y'");
        told(
                words(List.of("f"), List.of(grouped("x", List.of("x")))),
                "vocabulary/facets/f/groups/x",
                "the group 'x' has the name of a value");
        told(
                words(List.of("f"), List.of(grouped("g", List.of("z")))),
                "vocabulary/facets/f/groups/g/z",
                "unknown f 'z'");
        told(portfolio().impossible(is("colour", "red")), "vocabulary/impossible/0/colour", "unknown facet 'colour'");
    }

    @Test
    void silenceIsDeclaredForKnownActs() {
        told(portfolio().silence("sell", Silence.PERMITTED), "silence/sell", "unknown act 'sell'");
        told(portfolio(deal("a").silent("sell", Silence.PERMITTED)), "agreements/a/silence/sell", "unknown act 'sell'");
    }

    @Test
    void namesOfAgreementsInstrumentsAndClausesAreUnique() {
        told(portfolio(deal("a"), deal("a")), "agreements/a", "there are two agreements named 'a'");
        told(
                portfolio(deal("a", paper("p", "2024-01-01"), paper("p", "2024-02-01"))),
                "agreements/a/instruments/p",
                "there are two instruments named 'p'");
        told(adding(NO, NO), P, "there are two clauses named 'no'");
    }

    @Test
    void partiesProvidersAndCalendarsExist() {
        told(portfolio(deal("a").calendar("moon")), "agreements/a/calendar", "unknown calendar 'moon'");
        told(
                portfolio(deal("a").provider("oracle", "orcle")),
                "agreements/a/parties/oracle",
                "unknown provider 'orcle'");
        told(
                portfolio(deal("a", paper("p", "2024-01-01").by("amazon"))),
                "agreements/a/instruments/p/by",
                "unknown party 'amazon'");
        told(
                adding(clause("no", new Exclusivity(party("amazon"), on("host", any())))),
                P + "/exclusivity/for",
                "unknown party 'amazon'");
        told(
                adding(clause("no", Fixture.unlessConsentOf("amazon", on("host", any())))),
                P + "/prohibition/unless",
                "unknown party 'amazon'");
        told(
                portfolio(deal(
                                "a",
                                paper("p", "2024-01-01").adds(clause("no", firstRefusal(on("host", any()), "1 day"))))
                        .calendar(null)),
                P + "/first-refusal",
                "the response window has no business calendar");
    }

    @Test
    void scopesNameActsFacetsAndValuesThatFit() {
        told(
                adding(clause("no", prohibition(on("sell", any())))),
                P + "/prohibition/on/0/act/sell",
                "unknown act 'sell'");
        told(
                adding(clause("no", prohibition(on("host", is("colour", "red"))))),
                P + "/prohibition/on/0/colour",
                "unknown facet 'colour'");
        told(
                adding(clause("no", prohibition(on("host", is("licensee", "amazon"))))),
                P + "/prohibition/on/0/licensee",
                "the act 'host' does not take the facet 'licensee'");
        told(
                adding(clause("no", prohibition(on("host", is("provider", "azur"))))),
                P + "/prohibition/on/0/provider/azur",
                "unknown provider 'azur'");
        told(
                adding(clause("no", prohibition(on("host", is("gpus", "many"))))),
                P + "/prohibition/on/0/gpus",
                "'gpus' is a number of GPUs, not a word");
        told(
                adding(clause("no", prohibition(on("host", between("provider", 1, 2))))),
                P + "/prohibition/on/0/provider",
                "'provider' is not a number");
        told(
                adding(clause("no", firstRefusal(on("license", any()), "1 day"))),
                P + "/first-refusal/on",
                "the act 'license' does not take the facet 'refusal', without which this clause cannot work");
    }

    @Test
    void instrumentsChangeClausesThatStand() {
        told(
                paperOf(paper("p", "2024-01-01").ends("gone")),
                "agreements/a/instruments/p/ends/gone",
                "unknown clause 'gone'");
        told(
                paperOf(paper("p", "2024-01-01").restates(NO)),
                "agreements/a/instruments/p/restates/no",
                "unknown clause 'no'");
        told(
                paperOf(paper("p", "2024-01-01").adds(NO).restates(NO, "gone")),
                "agreements/a/instruments/p/keeps/gone",
                "unknown clause 'gone'");
        told(
                paperOf(paper("p", "2024-01-01")
                        .adds(clause("no", permission(on("host", any()))).overrides("gone"))),
                P + "/overrides/gone",
                "unknown clause 'gone'");
        told(
                paperOf(paper("p", "2024-01-01")
                        .type(Instrument.Type.INTERPRETIVE)
                        .interprets("gone", reading("x", null))),
                "agreements/a/instruments/p/interprets/gone",
                "unknown clause 'gone'");
    }

    @Test
    void anInterpretiveStatementOnlyInterpretsAndNothingElseDoes() {
        told(
                paperOf(paper("p", "2024-01-01")
                        .type(Instrument.Type.INTERPRETIVE)
                        .adds(NO)),
                "agreements/a/instruments/p",
                "an interpretive statement may only add a reading to a clause");
        told(
                paperOf(paper("p", "2024-01-01").adds(NO).interprets("no", reading("x", null))),
                "agreements/a/instruments/p",
                "only an interpretive statement interprets a clause");
    }

    @Test
    void aConsentPiercesOneClauseAndIsGivenByItsHolder() {
        var two = clause("c", permission(on("host", any()))).overrides("no", "other");
        var one = clause("c", permission(on("host", any()))).overrides("no");
        var other = clause("other", exclusivity(on("host", any())));
        var at = "agreements/a/instruments/c/clauses/c";
        var first = paper("p", "2024-01-01").adds(NO, other);
        told(
                portfolio(deal("a", first, consent("c", "2024-02-01").adds(two))),
                at + "/overrides",
                "a consent pierces exactly one clause, this one names 2");
        told(
                portfolio(deal(
                        "a",
                        first,
                        paper("c", "2024-02-01").type(Instrument.Type.WAIVER).adds(one))),
                at,
                "the waiver does not say who gives it");
        told(
                portfolio(deal(
                        "a", first, consent("c", "2024-02-01").by("softbank").adds(one))),
                at,
                "'softbank' cannot give this consent: the clause 'no' of a is held by microsoft");
        told(
                portfolio(deal("a", consent("c", "2023-02-01").by("microsoft").adds(one), first)),
                at + "/overrides",
                "the clause 'no' is not in force when this consent takes effect");
    }

    @Test
    void theCustomerHoldsNoFirstRefusalOnItsOwnPurchases() {
        var right = firstRefusal(on("host", any()), "1 day");
        var ofCustomer = new FirstRefusal(
                new Party("openai"),
                right.scope(),
                right.answering(),
                right.onLapse(),
                right.partial(),
                right.belowGang());
        told(
                adding(clause("no", ofCustomer)),
                P + "/first-refusal/holder",
                "'openai' is the customer and cannot hold a first refusal on its own purchases");
    }

    @Test
    void overridesFormNoCircleNotEvenThroughOverridesThatARestatementKeeps() {
        var may = permission(on("host", any()));
        told(
                adding(
                        clause("x", may).overrides("no"),
                        clause("no", prohibition(on("host", any()))).overrides("x")),
                P + "/overrides",
                "the clauses override each other in a circle: no > x > no");
        told(
                portfolio(deal(
                        "a",
                        paper("p", "2024-01-01").adds(NO, clause("x", may).overrides("no")),
                        paper("q", "2024-02-01").restates(clause("x", may)),
                        paper("r", "2024-03-01")
                                .restates(clause("no", prohibition(on("host", any())))
                                        .overrides("x")))),
                "agreements/a/instruments/r/restates/no/overrides",
                "the clauses override each other in a circle: no > x > no");
    }

    @Test
    void aClauseEndsByFactsAndValuesThatExist() {
        told(adding(until(milestone("agy", "verified"))), P + "/until", "unknown fact 'agy'");
        told(adding(until(milestone("agi", "done"))), P + "/until/milestone/agi/done", "unknown agi 'done'");
    }

    @Test
    void pinsChooseAmongReadingsThatExistAndSayWhy() {
        var unclear = clause("no", reading("one", null), reading("two", null));
        told(adding(unclear).pin("b", "no", "2024-01-01", "one"), "pins/0/agreement", "unknown agreement 'b'");
        told(adding(unclear).pin("a", "on", "2024-01-01", "one"), "pins/0/clause", "unknown clause 'on'");
        told(adding(unclear).pin("a", "no", "2024-01-01", "three"), "pins/0/reading/three", "unknown reading 'three'");
        var nameless = assertThrows(
                IllegalArgumentException.class,
                () -> new Pin(new ClauseName("a", "no"), List.of("one"), "counsel", " ", Fixture.day("2024-01-01")));
        assertEquals("pin on a/no: it must name a reading, who chose it and why", nameless.getMessage());
    }

    @Test
    void aPinMayChooseAReadingThatOnlyARestatementBrings() {
        var restated = clause("no", reading("one", null), reading("two", null));
        var deal = deal(
                "a",
                paper("p", "2024-01-01").adds(clause("no", permission(on("host", any())))),
                paper("change", "2024-02-01").restates(restated));
        assertEquals(
                List.of(), portfolio(deal).pin("a", "no", "2024-03-01", "two").problems());
    }

    @Test
    void overridesThatLeadToAClauseThatHasEndedAreNoCircle() {
        var deal = deal(
                "a",
                paper("p", "2024-01-01")
                        .adds(
                                clause("old", permission(on("host", any()))),
                                clause("new", permission(on("host", any()))).overrides("old")),
                paper("end", "2024-02-01").ends("old"),
                paper("change", "2024-03-01").restates(clause("new", permission(on("host", is("provider", "aws"))))));
        assertEquals(List.of(), portfolio(deal).problems());
    }

    @Test
    void attestationsNameSuppliedFacts() {
        told(portfolio().attested("provider", "aws", "2024-01-01", any()), "record/0/fact", "unknown fact 'provider'");
        told(portfolio().attested("agi", "done", "2024-01-01", any()), "record/0/value", "unknown agi 'done'");
        told(
                portfolio().attested("agi", "none", "2024-01-01", is("colour", "red")),
                "record/0/scope/colour",
                "unknown facet 'colour'");
        told(
                portfolio().attested("agi", "none", "2024-01-01", Fixture.undisclosed("product")),
                "record/0/scope/product",
                "for what the fact is attested is undisclosed");
    }

    @Test
    void everyProblemOfAPortfolioIsInTheMessageWithItsPlace() {
        var invalid = assertThrows(
                InvalidPortfolio.class,
                () -> portfolio(deal("a", paper("p", "2024-01-01").ends("x").ends("y")))
                        .build());
        assertEquals("""
            agreements/a/instruments/p/ends/x: unknown clause 'x'
            agreements/a/instruments/p/ends/y: unknown clause 'y'\
            """, invalid.getMessage());
    }

    private static Draft until(End end) {
        return clause("no", prohibition(on("host", any()))).until(end);
    }

    private static Fixture adding(Draft... drafts) {
        return paperOf(paper("p", "2024-01-01").adds(drafts));
    }

    private static Fixture paperOf(Paper paper) {
        return portfolio(deal("a", paper));
    }

    @Test
    void theDeskAsksInWordsOfTheVocabularyThatItsActTakes() {
        var facets = List.<Facet>of(
                new Facet.Choice("line", List.of("north"), Map.of(), null, Facet.SuppliedBy.CALLER),
                new Facet.Count("dth", "dekatherms a day"));
        var vocabulary =
                Vocabulary.of(List.of(new Vocabulary.Act("book", "book it", List.of("line"))), facets, List.of());
        var desk = new DeskWords(Map.of(
                DeskWords.Of.ACT, "book",
                DeskWords.Of.SUPPLIER, "dth",
                DeskWords.Of.QUANTITY, "dth",
                DeskWords.Of.REGION, "basin"));
        var fixture = portfolio().noSilence().vocabulary(vocabulary.with(desk));
        told(fixture, "desk/supplier", "unknown facet 'dth'");
        told(fixture, "desk/quantity", "the act 'book' does not take the facet 'dth'");
        told(fixture, "desk/region", "unknown facet 'basin'");
    }

    @Test
    void oneFacetTellsWhatHoldersAnswered() {
        var fixture = words(List.of("said", "heard"), List.of(Refusal.fact("said"), Refusal.fact("heard")));
        told(fixture, "vocabulary/facets/heard", "'heard' is the second facet that the desk supplies");
    }

    private static Facet grouped(String group, List<String> members) {
        return new Facet.Choice("f", List.of("x"), Map.of(group, members), null, Facet.SuppliedBy.CALLER);
    }

    private static Fixture words(List<String> takes, List<Facet> facets) {
        var act = new Vocabulary.Act("do", "do it", takes);
        return portfolio().noSilence().vocabulary(Vocabulary.of(List.of(act), facets, List.of()));
    }

    private static void told(Fixture fixture, String path, String message) {
        var problems = fixture.problems();
        assertTrue(
                problems.stream()
                        .anyMatch(problem ->
                                problem.path().equals(path) && problem.message().equals(message)),
                () -> path + ": " + message + " is not among " + problems);
    }
}
