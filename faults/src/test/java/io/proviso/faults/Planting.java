package io.proviso.faults;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.State;
import io.proviso.desk.Tail;
import io.proviso.desk.rounds.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ways in which a copy of the desk goes wrong. */
final class Planting {
    private static final Decision.Refused REFUSED = new Decision.Refused(Decision.Rule.NOT_YET_DUE, "planted", "");

    private Planting() {}

    /** Hears another command than was given. */
    static FaultsRules hearing(BiFunction<Command, Context, Command> misheard) {
        return (state, command, context) -> Desk.decide(state, misheard.apply(command, context), context);
    }

    /** Sees another state than there is. */
    static FaultsRules seeing(UnaryOperator<State> misseen) {
        return (state, command, context) -> Desk.decide(misseen.apply(state), command, context);
    }

    /** Reads another clause than was signed. */
    static FaultsRules reading(UnaryOperator<FirstRefusal> misread) {
        return (state, command, context) -> Desk.decide(state, command, Altered.terms(context, misread));
    }

    static FaultsRules readingRight(UnaryOperator<Preemption> misread) {
        return reading(terms -> terms.with(misread.apply(terms.preemption())));
    }

    /** Decides all events of a kind otherwise; null leaves the event out. */
    static <E extends Event> FaultsRules deciding(Class<E> kind, Function<E, @Nullable Event> otherwise) {
        return decidingAll(kind, event -> {
            var other = otherwise.apply(event);
            return other == null ? List.of() : List.of(other);
        });
    }

    static <E extends Event> FaultsRules decidingAll(Class<E> kind, Function<E, List<? extends Event>> otherwise) {
        return (state, command, context) -> tampered(Desk.decide(state, command, context), kind, otherwise);
    }

    /** The same, where no right goes beyond one offer, one answer and a deadline. */
    static <E extends Event> FaultsRules decidingPlainly(Class<E> kind, Function<E, List<? extends Event>> otherwise) {
        return (state, command, context) -> {
            var decision = Desk.decide(state, command, context);
            return isPlain(context) ? tampered(decision, kind, otherwise) : decision;
        };
    }

    private static <E extends Event> Decision tampered(
            Decision decision, Class<E> kind, Function<E, List<? extends Event>> otherwise) {
        return decision instanceof Decision.Decided decided
                ? new Decision.Decided(decided.events().stream()
                        .<Event>mapMulti((event, sink) -> {
                            if (kind.isInstance(event)) {
                                otherwise.apply(kind.cast(event)).forEach(sink);
                            } else {
                                sink.accept(event);
                            }
                        })
                        .toList())
                : decision;
    }

    /** Refuses a kind of command. */
    static FaultsRules refusing(Class<? extends Command> kind, Decision.Rule rule) {
        return (state, command, context) -> kind.isInstance(command)
                ? new Decision.Refused(rule, "planted", "")
                : Desk.decide(state, command, context);
    }

    /** Takes the whole inbox for read when it is to see what is due, if that event comes of it first. */
    static FaultsRules takingTheInboxForRead(Class<? extends Event> first) {
        return (state, command, context) -> {
            var decision = isToSeeWhatIsDue(command)
                    ? Desk.decide(state, new Command.Review(context.now()), context)
                    : Planting.refused();
            return first(decision, first) == null ? Desk.decide(state, command, context) : decision;
        };
    }

    /**
     * Looks at the inbox and the clock so much later when it is to see what is due.
     *
     * @param dated that event if it comes of it first, dated back to now; null to look at the right time instead
     */
    static <E extends Event> FaultsRules looking(
            Duration later, Class<E> first, BiFunction<E, Instant, @Nullable Event> dated) {
        return (state, command, context) -> {
            var then = context.now().plus(later);
            var decision = isToSeeWhatIsDue(command)
                    ? Desk.decide(state, new Command.Review(then), context.at(then))
                    : Planting.refused();
            var due = first(decision, first);
            var early = due == null ? null : dated.apply(due, context.now());
            return early == null ? Desk.decide(state, command, context) : new Decision.Decided(List.of(early));
        };
    }

    private static boolean isToSeeWhatIsDue(Command command) {
        return command instanceof Command.Expire || command instanceof Command.Review;
    }

    /** The first event of a decision if it is of that kind, null otherwise. */
    private static <E extends Event> @Nullable E first(Decision decision, Class<E> kind) {
        return decision instanceof Decision.Decided(List<Event> events)
                        && !events.isEmpty()
                        && kind.isInstance(events.getFirst())
                ? kind.cast(events.getFirst())
                : null;
    }

    /** Awards what has to be put to a holder first, for whatever reason of those it was to be put. */
    static FaultsRules awardingAtOnce(Predicate<List<Tail.Departure>> because) {
        return awardingAtOnce((_, put) -> because.test(put.because()));
    }

    /** The same, by what is put. */
    static FaultsRules awardingAtOnce(BiPredicate<CapacityRequest, Event.OfferedToMatch> whether) {
        return (state, command, context) -> {
            var decision = Desk.decide(state, command, context);
            return state instanceof CapacityRequest request
                            && isWithoutWaivers(context)
                            && decision instanceof Decision.Decided decided
                            && !decided.events().isEmpty()
                            && decided.events().getLast() instanceof Event.OfferedToMatch put
                            && whether.test(request, put)
                    ? new Decision.Decided(awarded(request, put))
                    : decision;
        };
    }

    private static List<Event> awarded(CapacityRequest request, Event.OfferedToMatch put) {
        var unclaimed = put.comparison().awarded() - request.quantities().released();
        var awarded = new Event.Awarded(put.at(), put.comparison());
        return unclaimed <= 0
                ? List.of(awarded)
                : List.of(new Event.RemainderReleased(put.at(), unclaimed, Refusal.NONE), awarded);
    }

    static FaultsRules awardingWithinTheTail() {
        return (state, command, context) -> {
            var expires = state instanceof CapacityRequest request ? expires(request) : null;
            if (command instanceof Command.Award && expires != null && expires.isBefore(context.now())) {
                var decision = Desk.decide(state, command, context.at(expires));
                return tampered(
                        decision,
                        Event.Awarded.class,
                        awarded -> List.of(new Event.Awarded(context.now(), awarded.comparison())));
            }
            return Desk.decide(state, command, context);
        };
    }

    private static @Nullable Instant expires(CapacityRequest request) {
        return request.standing().tails().isEmpty()
                ? null
                : request.standing().tails().getLast().expires();
    }

    private static boolean isPlain(Context context) {
        return context.rulings().rights(context.now(), context.now()).stream()
                .allMatch(right -> right.terms().preemption().equals(Preemption.PLAIN));
    }

    private static boolean isWithoutWaivers(Context context) {
        return context.rulings().portfolio().agreements().stream()
                .allMatch(agreement -> agreement.instruments().size() == 1);
    }

    /** The offer a command is about, if its clock runs. */
    static @Nullable Offer running(State state, String id) {
        var offer = state instanceof CapacityRequest request ? request.offer(id) : null;
        return offer != null && offer.isOpen() && offer.receipt() != null ? offer : null;
    }

    /** The request as if nobody had answered its last offer. */
    static State unanswered(CapacityRequest request) {
        var offer = request.offers().getLast();
        var receipt = Objects.requireNonNull(offer.receipt());
        State state = State.NOT_REQUESTED;
        for (var event : List.of(
                new Event.Requested(offer.made(), request.need(), List.of()),
                new Event.Offered(
                        offer.made(),
                        offer.id(),
                        offer.right(),
                        offer.gpus(),
                        offer.round().put()),
                new Event.Received(receipt.at(), offer.id(), receipt))) {
            state = Desk.evolve(state, event);
        }
        return state;
    }

    static Decision refused() {
        return REFUSED;
    }
}
