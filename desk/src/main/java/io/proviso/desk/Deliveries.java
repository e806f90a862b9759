package io.proviso.desk;

import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of reserved capacity: it slips, passes its acceptance test, is ended after the grace, or is prolonged. */
final class Deliveries {
    private Deliveries() {}

    static Decision slip(CapacityRequest request, Command.Slip command, Context context) {
        var reservation = request.reservation(command.reservation());
        var tranche = tranche(reservation, command.tranche());
        if (reservation == null || tranche == null || tranche.accepted() != null) {
            return nothing(request, command.reservation() + ", tranche " + command.tranche(), "is not on its way");
        }
        if (command.said().isAfter(context.now())) {
            return new Refused(
                    Rule.NOTHING_FROM_THE_FUTURE,
                    "reservation " + reservation.id() + ": what its provider said at " + command.said()
                            + " cannot be known at " + context.now(),
                    "Report when the provider said so.");
        }
        var slot = new Heard.Slot(reservation.id(), command.tranche());
        return request.standing().heard().isOutdated(slot, command.said())
                ? Decision.nothingNew()
                : new Unfolding(request, context)
                        .then(new Event.Slipped(
                                context.now(),
                                reservation.id(),
                                command.tranche(),
                                tranche.gpus(),
                                command.to(),
                                command.said()))
                        .decided();
    }

    static Decision accept(CapacityRequest request, Command.AcceptTranche command, Context context) {
        var reservation = request.reservation(command.reservation());
        var tranche = tranche(reservation, command.tranche());
        if (reservation == null || tranche == null || command.passed().isAfter(context.now())) {
            return nothing(request, command.reservation() + ", tranche " + command.tranche(), "has not come");
        }
        if (tranche.accepted() != null) {
            return tranche.accepted().equals(command.passed())
                    ? Decision.nothingNew()
                    : nothing(request, reservation.id(), "was accepted at " + tranche.accepted());
        }
        return new Unfolding(request, context)
                .then(new Event.TrancheAccepted(context.now(), reservation.id(), command.tranche(), command.passed()))
                .decided();
    }

    static Decision prolong(CapacityRequest request, Command.Prolong command, Context context) {
        var reservation = request.reservation(command.reservation());
        var option = request.need().circumstances().delivery().extension();
        if (reservation == null || option == null || context.now().isAfter(option.exerciseBy())) {
            return nothing(request, command.reservation(), "has no option to prolong it that is still open");
        }
        return request.standing().heard().prolonged().contains(reservation.id())
                ? Decision.nothingNew()
                : new Unfolding(request, context)
                        .then(new Event.Prolonged(context.now(), reservation.id(), option))
                        .decided();
    }

    /** Whether the customer may end what has not come of a reservation. */
    static boolean mayEnd(Reservation reservation, CapacityRequest request, Instant now) {
        var terms = request.need().circumstances().delivery();
        return reservation.tranches().stream().anyMatch(tranche -> tranche.mayBeEnded(terms, now));
    }

    private static Reservation.@Nullable Tranche tranche(@Nullable Reservation reservation, int tranche) {
        return reservation == null
                        || tranche < 0
                        || tranche >= reservation.tranches().size()
                ? null
                : reservation.tranches().get(tranche);
    }

    static Refused nothing(CapacityRequest request, String what, String why) {
        return new Refused(
                Rule.NO_SUCH_RESERVATION,
                "request " + request.need().id() + ": " + what + " " + why,
                "Its reservations are "
                        + request.reservations().stream().map(Reservation::id).toList() + ".");
    }
}
