package io.proviso.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.testkit.Choices;
import io.proviso.testkit.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting backwards gives what counting forwards takes. */
class LatestReceiptTest {
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final DeadlineRule RULE = new DeadlineRule(Shipped.usFederal(), LOS_ANGELES, LocalTime.of(17, 0));

    @ParameterizedTest
    @CsvSource({
        // Worked by hand: 20 January is Martin Luther King Day, and 9 January was a day of mourning.
        "2025-02-05T01:00:00Z, 10 business days, 2025-01-21T17:00",
        "2025-02-05T00:59:59Z, 10 business days, 2025-01-17T17:00",
        "2025-01-11T01:00:00Z, 1 business day,   2025-01-08T17:00",
        "2025-03-11T00:00:00Z, 3 days,           2025-03-07T17:00",
        "2025-03-11T01:00:00Z, 72 hours,         2025-03-07T17:00",
        "2025-04-01T00:00:00Z, 1 month,          2025-02-28T17:00",
    })
    void theLastReceiptIsTheCutOffOfADayThatStillCounts(Instant wanted, String window, String received) {
        assertEquals(
                received,
                RULE.latestReceipt(wanted, Window.parse(window))
                        .atZone(LOS_ANGELES)
                        .toLocalDateTime()
                        .toString());
    }

    @Test
    void theDeadlineOfTheLastReceiptIsInTimeAndOfOneASecondLaterIsNot() {
        Property.tried(500).holds(choices -> {
            var rule = rule(choices);
            var window = window(choices);
            var wanted = Instant.parse("2000-01-01T00:00:00Z").plusSeconds(choices.between(0, 900_000_000));
            var latest = rule.latestReceipt(wanted, window);
            assertFalse(rule.deadline(latest, window).utc().isAfter(wanted), "the last receipt is in time");
            assertTrue(rule.deadline(latest.plusSeconds(1), window).utc().isAfter(wanted), "a second later is not");
            var sooner = latest.minusSeconds(choices.between(0, 40_000_000));
            assertFalse(rule.deadline(sooner, window).utc().isAfter(wanted), "nor is any sooner one too late");
        });
    }

    @Test
    void aNoticeSentOnTheLastDayArrivesInTimeAtAnyHourAndOnTheNextItMayNot() {
        Property.tried(250).holds(choices -> {
            var rule = rule(choices);
            var onItsWay = window(choices);
            var arrives = Instant.parse("2000-01-01T00:00:00Z").plusSeconds(choices.between(0, 900_000_000));
            var day = rule.lastDayToSend(arrives, onItsWay);
            assertFalse(arrival(rule, day, onItsWay).isAfter(arrives));
            assertTrue(arrival(rule, day.plusDays(1), onItsWay).isAfter(arrives));
        });
    }

    @Test
    void theLongestWindowIsCountedBackwardsToo() {
        var century = new Window.BusinessDays(Window.LONGEST_DAYS);
        var received = RULE.latestReceipt(Instant.parse("2200-01-01T00:00:00Z"), century);
        assertFalse(RULE.deadline(received, century).utc().isAfter(Instant.parse("2200-01-01T00:00:00Z")));
        assertTrue(
                RULE.deadline(received.plusSeconds(1), century).utc().isAfter(Instant.parse("2200-01-01T00:00:00Z")));
    }

    private static DeadlineRule rule(Choices choices) {
        var zone = ZoneId.of(choices.oneOf("UTC", "America/Los_Angeles", "Europe/London", "Pacific/Apia"));
        var terms = new DayTerms(
                choices.oneOf(DayTerms.ClosedDay.values()),
                hour(choices),
                hour(choices),
                choices.oneOf(DayTerms.Roll.values()));
        return new DeadlineRule(choices.oneOf(List.of(Shipped.usFederal(), Shipped.japan())), zone, terms);
    }

    private static LocalTime hour(Choices choices) {
        return choices.oneOf(LocalTime.of(17, 0), LocalTime.of(2, 30), LocalTime.MIDNIGHT, LocalTime.of(23, 59));
    }

    private static Window window(Choices choices) {
        int n = (int) choices.between(0, 60);
        return choices.oneOf(List.of(
                new Window.BusinessDays(n),
                new Window.Days(n),
                new Window.Hours(n),
                new Window.Dates(n, Window.Unit.WEEK),
                new Window.Dates(n, Window.Unit.MONTH),
                new Window.Dates(n, Window.Unit.QUARTER)));
    }

    /** The last moment at which it counts as received on the last day on its way, if it is sent as the day ends. */
    private static Instant arrival(DeadlineRule rule, LocalDate sent, Window onItsWay) {
        var endOfDay = sent.plusDays(1).atStartOfDay(rule.zone()).toInstant().minus(Duration.ofNanos(1));
        var last = rule.lastOf(endOfDay, onItsWay);
        return onItsWay instanceof Window.Hours
                ? last.utc()
                : rule.receivedUntil(last.local().toLocalDate());
    }
}
