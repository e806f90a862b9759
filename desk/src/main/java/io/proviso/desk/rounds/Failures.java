package io.proviso.desk.rounds;

import io.proviso.agreement.clause.Preemption.OnFailure;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Reservation;
import org.jspecify.annotations.Nullable;

/** Reserved capacity that will not come is looked for again, without the holder that failed (edge case 18). */
@CheckReturnValue
final class Failures {
    private Failures() {}

    static @Nullable Refused fail(Unfolding unfolding, Command.Fail command) {
        var request = unfolding.request();
        var reservation = request.reservation(command.reservation());
        if (reservation == null || request.phase() != CapacityRequest.Phase.CLOSED) {
            return new Refused(
                    Rule.NO_SUCH_RESERVATION,
                    "request " + request.need().id() + ": " + command.reservation()
                            + (reservation == null
                                    ? " is no reservation of it"
                                    : " can fail when the request is closed"),
                    reservation == null
                            ? "Its reservations are "
                                    + request.reservations().stream()
                                            .map(Reservation::id)
                                            .toList()
                                    + "."
                            : "Award or withdraw what is still open first.");
        }
        return fail(unfolding, reservation, command.reason());
    }

    /** After the grace the customer may end what has not come; what was accepted stays. */
    static @Nullable Refused end(Unfolding unfolding, Command.EndUndelivered command) {
        var request = unfolding.request();
        var reservation = request.reservation(command.reservation());
        var closed = request.phase() == CapacityRequest.Phase.CLOSED;
        return reservation == null || !closed || !Deliveries.mayEnd(reservation, request, unfolding.now())
                ? Deliveries.nothing(request, command.reservation(), "cannot be ended at " + unfolding.now())
                : fail(unfolding, reservation, "not delivered within the grace");
    }

    private static @Nullable Refused fail(Unfolding unfolding, Reservation reservation, String reason) {
        var request = unfolding.request();
        var gpus = reservation.undelivered();
        if (gpus == 0) {
            return Deliveries.nothing(request, reservation.id(), "was delivered in full");
        }
        var offer = request.offer(reservation.id());
        var now = unfolding.now();
        if (offer == null) {
            unfolding.then(new Event.Failed(now, reservation.id(), gpus, null, null, reason));
        } else {
            var right = offer.right().name();
            var loses = offer.clock().pinned().terms().preemption().conduct().onFailure();
            unfolding
                    .then(new Event.Failed(now, reservation.id(), gpus, right, loses, reason))
                    .then(new Event.RightSetAside(now, right, why(loses)));
        }
        Rounds.goOn(unfolding, gpus);
        return null;
    }

    private static Event.RightSetAside.Why why(OnFailure loses) {
        return switch (loses) {
            case THIS_NEED -> Event.RightSetAside.Why.FAILED_THIS_NEED;
            case GENERALLY -> Event.RightSetAside.Why.LOST_GENERALLY;
        };
    }
}
