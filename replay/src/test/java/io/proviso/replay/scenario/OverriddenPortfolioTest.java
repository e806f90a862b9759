package io.proviso.replay.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.Window;
import io.proviso.replay.queue.Pact;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        assertEquals(TEN_DAYS, OverriddenPortfolio.of(TEN_DAYS, List.of()));
        var five = OverriddenPortfolio.of(TEN_DAYS, List.of(window(5))).digest();
        assertEquals(five, OverriddenPortfolio.of(TEN_DAYS, List.of(window(5))).digest());
        assertNotEquals(TEN_DAYS.digest(), five);
        assertNotEquals(
                five, OverriddenPortfolio.of(TEN_DAYS, List.of(window(6))).digest());
    }

    /** One thing that is replaced each, and no other thing. */
    @Test
    void overridesThatReplaceSomethingElseAreWrittenOtherwise() {
        var exact = new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.LOWER);
        var fifth = new Preemption.Tolerance(new BigDecimal("0.20"), Preemption.Direction.LOWER);
        var higher = new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.HIGHER);
        var written = Stream.concat(
                        Stream.of(new Window.BusinessDays(5), new Window.Days(5), new Window.Hours(5))
                                .flatMap(window -> Stream.of(
                                        answer(window, null, null, null), beyond(null, null, null, null, window))),
                        Stream.of(
                                answer(null, FirstRefusal.OnLapse.ACCEPT, null, null),
                                answer(null, FirstRefusal.OnLapse.DECLINE, null, null),
                                answer(null, null, FirstRefusal.Partial.NONE, null),
                                answer(null, null, FirstRefusal.Partial.ANY, null),
                                answer(null, null, null, FirstRefusal.BelowGang.BINDS),
                                beyond(Preemption.Kind.OFFER, null, null, null, null),
                                beyond(null, Preemption.Trigger.THIRD_PARTY_OFFER, null, null, null),
                                matching(Preemption.Matching.Standard.ALL_TERMS, "0", Preemption.Alternates.BLIND),
                                matching(Preemption.Matching.Standard.ALL_TERMS, "0", Preemption.Alternates.NAMED),
                                matching(Preemption.Matching.Standard.ALL_TERMS, "0.1", Preemption.Alternates.BLIND),
                                matching(Preemption.Matching.Standard.ECONOMIC_ONLY, "0", Preemption.Alternates.BLIND),
                                tail(90, new Preemption.Floor(null, null, null, null, false)),
                                tail(91, new Preemption.Floor(null, null, null, null, false)),
                                tail(90, new Preemption.Floor(null, null, null, null, true)),
                                tail(90, new Preemption.Floor(exact, null, null, null, false)),
                                tail(90, new Preemption.Floor(fifth, null, null, null, false)),
                                tail(90, new Preemption.Floor(higher, null, null, null, false)),
                                tail(90, new Preemption.Floor(null, exact, null, null, false)),
                                tail(90, new Preemption.Floor(null, null, null, exact, false)),
                                tail(90, new Preemption.Floor(null, null, Duration.ZERO, null, false)),
                                tail(90, new Preemption.Floor(null, null, Duration.ofHours(1), null, false))))
                .map(override -> CanonicalOverride.of(List.of(override)))
                .toList();
        assertEquals(27, Set.copyOf(written).size());
    }

    @Test
    void inWhateverOrderOverridesStandAndHoweverANumberIsWrittenTheyAreTheSame() {
        var one = window(5);
        var other = ClauseOverride.window(new ClauseName("neighbour", "first-offer"), new Window.Hours(72));
        assertEquals(CanonicalOverride.of(List.of(one, other)), CanonicalOverride.of(List.of(other, one)));
        assertEquals(
                CanonicalOverride.of(
                        List.of(matching(Preemption.Matching.Standard.ALL_TERMS, "0.1", Preemption.Alternates.BLIND))),
                CanonicalOverride.of(List.of(
                        matching(Preemption.Matching.Standard.ALL_TERMS, "0.100", Preemption.Alternates.BLIND))));
    }

    private static ClauseOverride answer(
            @Nullable Window window,
            FirstRefusal.@Nullable OnLapse onLapse,
            FirstRefusal.@Nullable Partial partial,
            FirstRefusal.@Nullable BelowGang belowGang) {
        return new ClauseOverride(
                window(1).right(),
                new ClauseOverride.Answer(window, onLapse, partial, belowGang),
                ClauseOverride.Beyond.UNCHANGED);
    }

    private static ClauseOverride beyond(
            Preemption.@Nullable Kind kind,
            Preemption.@Nullable Trigger trigger,
            Preemption.@Nullable Matching matching,
            Preemption.@Nullable Tail tail,
            @Nullable Window reoffer) {
        return new ClauseOverride(
                window(1).right(),
                ClauseOverride.Answer.UNCHANGED,
                new ClauseOverride.Beyond(kind, trigger, matching, tail, reoffer));
    }

    private static ClauseOverride matching(
            Preemption.Matching.Standard standard, String tolerance, Preemption.Alternates alternates) {
        return beyond(
                null,
                null,
                new Preemption.Matching(
                        standard, new BigDecimal(tolerance), Preemption.Matching.NonCash.EXCLUDED, alternates),
                null,
                null);
    }

    private static ClauseOverride tail(int days, Preemption.Floor floor) {
        return beyond(null, null, null, new Preemption.Tail(days, floor), null);
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
        assertEquals(
                "microsoft-openai/first-refusal: {window: 72 hours, on-lapse: accept, partial: none, below-gang:"
                        + " declines-all}",
                override.words());
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
                        + " material-terms, tolerance: 2 %, non-cash: excluded}, tail: {for: 90 days, from: refusal,"
                        + " no-more-favourable: {price: {within: 5 %, direction: lower}, start: 30 days, counterparty:"
                        + " yes}}, re-offer-window: 3 business days}",
                override.words());
    }

    @Test
    void aSweptWindowWinsOverTheScenariosOwnAndKeepsItsOtherOverrides() {
        var own = new ClauseOverride(
                new ClauseName("microsoft-openai", "first-refusal"),
                new ClauseOverride.Answer(new Window.BusinessDays(3), null, FirstRefusal.Partial.NONE, null),
                ClauseOverride.Beyond.UNCHANGED);
        var merged = ClauseOverride.merged(List.of(own), window(7));
        assertEquals(
                List.of("microsoft-openai/first-refusal: {window: 7 business days, partial: none}"),
                merged.stream().map(ClauseOverride::words).toList());
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
