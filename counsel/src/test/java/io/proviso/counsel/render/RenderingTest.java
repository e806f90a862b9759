package io.proviso.counsel.render;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.english.Draft.clause;
import static io.proviso.counsel.english.Draft.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Words;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north");

    @Test
    void eachChangeOfAnInstrumentIsARowUnderIt() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("other", forbids("northern", "host", is("provider", "east"))),
                        adds("any", permits("host", is("product", "api"))))
                .consent("leave", "2025-02-01", "northern", adds("pierced", permits("host", Condition.ALWAYS), "ban"))
                .paper(
                        "change",
                        "2025-03-01",
                        clause("ban", forbids("northern", "host", is("provider", "south", "east")))
                                .untilDay("2026-01-01")
                                .restates("pierced"),
                        clause("any", permits("host", is("product", "other"))).restates(),
                        new Change.Ends("other", List.of()))
                .interpretation(
                        "statement", "2025-04-01", new Change.Interprets("any", reading("none", "none at all", null)))
                .mou("letter", "2025-05-01")
                .paper("end", "2025-06-01", new Change.Terminates());
        var rendering = Rendering.chain(deals.at("2025-07-01"), null, Disclosure.INTERNAL);
        assertEquals("test", rendering.title());
        assertEquals("Every instrument, in order of effect, as known at 2025-06-01.", rendering.about());
        assertEquals("""
                supply | deed | amendment, in effect since 2025-01-01
                  + any | Permitted: to host where product api. It ends only by another instrument.
                  + ban | Forbidden, by promise to northern: to host where provider south. It ends only by another instrument.
                  + other | Forbidden, by promise to northern: to host where provider east. It ends only by another instrument.
                supply | leave | consent by northern, in effect since 2025-02-01
                  + pierced | Permitted: to host. It ends only by another instrument. It prevails over: ban.
                supply | change | amendment, in effect since 2025-03-01
                  - other, ended | The clause 'other' ends.
                  ~ any, restated | Permitted: to host where product other. It ends only by another instrument.
                  ~ ban, restated | Forbidden, by promise to northern: to host where provider south or east. It ends with the end of 2025-12-31. Consents kept: pierced.
                supply | statement | interpretive, in effect since 2025-04-01
                  ? any, interpreted | May also be read as 'none': Nothing is left of the clause.
                supply | letter | mou, binds nobody
                supply | end | amendment, in effect since 2025-06-01
                  The agreement ends | Every clause and the silence rules end.
                """, told(rendering));
    }

    @Test
    void aChainHoldsWhatIsOnRecordInTheOrderOfItsEffect() {
        deals.paper("later", "2025-03-01", "2025-01-01")
                .paper("first", "2025-01-01")
                .paper("unknown", "2025-02-01", "2025-06-01")
                .agreement("third", "lab")
                .paper("deed", "2025-01-01");
        assertEquals(
                List.of("supply first", "supply later", "third deed"),
                titles(Rendering.chain(deals.at("2025-03-01", "2025-05-31"), null, Disclosure.INTERNAL)));
        var one = Rendering.chain(deals.at("2025-03-01", "2025-06-01"), "supply", Disclosure.INTERNAL);
        assertEquals(List.of("supply first", "supply unknown", "supply later"), titles(one));
        assertEquals("supply", one.title());
    }

    @Test
    void whatIsInForceIsToldByAgreementWithItsPartiesItsSilenceAndSinceWhenEachClauseStands() {
        deals.paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))))
                .agreement("third", "lab", "southern:south")
                .noSilenceOn("acquire")
                .paper("deed", "2025-02-01", adds("leave", permits("host", Condition.ALWAYS)));
        var from = deals.at("2025-03-01");
        var all = Rendering.inForce(from, null, Disclosure.INTERNAL);
        assertEquals("test", all.title());
        assertEquals("What is in force as of 2025-03-01, as known at 2025-02-01.", all.about());
        assertEquals("""
                supply | In force | lab (customer), northern (provider of north). Silence: acquire permitted, host permitted. Basis: made up
                  ban, since 2025-01-01 (deed) | Forbidden, by promise to northern: to host where provider south. It ends only by another instrument.
                third | In force | lab (customer), southern (provider of south). Silence: host permitted. Basis: made up
                  leave, since 2025-02-01 (deed) | Permitted: to host. It ends only by another instrument.
                """, told(all));
        var one = Rendering.inForce(from, "third", Disclosure.INTERNAL);
        assertEquals("third", one.title());
        assertEquals(List.of("third In force"), titles(one));
    }

    @Test
    void whatHappensToAConfidentialClauseIsARowWithoutWords() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        clause("secret", forbids("northern", "host", is("provider", "south")))
                                .internal()
                                .adds())
                .consent(
                        "leave",
                        "2025-02-01",
                        "northern",
                        clause(
                                        "given",
                                        new Permission(
                                                Scope.of("host", Condition.ALWAYS),
                                                null,
                                                Window.parse("30 days"),
                                                null))
                                .overrides("secret")
                                .internal()
                                .adds())
                .paper(
                        "change",
                        "2025-03-01",
                        clause("secret", forbids("northern", "host", is("provider", "east")))
                                .internal()
                                .restates("given"))
                .revocation("letter", "2025-04-01", "northern", "given");
        assertEquals("""
                supply | deed | amendment, in effect since 2025-01-01
                  + secret | Withheld.
                supply | leave | consent by northern, in effect since 2025-02-01
                  + given | Withheld.
                supply | change | amendment, in effect since 2025-03-01
                  ~ secret, restated | Withheld.
                supply | letter | notice by northern, in effect since 2025-04-01
                  - given, revoked | Withheld.
                """, told(Rendering.chain(deals.at("2025-07-01"), null, Disclosure.PUBLIC)));
    }

    @Test
    void thatAClauseIsAssumedReportedUndisclosedOrOpenIsMarked() {
        deals.paper(
                "deed",
                "2025-01-01",
                clause("ban", forbids("northern", "host", is("provider", "south")))
                        .assumed("for")
                        .reported("provider")
                        .adds(),
                adds("promise", commitment("lab", "northern")),
                clause("unclear", reading("some", permits("host", is("product", "api"))), reading("none", null))
                        .adds(),
                adds("plain", permits("host", Condition.ALWAYS)));
        var from = deals.at("2025-02-01");
        var marks = List.of(
                List.of("assumed: for", "reported: provider"),
                List.<String>of(),
                List.of("undisclosed in part"),
                List.of("several readings open"));
        assertEquals(marks, marks(Rendering.chain(from, null, Disclosure.INTERNAL)));
        assertEquals(marks, marks(Rendering.inForce(from, null, Disclosure.INTERNAL)));
    }

    @Test
    void aReadingThatAPinLeavesOutIsStruckAndThePinIsTold() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        clause(
                                        "unclear",
                                        reading("some", "some of it", permits("host", is("product", "api"))),
                                        reading("all", permits("host", Condition.ALWAYS)),
                                        reading("none", null))
                                .adds())
                .pin("supply", "unclear", "2025-02-01", "some");
        var row = onlyRow(Rendering.inForce(deals.at("2025-03-01"), null, Disclosure.INTERNAL));
        assertEquals(
                List.of(
                        "Read as 'some': Permitted: to host where product api.",
                        "OUT Read as 'all': Permitted: to host.",
                        "OUT Read as 'none': Nothing is left of the clause.",
                        "Pinned on 2025-02-01 by counsel to: some. it reads better",
                        "It ends only by another instrument."),
                row.norm().stream()
                        .map(one -> (one.out() ? "OUT " : "") + one.text())
                        .toList());
        assertEquals(List.of(), row.marks());
        assertEquals(
                new Words("some of it", Words.Kind.QUOTE), row.norm().getFirst().words());
    }

    @Test
    void aPinThatLeavesTwoReadingsLeavesTheClauseOpen() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        clause(
                                        "unclear",
                                        reading("some", permits("host", is("product", "api"))),
                                        reading("all", permits("host", Condition.ALWAYS)),
                                        reading("none", null))
                                .adds())
                .pin("supply", "unclear", "2025-02-01", "some", "all");
        var row = onlyRow(Rendering.inForce(deals.at("2025-03-01"), null, Disclosure.INTERNAL));
        assertEquals(List.of("several readings open"), row.marks());
        assertTrue(row.norm().get(3).text().startsWith("Pinned on 2025-02-01 by counsel to: some, all."));
    }

    @Test
    void whatIsConfidentialIsWithheldFromOthersWhateverHappensToIt() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        clause("secret", forbids("northern", "host", is("provider", "south")))
                                .internal()
                                .adds(),
                        adds("open", permits("host", Condition.ALWAYS)))
                .interpretation(
                        "statement",
                        "2025-02-01",
                        new Change.Interprets("secret", reading("none", null)),
                        new Change.Interprets("open", reading("none", null)))
                .paper(
                        "change",
                        "2025-03-01",
                        new Change.Ends(
                                "secret",
                                List.of(reading("all", null), reading("kept", permits("host", is("product", "api"))))),
                        new Change.Ends(
                                "open",
                                List.of(reading("all", null), reading("kept", permits("host", is("product", "api"))))))
                .paper("end", "2025-04-01", new Change.Ends("secret", List.of()));
        var from = deals.at("2025-02-01");
        assertEquals("""
                  + open | Permitted: to host. It ends only by another instrument.
                  + secret | Withheld.
                  ? open, interpreted | May also be read as 'none': Nothing is left of the clause.
                  ? secret, interpreted | Withheld.
                  - open, ended | Read as 'all': Nothing is left of the clause. Read as 'kept': Permitted: to host where product api.
                  - secret, ended | Withheld.
                  - secret, ended | The clause 'secret' ends.
                """, rowsTold(Rendering.chain(from, null, Disclosure.PARTIES)));
        assertTrue(rowsTold(Rendering.chain(from, null, Disclosure.INTERNAL))
                .lines()
                .noneMatch(line -> line.endsWith("Withheld.")));
        var row = Rendering.inForce(from, null, Disclosure.PUBLIC)
                .sections()
                .getFirst()
                .rows()
                .getLast();
        assertEquals(new Words("withheld from this audience", Words.Kind.PARAPHRASE), row.words());
    }

    private static List<String> titles(Rendering rendering) {
        return rendering.sections().stream()
                .map(section -> section.agreement() + " " + section.title())
                .toList();
    }

    private static List<List<String>> marks(Rendering rendering) {
        return rendering.sections().getFirst().rows().stream()
                .map(Rendering.Row::marks)
                .toList();
    }

    private static Rendering.Row onlyRow(Rendering rendering) {
        assertEquals(1, rendering.sections().getFirst().rows().size());
        return rendering.sections().getFirst().rows().getFirst();
    }

    private static String rowsTold(Rendering rendering) {
        return rendering.sections().stream()
                        .map(section -> rows(section.rows()))
                        .collect(Collectors.joining())
                        .substring(1)
                + "\n";
    }

    private static String told(Rendering rendering) {
        return rendering.sections().stream()
                .map(section ->
                        section.agreement() + " | " + section.title() + " | " + section.about() + rows(section.rows()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String rows(List<Rendering.Row> rows) {
        return rows.stream()
                .map(row -> "\n  " + row.heading() + " | "
                        + row.norm().stream().map(Rendering.Sentence::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining());
    }
}
