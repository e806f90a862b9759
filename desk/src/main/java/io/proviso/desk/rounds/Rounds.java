package io.proviso.desk.rounds;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.rounds.RoundCourse;
import io.proviso.desk.Bargain;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Context;
import io.proviso.desk.Event;
import io.proviso.desk.Event.Closed.Outcome;
import io.proviso.desk.Offer;
import io.proviso.desk.Put;
import io.proviso.desk.Right;
import io.proviso.desk.Tail;
import org.jspecify.annotations.Nullable;

/** What comes next when a quantity is settled with one holder: the holder of the next rank, others, or the end. */
public final class Rounds {
    private Rounds() {}

    /** After that quantity came free, by a refusal or because no right stands before it; 0 if the holder took all. */
    static void goOn(Unfolding unfolding, long gpus) {
        if (unfolding.request().quantities().toAward() == 0) {
            unfolding.then(new Event.Closed(unfolding.now(), Outcome.SERVED, 0));
            return;
        }
        Exemptions.setAside(unfolding);
        var request = unfolding.request();
        var lineup = unfolding.lineup();
        var next = gpus > 0 ? nextToOffer(lineup, request.need(), unfolding.context()) : null;
        if (next != null) {
            var put = Put.of(request.need().terms(), gpus, unfolding.context().rulings());
            unfolding.then(new Event.Offered(unfolding.now(), nextId(request), next, gpus, put));
            return;
        }
        if (gpus > 0 && lineup.unsettled().isEmpty()) {
            unfolding.then(new Event.RemainderReleased(unfolding.now(), gpus, request.refused()));
        }
        Alternates.invite(unfolding);
    }

    /**
     * The next right in rank to which the need itself has to be offered. Where no round can be run under a right, what stands
     * behind it stays out, and the next holder is asked.
     */
    private static @Nullable Right nextToOffer(Lineup lineup, CapacityRequest.Need need, Context context) {
        for (var right : lineup.unsettled()) {
            var supply = Rights.supply(context.rulings().portfolio(), right);
            var runs = Obstacles.toOffer(right, need, context) == null;
            if (supply != null && runs && !right.terms().preemption().bidsComeFirst()) {
                return new Right(right.name(), right.terms().holder(), supply);
            }
        }
        return null;
    }

    /** The id of the next offer of a request. */
    public static String nextId(CapacityRequest request) {
        return request.need().id() + "/offer-" + (request.offers().size() + 1);
    }

    /**
     * After a holder left that quantity: the customer is free, within the tail if the clause bounds its freedom.
     *
     * @param how the round of the offer stands by that
     */
    static void left(Unfolding unfolding, Offer offer, long gpus, RoundCourse course, RoundCourse.State.Ended how) {
        var expires = how.freeThrough();
        var floor = course.floor();
        if (floor != null || expires != null) {
            var kind = offer.clock().pinned().terms().preemption().kind();
            var refused = refused(unfolding.request(), offer, kind).part(gpus);
            var bounds = floor == null ? Preemption.Floor.NONE : floor;
            var tail = new Tail(offer.id(), offer.right().name(), refused, bounds, expires);
            unfolding.then(new Event.TailOpened(unfolding.now(), tail));
            var ended = unfolding.request().ended(tail.right(), unfolding.now());
            if (ended != null) {
                // Nobody looked for so long that the freedom came and went.
                unfolding.then(new Event.TailExpired(unfolding.now(), ended));
                goOn(unfolding, unfolding.request().quantities().open());
                return;
            }
        }
        goOn(unfolding, gpus);
    }

    /** Where the right is to propose first, it is the holder's last proposal that the customer turned down. */
    private static Bargain refused(CapacityRequest request, Offer offer, Preemption.Kind kind) {
        var offered = offer.bargain() == null ? Bargain.of(request.need().terms(), offer.gpus()) : offer.bargain();
        var proposal = kind == Preemption.Kind.OFFER || kind == Preemption.Kind.NEGOTIATION ? offer.proposal() : null;
        return proposal == null ? offered : offered.proposed(proposal);
    }
}
