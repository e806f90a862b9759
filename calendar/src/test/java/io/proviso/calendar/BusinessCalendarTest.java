package io.proviso.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2025-05-01T00:00:00Z");

    /** Closes federal offices and not every state: the classic trap. */
    private static final LocalDate COLUMBUS_DAY = LocalDate.of(2025, 10, 13);

    private static final LocalDate EARLY_MAY = LocalDate.of(2025, 5, 5);

    private final BusinessCalendar washington =
            new BusinessCalendar.Place("washington", WEEKEND, List.of(new Holiday(COLUMBUS_DAY, EARLY, "made up")));
    private final BusinessCalendar london =
            new BusinessCalendar.Place("london", WEEKEND, List.of(new Holiday(EARLY_MAY, LATE, "made up")));
    private final BusinessCalendar riyadh =
            new BusinessCalendar.Place("riyadh", Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), List.of());

    @Test
    void allOfSeveralPlacesIsClosedWhereAnyOneIsClosed() {
        BusinessCalendar both = BusinessCalendar.allOf("both", List.of(washington, london));
        assertFalse(both.isBusinessDay(COLUMBUS_DAY));
        assertFalse(both.isBusinessDay(EARLY_MAY));
        assertTrue(both.isBusinessDay(EARLY_MAY.plusDays(1)));
    }

    @Test
    void aClosedDayTellsTheHolidaysThatCloseIt() {
        Holiday columbus = new Holiday(COLUMBUS_DAY, EARLY, "made up");
        Holiday saturday = new Holiday(LocalDate.of(2025, 10, 11), EARLY, "made up");
        Holiday moved = new Holiday(LocalDate.of(2025, 10, 14), "Moved", EARLY, LATE, "made up");
        BusinessCalendar city = new BusinessCalendar.Place("city", WEEKEND, List.of(columbus, saturday, moved));
        assertEquals(List.of(columbus), city.closing(COLUMBUS_DAY));
        assertEquals(List.of(), city.closing(saturday.date()), "a weekend closes it anyway");
        assertEquals(List.of(), city.closing(moved.date()), "it is open after all");
        assertEquals(
                List.of(moved.standing()), city.asKnown(EARLY.plusSeconds(1)).closing(moved.date()));
        assertEquals(
                List.of(columbus),
                BusinessCalendar.allOf("both", List.of(city, london)).closing(COLUMBUS_DAY));
        assertEquals(
                List.of(),
                BusinessCalendar.anyOf("either", List.of(city, london)).closing(COLUMBUS_DAY));
        assertEquals(
                List.of(columbus),
                BusinessCalendar.anyOf("same", List.of(city, washington)).closing(COLUMBUS_DAY));
    }

    @Test
    void anyOfSeveralPlacesIsClosedOnlyWhereAllAreClosed() {
        BusinessCalendar either = BusinessCalendar.anyOf("either", List.of(washington, riyadh));
        LocalDate friday = LocalDate.of(2025, 10, 10);
        assertTrue(either.isBusinessDay(friday));
        assertFalse(either.isBusinessDay(friday.plusDays(1)));
        assertTrue(either.isBusinessDay(friday.plusDays(2)));
        assertTrue(either.isBusinessDay(COLUMBUS_DAY));
    }

    @Test
    void weekendsOfSeveralPlacesAddUp() {
        BusinessCalendar both = BusinessCalendar.allOf("both", List.of(washington, riyadh));
        assertEquals(LocalDate.of(2025, 10, 14), both.nextBusinessDay(LocalDate.of(2025, 10, 9)));
    }

    @Test
    void aCombinationKnowsWhatEachOfItsPlacesKnew() {
        BusinessCalendar both = BusinessCalendar.allOf("both", List.of(washington, london));
        BusinessCalendar before = both.asKnown(LATE.minusNanos(1));
        assertTrue(before.isBusinessDay(EARLY_MAY));
        assertFalse(before.isBusinessDay(COLUMBUS_DAY));
        assertFalse(both.asKnown(LATE).isBusinessDay(EARLY_MAY));

        BusinessCalendar either = BusinessCalendar.anyOf("either", List.of(london, london));
        assertTrue(either.asKnown(EARLY).isBusinessDay(EARLY_MAY));
        assertFalse(either.asKnown(LATE).isBusinessDay(EARLY_MAY));
    }

    @Test
    void aCombinationCoversAYearOnlyWhenEveryPlaceDoes() {
        assertTrue(BusinessCalendar.allOf("both", List.of(washington, london)).covers(2025));
        assertFalse(BusinessCalendar.allOf("all", List.of(washington, london, riyadh))
                .covers(2025));
        assertFalse(BusinessCalendar.anyOf("any", List.of(washington, riyadh)).covers(2025));
        assertFalse(london.asKnown(EARLY).covers(2025));
    }

    @Test
    void zeroBusinessDaysAfterAnyDayIsThatDay() {
        assertEquals(COLUMBUS_DAY, washington.businessDaysAfter(COLUMBUS_DAY, 0));
        assertEquals(COLUMBUS_DAY.plusDays(1), washington.businessDaysAfter(COLUMBUS_DAY, 1));
        assertThrows(IllegalArgumentException.class, () -> washington.businessDaysAfter(COLUMBUS_DAY, -1));
    }

    @Test
    void calendarsAreEqualByTheirDaysWhateverTheOrderInWhichTheyWereListed() {
        List<Holiday> shuffled = new ArrayList<>(Shipped.usFederal().holidays());
        Collections.reverse(shuffled);
        assertEquals(Shipped.usFederal(), new BusinessCalendar.Place("us-federal", WEEKEND, shuffled));
        assertNotEquals(Shipped.usFederal(), Shipped.usFederal().asKnown(EARLY));
    }

    @Test
    void everythingWrongWithAPlaceIsToldAtOnce() {
        Holiday day = new Holiday(COLUMBUS_DAY, EARLY, "made up");
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new BusinessCalendar.Place(
                                "nowhere", EnumSet.allOf(DayOfWeek.class), List.of(day, day, day)))
                .getMessage();
        assertEquals(
                "calendar nowhere: the weekend takes all seven days; 2025-10-13 is listed twice.\n"
                        + "Leave at least one working day a week, and give each closed day one entry.",
                message);
    }

    @Test
    void aHolidayWithoutASourceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Holiday(COLUMBUS_DAY, EARLY, " "));
    }

    @Test
    void aHolidayThatWasMovedIsOpenOnceThatIsKnownAndClosedToWhoeverAskedBefore() {
        Holiday moved = new Holiday(COLUMBUS_DAY, "Columbus Day", EARLY, LATE, "made up");
        BusinessCalendar place = new BusinessCalendar.Place("place", WEEKEND, List.of(moved));
        assertTrue(place.isBusinessDay(COLUMBUS_DAY));
        assertTrue(place.asKnown(EARLY.minusNanos(1)).isBusinessDay(COLUMBUS_DAY));
        assertFalse(place.asKnown(EARLY).isBusinessDay(COLUMBUS_DAY));
        assertFalse(place.asKnown(LATE.minusNanos(1)).isBusinessDay(COLUMBUS_DAY));
        assertTrue(place.asKnown(LATE).isBusinessDay(COLUMBUS_DAY));
        assertEquals(place, place.asKnown(LATE));
    }

    @Test
    void aHolidayWithdrawnBeforeItWasRecordedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Holiday(COLUMBUS_DAY, null, LATE, LATE, "made up"));
    }

    @Test
    void aCombinationOfNoPlacesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> BusinessCalendar.allOf("none", List.of()));
    }

    @Test
    void placesThatAreNeverOpenTogetherHaveNoNextBusinessDay() {
        BusinessCalendar weekendsOnly =
                new BusinessCalendar.Place("weekends-only", EnumSet.complementOf(EnumSet.copyOf(WEEKEND)), List.of());
        BusinessCalendar never = BusinessCalendar.allOf("never", List.of(washington, weekendsOnly));
        String message = assertThrows(IllegalStateException.class, () -> never.nextBusinessDay(COLUMBUS_DAY))
                .getMessage();
        assertEquals(
                "calendar never: no business day from 2025-10-13 to 2026-10-13.\n"
                        + "Check the weekends and holidays of its places.",
                message);
    }
}
