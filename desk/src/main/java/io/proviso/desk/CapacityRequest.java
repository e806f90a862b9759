package io.proviso.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One need for capacity on its way to reservations: a first-refusal round if a right asks for one, then bids, then an award.
 *
 * @param offers in the order made; at most the last is open
 * @param freedBy what freed the released quantity for others, null while nothing is released
 * @param invited who may bid
 * @param bids the standing bid of each provider that made one
 */
public record CapacityRequest(
        Need need,
        Phase phase,
        Quantities quantities,
        List<Offer> offers,
        @Nullable Refusal freedBy,
        List<Candidate> invited,
        List<Bid> bids,
        List<Reservation> reservations)
        implements State {

    /** What was asked for and from whom it could come, once and for all. */
    public record Need(String id, Terms terms, List<Candidate> candidates) {
        public Need {
            candidates = List.copyOf(candidates);
        }
    }

    /** Where a request stands. */
    public enum Phase {
        REQUESTED,
        /** With a holder of first refusal. */
        OFFERED,
        /** Providers may bid. */
        INVITED,
        /** Nothing more happens. */
        CLOSED
    }

    public CapacityRequest {
        offers = List.copyOf(offers);
        invited = List.copyOf(invited);
        bids = List.copyOf(bids);
        reservations = List.copyOf(reservations);
        var asked = need.terms().size().gpus();
        if (quantities.total() != asked) {
            throw broken(need, quantities + " do not add up to the " + asked + " GPUs asked for");
        }
        if (freedBy == null && quantities.released() + quantities.awarded() > 0) {
            throw broken(need, "nothing freed " + quantities);
        }
        for (var i = 0; i < offers.size(); i++) {
            if (offers.get(i).isOpen() && (phase != Phase.OFFERED || i < offers.size() - 1)) {
                throw broken(need, "offer " + offers.get(i).id() + " is open although the request moved on");
            }
        }
    }

    private static IllegalArgumentException broken(Need need, String rule) {
        return new IllegalArgumentException("request " + need.id() + ": " + rule);
    }

    static CapacityRequest asked(Need need) {
        var quantities = Quantities.asked(need.terms().size().gpus());
        return new CapacityRequest(need, Phase.REQUESTED, quantities, List.of(), null, List.of(), List.of(), List.of());
    }

    /** The offer now with a holder, null if none is. */
    public @Nullable Offer openOffer() {
        return !offers.isEmpty() && offers.getLast().isOpen() ? offers.getLast() : null;
    }

    /** The offer of that id, null if there never was one. */
    public @Nullable Offer offer(String id) {
        for (var offer : offers) {
            if (offer.id().equals(id)) {
                return offer;
            }
        }
        return null;
    }

    /** The least that is of use in one place: the minimum gang, or all that is left to award if that is less. */
    public long gangOfRemainder() {
        return Math.min(need.terms().size().minimumGang(), quantities.released());
    }

    CapacityRequest offer(Offer made) {
        return new CapacityRequest(
                need, Phase.OFFERED, quantities, plus(offers, made), freedBy, invited, bids, reservations);
    }

    CapacityRequest change(Offer changed, Quantities next) {
        var all = new ArrayList<>(offers);
        all.replaceAll(offer -> offer.id().equals(changed.id()) ? changed : offer);
        return new CapacityRequest(need, phase, next, all, freedBy, invited, bids, reservations);
    }

    CapacityRequest release(long gpus, Refusal by) {
        return new CapacityRequest(need, phase, quantities.release(gpus), offers, by, invited, bids, reservations);
    }

    CapacityRequest invite(List<Candidate> providers) {
        return new CapacityRequest(need, Phase.INVITED, quantities, offers, freedBy, providers, bids, reservations);
    }

    CapacityRequest quote(Bid bid) {
        var others = bids.stream().filter(other -> !other.provider().equals(bid.provider()));
        var standing = plus(others.toList(), bid);
        return new CapacityRequest(need, phase, quantities, offers, freedBy, invited, standing, reservations);
    }

    CapacityRequest award(long gpus) {
        return new CapacityRequest(need, phase, quantities.award(gpus), offers, freedBy, invited, bids, reservations);
    }

    CapacityRequest reserve(Reservation reservation) {
        var more = plus(reservations, reservation);
        return new CapacityRequest(need, phase, quantities, offers, freedBy, invited, bids, more);
    }

    CapacityRequest close() {
        return new CapacityRequest(
                need, Phase.CLOSED, quantities.giveUp(), offers, freedBy, invited, bids, reservations);
    }

    private static <T> List<T> plus(List<T> list, T last) {
        var more = new ArrayList<T>(list.size() + 1);
        more.addAll(list);
        more.add(last);
        return more;
    }
}
