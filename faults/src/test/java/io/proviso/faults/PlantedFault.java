package io.proviso.faults;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Conduct;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.Window;
import io.proviso.desk.Bargain;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Right;
import io.proviso.desk.State;
import io.proviso.desk.Tail;
import io.proviso.desk.Tail.Metric;
import io.proviso.desk.rounds.Desk;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies of the rules with one fault each, and what the witness has to say of it. */
public enum PlantedFault {
    LOSES_ITS_HEAD(FaultsRule.GIVES_UP, (state, command, context) -> {
        if (command instanceof Command.Award) {
            throw new NoSuchElementException("nobody to award to");
        }
        return Desk.decide(state, command, context);
    }),
    LETS_NOTHING_LAPSE(FaultsRule.STUCK, Planting.refusing(Command.Expire.class, Rule.NOT_YET_DUE)),

    TAKES_A_SECOND_ANSWER(FaultsRule.ANSWERED_TWICE, (state, command, context) -> {
        var isAnswered = command instanceof Command.Answer
                && state instanceof CapacityRequest request
                && !request.offers().isEmpty()
                && request.offers().getLast().ending() instanceof Offer.Ending.Answered;
        return Desk.decide(isAnswered ? Planting.unanswered((CapacityRequest) state) : state, command, context);
    }),
    TAKES_LATE_ANSWERS(
            FaultsRule.ANSWERED_BY_NOBODY,
            (state, command, context) -> Desk.decide(state, inTime(state, command), context)),
    RAISES_AN_ALARM_AT_EVERY_ANSWER(
            FaultsRule.OVERTAKEN, Planting.refusing(Command.Answer.class, Rule.INBOX_READ_FIRST)),
    EXPIRES_WITHOUT_READING_THE_INBOX(
            FaultsRule.OVERTAKEN_BY_LAPSE,
            Planting.hearing((command, context) ->
                    command instanceof Command.Expire ? new Command.Expire(context.now()) : command)),
    ENDS_WITH_THE_RIGHT_WITHOUT_READING_THE_INBOX(
            FaultsRule.OVERTAKEN_BY_THE_END, Planting.takingTheInboxForRead(Event.Moot.class)),
    WITHDRAWS_WITHOUT_READING_THE_INBOX(
            FaultsRule.OVERTAKEN_BY_THE_CUSTOMER,
            Planting.hearing((command, context) -> command instanceof Command.Withdraw withdraw
                    ? new Command.Withdraw(withdraw.reason(), context.now())
                    : command)),
    CALLS_EVERY_ANSWER_LATE(FaultsRule.TAKEN_FOR_LATE, (state, command, context) -> {
        return command instanceof Command.Answer answer && Planting.running(state, answer.offer()) != null
                ? new Decision.Decided(List.of(new Event.LateAnswer(
                        context.now(), answer.offer(), answer.id(), answer.received(), answer.response())))
                : Desk.decide(state, command, context);
    }),
    TURNS_ANSWERS_AWAY(FaultsRule.TURNED_AWAY, Planting.refusing(Command.Answer.class, Rule.AN_ANSWER_FITS_ITS_OFFER)),
    COUNTS_A_MATCH_BEYOND_THE_TOLERANCE(
            FaultsRule.NO_MATCH,
            Planting.readingRight(right -> right.with(new Preemption.Matching(
                    Preemption.Matching.Standard.ECONOMIC_ONLY,
                    BigDecimal.TEN,
                    right.matching().nonCash(),
                    right.matching().alternates())))),
    LETS_ANY_PART_BE_TAKEN(
            FaultsRule.NO_PART,
            Planting.reading(terms -> Altered.partial(terms, FirstRefusal.Partial.ANY, FirstRefusal.BelowGang.BINDS))),
    LETS_NO_PART_BE_TAKEN(
            FaultsRule.NO_COUNTER,
            Planting.reading(terms -> Altered.partial(terms, FirstRefusal.Partial.NONE, terms.belowGang()))),
    TAKES_EVERY_COUNTER_FOR_A_DECLINE(FaultsRule.NO_DECLINE, Planting.reading(Altered::declining)),
    TAKES_AN_ACCEPTANCE_FOR_TALK(FaultsRule.NO_COUNTER, (state, command, context) -> {
        return Desk.decide(state, command, context) instanceof Decision.Decided decided
                ? decided.events().stream()
                        .<Decision>mapMulti((event, sink) -> {
                            if (event instanceof Event.Accepted accepted
                                    && accepted.by() instanceof Offer.Ending.Answered by) {
                                sink.accept(new Decision.Decided(
                                        List.of(new Event.Countered(accepted.at(), accepted.offer(), by))));
                            }
                        })
                        .findFirst()
                        .orElse(decided)
                : Planting.refused();
    }),
    TAKES_SILENCE_FOR_CONSENT(
            FaultsRule.SILENCE,
            Planting.reading(terms -> new FirstRefusal(
                    terms.holder(),
                    terms.scope(),
                    terms.answering(),
                    FirstRefusal.OnLapse.ACCEPT,
                    terms.partial(),
                    terms.belowGang(),
                    terms.preemption()))),

    STARTS_THE_CLOCK_AT_A_DEFECTIVE_NOTICE(
            FaultsRule.NO_NOTICE,
            Planting.hearing((command, context) -> command instanceof Command.ConfirmDelivery notice
                    ? new Command.ConfirmDelivery(notice.offer(), notice.received(), List.of())
                    : command)),
    SHORTENS_THE_WINDOW_OF_A_REOFFER(
            FaultsRule.OTHER_DEADLINE,
            Planting.readingRight(right -> right.with(new Conduct(
                    right.conduct().counter(),
                    right.conduct().notice(),
                    new Window.Hours(1),
                    right.conduct().tolling(),
                    right.conduct().onFailure(),
                    right.conduct().rank())))),
    MOVES_A_DEADLINE_BACK(FaultsRule.NEARER, Planting.deciding(Event.DeadlineMoved.class, moved -> {
        var sooner =
                new Deadline(moved.from().deemedReceived(), moved.from().local().minusHours(1));
        return new Event.DeadlineMoved(moved.at(), moved.offer(), moved.from(), sooner);
    })),
    EXTENDS_FOR_THE_HOLDER_ALONE(
            FaultsRule.NO_CONSENT, (state, command, context) -> Desk.decide(state, agreed(state, command), context)),
    STOPS_THE_CLOCK_FOR_ANY_STRIKE(
            FaultsRule.STOPPED_FOR_NOTHING,
            Planting.readingRight(
                    right -> right.with(Altered.tolling(right.conduct(), List.of(FaultsTerms.TOLLED_BY))))),
    STOPS_THE_CLOCK_FOR_THE_SAME_STRIKE(FaultsRule.STOPPED_TWICE, (state, command, context) -> {
        var decision = Desk.decide(state, command, context);
        var offer = command instanceof Command.Toll toll ? Planting.running(state, toll.offer()) : null;
        return offer != null
                        && decision instanceof Decision.Decided decided
                        && decided.events().isEmpty()
                ? new Decision.Decided(List.of(new Event.Tolled(
                        context.now(), offer.id(), FaultsTerms.TOLLED_BY, ((Command.Toll) command).since())))
                : decision;
    }),
    EXPIRES_AHEAD_OF_TIME(
            FaultsRule.LAPSES_EARLY,
            Planting.looking(
                    Duration.ofDays(9),
                    Event.Lapsed.class,
                    (lapsed, now) -> lapsed.by() instanceof Offer.Ending.Lapsed by && now.isBefore(by.deadline())
                            ? new Event.Lapsed(now, lapsed.offer(), by)
                            : null)),
    LAPSES_WHILE_THE_CLOCK_STANDS_STILL(
            FaultsRule.LAPSES_WHILE_STOPPED,
            (state, command, context) ->
                    Desk.decide(command instanceof Command.Expire ? Altered.running(state) : state, command, context)),
    READS_THE_AGREEMENT_OF_NEXT_WEEK(
            FaultsRule.MOOT_BUT_STANDING,
            Planting.looking(
                    Duration.ofDays(9), Event.Moot.class, (moot, now) -> new Event.Moot(now, moot.offer(), moot.by()))),

    RELEASES_ONE_MORE(
            FaultsRule.RELEASED_BUT_NOT_OPEN,
            Planting.deciding(
                    Event.RemainderReleased.class,
                    released -> new Event.RemainderReleased(released.at(), released.gpus() + 1, released.freedBy()))),
    RELEASES_INSTEAD_OF_OFFERING(
            FaultsRule.RELEASED_BUT_NOT_OFFERED,
            Planting.decidingPlainly(
                    Event.Offered.class,
                    offered -> List.of(new Event.RemainderReleased(offered.at(), offered.gpus(), Refusal.NONE)))),
    RELEASES_AT_THE_RECEIPT(
            FaultsRule.RELEASED_BUT_NOT_REFUSED,
            Planting.decidingPlainly(
                    Event.Received.class,
                    received -> List.of(received, new Event.RemainderReleased(received.at(), 1, Refusal.NONE)))),
    RELEASES_ONE_LESS(
            FaultsRule.RELEASED_IN_PART,
            Planting.decidingPlainly(
                    Event.RemainderReleased.class,
                    released -> List.of(
                            new Event.RemainderReleased(released.at(), released.gpus() - 1, released.freedBy())))),
    MISTAKES_A_DECLINE_FOR_A_LAPSE(
            FaultsRule.RELEASED_AS_ANOTHER,
            Planting.decidingPlainly(
                    Event.RemainderReleased.class,
                    released -> List.of(new Event.RemainderReleased(released.at(), released.gpus(), Refusal.LAPSED)))),
    LOSES_THE_REMAINDER(FaultsRule.OPEN_BUT_NOT_OFFERED, (state, command, context) -> {
        var decision = Desk.decide(state, command, context);
        return decision instanceof Decision.Decided decided
                        && decided.events().stream().anyMatch(Event.Accepted.class::isInstance)
                ? new Decision.Decided(decided.events().stream()
                        .filter(event -> !(event instanceof Event.RemainderReleased))
                        .toList())
                : decision;
    }),
    INVITES_NOBODY(FaultsRule.RELEASED_BUT_NOT_INVITED, Planting.decidingPlainly(Event.Invited.class, _ -> List.of())),
    RESERVES_NOTHING(FaultsRule.TAKEN_BUT_NOT_RESERVED, Planting.deciding(Event.Reserved.class, _ -> null)),
    TAKES_TWO_LESS_THAN_WAS_ACCEPTED(
            FaultsRule.RESERVED_OTHERWISE,
            Planting.decidingPlainly(
                    Event.Accepted.class,
                    accepted -> List.of(
                            accepted.gpus() < 4
                                    ? accepted
                                    : new Event.Accepted(
                                            accepted.at(), accepted.offer(), accepted.by(), accepted.gpus() - 2)))),

    FORGETS_EARLIER_REQUESTS(
            FaultsRule.AGGREGATED_OTHERWISE, (state, command, context) -> Desk.decide(state, command, alone(context))),
    CALLS_EVERY_QUANTITY_A_BRIDGE(
            FaultsRule.SET_ASIDE_BUT_STANDING,
            Planting.readingRight(right -> right.with(new Preemption.Reach(
                    right.reach().aggregation(), new Preemption.Bridge(FaultsTerms.BRIDGE_DAYS, null))))),
    ASKS_WHOM_IT_SET_ASIDE(
            FaultsRule.ASKED_WITHOUT_A_RIGHT,
            (state, command, context) -> Desk.decide(state, command, context) instanceof Decision.Decided decided
                    ? decided.events().stream().anyMatch(Event.RightSetAside.class::isInstance)
                            ? askedAfterAll(decided, context)
                            : decided
                    : Planting.refused()),
    ASKS_TWICE_AT_ONCE(
            FaultsRule.ASKED_AT_ONCE, Planting.decidingAll(Event.Offered.class, offered -> List.of(offered, offered))),
    ASKS_THE_LAST_RANK_FIRST(
            FaultsRule.ASKED_OUT_OF_RANK,
            Planting.readingRight(right -> right.with(
                    Altered.ranked(right.conduct(), 3 - right.conduct().rank())))),
    PUTS_IT_DEARER_THAN_IT_IS(
            FaultsRule.ASKED_FOR_ANOTHER_BARGAIN,
            Planting.deciding(
                    Event.OfferedToMatch.class,
                    put -> new Event.OfferedToMatch(
                            put.at(),
                            put.offer(),
                            put.right(),
                            dearer(put.bargain()),
                            put.put(),
                            put.comparison(),
                            put.because(),
                            put.blind()))),

    AWARDS_WHAT_IS_NOT_RELEASED(FaultsRule.AWARDED_BUT_NOT_FREE, (state, command, context) -> {
        var decision = Desk.decide(state, command, context);
        return decision instanceof Decision.Decided decided
                        && decided.events().stream().anyMatch(Event.Awarded.class::isInstance)
                ? new Decision.Decided(decided.events().stream()
                        .filter(event -> !(event instanceof Event.RemainderReleased))
                        .toList())
                : decision;
    }),
    AWARDS_BEFORE_THE_HOLDER_SAW_IT(FaultsRule.AWARDED_UNASKED, Planting.awardingAtOnce(List::isEmpty)),
    AWARDS_MORE_THAN_THE_HOLDER_LEFT(
            FaultsRule.AWARDED_BEYOND_THE_REFUSAL, Planting.awardingAtOnce(PlantedFault::isMoreThanWasEverOffered)),
    AWARDS_CHEAPER_THAN_THE_HOLDER_SAW(
            FaultsRule.AWARDED_BELOW_THE_FLOOR, Planting.awardingAtOnce(because -> only(because, Metric.PRICE))),
    AWARDS_LATER_THAN_THE_HOLDER_SAW(
            FaultsRule.AWARDED_AS_ANOTHER_BARGAIN, Planting.awardingAtOnce(because -> only(because, Metric.START))),
    DRAWS_NOTHING(FaultsRule.AWARDED_BEYOND_THE_WAIVER, new FaultsRules() {
        private final Map<List<Agreement>, Rulings> undrawn = Collections.synchronizedMap(new IdentityHashMap<>());

        @Override
        public Decision decide(State state, Command command, Context context) {
            var rulings = context.rulings();
            var first = undrawn.putIfAbsent(rulings.portfolio().agreements(), rulings);
            return Desk.decide(state, command, first == null ? context : context.under(first));
        }
    }),
    ACTS_ON_AN_AWARD_OF_AN_EARLIER_EPOCH(
            FaultsRule.AWARDED_IN_AN_EARLIER_EPOCH,
            Planting.hearing((command, context) -> command instanceof Command.Award ? new Command.Award() : command)),
    FORGETS_THE_TAIL(FaultsRule.AWARDED_WITHOUT_BOUNDS, Planting.deciding(Event.TailOpened.class, _ -> null)),
    AWARDS_AFTER_THE_TAIL(FaultsRule.AWARDED_AFTER_THE_TAIL, Planting.awardingWithinTheTail()),
    FREES_FOR_A_DAY_MORE(
            FaultsRule.TAIL_OF_ANOTHER_LENGTH,
            Planting.readingRight(right -> right.tail() instanceof Stated.Known<Preemption.Tail> known
                    ? right.with(Stated.of(new Preemption.Tail(
                            Objects.requireNonNull(known.value().length()).n() + 1,
                            known.value().floor())))
                    : right)),
    FREES_FOR_ANYTHING(
            FaultsRule.TAIL_OF_ANOTHER_BARGAIN,
            Planting.readingRight(right -> right.tail() instanceof Stated.Known<Preemption.Tail> known
                    ? right.with(Stated.of(new Preemption.Tail(
                            known.value().period(), known.value().from(), Altered.ANYTHING)))
                    : right)),
    RENEWS_A_RIGHT_AHEAD_OF_TIME(
            FaultsRule.TAIL_ENDS_EARLY,
            Planting.looking(
                    Duration.ofDays(61),
                    Event.TailExpired.class,
                    (expired, now) ->
                            now.isAfter(Objects.requireNonNull(expired.tail().expires()))
                                    ? null
                                    : new Event.TailExpired(now, expired.tail()))),

    PUTS_THE_HOLDERS_OWN_CAPACITY_ON_RECORD(
            FaultsRule.RECORDED_OTHERWISE,
            Planting.deciding(
                    Event.Offered.class,
                    offered -> new Event.Offered(
                            offered.at(), offered.offer(), offered.right(), offered.gpus(), ownCapacity(offered))));

    final FaultsRule broken;
    /** They keep nothing between decisions, but for one that keeps rulings, which are values. */
    @SuppressWarnings("ImmutableEnumChecker")
    final FaultsRules rules;

    PlantedFault(FaultsRule broken, FaultsRules rules) {
        this.broken = broken;
        this.rules = rules;
    }

    private static Command inTime(State state, Command command) {
        var answer = command instanceof Command.Answer given ? given : null;
        var offer = answer == null ? null : Planting.running(state, answer.offer());
        return answer == null || offer == null
                ? command
                : new Command.Answer(
                        answer.offer(),
                        answer.id(),
                        answer.by(),
                        inTime(answer.received(), offer.receipt()),
                        answer.response());
    }

    private static Instant inTime(Instant received, Offer.@Nullable Receipt receipt) {
        var deadline = Objects.requireNonNull(receipt).deadline().utc();
        return received.isAfter(deadline) ? deadline : received;
    }

    private static Command agreed(State state, Command command) {
        var extend = command instanceof Command.Extend asked ? asked : null;
        var offer = extend == null ? null : Planting.running(state, extend.offer());
        return extend == null || offer == null
                ? command
                : new Command.Extend(
                        offer.id(), extend.until(), Set.of(offer.right().holder(), FaultsPortfolio.CUSTOMER));
    }

    private static Context alone(Context context) {
        var others = new OtherRequests(List.of(), context.others().lost());
        return new Context(context.rulings(), context.basis(), others, context.now());
    }

    private static Decision askedAfterAll(Decision.Decided decided, Context context) {
        var events = decided.events().stream()
                .takeWhile(event -> !(event instanceof Event.RightSetAside))
                .toList();
        var setAside = (Event.RightSetAside) decided.events().get(events.size());
        var name = setAside.right();
        var holder = context.rulings()
                .right(name, context.now(), context.now())
                .terms()
                .holder();
        var right = new Right(name, holder, new Provider(holder + "-cloud"));
        return new Decision.Decided(Stream.concat(
                        events.stream(),
                        Stream.of(setAside, new Event.Offered(context.now(), "again/offer-9", right, 1, Map.of())))
                .toList());
    }

    private static Map<String, Round.Term> ownCapacity(Event.Offered offered) {
        var put = new HashMap<>(offered.put());
        put.put(
                FaultsPortfolio.SUPPLIER,
                new Round.Term.Values(List.of(offered.right().supply().name())));
        return put;
    }

    private static Bargain dearer(Bargain bargain) {
        return new Bargain(
                bargain.gpus(),
                Objects.requireNonNull(bargain.price()).times(BigDecimal.TWO),
                bargain.start(),
                bargain.term(),
                bargain.with());
    }

    private static boolean isMoreThanWasEverOffered(CapacityRequest request, Event.OfferedToMatch put) {
        return only(put.because(), Metric.QUANTITY)
                && request.offers().stream()
                        .filter(offer -> offer.right().equals(put.right()))
                        .allMatch(offer -> offer.gpus() < put.bargain().gpus());
    }

    private static boolean only(List<Tail.Departure> because, Metric metric) {
        return !because.isEmpty() && because.stream().allMatch(departure -> departure.metric() == metric);
    }
}
