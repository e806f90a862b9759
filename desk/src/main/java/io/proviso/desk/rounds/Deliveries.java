package io.proviso.desk.rounds;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Heard;
import io.proviso.desk.Reservation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of reserved capacity: it slips, passes its acceptance test, is ended after the grace, or is prolonged. */
@CheckReturnValue
final class Deliveries {
    private Deliveries() {}

    static @Nullable Refused slip(Unfolding unfolding, Command.Slip command) {
        var request = unfolding.request();
        var reservation = request.reservation(command.reservation());
        var tranche = tranche(reservation, command.tranche());
        if (reservation == null || tranche == null || tranche.accepted() != null) {
            return nothing(request, command.reservation() + ", tranche " + command.tranche(), "is not on its way");
        }
        if (command.said().isAfter(unfolding.now())) {
            return new Refused(
                    Rule.NOTHING_FROM_THE_FUTURE,
                    "reservation " + reservation.id() + ": what its provider said at " + command.said()
                            + " cannot be known at " + unfolding.now(),
                    "Report when the provider said so.");
        }
        var slot = new Heard.Slot(reservation.id(), command.tranche());
        if (!request.standing().heard().isOutdated(slot, command.said())) {
            unfolding.then(new Event.Slipped(
                    unfolding.now(),
                    reservation.id(),
                    command.tranche(),
                    tranche.gpus(),
                    command.to(),
                    command.said()));
        }
        return null;
    }

    static @Nullable Refused accept(Unfolding unfolding, Command.AcceptTranche command) {
        var request = unfolding.request();
        var reservation = request.reservation(command.reservation());
        var tranche = tranche(reservation, command.tranche());
        if (reservation == null || tranche == null || command.passed().isAfter(unfolding.now())) {
            return nothing(request, command.reservation() + ", tranche " + command.tranche(), "has not come");
        }
        if (tranche.accepted() != null) {
            return tranche.accepted().equals(command.passed())
                    ? null
                    : nothing(request, reservation.id(), "was accepted at " + tranche.accepted());
        }
        unfolding.then(
                new Event.TrancheAccepted(unfolding.now(), reservation.id(), command.tranche(), command.passed()));
        return null;
    }

    static @Nullable Refused prolong(Unfolding unfolding, Command.Prolong command) {
        var request = unfolding.request();
        var reservation = request.reservation(command.reservation());
        var option = request.need().circumstances().delivery().extension();
        if (reservation == null || option == null || unfolding.now().isAfter(option.exerciseBy())) {
            return nothing(request, command.reservation(), "has no option to prolong it that is still open");
        }
        if (!request.standing().heard().prolonged().contains(reservation.id())) {
            unfolding.then(new Event.Prolonged(unfolding.now(), reservation.id(), option));
        }
        return null;
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
