package io.proviso.desk;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.calendar.Deadline;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Something that happened to one capacity request; {@code at} is the clock of the desk that decided it. */
public sealed interface Event {
    /** Version of the shape of all events as they are written down. */
    int SCHEMA = 4;

    Instant at();

    /** The event as its audience may see it: without what is sealed from a holder. */
    default Event shown() {
        return this;
    }

    /** Who beside the customer may see it, and only as {@link #shown}. */
    default Audience audience() {
        return switch (this) {
            case Offered _,
                    OfferedToMatch _,
                    Received _,
                    Defective _,
                    DeadlineMoved _,
                    Accepted _,
                    Declined _,
                    Waived _,
                    Lapsed _,
                    Moot _,
                    LateAnswer _,
                    TailOpened _,
                    TailExpired _,
                    RightSetAside _,
                    Talks _ -> Audience.HOLDER;
            case Quoted _ -> Audience.ITS_BIDDER;
            case Reserved _, Delivery _ -> Audience.ITS_SUPPLIER;
            case Withdrawn _ -> Audience.HOLDER_ASKED;
            case Requested _, RemainderReleased _, Invited _, Awarded _, Closed _ -> Audience.CUSTOMER_ALONE;
        };
    }

    /** Parties that see an event of a request beside the customer. */
    enum Audience {
        CUSTOMER_ALONE,
        /** Of the right in question. */
        HOLDER,
        /** Of the right under which an offer is open just then; nobody if none is. */
        HOLDER_ASKED,
        /** Of the bid alone: bids are sealed, from the holder and from one another, and stay so after the award. */
        ITS_BIDDER,
        /** Of the reservation. */
        ITS_SUPPLIER
    }

    /** A need is on record with its whole terms, and how each candidate was ruled. */
    record Requested(Instant at, CapacityRequest.Need need, List<Ruled> ruled) implements Event {
        public Requested {
            ruled = List.copyOf(ruled);
        }
    }

    /**
     * The quantity is offered to the holder of first refusal on the terms requested.
     *
     * @param put the same as the record tells it; empty in histories of the first three schemas
     */
    record Offered(Instant at, String offer, Right right, long gpus, Map<String, Term> put) implements Event {
        public Offered {
            put = Collections.unmodifiableMap(new LinkedHashMap<>(put));
        }
    }

    /**
     * A bargain with others is put to the holder before it is made.
     *
     * @param comparison the bids of which it was chosen
     * @param because how it goes beyond what the holder had refused; empty if the clause lets it match every bargain
     * @param blind whether the holder does not learn with whom
     * @param put the bargain as the record tells it; empty in histories of the first three schemas
     */
    record OfferedToMatch(
            Instant at,
            String offer,
            Right right,
            Bargain bargain,
            Map<String, Term> put,
            Comparison comparison,
            List<Tail.Departure> because,
            boolean blind)
            implements Event {
        public OfferedToMatch {
            because = List.copyOf(because);
            put = Collections.unmodifiableMap(new LinkedHashMap<>(put));
        }

        /** Of the bids nothing, and with whom the bargain is, also as the record tells it, only where the clause names alternates. */
        @Override
        public OfferedToMatch shown() {
            var seen = blind ? bargain.blind() : bargain;
            var why = blind ? because.stream().map(Tail.Departure::blind).toList() : because;
            return new OfferedToMatch(at, offer, right, seen, blind ? Map.of() : put, comparison.sealed(), why, blind);
        }
    }

    /** A refusal frees the customer within bounds, and perhaps not for ever. */
    record TailOpened(Instant at, Tail tail) implements Event {
        /** A holder that may know with whom the bargain was learned it from the offer. */
        @Override
        public TailOpened shown() {
            return new TailOpened(at, tail.blind());
        }
    }

    /** Nothing was awarded while the customer was free: the right stands again. */
    record TailExpired(Instant at, Tail tail) implements Event {
        @Override
        public TailExpired shown() {
            return new TailExpired(at, tail.blind());
        }
    }

    /** A right does not stand before this need. */
    record RightSetAside(Instant at, ClauseName right, Why why) implements Event {
        /** What takes it away. */
        public enum Why {
            /** The clause leaves capacity alone that bridges an emergency. */
            EMERGENCY_BRIDGE,
            /** Its holder did not deliver what it had accepted of this need. */
            FAILED_THIS_NEED,
            /** Its holder lost it for good by an earlier failure. */
            LOST_GENERALLY
        }
    }

    /** What moves an open offer without ending it. */
    sealed interface Talks extends Event {}

    /** A counter that the clause does not count as a decline. */
    record Countered(Instant at, String offer, Offer.Ending.Answered counter) implements Talks {}

    /**
     * More time to answer.
     *
     * @param by who consented; empty if the clause gives the time upon a counter
     * @param anew receipt of that counter, from which the window counts anew; null if both consented to another deadline
     */
    record Extended(
            Instant at,
            String offer,
            Deadline from,
            Deadline to,
            Set<Party> by,
            @Nullable Instant anew) implements Talks {
        public Extended {
            by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
        }
    }

    /** The clock stands still: an event that the clause names has begun. */
    record Tolled(Instant at, String offer, String event, Instant since) implements Talks {}

    /**
     * The clock runs again.
     *
     * @param due the deadline without the time for which it stood still; null in histories of the first three schemas, which added
     *     that time as long as it was
     */
    record Resumed(
            Instant at,
            String offer,
            Instant until,
            @Nullable Deadline due) implements Talks {}

    /** What becomes of capacity after it was reserved. */
    sealed interface Delivery extends Event {
        String reservation();
    }

    /** A tranche comes at another time, as its provider said then; so many GPUs are affected. */
    record Slipped(Instant at, String reservation, int tranche, long affected, Instant to, Instant said)
            implements Delivery {}

    /** A tranche passed its acceptance test: from then on it is paid for, used or not. */
    record TrancheAccepted(Instant at, String reservation, int tranche, Instant passed) implements Delivery {}

    /** The customer keeps the capacity longer, as its option allows. */
    record Prolonged(Instant at, String reservation, DeliveryTerms.Extension option) implements Delivery {}

    /**
     * Reserved capacity that was not delivered will not come; the quantity is looked for again.
     *
     * @param right whose holder had accepted it, null if an alternate fails
     * @param loses for what that holder loses its right, null if it holds none
     */
    record Failed(
            Instant at,
            String reservation,
            long gpus,
            @Nullable ClauseName right,
            Preemption.@Nullable OnFailure loses,
            String reason)
            implements Delivery {}

    /** A complete notice reached the holder: the clock runs, under the text of the right pinned here. */
    record Received(Instant at, String offer, Offer.Receipt receipt) implements Event {}

    /** A notice reached the holder that lacked something: no clock runs. */
    record Defective(Instant at, String offer, Instant received, List<String> missing) implements Event {
        public Defective {
            missing = List.copyOf(missing);
        }
    }

    /** A closure became known before expiry, or the clock had stood still. */
    record DeadlineMoved(Instant at, String offer, Deadline from, Deadline to) implements Event {}

    /** The holder takes that quantity. */
    record Accepted(Instant at, String offer, Offer.Ending by, long gpus) implements Event {}

    /** The holder does not take the quantity. */
    record Declined(Instant at, String offer, Offer.Ending by, Because because) implements Event {
        /** What makes the answer a decline. */
        public enum Because {
            DECLINED,
            COUNTERED,
            /** It takes the bargain, but not on the terms the clause wants matched. */
            NOT_MATCHED,
            PARTIAL_NOT_ALLOWED,
            BELOW_MINIMUM_GANG
        }
    }

    /** The holder gives up its right for this need. */
    record Waived(Instant at, String offer, Offer.Ending by) implements Event {}

    /** Nobody answered until the deadline, and every answer received by then had been read. */
    record Lapsed(Instant at, String offer, Offer.Ending by) implements Event {}

    /** The right ended before the offer was answered. */
    record Moot(Instant at, String offer, Offer.Ending by) implements Event {}

    /** An answer that came after the deadline on record, or after the end; it changes nothing, unless the deadline moves past it. */
    record LateAnswer(Instant at, String offer, String answer, Instant received, Response response) implements Event {}

    /** A quantity no right stands before any more, and what freed it. */
    record RemainderReleased(Instant at, long gpus, Refusal freedBy) implements Event {}

    /** Providers may bid; those kept out stay on record with their rulings. */
    record Invited(Instant at, long gpus, List<Ruled> invited, List<Ruled> excluded) implements Event {
        public Invited {
            invited = List.copyOf(invited);
            excluded = List.copyOf(excluded);
        }
    }

    /** A bid, sealed until the award. */
    record Quoted(Instant at, Bid bid) implements Event {}

    /** The bids compared, the winners and why the others did not win. */
    record Awarded(Instant at, Comparison comparison) implements Event {}

    /** Capacity the customer now has, with the ruling that allowed it. */
    record Reserved(Instant at, Reservation reservation, Ruling ruling) implements Event {
        public Reserved {
            if (ruling.outcome() != io.proviso.agreement.question.Outcome.PERMITTED) {
                throw new IllegalArgumentException("reservation " + reservation.id() + ": ruling " + ruling.id()
                        + " is " + ruling.outcome() + "; nothing is reserved that is not permitted");
            }
        }
    }

    /** The customer no longer needs what is not yet reserved. */
    record Withdrawn(Instant at, String reason) implements Event {
        /** The reason is the customer's own. */
        @Override
        public Withdrawn shown() {
            return new Withdrawn(at, "");
        }
    }

    /** The end of the request; {@code unmet} GPUs found no supply. */
    record Closed(Instant at, Outcome outcome, long unmet) implements Event {
        /** How a request ends by itself. */
        public enum Outcome {
            /** All of it is reserved. */
            SERVED,
            /** The bids did not cover all of it. */
            UNDERSUPPLIED,
            /** No candidate may lawfully supply it. */
            NO_LAWFUL_PROVIDER
        }
    }
}
