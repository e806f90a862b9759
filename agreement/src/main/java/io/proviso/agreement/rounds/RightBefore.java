package io.proviso.agreement.rounds;

import io.proviso.agreement.PutQuantity;
import io.proviso.agreement.Round;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.norms.Binding;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.Domain;
import io.proviso.agreement.rounds.RightStanding.Limit;
import io.proviso.agreement.rounds.RightStanding.Says;
import io.proviso.agreement.rounds.RightStanding.Way;
import io.proviso.agreement.rounds.RoundCourse.Answer;
import io.proviso.agreement.rounds.RoundCourse.How;
import io.proviso.agreement.rounds.RoundCourse.State;
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
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One right, in one reading of its clause, before one question: what it says by its rounds on record. An acceptance not yet served
 * comes before an open round, that before a refusal whose tail runs, and without any of them the right has not been offered.
 */
final class RightBefore {
    private final Asking asking;
    private final FirstRefusal terms;
    private final ClauseName name;
    private final Covering covering;
    private final List<RoundCourse> courses;
    /** Of all rounds of a request, whosever they are. */
    private final RequestTotals totals;

    private final @Nullable Predicate<Instant> runsOn;

    private @Nullable Instant next;

    /**
     * What is asked, as of when and as known when.
     *
     * @param supplier the facet that names with whom a contract is made; null if the portfolio names none
     * @param request of which need; null if of none in particular
     */
    record Asking(
            Domain domain,
            List<BitSet> candidates,
            Binding binding,
            Instant asOf,
            Instant knownAt,
            @Nullable String supplier,
            @Nullable String request) {}

    /**
     * @param boxes where the right stands before the act at all
     * @param courses of its rounds, the last first
     * @param runsOn of a right that has ended, whether what happened then belongs to a round that runs on; null while it stands
     */
    RightBefore(
            Asking asking,
            ClauseName name,
            FirstRefusal terms,
            List<Box> boxes,
            List<RoundCourse> courses,
            RequestTotals totals,
            @Nullable Predicate<Instant> runsOn) {
        this.runsOn = runsOn;
        this.asking = asking;
        this.name = name;
        this.terms = terms;
        this.covering = new Covering(asking, boxes);
        this.courses = courses;
        this.totals = totals;
    }

    /** A round and where it has come to. */
    private record At(RoundCourse course, State state) {}

    RightStanding standing() {
        var going = going();
        var reached = new ArrayList<Way>();
        for (var some : List.<Function<At, List<Way>>>of(this::taken, this::open, this::free)) {
            for (var at : going) {
                for (var way : some.apply(at)) {
                    if (isForestalled(reached, way)) {
                        continue;
                    }
                    boolean rest = holdsWherever(reached, way);
                    reached.add(way);
                    if (rest) {
                        return new RightStanding(reached);
                    }
                }
            }
        }
        reached.add(new Way(List.of(), runsOn != null ? Says.Free.OF_NOTHING : new Says.NotOffered(departed(going))));
        return new RightStanding(reached);
    }

    private List<At> going() {
        var going = new ArrayList<At>();
        for (var course : courses) {
            sooner(course.nextSigned(asking.asOf()));
            var state = course.at(asking.asOf());
            boolean moot = runsOn != null && state instanceof State.Ended ended && !runsOn.test(ended.at());
            if (state != null && !moot) {
                going.add(new At(course, state));
            }
        }
        return going;
    }

    /** Whether one before it holds wherever a way does. */
    private static boolean isForestalled(List<Way> before, Way way) {
        return before.stream()
                .anyMatch(one -> one.limits().stream()
                        .allMatch(limit -> way.limits().stream().anyMatch(limit::holdsWhere)));
    }

    /** Whether a way holds wherever those before it do not, so that none behind it is reached. */
    private static boolean holdsWherever(List<Way> before, Way way) {
        return way.limits().stream()
                .allMatch(limit -> before.stream()
                        .anyMatch(one -> one.limits().size() == 1
                                && one.limits().getFirst().isLeftBy(limit)));
    }

    private List<Way> taken(At at) {
        var end = isOfThisNeed(at.course()) ? end(at) : null;
        return end == null ? List.of() : taken(at.course(), end);
    }

    /** Of the rounds of other needs only what they free counts, also where nobody can know yet whether they do. */
    private boolean isOfThisNeed(RoundCourse course) {
        return asking.request() == null
                || asking.request().equals(course.round().request());
    }

    private List<Way> open(At at) {
        return switch (at.state()) {
            case State.Sent _, State.Open _ -> {
                var limits = waitedFor(at);
                yield limits == null ? List.of() : List.of(new Way(limits, new Says.Waits(at.course(), at.state())));
            }
            case State.Ended _, State.Withdrawn _ -> List.of();
        };
    }

    /**
     * What is in its holder's hands is waited for as far as a refusal of it would free the customer, for no answer to it is one to
     * more; null if that is nothing of what is asked. Of a right that is over nothing more can be asked: there one waits for all of it.
     */
    private @Nullable List<Limit> waitedFor(At at) {
        var round = at.course().round();
        var whole = covering.covered(round, Set.of()).whole() ? List.<Limit>of() : null;
        var bargain = runsOn != null ? whole : bargain(at.course(), put(at.course()));
        if (bargain == null) {
            return null;
        }
        var limits = new ArrayList<Limit>();
        if (isHidden(at)) {
            limits.add(windowRuns(true));
        }
        limits.addAll(bargain);
        return covering.reduced(limits);
    }

    private List<Way> free(At at) {
        var end = end(at);
        return end == null ? List.of() : free(at.course(), end);
    }

    /**
     * How a round ended, or may have.
     *
     * @param silence if it ended by a silence of which nobody can know yet
     * @param unseen whether nobody can know that, or when, it ended: its window is undisclosed
     */
    private record End(State.Ended state, Limit.@Nullable Silent silence, boolean unseen) {}

    /** Null of a round that has not ended. */
    private @Nullable End end(At at) {
        return switch (at.state()) {
            case State.Ended ended -> new End(ended, silence(at.course(), ended), false);
            case State.Open _ when isHidden(at) -> new End(at.course().lapsedUnseen(asking.asOf()), null, true);
            case State.Open _, State.Sent _, State.Withdrawn _ -> null;
        };
    }

    private static boolean isHidden(At at) {
        return at.state() instanceof State.Open open && RoundCourse.hidesItsEnd(open);
    }

    private Limit windowRuns(boolean runs) {
        return new Limit.Runs(name, RightStanding.Hidden.WINDOW, runs);
    }

    /** The last that frees the customer, or may, but for its bounds. */
    private @Nullable RoundCourse departed(List<At> going) {
        for (var at : going) {
            boolean frees = switch (at.state()) {
                case State.Sent _, State.Open _ -> true;
                case State.Ended ended -> ended.frees(asking.asOf());
                case State.Withdrawn _ -> false;
            };
            if (frees && covering.touches(at.course().round())) {
                return at.course();
            }
        }
        return null;
    }

    /** The first instant after as-of at which it may say something else, as known; null if there is none. */
    @Nullable
    Instant next() {
        return next;
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

    /** The silence that ended a round, as far as nobody can know of it; null where it is known how the round ended. */
    private Limit.@Nullable Silent silence(RoundCourse course, State.Ended ended) {
        return isUncertain(ended)
                ? new Limit.Silent(
                        name,
                        terms.holder(),
                        ended.windowEnds(),
                        true,
                        course.terms().onLapse() == FirstRefusal.OnLapse.ACCEPT)
                : null;
    }

    /** Where a round left with its holder what is asked; a silence of which nobody can know may have been an acceptance. */
    private List<Way> taken(RoundCourse course, End end) {
        var ended = end.state();
        var silence = end.silence();
        var answer = silence == null || silence.wouldAccept() ? ended.answer() : new Answer.Takes(null, false);
        if (!(answer instanceof Answer.Takes takes) || !isOwed(course, takes)) {
            return List.of();
        }
        var covered = covering.covered(course.round(), Set.of());
        if (!covered.whole() && covered.limits().isEmpty()) {
            return List.of();
        }
        var limits = new ArrayList<>(covered.limits());
        if (silence != null) {
            limits.add(silence.wouldAccept() ? silence : silence.broken());
        }
        if (end.unseen()) {
            limits.add(windowRuns(false));
        }
        var left = left(course.round(), takes);
        if (left != null && left.most() > 0) {
            limits.add(new Limit.Numbers(left.facet(), left.most() + 1, Long.MAX_VALUE));
        }
        var reduced = covering.reduced(limits);
        return reduced == null ? List.of() : List.of(new Way(reduced, new Says.Taken(course)));
    }

    /** Whether something that the holder took is not yet served. */
    private boolean isOwed(RoundCourse course, Answer.Takes takes) {
        var served = course.served(takes);
        return served == null || asking.asOf().isBefore(served);
    }

    /** What the round leaves the customer free for, while its tail runs. */
    private List<Way> free(RoundCourse course, End end) {
        var known = end.state();
        var silence = end.silence();
        var ended = silence != null && silence.wouldAccept()
                ? new State.Ended(new Answer.Leaves(How.DECLINED), known.at(), known.windowEnds(), known.freeThrough())
                : known;
        if (!ended.frees(asking.asOf())) {
            return List.of();
        }
        var last = ended.freeThrough();
        sooner(last == null ? null : last.plusSeconds(1));
        var floor = course.floor();
        var numbers = numbers(course.round(), ended.answer(), floor);
        var bargain = numbers == null ? null : bargain(course, numbers);
        if (bargain == null) {
            return List.of();
        }
        var limits = new ArrayList<Limit>();
        if (silence != null) {
            limits.add(silence.wouldAccept() ? silence.broken() : silence);
        }
        if (end.unseen()) {
            limits.add(windowRuns(false));
        }
        limits.addAll(bargain);
        boolean endsUnseen =
                end.unseen() && course.tail() != null && course.tail().period() != null;
        if (course.hidesItsTail() || endsUnseen) {
            limits.add(new Limit.Runs(name, RightStanding.Hidden.TAIL, true));
        }
        var reduced = covering.reduced(limits);
        return reduced == null
                ? List.of()
                : List.of(new Way(reduced, new Says.Free(course, last, untold(course.round(), floor))));
    }

    /**
     * Where what is asked is what a round put, by the bounds of its tail; null if that is nowhere.
     *
     * @param numbers how many of it may be asked
     */
    private @Nullable List<Limit> bargain(RoundCourse course, List<Limit> numbers) {
        var floor = course.floor();
        var bounded = new HashSet<String>();
        var limits = new ArrayList<Limit>();
        var with = floor != null && floor.counterparty() ? covering.counterparty(course.round()) : null;
        if (with != null) {
            limits.add(with);
            bounded.add(asking.domain().facet(with.facet()).name());
        }
        if (!covering.covered(course.round(), bounded).whole()) {
            return null;
        }
        limits.addAll(numbers);
        var price = floor == null || floor.price() == null ? null : covering.price(course.round(), floor.price());
        if (price != null) {
            limits.add(price);
        }
        return limits;
    }

    /** The bounds of a tail that no facet of the act can tell, as they were put. */
    private Map<String, RoundCited.OnTerm> untold(Round round, Preemption.@Nullable Floor floor) {
        var untold = new LinkedHashMap<String, RoundCited.OnTerm>();
        if (floor != null) {
            untold(untold, round, Covering.PRICE, floor.price(), null);
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

    /**
     * How many a round leaves of what it put, and the facet of the act that counts them.
     *
     * @param refused what its holder did not take
     * @param most what of it nobody else took either
     */
    private record Left(int facet, long refused, long most) {}

    /** Null where the act counts nothing that was put. */
    private @Nullable Left left(Round round, Answer answer) {
        var counted = counted(round);
        if (counted == null) {
            return null;
        }
        long put = counted.put();
        long taken = answer instanceof Answer.Takes(Long quantity, boolean _)
                ? Objects.requireNonNullElse(quantity, put)
                : 0;
        return new Left(counted.facet(), put - taken, Math.min(put, totals.leftByOthers(round)) - taken);
    }

    /** How many the round leaves free, as a limit where the act counts them; null if none. */
    private @Nullable List<Limit> numbers(Round round, Answer answer, Preemption.@Nullable Floor floor) {
        var left = left(round, answer);
        if (left == null) {
            return answer instanceof Answer.Takes ? null : List.of();
        }
        long least = least(left.refused(), floor);
        return left.most() < least ? null : List.of(new Limit.Numbers(left.facet(), least, left.most() + 1));
    }

    /** Up to as many as were put, where the act counts them. */
    private List<Limit> put(RoundCourse course) {
        var counted = counted(course.round());
        return counted == null
                ? List.of()
                : List.of(new Limit.Numbers(counted.facet(), least(counted.put(), course.floor()), counted.put() + 1));
    }

    /** How many a round put, and the facet of the act that counts them. */
    private record Counted(int facet, long put) {}

    /** Null where the act counts nothing that was put. */
    private @Nullable Counted counted(Round round) {
        var counted = PutQuantity.facet(round);
        int facet = counted == null ? -1 : asking.domain().indexOf(counted);
        return counted == null || facet < 0 ? null : new Counted(facet, Objects.requireNonNull(round.number(counted)));
    }

    /** The fewest that are the same bargain as so many. */
    private static long least(long number, Preemption.@Nullable Floor floor) {
        return floor == null || floor.quantity() == null ? 1 : Math.max(1, Covering.least(number, floor.quantity()));
    }
}
