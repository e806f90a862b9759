package io.proviso.desk;

import io.proviso.agreement.ClauseName;
import io.proviso.desk.CapacityRequest.Phase;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
            var tail = ended(request, right, unfolding.now());
            if (tail != null) {
                unfolding.then(new Event.TailExpired(unfolding.now(), tail));
                Rounds.goOn(unfolding, unfolding.request().quantities().open());
                return true;
            }
        }
        return false;
    }

    /** The tail with which the freedom from a right ended: the last of all; null while some refusal still frees the customer, or none ever did. */
    static @Nullable Tail ended(CapacityRequest request, ClauseName right, Instant now) {
        var freedoms = request.freedoms(right);
        return freedoms.stream().allMatch(freedom -> freedom.isOver(now))
                ? freedoms.stream()
                        .map(Freedom::tail)
                        .flatMap(Stream::ofNullable)
                        .max(Comparator.comparing(Tail::expires, Comparator.nullsLast(Comparator.naturalOrder())))
                        .orElse(null)
                : null;
    }
}
