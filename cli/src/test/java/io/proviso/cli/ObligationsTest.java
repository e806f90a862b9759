package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObligationsTest {
    private static final String[] TWO_YEARS = {"--from", "2026-06-01", "--to", "2028-02-01"};

    @Test
    void whatFallsDueIsListedTheNextFirst() throws IOException {
        Golden.compare(
                "obligations-harbour.txt", Harbour.on("obligations", TWO_YEARS).answer());
        Golden.compare(
                "obligations-example.txt",
                proviso("obligations", "--from", "2025-01-21", "--to", "2026-06-01")
                        .answer());
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
