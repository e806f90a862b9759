package io.proviso.agreement;

import io.proviso.agreement.Standing.Limit;
import io.proviso.agreement.Standing.Says;
import io.proviso.agreement.Standing.Way;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every right that a question touches says to it. Where some say several things, three cases are enough: what all leave free,
 * what some has to be asked for, what some holder took. So many rights are looked at one after the other, and no two multiply.
 *
 * @param next the first instant after as-of at which one may say something else, as known; null if there is none
 */
record Standings(List<Of> rights, @Nullable Instant next) {
    static final Standings NONE = new Standings(List.of(), null);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /**
     * One right in one reading of its clause.
     *
     * @param conditions the norms by which it has to be asked
     * @param forbids the norms by which it forbids
     */
    record Of(ClauseVersion version, Reading reading, Standing standing, NormSet conditions, NormSet forbids) {
        ClauseName name() {
            return version.id();
        }

        /** An option forbids where it was not given up; there is nothing to offer. */
        boolean isOption() {
            return reading.body() instanceof FirstRefusal right
                    && right.preemption().kind() == Preemption.Kind.OPTION;
        }
    }

    /**
     * A case of a question in which each right says one thing.
     *
     * @param given what tells it from the other cases; empty if it is the only one
     * @param excluded the norms that do not apply in it
     */
    record Case(Map<Given, List<String>> given, List<BitSet> candidates, Map<Of, Says> says, NormSet excluded) {}

    Standings {
        rights = List.copyOf(rights);
    }

    /** The cases of a question that leaves those candidates open. */
    List<Case> cases(CompiledAct act, List<BitSet> candidates, ZoneId zone) {
        var varied = rights.stream().filter(of -> !of.standing().isPlain()).toList();
        if (varied.isEmpty()) {
            return List.of(at(act, Map.of(), candidates, List.of()));
        }
        var telling = new Telling(act.domain(), candidates, zone);
        return varied.size() == 1
                ? each(act, candidates, varied.getFirst(), telling)
                : together(act, candidates, varied, telling);
    }

    /** Every way of the one right that has several. */
    private List<Case> each(CompiledAct act, List<BitSet> candidates, Of varied, Telling telling) {
        var ways = varied.standing().ways();
        var cases = new ArrayList<Case>();
        for (int i = 0; i < ways.size(); i++) {
            var way = ways.get(i);
            boolean rest = way.limits().isEmpty();
            var first = ways.getFirst().limits();
            var given = !rest
                    ? telling.where(way.limits())
                    : ways.size() == 2 && first.size() == 1
                            ? telling.elsewhere(first.getFirst())
                            : telling.otherwise(List.of(varied));
            var narrowed = !rest
                    ? telling.within(way.limits())
                    : ways.size() == 2 && first.size() == 1 ? telling.outside(first.getFirst()) : candidates;
            cases.add(at(act, given, narrowed, List.of(Map.entry(varied, way.says()))));
        }
        return cases;
    }

    /** Where all that vary say the best for the customer, where some has to be asked, where something is taken. */
    private List<Case> together(CompiledAct act, List<BitSet> candidates, List<Of> varied, Telling telling) {
        var cases = new ArrayList<Case>();
        var limits = varied.stream().flatMap(of -> best(of).limits().stream()).toList();
        var common = telling.common(limits);
        if (common != null) {
            var says = varied.stream().map(of -> Map.entry(of, best(of).says())).toList();
            cases.add(at(act, telling.where(common), telling.within(common), says));
        }
        for (int rank = 1; rank <= 2; rank++) {
            int worst = rank;
            var some = varied.stream().filter(of -> saying(of, worst) != null).toList();
            if (!some.isEmpty()) {
                var says = varied.stream()
                        .map(of -> {
                            var way = saying(of, worst);
                            return Map.entry(of, way == null ? best(of).says() : way.says());
                        })
                        .toList();
                var given = rank == 1 && common != null && common.size() == 1
                        ? telling.elsewhere(common.getFirst())
                        : telling.otherwise(some);
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

    private static @Nullable Way saying(Of of, int rank) {
        return of.standing().ways().stream()
                .filter(way -> way.says().rank() == rank)
                .findFirst()
                .orElse(null);
    }

    private Case at(
            CompiledAct act,
            Map<Given, List<String>> given,
            List<BitSet> candidates,
            List<Map.Entry<Of, Says>> chosen) {
        var says = new LinkedHashMap<Of, Says>();
        rights.forEach(of -> says.put(of, of.standing().ways().getFirst().says()));
        chosen.forEach(entry -> says.put(entry.getKey(), entry.getValue()));
        var excluded = act.noNorms();
        says.forEach((of, what) -> {
            switch (what) {
                case Says.Free _ -> excluded.addAll(of.conditions()).addAll(of.forbids());
                case Says.NotOffered _, Says.Waits _ -> excluded.addAll(of.isOption() ? of.conditions() : of.forbids());
                case Says.Taken _ -> excluded.addAll(of.conditions());
            }
        });
        return new Case(given, candidates, says, excluded);
    }

    /** What limits mean for the question and for whoever reads of them. */
    private record Telling(Domain domain, List<BitSet> candidates, ZoneId zone) {
        Map<Given, List<String>> where(List<Limit> limits) {
            var given = new LinkedHashMap<Given, List<String>>();
            limits.forEach(limit -> given.put(given(limit), inside(limit)));
            return given;
        }

        Map<Given, List<String>> elsewhere(Limit limit) {
            return Map.of(given(limit), outsideOf(limit));
        }

        Map<Given, List<String>> otherwise(List<Of> some) {
            return Map.of(
                    new Given.OnRecord(some.stream().map(Of::name).distinct().toList()), List.of("otherwise"));
        }

        private Given given(Limit limit) {
            return switch (limit) {
                case Limit.Cells(int facet, BitSet _) ->
                    new Given.OfFacet(domain.facet(facet).name());
                case Limit.Numbers(int facet, long _, long _) ->
                    new Given.OfFacet(domain.facet(facet).name());
                case Limit.Silent silent -> new Given.AnswerOf(silent.holder(), silent.clause());
                case Limit.Lasts(ClauseName clause, boolean _) -> new Given.Term(clause, "tail", null);
            };
        }

        private List<String> inside(Limit limit) {
            return switch (limit) {
                case Limit.Cells(int facet, BitSet cells) -> domain.labels(facet, common(facet, cells, true));
                case Limit.Numbers(int facet, long atLeast, long below) -> List.of(domain.range(facet, atLeast, below));
                case Limit.Silent silent -> List.of(words(silent, silent.silent()));
                case Limit.Lasts(ClauseName _, boolean lasts) -> List.of(lasts ? "still running" : "over");
            };
        }

        private List<String> outsideOf(Limit limit) {
            return switch (limit) {
                case Limit.Cells(int facet, BitSet cells) -> domain.labels(facet, common(facet, cells, false));
                case Limit.Numbers(int facet, long atLeast, long below) ->
                    Stream.of(
                                    atLeast > 1 ? domain.range(facet, 1, atLeast) : null,
                                    below < Long.MAX_VALUE ? domain.range(facet, below, Long.MAX_VALUE) : null)
                            .flatMap(Stream::ofNullable)
                            .toList();
                case Limit.Silent silent -> List.of(words(silent, !silent.silent()));
                case Limit.Lasts(ClauseName _, boolean lasts) -> List.of(lasts ? "over" : "still running");
            };
        }

        private String words(Limit.Silent limit, boolean silent) {
            var day = DAY.format(limit.deadline().atZone(zone));
            return silent
                    ? "silent through " + day
                    : (limit.wouldAccept() ? "declines by then" : "accepts by then") + " (" + day + ")";
        }

        private BitSet common(int facet, BitSet cells, boolean inside) {
            var common = (BitSet) candidates.get(facet).clone();
            if (inside) {
                common.and(cells);
            } else {
                common.andNot(cells);
            }
            return common;
        }

        List<BitSet> within(List<Limit> limits) {
            var narrowed = candidates;
            for (var limit : limits) {
                narrowed = narrowed(narrowed, limit, true);
            }
            return narrowed;
        }

        List<BitSet> outside(Limit limit) {
            return narrowed(candidates, limit, false);
        }

        /** Numbers are narrowed to the cells that they meet. */
        private List<BitSet> narrowed(List<BitSet> from, Limit limit, boolean inside) {
            var more = new ArrayList<>(from);
            switch (limit) {
                case Limit.Cells(int facet, BitSet cells) -> {
                    var common = (BitSet) from.get(facet).clone();
                    if (inside) {
                        common.and(cells);
                    } else {
                        common.andNot(cells);
                    }
                    more.set(facet, common);
                }
                case Limit.Numbers(int facet, long atLeast, long below)
                when inside -> {
                    var common = (BitSet) from.get(facet).clone();
                    common.clear(0, domain.cellOf(facet, atLeast));
                    common.clear(domain.cellOf(facet, below - 1) + 1, domain.cells(facet));
                    more.set(facet, common);
                }
                case Limit.Numbers _, Limit.Silent _, Limit.Lasts _ -> {}
            }
            return more;
        }

        /** The limits that hold where all hold, one for each facet; null where they exclude each other. */
        @Nullable
        List<Limit> common(List<Limit> limits) {
            var byFacet = new LinkedHashMap<Object, Limit>();
            for (var limit : limits) {
                switch (limit) {
                    case Limit.Cells(int facet, BitSet cells) ->
                        byFacet.merge(facet, limit, (one, _) -> {
                            var both = (BitSet) ((Limit.Cells) one).cells().clone();
                            both.and(cells);
                            return new Limit.Cells(facet, both);
                        });
                    case Limit.Numbers(int facet, long atLeast, long below) ->
                        byFacet.merge(
                                facet,
                                limit,
                                (one, _) -> new Limit.Numbers(
                                        facet,
                                        Math.max(atLeast, ((Limit.Numbers) one).atLeast()),
                                        Math.min(below, ((Limit.Numbers) one).below())));
                    case Limit.Silent _, Limit.Lasts _ -> byFacet.put(limit, limit);
                }
            }
            boolean apart = byFacet.values().stream().anyMatch(this::isNothing);
            return apart ? null : List.copyOf(byFacet.values());
        }

        private boolean isNothing(Limit limit) {
            return switch (limit) {
                case Limit.Cells(int facet, BitSet cells) -> !cells.intersects(candidates.get(facet));
                case Limit.Numbers(int _, long atLeast, long below) -> below <= atLeast;
                case Limit.Silent _, Limit.Lasts _ -> false;
            };
        }
    }
}
