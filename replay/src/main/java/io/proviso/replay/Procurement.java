package io.proviso.replay;

import io.proviso.agreement.Rulings;
import io.proviso.desk.Basis;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes capacity requests through the desk on a virtual clock. The desk decides everything; what is simulated is the other
 * side: a notice arrives at once, holders answer and providers bid as their {@link Market} behaviour says.
 */
final class Procurement {
    private final Scenario scenario;
    private final Rulings rulings;
    private final Agenda agenda;
    private final VirtualClock clock;
    private final Holdings holdings;
    private final Draws draws;
    private final List<Candidate> candidates;
    private final Map<Integer, Running> running = new LinkedHashMap<>();
    private final List<Round> rounds = new ArrayList<>();
    private int requests;

    /** One request on its way. */
    private static final class Running {
        final int number;
        State state = State.NOT_REQUESTED;

        @Nullable
        Round round;

        final Map<Provider, Long> promised = new HashMap<>();
        /** A holder that declined does not bid for the same capacity; one that was too late does. */
        @Nullable
        Provider turnedDown;

        Running(int number) {
            this.number = number;
        }
    }

    Procurement(Scenario scenario, Rulings rulings, Agenda agenda, VirtualClock clock, Holdings holdings, Draws draws) {
        this.scenario = scenario;
        this.rulings = rulings;
        this.agenda = agenda;
        this.clock = clock;
        this.holdings = holdings;
        this.draws = draws;
        this.candidates = scenario.market().supplies().stream()
                .map(supply -> new Candidate(supply.provider()))
                .toList();
    }

    /** Asks for capacity from every provider of the market. */
    void request(long gpus) {
        var begun = new Running(++requests);
        running.put(begun.number, begun);
        var terms = scenario.buyer().order().terms(gpus, clock.instant(agenda.now()));
        decide(begun, new Command.Request("r-" + begun.number, terms, candidates));
    }

    /** Where the portfolio moves, open rounds are looked at again. */
    void review() {
        for (var open : List.copyOf(running.values())) {
            if (basis().moves()) {
                decide(open, new Command.Review(clock.instant(agenda.now())));
            }
        }
    }

    /** GPUs asked for that are neither reserved nor given up. */
    long outstanding() {
        long gpus = 0;
        for (var open : running.values()) {
            if (open.state instanceof CapacityRequest request) {
                gpus += request.quantities().open() + request.quantities().released();
            }
        }
        return gpus;
    }

    int requests() {
        return requests;
    }

    /** Those that ended in their order, then those still open. */
    List<Round> rounds() {
        var all = new ArrayList<>(rounds);
        running.values().forEach(open -> {
            if (open.round != null) {
                all.add(open.round);
            }
        });
        return all;
    }

    private Basis basis() {
        return scenario.ground().basis();
    }

    private Decision decision(Running of, Command command) {
        return Desk.decide(of.state, command, new Context(rulings, basis(), clock.instant(agenda.now())));
    }

    private void decide(Running of, Command command) {
        switch (decision(of, command)) {
            case Decision.Decided(List<Event> events) -> happened(of, events);
            case Decision.Refused refused ->
                throw new IllegalArgumentException("scenario " + scenario.name() + ": the desk refused a "
                        + command.getClass().getSimpleName() + ": " + refused.message() + "\n" + refused.advice());
        }
    }

    private void happened(Running to, List<Event> events) {
        for (var event : events) {
            to.state = Desk.evolve(to.state, event);
        }
        for (var event : events) {
            happened(to, event);
        }
    }

    private void happened(Running to, Event event) {
        switch (event) {
            case Event.Offered offered -> offered(to, offered);
            case Event.Received received -> received(to, received);
            case Event.DeadlineMoved moved -> {
                round(to, round(to).due(moved.to().utc()));
                expireAfter(to, moved.to().utc());
            }
            case Event.Accepted accepted -> round(to, round(to).accepted(accepted.at(), accepted.gpus()));
            case Event.Declined declined -> turnedDown(to, declined);
            case Event.Waived waived -> turnedDown(to, waived);
            case Event.Lapsed lapsed -> round(to, round(to).ended(lapsed.at(), Round.Ending.LAPSED));
            case Event.Moot moot -> round(to, round(to).ended(moot.at(), Round.Ending.MOOT));
            case Event.Invited invited -> invited(to, invited);
            case Event.Reserved reserved -> reserved(reserved);
            case Event.Closed _, Event.Withdrawn _ -> close(to);
            case Event.Requested _,
                    Event.Defective _,
                    Event.LateAnswer _,
                    Event.RemainderReleased _,
                    Event.Quoted _,
                    Event.Awarded _ -> {}
        }
    }

    private void offered(Running to, Event.Offered offered) {
        to.round = Round.offered(to.number, offered);
        decideLater(to, agenda.now(), () -> new Command.ConfirmDelivery(offered.offer(), offered.at(), List.of()));
    }

    private void received(Running to, Event.Received received) {
        var due = received.receipt().deadline().utc();
        round(to, round(to).due(due));
        expireAfter(to, due);
        var answering = scenario.market().answering();
        double draw = draws.share(to.number, Channel.ANSWER, 0);
        if (draw < answering.lapses()) {
            return;
        }
        boolean accepts = draw < answering.lapses() + answering.accepts();
        long at = clock.second(received.receipt().at())
                + answering.delay().seconds(draws.share(to.number, Channel.ANSWER_DELAY, 0));
        agenda.at(at, Phase.DESK, () -> answer(to, received.offer(), accepts));
    }

    private void answer(Running to, String offer, boolean accepts) {
        if (!(to.state instanceof CapacityRequest request) || request.openOffer() == null) {
            return;
        }
        var right = request.openOffer().right();
        decide(
                to,
                new Command.Answer(
                        offer, offer + "/answer", right.holder(), now(), response(request, right.supply(), accepts)));
    }

    private Response response(CapacityRequest request, Provider supply, boolean accepts) {
        long asked = request.quantities().open();
        long able = Math.min(asked, holdings.headroom(supply, now()));
        if (!accepts || able < Math.min(asked, scenario.buyer().order().minimumGang())) {
            return new Response.Declines();
        }
        var from = scenario.market().supply(supply);
        return new Response.Accepts(able, from.price(), now().plus(from.lead()));
    }

    private void expireAfter(Running to, Instant deadline) {
        agenda.at(clock.second(deadline) + 1, Phase.DESK, () -> {
            if (to.state instanceof CapacityRequest request && isDue(request)) {
                decide(to, new Command.Expire(now()));
            }
        });
    }

    private boolean isDue(CapacityRequest request) {
        var open = request.openOffer();
        var receipt = open == null ? null : open.receipt();
        return receipt != null && now().isAfter(receipt.deadline().utc());
    }

    private void turnedDown(Running to, Event event) {
        if (to.state instanceof CapacityRequest request && !request.offers().isEmpty()) {
            to.turnedDown = request.offers().getLast().right().supply();
        }
        round(to, round(to).ended(event.at(), Round.Ending.DECLINED));
    }

    private void invited(Running to, Event.Invited invited) {
        var bidding = scenario.market().bidding();
        for (var ruled : invited.invited()) {
            var provider = ruled.candidate().provider();
            int index = candidates.indexOf(ruled.candidate());
            boolean bids = draws.share(to.number, Channel.BID, index) < bidding.bids();
            if (bids && !provider.equals(to.turnedDown)) {
                long after = bidding.delay().seconds(draws.share(to.number, Channel.BID_DELAY, index));
                agenda.at(agenda.now() + after, Phase.DESK, () -> bid(to, provider));
            }
        }
        agenda.at(agenda.now() + bidding.closes().toSeconds(), Phase.DESK, () -> award(to));
    }

    private void bid(Running to, Provider provider) {
        if (!(to.state instanceof CapacityRequest request) || request.phase() != CapacityRequest.Phase.INVITED) {
            return;
        }
        long able = Math.min(request.quantities().released(), holdings.headroom(provider, now()));
        long gang = Math.min(request.gangOfRemainder(), able);
        if (able < request.gangOfRemainder()) {
            return;
        }
        var from = scenario.market().supply(provider);
        holdings.promise(provider, able);
        to.promised.merge(provider, able, Long::sum);
        var accelerator = scenario.buyer().order().need().accelerator();
        decide(
                to,
                new Command.Quote(new Bid(
                        provider.name() + "-bid",
                        provider,
                        accelerator,
                        new Bid.Lot(gang, able),
                        from.price(),
                        now().plus(from.lead()))));
    }

    private void award(Running to) {
        if (!(to.state instanceof CapacityRequest request) || request.phase() != CapacityRequest.Phase.INVITED) {
            return;
        }
        switch (decision(to, new Command.Award())) {
            case Decision.Decided(List<Event> events) -> happened(to, events);
            case Decision.Refused _ -> decide(to, new Command.Withdraw("no bid that could be awarded", now()));
        }
    }

    private void reserved(Event.Reserved reserved) {
        var holding = holdings.add(reserved.reservation());
        agenda.at(clock.second(holding.from()), Phase.CAPACITY, () -> holdings.delivered(holding));
        agenda.at(clock.second(holding.to()), Phase.CAPACITY, () -> holdings.ended(holding));
    }

    private void close(Running closed) {
        closed.promised.forEach((provider, gpus) -> holdings.promise(provider, -gpus));
        closed.promised.clear();
        if (closed.round != null) {
            rounds.add(closed.round);
        }
        running.remove(closed.number);
    }

    private Round round(Running of) {
        var round = of.round;
        if (round == null) {
            throw new IllegalStateException("request r-" + of.number + ": a round ended that never began");
        }
        return round;
    }

    private void round(Running of, Round next) {
        of.round = next;
    }

    private void decideLater(Running to, long second, Supplier<Command> command) {
        agenda.at(second, Phase.DESK, () -> decide(to, command.get()));
    }

    private Instant now() {
        return clock.instant(agenda.now());
    }
}
