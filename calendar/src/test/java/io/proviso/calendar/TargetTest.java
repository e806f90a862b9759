package io.proviso.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void theShippedListIsTheSixClosingDaysOfEachYear() {
        List<LocalDate> expected = IntStream.rangeClosed(2019, 2032)
                .boxed()
                .flatMap(TargetTest::closingDays)
                .filter(day -> day.getDayOfWeek() != SATURDAY && day.getDayOfWeek() != SUNDAY)
                .toList();
        assertEquals(expected, Shipped.closures(Shipped.target()));
    }

    @Test
    void theEasterOfTheListIsTheOneOfTheAlmanac() {
        List<String> easters = IntStream.rangeClosed(2019, 2032)
                .mapToObj(year -> Easter.of(year).toString().substring(5))
                .toList();
        assertEquals(
                List.of(
                        "04-21", "04-12", "04-04", "04-17", "04-09", "03-31", "04-20", "04-05", "03-28", "04-16",
                        "04-01", "04-21", "04-13", "03-28"),
                easters);
    }

    @Test
    void maundyThursdayIsADayOfTheEuroAndTheLongWeekendAfterItIsNot() {
        assertTrue(Shipped.target().isBusinessDay(LocalDate.of(2026, 4, 2)));
        assertEquals(LocalDate.of(2026, 4, 7), Shipped.target().nextBusinessDay(LocalDate.of(2026, 4, 2)));
    }

    /** ECB, 14 December 2000, in this order within a year. */
    private static Stream<LocalDate> closingDays(int year) {
        LocalDate easter = Easter.of(year);
        return Stream.of(
                LocalDate.of(year, 1, 1),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26));
    }
}
