package io.proviso.desk.rounds;

import io.proviso.desk.CapacityRequest.Phase;
import io.proviso.desk.Event;

/** The end of the customer's freedom: a right whose tail is over without an award stands again. */
final class Tails {
    private Tails() {}

    /** Begins a new round for what was released, if the customer is no longer free of some right; whether it did. */
    static boolean renew(Unfolding unfolding) {
        var request = unfolding.request();
        if (request.phase() != Phase.INVITED) {
            return false;
        }
        for (var right : unfolding.lineup().rights()) {
            var tail = request.ended(right, unfolding.now());
            if (tail != null) {
                unfolding.then(new Event.TailExpired(unfolding.now(), tail));
                Rounds.goOn(unfolding, unfolding.request().quantities().open());
                return true;
            }
        }
        return false;
    }
}
