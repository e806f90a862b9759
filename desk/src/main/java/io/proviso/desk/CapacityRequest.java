package io.proviso.desk;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.ClauseName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One need for capacity on its way to reservations: a first-refusal round if a right asks for one, then bids, then an award.
 *
 * @param offers in the order made; at most the last is open
 * @param freedBy what freed the released quantity for others, null while nothing is released
 * @param invited who may bid
 * @param bids the standing bid of each provider that made one
 * @param reservations those that were not failed to be delivered
 */
public record CapacityRequest(
        Need need,
        Phase phase,
        Quantities quantities,
        List<Offer> offers,
        @Nullable Refusal freedBy,
        List<Candidate> invited,
        List<Bid> bids,
        List<Reservation> reservations,
        Standing standing)
        implements State {

    /**
     * What was asked for and from whom it could come, once and for all.
     *
     * @param aggregated GPUs of this and the earlier requests that make one need, by which every part of it is ruled; 0 if
     *     each quantity counts for itself
     */
    public record Need(
            String id, Terms terms, List<Candidate> candidates, Circumstances circumstances, long aggregated) {
        public Need {
            candidates = List.copyOf(candidates);
        }

        /** A need that stands for itself. */
        public Need(String id, Terms terms, List<Candidate> candidates) {
            this(id, terms, candidates, Circumstances.NONE, 0);
        }

        /** What the customer asked. */
        public Command.Request asked() {
            return new Command.Request(id, terms, candidates, circumstances.said());
        }

        public long counted(long gpus) {
            return aggregated == 0 ? gpus : aggregated;
        }

        /** Of its name, which one desk gives to one need only; see {@link PinnedRight#hashCode}. */
        @Override
        public int hashCode() {
            return id.hashCode();
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
            throw broken(need, quantities + " do not add up to the " + asked + " asked for");
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
        return new CapacityRequest(
                need, Phase.REQUESTED, quantities, List.of(), null, List.of(), List.of(), List.of(), Standing.FIRST);
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

    /** The reservation of that id, null if there is none that still stands. */
    public @Nullable Reservation reservation(String id) {
        for (var reservation : reservations) {
            if (reservation.id().equals(id)) {
                return reservation;
            }
        }
        return null;
    }

    /** The least that is of use in one place: the minimum gang, or all that is left to award if that is less. */
    public long gangOfRemainder() {
        return Math.min(need.terms().size().minimumGang(), quantities.toAward());
    }

    /** What the holders that were asked have said, the answer that frees most first: silence may count as an acceptance. */
    public Refusal refused() {
        var said = offers.stream()
                .filter(offer -> left(offer) > 0)
                .map(Offer::refusal)
                .toList();
        if (said.contains(Refusal.DECLINED)) {
            return Refusal.DECLINED;
        }
        if (said.contains(Refusal.WAIVED) || !standing.setAside().isEmpty()) {
            return Refusal.WAIVED;
        }
        return said.contains(Refusal.LAPSED) ? Refusal.LAPSED : Refusal.NONE;
    }

    /** What the holder of that right said when it last left something of the need; null if it has still to be asked. */
    @Nullable
    public Refusal said(ClauseName right) {
        if (standing.setAside().contains(right)) {
            return Refusal.WAIVED;
        }
        var freedoms = freedoms(right);
        return freedoms.isEmpty() ? null : freedoms.getLast().offer().refusal();
    }

    /** Whether that right was offered the need and something of it refused, or does not stand before it. */
    public boolean isSettled(ClauseName right) {
        return said(right) != null;
    }

    /** What each refusal by the holder of that right frees the customer for, in the order in which they were asked for. */
    public List<Freedom> freedoms(ClauseName right) {
        return offers.stream()
                .filter(offer -> offer.right().name().equals(right) && left(offer) > 0)
                .map(offer -> new Freedom(offer, left(offer), standing.tail(offer)))
                .toList();
    }

    /** The tail with which the freedom from a right ended: the last of all; null while some refusal still frees the customer, or none ever did. */
    @Nullable
    public Tail ended(ClauseName right, Instant now) {
        var freedoms = freedoms(right);
        return freedoms.stream().allMatch(freedom -> freedom.isOver(now))
                ? freedoms.stream()
                        .map(Freedom::tail)
                        .flatMap(Stream::ofNullable)
                        .max(Comparator.comparing(Tail::expires, Comparator.nullsLast(Comparator.naturalOrder())))
                        .orElse(null)
                : null;
    }

    /** Only an answer and silence leave anything to others: an offer that went moot or was withdrawn says nothing. */
    private long left(Offer offer) {
        var counts = offer.ending() instanceof Offer.Ending.Answered || offer.ending() instanceof Offer.Ending.Lapsed;
        if (!counts || standing.stale().contains(offer.id())) {
            return 0;
        }
        var taken = reservation(offer.id());
        return offer.gpus() - (taken == null ? 0 : taken.gpus());
    }

    CapacityRequest standing(Standing next) {
        return new CapacityRequest(need, phase, quantities, offers, freedBy, invited, bids, reservations, next);
    }

    CapacityRequest offer(Offer made) {
        return new CapacityRequest(
                need, Phase.OFFERED, quantities, plus(offers, made), freedBy, invited, bids, reservations, standing);
    }

    /** A bargain goes to a holder; of it, what had been released before is open again. */
    CapacityRequest offerToMatch(Offer made) {
        var reopened = Math.max(0, made.gpus() - quantities.open());
        var next = quantities.reopen(reopened);
        return new CapacityRequest(
                        need, phase, next, offers, freedBy, invited, bids, reservations, standing.lookAgain())
                .offer(made);
    }

    CapacityRequest heard(Heard more) {
        return standing(standing.heard(more));
    }

    /** The customer is no longer free: another round is needed, and whoever bid bids again. */
    CapacityRequest expire(Tail tail) {
        var refused = offers.stream()
                .filter(offer -> offer.right().name().equals(tail.right()))
                .map(Offer::id)
                .toList();
        return new CapacityRequest(
                need,
                Phase.REQUESTED,
                quantities.reopen(quantities.released()),
                offers,
                freedBy,
                List.of(),
                List.of(),
                reservations,
                standing.expire(tail, refused));
    }

    /** What was reserved will not come. */
    CapacityRequest fail(Reservation failed, Quantities next) {
        var others = new ArrayList<>(reservations);
        var left = failed.delivered();
        others.remove(failed);
        if (left != null) {
            others.add(left);
        }
        return new CapacityRequest(
                need, Phase.REQUESTED, next, offers, freedBy, invited, List.of(), others, standing.lookAgain());
    }

    CapacityRequest change(Offer changed, Quantities next) {
        var all = new ArrayList<>(offers);
        all.replaceAll(offer -> offer.id().equals(changed.id()) ? changed : offer);
        return new CapacityRequest(need, phase, next, all, freedBy, invited, bids, reservations, standing);
    }

    CapacityRequest release(long gpus, Refusal by) {
        return new CapacityRequest(
                need, phase, quantities.release(gpus), offers, by, invited, bids, reservations, standing);
    }

    /** Who is not invited again is out with what it bid. */
    CapacityRequest invite(List<Candidate> providers) {
        var theirs = bids.stream()
                .filter(bid -> providers.stream()
                        .anyMatch(invited -> invited.provider().equals(bid.provider())))
                .toList();
        return new CapacityRequest(
                need, Phase.INVITED, quantities, offers, freedBy, providers, theirs, reservations, standing);
    }

    CapacityRequest quote(Bid bid) {
        var replaced = bids.stream()
                .filter(other -> other.provider().equals(bid.provider()))
                .toList();
        var theirs = new ArrayList<>(bids);
        theirs.removeAll(replaced);
        theirs.add(bid);
        var next = standing.heard(standing.heard().replacing(replaced));
        return new CapacityRequest(need, phase, quantities, offers, freedBy, invited, theirs, reservations, next);
    }

    CapacityRequest award(long gpus) {
        var next = standing.heard(standing.heard().award());
        return new CapacityRequest(
                need, phase, quantities.award(gpus), offers, freedBy, invited, bids, reservations, next);
    }

    CapacityRequest reserve(Reservation reservation) {
        var more = plus(reservations, reservation);
        return new CapacityRequest(need, phase, quantities, offers, freedBy, invited, bids, more, standing);
    }

    CapacityRequest change(Reservation before, Reservation after) {
        var all = new ArrayList<>(reservations);
        all.replaceAll(one -> one.equals(before) ? after : one);
        return new CapacityRequest(need, phase, quantities, offers, freedBy, invited, bids, all, standing);
    }

    CapacityRequest close() {
        return new CapacityRequest(
                need, Phase.CLOSED, quantities.giveUp(), offers, freedBy, invited, bids, reservations, standing);
    }

    private static <T> List<T> plus(List<T> list, T last) {
        var more = new ArrayList<T>(list.size() + 1);
        more.addAll(list);
        more.add(last);
        return more;
    }
}
