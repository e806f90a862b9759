package io.proviso.desk;

import io.proviso.agreement.ClauseName;
import java.time.Instant;

/** What each event makes of a request. */
final class Evolution {
    private Evolution() {}

    static State evolve(State state, Event event) {
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
            case Event.Offered made -> request.offer(Offer.made(made.offer(), made.right(), made.gpus(), made.at()));
            case Event.OfferedToMatch made ->
                request.offerToMatch(Offer.toMatch(made.offer(), made.right(), made.bargain(), made.at()));
            case Event.TailOpened(Instant _, Tail tail) ->
                request.standing(request.standing().open(tail));
            case Event.TailExpired(Instant _, Tail tail) -> request.expire(tail);
            case Event.RightSetAside(Instant _, ClauseName right, Event.RightSetAside.Why _) ->
                request.standing(request.standing().setAside(right));
            case Event.Talks talks -> talk(request, talks);
            case Event.Delivery delivery -> deliver(request, delivery);
            case Event.Received received ->
                change(request, offer(request, received.offer()).received(received.receipt()));
            case Event.Defective notice ->
                change(request, offer(request, notice.offer()).defective(notice.missing()));
            case Event.DeadlineMoved moved ->
                change(request, offer(request, moved.offer()).due(moved.to()));
            case Event.Accepted accepted -> {
                var taken = request.quantities().accept(accepted.gpus());
                yield request.change(offer(request, accepted.offer()).ended(accepted.by()), taken);
            }
            case Event.Declined declined -> end(request, declined.offer(), declined.by());
            case Event.Waived waived -> end(request, waived.offer(), waived.by());
            case Event.Lapsed lapsed -> end(request, lapsed.offer(), lapsed.by());
            case Event.Moot moot -> end(request, moot.offer(), moot.by());
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
            case Event.Reserved reserved -> request.reserve(reserved.reservation());
            case Event.Withdrawn withdrawn -> withdraw(request, withdrawn.at());
            case Event.Closed _ -> request.close();
        };
    }

    private static CapacityRequest talk(CapacityRequest request, Event.Talks talks) {
        return switch (talks) {
            case Event.Countered countered ->
                change(request, offer(request, countered.offer()).countered(countered.counter()));
            case Event.Extended extended ->
                change(request, offer(request, extended.offer()).extended(extended.to(), extended.anew()));
            case Event.Tolled(Instant _, String id, String event, Instant since) -> {
                var offer = offer(request, id);
                var stopped = offer.clock().tolling().stopped(event, since);
                yield change(request, offer.received(offer.clock().tolled(stopped)));
            }
            case Event.Resumed resumed -> {
                var offer = offer(request, resumed.offer());
                yield change(request, offer.received(offer.clock().tolled(resumed.tolling())));
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

    private static CapacityRequest end(CapacityRequest request, String offer, Offer.Ending by) {
        return change(request, offer(request, offer).ended(by));
    }

    private static CapacityRequest withdraw(CapacityRequest request, Instant at) {
        var open = request.openOffer();
        return (open == null ? request : change(request, open.ended(new Offer.Ending.Withdrawn(at)))).close();
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
