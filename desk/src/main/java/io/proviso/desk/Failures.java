package io.proviso.desk;

import io.proviso.agreement.Preemption.OnFailure;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;

/** Reserved capacity that will not come is looked for again, without the holder that failed (edge case 18). */
final class Failures {
    private Failures() {}

    static Decision fail(CapacityRequest request, Command.Fail command, Context context) {
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
        return fail(request, reservation, command.reason(), context);
    }

    /** After the grace the customer may end what has not come; what was accepted stays. */
    static Decision end(CapacityRequest request, Command.EndUndelivered command, Context context) {
        var reservation = request.reservation(command.reservation());
        var closed = request.phase() == CapacityRequest.Phase.CLOSED;
        return reservation == null || !closed || !Deliveries.mayEnd(reservation, request, context.now())
                ? Deliveries.nothing(request, command.reservation(), "cannot be ended at " + context.now())
                : fail(request, reservation, "not delivered within the grace", context);
    }

    private static Decision fail(CapacityRequest request, Reservation reservation, String reason, Context context) {
        var gpus = reservation.undelivered();
        if (gpus == 0) {
            return Deliveries.nothing(request, reservation.id(), "was delivered in full");
        }
        var offer = request.offer(reservation.id());
        var unfolding = new Unfolding(request, context);
        if (offer == null) {
            unfolding.then(new Event.Failed(context.now(), reservation.id(), gpus, null, null, reason));
            return Rounds.goOn(unfolding, gpus);
        }
        var right = offer.right().name();
        var loses = offer.clock().pinned().terms().preemption().conduct().onFailure();
        unfolding
                .then(new Event.Failed(context.now(), reservation.id(), gpus, right, loses, reason))
                .then(new Event.RightSetAside(context.now(), right, why(loses)));
        return Rounds.goOn(unfolding, gpus);
    }

    private static Event.RightSetAside.Why why(OnFailure loses) {
        return switch (loses) {
            case THIS_NEED -> Event.RightSetAside.Why.FAILED_THIS_NEED;
            case GENERALLY -> Event.RightSetAside.Why.LOST_GENERALLY;
        };
    }
}
