package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.consent;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.at;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Silence;
import io.proviso.agreement.SilenceTest;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.norms.WhyMissed;
import io.proviso.agreement.question.FacetValues;
import io.proviso.agreement.question.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a clause that spoke of the question is gone, a ruling says what became of it. */
class EndedClausesTest {
    private static final End DECLARED = milestone("agi", "declared", "verified");
    private static final Scope BOTH = new Scope(List.of(new Scope.Case(List.of("host", "acquire"), any())));
    private static final End SUPPORTED = milestone("azure-can-support", "yes");

    /** The end of the only clause, a history as FACT=VALUE@DAY, and why it misses on 1 January 2025 (`host` takes the facts). */
    @ParameterizedTest
    @CsvSource({
        "declared, agi=declared@2024-05-01, host, ended by milestone agi on 2024-05-01",
        "declared, agi=declared@2024-05-01, acquire, ended by milestone agi on 2024-05-01",
        "declared, agi=rejected@2024-04-01 agi=verified@2024-05-01, host, ended by milestone agi on 2024-05-01",
        "declared, agi=declared@2024-05-01 agi=verified@2024-06-01, host, ended by milestone agi on 2024-05-01",
        "declared, agi=declared@2024-05-01 agi=rejected@2024-06-01, host, ended by milestone agi on 2024-05-01",
        "declared, agi=declared@2024-05-01 agi=rejected@2024-06-01, acquire, ended by milestone agi on 2024-05-01",
        "declared, agi=declared@2024-05-01 agi=none@2024-06-01, host, ended by milestone agi on 2024-05-01",
        // It had come before the clause was written.
        "declared, agi=declared@2023-05-01, host, ended by milestone agi on 2024-01-01",
        "sooner, agi=declared@2024-05-01, host, ended by milestone agi on 2024-05-01",
        "sooner, azure-can-support=yes@2024-05-01, host, ended by milestone azure-can-support on 2024-05-01",
        "sooner, azure-can-support=yes@2024-05-01 agi=declared@2024-06-01, host, "
                + "ended by milestone azure-can-support on 2024-05-01",
        "sooner, azure-can-support=yes@2024-06-01 agi=declared@2024-05-01, acquire, ended by milestone agi on"
                + " 2024-05-01",
        "later, azure-can-support=yes@2024-05-01 agi=declared@2024-06-01, host, "
                + "ended by the milestones agi and azure-can-support on 2024-06-01",
        "later, azure-can-support=yes@2024-06-01 agi=declared@2024-05-01, acquire, "
                + "ended by the milestones agi and azure-can-support on 2024-06-01",
        // No sooner than July.
        "july, agi=declared@2024-05-01, host, ended by milestone agi on 2024-07-01",
        "july, agi=declared@2024-08-01, acquire, ended by milestone agi on 2024-08-01",
        // No later than 2030.
        "2030, agi=declared@2024-05-01, host, ended by milestone agi on 2024-05-01",
        "2030, agi=declared@2024-05-01, acquire, ended by milestone agi on 2024-05-01"
    })
    void aClauseThatAMilestoneEndedSaysSoWithTheDay(String until, String history, String act, String why) {
        var fixture = fixture(until(until));
        for (var entry : history.split(" ", -1)) {
            var parts = entry.split("[=@]", -1);
            fixture.attested(parts[0], parts[1], parts[2], any());
        }
        var ruling = fixture.ask("2025-01-01", "act=" + act + " provider=aws");
        assertEquals(Outcome.PERMITTED, ruling.outcome());
        assertEquals(List.of("no " + why), SilenceTest.missed(ruling));
        assertTrue(ruling.silent().getFirst().isSinceAnEnd());
        var text = RulingText.of(ruling, Disclosure.INTERNAL);
        assertTrue(text.contains("no " + why), text);
        assertTrue(text.contains("\nEnded by milestone\n  a says nothing more; its rule for " + act), text);
        assertFalse(text.contains("By silence"), text);
    }

    /** What is attested or supposed, a question, and why the clause on aws misses. */
    @ParameterizedTest
    @CsvSource({
        "declared, '', act=host provider=aws fact:agi=declared, no ended by milestone agi, true",
        "declared, '', act=host provider=aws fact:agi=verified, no ended by milestone agi, true",
        "declared, 2024-03-01, act=host provider=aws fact:agi=verified, no ended by milestone agi, true",
        "sooner, '', act=host provider=aws fact:agi=verified, no ended by milestone agi, true",
        "sooner, '', act=host provider=aws fact:azure-can-support=yes, no ended by milestone azure-can-support, true",
        "later, '', act=host provider=aws fact:azure-can-support=yes fact:agi=verified, "
                + "no ended by the milestones agi and azure-can-support, true",
        // That it has ended it says, though it would not apply in any case.
        "declared, '', act=host provider=own fact:agi=declared, no ended by milestone agi, false",
        "declared, 2024-03-01, act=host provider=own, no ended by milestone agi on 2024-03-01, false",
        // It has not ended.
        "declared, '', act=host provider=own, no does not apply: provider is own; it speaks of aws, false",
        "declared, 2024-03-01, act=host provider=own fact:agi=none, "
                + "no does not apply: provider is own; it speaks of aws, false",
        "later, 2024-03-01, act=host provider=own, no does not apply: provider is own; it speaks of aws, false"
    })
    void anEndThatIsSupposedHasNoDay(String until, String declared, String question, String why, boolean sinceAnEnd) {
        var no = clause("no", prohibition(on("host", is("provider", "aws")))).until(until(until));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(no)));
        if (!declared.isEmpty()) {
            fixture.attested("agi", "declared", declared, any());
        }
        var ruling = fixture.ask("2024-06-01", question);
        assertEquals(List.of(why), SilenceTest.missed(ruling));
        assertEquals(sinceAnEnd, ruling.silent().getFirst().isSinceAnEnd());
    }

    @Test
    void anEndForAPartIsToldToTheQuestionsInThatPart() {
        var fixture = fixture(DECLARED).attested("agi", "declared", "2024-05-01", is("provider", "aws"));
        for (var act : List.of("host", "acquire")) {
            assertEquals(
                    List.of("no ended by milestone agi on 2024-05-01"),
                    SilenceTest.missed(fixture.ask("2024-06-01", "act=" + act + " provider=aws")));
            assertEquals(
                    Outcome.FORBIDDEN,
                    fixture.ask("2024-06-01", "act=" + act + " provider=own").outcome());
        }
    }

    @Test
    void aClauseThatEndedForAllThatItSpeaksOfHasEndedForAWiderQuestion() {
        var no = clause("no", prohibition(on("acquire", is("provider", "aws")))).until(DECLARED);
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(no)))
                .attested("agi", "declared", "2024-05-01", is("provider", "aws", "oracle"));
        assertEquals(
                List.of("no ended by milestone agi on 2024-05-01"),
                SilenceTest.missed(fixture.ask("2024-06-01", "act=acquire")));
    }

    @Test
    void aConsentDiesWithTheClauseThatAMilestoneEndedAndSaysSo() {
        var fixture = withConsent().attested("agi", "declared", "2024-05-01", any());
        for (var act : List.of("host", "acquire")) {
            assertEquals(
                    List.of(
                            "no ended by milestone agi on 2024-05-01",
                            "may died with no, which ended by milestone agi on 2024-05-01"),
                    SilenceTest.missed(fixture.ask("2024-06-01", "act=" + act + " provider=aws")));
        }
        assertEquals(
                List.of("no ended by milestone agi", "may died with no, which ended by milestone agi"),
                SilenceTest.missed(fixture.ask("2024-06-01", "act=host provider=aws fact:agi=declared")));
        assertEquals(
                Outcome.PERMITTED,
                fixture.ask("2024-04-30", "act=host provider=aws").outcome());
    }

    @Test
    void aConsentThatHasAnEndOfItsOwnSaysWhichItWas() {
        var may = clause("may", permission(on("host", is("provider", "aws"))))
                .overrides("no")
                .until(SUPPORTED);
        var fixture = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01")
                                .adds(clause("no", prohibition(on("host", is("provider", "aws"))))
                                        .until(DECLARED)),
                        consent("c", "2024-02-01").adds(may))
                .silent("host", Silence.FORBIDDEN));
        assertEquals(
                List.of("no ended by milestone agi", "may ended by milestone azure-can-support"),
                SilenceTest.missed(fixture.ask(
                        "2024-06-01", "act=host provider=aws fact:agi=declared fact:azure-can-support=yes")));
        assertEquals(
                List.of("no ended by milestone agi", "may died with no, which ended by milestone agi"),
                SilenceTest.missed(fixture.ask(
                        "2024-06-01", "act=host provider=aws fact:agi=declared fact:azure-can-support=no")));
    }

    @Test
    void aConsentMissesWhereNothingIsLeftThatItCouldGiveUp() {
        var unclear = clause("no", reading("all", prohibition(on("host", any()))), reading("nothing", null));
        var fixture = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01").adds(unclear),
                        consent("c", "2024-02-01")
                                .adds(clause("may", permission(on("host", any())))
                                        .overrides("no")))
                .silent("host", Silence.FORBIDDEN));
        var ruling = fixture.pin("a", "no", "2024-03-01", "nothing").ask("2024-06-01", "act=host provider=aws");
        assertEquals(
                List.of(
                        "no does not apply: its reading 'all' is excluded by a pin",
                        "may does not apply: nothing is left of no that it could give up"),
                SilenceTest.missed(ruling));
    }

    @Test
    void whatEndedWithAClauseKeptFromAnAudienceIsKeptFromIt() {
        var no = clause("no", prohibition(on("host", any()))).until(DECLARED).disclosed(Disclosure.PARTIES);
        var may = clause("may", permission(on("host", any()))).overrides("no");
        var ruling = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01").adds(no),
                        consent("c", "2024-02-01").adds(may)))
                .attested("agi", "declared", "2024-05-01", any())
                .ask("2024-06-01", "act=host provider=aws");
        var told = ruling.disclosedTo(Disclosure.PUBLIC);
        assertEquals(
                List.of(
                        "no does not apply: withheld from this audience",
                        "may does not apply: withheld from this audience"),
                SilenceTest.missed(told));
        assertFalse(told.silent().getFirst().isSinceAnEnd());
        assertEquals(ruling, ruling.disclosedTo(Disclosure.PARTIES));
    }

    /** A right of first refusal and what is said of it; whether that is all that keeps it from applying. */
    @ParameterizedTest
    @CsvSource({
        "aws, fact:refusal=declined, true",
        "aws, fact:refusal=lapsed, true",
        "aws, fact:refusal=waived, true",
        "own, fact:refusal=declined, false",
        "own, '', false"
    })
    void aRightThatWasDeclinedMissesByThatAlone(String provider, String supposed, boolean alone) {
        var right = clause("first", firstRefusal(on("host", is("provider", "aws", "oracle")), "10 days"));
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(right)));
        var ruling = fixture.ask("2024-06-01", ("act=host gpus=5 provider=" + provider + " " + supposed).trim());
        var why = ruling.silent().getFirst().missed().getFirst().because();
        var differs = assertInstanceOf(WhyMissed.Differs.class, why);
        assertEquals(alone, why.byFactAlone());
        assertEquals(alone ? "refusal" : "provider", differs.facet());
        assertEquals(alone ? FacetValues.Origin.SUPPOSED : FacetValues.Origin.ASKED, differs.origin());
    }

    @Test
    void aFactThatNobodySaidAnythingOfFreesFromNothing() {
        var no = clause("no", prohibition(on("host", is("agi", "verified"))));
        var ruling = portfolio(deal("a", paper("p", "2024-01-01").adds(no))).ask("2024-06-01", "act=host provider=aws");
        assertEquals(List.of("no does not apply: agi is none; it speaks of verified"), SilenceTest.missed(ruling));
        assertFalse(ruling.silent().getFirst().missed().getFirst().because().byFactAlone());
    }

    private static End until(String name) {
        return switch (name) {
            case "declared" -> DECLARED;
            case "sooner" -> new End.EarlierOf(List.of(DECLARED, SUPPORTED));
            case "later" -> new End.LaterOf(List.of(DECLARED, SUPPORTED));
            case "july" -> new End.LaterOf(List.of(at("2024-07-01"), DECLARED));
            case "2030" -> new End.EarlierOf(List.of(at("2030-01-01"), DECLARED));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Fixture fixture(End until) {
        return portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(clause("no", prohibition(BOTH)).until(until))));
    }

    private static Fixture withConsent() {
        return portfolio(deal(
                        "a",
                        paper("p", "2024-01-01")
                                .adds(clause("no", prohibition(BOTH)).until(DECLARED)),
                        consent("c", "2024-02-01")
                                .adds(clause("may", permission(BOTH)).overrides("no")))
                .silent("host", Silence.FORBIDDEN)
                .silent("acquire", Silence.FORBIDDEN));
    }
}
