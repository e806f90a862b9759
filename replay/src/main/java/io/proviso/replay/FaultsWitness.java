package io.proviso.replay;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Desk;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Refusal;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges what is about to be appended, knowing every row of the inbox, read or not.
 *
 * <p>A right stands or is over by the clock of the desk that decided; an answer is in time by the clock of the inbox.
 */
final class FaultsWitness {
    private final FaultsRound round;
    private final Rules rules = new Rules();
    /** Offers whose deadline these very events have moved so far. */
    private final Set<String> prolonged = new HashSet<>();

    /** The first rule that was broken. */
    static final class Rules {
        private @Nullable String broken;

        void require(boolean holds, String rule) {
            if (!holds && broken == null) {
                broken = rule;
            }
        }
    }

    private FaultsWitness(FaultsRound round) {
        this.round = round;
    }

    /** The rule that these events would break, null if none. */
    static @Nullable String broken(FaultsRound round, List<Event> events) {
        var witness = new FaultsWitness(round);
        var bargains = new FaultsBargains(round, witness.rules);
        var state = round.state;
        for (var event : events) {
            if (state instanceof CapacityRequest request) {
                witness.judge(event, request);
                bargains.judge(event, request);
            }
            state = Desk.evolve(state, event);
        }
        if (state instanceof CapacityRequest request) {
            witness.quantitiesAreWhereTheyBelong(request);
        }
        return witness.rules.broken;
    }

    /** The last instant for an answer: by the holder's own calendar, unless talks or a strike moved it. */
    static Instant deadline(FaultsRound round, Offer offer) {
        var receipt = Objects.requireNonNull(offer.receipt());
        return round.prolonged.contains(offer.id()) || offer.bargain() != null
                ? receipt.deadline().utc()
                : round.portfolio.holder(offer).deadline(receipt.at());
    }

    private void judge(Event event, CapacityRequest request) {
        if (event instanceof Event.Accepted accepted) {
            var offer = offer(request, accepted.offer());
            if (!(accepted.by() instanceof Ending.Answered by
                    && offer.counters().contains(by))) {
                answered(offer, accepted.by());
            }
        } else if (event instanceof Event.Declined declined) {
            answered(offer(request, declined.offer()), declined.by());
        } else if (event instanceof Event.Waived waived) {
            answered(offer(request, waived.offer()), waived.by());
        } else if (event instanceof Event.Countered countered) {
            answered(offer(request, countered.offer()), countered.counter());
        } else if (event instanceof Event.Lapsed lapsed) {
            lapsed(offer(request, lapsed.offer()), event.at());
        } else if (event instanceof Event.Moot moot) {
            var offer = offer(request, moot.offer());
            require(round.portfolio.holder(offer).isOver(moot.at()), "an offer is moot while the right stands");
            require(!hasAnswerInTime(offer), "an answer received in time is overtaken by the end of the right");
        } else if (event instanceof Event.RemainderReleased released) {
            released(released, request);
        } else if (event instanceof Event.Awarded awarded) {
            var free = request.quantities().released();
            require(awarded.comparison().awarded() <= free, "more is awarded than was refused");
        } else if (event instanceof Event.DeadlineMoved moved) {
            require(moved.to().utc().isAfter(moved.from().utc()), "a deadline comes nearer");
        } else if (event instanceof Event.Extended extended) {
            require(extended.to().utc().isAfter(extended.from().utc()), "a deadline comes nearer");
            prolonged.add(extended.offer());
        }
    }

    private static Offer offer(CapacityRequest request, String id) {
        return Objects.requireNonNull(request.offer(id));
    }

    private void answered(Offer offer, Ending by) {
        require(offer.isOpen(), "an offer is answered twice");
        require(
                by instanceof Ending.Answered(String id, Instant _, Response response)
                        && offer.receipt() != null
                        && round.inbox.stream()
                                .anyMatch(row -> row.offer.equals(offer.id())
                                        && row.id.equals(id)
                                        && row.response.equals(response)
                                        && (isInTime(row, offer)
                                                || offer.receipt().tolling().since() != null)),
                "an offer is answered by no answer received in time");
    }

    private void lapsed(Offer offer, Instant at) {
        var receipt = offer.receipt();
        require(receipt != null && at.isAfter(deadline(offer)), "an offer lapses before its deadline has passed");
        require(receipt == null || receipt.tolling().since() == null, "an offer lapses while its clock stands still");
        require(!hasAnswerInTime(offer), "an answer received in time is overtaken by a lapse");
    }

    private void released(Event.RemainderReleased released, CapacityRequest request) {
        if (!round.portfolio.isPlain()) {
            require(released.gpus() <= request.quantities().open(), "more is released than is open");
            return;
        }
        var offer = round.offer();
        var ending =
                request.offers().isEmpty() ? null : request.offers().getLast().ending();
        require(
                offer != null || round.holder.isOver(released.at()),
                "capacity is released that was never offered to the holder");
        require(offer == null || ending != null, "capacity is released that the holder has not refused");
        require(released.gpus() == request.quantities().open(), "not all that the holder left is released");
        var isAsRefused = switch (released.freedBy()) {
            case NONE -> ending == null || ending instanceof Ending.Moot;
            case DECLINED -> ending instanceof Ending.Answered;
            case LAPSED -> ending instanceof Ending.Lapsed;
            case WAIVED ->
                ending instanceof Ending.Answered(String _, Instant _, Response response)
                        && response instanceof Response.Waives;
            case OPEN, ACCEPTED -> false;
        };
        require(isAsRefused, "capacity is released as " + released.freedBy().word() + ", which it is not");
    }

    private void quantitiesAreWhereTheyBelong(CapacityRequest request) {
        var quantities = request.quantities();
        var open = request.openOffer();
        var offered = open == null ? 0 : open.gpus();
        boolean bidsMayComeFirst = round.portfolio.holders().stream()
                .anyMatch(holder -> holder.preemption().bidsComeFirst());
        require(
                quantities.open() == offered || (bidsMayComeFirst && quantities.open() > offered),
                "GPUs are open that nobody is offered");
        require(
                quantities.released() == 0 || request.phase() == CapacityRequest.Phase.INVITED || open != null,
                "GPUs are released and nobody is invited");
        var reserved =
                request.reservations().stream().mapToLong(Reservation::gpus).sum();
        require(reserved == quantities.accepted() + quantities.awarded(), "what is taken is not what is reserved");
        require(
                quantities.awarded() == 0 || request.freedBy() != Refusal.OPEN,
                "capacity is awarded to an alternate before the holder refused it");
    }

    /** Counters on the table are no answers, and what does not fit its offer never is. */
    private boolean hasAnswerInTime(Offer offer) {
        return offer.receipt() != null
                && round.inbox.stream()
                        .filter(row -> row.offer.equals(offer.id()) && !row.isUnfit)
                        .filter(row ->
                                !offer.counters().contains(new Ending.Answered(row.id, row.received, row.response)))
                        .anyMatch(row -> isInTime(row, offer));
    }

    private boolean isInTime(FaultsRound.Row row, Offer offer) {
        return row.isInTime(deadline(offer), round.portfolio.holder(offer).ends());
    }

    private Instant deadline(Offer offer) {
        return prolonged.contains(offer.id())
                ? Objects.requireNonNull(offer.receipt()).deadline().utc()
                : deadline(round, offer);
    }

    private void require(boolean holds, String rule) {
        rules.require(holds, rule);
    }
}
