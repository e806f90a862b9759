package io.proviso.agreement.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is owed when, each value worked by hand. */
class ScheduleTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Interval TWO_YEARS = new Interval(day("2026-01-01"), day("2028-01-01"));
    private static final Money AMOUNT = Money.of("73e9", "USD");

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
    }

    private static Schedule ramp(Schedule.Step... steps) {
        return new Schedule(Stated.of(TWO_YEARS), List.of(steps), null, List.of());
    }

    private static Schedule.Step step(String until, String amount) {
        return new Schedule.Step(day(until), Money.of(amount, "USD"));
    }

    private static void owes(String amount, Schedule schedule, String end) {
        assertEquals(Money.of(amount, "USD"), schedule.owedBy(day(end), AMOUNT, TWO_YEARS, ZONE));
    }

    @Test
    void withoutARampTheAmountSpreadsEvenlyOverTheDaysOfTheTerm() {
        // 365 + 365 days: 100 million a day, whatever summer time does to their hours.
        var evenly = Schedule.over(Stated.of(TWO_YEARS));
        owes("0", evenly, "2026-01-01");
        owes("100e6", evenly, "2026-01-02");
        owes("18.1e9", evenly, "2026-07-01");
        owes("36.5e9", evenly, "2027-01-01");
        owes("73e9", evenly, "2028-01-01");
    }

    @Test
    void aRampOwesItsMilestonesAndBetweenThemInProportionToDays() {
        var ramp = ramp(step("2027-01-01", "36.5e9"), step("2027-01-11", "40e9"), step("2028-01-01", "73e9"));
        owes("100e6", ramp, "2026-01-02");
        owes("36.5e9", ramp, "2027-01-01");
        owes("38.25e9", ramp, "2027-01-06");
        owes("40e9", ramp, "2027-01-11");
    }

    @Test
    void nothingIsOwedBeforeTheTermAndNoMoreAfterIt() {
        var ramp = ramp(step("2027-01-01", "36.5e9"), step("2028-01-01", "73e9"));
        owes("0", ramp, "2025-06-01");
        owes("73e9", ramp, "2030-06-01");
        owes("0", Schedule.over(Stated.of(TWO_YEARS)), "2025-06-01");
        owes("73e9", Schedule.over(Stated.of(TWO_YEARS)), "2030-06-01");
    }

    @Test
    void aRampThatIsFullBeforeTheTermEndsOwesNothingMore() {
        owes("73e9", ramp(step("2026-07-01", "73e9")), "2026-07-02");
    }

    @Test
    void whatDoesNotDivideKeepsMoreDigitsThanAnyStatementShows() {
        var thirds = ramp(step("2026-01-04", "1"), step("2028-01-01", "73e9"));
        assertEquals(
                new BigDecimal("0.33333333"),
                thirds.owedBy(day("2026-01-02"), AMOUNT, TWO_YEARS, ZONE)
                        .amount()
                        .setScale(8, RoundingMode.DOWN));
    }

    @Test
    void aNoticeRunsThroughTheDayThatCorrespondsToItsOwn() {
        var given = LocalDate.of(2026, 8, 1);
        assertEquals(day("2026-10-31"), Schedule.Termination.after(given, Period.ofDays(90), ZONE));
        assertEquals(
                day("2027-03-01"), Schedule.Termination.after(LocalDate.of(2027, 1, 31), Period.ofMonths(1), ZONE));
    }
}
