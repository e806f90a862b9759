package io.proviso.desk;

import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event.Closed.Outcome;
import java.util.Objects;

/** What a holder takes is reserved in its own supply; what it leaves is free for others. */
final class Acceptances {
    private Acceptances() {}

    /** A price that the acceptance leaves out is the offer's, which then has one. */
    static Decision reserve(Unfolding unfolding, Offer offer, Response.Accepts accepts, Offer.Ending by) {
        var need = unfolding.request().need();
        var terms = need.terms();
        var ruled = unfolding.context().rule(terms, supply(need, offer), accepts.gpus(), Refusal.NONE);
        if (!ruled.isFree()) {
            return new Refused(
                    Rule.ONLY_WHAT_IS_PERMITTED,
                    "offer " + offer.id() + ": acquiring from " + offer.right().supply() + " is "
                            + ruled.ruling().outcome() + " (ruling "
                            + ruled.ruling().id() + ")",
                    "Cure what stands against it before the deadline.");
        }
        var price = accepts.price() != null
                ? accepts.price()
                : Objects.requireNonNull(terms.price().limit());
        var ready = accepts.ready() != null ? accepts.ready() : terms.schedule().start();
        var reservation = new Reservation(
                offer.id(),
                offer.right().supply(),
                accepts.gpus(),
                price,
                ready,
                terms.schedule().term());
        unfolding
                .then(new Event.Accepted(unfolding.now(), offer.id(), by, accepts.gpus()))
                .then(new Event.Reserved(unfolding.now(), reservation, ruled.ruling()));
        var remainder = offer.gpus() - accepts.gpus();
        return remainder > 0
                ? Alternates.releaseAndInvite(unfolding, remainder, Refusal.DECLINED)
                        .decided()
                : unfolding
                        .then(new Event.Closed(unfolding.now(), Outcome.SERVED, 0))
                        .decided();
    }

    private static Candidate supply(CapacityRequest.Need need, Offer offer) {
        return need.candidates().stream()
                .filter(candidate -> candidate.provider().equals(offer.right().supply()))
                .findFirst()
                .orElse(new Candidate(offer.right().supply()));
    }
}
