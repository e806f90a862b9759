package io.proviso.desk;

import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Step;
import java.util.ArrayList;

/**
 * The same state, whose events nobody counts and of which nobody knows when it came on record: below the limit their number makes no
 * difference to any rule, and what happened counts by when it happened.
 */
public final class Uncounted {
    private Uncounted() {}

    public static State of(State state) {
        return state instanceof CapacityRequest request ? of(request, 0) : state;
    }

    /** As if there had been so many. */
    public static CapacityRequest of(CapacityRequest request, int events) {
        var heard = request.standing().heard();
        var offers = new ArrayList<>(request.offers());
        offers.replaceAll(Uncounted::of);
        return new CapacityRequest(
                request.need(),
                request.phase(),
                request.quantities(),
                offers,
                request.freedBy(),
                request.invited(),
                request.bids(),
                request.reservations(),
                request.standing()
                        .heard(new Heard(heard.awards(), heard.replaced(), heard.slips(), heard.prolonged(), events)));
    }

    private static Offer of(Offer offer) {
        var steps = new ArrayList<Step>();
        var before = offer.made();
        for (var step : offer.round().steps()) {
            var at = countsByItsInstant(step, offer) ? step.at() : before;
            steps.add(new Step(step.what(), at, at));
            before = at;
        }
        return offer.on(offer.round().telling(steps));
    }

    /** When a contract was signed, an offer withdrawn, or more time given where no clock can stand still, only comes after what was before. */
    private static boolean countsByItsInstant(Step step, Offer offer) {
        return switch (step.what()) {
            case Happening.Signed _, Happening.Withdrawn _ -> false;
            case Happening.ExtendedTo _ ->
                !offer.clock().pinned().terms().preemption().conduct().tolling().isEmpty();
            case Happening.Received _, Happening.Answer _, Happening.Tolled _, Happening.Resumed _ -> true;
        };
    }
}
