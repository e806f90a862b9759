package io.proviso.desk;

import io.proviso.units.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is paid for a reservation, used or not: one price for its term, another while an option prolongs it.
 *
 * <p>Fees start with acceptance, not with the plan: each tranche runs through all stretches from then.
 */
public record Fees(Reservation reservation, List<Stretch> stretches) {
    /** That price per GPU-hour, until so long after acceptance. */
    public record Stretch(Duration until, Money price) {}

    public Fees {
        stretches = List.copyOf(stretches);
    }

    /** As the request stands, with its option if that was used for this reservation. */
    public static Fees of(Reservation reservation, CapacityRequest request) {
        var term = new Stretch(reservation.term(), reservation.price());
        var option = request.need().circumstances().delivery().extension();
        if (option == null || !request.standing().heard().prolonged().contains(reservation.id())) {
            return new Fees(reservation, List.of(term));
        }
        return new Fees(reservation, List.of(term, new Stretch(term.until().plus(option.by()), option.price())));
    }

    /** For all of it and all stretches. */
    public Money whole() {
        var whole = Money.zero(reservation.price().currency());
        var from = Duration.ZERO;
        for (var stretch : stretches) {
            var hours = stretch.until().minus(from).toHours();
            whole = whole.plus(stretch.price().times(reservation.gpus()).times(hours));
            from = stretch.until();
        }
        return whole;
    }

    /** What is to be paid per hour at that instant: each tranche accepted by then, until its last stretch is over. */
    public Money perHour(Instant at) {
        return reservation.tranches().stream()
                .map(tranche -> price(tranche, at).times(tranche.gpus()))
                .reduce(Money.zero(reservation.price().currency()), Money::plus);
    }

    private Money price(Reservation.Tranche tranche, Instant at) {
        var accepted = tranche.accepted();
        if (accepted != null && !at.isBefore(accepted)) {
            for (var stretch : stretches) {
                if (at.isBefore(accepted.plus(stretch.until()))) {
                    return stretch.price();
                }
            }
        }
        return Money.zero(reservation.price().currency());
    }
}
