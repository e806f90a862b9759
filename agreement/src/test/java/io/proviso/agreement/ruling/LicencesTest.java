package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.question.Outcome.FORBIDDEN;
import static io.proviso.agreement.question.Outcome.PERMITTED;
import static io.proviso.agreement.question.Outcome.UNDETERMINED;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.at;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.party;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.question.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a licence permits and forbids, and how clauses end by facts that the act asked about does not take. */
class LicencesTest {
    @Test
    void aLicencePermitsItsLicenseeTheFieldAndNobodyElseAnything() {
        var fixture = of(licence(is("subject", "models"), false));
        assertEquals(PERMITTED, asked(fixture, "act=use-ip actor=microsoft subject=models"));
        assertEquals(FORBIDDEN, asked(fixture, "act=use-ip actor=microsoft subject=research"));
        assertEquals(FORBIDDEN, asked(fixture, "act=use-ip actor=openai subject=models"));
    }

    @Test
    void onlyAnExclusiveLicenceKeepsTheFieldFromOtherLicensees() {
        var plain = of(licence(is("subject", "models"), false));
        assertEquals(PERMITTED, asked(plain, "act=license licensee=amazon subject=models"));
        var exclusive = of(licence(is("subject", "models"), true));
        assertEquals(FORBIDDEN, asked(exclusive, "act=license licensee=amazon subject=models"));
        assertEquals(PERMITTED, asked(exclusive, "act=license licensee=amazon subject=research"));
        assertEquals(PERMITTED, asked(exclusive, "act=license licensee=microsoft subject=models"));
        assertEquals(PERMITTED, asked(exclusive, "act=use-ip actor=microsoft subject=models"));
    }

    @Test
    void anExclusiveLicenceToOneIsASplitOverLicenseesThatAreLeftOpen() {
        assertEquals(
                List.of(
                        new Ruling.Branch(Map.of(new Given.OfFacet("licensee"), List.of("microsoft")), PERMITTED),
                        new Ruling.Branch(Map.of(new Given.OfFacet("licensee"), List.of("amazon")), FORBIDDEN)),
                of(licence(any(), true))
                        .ask("2024-06-01", "act=license subject=models")
                        .split());
    }

    @Test
    void anUndisclosedFieldLeavesTheLicenceOpen() {
        var fixture = of(licence(Fixture.undisclosed("subject"), false));
        assertEquals(UNDETERMINED, asked(fixture, "act=use-ip actor=microsoft subject=models"));
        assertEquals(FORBIDDEN, asked(fixture, "act=use-ip actor=openai subject=models"));
    }

    @Test
    void everyKindSpeaksOfTheActsItsNormsAreAbout() {
        var two = new Scope(
                List.of(new Scope.Case(List.of("host", "acquire"), any()), new Scope.Case(List.of("license"), any())));
        var all = Set.of("host", "acquire", "license");
        assertEquals(all, permission(two).acts());
        assertEquals(all, prohibition(two).acts());
        assertEquals(all, Fixture.exclusivity(two).acts());
        assertEquals(all, Fixture.firstRefusal(two, "1 day").acts());
        assertEquals(all, new FirstAvailability(party("microsoft"), two, List.of()).acts());
        assertEquals(Set.of("use-ip"), licence(any(), false).acts());
        assertEquals(Set.of("use-ip", "license"), licence(any(), true).acts());
        assertEquals(Set.of(), new Milestone("agi", party("microsoft"), null).acts());
    }

    @Test
    void aMilestoneTheActDoesNotTakeEndsAClauseWhereTheRecordAttestsIt() {
        var no = prohibition(on("acquire", any()));
        var ending = milestone("agi", "verified");
        var acquire = "act=acquire provider=aws";
        assertEquals(FORBIDDEN, asked(until(no, ending), acquire));
        assertEquals(PERMITTED, asked(until(no, ending).attested("agi", "verified", "2024-03-01", any()), acquire));
        assertEquals(FORBIDDEN, asked(until(no, ending).attested("agi", "declared", "2024-03-01", any()), acquire));
        var some = until(no, ending).attested("agi", "verified", "2024-03-01", is("provider", "aws"));
        assertEquals(PERMITTED, asked(some, acquire));
        assertEquals(FORBIDDEN, asked(some, "act=acquire provider=own"));
        assertEquals(PERMITTED, asked(until(no, milestone("agi", "none")), acquire));
        assertEquals(FORBIDDEN, asked(until(no, milestone("azure-can-support", "yes")), acquire));
    }

    @Test
    void theEarlierOfTwoEndsEndsAClauseAndTheLaterOneAlone() {
        var no = prohibition(on("host", any()));
        var march = at("2024-03-01");
        var july = at("2024-07-01");
        var host = "act=host provider=aws";
        assertEquals(PERMITTED, asked(until(no, new End.EarlierOf(List.of(march, july))), host));
        assertEquals(PERMITTED, asked(until(no, new End.EarlierOf(List.of(july, march))), host));
        assertEquals(FORBIDDEN, asked(until(no, new End.LaterOf(List.of(march, july))), host));
        assertEquals(FORBIDDEN, asked(until(no, new End.LaterOf(List.of(july, march))), host));
        var august = until(no, new End.LaterOf(List.of(march, july))).ask("2024-07-01", host);
        assertEquals(PERMITTED, august.outcome());
    }

    @Test
    void theLaterOfADateAndAMilestoneNeedsBothInWhateverOrder() {
        var no = prohibition(on("host", any()));
        var verified = milestone("agi", "verified");
        for (var ends : List.of(List.of(at("2024-03-01"), verified), List.of(verified, at("2024-03-01")))) {
            var fixture = until(no, new End.LaterOf(ends));
            assertEquals(FORBIDDEN, asked(fixture, "act=host provider=aws"));
            assertEquals(PERMITTED, asked(fixture, "act=host provider=aws fact:agi=verified"));
            assertEquals(
                    FORBIDDEN,
                    fixture.ask("2024-02-01", "act=host provider=aws fact:agi=verified")
                            .outcome());
        }
    }

    @Test
    void whatLiftsASequencingPromiseIsEveryFacetOfOneCondition() {
        var both = is("azure-can-support", "no").and("product", new Match.AnyOf(List.of("other")));
        var fixture = of(new FirstAvailability(
                party("microsoft"), on("host", is("provider", "aws", "own")), List.of(both, is("provider", "own"))));
        var aws = "act=host provider=aws product=";
        assertEquals(PERMITTED, asked(fixture, aws + "other fact:azure-can-support=no"));
        assertEquals(FORBIDDEN, asked(fixture, aws + "other fact:azure-can-support=yes"));
        assertEquals(FORBIDDEN, asked(fixture, aws + "api fact:azure-can-support=no"));
        assertEquals(UNDETERMINED, asked(fixture, aws + "other"));
        assertEquals(PERMITTED, asked(fixture, "act=host provider=own product=api"));
        assertEquals(PERMITTED, asked(fixture, "act=host provider=oracle product=api"));
    }

    private static Licence licence(Condition field, boolean exclusive) {
        var microsoft = List.of("microsoft");
        return new Licence(
                party("microsoft"),
                on("use-ip", field.and("actor", new Match.AnyOf(microsoft))),
                exclusive ? on("license", field.and("licensee", new Match.NoneOf(microsoft))) : null);
    }

    private static Fixture of(ClauseBody body) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(clause("c", body))));
    }

    private static Fixture until(ClauseBody body, End end) {
        return portfolio(
                deal("a", paper("p", "2024-01-01").adds(clause("c", body).until(end))));
    }

    private static Outcome asked(Fixture fixture, String words) {
        return fixture.ask("2024-06-01", words).outcome();
    }
}
