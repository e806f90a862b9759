package io.proviso.agreement.rules;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.party;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Problem;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem a clause of each kind can be told: each of these portfolios has the problems listed and no others. */
class ClauseRulesTest {
    private static final Scope NOWHERE = on("host", is("provider", "moon"));
    private static final String MOON = "0/provider/moon: unknown provider 'moon'";
    private static final Party NOBODY = party("amazon");
    private static final Party MICROSOFT = party("microsoft");

    @Test
    void whoeverAClauseNamesIsAPartyWhateverItsKind() {
        only(new Exclusivity(NOBODY, on("host", any())), "exclusivity/for: unknown party 'amazon'");
        only(new Prohibition(NOBODY, on("host", any()), null), "prohibition/for: unknown party 'amazon'");
        only(new Licence(NOBODY, on("use-ip", any()), null), "licence/licensee: unknown party 'amazon'");
        only(
                new FirstAvailability(NOBODY, on("host", any()), List.of()),
                "first-availability/for: unknown party 'amazon'");
        only(heldBy(NOBODY), "first-refusal/holder: unknown party 'amazon'");
        only(commitment(NOBODY, MICROSOFT), "commitment/by: unknown party 'amazon'");
        only(commitment(MICROSOFT, NOBODY), "commitment/to: unknown party 'amazon'");
        only(share(NOBODY, MICROSOFT), "revenue-share/payer: unknown party 'amazon'");
        only(share(MICROSOFT, NOBODY), "revenue-share/payee: unknown party 'amazon'");
        only(covenant(NOBODY, MICROSOFT, any()), "covenant/by: unknown party 'amazon'");
        only(covenant(MICROSOFT, NOBODY, any()), "covenant/to: unknown party 'amazon'");
        only(new Milestone("agi", NOBODY, null), "milestone/declarer: unknown party 'amazon'");
    }

    @Test
    void whateverAClauseIsAboutIsInTheVocabularyWhateverItsKind() {
        only(
                prohibition(on("host", not("provider", "moon"))),
                "prohibition/on/0/provider/moon: unknown provider 'moon'");
        only(prohibition(on("sell", is("provider", "aws"))), "prohibition/on/0/act/sell: unknown act 'sell'");
        only(exclusivity(NOWHERE), "exclusivity/on/" + MOON);
        only(permission(NOWHERE), "permission/on/" + MOON);
        only(prohibition(NOWHERE), "prohibition/on/" + MOON);
        only(firstRefusal(NOWHERE, "1 day"), "first-refusal/on/" + MOON);
        only(new FirstAvailability(MICROSOFT, NOWHERE, List.of()), "first-availability/on/" + MOON);
        only(
                covenant(MICROSOFT, MICROSOFT, is("provider", "moon")),
                "covenant/measured/provider/moon: unknown provider 'moon'");
        only(new Milestone("agy", MICROSOFT, null), "milestone/fact: unknown fact 'agy'");
    }

    @Test
    void whatLiftsASequencingPromiseIsAFacetOfItsActs() {
        only(lifted("host", is("azure-can-support", "no")));
        only(
                lifted("host", is("azure-can-support", "perhaps")),
                "first-availability/lifted-when/azure-can-support/perhaps: unknown azure-can-support 'perhaps'");
        only(
                lifted("host", is("licensee", "amazon")),
                "first-availability/lifted-when/licensee: the act 'host' does not take the facet 'licensee'");
        only(lifted("sell", is("provider", "aws")), "first-availability/on/0/act/sell: unknown act 'sell'");
    }

    @Test
    void aPartyWithAnotherRoleBesideThatOfTheCustomerMayHoldAFirstRefusal() {
        only(heldBy(party("softbank")));
        only(heldBy(MICROSOFT));
        only(
                heldBy(party("openai")),
                "first-refusal/holder: 'openai' is the customer and cannot hold a first refusal on its own purchases");
    }

    @Test
    void aFirstRefusalHasACalendarOfItsOwnOrOfItsAgreement() {
        only(countedIn("city"));
        only(countedIn("moon"), "first-refusal/calendar: unknown calendar 'moon'");
        var own = deal("a", paper("p", "2024-01-01").adds(clause("c", countedIn("city"))))
                .calendar(null);
        assertEquals(List.of(), portfolio(own).problems());
    }

    @Test
    void aTimeToAnswerARequestForConsentNeedsTheCalendarOfItsAgreement() {
        var answer = new Prohibition.Answer(Window.parse("15 days"), Prohibition.OnSilence.CONSENTS);
        var timed = new Prohibition(
                party("microsoft"), on("host", any()), new Prohibition.Consent(party("microsoft"), answer));
        only(timed);
        var own = deal("a", paper("p", "2024-01-01").adds(clause("c", timed))).calendar(null);
        assertEquals(
                List.of("the time to answer a request for consent has no business calendar"),
                portfolio(own).problems().stream().map(Problem::message).toList());
    }

    @Test
    void aFirstRefusalNeedsTheFacetRefusalWithAllItsValuesAndLeavesItAlone() {
        only(
                firstRefusal(on("license", any()), "1 day"),
                "first-refusal/on: the act 'license' does not take the facet 'refusal', without which this clause"
                        + " cannot work");
        only(
                firstRefusal(on("host", is("refusal", "none")), "1 day"),
                "first-refusal/on/refusal: the clause itself says what 'refusal' must be");
        only(
                firstRefusal(on("host", any()), "1 day"),
                with(Fixture.fact("refusal", Facet.SuppliedBy.DESK, "none", "open", "lapsed", "accepted")),
                "first-refusal: unknown refusal 'declined'",
                "first-refusal: unknown refusal 'waived'");
    }

    @Test
    void aLicenceSpeaksOfActsAndFacetsInBothItsScopes() {
        only(new Licence(MICROSOFT, on("use-ip", any()), on("license", any())));
        only(
                new Licence(MICROSOFT, on("lend", any()), on("sell", any())),
                "licence/on/0/act/lend: unknown act 'lend'",
                "licence/exclusive/0/act/sell: unknown act 'sell'");
        only(
                new Licence(MICROSOFT, on("use-ip", is("subject", "chips")), on("license", is("actor", "microsoft"))),
                "licence/on/0/subject/chips: unknown subject 'chips'",
                "licence/exclusive/0/actor: the act 'license' does not take the facet 'actor'");
    }

    @Test
    void aCommitmentSpeaksOfActsAndFacetsInWhatIsBoughtAndInWhatItIsUsedFor() {
        var promise = commitment(party("openai"), MICROSOFT);
        only(bought(promise, on("acquire", is("provider", "azure")), on("host", is("provider", "azure"))));
        only(
                bought(promise, on("buy", any()), NOWHERE),
                "commitment/on/0/act/buy: unknown act 'buy'",
                "commitment/used-for/" + MOON);
    }

    private static Commitment bought(Commitment promise, Scope bought, Scope usedFor) {
        return new Commitment(
                promise.by(),
                promise.to(),
                promise.amount(),
                promise.headline(),
                promise.incremental(),
                promise.schedule(),
                bought,
                usedFor);
    }

    @Test
    void aThirdPartyOfferTriggersOnlyARightThatComesAfterIt() {
        for (var kind : Preemption.Kind.values()) {
            var right = Preemption.PLAIN.with(kind);
            only(preempting(right.with(Preemption.Trigger.NEED_FIRST)));
            var triggered = preempting(right.with(Preemption.Trigger.THIRD_PARTY_OFFER));
            if (Set.of(Preemption.Kind.REFUSAL, Preemption.Kind.LAST_LOOK).contains(kind)) {
                only(triggered);
            } else {
                only(
                        triggered,
                        "first-refusal/trigger: this kind of right comes before any third party's offer, which cannot"
                                + " trigger it");
            }
        }
    }

    @Test
    void aggregationCountsTheGpusOfAnActThatTakesThemAndAffiliatesThatAreActors() {
        only(preempting(Preemption.PLAIN.with(aggregating("openai"))));
        only(
                preempting(Preemption.PLAIN.with(aggregating("stargate"))),
                "first-refusal/aggregation/affiliates/stargate: unknown actor 'stargate'");
        only(
                preempting(Preemption.PLAIN.with(aggregating("openai"))),
                taking("host", "provider", "refusal"),
                "first-refusal/aggregation/threshold/gpus: the act 'host' does not take the facet 'gpus', without"
                        + " which this clause cannot work");
        only(
                firstRefusal(on("sell", any()), "1 day").with(Preemption.PLAIN.with(aggregating("openai"))),
                "first-refusal/on/0/act/sell: unknown act 'sell'");
    }

    @Test
    void everyKindButPermissionsAndMilestonesIsHeldBySomebodyWhoMayGiveItUp() {
        var held = List.of(
                heldBy(MICROSOFT),
                exclusivity(on("host", any())),
                prohibition(on("host", any())),
                new FirstAvailability(MICROSOFT, on("host", any()), List.of()),
                new Licence(MICROSOFT, on("use-ip", any()), null),
                covenant(party("openai"), MICROSOFT, any()),
                commitment(party("openai"), MICROSOFT),
                share(party("openai"), MICROSOFT));
        for (var body : held) {
            assertEquals(MICROSOFT, body.holder(), body.kind());
            told(List.of(paper("p", "2024-01-01").adds(clause("c", body)), giving()));
        }
        for (var body : List.of(permission(on("host", any())), new Milestone("agi", MICROSOFT, null))) {
            told(
                    List.of(paper("p", "2024-01-01").adds(clause("c", body)), giving()),
                    "agreements/a/instruments/q/clauses/given: 'microsoft' cannot give this waiver: the clause 'c' of a"
                            + " is held by nobody");
        }
    }

    private static Paper giving() {
        return paper("q", "2024-02-01")
                .type(Instrument.Type.WAIVER)
                .by("microsoft")
                .adds(clause("given", permission(on("host", any()))).overrides("c"));
    }

    private static FirstAvailability lifted(String act, Condition when) {
        return new FirstAvailability(MICROSOFT, on(act, any()), List.of(when));
    }

    private static FirstRefusal heldBy(Party holder) {
        var right = firstRefusal(on("host", any()), "1 day");
        return new FirstRefusal(
                holder, right.scope(), right.answering(), right.onLapse(), right.partial(), right.belowGang());
    }

    private static FirstRefusal countedIn(String calendar) {
        var right = firstRefusal(on("host", any()), "1 day");
        var answering = new FirstRefusal.Answering(right.answering().window(), calendar, null);
        return new FirstRefusal(
                right.holder(), right.scope(), answering, right.onLapse(), right.partial(), right.belowGang());
    }

    private static FirstRefusal preempting(Preemption preemption) {
        return firstRefusal(on("host", any()), "1 day").with(preemption);
    }

    private static Preemption.Reach aggregating(String affiliate) {
        var by = Set.of(Preemption.Aggregation.By.ACTOR_AND_AFFILIATES);
        return new Preemption.Reach(
                new Preemption.Aggregation(30, new Limit("gpus", Stated.of(100L)), by, List.of(affiliate)), null);
    }

    private static Commitment commitment(Party by, Party to) {
        return new Commitment(
                by,
                to,
                Stated.of(Money.of("1", "USD")),
                Commitment.Headline.COMMITTED,
                false,
                Stated.of(Interval.from(day("2024-01-01"))));
    }

    private static RevenueShare share(Party payer, Party payee) {
        return new RevenueShare(payer, payee, Stated.of(BigDecimal.ONE), RevenueShare.Base.GROSS, Stated.undisclosed());
    }

    private static Covenant covenant(Party by, Party to, Condition measured) {
        return new Covenant(by, to, measured, Stated.of(BigDecimal.ONE), "gpu-hours", Covenant.Per.QUARTER);
    }

    /** The usual words, with other facets of these names. */
    private static Vocabulary with(Facet... others) {
        var words = Fixture.vocabulary();
        var facets = new LinkedHashMap<>(words.facets());
        Stream.of(others).forEach(facet -> facets.put(facet.name(), facet));
        return new Vocabulary(words.acts(), facets, List.of());
    }

    private static Vocabulary taking(String act, String... facets) {
        var words = Fixture.vocabulary();
        var acts = new LinkedHashMap<>(words.acts());
        acts.put(act, new Vocabulary.Act(act, "do it", List.of(facets)));
        return new Vocabulary(acts, words.facets(), List.of());
    }

    private static void only(ClauseBody body, String... problems) {
        only(body, Fixture.vocabulary(), problems);
    }

    private static void only(ClauseBody body, Vocabulary words, String... problems) {
        told(
                List.of(paper("p", "2024-01-01").adds(clause("c", body))),
                words,
                Stream.of(problems)
                        .map(problem -> "agreements/a/instruments/p/clauses/c/" + problem)
                        .toList());
    }

    private static void told(List<Paper> papers, String... problems) {
        told(papers, Fixture.vocabulary(), List.of(problems));
    }

    private static void told(List<Paper> papers, Vocabulary words, List<String> problems) {
        var deal = deal("a", papers.toArray(Paper[]::new));
        Fixture.vocabulary().acts().keySet().stream()
                .filter(act -> !words.acts().containsKey(act))
                .forEach(deal::noSilenceOn);
        var fixture = portfolio(deal).noSilence();
        assertEquals(
                problems,
                fixture.vocabulary(words).problems().stream()
                        .map(problem -> problem.path() + ": " + problem.message())
                        .toList());
    }
}
