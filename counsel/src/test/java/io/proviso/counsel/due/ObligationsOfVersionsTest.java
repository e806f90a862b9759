package io.proviso.counsel.due;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.due.ObligationsTest.commitment;
import static io.proviso.counsel.due.ObligationsTest.due;
import static io.proviso.counsel.due.ObligationsTest.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Milestone;
import io.proviso.counsel.Deals;
import io.proviso.counsel.english.Draft;
import io.proviso.units.Interval;
import io.proviso.units.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is owed where a clause has several readings, or several versions one after another. */
class ObligationsOfVersionsTest {
    private static final Party LAB = new Party("lab");

    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north");

    @Test
    void theDaysOfEveryOpenReadingAreTold() {
        deals.paper(
                "deed",
                "2025-01-01",
                Draft.clause(
                                "promise",
                                Draft.reading("early", commitment(new Interval(day("2025-02-01"), day("2025-12-01")))),
                                Draft.reading("late", commitment(new Interval(day("2025-03-01"), day("2025-12-01")))))
                        .adds());
        var from = deals.at("2025-01-02");
        assertEquals(
                List.of(
                        "2025-02-01 START promise start, read as 'early'",
                        "2025-03-01 START promise start, read as 'late'",
                        "2025-11-30 COMMITMENT promise end, read as 'early'",
                        "2025-11-30 COMMITMENT promise end, read as 'late'"),
                due(from, "2026-01-01"));
        assertTrue(Obligations.until(from, day("2026-01-01"))
                .all()
                .getFirst()
                .what()
                .startsWith("Read as 'early': The term begins: lab commits"));
    }

    @Test
    void aDayOnWhichAllReadingsAgreeIsToldOnce() {
        var term = new Interval(day("2025-02-01"), day("2025-12-01"));
        deals.paper(
                "deed",
                "2025-01-01",
                Draft.clause(
                                "promise",
                                Draft.reading("one", commitment(term)),
                                Draft.reading("same", commitment(term)),
                                Draft.reading("open", commitment(null)))
                        .adds());
        assertEquals(
                List.of(
                        "2025-02-01 START promise start, read as 'one' or 'same'",
                        "2025-11-30 COMMITMENT promise end, read as 'one' or 'same'"),
                due(deals.at("2025-01-02"), "2026-01-01"));
        deals.pin("supply", "promise", "2025-01-02", "one", "same");
        assertEquals(
                List.of("2025-02-01 START promise start", "2025-11-30 COMMITMENT promise end"),
                due(deals.at("2025-01-02"), "2026-01-01"));
    }

    @Test
    void aMilestoneThatBecomesUnclearLaterIsPendingOnce() {
        deals.paper("deed", "2025-01-01", adds("agi", new Milestone("agi", LAB, null)))
                .paper(
                        "change",
                        "2025-03-01",
                        new Change.Ends(
                                "agi",
                                List.of(
                                        Draft.reading("gone", null),
                                        Draft.reading("kept", new Milestone("agi", LAB, null)))));
        assertEquals(List.of("null MILESTONE agi pending"), pending("2025-01-02"));
        assertEquals(List.of("null MILESTONE agi pending, read as 'kept'"), pending("2025-03-01"));
    }

    private List<String> pending(String from) {
        return due(deals.at(from), "2026-01-01").stream()
                .filter(each -> each.startsWith("null"))
                .toList();
    }

    @Test
    void aRightThatIsRestatedHasTheLastOfferOfTheVersionInForceThen() {
        deals.paper("deed", "2027-01-01", rightUntilJuly("30 business days"))
                .paper("change", "2027-06-01", restatedUntilJuly("5 business days"));
        // By the first version, 19 May would have been the last day.
        assertEquals(
                List.of("2027-06-23 NOTICE right last offer", "2027-06-30 EXPIRY right expiry"),
                due(deals.at("2027-06-02"), "2028-01-01"));
        assertEquals(
                List.of("2027-06-23 NOTICE right last offer"),
                due(deals.at("2027-01-02"), "2028-01-01").stream()
                        .filter(each -> each.contains("NOTICE"))
                        .toList());
    }

    @Test
    void aWindowThatIsExtendedTooLateForItselfLeavesTheLastDayOfTheVersionBefore() {
        deals.paper("deed", "2027-01-01", rightUntilJuly("5 business days"))
                .paper("change", "2027-06-01", restatedUntilJuly("30 business days"));
        assertEquals(
                List.of("2027-05-31 NOTICE right last offer"),
                due(deals.at("2027-01-02"), "2028-01-01").stream()
                        .filter(each -> each.contains("NOTICE"))
                        .toList());
    }

    private static Change rightUntilJuly(String window) {
        return addsUntil("right", until("2027-07-01"), firstRefusal("northern", is("provider", "south"), window));
    }

    private static Change restatedUntilJuly(String window) {
        return Draft.clause("right", firstRefusal("northern", is("provider", "south"), window))
                .untilDay("2027-07-01")
                .restates();
    }
}
