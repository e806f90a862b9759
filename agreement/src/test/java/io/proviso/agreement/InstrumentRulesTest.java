package io.proviso.agreement;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.party;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every problem that lies in what instruments do to clauses one after another: each of these has the problems listed and no others. */
class InstrumentRulesTest {
    private static final Scope NOWHERE = on("host", is("provider", "moon"));
    private static final String MOON = "0/provider/moon: unknown provider 'moon'";

    @Test
    void whatAClauseIsRestatedInterpretedOrLeftAsIsCheckedToo() {
        var first = paper("p", "2024-01-01").adds(clause("c", permission(on("host", any()))));
        told(
                List.of(first, paper("q", "2024-02-01").restates(clause("c", prohibition(NOWHERE)))),
                "agreements/a/instruments/q/restates/c/prohibition/on/" + MOON);
        told(
                List.of(first, paper("q", "2024-02-01").ends("c", reading("left", prohibition(NOWHERE)))),
                "agreements/a/instruments/q/ends/c/readings/left/prohibition/on/" + MOON);
        told(
                List.of(
                        first,
                        paper("q", "2024-02-01")
                                .type(Instrument.Type.INTERPRETIVE)
                                .interprets("c", reading("so", prohibition(NOWHERE)))),
                "agreements/a/instruments/q/interprets/c/prohibition/on/" + MOON);
        told(
                List.of(paper("p", "2024-01-01")
                        .adds(clause("c", reading("one", prohibition(NOWHERE)), reading("none", null)))),
                "agreements/a/instruments/p/clauses/c/readings/one/prohibition/on/" + MOON);
    }

    @Test
    void everyEndOfACompoundEndIsChecked() {
        var ends = List.<End>of(new End.Never(), milestone("agy", "verified"), milestone("agi", "done"));
        for (var end : List.of(new End.EarlierOf(ends), new End.LaterOf(ends))) {
            told(
                    List.of(paper("p", "2024-01-01")
                            .adds(clause("c", permission(on("host", any()))).until(end))),
                    "agreements/a/instruments/p/clauses/c/until: unknown fact 'agy'",
                    "agreements/a/instruments/p/clauses/c/until/milestone/agi/done: unknown agi 'done'");
        }
    }

    @Test
    void aClauseThatEndedOrWhoseAgreementIsTerminatedCannotBeChangedAnyMore() {
        var first = paper("p", "2024-01-01").adds(clause("c", permission(on("host", any()))));
        var later = paper("r", "2024-03-01").ends("c");
        var unknown = "agreements/a/instruments/r/ends/c: unknown clause 'c'";
        told(List.of(first, paper("q", "2024-02-01").ends("c"), later), unknown);
        told(
                List.of(first, paper("q", "2024-02-01").terminates(), later),
                "agreements/a/instruments/r: 'r' takes effect 2024-03-01T00:00:00Z, but 'q' terminates the whole"
                        + " agreement 2024-02-01T00:00:00Z: nothing is left that it could change");
        told(List.of(first, paper("q", "2024-02-01").ends("c", reading("nothing", null)), later));
    }

    @Test
    void aConsentIsGivenByTheHolderOfAnyReadingOfTheClauseEvenOneAddedLater() {
        var first = paper("p", "2024-01-01").adds(clause("c", permission(on("host", any()))));
        var meaning = reading("so", new Prohibition(party("softbank"), on("host", any()), null));
        var interpreting =
                paper("q", "2024-02-01").type(Instrument.Type.INTERPRETIVE).interprets("c", meaning);
        var consent = Paper.consent("r", "2024-03-01")
                .by("softbank")
                .adds(clause("given", permission(on("host", any()))).overrides("c"));
        told(List.of(first, interpreting, consent));
        told(
                List.of(first, consent),
                "agreements/a/instruments/r/clauses/given: 'softbank' cannot give this consent: the clause 'c' of a is"
                        + " held by nobody");
    }

    @Test
    void aClauseOverridesClausesByNameWithoutACircleOfAnyLength() {
        told(
                List.of(paper("p", "2024-01-01")
                        .adds(overriding("x", "y"), overriding("y", "z"), overriding("z", "x", "w"), overriding("w"))),
                "agreements/a/instruments/p/clauses/x/overrides: the clauses override each other in a circle: x > y >"
                        + " z > x",
                "agreements/a/instruments/p/clauses/y/overrides: the clauses override each other in a circle: y > z >"
                        + " x > y",
                "agreements/a/instruments/p/clauses/z/overrides: the clauses override each other in a circle: z > x >"
                        + " y > z");
        told(List.of(paper("p", "2024-01-01")
                .adds(overriding("x", "y", "z"), overriding("y", "w"), overriding("z", "w"), overriding("w"))));
    }

    @Test
    void overridesFormNoCircleAsKnownBeforeAnEndCameOnRecordEither() {
        var ended = paper("q", "2024-06-01").recorded("2025-01-01").ends("x");
        var back = paper("r", "2024-07-01").adds(overriding("y", "x"));
        told(
                List.of(paper("p", "2024-01-01").adds(overriding("x", "y")), ended, back),
                "agreements/a/instruments/r/clauses/y/overrides: the clauses override each other in a circle, as was"
                        + " known on 2024-07-01T00:00:00Z: y > x > y");
        told(List.of(
                paper("p", "2024-01-01").adds(overriding("x", "y")),
                paper("q", "2024-06-01").ends("x"),
                back));
    }

    @Test
    void aClauseThatHasRunOutAndAConsentThatDiedAreInNoCircle() {
        var back = paper("r", "2024-07-01").adds(overriding("y", "x"));
        told(List.of(paper("p", "2024-01-01").adds(overriding("x", "y").until(Fixture.at("2024-06-01"))), back));
        told(List.of(
                paper("p", "2024-01-01").adds(clause("y", prohibition(on("host", any())))),
                Paper.consent("c", "2024-02-01").adds(overriding("x", "y")),
                paper("q", "2024-06-01").ends("y"),
                back));
        told(
                List.of(
                        paper("p", "2024-01-01").adds(clause("y", prohibition(on("host", any())))),
                        Paper.consent("c", "2024-02-01").adds(overriding("x", "y")),
                        paper("q", "2024-06-01")
                                .restates(
                                        clause("y", prohibition(on("host", any())))
                                                .overrides("x"),
                                        "x")),
                "agreements/a/instruments/q/restates/y/overrides: the clauses override each other in a circle: y > x >"
                        + " y");
    }

    @Test
    void whatAnMouDoesIsCheckedAndThenDidNotHappen() {
        var x = clause("x", permission(on("host", any())));
        var mou = paper("mou", "2024-02-01").type(Instrument.Type.MOU);
        told(List.of(mou.adds(x), paper("p", "2024-03-01").adds(x)));
        var first = paper("p", "2024-01-01").adds(x);
        for (var promised : List.of(
                paper("mou", "2024-02-01").ends("x"),
                paper("mou", "2024-02-01").terminates(),
                paper("mou", "2024-02-01").adds(overriding("y", "x")))) {
            told(List.of(
                    first,
                    promised.type(Instrument.Type.MOU),
                    paper("q", "2024-03-01").restates(x)));
        }
        told(
                List.of(
                        first,
                        paper("mou", "2024-02-01").type(Instrument.Type.MOU).ends("z")),
                "agreements/a/instruments/mou/ends/z: unknown clause 'z'");
        told(
                List.of(
                        paper("mou", "2024-01-01").type(Instrument.Type.MOU).adds(clause("y", prohibition(NOWHERE))),
                        paper("p", "2024-03-01").adds(overriding("x", "y"))),
                "agreements/a/instruments/mou/clauses/y/prohibition/on/" + MOON,
                "agreements/a/instruments/p/clauses/x/overrides/y: unknown clause 'y'");
    }

    @Test
    void anMouNeitherGivesNorTakesBackAConsent() {
        var revocable = new Permission(on("host", any()), null, new Window.Days(1), null);
        var consent =
                Paper.consent("c", "2024-02-01").adds(clause("given", revocable).overrides("no"));
        var mou = paper("mou", "2024-03-01")
                .type(Instrument.Type.MOU)
                .by("microsoft")
                .revokes("given");
        var revoked = paper("r", "2024-04-01")
                .type(Instrument.Type.NOTICE)
                .by("microsoft")
                .revokes("given");
        told(List.of(
                paper("p", "2024-01-01").adds(clause("no", prohibition(on("host", any())))), consent, mou, revoked));
    }

    @Test
    void someReadingOfAClauseIsOnRecordWhenTheClauseIs() {
        var may = permission(on("host", any()));
        told(
                List.of(paper("p", "2024-01-01")
                        .adds(clause("c", reading("one", may, "2024-02-01"), reading("two", null, "2024-03-01")))),
                "agreements/a/instruments/p/clauses/c: 'c' is on record from 2024-01-01T00:00:00Z, but none of its"
                        + " readings is");
        told(List.of(paper("p", "2024-01-01")
                .adds(clause("c", reading("one", may, "2024-02-01"), reading("two", null, "2024-03-01"))
                        .recorded("2024-02-01"))));
        var first = paper("p", "2024-01-01").adds(clause("c", may));
        told(
                List.of(first, paper("q", "2024-02-01").ends("c", reading("left", may, "2024-03-01"))),
                "agreements/a/instruments/q/ends/c: 'c' is on record from 2024-02-01T00:00:00Z, but none of its"
                        + " readings is");
        told(List.of(
                first,
                paper("q", "2024-02-01")
                        .ends("c", reading("left", may, "2024-02-01"), reading("nothing", null, "2024-03-01"))));
    }

    @Test
    void readingsOfAClauseHaveDifferentNames() {
        var may = permission(on("host", any()));
        told(
                List.of(paper("p", "2024-01-01").adds(clause("c", reading("so", may), reading("so", null)))),
                "agreements/a/instruments/p/clauses/c/readings/so: 'c' has another reading named 'so'");
        var first = paper("p", "2024-01-01").adds(clause("c", reading("so", may), reading("or-so", null)));
        var meaning = paper("q", "2024-02-01").type(Instrument.Type.INTERPRETIVE);
        told(
                List.of(first, meaning.interprets("c", reading("so", null))),
                "agreements/a/instruments/q/interprets/c/readings/so: 'c' has another reading named 'so'");
        told(
                List.of(first, paper("q", "2024-02-01").ends("c", reading("left", may), reading("left", null))),
                "agreements/a/instruments/q/ends/c/readings/left: 'c' has another reading named 'left'");
        told(List.of(first, paper("q", "2024-02-01").restates(clause("c", reading("so", may)))));
    }

    @Test
    void onlyThePartyThatAClauseNamesOrItsHolderConsentsAndOnlyTheHolderWaives() {
        var asking = paper("p", "2024-01-01").adds(clause("c", Fixture.unlessConsentOf("softbank", on("host", any()))));
        var given = clause("given", permission(on("host", any()))).overrides("c");
        told(List.of(asking, Paper.consent("r", "2024-03-01").by("softbank").adds(given)));
        told(List.of(asking, Paper.consent("r", "2024-03-01").by("microsoft").adds(given)));
        var waiver = paper("r", "2024-03-01").type(Instrument.Type.WAIVER);
        told(List.of(asking, waiver.by("microsoft").adds(given)));
        told(
                List.of(asking, waiver.by("softbank")),
                "agreements/a/instruments/r/clauses/given: 'softbank' cannot give this waiver: the clause 'c' of a is"
                        + " held by microsoft, and asks for the consent of softbank");
        told(
                List.of(asking, Paper.consent("r", "2024-03-01").by("openai").adds(given)),
                "agreements/a/instruments/r/clauses/given: 'openai' cannot give this consent: the clause 'c' of a is"
                        + " held by microsoft, and asks for the consent of softbank");
    }

    @Test
    void whatIsLeftOfAClauseSaysWhoMayGiveItUp() {
        var first = paper("p", "2024-01-01").adds(clause("c", prohibition(on("host", any()))));
        var left = reading("left", new Prohibition(party("softbank"), on("host", any()), null));
        var end = paper("q", "2024-02-01").ends("c", left, reading("nothing", null));
        var given = clause("given", permission(on("host", any()))).overrides("c");
        told(List.of(first, end, Paper.consent("r", "2024-03-01").by("softbank").adds(given)));
        told(
                List.of(
                        first,
                        end,
                        Paper.consent("r", "2024-03-01").by("microsoft").adds(given)),
                "agreements/a/instruments/r/clauses/given: 'microsoft' cannot give this consent: the clause 'c' of a"
                        + " is held by softbank");
    }

    private static Draft overriding(String name, String... others) {
        return clause(name, permission(on("host", any()))).overrides(others);
    }

    private static void told(List<Paper> papers, String... problems) {
        assertEquals(
                List.of(problems),
                portfolio(deal("a", papers.toArray(Paper[]::new))).problems().stream()
                        .map(problem -> problem.path() + ": " + problem.message())
                        .toList());
    }
}
