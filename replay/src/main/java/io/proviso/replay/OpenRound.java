package io.proviso.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The round of one request as it goes on: what becomes of each offer, and for how long later ones keep the customer from awarding. */
final class OpenRound {
    private final int request;
    private @Nullable ReplayedRound round;
    /** Since when a later offer keeps the customer from awarding; null if none does. */
    private @Nullable Instant reopened;

    private boolean tailExpired;

    OpenRound(int request) {
        this.request = request;
    }

    /** Null if no offer was made. */
    @Nullable
    ReplayedRound round() {
        return round;
    }

    int offers() {
        return round == null ? 0 : round.offers().size();
    }

    ReplayedRound.Offer last() {
        return begun().last();
    }

    /** What the next offer is of, unless it is of a bargain. */
    ReplayedRound.Cause cause() {
        return tailExpired ? new ReplayedRound.Cause.TailExpired() : new ReplayedRound.Cause.Need();
    }

    void offered(Instant at, long gpus, ReplayedRound.Cause cause) {
        var made = new ReplayedRound.Offer(at, gpus, cause, null, ReplayedRound.Outcome.OPEN);
        if (made.isAgain() && reopened == null) {
            reopened = at;
        }
        tailExpired = false;
        round = round == null ? ReplayedRound.of(request, made) : round.offered(made);
    }

    void due(Instant deadline) {
        round = begun().last(last().due(deadline));
    }

    void ended(Instant at, ReplayedRound.Ending ending, long accepted) {
        round = begun().last(last().ended(new ReplayedRound.Outcome(ending, at, accepted)));
    }

    void tailExpired(Instant at) {
        tailExpired = true;
        reopened = reopened == null ? at : reopened;
        round = begun().tailExpired();
    }

    /** The customer could award now: a later offer keeps it no longer. */
    void awardable(Instant now) {
        if (reopened != null) {
            round = begun().reopenedFor(Duration.between(reopened, now));
            reopened = null;
        }
    }

    private ReplayedRound begun() {
        if (round == null) {
            throw new IllegalStateException("request r-" + request + ": a round ended that never began");
        }
        return round;
    }
}
