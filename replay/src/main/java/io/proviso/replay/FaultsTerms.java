package io.proviso.replay;

import io.proviso.agreement.Preemption;
import io.proviso.agreement.Stated;
import io.proviso.calendar.Window;
import java.math.BigDecimal;
import java.time.Duration;
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

    private static final int LOOK_BACK_DAYS = 60;
    private static final int BRIDGE_DAYS = 400;
    private static final long BRIDGE_GPUS = 3;
    private static final BigDecimal SOME = new BigDecimal("0.10");
    private static final Preemption.Floor SOME_SLACK = new Preemption.Floor(
            new Preemption.Tolerance(SOME, Preemption.Direction.LOWER),
            new Preemption.Tolerance(SOME, Preemption.Direction.HIGHER),
            Duration.ofDays(30),
            null,
            false);

    private FaultsTerms() {}

    static Preemption draw(SplittableRandom draws, int rank) {
        var kind = oneOf(draws, Preemption.Kind.values());
        boolean others = kind == Preemption.Kind.REFUSAL && draws.nextInt(2) == 0;
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
                        draws.nextInt(3) == 0 ? new Preemption.Bridge(BRIDGE_DAYS, BRIDGE_GPUS) : null),
                new Preemption.Conduct(
                        oneOf(draws, Preemption.Counter.values()),
                        Set.of(),
                        draws.nextInt(2) == 0 ? new Window.Hours(24) : null,
                        draws.nextInt(2) == 0 ? List.of(TOLLED_BY) : List.of(),
                        oneOf(draws, Preemption.OnFailure.values()),
                        rank));
    }

    private static @Nullable Stated<Preemption.Tail> tail(SplittableRandom draws) {
        return switch (draws.nextInt(4)) {
            case 0 -> null;
            case 1 -> Stated.of(new Preemption.Tail(5, SOME_SLACK));
            case 2 -> Stated.of(new Preemption.Tail(60, Preemption.Floor.THAT_BARGAIN_ONLY));
            default -> Stated.of(new Preemption.Tail(60, SOME_SLACK));
        };
    }

    private static Preemption.Aggregation aggregation() {
        return new Preemption.Aggregation(
                LOOK_BACK_DAYS, Stated.of(THRESHOLD), Set.of(Preemption.Aggregation.By.ACTOR), List.of());
    }

    private static <T> T oneOf(SplittableRandom draws, T[] values) {
        return values[draws.nextInt(values.length)];
    }
}
