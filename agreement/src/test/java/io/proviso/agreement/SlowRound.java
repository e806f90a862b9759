package io.proviso.agreement;

import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.SlowClock;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has become of one round by an instant, told from the design alone: every step is looked at again for every instant. */
public final class SlowRound {
    /** What has become of it. */
    public sealed interface Fate {
        record Unsent() implements Fate {}

        /** {@code hidden} if its clock runs for a time that nobody disclosed. */
        record Pending(boolean hidden) implements Fate {}

        record Withdrawn() implements Fate {}

        /** The holder took so many: 0 if it refused, null if all of something that has no number. */
        record Ended(@Nullable Long taken, Instant at, Instant deadline, boolean silent) implements Fate {}
    }

    private record Agreed(Instant deadline, Instant at) {}

    private final Round round;
    private final FirstRefusal terms;
    private final SlowClock clock;
    private final Set<Instant> deadlines;

    private int stage;
    private boolean extended;
    private @Nullable Instant from;
    private @Nullable Instant fromBefore;
    private @Nullable Agreed agreed;
    private @Nullable Instant stopped;
    private final List<SlowClock.Still> stills = new ArrayList<>();

    /**
     * A round by a clause, read by its clock.
     *
     * @param deadlines to which every deadline is added on the way
     */
    public SlowRound(Round round, FirstRefusal terms, SlowClock clock, Set<Instant> deadlines) {
        this.round = round;
        this.terms = terms;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    public Fate by(Instant asOf) {
        if (round.notice().sent().isAfter(asOf)) {
            return new Fate.Unsent();
        }
        var received = round.notice().received();
        if (received != null && round.notice().missing().isEmpty() && !received.isAfter(asOf)) {
            from = received;
        }
        for (var step : round.steps()) {
            if (step.at().isAfter(asOf) || step.what() instanceof Happening.Signed) {
                continue;
            }
            var lapsed = lapsed(step.at());
            var fate = lapsed == null ? after(step) : lapsed;
            if (fate != null) {
                return fate;
            }
        }
        var lapsed = lapsed(asOf);
        return lapsed == null ? new Fate.Pending(isHidden()) : lapsed;
    }

    private boolean isHidden() {
        return from != null && stopped == null && window() == null && agreed == null;
    }

    private @Nullable Fate lapsed(Instant now) {
        var deadline = deadline();
        if (deadline == null || !deadline.isBefore(now)) {
            return null;
        }
        var taken = terms.onLapse() == FirstRefusal.OnLapse.ACCEPT ? put() : Long.valueOf(0);
        return new Fate.Ended(taken, deadline, deadline, true);
    }

    private @Nullable Fate after(Round.Step step) {
        switch (step.what()) {
            case Happening.Withdrawn() -> {
                return new Fate.Withdrawn();
            }
            case Happening.Received(List<String> missing) -> {
                from = from == null && missing.isEmpty() ? step.at() : from;
            }
            case Happening.ExtendedTo(Instant deadline) -> {
                agreed = new Agreed(deadline, step.at());
            }
            case Happening.Tolled _ -> stopped = step.at();
            case Happening.Resumed _ -> {
                if (stopped != null) {
                    stills.add(new SlowClock.Still(stopped, step.at()));
                }
                stopped = null;
            }
            case Happening.Answer answer -> {
                from = from == null ? step.at() : from;
                return answered(answer, step.at());
            }
            case Happening.Signed _ -> throw new AssertionError("a signature ends no round");
        }
        return null;
    }

    private @Nullable Fate answered(Happening.Answer answer, Instant at) {
        return switch (answer) {
            case Happening.Declined(), Happening.Waived() -> ended(0L, at);
            case Happening.Countered() -> countered(at);
            case Happening.Accepted(Long some) -> accepted(some, at);
        };
    }

    private @Nullable Fate accepted(@Nullable Long some, Instant at) {
        var put = put();
        boolean another = some != null
                && put != null
                && (some > put || (some < put && terms.partial() == FirstRefusal.Partial.NONE));
        if (another) {
            return countered(at);
        }
        if (terms.answering().opens() == FirstRefusal.TalksOpen.BY_EXERCISE
                && stage < terms.answering().talks().size()) {
            talk(at);
            return null;
        }
        if (some == null || put == null || some.equals(put)) {
            return ended(some == null ? put : some, at);
        }
        var gang = round.number("gang");
        boolean tooSmall = gang != null && (some < gang || put - some < gang);
        return ended(tooSmall && terms.belowGang() == FirstRefusal.BelowGang.DECLINES_ALL ? 0 : some, at);
    }

    private @Nullable Fate countered(Instant at) {
        boolean talks = terms.preemption().kind() == Preemption.Kind.NEGOTIATION || stage > 0;
        switch (talks
                ? Preemption.Counter.NEGOTIATES
                : terms.preemption().conduct().counter()) {
            case DECLINES -> {
                return ended(0L, at);
            }
            case EXTENDS -> {
                if (extended) {
                    return ended(0L, at);
                }
                extended = true;
                fromBefore = from;
                from = at;
            }
            case NEGOTIATES -> {
                if (stage < terms.answering().talks().size()) {
                    talk(at);
                }
            }
        }
        return null;
    }

    private void talk(Instant at) {
        stage++;
        from = at;
        agreed = null;
    }

    private Fate ended(@Nullable Long taken, Instant at) {
        var deadline = deadline();
        return new Fate.Ended(taken, at, deadline == null ? at : deadline, false);
    }

    /** Null while no clock runs. */
    private @Nullable Instant deadline() {
        if (from == null || stopped != null) {
            return null;
        }
        var window = window();
        if (window == null) {
            return agreed == null ? null : moved(agreed);
        }
        var latest = clock.deadline(from, window, stills);
        if (fromBefore != null) {
            latest = later(latest, clock.deadline(fromBefore, window, stills));
        }
        if (agreed != null) {
            latest = later(latest, moved(agreed));
        }
        deadlines.add(latest);
        return latest;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What was agreed on is later by the time for which the clock stood still afterwards. */
    private Instant moved(Agreed agreement) {
        return agreement
                .deadline()
                .plus(stills.stream().map(still -> still.after(agreement.at())).reduce(Duration.ZERO, Duration::plus));
    }

    private @Nullable Window window() {
        var stated = stage == 0
                ? terms.answering().window()
                : terms.answering().talks().get(stage - 1);
        return stated instanceof Stated.Known<Window>(Window window, var _) ? window : null;
    }

    private @Nullable Long put() {
        return round.number("gpus");
    }
}
