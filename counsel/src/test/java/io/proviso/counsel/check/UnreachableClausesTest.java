package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.anyOf;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.check.Found.ask;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.Vocabulary;
import io.proviso.counsel.Deals;
import io.proviso.units.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreachableClausesTest {
    private final Deals deals = new Deals();

    @Test
    void aClauseThatIsAlwaysSetAsideNeverHasEffect() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("narrow", permits("host", is("provider", "south"))),
                        adds("wide", forbids("northern", "host", not("provider", "north")), "narrow"));
        var finding = only(check(deals));
        assertEquals("unreachable supply/narrow", finding.id());
        assertTrue(finding.message().contains("set aside by wide"), finding.message());
    }

    @Test
    void aClauseThatHasEffectInSomeStretchOfItsLifeIsReachable() {
        deals.agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("narrow", permits("host", is("provider", "south"))))
                .paper(
                        "change",
                        "2025-06-01",
                        adds("wide", forbids("northern", "host", not("provider", "north")), "narrow"));
        assertEquals(List.of(), check(deals));
    }

    @Test
    void aReadingThatNeverHasEffectIsNamed() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        addsUnclear(
                                "unclear",
                                permits("host", is("provider", "south")),
                                permits("host", is("provider", "north"))),
                        adds("wide", forbids("northern", "host", not("provider", "north")), "unclear"));
        var finding = only(check(deals));
        assertEquals("unreachable supply/unclear", finding.id());
        assertEquals("unclear, read as 'narrow', never has effect: it is always set aside by wide", finding.message());
        assertEquals("act=host --as-of 2025-01-01", ask(finding));
    }

    @Test
    void aClauseThatIsSetAsideByOneAndThenByAnotherNamesBothForItsWholeLife() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("narrow", permits("host", is("provider", "south"))),
                        adds("wide", forbids("northern", "host", not("provider", "north")), "narrow"))
                .paper(
                        "change",
                        "2025-06-01",
                        new Change.Ends("wide", List.of()),
                        adds("other", forbids("northern", "host", is("provider", "south")), "narrow"))
                .paper("end", "2025-09-01", new Change.Ends("narrow", List.of()));
        var finding = only(check(deals));
        assertEquals("narrow never has effect: it is always set aside by other or wide", finding.message());
        assertEquals(new Interval(day("2025-01-01"), day("2025-09-01")), finding.span());
        assertEquals("act=host --as-of 2025-01-01", ask(finding));
    }

    @Test
    void aClauseOnWhatCannotOccurNeverHasEffect() {
        var words = Deals.vocabulary();
        deals.vocabulary(new Vocabulary(
                        words.acts(),
                        words.facets(),
                        List.of(is("provider", "south").and("product", anyOf("api")))))
                .agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "ban",
                                forbids(
                                        "northern",
                                        "host",
                                        is("provider", "south").and("product", anyOf("api")))));
        assertEquals(
                "ban never has effect: what it speaks of cannot occur",
                only(check(deals)).message());
    }

    @Test
    void onlyAnOverriderThatMeetsTheClauseSetsItAside() {
        deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("narrow", permits("host", is("provider", "south"))),
                        adds("elsewhere", permits("host", is("provider", "east")), "narrow"),
                        adds("wide", forbids("northern", "host", is("provider", "south")), "narrow"));
        assertEquals(
                "narrow never has effect: it is always set aside by wide",
                only(check(deals)).message());
    }
}
