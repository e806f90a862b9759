package io.proviso.counsel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Commitment;
import io.proviso.agreement.Condition;
import io.proviso.agreement.Covenant;
import io.proviso.agreement.End;
import io.proviso.agreement.Exclusivity;
import io.proviso.agreement.FirstAvailability;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Licence;
import io.proviso.agreement.Match;
import io.proviso.agreement.Milestone;
import io.proviso.agreement.Permission;
import io.proviso.agreement.Prohibition;
import io.proviso.agreement.RevenueShare;
import io.proviso.agreement.Scope;
import io.proviso.agreement.Stated;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnglishTest {
    private static final Party LAB = new Party("lab");
    private static final Party NORTH = new Party("north");
    private static final Instant KNOWN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Condition ELSEWHERE = new Condition(Map.of("provider", new Match.NoneOf(List.of("north"))));
    private static final Scope RENTING_ELSEWHERE = Scope.of("acquire", ELSEWHERE);

    private final English english = new English(ZoneId.of("America/New_York"), KNOWN);

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
                "Before it is lawful to acquire where provider not north, it must be offered to north, who has 10 business"
                        + " days to answer. Silence counts as an acceptance; all or nothing may be taken. A refusal frees the"
                        + " customer in that need for good. A counter-offer counts as a decline. Who accepts and then does"
                        + " not deliver loses the right for that need.",
                english.norm(right));
    }

    @Test
    void aProhibitionNamesWhoseConsentLiftsIt() {
        assertEquals(
                "Forbidden without the consent of north, by promise to north: to acquire where provider not north.",
                english.norm(new Prohibition(NORTH, RENTING_ELSEWHERE, NORTH)));
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
        assertTrue(english.norm(new Licence(NORTH, ELSEWHERE, true)).endsWith("Nobody else may be licensed it."));
        assertTrue(english.norm(new Licence(NORTH, ELSEWHERE, false)).endsWith("Others may be licensed it too."));
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
    void aFigureThatCameOnRecordLaterIsUndisclosedBefore() {
        var later = new Stated.Known<>(new BigDecimal("0.2"), KNOWN.plusSeconds(1));
        var share = new RevenueShare(LAB, NORTH, later, RevenueShare.Base.GROSS, Stated.undisclosed());
        assertEquals(
                "lab pays north an undisclosed share of its gross revenue; a cap, if any, is undisclosed.",
                english.norm(share));
        var afterwards = new English(ZoneId.of("UTC"), KNOWN.plusSeconds(1));
        assertEquals(
                "lab pays north 20 % of its gross revenue; a cap, if any, is undisclosed.", afterwards.norm(share));
    }

    @Test
    void covenantsAndMilestonesSayThatTheyAreNoGates() {
        var covenant = new Covenant(
                LAB, NORTH, ELSEWHERE, Stated.of(new BigDecimal("0.5")), "share of GPU-hours", Covenant.Per.QUARTER);
        assertTrue(english.norm(covenant).endsWith("stops no single act."), english.norm(covenant));
        assertEquals(
                "The milestone 'agi' is declared by lab. It is attested, never computed.",
                english.norm(new Milestone("agi", LAB, null)));
    }

    @Test
    void theEndOfADayIsToldAsThatDay() {
        var midnight = new End.At(Instant.parse("2031-01-01T05:00:00Z"));
        assertEquals("with the end of 2030-12-31", english.end(midnight));
        assertEquals(
                "at the earlier of: with the end of 2030-12-31; when agi is verified",
                english.end(new End.EarlierOf(List.of(midnight, new End.OnMilestone("agi", List.of("verified"))))));
        assertEquals("on 2030-12-31 at 19:00", english.end(new End.At(Instant.parse("2031-01-01T00:00:00Z"))));
    }

    @Test
    void aReadingWithoutABodyLeavesNothing() {
        assertEquals("Nothing is left of the clause.", english.norm(null));
    }
}
