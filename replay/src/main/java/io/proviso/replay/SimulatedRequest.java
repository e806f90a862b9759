package io.proviso.replay;

import io.proviso.calendar.UnlistedYear;
import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Event.Declined.Because;
import io.proviso.desk.Offer;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Particulars;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.desk.Tail;
import io.proviso.desk.rounds.Desk;
import io.proviso.replay.Agenda.Phase;
import io.proviso.units.Provider;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One capacity request on its way through the desk, on a virtual clock. The desk decides everything; what is simulated is the
 * other side: a notice arrives at once, a {@link SimulatedHolder} answers, providers bid in a {@link SimulatedBidding}, and
 * what is reserved comes as a {@link SimulatedDelivery}.
 */
public final class SimulatedRequest {
    /** After so many offers of one need the customer gives it up, lest it be asked about for ever. */
    public static final int MOST_OFFERS = 20;

    private final World world;
    private final int number;
    private final SimulatedHolder holder;
    private final SimulatedBidding bidding;
    private final SimulatedDelivery delivery;
    private final OpenRound round;
    private final Set<UnlistedYear> unlisted = new LinkedHashSet<>();
    private State state = State.NOT_REQUESTED;

    SimulatedRequest(World world, int number) {
        this.world = world;
        this.number = number;
        this.holder = new SimulatedHolder(world, number);
        this.bidding = new SimulatedBidding(world, this);
        this.delivery = new SimulatedDelivery(world, this);
        this.round = new OpenRound(number);
    }

    /** Asks for capacity from every provider of the market. */
    void begin(long gpus) {
        var candidates = world.market().supplies().stream()
                .map(supply -> new Candidate(supply.provider()))
                .toList();
        var terms = world.scenario().buyer().order().terms(gpus, world.now());
        var delivery = world.scenario().buyer().delivery();
        decide(new Command.Request("r-" + number, terms, candidates, new Particulars(null, null, null, delivery)));
    }

    /** Looks at an open round again. */
    void review() {
        decide(new Command.Review(world.now()));
    }

    /** Years beyond a calendar's list on which a deadline of its offers depended. */
    Set<UnlistedYear> unlisted() {
        return unlisted;
    }

    int number() {
        return number;
    }

    boolean isClosed() {
        return state instanceof CapacityRequest request && request.phase() == CapacityRequest.Phase.CLOSED;
    }

    /** Whether nothing more can become of it: what it reserved has come as well. */
    boolean isSettled() {
        return isClosed() && !delivery.isUnderway();
    }

    /** Whether a reservation is what a holder accepted of that offer, and not an award. */
    boolean isOffer(String reservation) {
        return state instanceof CapacityRequest request && request.offer(reservation) != null;
    }

    /** That provider is not asked for this need again. */
    void keepOut(Provider provider) {
        bidding.keepOut(provider);
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
    ReplayedRound round() {
        return round.round();
    }

    int offers() {
        return round.offers();
    }

    Decision decision(Command command) {
        var others = new OtherRequests(List.of(), world.rulings().lost());
        return Desk.decide(state, command, new Context(world.rulings().now(), world.basis(), others, world.now()));
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
        world.rulings().after(events);
        for (var event : events) {
            state = Desk.evolve(state, event);
            followDeadline();
            happened(event);
        }
    }

    /** Whatever moved it: a receipt, a closure, more time, a clock that stood still. */
    private void followDeadline() {
        var open = openOffer();
        var receipt = open == null ? null : open.receipt();
        if (receipt != null) {
            unlisted.addAll(receipt.deadline().unlisted());
        }
        if (receipt != null && !receipt.deadline().utc().equals(round.last().deadline())) {
            round.due(receipt.deadline().utc());
            expireAfter(receipt.deadline().utc());
        }
    }

    private @Nullable Offer openOffer() {
        return state instanceof CapacityRequest request ? request.openOffer() : null;
    }

    private void happened(Event event) {
        switch (event) {
            case Event.Offered made -> offered(made.at(), made.offer(), made.gpus(), round.cause());
            case Event.OfferedToMatch made ->
                offered(made.at(), made.offer(), made.bargain().gpus(), holder.shown(made));
            case Event.Received received -> received(received);
            case Event.Accepted accepted -> accepted(accepted);
            case Event.Declined declined -> declined(declined);
            case Event.Waived waived -> round.ended(waived.at(), ReplayedRound.Ending.DECLINED, 0);
            case Event.Lapsed lapsed -> round.ended(lapsed.at(), ReplayedRound.Ending.LAPSED, 0);
            case Event.Moot moot -> round.ended(moot.at(), ReplayedRound.Ending.MOOT, 0);
            case Event.TailOpened(Instant _, Tail tail) -> opened(tail);
            case Event.TailExpired(Instant at, Tail _) -> {
                round.tailExpired(at);
                bidding.end();
            }
            case Event.Invited invited -> bidding.invite(invited);
            case Event.Reserved reserved -> delivery.reserved(reserved.reservation());
            case Event.Closed _, Event.Withdrawn _ -> {
                awardable();
                bidding.end();
            }
            case Event.Requested _,
                    Event.DeadlineMoved _,
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

    private void offered(Instant at, String offer, long gpus, ReplayedRound.Cause cause) {
        round.offered(at, gpus, cause);
        world.agenda()
                .at(world.agenda().now(), Phase.DESK, () -> decide(new Command.ConfirmDelivery(offer, at, List.of())));
    }

    private void received(Event.Received received) {
        if (holder.isSilent(offers())) {
            return;
        }
        long at = world.clock().second(received.receipt().at()) + holder.secondsToAnswer(offers());
        world.agenda().at(at, Phase.DESK, () -> answer(received.offer()));
    }

    private void answer(String offer) {
        var open = openOffer();
        if (open == null || !open.id().equals(offer)) {
            return;
        }
        var answer = answer(open, holder.response(open, round.last().cause(), offers()));
        switch (decision(answer)) {
            case Decision.Decided(List<Event> events) -> happened(events);
            case Decision.Refused refused ->
                decide(isOnOtherTerms(refused) ? answer(open, new Response.Declines()) : answer);
        }
    }

    /** An option is called on its own terms, and whoever cannot serve those lets it go. */
    private static boolean isOnOtherTerms(Decision.Refused refused) {
        return refused.rule() == Decision.Rule.AN_ANSWER_FITS_ITS_OFFER;
    }

    private Command.Answer answer(Offer open, Response response) {
        return new Command.Answer(open.id(), open.id() + "/answer", open.right().holder(), world.now(), response);
    }

    private void accepted(Event.Accepted accepted) {
        var ending =
                accepted.gpus() < round.last().gpus() ? ReplayedRound.Ending.PARTIAL : ReplayedRound.Ending.ACCEPTED;
        round.ended(accepted.at(), ending, accepted.gpus());
    }

    /** A holder that does not want the need does not bid for it either; one that was too late, or wanted it otherwise, does. */
    private void declined(Event.Declined declined) {
        if (declined.because() == Because.DECLINED
                && !(round.last().cause() instanceof ReplayedRound.Cause.Bargain)
                && state instanceof CapacityRequest request) {
            keepOut(request.offers().getLast().right().supply());
        }
        round.ended(declined.at(), ReplayedRound.Ending.DECLINED, 0);
    }

    private void expireAfter(Instant deadline) {
        world.agenda().at(world.clock().second(deadline) + 1, Phase.DESK, () -> {
            if (isDue()) {
                decide(new Command.Expire(world.now()));
            }
        });
    }

    private boolean isDue() {
        var open = openOffer();
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
        if (decision(new Command.Expire(world.now())) instanceof Decision.Decided(List<Event> events)) {
            if (offers() >= MOST_OFFERS) {
                giveUp();
            } else {
                happened(events);
            }
        }
    }

    void giveUp() {
        decide(new Command.Withdraw("its holder was asked " + offers() + " times", world.now()));
    }

    /** The customer could award now: a later offer keeps it no longer. */
    void awardable() {
        round.awardable(world.now());
    }
}
