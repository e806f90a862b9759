package io.proviso.replay;

import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Desk;
import io.proviso.desk.Event;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.replay.Agenda.Phase;
import io.proviso.replay.Draws.Channel;
import io.proviso.units.Provider;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One capacity request on its way through the desk, on a virtual clock. The desk decides everything; what is simulated is the
 * other side: a notice arrives at once, holders answer and providers bid as their {@link Market} behaviour says.
 */
final class SimulatedRequest {
    private final World world;
    private final int number;
    private final Map<Provider, Long> promised = new HashMap<>();
    private State state = State.NOT_REQUESTED;
    private @Nullable Round round;
    /** A holder that declined does not bid for the same capacity; one that was too late does. */
    private @Nullable Provider turnedDown;

    SimulatedRequest(World world, int number) {
        this.world = world;
        this.number = number;
    }

    /** Asks for capacity from every provider of the market. */
    void begin(long gpus) {
        var candidates = world.market().supplies().stream()
                .map(supply -> new Candidate(supply.provider()))
                .toList();
        var terms = world.scenario().buyer().order().terms(gpus, world.now());
        decide(new Command.Request("r-" + number, terms, candidates));
    }

    /** Looks at an open round again. */
    void review() {
        decide(new Command.Review(world.now()));
    }

    boolean isClosed() {
        return state instanceof CapacityRequest request && request.phase() == CapacityRequest.Phase.CLOSED;
    }

    /** GPUs asked for that are neither reserved nor given up. */
    long outstanding() {
        return state instanceof CapacityRequest request
                ? request.quantities().open() + request.quantities().released()
                : 0;
    }

    /** Its round of first refusal, null if it has none. */
    @Nullable
    Round round() {
        return round;
    }

    private Decision decision(Command command) {
        return Desk.decide(state, command, new Context(world.rulings().now(), world.basis(), world.now()));
    }

    private void decide(Command command) {
        switch (decision(command)) {
            case Decision.Decided(List<Event> events) -> happened(events);
            case Decision.Refused refused ->
                throw new IllegalArgumentException("scenario "
                        + world.scenario().name() + ": the desk refused a "
                        + command.getClass().getSimpleName() + ": " + refused.message() + "\n" + refused.advice());
        }
    }

    private void happened(List<Event> events) {
        for (var event : events) {
            state = Desk.evolve(state, event);
        }
        world.rulings().after(events);
        for (var event : events) {
            happened(event);
        }
    }

    private void happened(Event event) {
        switch (event) {
            case Event.Offered offered -> offered(offered);
            case Event.OfferedToMatch match ->
                offered(new Event.Offered(
                        match.at(),
                        match.offer(),
                        match.right(),
                        match.bargain().gpus()));
            case Event.Received received -> received(received);
            case Event.DeadlineMoved moved -> {
                round = begun().due(moved.to().utc());
                expireAfter(moved.to().utc());
            }
            case Event.Accepted accepted -> round = begun().accepted(accepted.at(), accepted.gpus());
            case Event.Declined declined -> turnedDown(declined);
            case Event.Waived waived -> turnedDown(waived);
            case Event.Lapsed lapsed -> round = begun().ended(lapsed.at(), Round.Ending.LAPSED);
            case Event.Moot moot -> round = begun().ended(moot.at(), Round.Ending.MOOT);
            case Event.Invited invited -> invited(invited);
            case Event.Reserved reserved -> reserved(reserved);
            case Event.Closed _, Event.Withdrawn _ -> close();
            case Event.Requested _,
                    Event.Defective _,
                    Event.LateAnswer _,
                    Event.RemainderReleased _,
                    Event.Quoted _,
                    Event.Awarded _,
                    Event.TailOpened _,
                    Event.TailExpired _,
                    Event.RightSetAside _,
                    Event.Talks _,
                    Event.Delivery _ -> {}
        }
    }

    private void offered(Event.Offered offered) {
        round = Round.offered(number, offered);
        world.agenda()
                .at(
                        world.agenda().now(),
                        Phase.DESK,
                        () -> decide(new Command.ConfirmDelivery(offered.offer(), offered.at(), List.of())));
    }

    private void received(Event.Received received) {
        var due = received.receipt().deadline().utc();
        round = begun().due(due);
        expireAfter(due);
        var answering = world.market().answering();
        double draw = world.draws().share(number, Channel.ANSWER, 0);
        if (draw < answering.lapses()) {
            return;
        }
        boolean accepts = draw < answering.lapses() + answering.accepts();
        long at = world.clock().second(received.receipt().at())
                + answering.delay().seconds(world.draws().share(number, Channel.ANSWER_DELAY, 0));
        world.agenda().at(at, Phase.DESK, () -> answer(received.offer(), accepts));
    }

    private void answer(String offer, boolean accepts) {
        if (!(state instanceof CapacityRequest request) || request.openOffer() == null) {
            return;
        }
        var right = request.openOffer().right();
        decide(new Command.Answer(
                offer, offer + "/answer", right.holder(), world.now(), response(request, right.supply(), accepts)));
    }

    private Response response(CapacityRequest request, Provider supply, boolean accepts) {
        long asked = request.quantities().open();
        long able = Math.min(asked, world.holdings().headroom(supply, world.now()));
        if (!accepts || able < Math.min(asked, world.scenario().buyer().order().minimumGang())) {
            return new Response.Declines();
        }
        var from = world.market().supply(supply);
        return new Response.Accepts(able, from.price(), world.now().plus(from.lead()));
    }

    private void expireAfter(Instant deadline) {
        world.agenda().at(world.clock().second(deadline) + 1, Phase.DESK, () -> {
            if (state instanceof CapacityRequest request && isDue(request)) {
                decide(new Command.Expire(world.now()));
            }
        });
    }

    private boolean isDue(CapacityRequest request) {
        var open = request.openOffer();
        var receipt = open == null ? null : open.receipt();
        return receipt != null && world.now().isAfter(receipt.deadline().utc());
    }

    private void turnedDown(Event event) {
        if (state instanceof CapacityRequest request && !request.offers().isEmpty()) {
            turnedDown = request.offers().getLast().right().supply();
        }
        round = begun().ended(event.at(), Round.Ending.DECLINED);
    }

    private void invited(Event.Invited invited) {
        var bidding = world.market().bidding();
        for (var ruled : invited.invited()) {
            var provider = ruled.candidate().provider();
            int index = world.market().indexOf(provider);
            boolean bids = world.draws().share(number, Channel.BID, index) < bidding.bids();
            if (bids && !provider.equals(turnedDown)) {
                long after = bidding.delay().seconds(world.draws().share(number, Channel.BID_DELAY, index));
                world.agenda().at(world.agenda().now() + after, Phase.DESK, () -> bid(provider));
            }
        }
        world.agenda().at(world.agenda().now() + bidding.closes().toSeconds(), Phase.DESK, () -> award());
    }

    private void bid(Provider provider) {
        if (!(state instanceof CapacityRequest request) || request.phase() != CapacityRequest.Phase.INVITED) {
            return;
        }
        long able = Math.min(request.quantities().released(), world.holdings().headroom(provider, world.now()));
        if (able < request.gangOfRemainder()) {
            return;
        }
        var from = world.market().supply(provider);
        world.holdings().promise(provider, able);
        promised.merge(provider, able, Long::sum);
        var accelerator = world.scenario().buyer().order().need().accelerator();
        decide(new Command.Quote(new Bid(
                provider.name() + "-bid",
                provider,
                accelerator,
                new Bid.Lot(request.gangOfRemainder(), able),
                from.price(),
                world.now().plus(from.lead()))));
    }

    private void award() {
        if (!(state instanceof CapacityRequest request) || request.phase() != CapacityRequest.Phase.INVITED) {
            return;
        }
        switch (decision(new Command.Award())) {
            case Decision.Decided(List<Event> events) -> happened(events);
            case Decision.Refused _ -> decide(new Command.Withdraw("no bid that could be awarded", world.now()));
        }
    }

    private void reserved(Event.Reserved reserved) {
        var reservation = reserved.reservation();
        var provider = reservation.provider();
        var holding = world.holdings().add(reservation);
        double draw = world.draws().share(number, Channel.SLIP, world.market().indexOf(provider));
        boolean slips = draw < world.market().supply(provider).slips().share();
        atCapacity(holding.from(), () -> {
            if (slips) {
                slip(reservation.id(), holding);
            } else {
                delivered(holding);
            }
        });
    }

    /** On the day it is due, the provider says that it comes later. */
    private void slip(String reservation, Holding due) {
        var to = due.from().plus(world.market().supply(due.provider()).slips().by());
        decide(new Command.Slip(reservation, 0, to));
        var late = world.holdings().postpone(due, to);
        atCapacity(late.from(), () -> delivered(late));
    }

    private void delivered(Holding holding) {
        world.holdings().delivered(holding);
        atCapacity(holding.to(), () -> world.holdings().ended(holding));
    }

    private void atCapacity(Instant instant, Runnable action) {
        world.agenda().at(world.clock().second(instant), Phase.CAPACITY, action);
    }

    private void close() {
        promised.forEach((provider, gpus) -> world.holdings().promise(provider, -gpus));
        promised.clear();
    }

    private Round begun() {
        if (round == null) {
            throw new IllegalStateException("request r-" + number + ": a round ended that never began");
        }
        return round;
    }
}
