package io.proviso.replay;

import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Desk;
import io.proviso.desk.Event;
import io.proviso.desk.State;
import io.proviso.desk.Tail;
import io.proviso.replay.Agenda.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One capacity request on its way through the desk, on a virtual clock. The desk decides everything; what is simulated is the
 * other side: a notice arrives at once, a {@link SimulatedHolder} answers, providers bid in a {@link SimulatedBidding}, and
 * what is reserved comes as a {@link SimulatedDelivery}.
 */
final class SimulatedRequest {
    /** After so many offers of one need the customer gives it up, lest it be asked about for ever. */
    static final int MOST_OFFERS = 20;

    private final World world;
    private final int number;
    private final SimulatedHolder holder;
    private final SimulatedBidding bidding;
    private final SimulatedDelivery delivery;
    private State state = State.NOT_REQUESTED;
    private @Nullable Round round;
    /** Since when a later offer keeps the customer from awarding; null if none does. */
    private @Nullable Instant reopened;

    private boolean tailExpired;

    SimulatedRequest(World world, int number) {
        this.world = world;
        this.number = number;
        this.holder = new SimulatedHolder(world, number);
        this.bidding = new SimulatedBidding(world, this);
        this.delivery = new SimulatedDelivery(world, this);
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

    int number() {
        return number;
    }

    boolean isClosed() {
        return state instanceof CapacityRequest request && request.phase() == CapacityRequest.Phase.CLOSED;
    }

    /** Counts up whenever a holder is asked again. */
    int epoch() {
        return state instanceof CapacityRequest request ? request.standing().epoch() : 0;
    }

    /** The request while it takes bids in that epoch, null otherwise. */
    @Nullable
    CapacityRequest invited(int epoch) {
        return state instanceof CapacityRequest request
                        && request.phase() == CapacityRequest.Phase.INVITED
                        && request.standing().epoch() == epoch
                ? request
                : null;
    }

    /** GPUs asked for that are neither reserved nor given up. */
    long outstanding() {
        return state instanceof CapacityRequest request ? outstanding(request) : 0;
    }

    static long outstanding(CapacityRequest request) {
        return request.quantities().open() + request.quantities().released();
    }

    /** Its round of first refusal, null if it has none. */
    @Nullable
    Round round() {
        return round;
    }

    int offers() {
        return round == null ? 0 : round.offers().size();
    }

    Decision decision(Command command) {
        return Desk.decide(state, command, new Context(world.rulings().now(), world.basis(), world.now()));
    }

    void decide(Command command) {
        switch (decision(command)) {
            case Decision.Decided(List<Event> events) -> happened(events);
            case Decision.Refused refused ->
                throw new IllegalArgumentException("scenario "
                        + world.scenario().name() + ": the desk refused a "
                        + command.getClass().getSimpleName() + ": " + refused.message() + "\n" + refused.advice());
        }
    }

    void happened(List<Event> events) {
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
            case Event.Offered made -> {
                var cause = tailExpired ? new Round.Cause.TailExpired() : new Round.Cause.Need();
                offered(made.at(), made.offer(), made.gpus(), cause);
            }
            case Event.OfferedToMatch made ->
                offered(made.at(), made.offer(), made.bargain().gpus(), holder.shown(made));
            case Event.Received received -> received(received);
            case Event.DeadlineMoved moved -> {
                change(last().due(moved.to().utc()));
                expireAfter(moved.to().utc());
            }
            case Event.Accepted accepted -> accepted(accepted);
            case Event.Declined declined -> refused(declined.at(), Round.Ending.DECLINED);
            case Event.Waived waived -> refused(waived.at(), Round.Ending.DECLINED);
            case Event.Lapsed lapsed -> ended(lapsed.at(), Round.Ending.LAPSED, 0);
            case Event.Moot moot -> ended(moot.at(), Round.Ending.MOOT, 0);
            case Event.TailOpened(Instant _, Tail tail) -> opened(tail);
            case Event.TailExpired(Instant at, Tail _) -> {
                tailExpired = true;
                reopened = reopened == null ? at : reopened;
                round = begun().tailExpired();
                bidding.end();
            }
            case Event.Invited invited -> bidding.invite(invited, holder.turnedDown());
            case Event.Reserved reserved -> delivery.reserved(reserved.reservation());
            case Event.Closed _, Event.Withdrawn _ -> {
                awardable();
                bidding.end();
            }
            case Event.Requested _,
                    Event.Defective _,
                    Event.LateAnswer _,
                    Event.RemainderReleased _,
                    Event.Quoted _,
                    Event.Awarded _,
                    Event.RightSetAside _,
                    Event.Talks _,
                    Event.Delivery _ -> {}
        }
    }

    private void offered(Instant at, String offer, long gpus, Round.Cause cause) {
        var made = new Round.Offer(at, gpus, cause, null, Round.Outcome.OPEN);
        if (made.isAgain() && reopened == null) {
            reopened = at;
        }
        tailExpired = false;
        round = round == null ? Round.of(number, made) : round.offered(made);
        world.agenda()
                .at(world.agenda().now(), Phase.DESK, () -> decide(new Command.ConfirmDelivery(offer, at, List.of())));
    }

    private void received(Event.Received received) {
        var due = received.receipt().deadline().utc();
        change(last().due(due));
        expireAfter(due);
        if (holder.isSilent(offers())) {
            return;
        }
        long at = world.clock().second(received.receipt().at()) + holder.secondsToAnswer(offers());
        world.agenda().at(at, Phase.DESK, () -> answer(received.offer()));
    }

    private void answer(String offer) {
        if (state instanceof CapacityRequest request && request.openOffer() != null) {
            var open = request.openOffer();
            var response = holder.response(open, last().cause(), offers());
            decide(new Command.Answer(offer, offer + "/answer", open.right().holder(), world.now(), response));
        }
    }

    private void accepted(Event.Accepted accepted) {
        var ending = accepted.gpus() < last().gpus() ? Round.Ending.PARTIAL : Round.Ending.ACCEPTED;
        ended(accepted.at(), ending, accepted.gpus());
    }

    private void refused(Instant at, Round.Ending ending) {
        if (state instanceof CapacityRequest request && !(last().cause() instanceof Round.Cause.Bargain)) {
            holder.turnsDown(request.offers().getLast().right().supply());
        }
        ended(at, ending, 0);
    }

    private void ended(Instant at, Round.Ending ending, long accepted) {
        change(last().ended(new Round.Outcome(ending, at, accepted)));
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

    private void opened(Tail tail) {
        if (tail.expires() != null) {
            world.agenda().at(world.clock().second(tail.expires()) + 1, Phase.DESK, () -> expire(tail));
        }
    }

    /** Nothing was signed while the refusal freed the customer. */
    private void expire(Tail tail) {
        if (!(state instanceof CapacityRequest request)
                || request.phase() != CapacityRequest.Phase.INVITED
                || !request.standing().tails().contains(tail)) {
            return;
        }
        if (offers() >= MOST_OFFERS) {
            giveUp();
        } else if (decision(new Command.Expire(world.now())) instanceof Decision.Decided(List<Event> events)) {
            happened(events);
        }
    }

    void giveUp() {
        decide(new Command.Withdraw("its holder was asked " + offers() + " times", world.now()));
    }

    /** The customer could award now: a later offer keeps it no longer. */
    void awardable() {
        if (reopened != null) {
            round = begun().reopenedFor(Duration.between(reopened, world.now()));
            reopened = null;
        }
    }

    private Round.Offer last() {
        return begun().last();
    }

    private void change(Round.Offer changed) {
        round = begun().last(changed);
    }

    private Round begun() {
        if (round == null) {
            throw new IllegalStateException("request r-" + number + ": a round ended that never began");
        }
        return round;
    }
}
