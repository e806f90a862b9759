package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.anyOf;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.Deals.purchase;
import static io.proviso.counsel.check.Found.ask;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.ids;
import static io.proviso.counsel.check.Found.only;
import static io.proviso.counsel.check.Found.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.question.Outcome;
import io.proviso.counsel.Deals;
import io.proviso.units.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class HinderedCommitmentsTest {
    private final Deals deals = new Deals();

    @Test
    void aCommitmentIsHinderedWhereAnotherAgreementMakesBuyingConditional() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("north-first", firstRefusal("northern", is("provider", "south"), "5 days")))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("lab", "southern")));
        var finding = only(check(deals));
        assertEquals("hindered-commitment second/promise first/north-first", finding.id());
        assertTrue(
                finding.message().contains("to acquire anything (provider south, actor lab) is CONDITIONAL"),
                finding.message());
        assertEquals(Outcome.CONDITIONAL, outcome(deals, finding.witnesses().getFirst()));
    }

    @Test
    void aCommitmentIsHinderedWhereAnotherAgreementForbidsAllHosting() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("exclusive", exclusive("northern", "host", not("provider", "north"))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("lab", "southern")));
        assertEquals(
                "hindered-commitment second/promise first/exclusive",
                only(check(deals)).id());
    }

    @Test
    void aCommitmentIsNotHinderedByABanOnSomeProducts() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("product", "api"))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("lab", "southern")));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void aPromiseToBuyAnythingFromSomebodyElseIsNotHindered() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("no-east", forbids("northern", "acquire", is("provider", "east"))),
                        adds("own", firstRefusal("northern", is("provider", "north"), "5 days")),
                        adds("promise", purchase("lab", "northern")));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void aBanOnSomeAcquisitionsOfTheBuyerHindersButNotOneOfOthers() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "no-training",
                                forbids(
                                        "northern",
                                        "acquire",
                                        is("provider", "south")
                                                .and("workload", anyOf("training"))
                                                .and("actor", anyOf("lab")))),
                        adds(
                                "venture",
                                forbids(
                                        "northern",
                                        "acquire",
                                        is("provider", "south").and("actor", anyOf("venture")))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("lab", "southern")));
        var finding = only(check(deals));
        assertEquals("hindered-commitment second/promise first/no-training", finding.id());
        assertEquals(
                "lab promised southern to buy, but to acquire some of it (provider south, actor lab) is FORBIDDEN"
                        + " under first/no-training",
                finding.message());
        assertEquals("act=acquire provider=south workload=training --as-of 2025-03-01", ask(finding));
    }

    @Test
    void ofABanAndAStepThatHinderTheBanIsShown() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "right",
                                firstRefusal(
                                        "northern",
                                        is("provider", "south").and("workload", anyOf("training")),
                                        "5 days")),
                        adds(
                                "ban",
                                forbids(
                                        "northern",
                                        "acquire",
                                        is("provider", "south").and("workload", anyOf("inference")))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("lab", "southern")));
        var finding = only(check(deals));
        assertEquals(
                "lab promised southern to buy, but to acquire anything (provider south, actor lab) is FORBIDDEN under"
                        + " first/ban and first/right",
                finding.message());
        assertEquals("act=acquire provider=south workload=inference --as-of 2025-03-01", ask(finding));
    }

    @Test
    void aBuyerThatIsNoActorBuysForWhoeverActsByDefault() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "lab",
                                forbids(
                                        "northern",
                                        "acquire",
                                        is("provider", "south").and("actor", anyOf("lab")))))
                .agreement("second", "northern", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("northern", "southern")));
        assertEquals(
                "hindered-commitment second/promise first/lab",
                only(check(deals)).id());
    }

    @Test
    void aPromiseThatDoesNotSayByWhichActsIsLookedAtInEveryActOnWhatIsSupplied() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("product", "api"))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", commitment("lab", "southern")));
        assertEquals(
                "lab promised southern to buy, but to host some of it (provider south) is FORBIDDEN under first/ban",
                only(check(deals)).message());
    }

    @Test
    void whereTheVocabularyCannotAskOfAProviderNothingIsHindered() {
        deals.vocabulary(Vocabulary.of(
                        List.of(
                                new Vocabulary.Act("acquire", "rent", List.of("product")),
                                new Vocabulary.Act("host", "run", List.of("product"))),
                        List.of(Deals.choice("product", null, Facet.SuppliedBy.CALLER, "api", "other")),
                        List.of()))
                .agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "acquire", Condition.ALWAYS)))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", commitment("lab", "southern")));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void aPromiseToSomebodyWhoProvidesNothingIsOfNoProvider() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "acquire", Condition.ALWAYS)))
                .agreement("second", "lab", "broker")
                .paper("deed", "2025-03-01", adds("promise", commitment("lab", "broker")));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void whereHostingIsForbiddenInPartsThatTogetherAreAllOfItEveryPartIsNamed() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "no-api",
                                forbids("northern", "host", is("product", "api").and("provider", anyOf("south")))),
                        adds(
                                "no-other",
                                forbids(
                                        "northern",
                                        "host",
                                        is("product", "other").and("provider", anyOf("south")))))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-03-01",
                        adds("promise", purchase("lab", "southern")),
                        adds("again", purchase("lab", "southern")));
        assertEquals(
                List.of(
                        "lab promised southern to buy, but to host anything with what is bought (provider south) is"
                                + " FORBIDDEN under first/no-api and first/no-other",
                        "lab promised southern to buy, but to host anything with what is bought (provider south) is"
                                + " FORBIDDEN under first/no-api and first/no-other"),
                check(deals).stream().map(Finding::message).toList());
    }

    @Test
    void whatIsPermittedBesideABanIsLeftToHost() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("no-api", forbids("northern", "host", is("product", "api"))),
                        adds("other", permits("host", is("product", "other"))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("lab", "southern")));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void aBuyerThatIsAnActorIsHinderedByBansOnItselfAlone() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("venture", forbids("northern", "acquire", is("actor", "venture"))))
                .agreement("second", "venture", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("venture", "southern")))
                .agreement("third", "lab", "eastern:east")
                .paper("deed", "2025-03-01", adds("own", purchase("lab", "eastern")));
        assertEquals(List.of("hindered-commitment second/promise first/venture"), ids(check(deals)));
    }

    @Test
    void aCommitmentIsHinderedByAnAgreementThatForbidsBySilence() {
        deals.agreement("first", "lab", "northern:north")
                .silent("acquire", Silence.FORBIDDEN)
                .paper("deed", "2025-01-01")
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("lab", "southern")));
        var finding = only(check(deals));
        assertEquals("hindered-commitment second/promise first", finding.id());
        assertEquals(
                "lab promised southern to buy, but to acquire anything (provider south, actor lab) is FORBIDDEN under"
                        + " the silence of first",
                finding.message());
        assertEquals(
                List.of("clause second/promise of deed", "silence of first"),
                finding.clauses().stream().map(Finding.Place::words).toList());
        assertEquals(Outcome.FORBIDDEN, outcome(deals, finding.witnesses().getFirst()));
    }

    @Test
    void whatAnAgreementThatForbidsBySilencePermitsInSoManyWordsIsNotHindered() {
        var first = deals.agreement("first", "lab", "northern:north").silent("acquire", Silence.FORBIDDEN);
        first.paper("deed", "2025-01-01", adds("training", permits("acquire", is("workload", "training"))))
                .paper("more", "2025-05-01", adds("south", permits("acquire", is("provider", "south"))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", purchase("lab", "southern")));
        var finding = only(check(deals));
        assertEquals(
                "lab promised southern to buy, but to acquire some of it (provider south, actor lab) is FORBIDDEN"
                        + " under the silence of first",
                finding.message());
        assertEquals(new Interval(day("2025-03-01"), day("2025-05-01")), finding.span());
        assertEquals("act=acquire workload=inference --as-of 2025-03-01", ask(finding));
        assertEquals(Outcome.FORBIDDEN, outcome(deals, finding.witnesses().getFirst()));
    }

    @Test
    void silenceOfOneAgreementAndABanOfAnotherMayLeaveNothingToHost() {
        deals.agreement("first", "lab", "northern:north")
                .silent("host", Silence.FORBIDDEN)
                .paper("deed", "2025-01-01", adds("api", permits("host", is("product", "api"))))
                .agreement("second", "lab", "southern:south")
                .silent("host", Silence.FORBIDDEN)
                .paper("deed", "2025-03-01", adds("promise", purchase("lab", "southern")))
                .agreement("third", "lab", "eastern:east")
                .paper(
                        "deed",
                        "2025-04-01",
                        adds(
                                "no-api",
                                forbids("eastern", "host", is("product", "api").and("provider", anyOf("south")))));
        var finding = only(check(deals));
        assertEquals("hindered-commitment second/promise third/no-api first", finding.id());
        assertEquals(day("2025-04-01"), finding.span().from());
        assertEquals(Outcome.FORBIDDEN, outcome(deals, finding.witnesses().getFirst()));
    }
}
