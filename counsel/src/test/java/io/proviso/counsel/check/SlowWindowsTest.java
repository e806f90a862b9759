package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.check.Found.ask;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.ids;
import static io.proviso.counsel.check.Found.only;
import static io.proviso.counsel.check.Found.outcome;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.question.Outcome;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.units.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowWindowsTest {
    private final Deals deals = new Deals();

    @Test
    void aWindowInBusinessDaysIsLongerThanItLooksOverAWeekend() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-06",
                        adds("refusal", firstRefusal("northern", is("provider", "south"), "3 business days")));
        assertEquals(List.of(), check(deals, "6 days"));
        var finding = only(check(deals, "3 days"));
        assertEquals("slow-window first/refusal", finding.id());
        // Monday to Thursday is three days; from Wednesday the third business day is Monday.
        assertEquals("act=acquire provider=south --as-of 2025-01-08", ask(finding));
    }

    @Test
    void anUndisclosedWindowMayBeLongerThanAnyLeadTime() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-06",
                        addsUnclear(
                                "refusal",
                                firstRefusal("northern", is("provider", "south"), "3 days"),
                                firstRefusal("northern", is("provider", "south"), "4 days")));
        var finding = only(check(deals, "300 days"));
        assertEquals(
                "northern has an undisclosed time to answer an offer, which may be longer than the lead time of 300 days",
                finding.message());
        assertEquals("act=acquire provider=south --as-of 2025-01-06", ask(finding));
    }

    @Test
    void aWindowIsLookedAtToTheLastSecondOfTheRightAndNotBeyond() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-06",
                        addsUntil(
                                "short",
                                new End.At(day("2025-01-07")),
                                firstRefusal("northern", is("provider", "south"), "3 business days")),
                        addsUntil(
                                "longer",
                                new End.At(day("2025-01-08")),
                                firstRefusal("northern", is("provider", "east"), "3 business days")));
        var findings = check(deals, "3 days");
        assertEquals(List.of("slow-window first/longer"), ids(findings));
        assertEquals(
                "northern has 3 business days to answer an offer, which can be longer than the lead time of 3 days",
                only(findings).message());
        // After Tuesday's cut-off an offer counts as received on Wednesday.
        assertEquals("act=acquire provider=east --as-of 2025-01-07T23:59:59Z", ask(only(findings)));
    }

    @Test
    void elapsedHoursAreLongestForAnOfferReceivedAtTheCutOff() {
        right("2025-01-06", "60 hours");
        assertEquals(
                "act=acquire provider=south --as-of 2025-01-06T17:00:00Z", ask(only(check(deals, "2 business days"))));
    }

    @Test
    void aLeadTimeInHoursIsShortestForAnOfferReceivedJustAfterTheCutOff() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-06",
                        addsUntil(
                                "refusal",
                                new End.At(day("2025-01-08")),
                                firstRefusal("northern", is("provider", "south"), "2 business days")));
        assertEquals(List.of(), check(deals, "72 hours"));
        assertEquals("act=acquire provider=south --as-of 2025-01-06T17:00:01Z", ask(only(check(deals, "71 hours"))));
    }

    @Test
    void holidaysAreLookedAtThroughTheLastYearThatTheCalendarCovers() {
        deals.closed("2025-12-25", "2026-12-25", "2027-01-01");
        right("2025-01-06", "6 business days");
        // Six business days from Wednesday 23 December 2026 pass two holidays and two weekends.
        assertEquals("act=acquire provider=south --as-of 2026-12-23", ask(only(check(deals, "11 days"))));
        assertEquals(List.of(), check(deals, "12 days"));
    }

    private void right(String from, String window) {
        deals.agreement("first", "lab", "northern:north")
                .paper("deed", from, adds("refusal", firstRefusal("northern", is("provider", "south"), window)));
    }

    @Test
    void aRightOverTwoClassesIsShownByOneQuestion() {
        var scope = new Scope(List.of(
                new Scope.Case(List.of("acquire"), is("provider", "south")),
                new Scope.Case(List.of("acquire"), is("provider", "east"))));
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-06",
                        adds(
                                "refusal",
                                new FirstRefusal(
                                        new Party("northern"),
                                        scope,
                                        new FirstRefusal.Answering(Stated.of(Window.parse("9 days")), null, null),
                                        FirstRefusal.OnLapse.DECLINE,
                                        FirstRefusal.Partial.ANY,
                                        FirstRefusal.BelowGang.BINDS)));
        var finding = only(check(deals, "3 days"));
        assertEquals(1, finding.witnesses().size());
        assertEquals("act=acquire provider=south --as-of 2025-01-06", ask(finding));
    }

    @Test
    void theQuestionIsOneThatTheSlowRightItselfMakesConditional() {
        deals.agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-06",
                        adds("ban", forbids("northern", "host", is("provider", "east"))),
                        adds("quick", firstRefusal("northern", is("provider", "north"), "1 day")),
                        adds("slow", firstRefusal("northern", is("provider", "south"), "9 days")));
        var finding = only(check(deals, "3 days"));
        assertEquals("slow-window first/slow", finding.id());
        assertEquals("act=acquire provider=south --as-of 2025-01-06", ask(finding));
        assertEquals(Outcome.CONDITIONAL, outcome(deals, finding.witnesses().getFirst()));
    }
}
