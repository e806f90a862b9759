package io.proviso.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deadlines worked out by hand from the tz database and the federal holidays; cut-off 17:00. */
class WorkedDeadlinesTest {
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final Window TEN = Window.parse("10 business days");

    private final DeadlineRule pacific = new DeadlineRule(Shipped.usFederal(), LOS_ANGELES, FIVE);
    private final DeadlineRule eastern = new DeadlineRule(Shipped.usFederal(), NEW_YORK, FIVE);

    @Test
    void aNoticeAfterTheCutoffOnTheFridayBeforeKingDayCountsFromTuesday() {
        Deadline deadline = pacific.deadline(at("2025-01-17T18:30"), TEN);
        assertEquals(LocalDate.parse("2025-01-21"), deadline.deemedReceived());
        assertEquals(LocalDateTime.parse("2025-02-04T17:00").atZone(LOS_ANGELES), deadline.local());
        assertEquals(Instant.parse("2025-02-05T01:00:00Z"), deadline.utc());
    }

    @Test
    void aSecondBeforeTheCutoffCountsFromTheFridayItself() {
        Deadline deadline = pacific.deadline(at("2025-01-17T16:59:59"), TEN);
        assertEquals(LocalDate.parse("2025-01-17"), deadline.deemedReceived());
        assertEquals(Instant.parse("2025-02-04T01:00:00Z"), deadline.utc());
    }

    @Test
    void anEasternClauseIsTwentyOneHoursLaterThanAPacificOneForTheSameNotice() {
        Instant received = at("2025-01-17T14:30");
        assertEquals(
                Instant.parse("2025-02-04T22:00:00Z"),
                eastern.deadline(received, TEN).utc());
        assertEquals(
                Instant.parse("2025-02-04T01:00:00Z"),
                pacific.deadline(received, TEN).utc());
    }

    @Test
    void tenBusinessDaysAcrossTheStartOfSummerTimeEndAtTheLocalCutoff() {
        assertEquals(
                Instant.parse("2025-03-18T00:00:00Z"),
                pacific.deadline(at("2025-03-03T12:00"), TEN).utc());
    }

    @Test
    void seventyTwoHoursAcrossTheStartOfSummerTimeEndAnHourLaterThanThreeDays() {
        Instant received = at("2025-03-07T17:00");
        assertEquals(
                LocalDateTime.parse("2025-03-10T18:00").atZone(LOS_ANGELES),
                pacific.deadline(received, Window.parse("72 hours")).local());
        assertEquals(
                LocalDateTime.parse("2025-03-10T17:00").atZone(LOS_ANGELES),
                pacific.deadline(received, Window.parse("3 days")).local());
    }

    @Test
    void tenBusinessDaysOverChristmasAndNewYear() {
        BusinessCalendar onlyTwo = new BusinessCalendar.Place(
                "christmas-and-new-year",
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of(
                        new Holiday(LocalDate.parse("2025-12-25"), Instant.EPOCH, "5 U.S.C. 6103(a)"),
                        new Holiday(LocalDate.parse("2026-01-01"), Instant.EPOCH, "5 U.S.C. 6103(a)")));
        Instant received = at("2025-12-22T12:00");
        assertEquals(
                Instant.parse("2026-01-08T01:00:00Z"),
                new DeadlineRule(onlyTwo, LOS_ANGELES, FIVE)
                        .deadline(received, TEN)
                        .utc());
        assertEquals(
                Instant.parse("2026-01-08T01:00:00Z"),
                pacific.deadline(received, TEN).utc());
    }

    @Test
    void aNoticeTwoWeeksBeforeTheRightEndsFallsDueOnItsLastDay() {
        assertEquals(
                LocalDateTime.parse("2025-10-28T17:00").atZone(LOS_ANGELES),
                pacific.deadline(at("2025-10-14T09:00"), TEN).local());
    }

    private static Instant at(String pacificTime) {
        return LocalDateTime.parse(pacificTime).atZone(LOS_ANGELES).toInstant();
    }
}
