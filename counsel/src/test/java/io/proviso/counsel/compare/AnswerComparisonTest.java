package io.proviso.counsel.compare;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Scope;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Standpoint;
import io.proviso.units.Party;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerComparisonTest {
    private static final Party NORTHERN = new Party("northern");

    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north");

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
                        "host where provider not north, product api: PERMITTED -> FORBIDDEN by [] -> [supply/ban]",
                        "acquire where provider north, gpus 100..999: PERMITTED -> FORBIDDEN by [] -> [supply/few]"),
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
                                        new Prohibition.Consent(new Party("northern")))));
        assertEquals(
                List.of(
                        "acquire where provider south, refusal declined or lapsed or waived: PERMITTED -> CONDITIONAL"
                                + " (consent of northern) by [] -> [supply/consent]",
                        "acquire where provider south, refusal none or open: CONDITIONAL (offer to northern) ->"
                                + " CONDITIONAL (consent of northern) by [supply/refusal] -> [supply/consent]",
                        "acquire where provider south, refusal accepted: FORBIDDEN -> CONDITIONAL (consent of"
                                + " northern) by [supply/refusal] -> [supply/consent]"),
                answers(days("2025-01-15", "2025-02-01")));
    }

    @Test
    void anOpenReadingMakesAnswersUndetermined() {
        deals.paper("deed", "2025-01-01")
                .paper("change", "2025-02-01", addsUnclear("ban", forbids("northern", "host", Condition.ALWAYS), null));
        assertEquals(
                List.of("host, whatever else is asked: PERMITTED -> UNDETERMINED (PERMITTED or FORBIDDEN) by [] ->"
                        + " [supply/ban]"),
                answers(days("2025-01-15", "2025-02-01")));
    }

    @Test
    void whatIsUndeterminedBeforeAndAfterIsToldWithWhatHasToHappenFirst() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        addsUnclear("right", Deals.firstRefusal("northern", is("provider", "south"), "5 days"), null))
                .paper(
                        "change",
                        "2025-02-01",
                        new Change.Ends("right", List.of()),
                        addsUnclear(
                                "consent",
                                new Prohibition(
                                        NORTHERN,
                                        Scope.of("acquire", is("provider", "south")),
                                        new Prohibition.Consent(NORTHERN)),
                                null));
        var told = days("2025-01-15", "2025-02-01").answers().stream()
                .map(AnswerChange::sentence)
                .toList();
        assertTrue(
                told.contains("acquire, provider south, refusal none or open: UNDETERMINED (PERMITTED or CONDITIONAL"
                        + " (offer to northern)) -> UNDETERMINED (PERMITTED or CONDITIONAL (consent of northern))"),
                told::toString);
    }

    @Test
    void twoConsentsThatAreBothNeededAreToldTogether() {
        deals.paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds(
                                "one",
                                new Prohibition(
                                        NORTHERN,
                                        Scope.of("host", Condition.ALWAYS),
                                        new Prohibition.Consent(NORTHERN))),
                        adds(
                                "other",
                                new Prohibition(
                                        NORTHERN,
                                        Scope.of("host", Condition.ALWAYS),
                                        new Prohibition.Consent(new Party("lab")))));
        assertEquals(
                List.of("host, whatever else is asked: PERMITTED -> CONDITIONAL (consent of lab and consent of"
                        + " northern) by [] -> [supply/one, supply/other]"),
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
        var comparison = PortfolioDiff.of(old, now);
        assertEquals(
                List.of(
                        "host where size 50..99: PERMITTED -> FORBIDDEN by [] -> [supply/big]",
                        "host where hull wood, size 100 or more, flag red: PERMITTED -> FORBIDDEN by [] ->"
                                + " [supply/wood]"),
                answers(comparison));
        assertEquals(
                List.of(
                        "no longer: facet berth",
                        "new: facet flag",
                        "no longer: value of hull straw",
                        "new: value of hull glass",
                        "what the act host takes: hull, size, berth -> hull, size, flag"),
                comparison.remarks());
    }

    @Test
    void whereTheVocabulariesShareNoValueOfAFacetThereIsNoQuestionToCompare() {
        var wood = hosting(choice("hull", "wood"), Silence.PERMITTED);
        assertEquals(List.of(), answers(PortfolioDiff.of(wood, hosting(choice("hull", "steel"), Silence.FORBIDDEN))));
        assertEquals(
                List.of("host, whatever else is asked: PERMITTED -> FORBIDDEN by [] -> []"),
                answers(PortfolioDiff.of(wood, hosting(choice("hull", "steel", "wood"), Silence.FORBIDDEN))));
    }

    @Test
    void aFacetThatWasChosenAndIsCountedNowSharesNoValueEither() {
        var chosen = hosting(choice("size", "small", "large"), Silence.PERMITTED);
        var counted = hosting(size(), Silence.FORBIDDEN);
        assertEquals(List.of(), answers(PortfolioDiff.of(chosen, counted)));
        assertEquals(List.of(), answers(PortfolioDiff.of(counted, chosen)));
        assertTrue(PortfolioDiff.of(chosen, counted).remarks().contains("facet size: chosen -> counted"));
    }

    @Test
    void numbersAreToldFromZeroOn() {
        deals.paper("deed", "2025-01-01")
                .paper(
                        "change",
                        "2025-02-01",
                        adds(
                                "few",
                                forbids(
                                        "northern",
                                        "acquire",
                                        Condition.ALWAYS.and("gpus", new Match.Between(0, 64)))));
        assertEquals(
                List.of("acquire where gpus 0..63: PERMITTED -> FORBIDDEN by [] -> [supply/few]"),
                answers(days("2025-01-15", "2025-02-01")));
    }

    @Test
    void someValuesAreToldByTheNameOfTheirGroupOrInTheFewerWords() {
        var sizes = new Facet.Choice(
                "size",
                List.of("xs", "s", "l", "xl"),
                Map.of("small", List.of("s", "xs")),
                null,
                Facet.SuppliedBy.CALLER);
        assertEquals("host where size small", changed(sizes, "xs", "s"));
        assertEquals("host where size s or l", changed(sizes, "s", "l"));
        assertEquals("host where size not xl", changed(sizes, "xs", "s", "l"));
        assertEquals("host where size xl", changed(sizes, "xl"));
    }

    private static String changed(Facet sizes, String... values) {
        var deals = new Deals()
                .vocabulary(words(List.of("size"), sizes))
                .portfolioWithoutSilenceOn("acquire")
                .agreement("supply", "lab", "northern:north")
                .noSilenceOn("acquire")
                .paper("deed", "2025-01-01")
                .paper("change", "2025-02-01", adds("ban", forbids("northern", "host", is("size", values))));
        return PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-01"))
                .answers()
                .getFirst()
                .questions();
    }

    private static Standpoint hosting(Facet facet, Silence silence) {
        return new Deals()
                .vocabulary(words(List.of(facet.name()), facet))
                .portfolioWithoutSilenceOn("acquire")
                .agreement("supply", "lab", "northern:north")
                .noSilenceOn("acquire")
                .silent("host", silence)
                .paper("deed", "2025-01-01")
                .at("2025-01-01");
    }

    private PortfolioDiff days(String before, String after) {
        return PortfolioDiff.of(deals.at(before), deals.at(after));
    }

    private static List<String> answers(PortfolioDiff comparison) {
        return comparison.answers().stream()
                .map(change -> change.questions() + ": " + AnswerChange.words(change.before()) + " -> "
                        + AnswerChange.words(change.after()) + " by " + change.decidedBefore() + " -> "
                        + change.decidedAfter())
                .toList();
    }

    private static List<String> clauses(PortfolioDiff comparison) {
        return comparison.clauses().stream()
                .map(change -> change.kind() + " " + change.version().name() + " " + change.parts())
                .toList();
    }

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

    @Test
    void aFactAttestedForAScopeChangesTheAnswersWithinIt() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        addsUntil(
                                "ban",
                                new End.OnMilestone("agi", List.of("verified")),
                                forbids("northern", "host", Condition.ALWAYS)))
                .attested("agi", "verified", "2025-02-01", "2025-02-01", is("provider", "south"));
        var comparison = days("2025-01-15", "2025-02-01");
        assertEquals(
                List.of("host where provider south: FORBIDDEN -> PERMITTED by [supply/ban] -> []"),
                answers(comparison));
        assertEquals(List.of("fact agi where provider south: none -> verified"), comparison.remarks());
    }

    @Test
    void anEndThatWasAttestedForEverythingStaysInTheScopesInWhichTheRecordSaysOtherwiseLater() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        addsUntil(
                                "ban",
                                new End.OnMilestone("agi", List.of("verified")),
                                forbids("northern", "host", Condition.ALWAYS)))
                .attested("agi", "verified", "2025-02-01")
                .attested("agi", "none", "2025-02-02", "2025-02-02", is("provider", "south"));
        assertEquals(
                List.of(
                        "host where provider not south: FORBIDDEN -> PERMITTED by [supply/ban] -> []",
                        "host where provider south: FORBIDDEN -> PERMITTED by [supply/ban] -> []"),
                answers(days("2025-01-15", "2025-02-02")));
        assertEquals(List.of(), answers(days("2025-02-01", "2025-02-02")));
        assertEquals(List.of(), answers(days("2025-02-03", "2025-02-04")));
    }

    @Test
    void aFactThatIsNoLongerOpenSettlesTheAnswersThatDependOnIt() {
        var support = Deals.choice("support", null, Facet.SuppliedBy.RECORD, "yes", "no", "maybe");
        var deals = new Deals()
                .vocabulary(words(List.of("support", "hull"), support, choice("hull", "wood", "steel")))
                .portfolioWithoutSilenceOn("acquire")
                .agreement("supply", "lab", "northern:north")
                .noSilenceOn("acquire")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "ban",
                                forbids("northern", "host", is("support", "no").and("hull", Deals.anyOf("wood")))))
                .attested("support", "yes", "2025-02-01");
        assertEquals(
                List.of("host where hull wood: UNDETERMINED (PERMITTED or FORBIDDEN) -> PERMITTED by [] -> []"),
                answers(PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-01"))));
    }
}
