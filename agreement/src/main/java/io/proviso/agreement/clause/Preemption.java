package io.proviso.agreement.clause;

import io.proviso.calendar.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a pre-emptive right goes beyond one offer, one answer and a deadline: first offer, refusal,
 * negotiation, last look and option are parameters of one mechanism. {@link #PLAIN} goes no further.
 *
 * @param tail how long and within what a refusal frees the customer; null frees it for good
 * @param call what an option may call; null where it may call all that its condition covers
 */
public record Preemption(
        Kind kind,
        Trigger trigger,
        Matching matching,
        @Nullable Stated<Tail> tail,
        Reach reach,
        Conduct conduct,
        @Nullable Call call) {
    public static final Preemption PLAIN =
            new Preemption(Kind.REFUSAL, Trigger.NEED_FIRST, Matching.STRICT, null, Reach.EACH_NEED, Conduct.PLAIN);

    /** A right that calls no stock. */
    public Preemption(
            Kind kind, Trigger trigger, Matching matching, @Nullable Stated<Tail> tail, Reach reach, Conduct conduct) {
        this(kind, trigger, matching, tail, reach, conduct, null);
    }

    /** What the holder gets. */
    public enum Kind {
        /** To take what is offered to it, or what others offer, before they may. */
        REFUSAL,
        /** To offer first: its own proposal is then what others must not undercut in the customer's disfavour. */
        OFFER,
        /** To be negotiated with until the window closes; counters are talks, not declines. */
        NEGOTIATION,
        /** To match every bargain again whenever the others improve it. */
        LAST_LOOK,
        /** To call the capacity on the preset terms or leave it; there is nothing to negotiate. */
        OPTION
    }

    /** What makes the customer turn to the holder. */
    public enum Trigger {
        NEED_FIRST,
        THIRD_PARTY_OFFER
    }

    /** Whether the holder learns who made the bargain that it may match. */
    public enum Alternates {
        BLIND,
        NAMED
    }

    /** What an answer must meet to match; {@code tolerance} is a share of the price or the term. */
    public record Matching(Standard standard, BigDecimal tolerance, NonCash nonCash, Alternates alternates) {
        /** Everything, to the letter, without learning from whom. */
        public static final Matching STRICT =
                new Matching(Standard.ALL_TERMS, BigDecimal.ZERO, NonCash.EXCLUDED, Alternates.BLIND);

        /** Which terms have to be met. */
        public enum Standard {
            /** No later than the bargain's start either; whether a part will do is for {@link FirstRefusal.Partial}. */
            ALL_TERMS,
            /** Price and start. */
            MATERIAL_TERMS,
            /** The price alone. */
            ECONOMIC_ONLY
        }

        /** What becomes of consideration other than money, which perhaps one party alone can give (edge case 14). */
        public enum NonCash {
            EXCLUDED,
            /** At the worth stated in the bid. */
            VALUED,
            MUST_REPLICATE
        }
    }

    /**
     * For how long a refusal frees the customer, from when, and how far a bargain may depart from what was refused.
     *
     * @param period null if the clause says that it has no end; its bounds may be known where nobody disclosed how long they hold
     */
    public record Tail(@Nullable Stated<Window> period, From from, Floor floor) {
        public Tail {
            if (period instanceof Stated.Known<Window>(Window window, Instant _)) {
                Range.require(
                        window.n() > 0,
                        "tail: " + window,
                        "Leave its length out if a refusal frees the customer without end.");
            }
        }

        /** So many days from the refusal. */
        public Tail(int days, Floor floor) {
            this(Stated.of(new Window.Days(days)), From.REFUSAL, floor);
        }

        /** Null if it has no end, or if nobody disclosed its end. */
        public @Nullable Window length() {
            return period == null ? null : period.asKnown(Instant.MAX);
        }

        public boolean isUndisclosed() {
            return period instanceof Stated.Undisclosed<Window>;
        }

        /** The day from which a tail counts. */
        public enum From {
            /** The day on which the refusal was received; of a silence, the day of the deadline. */
            REFUSAL,
            /** The day of the deadline, however early the refusal came. */
            END_OF_WINDOW
        }
    }

    /**
     * What an option may call of which stock, both counted by one facet; with no stock it reaches into every quantity.
     *
     * @param of the stock it is cut from, null if the clause names none
     */
    public record Call(
            String facet, long quantity, @Nullable Long of) {
        public Call {
            Range.require(quantity > 0, "quantity: " + quantity, "Leave it out if the option is on all of it.");
            Range.require(
                    of == null || of >= quantity, "of: " + of, "The stock holds at least what is called from it.");
        }
    }

    /**
     * How far another bargain may depart from what the holder refused; a metric that is null is not compared.
     *
     * @param start how much later it may start
     * @param counterparty whether another counterparty is another bargain
     */
    public record Floor(
            @Nullable Tolerance price,
            @Nullable Tolerance quantity,
            @Nullable Duration start,
            @Nullable Tolerance term,
            boolean counterparty) {
        /** No other bargain. */
        public static final Floor NONE = new Floor(null, null, null, null, false);

        /** Any better price, any other quantity or term, any slip, any other counterparty. */
        public static final Floor THAT_BARGAIN_ONLY = new Floor(
                Tolerance.exactly(Direction.LOWER),
                Tolerance.exactly(Direction.EITHER),
                Duration.ZERO,
                Tolerance.exactly(Direction.EITHER),
                true);
    }

    /** On which side of what was refused a departure counts. */
    public enum Direction {
        LOWER,
        HIGHER,
        EITHER
    }

    /**
     * A share of what was refused, up to which a departure to that side does not count.
     *
     * @param reopens whether a departure of just that share counts: "5 % or more" instead of "more than 5 %"
     */
    public record Tolerance(BigDecimal share, Direction direction, boolean reopens) {
        public Tolerance {
            Range.require(share.signum() >= 0, "tolerance: " + share, "A tolerance is at least 0 %.");
        }

        public Tolerance(BigDecimal share, Direction direction) {
            this(share, direction, false);
        }

        /** Whether what was refused and what is proposed instead are too far apart. */
        public boolean isExceeded(BigDecimal refused, BigDecimal other) {
            var slack = refused.multiply(share);
            return (direction != Direction.HIGHER
                            && reaches(refused.subtract(slack).compareTo(other)))
                    || (direction != Direction.LOWER && reaches(other.compareTo(refused.add(slack))));
        }

        private boolean reaches(int beyond) {
            return beyond > 0 || (reopens && beyond == 0);
        }

        static Tolerance exactly(Direction direction) {
            return new Tolerance(BigDecimal.ZERO, direction);
        }
    }

    /** What counts as one need, and what the right leaves alone. */
    public record Reach(
            @Nullable Aggregation aggregation, @Nullable Bridge bridge) {
        /** Every request for itself, and every one of them. */
        public static final Reach EACH_NEED = new Reach(null, null);
    }

    /**
     * Requests of so many days are one need; the right stands before it from the threshold on.
     *
     * @param affiliates of the actor, by the vocabulary's names; their requests count as its own
     */
    public record Aggregation(int days, Limit threshold, Set<By> by, List<String> affiliates) {
        /** What requests have in common that are parts of one need. */
        public enum By {
            ACTOR,
            ACTOR_AND_AFFILIATES,
            PROJECT
        }

        public Aggregation {
            Range.require(
                    days > 0, "aggregation: " + days + " days", "Leave it out if every request stands for itself.");
            by = by.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(by));
            affiliates = List.copyOf(affiliates);
        }
    }

    /** Emergency capacity that the right leaves alone: at most so many days, and so much if that is limited too. */
    public record Bridge(int days, @Nullable Quantity upTo) {
        public Bridge {
            Range.require(days > 0, "bridge: " + days + " days", "Leave it out if the right covers emergencies.");
        }
    }

    /**
     * How a round is conducted.
     *
     * @param notice what a notice must state; without it, no clock runs
     * @param reofferWindow the shorter window of a later offer in the same need, null for the same window
     * @param tolling events, by name, during which the clock stands still
     * @param rank among several holders; a smaller one is asked first
     * @param looks how often the holder is shown what others offer
     * @param openOffers what becomes of an offer that is open when the right ends
     */
    public record Conduct(
            Counter counter,
            Set<Field> notice,
            @Nullable Window reofferWindow,
            List<String> tolling,
            OnFailure onFailure,
            int rank,
            Looks looks,
            OpenOffers openOffers) {
        public static final Conduct PLAIN =
                new Conduct(Counter.DECLINES, Set.of(), null, List.of(), OnFailure.THIS_NEED, 1);

        public Conduct(
                Counter counter,
                Set<Field> notice,
                @Nullable Window reofferWindow,
                List<String> tolling,
                OnFailure onFailure,
                int rank) {
            this(counter, notice, reofferWindow, tolling, onFailure, rank, Looks.EACH_CHANGE, OpenOffers.MOOT);
        }

        public Conduct {
            notice = notice.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(notice));
            tolling = List.copyOf(tolling);
            Range.require(rank > 0, "rank: " + rank, "The first rank is 1.");
        }
    }

    /** How often a holder is shown what others offer in one need. */
    public enum Looks {
        EACH_CHANGE,
        /** Whatever becomes of the bargain that it did not take. */
        ONCE
    }

    /** What becomes of an offer that is open when the right ends. */
    public enum OpenOffers {
        MOOT,
        RUN_ON
    }

    /** What a counter-offer is worth. */
    public enum Counter {
        DECLINES,
        /** The first one gives the window anew from its receipt; the next declines. */
        EXTENDS,
        /** It is on the table until the deadline, which it does not move. */
        NEGOTIATES
    }

    /** What a notice states. */
    public enum Field {
        PRICE,
        FABRIC,
        REGION,
        LATEST_START,
        RAMP,
        COUNTERPARTY
    }

    /** What a holder loses that accepted and then did not close or deliver. */
    public enum OnFailure {
        THIS_NEED,
        GENERALLY
    }

    /** Whether others bid first, and the holder then matches what they offer. */
    public boolean bidsComeFirst() {
        return trigger == Trigger.THIRD_PARTY_OFFER || kind == Kind.LAST_LOOK;
    }

    /**
     * How far another bargain may depart from what its holder left, null where it may in every way.
     *
     * @param known the tail, null if there is none or nobody disclosed it
     */
    public @Nullable Floor floor(@Nullable Tail known) {
        if (conduct.looks() == Looks.ONCE) {
            return null;
        }
        if (known != null) {
            return known.floor();
        }
        return bidsComeFirst() ? Floor.THAT_BARGAIN_ONLY : null;
    }

    /** What a counter is worth: talks where talks are what the right gives. */
    public Counter counter() {
        return kind == Kind.NEGOTIATION ? Counter.NEGOTIATES : conduct.counter();
    }

    public Preemption with(Kind other) {
        return new Preemption(other, trigger, matching, tail, reach, conduct, call);
    }

    public Preemption with(Trigger other) {
        return new Preemption(kind, other, matching, tail, reach, conduct, call);
    }

    public Preemption with(Matching other) {
        return new Preemption(kind, trigger, other, tail, reach, conduct, call);
    }

    public Preemption with(@Nullable Stated<Tail> other) {
        return new Preemption(kind, trigger, matching, other, reach, conduct, call);
    }

    public Preemption with(Reach other) {
        return new Preemption(kind, trigger, matching, tail, other, conduct, call);
    }

    public Preemption with(Conduct other) {
        return new Preemption(kind, trigger, matching, tail, reach, other, call);
    }

    public Preemption calling(@Nullable Call other) {
        return new Preemption(kind, trigger, matching, tail, reach, conduct, other);
    }

    /** Apart from the right: a part that called a method of the right would initialize {@link #PLAIN} before itself. */
    private static final class Range {
        static void require(boolean holds, String problem, String advice) {
            if (!holds) {
                throw new IllegalArgumentException(problem + " is out of range.\n" + advice);
            }
        }
    }
}
