package io.proviso.replay;

import io.proviso.desk.Command;
import io.proviso.desk.Reservation;
import io.proviso.replay.Agenda.Phase;
import io.proviso.replay.Draws.Channel;
import java.time.Instant;

/** How what one request reserved comes, late perhaps, and ends. */
final class SimulatedDelivery {
    private final World world;
    private final SimulatedRequest request;

    SimulatedDelivery(World world, SimulatedRequest request) {
        this.world = world;
        this.request = request;
    }

    /** It comes on the day reserved, but not before its provider's lead is over, however early that day was bid. */
    void reserved(Reservation reservation) {
        var provider = reservation.provider();
        var supply = world.market().supply(provider);
        var holding = world.holdings()
                .add(reservation, later(reservation.ready(), world.now().plus(supply.lead())));
        double draw = world.draws()
                .share(request.number(), Channel.SLIP, world.market().indexOf(provider));
        boolean slips = draw < supply.slips().share();
        at(holding.from(), () -> {
            if (slips) {
                slip(reservation, holding);
            } else {
                delivered(holding);
            }
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** On the day it is due, the provider says that it comes later. */
    private void slip(Reservation reservation, Holding due) {
        var by = world.market().supply(due.provider()).slips().by();
        var to = due.from().plus(by);
        request.decide(new Command.Slip(reservation.id(), 0, to, world.now()));
        var planned = new Reservation(
                reservation.id(), due.provider(), due.gpus(), due.price(), due.from(), reservation.term());
        var abatement = planned.abatement(world.scenario().buyer().delivery(), to);
        world.holdings().late(new LateDelivery(due.provider(), due.gpus(), by, abatement));
        var late = world.holdings().postpone(due, to);
        at(late.from(), () -> delivered(late));
    }

    private void delivered(Holding holding) {
        world.holdings().delivered(holding);
        at(holding.to(), () -> world.holdings().ended(holding));
    }

    private void at(Instant instant, Runnable action) {
        world.agenda().at(world.clock().second(instant), Phase.CAPACITY, action);
    }
}
