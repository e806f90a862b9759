package io.proviso.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.ClauseName;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Preemption;
import io.proviso.agreement.Rulings;
import io.proviso.agreement.Stated;
import io.proviso.calendar.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverriddenPortfolioTest {
    private static final Portfolio TEN_DAYS = Pact.withWindow(new Window.BusinessDays(10));

    private static ClauseOverride window(int days) {
        return ClauseOverride.window(
                new ClauseName("microsoft-openai", "first-refusal"), new Window.BusinessDays(days));
    }

    @Test
    void anOverrideChangesWhatItNamesAndNothingElse() {
        var five = OverriddenPortfolio.of(TEN_DAYS, List.of(window(5)));
        assertEquals(Pact.withWindow(new Window.BusinessDays(5)).agreements(), five.agreements());
        assertEquals(
                TEN_DAYS.agreements(),
                OverriddenPortfolio.of(five, List.of(window(10))).agreements());
        assertEquals(TEN_DAYS.vocabulary(), five.vocabulary());
        assertEquals(TEN_DAYS.calendars(), five.calendars());
        assertEquals(TEN_DAYS.pins(), five.pins());
    }

    @Test
    void theDigestTellsWhatWasReplaced() {
        assertEquals(
                "digest+microsoft-openai/first-refusal: {window: 5 business days}",
                OverriddenPortfolio.of(TEN_DAYS, List.of(window(5))).digest());
        assertEquals(TEN_DAYS, OverriddenPortfolio.of(TEN_DAYS, List.of()));
    }

    @Test
    void everyParameterOfARightCanBeReplaced() {
        var override = new ClauseOverride(
                new ClauseName("microsoft-openai", "first-refusal"),
                new ClauseOverride.Answer(
                        new Window.Hours(72),
                        FirstRefusal.OnLapse.ACCEPT,
                        FirstRefusal.Partial.NONE,
                        FirstRefusal.BelowGang.DECLINES_ALL),
                ClauseOverride.Beyond.UNCHANGED);
        var portfolio = OverriddenPortfolio.of(TEN_DAYS, List.of(override));
        var at = Worlds.START;
        var right = Rulings.of(portfolio).right(new ClauseName("microsoft-openai", "first-refusal"), at, at);
        assertEquals(new Window.Hours(72), right.window());
        assertEquals(FirstRefusal.OnLapse.ACCEPT, right.terms().onLapse());
        assertEquals(FirstRefusal.Partial.NONE, right.terms().partial());
        assertEquals(FirstRefusal.BelowGang.DECLINES_ALL, right.terms().belowGang());
        assertTrue(portfolio
                .digest()
                .endsWith("{window: 72 hours, on-lapse: accept, partial: none, below-gang: declines-all}"));
    }

    @Test
    void aRightCanBeMadeToGoBeyondOneOfferAndOneAnswer() {
        var exact = new Preemption.Tolerance(new BigDecimal("0.05"), Preemption.Direction.LOWER);
        var tail = new Preemption.Tail(90, new Preemption.Floor(exact, null, Duration.ofDays(30), null, true));
        var matching = new Preemption.Matching(
                Preemption.Matching.Standard.MATERIAL_TERMS,
                new BigDecimal("0.02"),
                Preemption.Matching.NonCash.EXCLUDED,
                Preemption.Alternates.BLIND);
        var beyond = new ClauseOverride.Beyond(
                Preemption.Kind.LAST_LOOK,
                Preemption.Trigger.THIRD_PARTY_OFFER,
                matching,
                tail,
                new Window.BusinessDays(3));
        var override = new ClauseOverride(
                new ClauseName("microsoft-openai", "first-refusal"), ClauseOverride.Answer.UNCHANGED, beyond);
        var at = Worlds.START;
        var right = Rulings.of(OverriddenPortfolio.of(TEN_DAYS, List.of(override)))
                .right(new ClauseName("microsoft-openai", "first-refusal"), at, at);
        assertEquals(new Window.BusinessDays(10), right.window());
        var preemption = right.terms().preemption();
        assertEquals(Preemption.Kind.LAST_LOOK, preemption.kind());
        assertEquals(Preemption.Trigger.THIRD_PARTY_OFFER, preemption.trigger());
        assertEquals(matching, preemption.matching());
        assertEquals(Stated.of(tail), preemption.tail());
        assertEquals(new Window.BusinessDays(3), preemption.conduct().reofferWindow());
        assertEquals(
                "microsoft-openai/first-refusal: {kind: last-look, trigger: third-party-offer, matching: {standard:"
                        + " material-terms, tolerance: 2 %, non-cash: excluded}, tail: {days: 90, no-more-favourable:"
                        + " {price: {within: 5 %, direction: lower}, start: 30 days, counterparty: yes}}, re-offer-window:"
                        + " 3 business days}",
                override.toString());
    }

    @Test
    void aSweptWindowWinsOverTheScenariosOwnAndKeepsItsOtherOverrides() {
        var own = new ClauseOverride(
                new ClauseName("microsoft-openai", "first-refusal"),
                new ClauseOverride.Answer(new Window.BusinessDays(3), null, FirstRefusal.Partial.NONE, null),
                ClauseOverride.Beyond.UNCHANGED);
        var merged = ClauseOverride.merged(List.of(own), window(7));
        assertEquals("[microsoft-openai/first-refusal: {window: 7 business days, partial: none}]", merged.toString());
    }

    @Test
    void anOverrideThatMakesARightThatCannotBeIsRefusedWithWhatIsWrong() {
        var negotiated = new ClauseOverride.Beyond(
                Preemption.Kind.NEGOTIATION, Preemption.Trigger.THIRD_PARTY_OFFER, null, null, null);
        var override = new ClauseOverride(
                new ClauseName("microsoft-openai", "first-refusal"), ClauseOverride.Answer.UNCHANGED, negotiated);
        var refused =
                assertThrows(IllegalArgumentException.class, () -> OverriddenPortfolio.of(TEN_DAYS, List.of(override)));
        var message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("override microsoft-openai/first-refusal: {"), message);
        assertTrue(message.contains("this kind of right comes before any third party's offer"), message);
        assertTrue(
                message.endsWith("\nOverride what goes with it as well, or leave it as the agreement has it."),
                message);
    }

    @Test
    void anOverrideOfNoRightIsRefusedByName() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> OverriddenPortfolio.of(
                        TEN_DAYS,
                        List.of(ClauseOverride.window(
                                new ClauseName("microsoft-openai", "refusal"), new Window.Days(1)))));
        assertEquals(
                "override: there is no right of first refusal microsoft-openai/refusal\n"
                        + "Name it as agreement/clause, as a ruling cites it.",
                refused.getMessage());
    }
}
