package io.proviso.desk;

import io.proviso.agreement.Preemption.OnFailure;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;

/** Reserved capacity that will not come is looked for again, without the holder that failed (facts 8, 18). */
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
        var gpus = reservation.gpus();
        var offer = request.offer(reservation.id());
        var unfolding = new Unfolding(request, context);
        if (offer == null) {
            unfolding.then(new Event.Failed(context.now(), reservation.id(), gpus, null, null, command.reason()));
            return Rounds.goOn(unfolding, gpus);
        }
        var right = offer.right().name();
        var loses = offer.clock().pinned().terms().preemption().conduct().onFailure();
        unfolding
                .then(new Event.Failed(context.now(), reservation.id(), gpus, right, loses, command.reason()))
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
