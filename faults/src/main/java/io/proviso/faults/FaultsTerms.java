package io.proviso.faults;

import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How far a right of the fault simulation goes: every parameter of a pre-emptive right, drawn apart from the others. */
final class FaultsTerms {
    /** The event that a clause may let stop the clock. */
    static final String TOLLED_BY = "strike";

    /** From so many GPUs of all requests together a need is one that an aggregating right stands before. */
    static final long THRESHOLD = 10;

    static final int LOOK_BACK_DAYS = 60;
    static final int BRIDGE_DAYS = 400;
    static final long BRIDGE_GPUS = 3;
    private static final long MOST_WAIVED = 14;
    private static final BigDecimal SOME = new BigDecimal("0.10");
    private static final Preemption.Floor SOME_SLACK = new Preemption.Floor(
            new Preemption.Tolerance(SOME, Preemption.Direction.LOWER),
            new Preemption.Tolerance(SOME, Preemption.Direction.HIGHER),
            Duration.ofDays(30),
            null,
            false);

    /** The second is a deadline of business days, at the cut-off. */
    private static final Instant[] ENDS = {
        Instant.parse("2025-01-21T08:00:00Z"),
        Instant.parse("2025-01-24T01:00:00Z"),
        Instant.parse("2025-02-18T08:00:00Z")
    };

    private static final int[] WAIVED_AFTER_DAYS = {-1, 1, 5};

    private FaultsTerms() {}

    /** When a right ends, within the days of an episode; most do not. */
    static @Nullable Instant end(SplittableRandom draws) {
        return draws.nextInt(3) == 0 ? oneOf(draws, ENDS) : null;
    }

    /** What a holder gives up of its right: several requests draw on it. */
    static FaultsPortfolio.@Nullable Waiver waiver(SplittableRandom draws) {
        var since =
                FaultsPortfolio.START.plus(Duration.ofDays(WAIVED_AFTER_DAYS[draws.nextInt(WAIVED_AFTER_DAYS.length)]));
        return draws.nextInt(4) == 0 ? new FaultsPortfolio.Waiver(since, draws.nextLong(2, MOST_WAIVED)) : null;
    }

    /** The same holder, of whose silence and of whose parts the clause says something drawn. */
    static FaultsPortfolio.Holder drawn(SplittableRandom draws, FaultsPortfolio.Holder holder) {
        var terms = holder.terms();
        var right = new FirstRefusal(
                terms.holder(),
                terms.scope(),
                terms.answering(),
                draws.nextInt(4) == 0 ? FirstRefusal.OnLapse.ACCEPT : FirstRefusal.OnLapse.DECLINE,
                draws.nextInt(4) == 0 ? FirstRefusal.Partial.NONE : FirstRefusal.Partial.ANY,
                oneOf(draws, FirstRefusal.BelowGang.values()),
                terms.preemption());
        return new FaultsPortfolio.Holder(
                holder.supply(), holder.before(), holder.window(), holder.ends(), right, holder.waiver());
    }

    static Preemption draw(SplittableRandom draws, int rank) {
        var drawn = oneOf(draws, Preemption.Kind.values());
        boolean others = drawn == Preemption.Kind.REFUSAL && draws.nextInt(2) == 0;
        // Under an option no round is run.
        var kind = drawn == Preemption.Kind.OPTION ? Preemption.Kind.REFUSAL : drawn;
        return new Preemption(
                kind,
                others ? Preemption.Trigger.THIRD_PARTY_OFFER : Preemption.Trigger.NEED_FIRST,
                new Preemption.Matching(
                        oneOf(draws, Preemption.Matching.Standard.values()),
                        draws.nextInt(2) == 0 ? BigDecimal.ZERO : SOME,
                        Preemption.Matching.NonCash.EXCLUDED,
                        oneOf(draws, Preemption.Alternates.values())),
                tail(draws),
                new Preemption.Reach(
                        draws.nextInt(4) == 0 ? aggregation() : null,
                        draws.nextInt(3) == 0
                                ? new Preemption.Bridge(
                                        BRIDGE_DAYS, new Quantity(FaultsPortfolio.QUANTITY, BRIDGE_GPUS))
                                : null),
                new Preemption.Conduct(
                        oneOf(draws, Preemption.Counter.values()),
                        Set.of(),
                        draws.nextInt(2) == 0 ? new Window.Hours(24) : null,
                        draws.nextInt(2) == 0 ? List.of(TOLLED_BY) : List.of(),
                        oneOf(draws, Preemption.OnFailure.values()),
                        rank));
    }

    /** None is shorter than a round with each holder: such tails end while the other is asked, and the customer is never free. */
    private static @Nullable Stated<Preemption.Tail> tail(SplittableRandom draws) {
        return switch (draws.nextInt(4)) {
            case 0 -> null;
            case 1 -> Stated.of(new Preemption.Tail(15, SOME_SLACK));
            case 2 -> Stated.of(new Preemption.Tail(60, Preemption.Floor.THAT_BARGAIN_ONLY));
            default -> Stated.of(new Preemption.Tail(60, SOME_SLACK));
        };
    }

    private static Preemption.Aggregation aggregation() {
        return new Preemption.Aggregation(
                LOOK_BACK_DAYS,
                new Limit(FaultsPortfolio.QUANTITY, Stated.of(THRESHOLD)),
                Set.of(Preemption.Aggregation.By.ACTOR),
                List.of());
    }

    private static <T> T oneOf(SplittableRandom draws, T[] values) {
        return values[draws.nextInt(values.length)];
    }
}
