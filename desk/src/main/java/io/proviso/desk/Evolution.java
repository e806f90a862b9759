package io.proviso.desk;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.calendar.Deadline;
import io.proviso.desk.Offer.Ending;
import java.time.Duration;
import java.time.Instant;

/** What each event makes of a request. */
public final class Evolution {
    private Evolution() {}

    public static State evolve(State state, Event event) {
        var next = switch (state) {
            case CapacityRequest request -> evolve(request, event);
            case State.NotRequested _ -> begin(event);
        };
        return next.heard(next.standing().heard().another());
    }

    private static CapacityRequest begin(Event event) {
        if (event instanceof Event.Requested requested) {
            return CapacityRequest.asked(requested.need());
        }
        throw new IllegalStateException("history: it must begin with Requested, not with " + event);
    }

    private static CapacityRequest evolve(CapacityRequest request, Event event) {
        return switch (event) {
            case Event.Requested again ->
                throw new IllegalStateException("request " + again.need().id() + ": it was requested twice");
            case Event.Offered made ->
                request.offer(Offer.made(
                        made.offer(),
                        made.right(),
                        made.gpus(),
                        null,
                        made.put(),
                        request.need().id(),
                        made.at()));
            case Event.OfferedToMatch made ->
                request.offerToMatch(Offer.made(
                        made.offer(),
                        made.right(),
                        made.bargain().gpus(),
                        made.bargain(),
                        made.put(),
                        request.need().id(),
                        made.at()));
            case Event.TailOpened(Instant _, Tail tail) ->
                request.standing(request.standing().open(tail));
            case Event.TailExpired(Instant _, Tail tail) -> request.expire(tail);
            case Event.RightSetAside(Instant _, ClauseName right, Event.RightSetAside.Why _) ->
                request.standing(request.standing().setAside(right));
            case Event.Talks talks -> talk(request, talks);
            case Event.Delivery delivery -> deliver(request, delivery);
            case Event.Received received ->
                change(request, offer(request, received.offer()).received(received.receipt(), received.at()));
            case Event.Defective notice ->
                change(
                        request,
                        offer(request, notice.offer()).defective(notice.missing(), notice.received(), notice.at()));
            case Event.DeadlineMoved moved ->
                change(request, offer(request, moved.offer()).due(moved.to()));
            case Event.Accepted accepted -> {
                var taken = request.quantities().accept(accepted.gpus());
                yield request.change(accepted(request, accepted), taken);
            }
            case Event.Declined declined -> declined(request, declined);
            case Event.Waived waived -> end(request, waived.offer(), waived.by(), waived.at());
            case Event.Lapsed lapsed -> end(request, lapsed.offer(), lapsed.by(), lapsed.at());
            case Event.Moot moot -> end(request, moot.offer(), moot.by(), moot.at());
            case Event.LateAnswer late ->
                change(
                        request,
                        offer(request, late.offer())
                                .answeredTooLate(new Offer.Late(late.answer(), late.received(), late.response())));
            case Event.RemainderReleased released -> request.release(released.gpus(), released.freedBy());
            case Event.Invited invited ->
                request.invite(invited.invited().stream().map(Ruled::candidate).toList());
            case Event.Quoted quoted -> request.quote(quoted.bid());
            case Event.Awarded awarded -> request.award(awarded.comparison().awarded());
            case Event.Reserved(Instant at, Reservation reservation, Ruling ruling) ->
                signed(request, at, reservation, ruling).reserve(reservation);
            case Event.Withdrawn withdrawn -> withdraw(request, withdrawn.at());
            case Event.Closed _ -> request.close();
        };
    }

    private static CapacityRequest talk(CapacityRequest request, Event.Talks talks) {
        return switch (talks) {
            case Event.Countered countered ->
                change(
                        request,
                        offer(request, countered.offer())
                                .countered(countered.counter(), request.need().terms(), countered.at()));
            case Event.Extended extended -> {
                var offer = offer(request, extended.offer()).due(extended.to());
                yield change(request, extended.anew() == null ? offer.extended(extended.to(), extended.at()) : offer);
            }
            case Event.Tolled(Instant at, String id, String event, Instant since) ->
                change(request, offer(request, id).then(new Round.Step(new Happening.Tolled(event), since, at)));
            case Event.Resumed(Instant at, String id, Instant until, Deadline due) -> {
                var offer = offer(request, id);
                var stopped = offer.stopped();
                if (stopped == null || !(stopped.what() instanceof Happening.Tolled(String event))) {
                    throw new IllegalStateException(
                            "offer " + id + ": its clock cannot run again from " + until + ", it was not stopped");
                }
                var longer = Duration.between(stopped.at(), until);
                var moved = due == null ? offer.clock().deadline().later(longer) : due;
                yield change(request, offer.due(moved).then(new Round.Step(new Happening.Resumed(event), until, at)));
            }
        };
    }

    private static CapacityRequest deliver(CapacityRequest request, Event.Delivery delivery) {
        var reservation = request.reservation(delivery.reservation());
        if (reservation == null) {
            throw new IllegalStateException(
                    "request " + request.need().id() + ": there is no reservation " + delivery.reservation());
        }
        return switch (delivery) {
            case Event.Slipped(Instant _, String id, int index, long gpus, Instant to, Instant said) -> {
                var due = reservation.tranches().get(index).due();
                var slot = new Heard.Slot(id, index);
                yield request.change(reservation, reservation.with(index, new Reservation.Tranche(gpus, due, to, null)))
                        .heard(request.standing().heard().slip(slot, said));
            }
            case Event.TrancheAccepted(Instant _, String _, int index, Instant passed) -> {
                var planned = reservation.tranches().get(index);
                yield request.change(
                        reservation,
                        reservation.with(
                                index,
                                new Reservation.Tranche(planned.gpus(), planned.due(), planned.expected(), passed)));
            }
            case Event.Prolonged _ -> request.heard(request.standing().heard().prolong(reservation.id()));
            case Event.Failed failed -> {
                var gpus = failed.gpus();
                var quantities = request.quantities();
                yield request.fail(
                        reservation,
                        failed.right() == null ? quantities.failAwarded(gpus) : quantities.failAccepted(gpus));
            }
        };
    }

    private static CapacityRequest end(CapacityRequest request, String id, Ending by, Instant at) {
        var offer = offer(request, id);
        return change(
                request,
                switch (by) {
                    case Ending.Answered answered ->
                        offer.answered(
                                answered,
                                offer.told(answered.response(), request.need().terms()),
                                answered.receivedOr(at),
                                at);
                    // What nobody said, silence says by itself.
                    case Ending.Lapsed lapsed -> offer.ended(lapsed);
                    case Ending.Moot _, Ending.Withdrawn _ -> withdrawn(offer, by, at);
                });
    }

    /** Of a counter that was read after a later one, and ended the offer by that, only the end is told. */
    private static CapacityRequest declined(CapacityRequest request, Event.Declined declined) {
        var offer = offer(request, declined.offer());
        return declined.by() instanceof Ending.Answered by
                        && offer.lastAnswered(by.receivedOr(declined.at())).isAfter(by.receivedOr(declined.at()))
                ? change(
                        request,
                        offer.answered(by, new Happening.Declined(), by.receivedOr(declined.at()), declined.at()))
                : end(request, declined.offer(), declined.by(), declined.at());
    }

    /** The customer that takes a counter takes it when it says so. */
    private static Offer accepted(CapacityRequest request, Event.Accepted accepted) {
        var offer = offer(request, accepted.offer());
        return switch (accepted.by()) {
            case Ending.Answered answered -> {
                var at = accepted.at();
                boolean isTheCustomers = offer.counters().contains(answered);
                yield offer.answered(
                        answered,
                        new Happening.Accepted(accepted.gpus()),
                        isTheCustomers ? at : answered.receivedOr(at),
                        at);
            }
            case Ending.Lapsed _, Ending.Moot _, Ending.Withdrawn _ -> offer.ended(accepted.by());
        };
    }

    private static Offer withdrawn(Offer offer, Ending by, Instant at) {
        return offer.then(new Round.Step(new Happening.Withdrawn(), at, at)).ended(by);
    }

    /** What a holder took is served by its own contract; any other takes from what the whole request freed, and is told once. */
    private static CapacityRequest signed(CapacityRequest request, Instant at, Reservation reservation, Ruling ruling) {
        var taken = request.offer(reservation.id());
        var offer = taken != null || request.offers().isEmpty() || !isByRefusal(ruling)
                ? taken
                : request.offers().getLast();
        if (offer == null) {
            return request;
        }
        var with = taken == null
                ? reservation.provider().name()
                : taken.right().holder().name();
        var contract = new Happening.Signed(reservation.gpus(), with);
        return change(request, offer.then(new Round.Step(contract, at, at)));
    }

    /** What may be had though nobody refused takes nothing from what a refusal freed. */
    private static boolean isByRefusal(Ruling ruling) {
        return ruling.asking().question().supposed().values().stream()
                .anyMatch(said -> !said.equals(Refusal.NONE.word()));
    }

    private static CapacityRequest withdraw(CapacityRequest request, Instant at) {
        var open = request.openOffer();
        return (open == null ? request : change(request, withdrawn(open, new Ending.Withdrawn(at), at))).close();
    }

    private static CapacityRequest change(CapacityRequest request, Offer changed) {
        return request.change(changed, request.quantities());
    }

    private static Offer offer(CapacityRequest request, String id) {
        var offer = request.offer(id);
        if (offer == null) {
            throw new IllegalStateException("request " + request.need().id() + ": there is no offer " + id);
        }
        return offer;
    }
}
