package io.proviso.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.calendar.DayTerms.ClosedDay;
import io.proviso.calendar.DayTerms.Roll;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days worked out by hand. In January 2025 the 18th is a Saturday and Monday the 20th is Martin Luther King Day; 4 July 2025 is a Friday;
 * 9 January was a day of mourning.
 */
class DayTermsTest {
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    @ParameterizedTest
    @CsvSource({
        // Saturday the 11th: Monday the 13th, and five days on; or the Saturday itself.
        "2025-01-11T10:00, 5 days,          NEXT_BUSINESS_DAY, 2025-01-18T17:00",
        "2025-01-11T10:00, 5 days,          THAT_DAY,          2025-01-16T17:00",
        "2025-01-11T10:00, 5 business days, NEXT_BUSINESS_DAY, 2025-01-21T17:00",
        "2025-01-11T10:00, 5 business days, THAT_DAY,          2025-01-17T17:00",
        "2025-01-11T10:00, 1 month,         THAT_DAY,          2025-02-11T17:00",
        // Too late on a Friday or a Saturday is received on the day after, whatever day that is.
        "2025-01-10T17:01, 5 days,          NEXT_BUSINESS_DAY, 2025-01-18T17:00",
        "2025-01-10T17:01, 5 days,          THAT_DAY,          2025-01-16T17:00",
        "2025-01-11T17:01, 5 days,          THAT_DAY,          2025-01-17T17:00",
        "2025-01-11T10:00, 48 hours,        THAT_DAY,          2025-01-13T10:00",
    })
    void aNoticeReceivedOnAClosedDayCountsAsTheClauseSays(
            LocalDateTime received, String window, ClosedDay closedDay, LocalDateTime due) {
        assertEquals(due, due(new DayTerms(closedDay, FIVE, FIVE, Roll.NONE), received, window));
    }

    @ParameterizedTest
    @CsvSource({
        // Ten days from Friday the 10th end on the 20th, a holiday behind a weekend; from the 24th of June on Friday
        // the 4th of July.
        "2025-01-10T10:00, 10 days,         NONE,      2025-01-20T17:00",
        "2025-01-10T10:00, 10 days,         FOLLOWING, 2025-01-21T17:00",
        "2025-01-10T10:00, 10 days,         PRECEDING, 2025-01-17T17:00",
        "2025-06-24T10:00, 10 days,         FOLLOWING, 2025-07-07T17:00",
        "2025-06-24T10:00, 10 days,         PRECEDING, 2025-07-03T17:00",
        "2025-06-04T10:00, 1 month,         FOLLOWING, 2025-07-07T17:00",
        "2025-06-04T10:00, 1 month,         PRECEDING, 2025-07-03T17:00",
        // An open last day stays, and one of business days is open.
        "2025-01-10T10:00, 11 days,         FOLLOWING, 2025-01-21T17:00",
        "2025-01-10T10:00, 11 days,         PRECEDING, 2025-01-21T17:00",
        "2025-01-10T10:00, 6 business days, FOLLOWING, 2025-01-21T17:00",
        "2025-01-10T10:00, 6 business days, PRECEDING, 2025-01-21T17:00",
        "2025-01-17T10:00, 48 hours,        FOLLOWING, 2025-01-19T10:00",
        // Friday and a day is Saturday; there is no business day between them on which to answer.
        "2025-01-10T10:00, 1 day,           PRECEDING, 2025-01-11T17:00",
        "2025-01-09T10:00, 1 day,           PRECEDING, 2025-01-11T17:00",
        "2025-01-08T10:00, 3 days,          PRECEDING, 2025-01-10T17:00",
    })
    void aLastDayWithoutBusinessIsMovedAsTheClauseSays(
            LocalDateTime received, String window, Roll roll, LocalDateTime due) {
        assertEquals(due, due(new DayTerms(ClosedDay.NEXT_BUSINESS_DAY, FIVE, FIVE, roll), received, window));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-14T12:00, 3 days,         2025-01-17T17:00",
        "2025-01-14T12:01, 3 days,         2025-01-18T17:00",
        "2025-01-14T12:01, 1 business day, 2025-01-16T17:00",
        "2025-01-17T12:01, 1 business day, 2025-01-22T17:00",
    })
    void receiptCountsUntilNoonAndTheDeadlineIsAtFive(LocalDateTime received, String window, LocalDateTime due) {
        assertEquals(due, due(new DayTerms(ClosedDay.NEXT_BUSINESS_DAY, NOON, FIVE, Roll.NONE), received, window));
    }

    @Test
    void aDeadlineAtNoonLeavesTimeToAnswerWhatMayBeReceivedUntilFive() {
        var terms = new DayTerms(ClosedDay.NEXT_BUSINESS_DAY, FIVE, NOON, Roll.NONE);
        assertEquals(
                LocalDateTime.parse("2025-01-15T12:00"), due(terms, LocalDateTime.parse("2025-01-14T16:00"), "1 day"));
        assertEquals(
                LocalDateTime.parse("2025-01-14T17:00"), due(terms, LocalDateTime.parse("2025-01-14T16:00"), "0 days"));
    }

    @Test
    void aRolledDayIsNoneOnWhichTheClockStoodStill() {
        var still = new DeadlineRule.Standstill(
                LocalDateTime.parse("2025-01-21T09:00").atZone(LOS_ANGELES).toInstant(),
                LocalDateTime.parse("2025-01-21T10:00").atZone(LOS_ANGELES).toInstant());
        var rule = new DeadlineRule(
                Shipped.usFederal(),
                LOS_ANGELES,
                new DayTerms(ClosedDay.NEXT_BUSINESS_DAY, FIVE, FIVE, Roll.FOLLOWING));
        var received =
                LocalDateTime.parse("2025-01-10T10:00").atZone(LOS_ANGELES).toInstant();
        assertEquals(
                LocalDateTime.parse("2025-01-22T17:00"),
                rule.deadline(received, Window.parse("10 days"), List.of(still))
                        .local()
                        .toLocalDateTime());
    }

    @Test
    void aWindowFromTheGivingCountsFromItsDayAtAnyHourAndOnAClosedDayToo() {
        var given = DayTerms.Written.NOTHING.fromGiving().before(DayTerms.USUAL);
        assertEquals(
                LocalDateTime.parse("2025-01-16T17:00"), due(given, LocalDateTime.parse("2025-01-11T23:59"), "5 days"));
    }

    @Test
    void aDateIsLaterByEachDayOnWhichTheClockStoodStill() {
        var still = new DeadlineRule.Standstill(
                LocalDateTime.parse("2025-01-21T09:00").atZone(LOS_ANGELES).toInstant(),
                LocalDateTime.parse("2025-01-23T10:00").atZone(LOS_ANGELES).toInstant());
        var rule = new DeadlineRule(Shipped.usFederal(), LOS_ANGELES, LocalTime.of(17, 0));
        var received =
                LocalDateTime.parse("2025-01-10T10:00").atZone(LOS_ANGELES).toInstant();
        assertEquals(
                LocalDateTime.parse("2025-02-13T17:00"),
                rule.deadline(received, Window.parse("1 month"), List.of(still))
                        .local()
                        .toLocalDateTime());
    }

    @Test
    void aPeriodThatIsNoTimeToAnswerEndsAtTheHourOfADeadlineAndIsNotMoved() {
        var rule = new DeadlineRule(
                Shipped.usFederal(), LOS_ANGELES, new DayTerms(ClosedDay.THAT_DAY, NOON, FIVE, Roll.FOLLOWING));
        assertEquals(
                LocalDateTime.parse("2025-01-20T17:00"),
                rule.lastOf(
                                LocalDateTime.parse("2025-01-10T18:00")
                                        .atZone(LOS_ANGELES)
                                        .toInstant(),
                                Window.parse("10 days"))
                        .local()
                        .toLocalDateTime());
    }

    @Test
    void aRolledLastDayInAYearThatNobodyListedIsDoubted() {
        var received =
                LocalDateTime.parse("2025-01-10T10:00").atZone(LOS_ANGELES).toInstant();
        var century = Window.parse("36525 days");
        for (var roll : Roll.values()) {
            var terms = new DayTerms(ClosedDay.NEXT_BUSINESS_DAY, FIVE, FIVE, roll);
            var deadline = new DeadlineRule(Shipped.usFederal(), LOS_ANGELES, terms).deadline(received, century);
            assertEquals(roll == Roll.NONE, deadline.unlisted().isEmpty(), roll::name);
        }
    }

    private static LocalDateTime due(DayTerms terms, LocalDateTime received, String window) {
        return new DeadlineRule(Shipped.usFederal(), LOS_ANGELES, terms)
                .deadline(received.atZone(LOS_ANGELES).toInstant(), Window.parse(window))
                .local()
                .toLocalDateTime();
    }
}
