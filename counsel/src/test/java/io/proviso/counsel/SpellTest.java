package io.proviso.counsel;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.Deals.share;
import static io.proviso.counsel.due.Promises.deals;
import static io.proviso.counsel.due.Promises.owed;
import static io.proviso.counsel.due.Promises.promise;
import static io.proviso.counsel.english.Draft.clause;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.counsel.due.Account;
import io.proviso.counsel.due.ObligationsText;
import io.proviso.counsel.due.Uncounted;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For how long what is owed binds in the time looked at, and in which order its days are told. */
class SpellTest {
    @Test
    void everyKindOfObligationHasADayAFigureOrAReasonWhyItCannotBeCounted() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        adds("share", share("lab", "northern", "0.2")),
                        adds("right", firstRefusal("northern", is("provider", "south"), "5 days")),
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("wall", Deals.exclusive("northern", "acquire", is("provider", "east"))),
                        adds("dark", Deals.commitment("lab", "northern")),
                        adds("leave", permits("host", Condition.ALWAYS)),
                        adds("buy", promise("northern", "1461", false)));
        assertEquals(
                List.of(
                        "ban: it binds all along",
                        "dark: its amount is undisclosed",
                        "right: each need has its own offer and deadline",
                        "share: it follows from revenue, of which no paper tells",
                        "wall: it binds all along"),
                owed(deals, "2025-06-01", "2026-01-01").uncounted().stream()
                        .map(each -> each.clause().clause() + ": " + each.sentence())
                        .toList());
    }

    static Stream<Arguments> spells() {
        var ban = forbids("northern", "host", is("provider", "south"));
        var wider = forbids("northern", "host", is("provider", "south", "east"));
        var share = share("lab", "northern", "0.2");
        var less = share("lab", "northern", "0.1");
        return Stream.of(
                Arguments.of(deals().paper("deed", "2025-01-01", adds("it", ban)), List.of("it: it binds all along")),
                Arguments.of(deals().paper("deed", "2025-06-01", adds("it", ban)), List.of("it: it binds all along")),
                Arguments.of(
                        deals().paper("deed", "2025-06-02", adds("it", ban)), List.of("it: it binds from 2025-06-02")),
                Arguments.of(
                        deals().paper(
                                        "deed",
                                        "2025-01-01",
                                        clause("it", ban).untilDay("2025-09-01").adds()),
                        List.of("it: it binds until 2025-09-01")),
                Arguments.of(
                        deals().paper(
                                        "deed",
                                        "2025-01-01",
                                        clause("it", ban).untilDay("2026-01-01").adds()),
                        List.of("it: it binds all along")),
                Arguments.of(
                        deals().paper(
                                        "deed",
                                        "2025-07-01",
                                        clause("it", ban).untilDay("2025-09-01").adds()),
                        List.of("it: it binds from 2025-07-01 until 2025-09-01")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban)).paper("end", "2025-08-01", ends("it")),
                        List.of("it: it binds until 2025-08-01")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban))
                                .paper(
                                        "change",
                                        "2025-08-01",
                                        clause("it", wider).restates()),
                        List.of("it: it binds until 2025-08-01", "it: it binds from 2025-08-01")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban))
                                .paper("change", "2025-08-01", clause("it", ban).restates()),
                        List.of("it: it binds all along")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban))
                                .paper("other", "2025-08-01", adds("else", permits("acquire", Condition.ALWAYS))),
                        List.of("it: it binds all along")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban))
                                .paper(
                                        "change",
                                        "2025-08-01",
                                        clause("it", wider).restates())
                                .paper("back", "2025-10-01", clause("it", ban).restates()),
                        List.of(
                                "it: it binds until 2025-08-01",
                                "it: it binds from 2025-08-01 until 2025-10-01",
                                "it: it binds from 2025-10-01")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", share)).paper("end", "2025-08-01", ends("it")),
                        List.of("it, until 2025-08-01: it follows from revenue, of which no paper tells")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", share))
                                .paper(
                                        "change",
                                        "2025-08-01",
                                        clause("it", less).restates()),
                        List.of(
                                "it, until 2025-08-01: it follows from revenue, of which no paper tells",
                                "it, from 2025-08-01: it follows from revenue, of which no paper tells")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", Deals.addsUnclear("it", ban, wider)),
                        List.of("it, read as 'wide': it binds all along", "it, read as 'narrow': it binds all along")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", Deals.addsUnclear("it", ban, ban)),
                        List.of("it: it binds all along")));
    }

    @ParameterizedTest
    @MethodSource("spells")
    void whatIsOwedWithoutADayTellsForHowLongInTheTimeLookedAt(Deals deals, List<String> told) {
        assertEquals(
                told.stream().map(each -> "supply/" + each).toList(),
                owed(deals, "2025-06-01", "2026-01-01").uncounted().stream()
                        .map(Uncounted::told)
                        .toList());
    }

    @Test
    void aShareOfRevenueThatEndsIsNamedWithItsEndAndARestatedOneOnce() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        adds("ended", share("lab", "northern", "0.2")),
                        adds("kept", share("lab", "northern", "0.3")))
                .paper(
                        "change",
                        "2025-08-01",
                        ends("ended"),
                        clause("kept", share("lab", "northern", "0.1")).restates());
        assertEquals(
                List.of("no figure, by revenue: supply/ended until 2025-08-01, supply/kept"),
                Account.of(owed(deals, "2025-06-01", "2026-01-01"), 3)
                        .getFirst()
                        .lines());
    }

    @Test
    void paymentsAreInTheOrderOfTheirDaysAndThenOfTheirClauses() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        adds("b", promise("northern", "1461", false)),
                        adds("a", promise("southern", "1461", false)))
                .paper("more", "2026-03-01", adds("c", promise("northern", "1461", true)));
        assertEquals(
                List.of(
                        "2025-06-01 supply/a",
                        "2025-06-01 supply/b",
                        "2026-01-01 supply/a",
                        "2026-01-01 supply/b",
                        "2026-03-01 supply/c",
                        "2027-01-01 supply/a",
                        "2027-01-01 supply/b",
                        "2027-01-01 supply/c"),
                owed(deals, "2025-06-01", "2028-01-01").payments().stream()
                        .map(each -> each.from() + " " + each.clause())
                        .toList());
    }

    @Test
    void theDaysOnAScreenAreInTheOrderOfDaysWhateverTheirKind() {
        var ban = forbids("northern", "host", is("provider", "south"));
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        clause("a", ban).untilDay("2025-09-01").adds())
                .paper(
                        "early",
                        "2025-07-01",
                        clause("b", ban).untilDay("2025-12-01").adds())
                .paper(
                        "late",
                        "2025-10-01",
                        clause("c", ban).untilDay("2025-10-02").adds());
        assertEquals(
                List.of(
                        "  2025-07-01 effect, supply/early",
                        "  2025-08-31 expiry, supply/a",
                        "  2025-10-01 expiry, supply/c",
                        "  2025-10-01 effect, supply/late",
                        "  2025-11-30 expiry, supply/b"),
                ObligationsText.brief(owed(deals, "2025-06-01", "2026-01-01"))
                        .lines()
                        .filter(line -> line.startsWith("  2025-"))
                        .toList());
    }

    private static Change ends(String clause) {
        return new Change.Ends(clause, List.of());
    }

    @Test
    void aShareOfRevenueForOtherEyesIsLeftOutAndCounted() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        clause("share", share("lab", "northern", "0.2"))
                                .internal()
                                .adds());
        var told = owed(deals, "2025-06-01", "2026-01-01").disclosedTo(Disclosure.PUBLIC, deals.portfolio());
        assertEquals(List.of(), told.uncounted());
        assertEquals(1, told.withheld());
    }
}
