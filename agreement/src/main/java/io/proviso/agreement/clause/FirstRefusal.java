package io.proviso.agreement.clause;

import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Before the customer goes elsewhere the holder must have been offered the capacity and have refused it, or let its window lapse. */
public record FirstRefusal(
        Party holder,
        Scope scope,
        Answering answering,
        OnLapse onLapse,
        Partial partial,
        BelowGang belowGang,
        Preemption preemption)
        implements ClauseBody {
    /** One offer, one answer, and a refusal frees the customer for good. */
    public FirstRefusal(
            Party holder, Scope scope, Answering answering, OnLapse onLapse, Partial partial, BelowGang belowGang) {
        this(holder, scope, answering, onLapse, partial, belowGang, Preemption.PLAIN);
    }

    /** The first that readings of a clause give; null if none does. */
    public static @Nullable FirstRefusal in(List<Reading> readings) {
        return readings.stream()
                .map(Reading::body)
                .filter(FirstRefusal.class::isInstance)
                .map(FirstRefusal.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** What a counter-offer is worth in a stage: talks consist of them, whatever the clause says of one that comes before. */
    public Preemption.Counter counter(int stage) {
        return stage > 0 ? Preemption.Counter.NEGOTIATES : preemption.counter();
    }

    public FirstRefusal with(Preemption other) {
        return new FirstRefusal(holder, scope, answering, onLapse, partial, belowGang, other);
    }

    /** With its threshold; the window matters only where a round is run by it, and is asked for there. */
    @Override
    public FirstRefusal asKnown(Instant knownAt) {
        var reach = preemption.reach();
        var parts = reach.aggregation();
        if (parts == null) {
            return this;
        }
        var known = new Preemption.Aggregation(
                parts.days(), parts.threshold().asKnown(knownAt), parts.by(), parts.affiliates());
        return with(preemption.with(new Preemption.Reach(known, reach.bridge())));
    }

    public FirstRefusal withoutWindow() {
        var unknown = new Answering(
                Stated.undisclosed(),
                answering.talks(),
                answering.opens(),
                answering.calendar(),
                answering.days(),
                answering.from());
        return new FirstRefusal(holder, scope, unknown, onLapse, partial, belowGang, preemption);
    }

    /**
     * How long the holder has, counted in which calendar; null means the agreement's own, as does what {@code days} leaves out.
     *
     * @param talks the windows of the later stages of a negotiation, each from the receipt of what ends the stage before
     * @param opens what ends such a stage
     * @param from from what the window runs; from the giving it is counted from its day, and the terms of receipt do not matter
     */
    public record Answering(
            Stated<Window> window,
            List<Stated<Window>> talks,
            TalksOpen opens,
            @Nullable String calendar,
            DayTerms.Written days,
            From from) {
        public Answering {
            talks = List.copyOf(talks);
            days = from == From.GIVING ? days.fromGiving() : days;
        }

        /** Whether an acceptance in that stage, from 0, opens the next one and takes nothing. */
        public boolean opensTalks(int stage) {
            return opens == TalksOpen.BY_EXERCISE && stage < talks.size();
        }

        /** From receipt, and by a proposal. */
        public Answering(
                Stated<Window> window, List<Stated<Window>> talks, @Nullable String calendar, DayTerms.Written days) {
            this(window, talks, TalksOpen.BY_PROPOSAL, calendar, days, From.RECEIPT);
        }

        public Answering(Stated<Window> window, @Nullable String calendar, @Nullable LocalTime cutoff) {
            this(window, List.of(), calendar, DayTerms.Written.cutoff(cutoff));
        }
    }

    /** By what a stage of a negotiation ends and the next one opens. */
    public enum TalksOpen {
        BY_PROPOSAL,
        /** By a proposal, or by the exercise of the right: who accepts what was put has agreed to talk about it, and to nothing else. */
        BY_EXERCISE
    }

    /** From what a time to answer runs. */
    public enum From {
        RECEIPT,
        /** From the day on which the notice is given, whenever the holder has it in hand. */
        GIVING
    }

    /** What silence until the deadline means. */
    public enum OnLapse {
        DECLINE,
        ACCEPT
    }

    /** Whether the holder may take a part of the quantity. */
    public enum Partial {
        NONE,
        ANY
    }

    /** What a partial acceptance is worth that leaves less than the minimum gang on either side. */
    public enum BelowGang {
        /** It counts as a decline of the whole. */
        DECLINES_ALL,
        /** It binds; the remainder is the customer's problem. */
        BINDS
    }

    @Override
    public Set<String> acts() {
        return scope.acts();
    }

    @Override
    public String kind() {
        return "first-refusal";
    }
}
