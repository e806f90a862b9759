package io.proviso.replay;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Desk;
import io.proviso.desk.Event;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Refusal;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges what is about to be appended, knowing every row of the inbox, read or not.
 *
 * <p>A right stands or is over by the clock of the desk that decided; an answer is in time by the clock of the inbox.
 */
final class FaultsWitness {
    private final FaultsRound round;
    private @Nullable String broken;

    private FaultsWitness(FaultsRound round) {
        this.round = round;
    }

    /** The rule that these events would break, null if none. */
    static @Nullable String broken(FaultsRound round, List<Event> events) {
        var witness = new FaultsWitness(round);
        var state = round.state;
        for (var event : events) {
            witness.judge(event, state);
            state = Desk.evolve(state, event);
        }
        if (state instanceof CapacityRequest request) {
            witness.quantitiesAreWhereTheyBelong(request);
        }
        return witness.broken;
    }

    private void judge(Event event, State state) {
        if (event instanceof Event.Accepted accepted) {
            answered(accepted.by());
        } else if (event instanceof Event.Declined declined) {
            answered(declined.by());
        } else if (event instanceof Event.Waived waived) {
            answered(waived.by());
        } else if (event instanceof Event.Lapsed) {
            lapsed(event.at());
        } else if (event instanceof Event.Moot moot) {
            require(isOver(moot.at()), "an offer is moot while the right stands");
            require(!hasAnswerInTime(), "an answer received in time is overtaken by the end of the right");
        } else if (event instanceof Event.RemainderReleased released && state instanceof CapacityRequest request) {
            released(released, request);
        } else if (event instanceof Event.Awarded awarded && state instanceof CapacityRequest request) {
            var free = request.quantities().released();
            require(awarded.comparison().awarded() <= free, "more is awarded than was refused");
        } else if (event instanceof Event.DeadlineMoved moved) {
            require(moved.to().utc().isAfter(moved.from().utc()), "a deadline comes nearer");
        }
    }

    private void answered(Ending by) {
        var deadline = deadline();
        require(
                by instanceof Ending.Answered(String id, Response response)
                        && deadline != null
                        && round.inbox.stream()
                                .anyMatch(row -> row.id.equals(id)
                                        && row.response.equals(response)
                                        && row.isInTime(deadline, round.holder.ends())),
                "an offer is answered by no answer received in time");
    }

    private void lapsed(Instant at) {
        var deadline = deadline();
        require(deadline != null && at.isAfter(deadline), "an offer lapses before its deadline has passed");
        require(!hasAnswerInTime(), "an answer received in time is overtaken by a lapse");
    }

    private void released(Event.RemainderReleased released, CapacityRequest request) {
        var offer = round.offer();
        var ending =
                request.offers().isEmpty() ? null : request.offers().getLast().ending();
        require(offer != null || isOver(released.at()), "capacity is released that was never offered to the holder");
        require(offer == null || ending != null, "capacity is released that the holder has not refused");
        require(released.gpus() == request.quantities().open(), "not all that the holder left is released");
        var isAsRefused = switch (released.freedBy()) {
            case NONE -> ending == null || ending instanceof Ending.Moot;
            case DECLINED -> ending instanceof Ending.Answered;
            case LAPSED -> ending instanceof Ending.Lapsed;
            case WAIVED ->
                ending instanceof Ending.Answered(String _, Response response) && response instanceof Response.Waives;
            case OPEN, ACCEPTED -> false;
        };
        require(isAsRefused, "capacity is released as " + released.freedBy().word() + ", which it is not");
    }

    private void quantitiesAreWhereTheyBelong(CapacityRequest request) {
        var quantities = request.quantities();
        var open = request.openOffer();
        require(quantities.open() == (open == null ? 0 : open.gpus()), "GPUs are open that nobody is offered");
        require(
                quantities.released() == 0 || request.phase() == CapacityRequest.Phase.INVITED,
                "GPUs are released and nobody is invited");
        var reserved =
                request.reservations().stream().mapToLong(Reservation::gpus).sum();
        require(reserved == quantities.accepted() + quantities.awarded(), "what is taken is not what is reserved");
        require(
                quantities.awarded() == 0 || request.freedBy() != Refusal.OPEN,
                "capacity is awarded to an alternate before the holder refused it");
    }

    private boolean isOver(Instant at) {
        var ends = round.holder.ends();
        return ends != null && !at.isBefore(ends);
    }

    private boolean hasAnswerInTime() {
        var deadline = deadline();
        return deadline != null && round.inbox.stream().anyMatch(row -> row.isInTime(deadline, round.holder.ends()));
    }

    private @Nullable Instant deadline() {
        var offer = round.offer();
        var receipt = offer == null ? null : offer.receipt();
        return receipt == null ? null : round.holder.deadline(receipt.at());
    }

    private void require(boolean holds, String rule) {
        if (!holds && broken == null) {
            broken = rule;
        }
    }
}
