package io.proviso.agreement;

import io.proviso.agreement.RoundCourse.Answer;
import io.proviso.agreement.RoundCourse.How;
import io.proviso.agreement.RoundCourse.State;
import io.proviso.agreement.Standing.Limit;
import io.proviso.agreement.Standing.Says;
import io.proviso.agreement.Standing.Way;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One right, in one reading of its clause, before one question: what it says by its rounds on record. An acceptance not yet served
 * comes before an open round, that before a refusal whose tail runs, and without any of them the right has not been offered.
 */
final class RightBefore {
    private static final String PRICE = "price";

    /** How far what was put covers what is asked. */
    private record Covered(boolean whole, List<Limit> limits) {}

    private final Asking asking;
    private final FirstRefusal terms;
    private final ClauseName name;
    private final List<Box> boxes;
    private final List<RoundCourse> courses;
    /** Of all rounds of a request, whosever they are. */
    private final RequestSum sums;

    private final boolean isOver;
    private final Predicate<Instant> runsOn;

    private @Nullable Instant next;

    /**
     * What is asked, as of when and as known when.
     *
     * @param supplier the facet that names with whom a contract is made; null if the portfolio names none
     */
    record Asking(
            Domain domain,
            List<BitSet> candidates,
            Binding binding,
            Instant asOf,
            Instant knownAt,
            @Nullable String supplier) {}

    /** What holders took and the customer signed of a request by then. */
    interface RequestSum {
        /** In the other rounds of its request. */
        long acceptedByOthers(Round round);

        long signedWithOthers(Round round);
    }

    /**
     * @param boxes where the right stands before the act at all
     * @param runsOn of a right that has ended, whether what happened then belongs to a round that runs on; null while it stands
     */
    RightBefore(
            Asking asking,
            ClauseName name,
            FirstRefusal terms,
            List<Box> boxes,
            List<RoundCourse> courses,
            RequestSum sums,
            @Nullable Predicate<Instant> runsOn) {
        this.runsOn = runsOn == null ? _ -> true : runsOn;
        this.isOver = runsOn != null;
        this.asking = asking;
        this.name = name;
        this.terms = terms;
        this.boxes = boxes;
        this.courses = courses;
        this.sums = sums;
    }

    Standing standing() {
        var taken = new ArrayList<Way>();
        var left = new ArrayList<Way>();
        var open = new ArrayList<Way>();
        var freed = new ArrayList<Way>();
        RoundCourse departed = null;
        for (var course : courses.reversed()) {
            var state = course.at(asking.asOf());
            watch(course);
            if (isOver && state instanceof State.Ended ended && !runsOn.test(ended.at())) {
                continue;
            }
            switch (state) {
                case null -> {}
                case State.Withdrawn() -> {}
                case State.Sent _, State.Open _ -> {
                    if (covered(course.round(), Set.of()).whole()) {
                        open.add(new Way(List.of(), new Says.Waits(course, state)));
                    }
                }
                case State.Ended ended when isUncertain(ended) -> open.addAll(uncertain(course, ended));
                case State.Ended ended -> {
                    var free = free(course, ended);
                    switch (ended.answer()) {
                        case Answer.Takes takes
                        when isOwed(course, takes) -> {
                            left.addAll(free);
                            taken.addAll(taken(course, ended, takes));
                        }
                        case Answer.Takes _, Answer.Leaves _ -> freed.addAll(free);
                    }
                    if (departed == null && runs(course, ended) && touches(course.round())) {
                        departed = course;
                    }
                }
            }
        }
        var ways = Stream.of(
                        taken.stream(),
                        left.stream(),
                        open.stream(),
                        freed.stream(),
                        Stream.of(new Way(List.of(), isOver ? Says.Free.OF_NOTHING : new Says.NotOffered(departed))))
                .flatMap(each -> each)
                .toList();
        return new Standing(upToTheFirstThatAlwaysHolds(ways));
    }

    /** The first instant after as-of at which it may say something else, as known; null if there is none. */
    @Nullable
    Instant next() {
        return next;
    }

    private static List<Way> upToTheFirstThatAlwaysHolds(List<Way> ways) {
        var reached = new ArrayList<Way>();
        for (var way : ways) {
            reached.add(way);
            if (way.limits().isEmpty()) {
                break;
            }
        }
        return reached;
    }

    private void watch(RoundCourse course) {
        sooner(course.next(asking.asOf()));
        sooner(course.nextSigned(asking.asOf()));
    }

    private void sooner(@Nullable Instant other) {
        if (other != null && other.isAfter(asking.asOf()) && (next == null || other.isBefore(next))) {
            next = other;
        }
    }

    /** Whether the round ended by a silence of which nobody can know yet. */
    private boolean isUncertain(State.Ended ended) {
        return ended.isSilent() && asking.knownAt().isBefore(ended.windowEnds());
    }

    /** If the holder stayed silent, what silence means; else what it would have said to the contrary. */
    private List<Way> uncertain(RoundCourse course, State.Ended ended) {
        if (!covered(course.round(), Set.of()).whole()) {
            return List.of();
        }
        boolean accepts = terms.onLapse() == FirstRefusal.OnLapse.ACCEPT;
        var silent = new Limit.Silent(name, terms.holder(), ended.windowEnds(), true, accepts);
        var answered = new Limit.Silent(name, terms.holder(), ended.windowEnds(), false, accepts);
        var takes = new Says.Taken(course, ended.at());
        var leaves = free(course, new State.Ended(new Answer.Leaves(How.LAPSED), ended.at(), ended.windowEnds()));
        var ways = new ArrayList<Way>();
        if (accepts) {
            ways.add(new Way(List.of(silent), takes));
        }
        for (var way : leaves) {
            ways.add(new Way(
                    Stream.concat(Stream.of(accepts ? answered : silent), way.limits().stream())
                            .toList(),
                    way.says()));
        }
        if (!accepts) {
            ways.add(new Way(List.of(answered), takes));
        }
        return ways;
    }

    /** Whether something that the holder took is not yet served. */
    private boolean isOwed(RoundCourse course, Answer.Takes takes) {
        var taken = takes.quantity() == null ? PutQuantity.of(course.round()) : takes.quantity();
        var served = course.signed(asking.asOf()).stream()
                .map(Round.Step::what)
                .filter(what -> what instanceof Round.Happening.Signed(Long _, String with)
                        && with.equals(terms.holder().name()))
                .toList();
        if (taken == null) {
            return served.isEmpty();
        }
        long signed = served.stream()
                .mapToLong(what -> what instanceof Round.Happening.Signed(Long quantity, String _) && quantity != null
                        ? quantity
                        : taken)
                .sum();
        return signed < taken;
    }

    private boolean runs(RoundCourse course, State.Ended ended) {
        var last = course.freeThrough(ended, asking.knownAt());
        return last == null || asking.asOf().isBefore(last.plusSeconds(1));
    }

    private Preemption.@Nullable Tail tail(RoundCourse course) {
        var tail = course.terms().preemption().tail();
        return tail == null ? null : tail.asKnown(asking.knownAt());
    }

    private boolean isUndisclosed(RoundCourse course) {
        return course.terms().preemption().tail() != null && tail(course) == null;
    }

    /** How far another bargain may depart, null where it may in every way. */
    private Preemption.@Nullable Floor floor(RoundCourse course) {
        var right = course.terms().preemption();
        if (right.conduct().looks() == Preemption.Looks.ONCE) {
            return null;
        }
        var tail = tail(course);
        if (tail != null) {
            return tail.floor();
        }
        return right.bidsComeFirst() ? Preemption.Floor.THAT_BARGAIN_ONLY : null;
    }

    /** What the round leaves the customer free for, while its tail runs. */
    private List<Way> free(RoundCourse course, State.Ended ended) {
        if (!runs(course, ended)) {
            return List.of();
        }
        var last = course.freeThrough(ended, asking.knownAt());
        sooner(last == null ? null : last.plusSeconds(1));
        var floor = floor(course);
        var bounded = new HashSet<String>();
        var limits = new ArrayList<Limit>();
        var with = floor != null && floor.counterparty() ? counterparty(course.round()) : null;
        if (with != null) {
            limits.add(with);
            bounded.add(asking.domain().facet(with.facet()).name());
        }
        var covered = covered(course.round(), bounded);
        var numbers = numbers(course.round(), ended.answer(), floor);
        if (!covered.whole() || numbers == null) {
            return List.of();
        }
        limits.addAll(numbers);
        var price = floor == null || floor.price() == null ? null : price(course.round(), floor.price());
        if (price != null) {
            limits.add(price);
        }
        if (isUndisclosed(course)) {
            limits.add(new Limit.Lasts(name, true));
        }
        var reduced = reduced(limits);
        return reduced == null
                ? List.of()
                : List.of(new Way(
                        reduced,
                        new Says.Free(course, ended.answer(), ended.at(), last, untold(course.round(), floor))));
    }

    /** The bounds of a tail that no facet of the act can tell, as they were put. */
    private Map<String, RoundCited.OnTerm> untold(Round round, Preemption.@Nullable Floor floor) {
        var untold = new LinkedHashMap<String, RoundCited.OnTerm>();
        if (floor != null) {
            untold(untold, round, PRICE, floor.price(), null);
            untold(untold, round, "start", null, floor.start());
            untold(untold, round, "term", floor.term(), null);
        }
        return untold;
    }

    private void untold(
            Map<String, RoundCited.OnTerm> untold,
            Round round,
            String bound,
            Preemption.@Nullable Tolerance slack,
            @Nullable Duration later) {
        var term = round.put().get(bound);
        if (term != null && (slack != null || later != null) && asking.domain().indexOf(bound) < 0) {
            untold.put(bound, new RoundCited.OnTerm(term, slack, later));
        }
    }

    private Limit.@Nullable Cells counterparty(Round round) {
        var supplier = asking.supplier();
        int facet = supplier == null ? -1 : asking.domain().indexOf(supplier);
        var put = facet < 0 ? null : round.put().get(supplier);
        return put instanceof Round.Term.Values(List<String> words)
                ? new Limit.Cells(facet, asking.domain().values(facet, words))
                : null;
    }

    /** How many the round leaves free, as a limit where the act counts them; null if none. */
    private @Nullable List<Limit> numbers(Round round, Answer answer, Preemption.@Nullable Floor floor) {
        var name = PutQuantity.facet(round);
        int facet = name == null ? -1 : asking.domain().indexOf(name);
        if (name == null || facet < 0) {
            return answer instanceof Answer.Takes ? null : List.of();
        }
        long put = Objects.requireNonNull(round.number(name));
        long most = left(round, answer, put);
        long least = floor == null || floor.quantity() == null ? 1 : Math.max(1, least(put, floor.quantity()));
        return most < least ? null : List.of(new Limit.Numbers(facet, least, most + 1));
    }

    /** How many of those that were put nobody took and nothing was signed for. */
    private long left(Round round, Answer answer, long put) {
        long taken = answer instanceof Answer.Takes(Long quantity, boolean _)
                ? Objects.requireNonNullElse(quantity, put)
                : 0;
        return put - taken - sums.acceptedByOthers(round) - sums.signedWithOthers(round);
    }

    /** What the holder took forbids where what is asked reaches into it: beyond what it left. */
    private List<Way> taken(RoundCourse course, State.Ended ended, Answer.Takes takes) {
        var round = course.round();
        var covered = covered(round, Set.of());
        if (!covered.whole() && covered.limits().isEmpty()) {
            return List.of();
        }
        var limits = new ArrayList<>(covered.limits());
        var name = PutQuantity.facet(round);
        int facet = name == null ? -1 : asking.domain().indexOf(name);
        if (name != null && facet >= 0) {
            long left = Math.max(0, left(round, takes, Objects.requireNonNull(round.number(name))));
            if (left > 0) {
                limits.add(new Limit.Numbers(facet, left + 1, Long.MAX_VALUE));
            }
        }
        var reduced = reduced(limits);
        return reduced == null ? List.of() : List.of(new Way(reduced, new Says.Taken(course, ended.at())));
    }

    /** The prices at which it is the same bargain; null where the act takes no price in the currency that was put. */
    private @Nullable Limit price(Round round, Preemption.Tolerance tolerance) {
        int facet = asking.domain().indexOf(PRICE);
        if (facet < 0
                || !(round.put().get(PRICE) instanceof Round.Term.Price(Money amount))
                || !(asking.domain().facet(facet) instanceof Facet.Amount known)
                || !known.currency().equals(amount.currency())) {
            return null;
        }
        return new Limit.Numbers(facet, least(amount.minor(), tolerance), below(amount.minor(), tolerance));
    }

    /** The smallest number that is not too far from what was put. */
    private static long least(long put, Preemption.Tolerance tolerance) {
        if (tolerance.direction() == Preemption.Direction.HIGHER) {
            return 0;
        }
        var exact = BigDecimal.valueOf(put).multiply(BigDecimal.ONE.subtract(tolerance.share()));
        long whole = exact.setScale(0, RoundingMode.CEILING).longValueExact();
        return isExceeded(put, whole, tolerance) ? whole + 1 : whole;
    }

    /** The first number that is too far above what was put. */
    private static long below(long put, Preemption.Tolerance tolerance) {
        if (tolerance.direction() == Preemption.Direction.LOWER) {
            return Long.MAX_VALUE;
        }
        var exact = BigDecimal.valueOf(put).multiply(BigDecimal.ONE.add(tolerance.share()));
        long whole = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
        return isExceeded(put, whole, tolerance) ? whole : whole + 1;
    }

    private static boolean isExceeded(long put, long other, Preemption.Tolerance tolerance) {
        return tolerance.isExceeded(BigDecimal.valueOf(put), BigDecimal.valueOf(other));
    }

    private boolean touches(Round round) {
        for (var entry : round.put().entrySet()) {
            int facet = asking.domain().indexOf(entry.getKey());
            if (facet >= 0
                    && entry.getValue() instanceof Round.Term.Values(List<String> words)
                    && !entry.getKey().equals(asking.supplier())
                    && boxes.stream()
                            .noneMatch(box ->
                                    asked(box, facet).intersects(asking.domain().values(facet, words)))) {
                return false;
            }
        }
        return true;
    }

    /** By the values that were put; what was not put of the condition is covered whole. */
    private Covered covered(Round round, Set<String> bounded) {
        var limits = new ArrayList<Limit>();
        boolean whole = true;
        for (var entry : round.put().entrySet()) {
            int facet = asking.domain().indexOf(entry.getKey());
            if (facet < 0
                    || bounded.contains(entry.getKey())
                    || !(entry.getValue() instanceof Round.Term.Values(List<String> words))) {
                continue;
            }
            var cells = asking.domain().values(facet, words);
            for (var box : boxes) {
                var asked = asked(box, facet);
                if (!asked.intersects(cells)) {
                    return new Covered(false, List.of());
                }
                asked.andNot(cells);
                if (!asked.isEmpty()) {
                    whole = false;
                    limits.add(new Limit.Cells(facet, cells));
                }
            }
        }
        return new Covered(whole, limits.stream().distinct().toList());
    }

    private BitSet asked(Box box, int facet) {
        var cells = (BitSet) asking.candidates().get(facet).clone();
        var within = box.cells(facet);
        if (within != null) {
            cells.and(within);
        }
        return cells;
    }

    /** Without the limits that hold for all that is asked; null if one of them holds for nothing of it. */
    private @Nullable List<Limit> reduced(List<Limit> limits) {
        var kept = new ArrayList<Limit>();
        for (var limit : limits) {
            switch (reach(limit)) {
                case NONE -> {
                    return null;
                }
                case PART -> kept.add(limit);
                case WHOLE -> {}
            }
        }
        return kept;
    }

    private Reach reach(Limit limit) {
        return switch (limit) {
            case Limit.Cells(int facet, BitSet cells) -> {
                var asked = new BitSet();
                boxes.forEach(box -> asked.or(asked(box, facet)));
                boolean meets = asked.intersects(cells);
                asked.andNot(cells);
                yield !meets ? Reach.NONE : asked.isEmpty() ? Reach.WHOLE : Reach.PART;
            }
            case Limit.Numbers(int facet, long atLeast, long below) -> {
                var number =
                        asking.binding().number(asking.domain().facet(facet).name());
                if (number == null) {
                    yield Reach.PART;
                }
                yield number >= atLeast && number < below ? Reach.WHOLE : Reach.NONE;
            }
            case Limit.Silent _, Limit.Lasts _ -> Reach.PART;
        };
    }
}
