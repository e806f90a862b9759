package io.proviso.desk.rounds;

import io.proviso.agreement.rounds.RoundCourse;
import io.proviso.desk.Bargain;
import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a holder takes is reserved in its own supply; what it leaves is free for others. */
@CheckReturnValue
final class Acceptances {
    private Acceptances() {}

    /**
     * Reserves it, unless the holder may not supply it; then nothing has happened yet.
     *
     * <p>A price that the acceptance leaves out is the offer's, which then has one.
     *
     * @param ended how the round of the offer stands by that
     */
    static @Nullable Refused reserve(
            Unfolding unfolding,
            Offer offer,
            Response.Accepts accepts,
            Offer.Ending by,
            RoundCourse course,
            RoundCourse.State.Ended ended) {
        var need = unfolding.request().need();
        var offered = offer.bargain() == null ? Bargain.of(need.terms(), offer.gpus()) : offer.bargain();
        var ruled = Alternates.rule(unfolding.request(), supply(need, offer), accepts.gpus(), unfolding.context())
                .ruled();
        if (!ruled.isFree()) {
            return new Refused(
                    Rule.ONLY_WHAT_IS_PERMITTED,
                    "offer " + offer.id() + ": acquiring from " + offer.right().supply() + " is "
                            + ruled.ruling().outcome() + " (ruling "
                            + ruled.ruling().id() + ")",
                    "Cure what stands against it before the deadline.");
        }
        var agreed = offered.proposed(accepts);
        var reservation = Reservation.ramped(
                offer.id(),
                offer.right().supply(),
                accepts.gpus(),
                Objects.requireNonNull(agreed.price()),
                agreed,
                need.terms());
        unfolding
                .then(new Event.Accepted(unfolding.now(), offer.id(), by, accepts.gpus()))
                .then(new Event.Reserved(unfolding.now(), reservation, ruled.ruling()));
        var remainder = offer.gpus() - accepts.gpus();
        if (remainder > 0) {
            Rounds.left(unfolding, offer, remainder, course, ended);
        } else {
            Rounds.goOn(unfolding, 0);
        }
        return null;
    }

    private static Candidate supply(CapacityRequest.Need need, Offer offer) {
        return need.candidates().stream()
                .filter(candidate -> candidate.provider().equals(offer.right().supply()))
                .findFirst()
                .orElse(new Candidate(offer.right().supply()));
    }
}
