package io.proviso.replay;

import io.proviso.desk.Command;
import io.proviso.desk.Reservation;
import io.proviso.replay.Agenda.Phase;
import io.proviso.replay.Draws.Channel;
import io.proviso.replay.Undelivered.Promise;
import io.proviso.replay.Undelivered.Why;
import java.time.Duration;
import java.time.Instant;

/** How what one request reserved comes, late perhaps or never, and ends. */
final class SimulatedDelivery {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final World world;
    private final SimulatedRequest request;
    private int underway;

    SimulatedDelivery(World world, SimulatedRequest request) {
        this.world = world;
        this.request = request;
    }

    /** Whether anything reserved is still to come, and may have to be looked for again. */
    boolean isUnderway() {
        return underway > 0;
    }

    /** It comes on the day reserved, but not before its provider's lead is over, however early that day was bid. */
    void reserved(Reservation reservation) {
        var provider = reservation.provider();
        var supply = world.market().supply(provider);
        var holding = world.holdings()
                .add(reservation, later(reservation.ready(), world.now().plus(supply.lead())));
        underway++;
        double draw = world.draws()
                .share(request.number(), Channel.SLIP, world.market().indexOf(provider));
        boolean slips = draw < supply.slips().share();
        boolean never = !slips && draw < supply.slips().share() + supply.slips().never();
        at(holding.from(), () -> {
            if (never) {
                fails(reservation, holding);
            } else if (slips) {
                slips(reservation, holding);
            } else {
                delivered(reservation, holding);
            }
        });
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** On the day it is due, the provider says that it will not come. While the request is open, the desk settles that first. */
    private void fails(Reservation reservation, Holding due) {
        if (request.isClosed()) {
            var command = new Command.Fail(reservation.id(), "its provider does not deliver");
            gone(due, due.from(), Why.GIVEN_UP_BY_ITS_PROVIDER, reservation.id(), command);
        } else {
            at(world.now().plus(A_DAY), () -> fails(reservation, due));
        }
    }

    /** On the day it is due, the provider says that it comes later. */
    private void slips(Reservation reservation, Holding due) {
        var by = world.market().supply(due.provider()).slips().by();
        var to = due.from().plus(by);
        request.decide(new Command.Slip(reservation.id(), 0, to, world.now()));
        var late = world.holdings().postpone(due, to);
        var grace = world.scenario().buyer().delivery().grace();
        if (grace == null || by.compareTo(grace) <= 0) {
            at(to, () -> deliveredLate(reservation, due, late));
        } else {
            at(due.from().plus(grace).plusSeconds(1), () -> graceOver(reservation, due, late));
        }
    }

    /** The customer ends what has not come, and looks elsewhere. What an open request reserved it cannot end yet. */
    private void graceOver(Reservation reservation, Holding due, Holding late) {
        if (request.isClosed()) {
            var command = new Command.EndUndelivered(reservation.id());
            gone(late, due.from(), Why.ENDED_AFTER_THE_GRACE, reservation.id(), command);
        } else {
            at(late.from(), () -> deliveredLate(reservation, due, late));
        }
    }

    private void gone(Holding holding, Instant due, Why why, String reservation, Command command) {
        var promise = request.isOffer(reservation) ? Promise.ACCEPTED_BY_A_HOLDER : Promise.AWARDED_TO_AN_ALTERNATE;
        world.holdings().cancel(holding, new Undelivered(holding.provider(), holding.gpus(), due, promise, why));
        underway--;
        request.keepOut(holding.provider());
        request.decide(command);
    }

    private void deliveredLate(Reservation reservation, Holding due, Holding late) {
        var planned = new Reservation(
                reservation.id(), due.provider(), due.gpus(), due.price(), due.from(), reservation.term());
        var abatement = planned.abatement(world.scenario().buyer().delivery(), late.from());
        var by = Duration.between(due.from(), late.from());
        world.holdings().late(new LateDelivery(due.provider(), due.gpus(), due.from(), by, abatement));
        delivered(reservation, late);
    }

    private void delivered(Reservation reservation, Holding holding) {
        underway--;
        request.decide(new Command.AcceptTranche(reservation.id(), 0, world.now()));
        world.holdings().delivered(holding);
        at(holding.to(), () -> world.holdings().ended(holding));
    }

    private void at(Instant instant, Runnable action) {
        world.agenda().at(world.clock().second(instant), Phase.CAPACITY, action);
    }
}
