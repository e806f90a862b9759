package io.proviso.agreement.rounds;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.NormSet;
import io.proviso.agreement.norms.Variant;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.rounds.RightStanding.Says;
import io.proviso.agreement.rounds.RightStanding.Way;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What every right that a question touches says to it. Where some say several things, three cases are enough: what all leave free,
 * what some has to be asked for, what some holder took. So many rights are looked at one after the other, and no two multiply.
 *
 * @param next the first instant after as-of at which one may say something else, as known; null if there is none
 */
public record Standings(List<Of> rights, @Nullable Instant next) {
    public static final Standings NONE = new Standings(List.of(), null);

    /**
     * One right in one reading of its clause.
     *
     * @param conditions the norms by which it has to be asked
     * @param forbids the norms by which it forbids
     */
    public record Of(
            ClauseVersion version, Reading reading, RightStanding standing, NormSet conditions, NormSet forbids) {
        public ClauseName name() {
            return version.id();
        }

        /** What it says where its holder has to be asked; each with what tells it from the others, if there are several. */
        public List<Asks> asks(LimitsOfQuestion limits) {
            var ways = standing.ways();
            var asks = IntStream.range(0, ways.size())
                    .filter(i -> ways.get(i).says().rank() == 1)
                    .mapToObj(i -> new Asks(ways.get(i).says(), given(i, limits)))
                    .toList();
            return asks.size() == 1 ? List.of(new Asks(asks.getFirst().says(), Map.of())) : asks;
        }

        /** What tells one of its ways from the others. */
        private Map<Given, List<String>> given(int way, LimitsOfQuestion limits) {
            var ways = standing.ways();
            var own = ways.get(way).limits();
            return !own.isEmpty()
                    ? limits.where(beyond(ways.subList(0, way), own))
                    : isRestOfOneLimit()
                            ? limits.elsewhere(ways.getFirst().limits().getFirst())
                            : limits.otherwise(List.of(this));
        }

        /** Whether it says one thing within a single limit and another beyond it. */
        private boolean isRestOfOneLimit() {
            var ways = standing.ways();
            return ways.size() == 2 && ways.getFirst().limits().size() == 1;
        }

        /** An option forbids where it was not given up; there is nothing to offer. */
        boolean isOption() {
            return reading.body() instanceof FirstRefusal right
                    && right.preemption().kind() == Preemption.Kind.OPTION;
        }
    }

    /** What a right says where its holder has to be asked, and what of that is given. */
    public record Asks(Says says, Map<Given, List<String>> given) {}

    public Standings {
        rights = List.copyOf(rights);
    }

    /** The variants of a question that leaves those candidates open: in each of them every right says one thing. */
    public List<Variant> cases(CompiledAct act, List<BitSet> candidates, ZoneId zone) {
        var varied = rights.stream().filter(of -> !of.standing().isPlain()).toList();
        if (varied.isEmpty()) {
            return List.of(at(act, Map.of(), candidates, List.of()));
        }
        var limits = new LimitsOfQuestion(act.domain(), candidates, zone);
        return varied.size() == 1
                ? each(act, candidates, varied.getFirst(), limits)
                : together(act, candidates, varied, limits);
    }

    /** Every way of the one right that has several. */
    private List<Variant> each(CompiledAct act, List<BitSet> candidates, Of varied, LimitsOfQuestion limits) {
        var ways = varied.standing().ways();
        var cases = new ArrayList<Variant>();
        for (int i = 0; i < ways.size(); i++) {
            var way = ways.get(i);
            var narrowed = !way.limits().isEmpty()
                    ? limits.within(way.limits())
                    : varied.isRestOfOneLimit()
                            ? limits.outside(ways.getFirst().limits().getFirst())
                            : candidates;
            cases.add(at(act, varied.given(i, limits), narrowed, List.of(Map.entry(varied, way.says()))));
        }
        return cases;
    }

    /** The limits of a way without the numbers at which a way before it holds, so that the cases of one question do not overlap. */
    private static List<RightStanding.Limit> beyond(List<Way> before, List<RightStanding.Limit> limits) {
        return limits.stream().map(limit -> beyond(before, limit)).toList();
    }

    private static RightStanding.Limit beyond(List<Way> before, RightStanding.Limit limit) {
        if (!(limit instanceof RightStanding.Limit.Numbers numbers)) {
            return limit;
        }
        var left = numbers;
        for (var way : before) {
            if (way.limits().size() == 1
                    && way.limits().getFirst() instanceof RightStanding.Limit.Numbers taken
                    && taken.facet() == left.facet()
                    && left.atLeast() < taken.atLeast()
                    && taken.atLeast() < left.below()
                    && left.below() <= taken.below()) {
                left = new RightStanding.Limit.Numbers(left.facet(), left.atLeast(), taken.atLeast());
            }
        }
        return left;
    }

    /** Where all that vary say the best for the customer, where some has to be asked, where something is taken. */
    private List<Variant> together(CompiledAct act, List<BitSet> candidates, List<Of> varied, LimitsOfQuestion limits) {
        var cases = new ArrayList<Variant>();
        var common = limits.common(
                varied.stream().flatMap(of -> best(of).limits().stream()).toList());
        if (common != null) {
            var says = varied.stream().map(of -> Map.entry(of, best(of).says())).toList();
            var given = common.isEmpty() ? limits.unhindered(varied) : limits.where(common);
            cases.add(at(act, given, limits.within(common), says));
        }
        for (int rank = 1; rank <= 2; rank++) {
            int worst = rank;
            var some = varied.stream().filter(of -> saysAlso(of, worst)).toList();
            if (!some.isEmpty()) {
                var says = varied.stream()
                        .map(of -> {
                            var way = saying(of, worst);
                            return Map.entry(of, way == null ? best(of).says() : way.says());
                        })
                        .toList();
                var given = rank == 2
                        ? limits.accepted(some)
                        : common != null && common.size() == 1
                                ? limits.elsewhere(common.getFirst())
                                : limits.otherwise(some);
                cases.add(at(act, given, candidates, says));
            }
        }
        return cases;
    }

    private static Way best(Of of) {
        return of.standing().ways().stream()
                .min((one, other) ->
                        Integer.compare(one.says().rank(), other.says().rank()))
                .orElseThrow();
    }

    /** Whether it says something so bad that is not the best it says to everything. */
    private static boolean saysAlso(Of of, int rank) {
        var way = saying(of, rank);
        return way != null && !(way.equals(best(of)) && way.limits().isEmpty());
    }

    private static @Nullable Way saying(Of of, int rank) {
        return of.standing().ways().stream()
                .filter(way -> way.says().rank() == rank)
                .findFirst()
                .orElse(null);
    }

    /** @param chosen what some rights say; the others say the first thing they have to say */
    private Variant at(
            CompiledAct act,
            Map<Given, List<String>> given,
            List<BitSet> candidates,
            List<Map.Entry<Of, Says>> chosen) {
        var says = new IdentityHashMap<Of, Says>();
        chosen.forEach(entry -> says.put(entry.getKey(), entry.getValue()));
        var excluded = act.noNorms();
        for (var of : rights) {
            var what = says.getOrDefault(of, of.standing().ways().getFirst().says());
            switch (what) {
                case Says.Free _ -> excluded.addAll(of.conditions()).addAll(of.forbids());
                case Says.NotOffered _, Says.Waits _ -> excluded.addAll(of.isOption() ? of.conditions() : of.forbids());
                case Says.Taken _ -> excluded.addAll(of.conditions());
            }
        }
        return new Variant(given, candidates, excluded);
    }
}
