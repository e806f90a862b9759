package io.proviso.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeadlineRuleTest {
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final Window SAME_DAY = new Window.BusinessDays(0);

    private final DeadlineRule rule = new DeadlineRule(Shipped.usFederal(), LOS_ANGELES, LocalTime.of(17, 0));

    @Test
    void theCutoffItselfIsStillTheSameDayAndOneNanosecondLaterIsNot() {
        assertEquals("2025-03-04T17:00", due(rule, "2025-03-04T17:00:00", SAME_DAY));
        assertEquals("2025-03-05T17:00", due(rule, "2025-03-04T17:00:00.000000001", SAME_DAY));
        assertEquals("2025-03-05T17:00", due(rule, "2025-03-04T17:00:01", SAME_DAY));
    }

    @Test
    void aSameDayWindowOpenedOnAClosedDayEndsOnTheNextBusinessDay() {
        assertEquals("2025-01-21T17:00", due(rule, "2025-01-18T09:00", SAME_DAY));
        assertEquals("2025-01-21T17:00", due(rule, "2025-01-20T23:00", SAME_DAY));
    }

    @Test
    void calendarDaysStartOnTheDeemedDayAndDoNotRollOffAWeekend() {
        assertEquals("2025-01-25T17:00", due(rule, "2025-01-22T09:00", new Window.Days(3)));
        assertEquals("2025-01-24T17:00", due(rule, "2025-01-18T09:00", new Window.Days(3)));
    }

    @Test
    void hoursRunFromTheReceiptOnAClosedDayToo() {
        Deadline deadline = rule.deadline(at("2025-01-18T23:30"), new Window.Hours(1));
        assertEquals(LocalDate.parse("2025-01-18"), deadline.deemedReceived());
        assertEquals(LocalDateTime.parse("2025-01-19T00:30"), deadline.local().toLocalDateTime());
    }

    @Test
    void anAnswerExactlyAtTheDeadlineIsInTimeAndANanosecondLaterIsNot() {
        Deadline deadline = rule.deadline(at("2025-03-03T12:00"), new Window.BusinessDays(10));
        assertTrue(deadline.inTime(Instant.parse("2025-03-18T00:00:00Z")));
        assertFalse(deadline.inTime(Instant.parse("2025-03-18T00:00:00.000000001Z")));
    }

    @Test
    void monthsAndLeapDaysAreCrossedDayByDay() {
        assertEquals("2025-02-03T17:00", due(rule, "2025-01-31T09:00", new Window.BusinessDays(1)));
        assertEquals("2024-02-29T17:00", due(rule, "2024-02-28T09:00", new Window.BusinessDays(1)));
        assertEquals("2024-02-29T17:00", due(rule, "2024-02-29T09:00", SAME_DAY));
        assertEquals("2025-03-01T17:00", due(rule, "2025-02-28T09:00", new Window.Days(1)));
    }

    @Test
    void aClosureKnownLateMovesTheDeadlineOnlyForThoseWhoKnowIt() {
        Window five = new Window.BusinessDays(5);
        DeadlineRule before = new DeadlineRule(
                Shipped.usFederal().asKnown(Instant.parse("2024-12-27T00:00:00Z")), LOS_ANGELES, rule.days());
        assertEquals("2025-01-09T17:00", due(before, "2025-01-02T09:00", five));
        assertEquals("2025-01-10T17:00", due(rule, "2025-01-02T09:00", five));
    }

    @Test
    void aCutoffThatSummerTimeSkipsMovesLaterByTheGap() {
        DeadlineRule atHalfPastTwo = everyDayCutoff(LocalTime.of(2, 30));
        Deadline deadline = atHalfPastTwo.deadline(at("2025-03-08T01:00"), new Window.Days(1));
        assertEquals(ZonedDateTime.parse("2025-03-09T03:30-07:00[America/Los_Angeles]"), deadline.local());
        assertEquals(
                LocalDate.parse("2025-03-09"),
                atHalfPastTwo.deadline(deadline.utc(), SAME_DAY).deemedReceived());
        assertEquals(
                LocalDate.parse("2025-03-10"),
                atHalfPastTwo.deadline(deadline.utc().plusNanos(1), SAME_DAY).deemedReceived());
    }

    @Test
    void aCutoffThatTheClockShowsTwiceIsTheFirstOfTheTwo() {
        DeadlineRule atHalfPastOne = everyDayCutoff(LocalTime.of(1, 30));
        Deadline deadline = atHalfPastOne.deadline(at("2025-11-01T01:00"), new Window.Days(1));
        assertEquals(ZonedDateTime.parse("2025-11-02T01:30-07:00[America/Los_Angeles]"), deadline.local());
        Instant quarterPastOneAgain = Instant.parse("2025-11-02T09:15:00Z");
        assertEquals(
                LocalDate.parse("2025-11-03"),
                atHalfPastOne.deadline(quarterPastOneAgain, SAME_DAY).deemedReceived());
    }

    @Test
    void hoursThatEndInTheHourShownTwiceKeepTheirOffset() {
        Deadline deadline = rule.deadline(Instant.parse("2025-11-02T08:30:00Z"), new Window.Hours(1));
        assertEquals(ZonedDateTime.parse("2025-11-02T01:30-08:00[America/Los_Angeles]"), deadline.local());
        assertEquals(Instant.parse("2025-11-02T09:30:00Z"), deadline.utc());
    }

    @Test
    void theLongestWindowIsCountedToItsEnd() {
        Instant received = at("2025-03-04T09:00");
        LocalDate last = rule.deadline(received, new Window.BusinessDays(Window.LONGEST_DAYS))
                .local()
                .toLocalDate();
        long counted = LocalDate.parse("2025-03-05")
                .datesUntil(last.plusDays(1))
                .filter(rule.calendar()::isBusinessDay)
                .count();
        assertEquals(Window.LONGEST_DAYS, counted);
    }

    @Test
    void aLaterReceiptNeverGivesAnEarlierDeadline() {
        Random random = new Random(20250121);
        long start = Instant.parse("2024-10-01T00:00:00Z").getEpochSecond();
        List<Instant> receipts = LongStream.generate(() -> start + random.nextLong(550L * 86_400))
                .limit(20_000)
                .sorted()
                .mapToObj(Instant::ofEpochSecond)
                .toList();
        for (DeadlineRule each : List.of(
                rule,
                everyDayCutoff(LocalTime.of(1, 30)),
                everyDayCutoff(LocalTime.of(2, 30)),
                everyDayCutoff(LocalTime.MIDNIGHT))) {
            for (String words : List.of("0 business days", "10 business days", "3 days", "72 hours")) {
                assertNeverEarlier(each, Window.parse(words), receipts);
            }
        }
    }

    @Test
    void aLaterReceiptNeverGivesAnEarlierDeadlineWhicheverOfTheFourTermsAClauseSays() {
        long start = Instant.parse("2024-12-18T00:00:00Z").getEpochSecond();
        List<Instant> receipts = LongStream.range(0, 1_200)
                .mapToObj(n -> Instant.ofEpochSecond(start + n * 3_600))
                .toList();
        List<LocalTime> hours = List.of(LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.of(17, 0));
        for (DayTerms.ClosedDay closedDay : DayTerms.ClosedDay.values()) {
            for (DayTerms.Roll roll : DayTerms.Roll.values()) {
                for (LocalTime until : hours) {
                    for (LocalTime due : hours) {
                        DayTerms terms = new DayTerms(closedDay, until, due, roll);
                        DeadlineRule each = new DeadlineRule(Shipped.usFederal(), LOS_ANGELES, terms);
                        for (String words :
                                List.of("0 days", "1 day", "2 days", "5 days", "1 month", "1 business day")) {
                            assertNeverEarlier(each, Window.parse(words), receipts);
                        }
                    }
                }
            }
        }
    }

    private static void assertNeverEarlier(DeadlineRule rule, Window window, List<Instant> receipts) {
        Instant latest = Instant.MIN;
        for (Instant received : receipts) {
            Deadline deadline = rule.deadline(received, window);
            assertTrue(deadline.inTime(received), () -> window + " from " + received + " is over at once");
            assertFalse(deadline.utc().isBefore(latest), () -> window + " from " + received + " went back");
            latest = deadline.utc();
        }
    }

    @Test
    void aNoticeThatTakesTwoBusinessDaysIsSentOnWednesdayToArriveOnFriday() {
        // Friday 7 March 2025 at 17:00 is the last receipt that counts as one of that day.
        Window onItsWay = new Window.BusinessDays(2);
        assertEquals(LocalDate.parse("2025-03-05"), rule.lastDayToSend(at("2025-03-07T17:00"), onItsWay));
        assertEquals(LocalDate.parse("2025-03-04"), rule.lastDayToSend(at("2025-03-07T16:59:59"), onItsWay));
    }

    @Test
    void aNoticeThatTakesHoursMayBeSentAtAnyHourOfItsLastDay() {
        assertEquals(LocalDate.parse("2025-03-05"), rule.lastDayToSend(at("2025-03-06T12:00"), new Window.Hours(12)));
        assertEquals(LocalDate.parse("2025-03-04"), rule.lastDayToSend(at("2025-03-06T11:59"), new Window.Hours(12)));
    }

    @Test
    void theLastReceiptForAWindowInHoursIsSoManyHoursBefore() {
        Instant wanted = at("2025-03-06T12:00");
        assertEquals(at("2025-03-04T12:00"), rule.latestReceipt(wanted, new Window.Hours(48)));
    }

    /** A calendar that never closes, so that the day of a clock change counts. */
    private static DeadlineRule everyDayCutoff(LocalTime cutoff) {
        return new DeadlineRule(new BusinessCalendar.Place("every-day", Set.of(), List.of()), LOS_ANGELES, cutoff);
    }

    private static String due(DeadlineRule rule, String received, Window window) {
        return rule.deadline(at(received), window).local().toLocalDateTime().toString();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LOS_ANGELES).toInstant();
    }
}
