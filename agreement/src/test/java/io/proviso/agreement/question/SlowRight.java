package io.proviso.agreement.question;

import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.SlowRound;
import io.proviso.agreement.SlowRound.Fate;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.SlowClock;
import io.proviso.agreement.clause.Stated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one right over whatever is asked says to one closed question, told from the design alone, round by round. */
public record SlowRight(FirstRefusal terms, @Nullable Instant until, SlowClock clock, List<Round> rounds) {
    /** The deadline of a window that nobody disclosed, if it was over so long ago that the tail is over, too. */
    private static final Instant LONG_AGO = Instant.EPOCH;

    /** What is asked, whole. */
    public record Bargain(String provider, String workload, long gpus, long cents) {}

    @Override
    public String toString() {
        return terms + " until " + until + " " + clock.zone() + "\n"
                + String.join("\n", rounds.stream().map(Round::toString).toList());
    }

    /** One course of what nobody can know yet. */
    private record World(Map<Round, Fate> fates, Bargain asked, Instant asOf) {}

    public Outcome says(Bargain asked, Instant asOf, Instant knownAt) {
        var known = new ArrayList<Round>();
        for (var round : rounds) {
            if (!round.notice().recorded().isAfter(knownAt)) {
                known.add(new Round(
                        round.id(),
                        round.right(),
                        round.request(),
                        round.put(),
                        round.notice(),
                        round.steps().stream()
                                .filter(step -> !step.recorded().isAfter(knownAt))
                                .toList(),
                        round.source()));
            }
        }
        var worlds = new ArrayList<Map<Round, Fate>>(List.of(Map.of()));
        for (var round : known) {
            var fates = fates(round, asOf, knownAt);
            var more = new ArrayList<Map<Round, Fate>>();
            for (var world : worlds) {
                for (var fate : fates) {
                    var with = new HashMap<>(world);
                    with.put(round, fate);
                    more.add(with);
                }
            }
            worlds = more;
        }
        var outcomes = new HashSet<Outcome>();
        worlds.forEach(fates -> outcomes.add(in(new World(fates, asked, asOf))));
        return outcomes.size() == 1 ? outcomes.iterator().next() : Outcome.UNDETERMINED;
    }

    /** Every instant at which something may change. */
    public Set<Instant> turns(Instant late) {
        var turns = new TreeSet<Instant>();
        for (var round : rounds) {
            turns.add(round.notice().sent());
            round.steps().forEach(step -> turns.add(step.at()));
            for (var by : List.copyOf(turns)) {
                new SlowRound(round, terms, clock, turns).by(by);
            }
            if (new SlowRound(round, terms, clock, turns).by(late) instanceof Fate.Ended ended) {
                var last = last(ended);
                turns.add(last == null ? ended.at() : last);
            }
        }
        if (until != null) {
            turns.add(until);
        }
        return turns;
    }

    /** A silence of which nobody can know yet may have been an answer to the contrary. */
    private List<Fate> fates(Round round, Instant asOf, Instant knownAt) {
        var fate = new SlowRound(round, terms, clock, new HashSet<>()).by(asOf);
        if (fate.equals(new Fate.Pending(true))) {
            var taken = terms.onLapse() == FirstRefusal.OnLapse.ACCEPT ? round.number("gpus") : Long.valueOf(0);
            return List.of(
                    fate,
                    new Fate.Ended(taken, asOf, asOf, true),
                    new Fate.Ended(taken, round.notice().sent(), LONG_AGO, true));
        }
        if (!(fate instanceof Fate.Ended(Long taken, Instant at, Instant deadline, boolean silent))
                || !silent
                || !knownAt.isBefore(deadline)) {
            return List.of(fate);
        }
        var contrary = Objects.equals(taken, 0L) ? round.number("gpus") : Long.valueOf(0);
        return List.of(fate, new Fate.Ended(contrary, at, deadline, false));
    }

    private Outcome in(World world) {
        boolean over = isOver(world.asOf());
        if (over && terms.preemption().conduct().openOffers() == Preemption.OpenOffers.MOOT) {
            return Outcome.PERMITTED;
        }
        boolean waits = false;
        boolean free = over;
        for (var entry : world.fates().entrySet()) {
            var round = entry.getKey();
            switch (entry.getValue()) {
                case Fate.Unsent(), Fate.Withdrawn() -> {}
                case Fate.Pending _ ->
                    waits |= covers(round, world.asked()) && (over || isTheBargain(round, world.asked()));
                case Fate.Ended ended when over && !isOver(ended.at()) -> {}
                case Fate.Ended ended -> {
                    if (isOwed(round, ended, world) && goesBeyond(round, world) && covers(round, world.asked())) {
                        return Outcome.FORBIDDEN;
                    }
                    free |= frees(round, ended, world);
                }
            }
        }
        return waits ? Outcome.CONDITIONAL : free ? Outcome.PERMITTED : Outcome.CONDITIONAL;
    }

    private boolean isOver(Instant asOf) {
        return until != null && !asOf.isBefore(until);
    }

    private static boolean covers(Round round, Bargain asked) {
        return names(round, "provider", asked.provider()) && names(round, "workload", asked.workload());
    }

    /** No more than was put, and within the bounds of its tail: only of that is an answer to it one. */
    private boolean isTheBargain(Round round, Bargain asked) {
        var put = round.number("gpus");
        return (put == null || asked.gpus() <= put) && isWithinTheTail(round, put, asked);
    }

    private static boolean names(Round round, String facet, String value) {
        return !(round.put().get(facet) instanceof Term.Values(List<String> words)) || words.contains(value);
    }

    private boolean isOwed(Round round, Fate.Ended ended, World world) {
        if (Objects.equals(ended.taken(), 0L)) {
            return false;
        }
        var served = signed(round, world, true);
        return ended.taken() == null ? served.isEmpty() : sum(served) < ended.taken();
    }

    private boolean goesBeyond(Round round, World world) {
        return round.number("gpus") == null || world.asked().gpus() > left(round, world);
    }

    /** What its holder did not take; no more than the most put of the request, less what was taken and signed with others of it. */
    private long left(Round round, World world) {
        long put = 0;
        long gone = 0;
        for (var entry : world.fates().entrySet()) {
            if (isOfOneRequest(round, entry.getKey())) {
                boolean counts =
                        !(entry.getValue() instanceof Fate.Unsent || entry.getValue() instanceof Fate.Withdrawn);
                put = Math.max(
                        put, counts ? Objects.requireNonNullElse(entry.getKey().number("gpus"), 0L) : 0);
                gone += taken(entry.getValue()) + sum(signed(entry.getKey(), world, false));
            }
        }
        var own = Objects.requireNonNull(round.number("gpus"))
                - taken(Objects.requireNonNull(world.fates().get(round)));
        return Math.min(own, put - gone);
    }

    private static long taken(Fate fate) {
        return fate instanceof Fate.Ended ended ? Objects.requireNonNullElse(ended.taken(), 0L) : 0;
    }

    private static boolean isOfOneRequest(Round one, Round other) {
        return one.id().equals(other.id())
                || (one.request() != null && one.request().equals(other.request()));
    }

    private List<Long> signed(Round round, World world, boolean withHolder) {
        var signed = new ArrayList<Long>();
        for (var step : round.steps()) {
            if (step.what() instanceof Happening.Signed(Long quantity, String with)
                    && !step.at().isAfter(world.asOf())
                    && with.equals(terms.holder().name()) == withHolder) {
                signed.add(Objects.requireNonNullElse(quantity, Objects.requireNonNullElse(round.number("gpus"), 0L)));
            }
        }
        return signed;
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(each -> each).sum();
    }

    private boolean frees(Round round, Fate.Ended ended, World world) {
        var last =
                ended.deadline().equals(LONG_AGO) && tail() != null && tail().period() != null ? LONG_AGO : last(ended);
        if ((last != null && world.asOf().isAfter(last)) || !covers(round, world.asked())) {
            return false;
        }
        var put = round.number("gpus");
        if (put == null ? !Objects.equals(ended.taken(), 0L) : world.asked().gpus() > left(round, world)) {
            return false;
        }
        var refused = put == null ? null : put - Objects.requireNonNullElse(ended.taken(), 0L);
        return isWithinTheTail(round, refused, world.asked());
    }

    private boolean isWithinTheTail(Round round, @Nullable Long refused, Bargain asked) {
        var tail = tail();
        if (tail == null) {
            return true;
        }
        var price = round.put().get("price") instanceof Term.Price(var money) ? money.minor() : null;
        return isWithin(tail.floor().quantity(), refused, asked.gpus())
                && isWithin(tail.floor().price(), price, asked.cents());
    }

    private static boolean isWithin(Preemption.@Nullable Tolerance tolerance, @Nullable Long put, long asked) {
        if (tolerance == null || put == null) {
            return true;
        }
        var allowed = BigDecimal.valueOf(put).multiply(tolerance.share());
        var departs = BigDecimal.valueOf(Math.abs(asked - put));
        boolean counts = switch (tolerance.direction()) {
            case LOWER -> asked < put || asked == put;
            case HIGHER -> asked > put || asked == put;
            case EITHER -> true;
        };
        int far = departs.compareTo(allowed);
        return !counts || far < 0 || (far == 0 && !tolerance.reopens());
    }

    /** The last instant of the tail; null if the refusal frees for good. */
    private @Nullable Instant last(Fate.Ended ended) {
        var tail = tail();
        return tail == null
                ? null
                : clock.last(
                        tail.from() == Preemption.Tail.From.REFUSAL ? ended.at() : ended.deadline(),
                        Objects.requireNonNull(tail.length()));
    }

    private Preemption.@Nullable Tail tail() {
        return terms.preemption().tail() instanceof Stated.Known<Preemption.Tail>(Preemption.Tail tail, var _)
                ? tail
                : null;
    }
}
