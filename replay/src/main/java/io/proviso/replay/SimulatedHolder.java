package io.proviso.replay;

import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Response;
import io.proviso.desk.Tail;
import io.proviso.replay.Draws.Channel;
import java.math.BigDecimal;
import java.util.Objects;

/** How the holders of rights answer the offers of one request; which offer it is, counts from 1. */
final class SimulatedHolder {
    private final World world;
    private final int request;

    SimulatedHolder(World world, int request) {
        this.world = world;
        this.request = request;
    }

    /** The bargain beside the price that the holder asks itself. */
    ReplayedRound.Cause.Bargain shown(Event.OfferedToMatch offered) {
        var list = world.market().supply(offered.right().supply()).price();
        var departures = offered.because().stream()
                .map(Tail.Departure::metric)
                .distinct()
                .toList();
        return new ReplayedRound.Cause.Bargain(
                Objects.requireNonNull(offered.bargain().price()), list, departures);
    }

    boolean isSilent(int offer) {
        return draw(Channel.ANSWER, offer) < world.market().answering().lapses();
    }

    long secondsToAnswer(int offer) {
        return world.market().answering().delay().seconds(draw(Channel.ANSWER_DELAY, offer));
    }

    /**
     * What a holder that is not silent says. It takes a bargain at its price and from its day, or from the first on which it can
     * deliver; whether that is a match is for the clause.
     */
    Response response(Offer open, ReplayedRound.Cause cause, int offer) {
        var supply = open.right().supply();
        long able = Math.min(open.gpus(), world.holdings().headroom(supply, world.now()));
        long useful = Math.min(open.gpus(), world.scenario().buyer().order().minimumGang());
        if (able < useful || !isWilling(cause, draw(Channel.ANSWER, offer))) {
            return new Response.Declines();
        }
        var from = world.market().supply(supply);
        var soonest = world.now().plus(from.lead());
        var bargain = open.bargain();
        return bargain == null
                ? new Response.Accepts(able, from.price(), soonest)
                : new Response.Accepts(able, null, SimulatedDelivery.later(bargain.start(), soonest));
    }

    private boolean isWilling(ReplayedRound.Cause cause, double draw) {
        var answering = world.market().answering();
        return switch (cause) {
            case ReplayedRound.Cause.Need _, ReplayedRound.Cause.TailExpired _ ->
                draw < answering.lapses() + answering.accepts();
            case ReplayedRound.Cause.Bargain bargain -> {
                var matching = answering.toMatch();
                var least = bargain.list().times(BigDecimal.valueOf(matching.downTo()));
                yield draw < answering.lapses() + matching.share()
                        && bargain.price().compareTo(least) >= 0;
            }
        };
    }

    private double draw(Channel channel, int offer) {
        return world.draws().share(request, channel, 0, offer - 1);
    }
}
