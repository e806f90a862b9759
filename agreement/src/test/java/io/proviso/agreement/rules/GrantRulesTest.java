package io.proviso.agreement.rules;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.consent;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Problem;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Limits, notices, revocations and draws that cannot be: each of these has the problems listed and no others. */
class GrantRulesTest {
    private static final Limit FIVE = new Limit("gpus", Stated.of(5L));
    private static final Window MONTH = new Window.Days(30);
    private static final Paper REVOCABLE = consent("c", "2024-03-01").adds(given(oracle(null, MONTH, null)));
    private static final String REVOKES = "agreements/a/instruments/r/revokes/given: ";
    private static final String GIVEN = "agreements/a/instruments/c/clauses/given/permission/";

    private static Permission oracle(@Nullable Limit upTo, @Nullable Window notice, @Nullable Condition signed) {
        return new Permission(on("acquire", is("provider", "oracle")), upTo, notice, signed);
    }

    private static Draft given(ClauseBody body) {
        return clause("given", body).overrides("azure-only");
    }

    private static Paper consents(Permission permission) {
        return consent("c", "2024-03-01").adds(given(permission));
    }

    private static Paper azureOnly() {
        return paper("p", "2024-01-01")
                .adds(clause("azure-only", exclusivity(on("acquire", not("provider", "azure")))));
    }

    private static Fixture fixture(Paper... later) {
        var papers = new ArrayList<>(List.of(azureOnly()));
        papers.addAll(Arrays.asList(later));
        return portfolio(deal("a", papers.toArray(Paper[]::new)));
    }

    private static Paper notice(String name, String effective) {
        return paper(name, effective).type(Instrument.Type.NOTICE).revokes("given");
    }

    private static Paper revoked() {
        return notice("r", "2024-06-01").by("microsoft");
    }

    private static void told(Fixture fixture, String... problems) {
        assertEquals(
                List.of(problems),
                fixture.problems().stream()
                        .map(problem -> problem.path() + ": " + problem.message())
                        .toList());
    }

    @Test
    void whoGaveAConsentOrWaiverTakesItBackIfItSaysHow() {
        told(fixture(REVOCABLE, revoked()));
        var waiver = consents(oracle(null, MONTH, null)).type(Instrument.Type.WAIVER);
        told(fixture(waiver, revoked()));
    }

    @Test
    void nobodyElseTakesAConsentBack() {
        told(
                fixture(REVOCABLE, notice("r", "2024-06-01").by("softbank")),
                REVOKES + "'given', which 'microsoft' gave, cannot be revoked by 'softbank'");
        told(
                fixture(REVOCABLE, notice("r", "2024-06-01")),
                REVOKES + "'given', which 'microsoft' gave, cannot be revoked without saying by whom");
    }

    @Test
    void aConsentThatDoesNotSayHowIsIrrevocable() {
        told(
                fixture(consents(oracle(FIVE, null, null)), revoked()),
                REVOKES + "'given' is irrevocable: it does not say revocable:");
    }

    @Test
    void oneReadingThatSaysHowIsEnough() {
        var so = reading("so", oracle(null, MONTH, null));
        var orSo = reading("or-so", oracle(null, null, null));
        var unclear = clause("given", so, orSo).overrides("azure-only");
        told(fixture(consent("c", "2024-03-01").adds(unclear), revoked()));
    }

    @Test
    void whatIsNoConsentCannotBeRevoked() {
        told(
                fixture(paper("r", "2024-06-01")
                        .type(Instrument.Type.NOTICE)
                        .by("microsoft")
                        .revokes("azure-only")),
                "agreements/a/instruments/r/revokes/azure-only: 'azure-only' is neither a consent nor a waiver and"
                        + " cannot be revoked");
        told(fixture(revoked()), REVOKES + "unknown clause 'given'");
    }

    @Test
    void aConsentStaysOneWhateverPaperRestatesIt() {
        var irrevocable = paper("x", "2024-04-01").restates(given(oracle(null, null, null)));
        told(
                fixture(REVOCABLE, irrevocable, revoked()),
                REVOKES + "'given' is irrevocable: it does not say revocable:");
        var revocable = paper("x", "2024-04-01").restates(given(oracle(null, MONTH, null)));
        told(fixture(REVOCABLE, revocable, revoked()));
    }

    @Test
    void aConsentIsRevokedOnceUnlessItIsGivenAgain() {
        var again = notice("s", "2024-09-01").by("microsoft");
        told(
                fixture(REVOCABLE, revoked(), again),
                "agreements/a/instruments/s/revokes/given: 'given' was revoked before");
        var anew = consent("d", "2024-08-01").restates(given(oracle(null, MONTH, null)));
        told(fixture(REVOCABLE, revoked(), anew, again));
    }

    @Test
    void onlyConsentsAndWaiversAreTakenBack() {
        told(
                fixture(paper("q", "2024-03-01").adds(given(oracle(null, MONTH, null)))),
                "agreements/a/instruments/q/clauses/given: only a consent or waiver can be revoked");
        told(fixture(paper("q", "2024-03-01").adds(given(oracle(FIVE, null, null)))));
        told(fixture(paper("q", "2024-03-01").adds(given(oracle(null, null, null)))));
    }

    @Test
    void whatIsForEachYearIsALimit() {
        var scope = on("acquire", is("provider", "oracle"));
        told(
                fixture(consents(new Permission(scope, null, Permission.Per.YEAR, null, null, null))),
                GIVEN + "per: there is no limit that could be one for each year");
        told(fixture(consents(new Permission(scope, FIVE, Permission.Per.YEAR, null, null, null))));
    }

    @Test
    void aNoticeNeedsACalendar() {
        told(
                portfolio(deal("a", azureOnly(), REVOCABLE).calendar(null)),
                GIVEN + "revocable: the notice of a revocation has no business calendar");
    }

    @Test
    void whatWasSignedIsToldInTheWordsOfItsActsAndForAReason() {
        told(
                fixture(consents(oracle(null, MONTH, is("product", "api")))),
                GIVEN + "signed/product: the act 'acquire' does not take the facet 'product'");
        told(
                fixture(consents(oracle(null, null, any()))),
                GIVEN
                        + "signed: what was signed already is told apart, but there is no limit, no revocation and no last"
                        + " day for signing");
        told(fixture(consents(oracle(FIVE, null, is("workload", "inference")))));
        var nothing = "signed: it tells what was signed already from nothing: all that the consent covers would have no"
                + " limit";
        told(fixture(consents(oracle(FIVE, null, any()))), GIVEN + nothing);
        told(fixture(consents(oracle(null, MONTH, is("provider", "oracle")))), GIVEN + nothing);
        told(fixture(consents(oracle(FIVE, null, is("workload", "training", "inference")))), GIVEN + nothing);
        told(fixture(consents(oracle(FIVE, null, Fixture.not("provider", "own")))), GIVEN + nothing);
        told(fixture(consents(oracle(FIVE, null, Fixture.between("gpus", 0, Long.MAX_VALUE)))), GIVEN + nothing);
        told(fixture(consents(oracle(FIVE, null, Fixture.between("gpus", 1, Long.MAX_VALUE)))));
        told(fixture(consents(oracle(FIVE, null, Fixture.undisclosed("workload")))));
    }

    @Test
    void anActThatIsUnknownIsNotToldOfTwice() {
        var moon = new Permission(on("fly", any()), FIVE, null, is("provider", "oracle"));
        told(fixture(consents(moon)), GIVEN + "on/0/act/fly: unknown act 'fly'");
    }

    @Test
    void aLimitNeedsAnActThatIsAskedHowMany() {
        var scope = new Scope(List.of(new Scope.Case(List.of("acquire", "use-ip"), any())));
        told(
                fixture(consents(new Permission(scope, FIVE, null, null))),
                GIVEN
                        + "up-to/gpus: the act 'use-ip' does not take the facet 'gpus', without which this clause"
                        + " cannot work");
    }

    @Test
    void aLimitNeedsGpusToBeANumber() {
        var words = Vocabulary.of(
                List.of(new Vocabulary.Act("acquire", "rent", List.of("provider", "gpus"))),
                List.of(
                        Fixture.choice("provider", null, "azure", "oracle"),
                        Fixture.choice("gpus", null, "few", "many")),
                List.of());
        assertEquals(
                List.of("'gpus' is not a count in this vocabulary, so that no limit can be counted in it"),
                fixture(consents(oracle(FIVE, null, null))).vocabulary(words).problems().stream()
                        .map(Problem::message)
                        .filter(message -> message.contains("gpus"))
                        .toList());
    }

    @Test
    void aDrawNamesAConsentWithALimit() {
        var limited = consents(oracle(new Limit("gpus", Stated.undisclosed()), null, null));
        told(fixture(limited).drawn("a", "given", 5, "2024-04-01"));
        told(
                fixture(limited)
                        .drawn("b", "given", 5, "2024-04-01")
                        .drawn("a", "give", 5, "2024-04-01")
                        .drawn("a", "azure-only", 5, "2024-04-01"),
                "draws/0/agreement: unknown agreement 'b'",
                "draws/1/clause: unknown clause 'give'",
                "draws/2/clause: 'azure-only' has no limit that could be drawn down");
        told(
                fixture(REVOCABLE).drawn("a", "given", 5, "2024-04-01"),
                "draws/0/clause: 'given' has no limit that could be drawn down");
    }
}
