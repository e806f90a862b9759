package io.proviso.counsel.english;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTest {
    private static final Party LAB = new Party("lab");
    private static final Party NORTH = new Party("north");
    private static final Instant KNOWN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Condition ELSEWHERE = new Condition(Map.of("provider", new Match.NoneOf(List.of("north"))));
    private static final Scope RENTING_ELSEWHERE = Scope.of("acquire", ELSEWHERE);

    private static final String ORDINARY =
            "A refusal frees the customer in that need for good. A counter-offer counts as"
                    + " a decline. Who accepts and then does not deliver loses the right for that need.";

    private final English english = new English(ZoneId.of("America/New_York"), KNOWN, Deals.vocabulary());
    private final SpanInWords span = new SpanInWords(ZoneId.of("America/New_York"));

    @Test
    void aPeriodIsToldWithWhatItCountsFrom() {
        var delivered = new End.OnMilestone("agi", List.of("declared", "verified"));
        assertEquals(
                "12 months after it begins",
                span.end(new End.After(Window.parse("12 months"), new End.Anchor.Beginning())));
        assertEquals(
                "30 business days after 2026-01-05",
                span.end(new End.After(
                        Window.parse("30 business days"), new End.Anchor.Day(Instant.parse("2026-01-05T05:00:00Z")))));
        assertEquals(
                "1 year after agi has become declared or verified",
                span.end(new End.After(Window.parse("1 year"), new End.Anchor.Event(delivered))));
    }

    @Test
    void anExclusivitySaysThatItPermitsNothing() {
        assertEquals(
                "Forbidden, by promise to north: to acquire where provider not north. Nothing is permitted by this.",
                english.norm(new Exclusivity(NORTH, RENTING_ELSEWHERE)));
    }

    @Test
    void aFirstRefusalSaysWhatSilenceAndAPartAreWorth() {
        var right = new FirstRefusal(
                NORTH,
                RENTING_ELSEWHERE,
                new FirstRefusal.Answering(Stated.of(Window.parse("10 business days")), null, null),
                FirstRefusal.OnLapse.ACCEPT,
                FirstRefusal.Partial.NONE,
                FirstRefusal.BelowGang.BINDS);
        assertEquals(
                "Before it is lawful to acquire where provider not north, it must be offered to north, who has 10"
                        + " business days to answer. Silence counts as an acceptance; all or nothing may be"
                        + " taken. " + ORDINARY,
                english.norm(right));
    }

    @Test
    void aProhibitionNamesWhoseConsentLiftsIt() {
        assertEquals(
                "Forbidden without the consent of north, by promise to north: to acquire where provider not north.",
                english.norm(new Prohibition(NORTH, RENTING_ELSEWHERE, new Prohibition.Consent(NORTH))));
    }

    @ParameterizedTest
    @CsvSource({"CONSENTS, is consent", "REFUSES, is a refusal"})
    void aProhibitionSaysHowLongAConsentMayTakeAndWhatSilenceMeans(Prohibition.OnSilence silence, String words) {
        var answer = new Prohibition.Answer(new Window.BusinessDays(10), silence);
        assertEquals(
                "Forbidden without the consent of north, by promise to north: to acquire where provider not north."
                        + " north has 10 business days from receipt of the request to answer; silence " + words + ".",
                english.norm(new Prohibition(NORTH, RENTING_ELSEWHERE, new Prohibition.Consent(NORTH, answer))));
    }

    @Test
    void everyCaseOfAScopeIsTold() {
        var scope = new Scope(List.of(
                new Scope.Case(List.of("acquire", "host"), Condition.ALWAYS),
                new Scope.Case(List.of("host"), new Condition(Map.of("gpus", new Match.Between(100, 1000))))));
        assertEquals(
                "Permitted: to acquire or host; or host where gpus from 100 to below 1,000.",
                english.norm(new Permission(scope)));
    }

    @Test
    void aLicenceSaysWhetherOthersMayHaveIt() {
        var use = Scope.of("use-ip", ELSEWHERE);
        assertEquals(
                "north is licensed to use-ip where provider not north. Others may be licensed it too.",
                english.norm(new Licence(NORTH, use, null)));
        assertEquals(
                "north is licensed to use-ip where provider not north. It is exclusive: forbidden is to license.",
                english.norm(new Licence(NORTH, use, Scope.of("license", Condition.ALWAYS))));
    }

    @Test
    void aFirstAvailabilitySaysWhatLiftsIt() {
        var lifted = new Condition(Map.of("supported", new Match.AnyOf(List.of("no"))));
        assertEquals(
                "Forbidden, by promise to north: to acquire where provider not north, unless supported no.",
                english.norm(new FirstAvailability(NORTH, RENTING_ELSEWHERE, List.of(lifted))));
    }

    @Test
    void aCeilingIsNotToldAsACommitment() {
        assertEquals(
                "lab commits to buy from north for up to 11,900,000,000 USD, subject to delivery, from 2025-12-31 to"
                        + " 2026-12-30.",
                english.norm(new Commitment(
                        LAB,
                        NORTH,
                        Stated.of(Money.of("11.9e9", "USD")),
                        Commitment.Headline.UP_TO,
                        false,
                        Stated.of(new Interval(KNOWN, Instant.parse("2026-12-31T05:00:00Z"))))));
    }

    @Test
    void aCommitmentTellsItsRampTheWayOutOfItAndItsOptions() {
        var start = Instant.parse("2026-01-01T05:00:00Z");
        var middle = Instant.parse("2027-01-01T05:00:00Z");
        var end = Instant.parse("2028-01-01T05:00:00Z");
        var million = Money.of("1e6", "USD");
        var ramp = List.of(new Schedule.Step(middle, million), new Schedule.Step(end, Money.of("3e6", "USD")));
        var options = List.of(new Schedule.Option(million, middle, false), new Schedule.Option(million, start, true));
        var leaving = new Schedule.Termination(
                Stated.of(Period.ofMonths(3)), Stated.of(middle), Stated.of(new Schedule.Fee.Fixed(million)));
        assertEquals(
                "lab commits to buy from north for 3,000,000 USD, from 2026-01-01 to 2027-12-31. In total are owed:"
                        + " 1,000,000 USD through 2026-12-31, 3,000,000 USD through 2027-12-31. lab may leave for"
                        + " convenience on notice of 3 months, ending no earlier than 2027-01-01, for a fee of 1,000,000"
                        + " USD. On top, lab has an option on 1,000,000 USD, to be exercised by 2026-12-31. On top, lab"
                        + " has an option on 1,000,000 USD, exercised.",
                english.norm(buying(new Schedule(Stated.of(new Interval(start, end)), ramp, leaving, options))));
        var hidden = new Schedule.Termination(Stated.undisclosed(), Stated.undisclosed(), null);
        assertEquals(
                "lab commits to buy from north for 3,000,000 USD, over an undisclosed term. lab may leave for"
                        + " convenience on notice of an undisclosed length, ending no earlier than an undisclosed day,"
                        + " without a fee.",
                english.norm(buying(new Schedule(Stated.undisclosed(), List.of(), hidden, List.of()))));
    }

    private static Commitment buying(Schedule schedule) {
        return new Commitment(
                LAB, NORTH, Stated.of(Money.of("3e6", "USD")), Commitment.Headline.COMMITTED, false, schedule);
    }

    @Test
    void aPeriodIsToldInItsOwnUnits() {
        assertEquals("1 day", English.period(Period.ofDays(1)));
        assertEquals("90 days", English.period(Period.ofDays(90)));
        assertEquals("1 year and 6 months", English.period(Period.of(1, 6, 0)));
        assertEquals("0 days", English.period(Period.ZERO));
    }

    @Test
    void aFigureThatCameOnRecordLaterIsUndisclosedBefore() {
        var later = new Stated.Known<>(new BigDecimal("0.2"), KNOWN.plusSeconds(1));
        var share = new RevenueShare(LAB, NORTH, later, RevenueShare.Base.GROSS, Stated.undisclosed());
        assertEquals(
                "lab pays north an undisclosed share of its gross revenue; a cap, if any, is undisclosed.",
                english.norm(share));
        var afterwards = new English(ZoneId.of("UTC"), KNOWN.plusSeconds(1), Deals.vocabulary());
        assertEquals(
                "lab pays north 20 % of its gross revenue; a cap, if any, is undisclosed.", afterwards.norm(share));
    }

    @Test
    void covenantsAndMilestonesSayThatTheyAreNoGates() {
        var covenant = new Covenant(
                LAB, NORTH, ELSEWHERE, Stated.of(new BigDecimal("0.5")), "share of GPU-hours", Covenant.Per.QUARTER);
        assertTrue(english.norm(covenant).endsWith("stops no single act."), english.norm(covenant));
        var cured = new Covenant(
                LAB,
                NORTH,
                ELSEWHERE,
                Stated.of(new BigDecimal("0.5")),
                "share of GPU-hours",
                Covenant.Per.QUARTER,
                Stated.of(Period.ofMonths(3)));
        assertEquals(
                english.norm(covenant) + " What a period fell short of can be made good within 3 months after it.",
                english.norm(cured));
        assertEquals(
                "The milestone 'agi' is declared by lab. It is attested, never computed.",
                english.norm(new Milestone("agi", LAB, null)));
    }

    @Test
    void theEndOfADayIsToldAsThatDay() {
        var midnight = new End.At(Instant.parse("2031-01-01T05:00:00Z"));
        assertEquals("with the end of 2030-12-31", span.end(midnight));
        assertEquals(
                "at the earlier of: with the end of 2030-12-31; when agi is verified",
                span.end(new End.EarlierOf(List.of(midnight, new End.OnMilestone("agi", List.of("verified"))))));
        assertEquals("on 2030-12-31 at 19:00", span.end(new End.At(Instant.parse("2031-01-01T00:00:00Z"))));
    }

    @Test
    void aReadingWithoutABodyLeavesNothing() {
        assertEquals("Nothing is left of the clause.", english.norm(null));
    }

    @Test
    void aFirstRefusalNamesACalendarAndACutoffOfItsOwn() {
        var right = new FirstRefusal(
                NORTH,
                RENTING_ELSEWHERE,
                new FirstRefusal.Answering(Stated.undisclosed(), "city", LocalTime.of(12, 30)),
                FirstRefusal.OnLapse.DECLINE,
                FirstRefusal.Partial.ANY,
                FirstRefusal.BelowGang.DECLINES_ALL);
        assertEquals(
                "Before it is lawful to acquire where provider not north, it must be offered to north, who has an"
                        + " undisclosed time, calendar city, until 12:30 of the last day to answer. A notice"
                        + " counts as received on its day until 12:30. Silence counts as a"
                        + " decline; a part may be taken, and one that leaves either side less than the minimum gang"
                        + " counts as a decline of the whole. " + ORDINARY,
                english.norm(right));
        assertTrue(english.norm(new FirstRefusal(
                        NORTH,
                        RENTING_ELSEWHERE,
                        new FirstRefusal.Answering(Stated.of(Window.parse("2 days")), null, null),
                        FirstRefusal.OnLapse.DECLINE,
                        FirstRefusal.Partial.ANY,
                        FirstRefusal.BelowGang.BINDS))
                .endsWith("less than the minimum gang binds all the same. " + ORDINARY));
    }

    @Test
    void aProhibitionWithoutConsentIsPlainlyForbidden() {
        assertEquals(
                "Forbidden, by promise to north: to acquire where provider not north.",
                english.norm(new Prohibition(NORTH, RENTING_ELSEWHERE, null)));
    }

    @Test
    void aCommitmentSaysWhatItIsOnTopOfAndWhatNobodyDisclosed() {
        assertEquals(
                "lab commits to buy from north for 1,234.50 USD, on top of what was committed before, from 2025-12-31.",
                english.norm(new Commitment(
                        LAB,
                        NORTH,
                        Stated.of(Money.of("1234.5", "USD")),
                        Commitment.Headline.COMMITTED,
                        true,
                        Stated.of(Interval.from(KNOWN)))));
        assertEquals(
                "lab commits to buy from north for an undisclosed amount, over an undisclosed term.",
                english.norm(new Commitment(
                        LAB, NORTH, Stated.undisclosed(), Commitment.Headline.UP_TO, false, Stated.undisclosed())));
    }

    @Test
    void aCapSaysFromWhenItCounts() {
        assertEquals(
                "lab pays north 20 % of its net revenue; in total no more than 5 USD, counted from inception.",
                english.norm(share(RevenueShare.Base.NET, RevenueShare.CapBase.FROM_INCEPTION)));
        assertEquals(
                "lab pays north 20 % of its revenue (gross or net is undisclosed); in total no more than 5 USD, counted"
                        + " from the effective date.",
                english.norm(share(RevenueShare.Base.UNDISCLOSED, RevenueShare.CapBase.FROM_EFFECTIVE_DATE)));
        assertTrue(english.norm(share(RevenueShare.Base.GROSS, RevenueShare.CapBase.UNDISCLOSED))
                .endsWith("counted from an undisclosed day."));
    }

    @Test
    void aMilestoneNamesWhoVerifiesIt() {
        assertEquals(
                "The milestone 'agi' is declared by lab and must be verified by: a panel. It is attested, never"
                        + " computed.",
                english.norm(new Milestone("agi", LAB, "a panel")));
    }

    @Test
    void aCovenantSaysWhatShareOfWhatItMeasures() {
        assertEquals(
                "lab promises north that each year at least an undisclosed value (share of GPU-hours) goes to what has"
                        + " provider not north. It is measured over the period and stops no single act.",
                english.norm(new Covenant(
                        LAB, NORTH, ELSEWHERE, Stated.undisclosed(), "share of GPU-hours", Covenant.Per.YEAR)));
    }

    @Test
    void conditionsSayHowMuchAndWhatIsUndisclosed() {
        assertEquals("anything", English.condition(Condition.ALWAYS));
        assertEquals(
                "gpus 1,000 or more",
                English.condition(new Condition(Map.of("gpus", new Match.Between(1000, Long.MAX_VALUE)))));
        assertEquals("gpus below 1,000", English.condition(new Condition(Map.of("gpus", new Match.Between(0, 1000)))));
        assertEquals(
                "provider undisclosed", English.condition(new Condition(Map.of("provider", new Match.Undisclosed()))));
        assertEquals(
                "provider north or south",
                English.condition(new Condition(Map.of("provider", new Match.AnyOf(List.of("north", "south"))))));
    }

    @Test
    void aClauseEndsByAnotherInstrumentOrAtTheLaterOfItsEnds() {
        assertEquals("only by another instrument", span.end(new End.Never()));
        assertEquals(
                "at the later of: only by another instrument; when agi is declared or verified",
                span.end(new End.LaterOf(
                        List.of(new End.Never(), new End.OnMilestone("agi", List.of("declared", "verified"))))));
    }

    @Test
    void aMomentIsADayWhereItIsTheFirstOfOne() {
        assertEquals("2025-12-31", english.moment(Instant.parse("2025-12-31T05:00:00Z")));
        assertEquals("2025-12-31T19:00 America/New_York", english.moment(KNOWN));
    }

    private static RevenueShare share(RevenueShare.Base base, RevenueShare.CapBase from) {
        var cap = new RevenueShare.Cap(Money.of("5", "USD"), from);
        return new RevenueShare(LAB, NORTH, Stated.of(new BigDecimal("0.2")), base, Stated.of(cap));
    }
}
