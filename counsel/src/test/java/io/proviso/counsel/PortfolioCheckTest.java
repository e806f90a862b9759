package io.proviso.counsel;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.anyOf;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.Deals.share;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.Condition;
import io.proviso.agreement.End;
import io.proviso.agreement.FirstAvailability;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Reading;
import io.proviso.agreement.RevenueShare;
import io.proviso.agreement.Scope;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Stated;
import io.proviso.agreement.Vocabulary;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Party;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PortfolioCheckTest {
    private final Deals deals = new Deals();

    @Test
    void aPortfolioWithoutFaultHasNoFinding() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("exclusive", exclusive("northern", "host", not("provider", "north"))),
                        adds("carve-out", permits("host", is("product", "other")), "exclusive"),
                        adds("refusal", firstRefusal("northern", not("provider", "north"), "5 days")),
                        adds("promise", commitment("lab", "northern")),
                        adds("share", share("lab", "northern", "0.2")));
        assertEquals(List.of(), check("6 days"));
    }

    @Test
    void anAgreementThatPermitsAndForbidsTheSameContradictsItselfUntilOneClauseEnds() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("leave", permits("host", is("product", "api"))))
                .paper("change", "2025-06-01", new Change.Ends("leave", List.of()));
        var finding = only(check(null));
        assertEquals("contradiction supply/leave supply/ban", finding.id());
        assertEquals(new Interval(day("2025-01-01"), day("2025-06-01")), finding.span());
        assertEquals("act=host product=api provider=south --as-of 2025-01-01", ask(finding));
        assertEquals(Outcome.UNDETERMINED, outcome(finding.witnesses().getFirst()));
    }

    @Test
    void aPermissionAndAProhibitionThatMeetOnlyUnderOneReadingContradictUnderIt() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        addsUnclear(
                                "leave",
                                permits("host", is("provider", "north")),
                                permits("host", is("provider", "south"))));
        assertEquals("contradiction supply/leave supply/ban", only(check(null)).id());
    }

    @Test
    void aClashThatAThirdClauseSetsAsideEverywhereIsNone() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("leave", permits("host", is("product", "api"))),
                        adds("save", permits("host", is("provider", "south")), "ban"));
        assertEquals(List.of("unreachable supply/ban"), ids(check(null)));
    }

    @Test
    void aClauseThatIsAlwaysSetAsideNeverHasEffect() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("narrow", permits("host", is("provider", "south"))),
                        adds("wide", forbids("northern", "host", not("provider", "north")), "narrow"));
        var finding = only(check(null));
        assertEquals("unreachable supply/narrow", finding.id());
        assertTrue(finding.message().contains("set aside by wide"), finding.message());
    }

    @Test
    void aClauseThatHasEffectInSomeStretchOfItsLifeIsReachable() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("narrow", permits("host", is("provider", "south"))))
                .paper(
                        "change",
                        "2025-06-01",
                        adds("wide", forbids("northern", "host", not("provider", "north")), "narrow"));
        assertEquals(List.of(), check(null));
    }

    @Test
    void aClauseAboutAnActWithoutASilenceRuleNeverCounts() {
        deals.agreement("supply", "lab", "northern:north")
                .noSilenceOn("host")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))));
        assertEquals("no-silence-rule supply/ban", only(check(null)).id());
    }

    @Test
    void anActForWhichThePortfolioHasNoSilenceRuleIsAGap() {
        deals.portfolioWithoutSilenceOn("host")
                .agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01");
        var finding = only(check(null));
        assertEquals("no-silence-rule", finding.id());
        assertEquals("act=host --as-of 2025-01-01", ask(finding));
    }

    @Test
    void exclusivitiesOfTwoProvidersThatLeaveNothingOverlap() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("for-north", exclusive("northern", "host", not("provider", "north"))))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-03-01",
                        adds("for-south", exclusive("southern", "host", not("provider", "south"))));
        var finding = only(check(null));
        assertEquals("overlapping-exclusivities first/for-north second/for-south", finding.id());
        assertEquals(Interval.from(day("2025-03-01")), finding.span());
        assertTrue(finding.message().endsWith("no provider at all"), finding.message());
        assertEquals(Outcome.FORBIDDEN, outcome(finding.witnesses().getFirst()));
    }

    @Test
    void exclusivitiesThatForbidDisjointHalvesLeaveNothingEither() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("not-south", exclusive("northern", "host", is("provider", "south"))))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("rest", exclusive("southern", "host", is("provider", "north", "east"))));
        assertTrue(only(check(null)).message().endsWith("no provider at all"));
    }

    @Test
    void exclusivitiesOfDifferentProductsDoNotOverlap() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "for-north",
                                exclusive(
                                        "northern",
                                        "host",
                                        not("provider", "north").and("product", anyOf("api")))))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "for-south",
                                exclusive(
                                        "southern",
                                        "host",
                                        not("provider", "south").and("product", anyOf("other")))));
        assertEquals(List.of(), check(null));
    }

    @Test
    void twoHoldersOfFirstRefusalOnOneClassAreRivals() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("north-first", firstRefusal("northern", not("provider", "north"), "5 days")))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("south-first", firstRefusal("southern", is("provider", "east"), "5 days")));
        var finding = only(check(null));
        assertEquals("rival-first-refusals first/north-first second/south-first", finding.id());
        assertEquals("act=acquire provider=east --as-of 2025-01-01", ask(finding));
    }

    @Test
    void aCommitmentIsHinderedWhereAnotherAgreementMakesBuyingConditional() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("north-first", firstRefusal("northern", is("provider", "south"), "5 days")))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", commitment("lab", "southern")));
        var finding = only(check(null));
        assertEquals("hindered-commitment second/promise first/north-first", finding.id());
        assertTrue(finding.message().contains("to acquire anything on south is CONDITIONAL"), finding.message());
        assertEquals(Outcome.CONDITIONAL, outcome(finding.witnesses().getFirst()));
    }

    @Test
    void aCommitmentIsHinderedWhereAnotherAgreementForbidsAllHosting() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("exclusive", exclusive("northern", "host", not("provider", "north"))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", commitment("lab", "southern")));
        assertEquals(
                "hindered-commitment second/promise first/exclusive",
                only(check(null)).id());
    }

    @Test
    void aCommitmentIsNotHinderedByABanOnSomeProducts() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("product", "api"))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-03-01", adds("promise", commitment("lab", "southern")));
        assertEquals(List.of(), check(null));
    }

    @Test
    void aWindowInBusinessDaysIsLongerThanItLooksOverAWeekend() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-06",
                        adds("refusal", firstRefusal("northern", is("provider", "south"), "3 business days")));
        assertEquals(List.of(), check("6 days"));
        var finding = only(check("3 days"));
        assertEquals("slow-window first/refusal", finding.id());
        // Monday to Thursday is three days; from Wednesday the third business day is Monday.
        assertEquals("act=acquire provider=south --as-of 2025-01-08", ask(finding));
    }

    @Test
    void sharesOfMoreThanEverythingExceedTheWhole() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("share", share("lab", "northern", "0.6")))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-02-01", adds("more", share("lab", "southern", "0.5")));
        var finding = only(check(null));
        assertEquals("shares-exceed-whole first/share second/more", finding.id());
        assertEquals(day("2025-02-01"), finding.span().from());
        assertTrue(finding.message().contains("110 %"), finding.message());
    }

    @Test
    void sharesThatComeBackToTheirPayerFormACircle() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("one", share("lab", "northern", "0.1")),
                        adds("two", share("northern", "southern", "0.1")),
                        adds("three", share("southern", "lab", "0.1")));
        var finding = only(check(null));
        assertEquals("circular-shares first/one first/two first/three", finding.id());
        assertTrue(finding.message().endsWith("lab pays northern pays southern pays lab"), finding.message());
    }

    @Test
    void aPaperRecordedLateChangesRulingsGivenInTheMeantime() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("open", permits("host", is("provider", "north"))))
                .paper(
                        "secret",
                        "2025-02-01",
                        "2025-05-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))));
        var finding = only(check(null));
        assertEquals("retroactive supply/ban", finding.id());
        assertEquals(new Interval(day("2025-02-01"), day("2025-05-01")), finding.span());
        var witnesses = finding.witnesses();
        assertEquals(Outcome.PERMITTED, outcome(witnesses.getFirst()));
        assertEquals(Outcome.FORBIDDEN, outcome(witnesses.getLast()));
        assertEquals(witnesses.getFirst().question(), witnesses.getLast().question());
    }

    @Test
    void aPaperRecordedLateThatChangesNoAnswerIsNoFinding() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("open", permits("host", is("provider", "north"))))
                .paper("more", "2025-02-01", "2025-05-01", adds("also", permits("host", is("provider", "south"))));
        assertEquals(List.of(), check(null));
    }

    @Test
    void aConsentByAPartyThatDoesNotHoldTheRightIsRefusedBeforeAnythingIsChecked() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))))
                .consent("self-help", "2025-02-01", "lab", adds("leave", permits("host", Condition.ALWAYS), "ban"));
        var refused = assertThrows(InvalidPortfolio.class, deals::compile);
        assertTrue(
                refused.problems().getFirst().message().startsWith("'lab' cannot give this consent"),
                refused.problems()::toString);
    }

    @Test
    void aClauseThatHasEndedIsNoLongerInAnybodysWay() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUntil(
                                "ban",
                                new End.At(day("2025-02-01")),
                                forbids("northern", "host", is("provider", "south"))),
                        adds("leave", permits("host", Condition.ALWAYS)));
        assertEquals(
                new Interval(day("2025-01-01"), day("2025-02-01")),
                only(check(null)).span());
    }

    @Test
    void clausesOfDifferentAgreementsDoNotContradictEachOther() {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))))
                .agreement("second", "lab", "southern:south")
                .paper("deed", "2025-01-01", adds("leave", permits("host", is("product", "api"))));
        assertEquals(List.of(), check(null));
    }

    @Test
    void aContradictionSaysWhatPermitsAndWhatForbids() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("leave", permits("host", is("product", "api"))));
        var finding = only(check(null));
        assertEquals("leave permits what ban forbids (host), and neither overrides the other", finding.message());
        assertEquals(Interval.from(day("2025-01-01")), finding.span());
    }

    @Test
    void aReadingThatNeverHasEffectIsNamed() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUnclear(
                                "unclear",
                                permits("host", is("provider", "south")),
                                permits("host", is("provider", "north"))),
                        adds("wide", forbids("northern", "host", not("provider", "north")), "unclear"));
        var finding = only(check(null));
        assertEquals("unreachable supply/unclear", finding.id());
        assertEquals("unclear, read as 'narrow', never has effect: it is always set aside by wide", finding.message());
        assertEquals("act=host --as-of 2025-01-01", ask(finding));
    }

    @Test
    void aClauseThatIsSetAsideByOneAndThenByAnotherNamesBothForItsWholeLife() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("narrow", permits("host", is("provider", "south"))),
                        adds("wide", forbids("northern", "host", not("provider", "north")), "narrow"))
                .paper(
                        "change",
                        "2025-06-01",
                        new Change.Ends("wide", List.of()),
                        adds("other", forbids("northern", "host", is("provider", "south")), "narrow"))
                .paper("end", "2025-09-01", new Change.Ends("narrow", List.of()));
        var finding = only(check(null));
        assertEquals("narrow never has effect: it is always set aside by other or wide", finding.message());
        assertEquals(new Interval(day("2025-01-01"), day("2025-09-01")), finding.span());
        assertEquals("act=host --as-of 2025-01-01", ask(finding));
    }

    @Test
    void aClauseOnWhatCannotOccurNeverHasEffect() {
        var words = Deals.vocabulary();
        deals.vocabulary(new Vocabulary(
                        words.acts(),
                        words.facets(),
                        List.of(is("provider", "south").and("product", anyOf("api")))))
                .agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "ban",
                                forbids(
                                        "northern",
                                        "host",
                                        is("provider", "south").and("product", anyOf("api")))));
        assertEquals(
                "ban never has effect: what it speaks of cannot occur",
                only(check(null)).message());
    }

    @Test
    void exclusivitiesForTheSamePartyOrInOneAgreementOrAlikeAreNoRivals() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("for-north", exclusive("northern", "host", not("provider", "north"))),
                        adds("same", exclusive("southern", "host", not("provider", "south"))))
                .agreement("second", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("again", exclusive("northern", "host", not("provider", "north", "east"))));
        assertEquals(List.of("overlapping-exclusivities first/same second/again"), ids(check(null)));
    }

    @Test
    void aFirstAvailabilityIsAnExclusivityTooAndSomethingMayBeLeft() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "ships-first",
                                new FirstAvailability(
                                        new Party("northern"), Scope.of("host", is("provider", "south")), List.of())))
                .agreement("second", "lab", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("not-east", exclusive("southern", "host", is("provider", "south", "east"))));
        var finding = only(check(null));
        assertEquals(
                "ships-first (for northern) and not-east (for southern) bind the same host: together they leave only provider north",
                finding.message());
        assertEquals("act=host provider=south --as-of 2025-01-01", ask(finding));
    }

    @Test
    void aPromiseToBuyAnythingFromSomebodyElseIsNotHindered() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("no-east", forbids("northern", "acquire", is("provider", "east"))),
                        adds("own", firstRefusal("northern", is("provider", "north"), "5 days")),
                        adds("promise", commitment("lab", "northern")));
        assertEquals(List.of(), check(null));
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
                .paper("deed", "2025-03-01", adds("promise", commitment("lab", "southern")));
        var finding = only(check(null));
        assertEquals("hindered-commitment second/promise first/no-training", finding.id());
        assertEquals(
                "lab promised southern to buy, but to acquire some of it on south is FORBIDDEN under first/no-training",
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
                .paper("deed", "2025-03-01", adds("promise", commitment("lab", "southern")));
        var finding = only(check(null));
        assertEquals(
                "lab promised southern to buy, but to acquire anything on south is FORBIDDEN under first/right and first/ban",
                finding.message());
        assertEquals("act=acquire provider=south workload=inference --as-of 2025-03-01", ask(finding));
    }

    @Test
    void anUndisclosedWindowMayBeLongerThanAnyLeadTime() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-06",
                        addsUnclear(
                                "refusal",
                                firstRefusal("northern", is("provider", "south"), "3 days"),
                                firstRefusal("northern", is("provider", "south"), "4 days")));
        var finding = only(check("300 days"));
        assertEquals(
                "northern has an undisclosed time to answer an offer, which may be longer than the lead time of 300 days",
                finding.message());
        assertEquals("act=acquire provider=south --as-of 2025-01-06", ask(finding));
    }

    @Test
    void aWindowIsLookedAtForAYearButNotBeyondTheEndOfTheRight() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-06",
                        addsUntil(
                                "short",
                                new End.At(day("2025-01-08")),
                                firstRefusal("northern", is("provider", "south"), "3 business days")),
                        addsUntil(
                                "longer",
                                new End.At(day("2025-01-09")),
                                firstRefusal("northern", is("provider", "east"), "3 business days")));
        var findings = check("3 days");
        assertEquals(List.of("slow-window first/longer"), ids(findings));
        assertEquals(
                "northern has 3 business days to answer an offer, which can be longer than the lead time of 3 days",
                only(findings).message());
    }

    @Test
    void exactlyTheWholeIsNotExceededAndAnUnknownShareIsNotGuessed() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("one", share("lab", "northern", "0.6")),
                        adds("two", share("lab", "southern", "0.4")),
                        adds(
                                "three",
                                new RevenueShare(
                                        new Party("lab"),
                                        new Party("southern"),
                                        Stated.undisclosed(),
                                        RevenueShare.Base.NET,
                                        Stated.undisclosed())),
                        adds("own", share("northern", "southern", "0.5")));
        assertEquals(List.of(), check(null));
    }

    @Test
    void ofTheReadingsOfAShareTheHighestCounts() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUnclear("unclear", share("lab", "northern", "0.6"), share("lab", "northern", "0.7")),
                        adds("other", share("lab", "southern", "0.35")));
        var finding = only(check(null));
        assertEquals("shares-exceed-whole first/unclear first/other", finding.id());
        assertEquals("lab owes 105 % of its revenue in all", finding.message());
    }

    @Test
    void aPartyThatPaysItselfIsTheSmallestCircleAndEachCircleIsToldOnce() {
        deals.agreement("first", "lab", "northern:north", "southern:south")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("one", share("lab", "northern", "0.1")),
                        adds("back", share("northern", "lab", "0.1")),
                        adds("aside", share("northern", "southern", "0.1")),
                        adds("self", share("southern", "southern", "0.1")));
        assertEquals(
                List.of(
                        "a share of revenue goes round: lab pays northern pays lab",
                        "a share of revenue goes round: southern pays southern"),
                check(null).stream().map(Finding::message).toList());
    }

    @Test
    void aFactOnRecordLateThatEndedAClauseChangesRulingsGivenInTheMeantime() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUntil(
                                "ban",
                                new End.OnMilestone("agi", List.of("verified")),
                                forbids("northern", "acquire", is("provider", "south"))))
                .attested("agi", "verified", "2025-02-01", "2025-03-01", Condition.ALWAYS);
        var finding = only(check(null));
        assertEquals("retroactive supply/ban", finding.id());
        assertEquals(
                "an answer about acquire that was FORBIDDEN before 2025-03-01T00:00:00Z is PERMITTED since",
                finding.message());
        assertEquals(new Interval(day("2025-02-01"), day("2025-03-01")), finding.span());
    }

    @Test
    void aPinIsRetroactiveFromTheFirstDayOfItsAgreement() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUnclear("ban", forbids("northern", "host", is("provider", "south")), null))
                .pin("supply", "ban", "2025-03-01", "wide");
        var finding = only(check(null));
        assertEquals("retroactive supply/ban", finding.id());
        assertEquals(
                "an answer about host that was UNDETERMINED before 2025-03-01T00:00:00Z is PERMITTED since",
                finding.message());
        assertEquals(new Interval(day("2025-01-01"), day("2025-03-01")), finding.span());
    }

    @Test
    void anAgreementOnRecordLateThatForbidsBySilenceChangesAnswersOfWhichNoClauseSpeaks() {
        deals.agreement("supply", "lab", "northern:north")
                .silent("host", Silence.FORBIDDEN)
                .paper("deed", "2025-01-01", "2025-03-01");
        var finding = only(check(null));
        assertEquals("retroactive", finding.id());
        assertEquals(
                "an answer about host that was PERMITTED before 2025-03-01T00:00:00Z is FORBIDDEN since",
                finding.message());
        assertEquals("act=host --as-of 2025-01-01 --known-at 2025-02-28T23:59:59Z", ask(finding));
    }

    @Test
    void anAgreementOnRecordLateThatPermitsAsThePortfolioDoesChangesNothing() {
        deals.agreement("supply", "lab", "northern:north").paper("deed", "2025-01-01", "2025-03-01");
        assertEquals(List.of(), check(null));
    }

    @Test
    void aReadingAnEndAndARestatementOnRecordLateAreRetroactiveToo() {
        var late = day("2025-03-01");
        var ban = forbids("northern", "host", is("provider", "south"));
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ended", forbids("northern", "host", is("provider", "east"))),
                        adds("interpreted", permits("host", is("product", "api").and("provider", anyOf("north")))),
                        adds("restated", permits("acquire", Condition.ALWAYS)))
                .paper(
                        "change",
                        "2025-02-01",
                        new Change.Ends(
                                "ended",
                                List.of(
                                        new Reading("all", null, null, null),
                                        new Reading(
                                                "kept",
                                                null,
                                                forbids("northern", "host", is("provider", "east")),
                                                late))),
                        Draft.clause(
                                        "restated",
                                        new Reading("one", null, permits("acquire", Condition.ALWAYS), null),
                                        new Reading(
                                                "two",
                                                null,
                                                forbids("northern", "acquire", is("provider", "south")),
                                                late))
                                .restates())
                .interpretation(
                        "statement",
                        "2025-02-01",
                        new Change.Interprets("interpreted", new Reading("ban", null, ban, late)));
        assertEquals(
                List.of("retroactive supply/restated", "retroactive supply/ended supply/interpreted"),
                ids(check(null)));
    }

    private List<Finding> check(@Nullable String leadTime) {
        return PortfolioCheck.of(deals.compile(), leadTime == null ? null : Window.parse(leadTime));
    }

    private static Finding only(List<Finding> findings) {
        assertEquals(1, findings.size(), findings::toString);
        return findings.getFirst();
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    private static String ask(Finding finding) {
        return finding.witnesses().getFirst().words(ZoneOffset.UTC);
    }

    private Outcome outcome(Witness witness) {
        var portfolio = deals.compile();
        var knownAt = witness.knownAt() == null ? portfolio.portfolio().latestRecorded() : witness.knownAt();
        return portfolio.rule(witness.question(), witness.asOf(), knownAt).outcome();
    }
}
