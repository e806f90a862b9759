package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.consent;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.question.Outcome.FORBIDDEN;
import static io.proviso.agreement.question.Outcome.PERMITTED;
import static io.proviso.agreement.question.Outcome.UNDETERMINED;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Instrument;
import io.proviso.agreement.Problem;
import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.question.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a restatement keeps of a clause: what it does not speak of. Empty is not absent. */
class RestatedTest {
    private static final String AWS = "act=host provider=aws";
    private static final Draft NO = clause("no", prohibition(on("host", any())));
    private static final Draft NOR = clause("nor", prohibition(on("host", is("provider", "aws"))));

    /** What a permission that overrides `no` overrides after it was restated. */
    @ParameterizedTest
    @CsvSource({
        "absent, PERMITTED, no",
        "empty, UNDETERMINED, ''",
        "no, PERMITTED, no",
        "nor, UNDETERMINED, nor",
        "no nor, PERMITTED, no nor"
    })
    void aRestatementThatNamesOverridesReplacesThem(String says, Outcome outcome, String overrides) {
        var restated = saying(clause("may", permission(on("host", any()))), says);
        var fixture = portfolio(deal(
                "a",
                paper("p", "2024-01-01")
                        .adds(NO, clause("may", permission(on("host", any()))).overrides("no")),
                paper("n", "2024-01-02").adds(NOR.until(Fixture.at("2024-02-01"))),
                paper("q", "2024-03-01").restates(restated)));
        assertEquals(outcome, fixture.ask("2024-03-01", AWS).outcome());
        assertEquals(PERMITTED, fixture.ask("2024-02-28", AWS).outcome());
        assertEquals(
                overrides.isEmpty() ? List.of() : List.of(overrides.split(" ", -1)),
                new CompiledPortfolio(fixture.build())
                        .inForce(Fixture.day("2024-03-01"), Fixture.day("2024-03-01")).stream()
                                .flatMap(agreement -> agreement.clauses().stream())
                                .filter(version -> version.name().equals("may"))
                                .flatMap(version -> version.clause().overrides().stream())
                                .toList());
    }

    @Test
    void whatWasInheritedIsInheritedAgainAndWhatWasDroppedIsNot() {
        var may = clause("may", permission(on("host", any())));
        var kept = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(NO, may.overrides("no")),
                paper("q", "2024-02-01").restates(clause("may", permission(on("host", any())))),
                paper("r", "2024-03-01").restates(clause("may", permission(on("host", any()))))));
        assertEquals(PERMITTED, kept.ask("2024-04-01", AWS).outcome());
        var dropped = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(NO, may.overrides("no")),
                paper("q", "2024-02-01")
                        .restates(clause("may", permission(on("host", any()))).overrides()),
                paper("r", "2024-03-01").restates(clause("may", permission(on("host", any()))))));
        assertEquals(UNDETERMINED, dropped.ask("2024-04-01", AWS).outcome());
    }

    /** By whatever paper a consent is restated, it pierces what it pierced and dies with it. */
    @ParameterizedTest
    @EnumSource(
            value = Instrument.Type.class,
            names = {"CONSENT", "WAIVER", "AMENDMENT", "DEFINITIVE", "NOTICE"})
    void aConsentStaysOneByWhateverPaperItIsRestated(Instrument.Type type) {
        var may = clause("may", permission(on("host", any())));
        var restating = paper("q", "2024-03-01").type(type).by("microsoft");
        for (var says : List.of("absent", "no")) {
            var written = saying(clause("may", permission(on("host", any()))), says);
            var fixture = portfolio(deal(
                            "a",
                            paper("p", "2024-01-01").adds(NO),
                            consent("c", "2024-02-01").adds(may.overrides("no")),
                            paper("q", "2024-03-01").type(type).by("microsoft").restates(written),
                            paper("x", "2024-06-01").ends("no"))
                    .silent("host", Silence.FORBIDDEN));
            assertEquals(PERMITTED, fixture.ask("2024-02-15", AWS).outcome(), says);
            assertEquals(PERMITTED, fixture.ask("2024-03-01", AWS).outcome(), says);
            assertEquals(FORBIDDEN, fixture.ask("2024-06-01", AWS).outcome(), says);
        }
        restating.restates(saying(may, "empty"));
        assertEquals(
                List.of("a " + (type == Instrument.Type.WAIVER ? "waiver" : "consent")
                        + " pierces exactly one clause, this one names 0"),
                portfolio(deal(
                                "a",
                                paper("p", "2024-01-01").adds(NO),
                                consent("c", "2024-02-01")
                                        .adds(clause("may", permission(on("host", any())))
                                                .overrides("no")),
                                restating))
                        .problems()
                        .stream()
                        .map(Problem::message)
                        .toList());
    }

    @Test
    void ofAConsentThatDiedWithItsClauseNothingIsLeftToRestate() {
        var may = clause("may", permission(on("host", any())));
        for (var end : List.of(
                paper("x", "2024-03-01").ends("no"), paper("x", "2024-03-01").restates(NO))) {
            var fixture = portfolio(deal(
                    "a",
                    paper("p", "2024-01-01").adds(NO),
                    consent("c", "2024-02-01").adds(may.overrides("no")),
                    end,
                    paper("q", "2024-04-01").restates(clause("may", permission(on("host", any()))))));
            assertEquals(
                    List.of("agreements/a/instruments/q/restates/may"),
                    fixture.problems().stream().map(Problem::path).toList());
        }
    }

    /** One paper does one thing to a clause: what would be left of two depends on lines. */
    @ParameterizedTest
    @CsvSource({
        "ends ends, 1", "restates restates, 1", "ends restates, 2", "restates ends, 2", "adds restates, 2",
        "restates adds, 2", "adds ends, 2", "revokes restates, 2", "revokes ends, 2", "revokes revokes, 1"
    })
    void onePaperDoesOneThingToAClause(String things, int places) {
        var paper = paper("q", "2024-03-01").by("microsoft");
        for (var thing : things.split(" ", -1)) {
            switch (thing) {
                case "ends" -> paper.ends("no");
                case "restates" -> paper.restates(NO);
                case "adds" -> paper.adds(NO);
                default -> paper.revokes("no");
            }
        }
        var fixture = portfolio(deal("a", paper("p", "2024-01-01").adds(NO), paper));
        assertEquals(
                places,
                fixture.problems().stream()
                        .filter(problem -> problem.message().equals("one instrument does two things to 'no'"))
                        .count());
    }

    @Test
    void whatTerminatesAnAgreementSaysNothingElseOfItsClauses() {
        var paths = portfolio(deal(
                        "a",
                        paper("p", "2024-01-01").adds(NO, clause("may", permission(on("host", any())))),
                        paper("q", "2024-03-01")
                                .ends(
                                        "no",
                                        reading(
                                                "left",
                                                NO.clause(Fixture.day("2024-01-01"))
                                                        .readings()
                                                        .getFirst()
                                                        .body()),
                                        reading("none", null))
                                .restates(clause("may", permission(on("host", any()))))
                                .adds(clause("new", permission(on("host", any()))))
                                .terminates(),
                        paper("r", "2024-03-01").adds(clause("late", permission(on("host", any())))),
                        paper("s", "2024-04-01").ends("no")))
                .problems()
                .stream()
                .map(Problem::path)
                .toList();
        var at = "agreements/a/instruments/";
        assertEquals(List.of(at + "q/ends/no", at + "q/restates/may", at + "q/clauses/new", at + "r", at + "s"), paths);
        var ends = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(NO),
                paper("q", "2024-03-01").ends("no").terminates()));
        assertEquals(List.of(), ends.problems());
    }

    private static Draft saying(Draft draft, String says) {
        return switch (says) {
            case "absent" -> draft;
            case "empty" -> draft.overrides();
            default -> draft.overrides(says.split(" ", -1));
        };
    }
}
