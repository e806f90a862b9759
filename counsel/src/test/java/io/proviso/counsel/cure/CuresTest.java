package io.proviso.counsel.cure;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.anyOf;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.counsel.Deals;
import io.proviso.counsel.english.Draft;
import io.proviso.units.Party;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CuresTest {
    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north", "southern:south");

    @Test
    void whatIsPermittedNeedsNoCure() {
        deals.paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))));
        assertEquals(List.of(), cures("act=host", "provider=north"));
    }

    @Test
    void oneFacetThatPermitsIsTheSmallestChangeAndThePartyThatHoldsTheRightIsNamedAfterIt() {
        deals.paper("deed", "2025-01-01", adds("exclusive", exclusive("northern", "host", not("provider", "north"))));
        var cures = cures("act=host", "provider=south", "product=api");
        assertEquals(
                List.of(Cure.By.CALLER, Cure.By.HOLDER),
                cures.stream().map(Cure::by).toList());
        assertEquals(Map.of("provider", "north"), cures.getFirst().change());
        assertTrue(
                cures.getLast().note().contains("if northern consented"),
                cures.getLast().note());
        assertTrue(cures.stream().allMatch(cure -> cure.outcome() == Outcome.PERMITTED));
    }

    @Test
    void whereNoSingleFacetSufficesTwoAreChanged() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds("no-south", forbids("northern", "host", is("provider", "south", "east"))),
                adds("no-api", forbids("northern", "host", is("product", "api"))));
        assertEquals(
                Map.of("provider", "north", "product", "other"),
                cures("act=host", "provider=south", "product=api").getFirst().change());
    }

    @Test
    void manyValuesOfOneFacetHideNoOtherThatAlonePermits() {
        var providers = new String[] {"north", "south", "east", "west", "centre", "coast", "moon"};
        deals.vocabulary(Vocabulary.of(
                        List.of(
                                new Vocabulary.Act("host", "run", List.of("provider", "weights")),
                                new Vocabulary.Act("acquire", "rent", List.of("provider"))),
                        List.of(
                                Deals.choice("provider", null, Facet.SuppliedBy.CALLER, providers),
                                Deals.choice("weights", null, Facet.SuppliedBy.CALLER, "closed", "open")),
                        List.of()))
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "ban",
                                forbids(
                                        "northern",
                                        "host",
                                        is("provider", "south").and("weights", anyOf("closed")))));
        assertEquals(
                List.of("with provider=north", "with weights=open", "with provider=east"),
                cures("act=host", "provider=south", "weights=closed").stream()
                        .map(Cure::note)
                        .limit(3)
                        .toList());
    }

    @Test
    void anotherActorIsTheLastThingToTry() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds("ban", forbids("northern", "acquire", is("actor", "lab").and("provider", anyOf("south")))));
        var changes = cures("act=acquire", "provider=south").stream()
                .filter(cure -> cure.by() == Cure.By.CALLER)
                .map(Cure::change)
                .toList();
        assertEquals(
                List.of(Map.of("provider", "north"), Map.of("provider", "east"), Map.of("actor", "venture")), changes);
    }

    @Test
    void aStepThatTheClauseDeclaresIsNoCureButThatTheHolderGivesItUpIs() {
        deals.paper("deed", "2025-01-01", adds("refusal", firstRefusal("northern", is("provider", "south"), "5 days")));
        var cures = cures("act=acquire", "provider=south");
        assertTrue(cures.stream().noneMatch(cure -> cure.change().containsKey("refusal")), cures.toString());
        assertTrue(cures.stream().anyMatch(cure -> cure.by() == Cure.By.HOLDER), cures.toString());
    }

    @Test
    void whereTwoHoldersStandInTheWayOnlyBothTogetherCure() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds("north-ban", forbids("northern", "host", is("provider", "east"))),
                adds("south-ban", forbids("southern", "host", is("provider", "east"))),
                adds("elsewhere", forbids("northern", "host", is("provider", "south"))));
        var consents = cures("act=host", "provider=east").stream()
                .filter(cure -> cure.by() == Cure.By.HOLDER)
                .toList();
        assertEquals(1, consents.size(), consents.toString());
        assertEquals(
                "if northern consented (supply, clause north-ban) and southern consented (supply, clause south-ban),"
                        + " which no clause promises",
                consents.getFirst().note());
    }

    @Test
    void theHolderOfARightThatOnlyAnInterpretationGivesMayConsentToo() {
        deals.paper("deed", "2025-01-01", adds("any", permits("host", Condition.ALWAYS)))
                .interpretation(
                        "statement",
                        "2025-02-01",
                        new Change.Interprets(
                                "any",
                                new Reading(
                                        "exclusive",
                                        null,
                                        exclusive("northern", "host", not("provider", "north")),
                                        null)));
        var consents = cures("act=host", "provider=south", "product=api").stream()
                .filter(cure -> cure.by() == Cure.By.HOLDER)
                .toList();
        assertEquals(1, consents.size(), consents.toString());
    }

    @Test
    void aMilestoneThatWouldEndTheClauseIsNamedAsTheRecordsToAttest() {
        deals.paper(
                "deed",
                "2025-01-01",
                addsUntil(
                        "ban",
                        new End.OnMilestone("agi", List.of("verified")),
                        forbids("northern", "host", is("product", "api"))));
        var cure = cures("act=host", "provider=south", "product=api").getLast();
        assertEquals(Cure.By.RECORD, cure.by());
        assertEquals(Map.of("agi", "verified"), cure.change());
    }

    @Test
    void anotherQuantityIsACureAndToldByTheNearestNumberOfItsStretch() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds(
                        "large",
                        forbids("northern", "acquire", Condition.ALWAYS.and("gpus", new Match.Between(100, 1000)))));
        var notes = cures("act=acquire", "provider=south", "gpus=500").stream()
                .filter(cure -> cure.by() == Cure.By.CALLER)
                .map(Cure::note)
                .toList();
        assertEquals(List.of("with gpus=99", "with gpus=1000"), notes);
    }

    @Test
    void ofManyCuresTheFirstFiveAreTold() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds(
                        "one",
                        forbids(
                                "northern",
                                "acquire",
                                is("provider", "south").and("gpus", new Match.Between(500, 501)))),
                adds("two", permits("acquire", Condition.ALWAYS.and("gpus", new Match.Between(100, 200)))),
                adds("three", permits("acquire", Condition.ALWAYS.and("gpus", new Match.Between(300, 400)))));
        assertEquals(
                List.of("provider=north", "gpus=99", "provider=east", "gpus=199", "gpus=299"),
                cures("act=acquire", "provider=south", "gpus=500").stream()
                        .filter(cure -> cure.by() == Cure.By.CALLER)
                        .map(cure -> cure.note().substring("with ".length()))
                        .toList());
    }

    @Test
    void aConsentThatTheClauseItselfAsksForIsNoCure() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds(
                        "ban",
                        new Prohibition(
                                new Party("northern"),
                                Scope.of("host", is("provider", "south")),
                                new Prohibition.Consent(new Party("northern")))));
        assertEquals(
                List.of("with provider=north", "with provider=east"),
                cures("act=host", "provider=south").stream().map(Cure::note).toList());
    }

    @Test
    void aCureNamesThePartyThatTheClauseAsksForConsent() {
        deals.paper(
                "deed",
                "2025-01-01",
                adds(
                        "ban",
                        new Prohibition(
                                new Party("northern"),
                                Scope.of("host", is("product", "api")),
                                new Prohibition.Consent(new Party("southern")))));
        assertTrue(
                cures("act=host", "provider=south").stream()
                        .map(Cure::note)
                        .anyMatch("if southern consented (supply, clause ban), which no clause promises"::equals),
                cures("act=host", "provider=south").toString());
    }

    @Test
    void wherePermissionIsAMatterOfSilenceNobodyCanConsent() {
        deals.silent("host", Silence.FORBIDDEN)
                .paper("deed", "2025-01-01", adds("leave", permits("host", is("product", "api"))));
        assertEquals(
                List.of("with product=api"),
                cures("act=host", "product=other").stream().map(Cure::note).toList());
    }

    @Test
    void aCureSaysWhatItTakesInWords() {
        deals.paper(
                "deed",
                "2025-01-01",
                addsUntil(
                        "ban",
                        new End.OnMilestone("agi", List.of("verified")),
                        forbids("northern", "host", Condition.ALWAYS)));
        assertEquals(
                List.of(
                        "if northern consented (supply, clause ban), which no clause promises",
                        "if the record attested agi=verified"),
                cures("act=host", "product=api").stream().map(Cure::note).toList());
    }

    @Test
    void theHolderOfARightInAnotherAgreementCuresThereAlone() {
        deals.paper("deed", "2025-01-01")
                .agreement("second", "lab", "eastern:east")
                .paper("deed", "2025-01-01", adds("ban", forbids("eastern", "host", Condition.ALWAYS)));
        assertEquals(
                List.of("if eastern consented (second, clause ban), which no clause promises"),
                cures("act=host", "product=api").stream().map(Cure::note).toList());
    }

    @Test
    void nobodyCanConsentToWhatALaterRecordGaveToSomebodyElse() {
        deals.paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", Condition.ALWAYS)))
                .paper(
                        "change",
                        "2025-02-01",
                        "2025-07-01",
                        Draft.clause("ban", forbids("southern", "host", Condition.ALWAYS))
                                .restates());
        assertEquals(List.of(), cures("act=host", "product=api"));
    }

    @Test
    void aConsentToWhatAnAudienceMayNotReadIsLeftOutBecauseItNamesTheHolder() {
        deals.paper(
                "deed",
                "2025-01-01",
                Draft.clause("secret", forbids("northern", "host", Condition.ALWAYS))
                        .internal()
                        .adds());
        assertEquals(1, cures("act=host", "product=api").size());
        assertEquals(List.of(), cures(Disclosure.PARTIES, "act=host", "product=api"));
    }

    private List<Cure> cures(String... words) {
        return cures(Disclosure.INTERNAL, words);
    }

    private List<Cure> cures(Disclosure audience, String... words) {
        var portfolio = deals.compile();
        var question = QuestionReader.read(portfolio.portfolio(), List.of(words), List.of());
        var at = day("2025-06-01");
        return Cures.of(portfolio, portfolio.rule(question, at, at), audience);
    }
}
