package io.proviso.desk;

import io.proviso.agreement.Ruling;
import io.proviso.calendar.Deadline;
import java.time.Instant;
import java.util.List;

/** Something that happened to one capacity request; {@code at} is the clock of the desk that decided it. */
public sealed interface Event {
    /** Version of the shape of all events as they are written down. */
    int SCHEMA = 1;

    Instant at();

    /** Version of this event's own shape, raised when it changes. */
    default int schema() {
        return SCHEMA;
    }

    /** A need is on record with its whole terms, and how each candidate was ruled. */
    record Requested(Instant at, CapacityRequest.Need need, List<Ruled> ruled) implements Event {
        public Requested {
            ruled = List.copyOf(ruled);
        }
    }

    /** The quantity is offered to the holder of first refusal on the terms requested. */
    record Offered(Instant at, String offer, Right right, long gpus) implements Event {}

    /** A complete notice reached the holder: the clock runs, under the text of the right pinned here. */
    record Received(Instant at, String offer, Offer.Receipt receipt) implements Event {}

    /** A notice reached the holder that lacked something: no clock runs. */
    record Defective(Instant at, String offer, Instant received, List<String> missing) implements Event {
        public Defective {
            missing = List.copyOf(missing);
        }
    }

    /** A closure became known before expiry. */
    record DeadlineMoved(Instant at, String offer, Deadline from, Deadline to) implements Event {}

    /** The holder takes that quantity. */
    record Accepted(Instant at, String offer, Offer.Ending by, long gpus) implements Event {}

    /** The holder does not take the quantity. */
    record Declined(Instant at, String offer, Offer.Ending by, Because because) implements Event {
        /** What makes the answer a decline. */
        public enum Because {
            DECLINED,
            COUNTERED,
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

    /** An answer that came when the offer could no longer be answered; it changes nothing. */
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
    record Reserved(Instant at, Reservation reservation, Ruling ruling) implements Event {}

    /** The customer no longer needs what is not yet reserved. */
    record Withdrawn(Instant at, String reason) implements Event {}

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
