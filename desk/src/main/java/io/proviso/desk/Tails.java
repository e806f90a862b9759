package io.proviso.desk;

import io.proviso.desk.CapacityRequest.Phase;
import org.jspecify.annotations.Nullable;

/** The end of the customer's freedom: a right whose tail is over without an award stands again. */
final class Tails {
    private Tails() {}

    /** A new round for what was released, null if the customer is still free of every right. */
    static @Nullable Decision renew(CapacityRequest request, Context context) {
        if (request.phase() != Phase.INVITED) {
            return null;
        }
        for (var tail : request.standing().tails()) {
            if (tail.isOver(context.now()) && stillStands(tail, request, context)) {
                var unfolding = new Unfolding(request, context).then(new Event.TailExpired(context.now(), tail));
                return Rounds.goOn(unfolding, unfolding.request().quantities().open());
            }
        }
        return null;
    }

    private static boolean stillStands(Tail tail, CapacityRequest request, Context context) {
        return Rights.unasked(request, context).stream()
                .anyMatch(verdict -> Rights.toOffer(verdict).contains(tail.right()));
    }
}
