package io.proviso.agreement.rounds;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.norms.Domain;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.rounds.RightStanding.Limit;
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

/** Limits on what a question leaves open: what they mean for its candidates, and for whoever reads of them. */
public record LimitsOfQuestion(Domain domain, List<BitSet> candidates, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    Map<Given, List<String>> where(List<Limit> limits) {
        var given = new LinkedHashMap<Given, List<String>>();
        limits.forEach(limit -> given.put(given(limit), inside(limit)));
        return given;
    }

    Map<Given, List<String>> elsewhere(Limit limit) {
        return Map.of(given(limit), outsideOf(limit));
    }

    Map<Given, List<String>> otherwise(List<Standings.Of> some) {
        return onRecord(some, "otherwise");
    }

    /** Where none of them keeps the customer from what all others leave it. */
    Map<Given, List<String>> unhindered(List<Standings.Of> some) {
        return onRecord(some, "no obstacle");
    }

    /** Where a holder took what is asked. */
    Map<Given, List<String>> accepted(List<Standings.Of> some) {
        return onRecord(some, "an acceptance");
    }

    private static Map<Given, List<String>> onRecord(List<Standings.Of> some, String what) {
        return Map.of(
                new Given.OnRecord(
                        some.stream().map(Standings.Of::name).distinct().toList()),
                List.of(what));
    }

    private Given given(Limit limit) {
        return switch (limit) {
            case Limit.Cells(int facet, BitSet _) ->
                new Given.OfFacet(domain.facet(facet).name());
            case Limit.Numbers(int facet, long _, long _) ->
                new Given.OfFacet(domain.facet(facet).name());
            case Limit.Silent silent -> new Given.AnswerOf(silent.holder(), silent.clause());
            case Limit.Runs(ClauseName clause, RightStanding.Hidden which, boolean _) ->
                new Given.Term(clause, which.term(), null);
        };
    }

    private List<String> inside(Limit limit) {
        return switch (limit) {
            case Limit.Cells(int facet, BitSet cells) ->
                domain.labels(facet, narrowed(candidates.get(facet), cells, true));
            case Limit.Numbers(int facet, long atLeast, long below) -> List.of(domain.range(facet, atLeast, below));
            case Limit.Silent silent -> List.of(words(silent, silent.silent()));
            case Limit.Runs runs -> List.of(runs.runs() ? "still running" : "over");
        };
    }

    private List<String> outsideOf(Limit limit) {
        return switch (limit) {
            case Limit.Cells(int facet, BitSet cells) ->
                domain.labels(facet, narrowed(candidates.get(facet), cells, false));
            case Limit.Numbers(int facet, long atLeast, long below) ->
                Stream.of(
                                atLeast > 1 ? domain.range(facet, 1, atLeast) : null,
                                below < Long.MAX_VALUE ? domain.range(facet, below, Long.MAX_VALUE) : null)
                        .flatMap(Stream::ofNullable)
                        .toList();
            case Limit.Silent silent -> List.of(words(silent, !silent.silent()));
            case Limit.Runs runs -> List.of(runs.runs() ? "over" : "still running");
        };
    }

    private String words(Limit.Silent limit, boolean silent) {
        var day = DAY.format(limit.deadline().atZone(zone));
        return silent
                ? Given.AnswerOf.SILENT + " through " + day
                : (limit.wouldAccept() ? "declines by then" : "accepts by then") + " (" + day + ")";
    }

    private static BitSet narrowed(BitSet from, BitSet cells, boolean inside) {
        var narrowed = (BitSet) from.clone();
        if (inside) {
            narrowed.and(cells);
        } else {
            narrowed.andNot(cells);
        }
        return narrowed;
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
            case Limit.Cells(int facet, BitSet cells) -> more.set(facet, narrowed(from.get(facet), cells, inside));
            case Limit.Numbers(int facet, long atLeast, long below)
            when inside -> {
                var common = (BitSet) from.get(facet).clone();
                common.clear(0, domain.cellOf(facet, atLeast));
                common.clear(domain.cellOf(facet, below - 1) + 1, domain.cells(facet));
                more.set(facet, common);
            }
            case Limit.Numbers _, Limit.Silent _, Limit.Runs _ -> {}
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
                    byFacet.merge(
                            facet,
                            limit,
                            (one, _) -> new Limit.Cells(facet, narrowed(((Limit.Cells) one).cells(), cells, true)));
                case Limit.Numbers(int facet, long atLeast, long below) ->
                    byFacet.merge(
                            facet,
                            limit,
                            (one, _) -> new Limit.Numbers(
                                    facet,
                                    Math.max(atLeast, ((Limit.Numbers) one).atLeast()),
                                    Math.min(below, ((Limit.Numbers) one).below())));
                case Limit.Silent _, Limit.Runs _ -> byFacet.put(limit, limit);
            }
        }
        boolean apart = byFacet.values().stream().anyMatch(this::isNothing);
        return apart ? null : List.copyOf(byFacet.values());
    }

    private boolean isNothing(Limit limit) {
        return switch (limit) {
            case Limit.Cells(int facet, BitSet cells) -> !cells.intersects(candidates.get(facet));
            case Limit.Numbers(int _, long atLeast, long below) -> below <= atLeast;
            case Limit.Silent _, Limit.Runs _ -> false;
        };
    }
}
