package io.proviso.desk;

import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import java.time.Instant;
import java.util.Objects;

/** What a holder takes is reserved in its own supply; what it leaves is free for others. */
final class Acceptances {
    private Acceptances() {}

    /** A price that the acceptance leaves out is the offer's, which then has one. */
    static Decision reserve(
            Unfolding unfolding, Offer offer, Response.Accepts accepts, Offer.Ending by, Instant since) {
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
        return remainder > 0 ? Rounds.refused(unfolding, offer, remainder, since) : Rounds.goOn(unfolding, 0);
    }

    private static Candidate supply(CapacityRequest.Need need, Offer offer) {
        return need.candidates().stream()
                .filter(candidate -> candidate.provider().equals(offer.right().supply()))
                .findFirst()
                .orElse(new Candidate(offer.right().supply()));
    }
}
