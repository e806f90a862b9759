package io.proviso.desk;

import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.desk.rounds.Contract;
import io.proviso.desk.rounds.Desk;
import io.proviso.desk.rounds.PreemptionSetting;
import io.proviso.desk.rounds.Rounds;
import io.proviso.desk.rounds.Rules;
import io.proviso.units.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies of the rules of the desk with one fault each, in what goes beyond an offer and an answer. */
public enum PlantedPreemptionFault implements Rules {
    /** A better price in the tail goes to the alternate, and nobody is asked again. */
    SKIPS_THE_REOFFER("an award is below the floor of the tail, and nobody was asked again") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(state, command, context.under(PreemptionSetting.ANYTHING_IN_THE_TAIL.rulings()));
        }
    },

    /** An award is not asked for its epoch. */
    ACTS_ON_AN_EARLIER_EPOCH("an award of an earlier epoch acts") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(state, command instanceof Command.Award ? new Command.Award() : command, context);
        }
    },

    /** The end of a tail is not looked for. */
    AWARDS_AFTER_THE_TAIL("an award is made when the tail is over") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(
                    state instanceof CapacityRequest request && command instanceof Command.Award
                            ? withoutTails(request, context.now())
                            : state,
                    command,
                    context);
        }
    },

    /** What is just above the tolerance is taken for a match. */
    COUNTS_A_MATCH_ABOVE_THE_TOLERANCE("an acceptance counts that is no match") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(state, command, context.under(PreemptionSetting.TOO_TOLERANT.rulings()));
        }
    },

    /** The last look is given once. */
    LOOKS_ONCE("an award is below the floor of the tail, and nobody was asked again") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(
                    state instanceof CapacityRequest request && command instanceof Command.Award
                            ? withoutTails(request, Instant.MAX)
                            : state,
                    command,
                    context);
        }
    },

    /** Ranks are read the other way round. */
    ASKS_THE_SECOND_RANK_FIRST("a holder is asked before the one of a higher rank") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(state, command, context.under(PreemptionSetting.RANKED_OTHERWISE.rulings()));
        }
    },

    /** The holder alone may take more time. */
    EXTENDS_AT_THE_HOLDERS_WORD("a deadline moves without both, or comes nearer") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            var both = Set.of(Contract.MICROSOFT, new Party("openai"));
            if (!(command instanceof Command.Extend extend) || extend.by().equals(both)) {
                return Desk.decide(state, command, context);
            }
            return Desk.decide(state, new Command.Extend(extend.offer(), extend.until(), both), context)
                            instanceof Decision.Decided decided
                    ? new Decision.Decided(decided.events().stream()
                            .map(event -> event instanceof Event.Extended extended
                                    ? new Event.Extended(
                                            extended.at(),
                                            extended.offer(),
                                            extended.from(),
                                            extended.to(),
                                            extend.by(),
                                            extended.anew())
                                    : event)
                            .toList())
                    : Desk.decide(state, command, context);
        }
    },

    /** The deadline worker does not know of strikes. */
    LAPSES_WHILE_THE_CLOCK_STANDS_STILL("an offer lapses while its clock stands still") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(
                    state instanceof CapacityRequest request && command instanceof Command.Expire
                            ? running(request)
                            : state,
                    command,
                    context);
        }

        private CapacityRequest running(CapacityRequest request) {
            var offer = request.openOffer();
            return offer == null || offer.receipt() == null
                    ? request
                    : request.change(
                            offer.on(offer.round()
                                    .telling(offer.round().steps().stream()
                                            .filter(step -> !(step.what() instanceof Happening.Tolled))
                                            .toList())),
                            request.quantities());
        }
    },

    /** The inbox is not read before a counter is accepted. */
    ACCEPTS_A_COUNTER_UNREAD("a counter is accepted while an answer is unread") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(
                    state,
                    command instanceof Command.AcceptCounter accept
                            ? new Command.AcceptCounter(accept.offer(), accept.answer(), context.now())
                            : command,
                    context);
        }
    },

    /** A closure is counted from the notice, also where a counter gave the window anew. */
    COUNTS_FROM_THE_NOTICE("an offer lapses before its deadline has passed") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            var open = state instanceof CapacityRequest request ? request.openOffer() : null;
            return Desk.decide(
                    open != null && open.receipt() != null
                            ? ((CapacityRequest) state)
                                    .change(fromTheNotice(open), ((CapacityRequest) state).quantities())
                            : state,
                    command,
                    context);
        }

        private Offer fromTheNotice(Offer offer) {
            var others = offer.round().steps().stream()
                    .filter(step -> !(step.what() instanceof Happening.Countered))
                    .toList();
            return offer.on(offer.round().telling(others));
        }
    },

    /** What others have drawn of a waiver is not looked at. */
    FORGETS_WHAT_OTHERS_DREW("capacity is awarded to an alternate before the holder refused it") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(state, command, context.under(PreemptionSetting.WAIVED.rulings()));
        }
    },

    /** Who did not close is asked again. */
    ASKS_A_HOLDER_THAT_FAILED("a holder is asked whose right does not stand here") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            var decision = Desk.decide(state, command, context);
            if (!(command instanceof Command.Fail)
                    || !(decision instanceof Decision.Decided decided)
                    || !(state instanceof CapacityRequest request)
                    || decided.events().size() < 2
                    || !(decided.events().get(1) instanceof Event.RightSetAside)) {
                return decision;
            }
            var first = request.offers().getFirst();
            var again = new Event.Offered(
                    context.now(),
                    Rounds.nextId(request),
                    first.right(),
                    ((Event.Failed) decided.events().getFirst()).gpus(),
                    first.round().put());
            return new Decision.Decided(
                    List.of(decided.events().getFirst(), decided.events().get(1), again));
        }
    },

    /** Each part of a split need is looked at alone. */
    LOOKS_AT_EACH_PART_ALONE("capacity is awarded to an alternate before the holder refused it") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(state, command, new Context(context.rulings(), context.now()));
        }
    },

    /** A slip starts the grace at once. */
    ENDS_WITHIN_THE_GRACE("capacity is ended before its grace is over") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(
                    state,
                    command,
                    command instanceof Command.EndUndelivered
                            ? context.at(context.now().plus(Duration.ofDays(10)))
                            : context);
        }
    },

    /** What is put on record is not what is offered. */
    PUTS_ONE_ON_RECORD_AND_OFFERS_ALL("the desk does what a ruling over the rounds on record does not say") {
        @Override
        public Decision decide(State state, Command command, Context context) {
            return Desk.decide(state, command, context) instanceof Decision.Decided decided
                    ? new Decision.Decided(decided.events().stream()
                            .map(event -> event instanceof Event.Offered offered ? puttingOne(offered) : event)
                            .toList())
                    : Desk.decide(state, command, context);
        }

        private Event puttingOne(Event.Offered offered) {
            return new Event.Offered(
                    offered.at(), offered.offer(), offered.right(), offered.gpus(), Map.of("gpus", new Term.Amount(1)));
        }
    };

    private final String broken;

    PlantedPreemptionFault(String broken) {
        this.broken = broken;
    }

    public PreemptionSetting setting() {
        return switch (this) {
            case SKIPS_THE_REOFFER -> PreemptionSetting.TAIL;
            case ACTS_ON_AN_EARLIER_EPOCH -> PreemptionSetting.TAIL;
            case AWARDS_AFTER_THE_TAIL -> PreemptionSetting.TAIL;
            case COUNTS_A_MATCH_ABOVE_THE_TOLERANCE -> PreemptionSetting.MATCH;
            case LOOKS_ONCE -> PreemptionSetting.LAST_LOOK;
            case ASKS_THE_SECOND_RANK_FIRST -> PreemptionSetting.RANKED;
            case EXTENDS_AT_THE_HOLDERS_WORD -> PreemptionSetting.EXTENDS;
            case LAPSES_WHILE_THE_CLOCK_STANDS_STILL -> PreemptionSetting.TOLLED;
            case ACCEPTS_A_COUNTER_UNREAD -> PreemptionSetting.EXTENDS_ON_CLOSED_DAYS;
            case COUNTS_FROM_THE_NOTICE -> PreemptionSetting.EXTENDS_ON_CLOSED_DAYS;
            case FORGETS_WHAT_OTHERS_DREW -> PreemptionSetting.WAIVED;
            case ASKS_A_HOLDER_THAT_FAILED -> PreemptionSetting.FAILS;
            case LOOKS_AT_EACH_PART_ALONE -> PreemptionSetting.AGGREGATED;
            case ENDS_WITHIN_THE_GRACE -> PreemptionSetting.SLIPS;
            case PUTS_ONE_ON_RECORD_AND_OFFERS_ALL -> PreemptionSetting.TAIL;
        };
    }

    /** Answers to an offer that it takes to see it. */
    public int answers() {
        return this == ACCEPTS_A_COUNTER_UNREAD ? 2 : 1;
    }

    public String broken() {
        return broken;
    }

    /** As if those tails did not matter that are over by then. */
    private static CapacityRequest withoutTails(CapacityRequest request, Instant over) {
        var standing = request.standing();
        var others = standing.tails().stream()
                .filter(tail ->
                        tail.expires() != null && over.isBefore(tail.expires().plusNanos(1)))
                .toList();
        return request.standing(
                new Standing(standing.epoch(), others, standing.setAside(), standing.stale(), standing.heard()));
    }
}
