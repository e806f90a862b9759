package io.proviso.counsel.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.question.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A week is told by the moment at which most is missing of each need. */
class WeekTest {
    private static Instant day(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Need need(String name, long quantity, String by, @Nullable String until) {
        return new Need(
                name,
                null,
                quantity,
                new Question("rent", Map.of(), Map.of()),
                day(by),
                until == null ? null : day(until),
                null);
    }

    private static SignedCapacity reserved(String need, long quantity, String from, @Nullable String to) {
        return new SignedCapacity("r", need, "somebody", quantity, day(from), to == null ? null : day(to));
    }

    private static List<Long> missing(
            List<Need> needs, List<SignedCapacity> reservations, String from, String through) {
        return Week.of(needs, reservations, day(from), day(through), ZoneOffset.UTC).stream()
                .map(Week::missing)
                .toList();
    }

    @Test
    void weeksBeginOnMondaysAndRunThroughTheLastDay() {
        var weeks = Week.of(List.of(), List.of(), day("2026-03-04"), day("2026-03-16"), ZoneOffset.UTC);
        assertEquals(
                List.of("2026-03-02", "2026-03-09", "2026-03-16"),
                weeks.stream().map(week -> week.begins().toString()).toList());
    }

    @Test
    void aNeedThatBeginsOrAReservationThatEndsWithinAWeekCountsInIt() {
        var need = List.of(need("a", 10, "2026-03-05", "2026-03-25"));
        assertEquals(List.of(10L, 10L, 10L, 10L, 0L), missing(need, List.of(), "2026-03-02", "2026-03-30"));
        assertEquals(
                List.of(0L, 7L, 7L, 7L, 0L),
                missing(
                        need,
                        List.of(reserved("a", 3, "2026-01-01", null), reserved("a", 7, "2026-03-01", "2026-03-11")),
                        "2026-03-02",
                        "2026-03-30"));
    }

    @Test
    void whatIsReservedForOneNeedOrBeyondItMeetsNoOther() {
        var needs = List.of(need("a", 10, "2026-03-01", null), need("b", 5, "2026-03-01", null));
        assertEquals(
                List.of(5L),
                missing(needs, List.of(reserved("a", 40, "2026-01-01", null)), "2026-03-02", "2026-03-03"));
        assertEquals(
                List.of(15L),
                missing(needs, List.of(reserved("c", 40, "2026-01-01", null)), "2026-03-02", "2026-03-03"));
    }
}
