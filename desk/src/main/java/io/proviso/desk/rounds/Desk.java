package io.proviso.desk.rounds;

import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Evolution;
import io.proviso.desk.Reservation;
import io.proviso.desk.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The capacity desk: what a command on one request leads to, and what an event makes of it. Server, replay and fault
 * simulation run this code, each under a clock of its own.
 *
 * <p>A round in order, with who decides it: {@code Requests} rules the candidates and offers to the holder of first
 * refusal; {@code Notices} starts the clock at a complete notice; {@code Answers} takes the first answer, and {@code AnswersInTime} is what it does; {@code
 * Expiry} lets an offer lapse or go moot; {@code Talks} counters, extends and tolls; {@code Acceptances} reserves what the
 * holder takes; {@code Rounds} turns to the next holder in rank, or releases the rest within a {@code Tail}; {@code
 * Alternates} invites and takes bids; {@code Awards} awards by {@code LeastCost}, unless {@code Matches} finds a holder that
 * must see the bargain first; {@code Failures} looks again for what is not delivered. {@code Rights} knows which right stands
 * before whom.
 */
@CheckReturnValue
public final class Desk {
    private Desk() {}

    /**
     * Decides a command. The rulings that decided are inside the events.
     *
     * @throws io.proviso.agreement.question.BadQuestion never on a new request, whose question is checked; later only if the
     *     portfolio lost a word the request uses
     */
    public static Decision decide(State state, Command command, Context context) {
        var unfolding = new Unfolding(state, context);
        return unfolding.decided(
                switch (state) {
                    case CapacityRequest _ -> goOn(unfolding, command);
                    case State.NotRequested _ -> begin(unfolding, command);
                });
    }

    /** The request after an event; the same history always gives the same state. */
    public static State evolve(State state, Event event) {
        return Evolution.evolve(state, event);
    }

    /**
     * The rulings for whatever is decided after those events, on this request or another: what was reserved under a consent or
     * waiver with a limit is drawn.
     *
     * <p>Reservations made under one portfolio digest and appended under another may draw the same quantity twice, and a bargain
     * put to a holder may leave out what it should match: a driver with several writers compares the digest under which such
     * events were decided with that of its rulings before it appends.
     */
    public static Rulings drawn(Rulings rulings, List<Event> events) {
        var left = rulings;
        for (var event : events) {
            if (event instanceof Event.Reserved(Instant _, Reservation reservation, Ruling ruling)) {
                left = Context.drawing(left, ruling, reservation.gpus());
            }
        }
        return left;
    }

    /** Every command has a door of its own: each returns why it is refused, and null if it is not. */
    private static @Nullable Refused goOn(Unfolding unfolding, Command command) {
        return switch (command) {
            case Command.Request again -> Requests.requestAgain(unfolding.request(), again);
            case Command.ConfirmDelivery delivery -> Notices.confirmDelivery(unfolding, delivery);
            case Command.Answer answer -> Answers.answer(unfolding, answer);
            case Command.Expire expire -> Expiry.expire(unfolding, expire);
            case Command.Review review -> Expiry.review(unfolding, review);
            case Command.Quote quote -> Alternates.quote(unfolding, quote);
            case Command.Award award -> Awards.award(unfolding, award);
            case Command.AcceptCounter accept -> Talks.acceptCounter(unfolding, accept);
            case Command.Extend extend -> Talks.extend(unfolding, extend);
            case Command.Toll toll -> Talks.toll(unfolding, toll);
            case Command.Resume resume -> Talks.resume(unfolding, resume);
            case Command.Slip slip -> Deliveries.slip(unfolding, slip);
            case Command.AcceptTranche accept -> Deliveries.accept(unfolding, accept);
            case Command.Prolong prolong -> Deliveries.prolong(unfolding, prolong);
            case Command.EndUndelivered end -> Failures.end(unfolding, end);
            case Command.Fail fail -> Failures.fail(unfolding, fail);
            case Command.Withdraw withdraw -> Requests.withdraw(unfolding, withdraw);
        };
    }

    private static @Nullable Refused begin(Unfolding unfolding, Command command) {
        return command instanceof Command.Request request
                ? Requests.request(unfolding, request)
                : new Refused(
                        Rule.NOTHING_REQUESTED,
                        "desk: " + command.getClass().getSimpleName() + " needs a request, and there is none",
                        "Request the capacity first.");
    }
}
