package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObligationsTest {
    private static final String ROCKET =
            Harbour.DIRECTORY.resolveSibling("rocket").toString();
    private static final String[] TWO_YEARS = {"--from", "2026-06-01", "--to", "2028-02-01"};

    @Test
    void everyMistakeIsToldAtOnce() {
        var complaint = Harbour.on("obligations", "--from", "then", "--to", "later", "--known-at", "never")
                .complaint();
        for (var problem : new String[] {"--from: 'then'", "--to: 'later'", "--known-at: 'never'"}) {
            assertTrue(complaint.contains(problem), complaint);
        }
    }

    @Test
    void whatFallsDueIsListedTheNextFirst() throws IOException {
        Golden.compare(
                "obligations-harbour.txt",
                Harbour.on("obligations", "-v", TWO_YEARS[0], TWO_YEARS[1], TWO_YEARS[2], TWO_YEARS[3])
                        .answer());
        Golden.compare(
                "obligations-example.txt",
                proviso("obligations", "-v", "--from", "2025-01-21", "--to", "2026-06-01")
                        .answer());
    }

    @Test
    void moneyAndHowSureItIsComeFirstAndFitAScreen() throws IOException {
        var example = proviso("obligations", "--from", "2026-06-01", "--to", "2027-06-01")
                .answer();
        Golden.compare("obligations-example-brief.txt", example);
        for (var text : List.of(
                example,
                Harbour.on("obligations", TWO_YEARS).answer(),
                proviso("obligations", ROCKET, "--from", "2026-08-01", "--to", "2028-01-01")
                        .answer())) {
            assertTrue(text.lines().count() <= 24, text);
            assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
        }
    }

    @Test
    void aMachineGetsTheMarksOfEachFigureAndWhatCannotBeCounted() {
        var ran = proviso("obligations", "-o", "json", "--from", "2026-06-01", "--to", "2027-06-01");
        assertTrue(rows(ran, "commitments")
                .anyMatch(row -> "oracle-commitment".equals(row.get("clause"))
                        && List.of("assumed: headline", "reported: amount", "source: press reports")
                                .equals(row.get("headlineMarks"))));
        assertTrue(rows(ran, "uncounted")
                .anyMatch(row -> "revenue-share-to-microsoft".equals(row.get("clause"))
                        && List.of("reported: cap, rate").equals(row.get("marks"))));
        assertTrue(rows(ran, "payments").anyMatch(row -> "oracle-commitment".equals(row.get("clause"))));
        assertEquals("The newest paper on record is 21 days old.", ran.json().get("newestPaper"));
    }

    @Test
    void firmIsToldAgainstHeadlineInColumnsAndInATable() throws IOException {
        Golden.compare("obligations-rocket.txt", rocket("text").answer());
        Golden.compare("obligations-rocket.md", rocket("md").answer());
    }

    @Test
    void lastDaysForLeavingAndForOptionsAreEventsOfACalendar() throws IOException {
        Golden.compare("obligations-rocket.ics", rocket("ics").answer());
    }

    @Test
    void whatIsFirmFollowsFromTheDayOnWhichNoticeWouldBeGiven() {
        // 15e9 for the first 365 days: 183 of them through 30 October 2026, 336 through 1 April 2027.
        assertEquals(List.of("7520547945.21 USD", "2026-10-30"), firm("2026-06-01", "first-cluster"));
        assertEquals(List.of("13808219178.08 USD", "2027-04-01"), firm("2027-01-01", "first-cluster"));
        assertEquals(List.of("45000000000 USD", "2029-04-30"), firm("2029-03-01", "first-cluster"));
        // Three months from 1 August: through 1 November, 124 days of 10 million, half a billion fee, a billion
        // exercised.
        assertEquals(List.of("2740000000.00 USD", "2026-11-01"), firm("2026-08-01", "second-cluster"));
        assertEquals(List.of("null", "null"), firm("2026-08-01", "burst"));
        assertEquals(List.of("null", "null"), firm("2026-08-01", "support"));
    }

    @Test
    void beforeTheNoticeWasOnRecordNobodyKnewWhatWasFirm() {
        assertEquals(List.of("null", "null"), firm("2026-10-02", "storage", "--known-at", "2026-08-31"));
        // A million a day since 1 May, for 185 days through 1 November.
        assertEquals(List.of("185000000.00 USD", "2026-11-01"), firm("2026-10-02", "storage"));
    }

    private static Ran rocket(String form) {
        return proviso("obligations", ROCKET, "-v", "-o", form, "--from", "2026-08-01", "--to", "2028-01-01");
    }

    private static List<String> firm(String from, String clause, String... more) {
        var args = new ArrayList<>(List.of("obligations", ROCKET, "-o", "json", "--from", from, "--to", "2029-06-01"));
        args.addAll(List.of(more));
        return rows(proviso(args), "commitments")
                .filter(row -> clause.equals(row.get("clause")))
                .flatMap(row -> Stream.of(String.valueOf(row.get("firm")), String.valueOf(row.get("firmUntil"))))
                .toList();
    }

    @Test
    void theCalendarIsTheList() throws IOException {
        Golden.compare(
                "obligations-harbour.ics",
                Harbour.on("obligations", "-o", "ics", "--from", "2027-06-01", "--to", "2028-02-01")
                        .answer());
    }

    @Test
    void aQuarterIsTestedOnlyWhileTheCovenantIsInForceAtItsEnd() {
        assertEquals(
                List.of("2025-03-31", "2025-06-30"),
                days("covenant-test", "--from", "2025-01-01", "--to", "2025-07-01"));
        assertEquals(List.of(), days("covenant-test", "--from", "2025-01-01", "--to", "2025-03-31"));
    }

    @Test
    void anOfferAfterTheLastDayCouldNotLapseBeforeTheRightEnds() {
        // Received on Wednesday 23 June 2027, five business days end on Wednesday 30 June at 17:00, before the right
        // does.
        assertEquals(List.of("2027-06-23"), days("notice", TWO_YEARS));
        assertEquals(List.of("2027-06-30"), days("expiry", TWO_YEARS));
    }

    @Test
    void aCeilingHasNoFirmValueThatAnybodyKnows() {
        var commitments = rows(
                Harbour.on("obligations", "-o", "json", "--from", "2025-04-01", "--to", "2025-04-02"), "commitments");
        assertEquals(
                List.of("100000000 GBP", "50000000 GBP"),
                commitments.map(row -> String.valueOf(row.get("headline"))).toList());
        var firm = rows(
                        Harbour.on("obligations", "-o", "json", "--from", "2025-04-01", "--to", "2025-04-02"),
                        "commitments")
                .map(row -> String.valueOf(row.get("firm")))
                .toList();
        assertEquals(List.of("100000000 GBP", "null"), firm);
    }

    @Test
    void anIntervalThatEndsBeforeItBeginsIsBadInput() {
        assertTrue(Harbour.on("obligations", "--from", "2027-01-01", "--to", "2026-01-01")
                .complaint()
                .startsWith("--to: '2026-01-01' is not after"));
    }

    private static List<String> days(String kind, String... interval) {
        var ran = Harbour.on("obligations", "-o", "json", interval[0], interval[1], interval[2], interval[3]);
        return rows(ran, "obligations")
                .filter(row -> kind.equals(row.get("kind")))
                .map(row -> String.valueOf(row.get("day")))
                .toList();
    }

    private static Stream<Map<?, ?>> rows(Ran ran, String name) {
        return ((List<?>) Objects.requireNonNull(ran.json().get(name))).stream().map(row -> (Map<?, ?>) row);
    }
}
