package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.anyOf;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.check.Found.ask;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.ids;
import static io.proviso.counsel.check.Found.only;
import static io.proviso.counsel.check.Found.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Change;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.question.Outcome;
import io.proviso.counsel.Deals;
import io.proviso.counsel.english.Draft;
import io.proviso.units.Interval;
import io.proviso.units.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateRecordsTest {
    private final Deals deals = new Deals();

    @Test
    void aPaperRecordedLateChangesRulingsGivenInTheMeantime() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("open", permits("host", is("provider", "north"))))
                .paper(
                        "secret",
                        "2025-02-01",
                        "2025-05-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))));
        var finding = only(check(deals));
        assertEquals("retroactive supply/ban", finding.id());
        assertEquals(new Interval(day("2025-02-01"), day("2025-05-01")), finding.span());
        var witnesses = finding.witnesses();
        assertEquals(Outcome.PERMITTED, outcome(deals, witnesses.getFirst()));
        assertEquals(Outcome.FORBIDDEN, outcome(deals, witnesses.getLast()));
        assertEquals(witnesses.getFirst().question(), witnesses.getLast().question());
    }

    @Test
    void aPaperRecordedLateThatChangesNoAnswerIsNoFinding() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("open", permits("host", is("provider", "north"))))
                .paper("more", "2025-02-01", "2025-05-01", adds("also", permits("host", is("provider", "south"))));
        assertEquals(List.of(), check(deals));
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
        var finding = only(check(deals));
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
        var finding = only(check(deals));
        assertEquals("retroactive supply/ban", finding.id());
        assertEquals(
                "an answer about host that was UNDETERMINED (PERMITTED or FORBIDDEN) before 2025-03-01T00:00:00Z is"
                        + " PERMITTED since",
                finding.message());
        assertEquals(new Interval(day("2025-01-01"), day("2025-03-01")), finding.span());
    }

    @Test
    void anAgreementOnRecordLateThatForbidsBySilenceChangesAnswersOfWhichNoClauseSpeaks() {
        deals.agreement("supply", "lab", "northern:north")
                .silent("host", Silence.FORBIDDEN)
                .paper("deed", "2025-01-01", "2025-03-01");
        var finding = only(check(deals));
        assertEquals("retroactive", finding.id());
        assertEquals(
                "an answer about host that was PERMITTED before 2025-03-01T00:00:00Z is FORBIDDEN since",
                finding.message());
        assertEquals("act=host --as-of 2025-01-01 --known-at 2025-02-28T23:59:59Z", ask(finding));
    }

    @Test
    void anAgreementOnRecordLateThatPermitsAsThePortfolioDoesChangesNothing() {
        deals.agreement("supply", "lab", "northern:north").paper("deed", "2025-01-01", "2025-03-01");
        assertEquals(List.of(), check(deals));
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
                ids(check(deals)));
    }

    @Test
    void aFactOnRecordLateThatAnActTakesChangesRulingsThatSupposedNothing() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUntil(
                                "ban",
                                new End.OnMilestone("agi", List.of("verified")),
                                forbids("northern", "host", is("provider", "south"))))
                .attested("agi", "verified", "2025-02-01", "2025-03-01", Condition.ALWAYS);
        var finding = only(check(deals));
        assertEquals("retroactive", finding.id());
        assertEquals(
                "an answer about host that was FORBIDDEN before 2025-03-01T00:00:00Z is PERMITTED since",
                finding.message());
        assertEquals("act=host provider=south --as-of 2025-02-01 --known-at 2025-02-28T23:59:59Z", ask(finding));
        assertEquals(Outcome.FORBIDDEN, outcome(deals, finding.witnesses().getFirst()));
        assertEquals(Outcome.PERMITTED, outcome(deals, finding.witnesses().getLast()));
    }

    @Test
    void aFactOnRecordLateThatNoClauseMindsChangesNothing() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))))
                .attested("agi", "verified", "2025-02-01", "2025-03-01", Condition.ALWAYS);
        assertEquals(List.of(), check(deals));
    }

    @Test
    void whatCameOnRecordLateMattersOnlyUntilItEndedAgain() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01")
                .paper(
                        "secret",
                        "2025-02-01",
                        "2025-05-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))))
                .paper("end", "2025-03-01", "2025-05-01", new Change.Ends("ban", List.of()));
        assertEquals(
                new Interval(day("2025-02-01"), day("2025-03-01")),
                only(check(deals)).span());
    }

    @Test
    void ofTwoPapersThatCameOnRecordTogetherTheEarlierEffectIsLookedAtToo() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01")
                .paper("one", "2025-03-01", "2025-05-01")
                .paper(
                        "two",
                        "2025-02-01",
                        "2025-05-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))))
                .paper("three", "2025-04-01", "2025-05-01");
        assertEquals(
                new Interval(day("2025-02-01"), day("2025-05-01")),
                only(check(deals)).span());
    }

    @Test
    void anAgreementOnRecordLateThatIsTheFirstToPermitChangesAnswersToo() {
        deals.portfolioWithoutSilenceOn("host")
                .agreement("supply", "lab", "northern:north")
                .noSilenceOn("acquire")
                .paper("deed", "2025-01-01", "2025-03-01")
                .agreement("second", "lab")
                .noSilenceOn("acquire")
                .paper("deed", "2025-02-01", "2025-04-01");
        var late = check(deals).stream()
                .filter(finding -> finding.check() == Check.RETROACTIVE)
                .toList();
        assertEquals(
                "an answer about host that was FORBIDDEN before 2025-03-01T00:00:00Z is PERMITTED since",
                only(late).message());
    }

    @Test
    void ofARecordThatComesInOneAfterTheOtherEachIsComparedWithWhatWasKnownJustBefore() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01")
                .paper(
                        "one",
                        "2025-02-01",
                        "2025-03-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))))
                .paper("two", "2025-02-02", "2025-04-01", new Change.Ends("ban", List.of()));
        assertEquals(
                List.of(
                        "an answer about host that was PERMITTED before 2025-03-01T00:00:00Z is FORBIDDEN since",
                        "an answer about host that was FORBIDDEN before 2025-04-01T00:00:00Z is PERMITTED since"),
                check(deals).stream().map(Finding::message).toList());
    }

    @Test
    void aClauseMayComeOnRecordLaterThanItsPaper() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        Draft.clause("ban", forbids("northern", "host", is("provider", "south")))
                                .recorded("2025-03-01")
                                .adds());
        assertEquals(
                new Interval(day("2025-01-01"), day("2025-03-01")),
                only(check(deals)).span());
    }

    @Test
    void anAgreementThatForbidsBySilenceMattersBesideOthersWhenItComesAndWhenItGoes() {
        deals.agreement("first", "lab")
                .paper("deed", "2025-01-01")
                .agreement("second", "lab", "northern:north")
                .silent("host", Silence.FORBIDDEN)
                .paper("deed", "2025-02-01", "2025-03-01")
                .paper("end", "2025-04-01", "2025-05-01", new Change.Terminates());
        assertEquals(
                List.of(
                        "an answer about host that was PERMITTED before 2025-03-01T00:00:00Z is FORBIDDEN since",
                        "an answer about host that was FORBIDDEN before 2025-05-01T00:00:00Z is PERMITTED since"),
                check(deals).stream().map(Finding::message).toList());
    }

    @Test
    void theEndOfTheLastAgreementOnRecordLateLeavesThePortfoliosOwnSilence() {
        deals.portfolioWithoutSilenceOn("host")
                .agreement("only", "lab")
                .noSilenceOn("acquire")
                .paper("deed", "2025-01-01")
                .paper("end", "2025-02-01", "2025-03-01", new Change.Terminates());
        var late = check(deals).stream()
                .filter(finding -> finding.check() == Check.RETROACTIVE)
                .toList();
        assertEquals(
                "an answer about host that was PERMITTED before 2025-03-01T00:00:00Z is FORBIDDEN since",
                only(late).message());
    }

    @Test
    void aTermOnRecordLaterThanItsClauseIsRetroactive() {
        var capped = new Permission(
                Scope.of("acquire", is("provider", "south")),
                new Limit("gpus", new Stated.Known<>(5_000L, day("2025-03-01"))),
                null,
                null);
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "acquire", is("provider", "south"))))
                .consent("letter", "2025-01-01", "northern", adds("leave", capped, "ban"));
        var finding = only(check(deals));
        assertEquals("retroactive supply/leave", finding.id());
        assertEquals(
                "an answer about acquire that was UNDETERMINED (PERMITTED or FORBIDDEN) before 2025-03-01T00:00:00Z is"
                        + " PERMITTED since",
                finding.message());
        assertEquals(new Interval(day("2025-01-01"), day("2025-03-01")), finding.span());
        assertEquals(Outcome.UNDETERMINED, outcome(deals, finding.witnesses().getFirst()));
        assertEquals(Outcome.PERMITTED, outcome(deals, finding.witnesses().getLast()));
    }

    @Test
    void aFactAttestedLateForAScopeIsAskedAboutWithinIt() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUntil(
                                "ban",
                                new End.OnMilestone("agi", List.of("verified")),
                                forbids("northern", "host", is("provider", "south", "east"))))
                .attested(
                        "agi",
                        "verified",
                        "2025-02-01",
                        "2025-03-01",
                        is("provider", "east", "north").and("product", anyOf("api")));
        var finding = only(check(deals));
        assertEquals(
                "an answer about host that was FORBIDDEN before 2025-03-01T00:00:00Z is PERMITTED since",
                finding.message());
        assertEquals(
                "act=host product=api provider=east --as-of 2025-02-01 --known-at 2025-02-28T23:59:59Z", ask(finding));
        assertEquals(Outcome.FORBIDDEN, outcome(deals, finding.witnesses().getFirst()));
        assertEquals(Outcome.PERMITTED, outcome(deals, finding.witnesses().getLast()));
    }

    @Test
    void aFactAttestedLateForAScopeInWhichALaterEntryHoldsAnywayChangesNothing() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUntil(
                                "ban",
                                new End.OnMilestone("agi", List.of("verified")),
                                forbids("northern", "host", is("provider", "south"))))
                .attested("agi", "verified", "2025-01-01", "2025-01-01", is("provider", "south"))
                .attested("agi", "none", "2024-12-01", "2025-03-01", is("provider", "south"));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void anotherStepThatIsAskedForIsAnotherAnswer() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", consentOf("northern"))
                .paper(
                        "change",
                        "2025-02-01",
                        "2025-03-01",
                        new Change.Ends("asks-northern", List.of()),
                        consentOf("lab"));
        assertEquals(
                "an answer about host that was CONDITIONAL (consent of northern) before 2025-03-01T00:00:00Z is"
                        + " CONDITIONAL (consent of lab) since",
                only(check(deals)).message());
    }

    private static Change consentOf(String party) {
        return adds(
                "asks-" + party,
                new Prohibition(
                        new Party(party),
                        Scope.of("host", is("provider", "south")),
                        new Prohibition.Consent(new Party(party))));
    }

    @Test
    void aFactThatWasOpenUntilItCameOnRecordLateLeftTheAnswerOpen() {
        deals.vocabulary(Vocabulary.of(
                        List.of(new Vocabulary.Act("host", "run", List.of("support"))),
                        List.of(Deals.choice("support", null, Facet.SuppliedBy.RECORD, "yes", "no")),
                        List.of()))
                .portfolioWithoutSilenceOn("acquire")
                .agreement("supply", "lab", "northern:north")
                .noSilenceOn("acquire")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("support", "no"))))
                .attested("support", "yes", "2025-02-01", "2025-03-01", Condition.ALWAYS);
        var finding = only(check(deals));
        assertEquals(
                "an answer about host that was UNDETERMINED (PERMITTED or FORBIDDEN) before 2025-03-01T00:00:00Z is"
                        + " PERMITTED since",
                finding.message());
        assertEquals(Outcome.UNDETERMINED, outcome(deals, finding.witnesses().getFirst()));
    }
}
