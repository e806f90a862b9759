package io.proviso.desk;

import io.proviso.units.Party;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Something a customer, a holder, a bidder or a worker asks of one capacity request. */
public sealed interface Command {
    /** Asks for capacity that any of these providers might supply. */
    record Request(String id, Terms terms, List<Candidate> candidates, Particulars particulars) implements Command {
        /** Beyond this many bidders the exact award would no longer be instant. */
        public static final int MOST_CANDIDATES = 16;

        /** A request that stands for itself. */
        public Request(String id, Terms terms, List<Candidate> candidates) {
            this(id, terms, candidates, Particulars.NONE);
        }

        public Request {
            Range.name("request", id);
            candidates = List.copyOf(candidates);
            var distinct =
                    candidates.stream().map(Candidate::provider).distinct().count();
            if (candidates.isEmpty() || candidates.size() > MOST_CANDIDATES || distinct < candidates.size()) {
                throw new IllegalArgumentException("request " + id + ": " + candidates.size() + " candidates of which "
                        + distinct + " differ, it must be 1 to " + MOST_CANDIDATES
                        + " different providers.\nName each provider once.");
            }
            var option = particulars.delivery().extension();
            if (option != null
                    && !option.price().currency().equals(terms.price().currency())) {
                throw new IllegalArgumentException(
                        "request " + id + ": the option to prolong at " + option.price() + " is not in "
                                + terms.price().currency() + ".\nState all prices of a request in one currency.");
            }
        }

        /** In what it differs from another, in words. */
        public List<String> differsIn(Request other) {
            var said = particulars;
            var others = other.particulars;
            var differs = new LinkedHashMap<String, Boolean>();
            differs.put("id", !id.equals(other.id));
            differs.put("terms", !terms.equals(other.terms));
            differs.put("candidates", !candidates.equals(other.candidates));
            differs.put("project", !Objects.equals(said.project(), others.project()));
            differs.put("emergency", !Objects.equals(said.emergency(), others.emergency()));
            differs.put("bundle", !Objects.equals(said.bundle(), others.bundle()));
            differs.put("delivery", !said.delivery().equals(others.delivery()));
            return differs.keySet().stream().filter(differs::get).toList();
        }
    }

    /** The notice of an offer reached the holder at that instant; what it lacked, if anything, makes it defective. */
    record ConfirmDelivery(String offer, Instant received, List<String> missing) implements Command {
        public ConfirmDelivery {
            missing = List.copyOf(missing);
        }
    }

    /**
     * A holder's answer, read from the inbox.
     *
     * @param id the holder's own id of the answer, by which duplicates are known
     * @param received when its inbox row was committed, which is when it counts
     */
    record Answer(String offer, String id, Party by, Instant received, Response response) implements Command {
        public Answer {
            Range.name("answer to offer " + offer, id);
        }
    }

    /** Lets the open offer lapse, or closes it because the right ended, if every answer received until that instant was read. */
    record Expire(Instant inboxReadThrough) implements Command {}

    /** Looks again at an open round after the portfolio or its calendars changed: a deadline may move, the right may be gone. */
    record Review(Instant inboxReadThrough) implements Command {}

    /** A bid on a released quantity; a later one of the same provider replaces it, and a copy of one that was replaced does nothing. */
    record Quote(Bid bid) implements Command {}

    /**
     * Closes the bidding, unless a holder must see the bargain first or may be asked again.
     *
     * @param epoch which one it was decided in, so that a late one cannot act; null for whichever is running
     */
    record Award(@Nullable Integer epoch) implements Command {
        public Award() {
            this(null);
        }
    }

    /** The customer takes what the holder proposed instead, if no answer received by now is unread. */
    record AcceptCounter(String offer, String answer, Instant inboxReadThrough) implements Command {}

    /** Customer and holder give the answer more time. */
    record Extend(String offer, Instant until, Set<Party> by) implements Command {
        public Extend {
            Range.date("offer " + offer + ": the later deadline", until);
            by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
        }
    }

    /** An event began during which the clause lets the clock stand still. */
    record Toll(String offer, String event, Instant since) implements Command {}

    /** That event is over. Answers received after the deadline meanwhile count now, if what the clock stood still covers them. */
    record Resume(String offer, Instant until) implements Command {}

    /** The provider said at that instant that a tranche comes at another time; what it said before no longer counts. */
    record Slip(String reservation, int tranche, Instant to, Instant said) implements Command {
        public Slip {
            Range.date("reservation " + reservation + ": its new date", to);
        }
    }

    /** A tranche passed its acceptance test. */
    record AcceptTranche(String reservation, int tranche, Instant passed) implements Command {
        public AcceptTranche {
            Range.date("reservation " + reservation + ": its acceptance", passed);
        }
    }

    /** The customer ends what has not come, after the grace. */
    record EndUndelivered(String reservation) implements Command {}

    /** The customer uses its option to prolong. */
    record Prolong(String reservation) implements Command {}

    /** Reserved capacity will not come, because its provider does not close or does not deliver. */
    record Fail(String reservation, String reason) implements Command {}

    /** The customer no longer needs what is not yet reserved. */
    record Withdraw(String reason, Instant inboxReadThrough) implements Command {}
}
