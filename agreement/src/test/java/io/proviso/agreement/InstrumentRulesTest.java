package io.proviso.agreement;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Draft.clause;
import static io.proviso.agreement.Fixture.any;
import static io.proviso.agreement.Fixture.is;
import static io.proviso.agreement.Fixture.milestone;
import static io.proviso.agreement.Fixture.on;
import static io.proviso.agreement.Fixture.party;
import static io.proviso.agreement.Fixture.permission;
import static io.proviso.agreement.Fixture.portfolio;
import static io.proviso.agreement.Fixture.prohibition;
import static io.proviso.agreement.Fixture.reading;
import static io.proviso.agreement.Paper.paper;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        told(List.of(first, paper("q", "2024-02-01").terminates(), later), unknown);
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
                "agreements/a/instruments/p/clauses/x/overrides: the clauses override each other in a circle: x > y > z >"
                        + " x",
                "agreements/a/instruments/p/clauses/y/overrides: the clauses override each other in a circle: y > z > x >"
                        + " y",
                "agreements/a/instruments/p/clauses/z/overrides: the clauses override each other in a circle: z > x > y >"
                        + " z");
        told(List.of(paper("p", "2024-01-01")
                .adds(overriding("x", "y", "z"), overriding("y", "w"), overriding("z", "w"), overriding("w"))));
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
