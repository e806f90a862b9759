package io.proviso.agreement.ruling;

import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.norms.Binding;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.norms.NormSet;
import io.proviso.agreement.norms.WhyMissed;
import io.proviso.agreement.portfolio.ClauseVersion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The clauses of an agreement that speak of an act but touch no completion of a question, each with why. */
final class Misses {
    private final CompiledAct act;
    private final Binding binding;
    private final List<BitSet> candidates;
    private final Box asked;
    private final NormSet reaching;

    /** @param candidates of the question that is bound, for each facet */
    Misses(CompiledAct act, Binding binding, List<BitSet> candidates) {
        this.act = act;
        this.binding = binding;
        this.candidates = candidates;
        this.asked = new Box(new ArrayList<>(candidates));
        this.reaching = act.touching(candidates).remove(act.pinnedOut());
    }

    List<Ruling.Missed> of(CompiledAct.Participant participant) {
        var reached = new HashSet<ClauseName>();
        participant
                .norms()
                .and(reaching)
                .forEach(number -> reached.add(act.norm(number).version().id()));
        var missed = new ArrayList<Ruling.Missed>();
        for (var written : act.written()) {
            var clause = written.version().id();
            if (clause.agreement().equals(participant.agreement().name()) && !reached.contains(clause)) {
                missed.add(new Ruling.Missed(clause, why(written.version(), written.norms())));
            }
        }
        return missed;
    }

    private WhyMissed why(ClauseVersion version, List<Norm> written) {
        var touching = written.stream().filter(norm -> norm.box().meets(asked)).toList();
        var live = touching.stream()
                .filter(norm -> version.live().contains(norm.reading()))
                .toList();
        var ended = ended(version, live);
        if (ended != null) {
            return ended;
        }
        if (within(live).stream().allMatch(box -> act.lowering().lifetime().sleeps(version, box))) {
            return new WhyMissed.Sleeps(milestones(version), !live.isEmpty());
        }
        if (!live.isEmpty()) {
            return new WhyMissed.NothingLeft(new ClauseName(
                    version.agreement().name(), version.clause().overrides().getFirst()));
        }
        return touching.isEmpty()
                ? differs(written)
                : new WhyMissed.PinnedOut(touching.getFirst().reading().name());
    }

    private static List<String> milestones(ClauseVersion version) {
        var from = version.span().from();
        return from == null
                ? List.of()
                : from.milestones().map(End.OnMilestone::facet).distinct().toList();
    }

    /** What is asked of what a clause says, or all that is asked where it says nothing of it. */
    private List<Box> within(List<Norm> live) {
        return live.isEmpty()
                ? List.of(asked)
                : live.stream().map(norm -> norm.box().and(asked)).toList();
    }

    /** @param live what would apply if it had not ended */
    private @Nullable WhyMissed ended(ClauseVersion version, List<Norm> live) {
        var within = within(live);
        var own = ended(version, within, !live.isEmpty());
        if (own != null || !version.givenUp()) {
            return own;
        }
        WhyMissed died = null;
        for (var pierced : act.lowering().piercedBy(version)) {
            var ended = ended(pierced, within, !live.isEmpty());
            if (ended == null) {
                return null;
            }
            died = died == null ? new WhyMissed.DiedWith(pierced.id(), ended) : died;
        }
        return died;
    }

    private WhyMissed.@Nullable Ended ended(ClauseVersion version, List<Box> within, boolean otherwiseApplies) {
        WhyMissed.Ended first = null;
        for (var box : within) {
            var ended = act.lowering().lifetime().ended(version, box, otherwiseApplies);
            if (ended == null) {
                return null;
            }
            first = first == null ? ended : first;
        }
        return first;
    }

    /** A facet of the caller's before a fact, unless some part of the clause would apply but for facts. */
    private WhyMissed differs(List<Norm> written) {
        var byFact = written.stream()
                .filter(norm -> differing(norm).allMatch(facet -> !isAsked(facet)))
                .findFirst();
        var norm = byFact.orElse(written.getFirst());
        int facet = differing(norm)
                .filter(one -> byFact.isPresent() || isAsked(one))
                .findFirst()
                .orElseThrow();
        var domain = act.domain();
        return new WhyMissed.Differs(
                domain.facet(facet).name(),
                binding.origin(domain, facet, candidates),
                asked(facet),
                values(facet, cells(norm.box(), facet)));
    }

    /** The facets that by themselves keep a norm from every completion. */
    private IntStream differing(Norm norm) {
        return IntStream.range(0, act.domain().size())
                .filter(facet -> !cells(norm.box(), facet).intersects(cells(asked, facet)));
    }

    private boolean isAsked(int facet) {
        return act.domain().facet(facet).suppliedBy() == Facet.SuppliedBy.CALLER;
    }

    private BitSet cells(Box box, int facet) {
        var cells = box.cells(facet);
        return cells == null ? act.domain().all(facet) : cells;
    }

    /** A number as it was asked: between which numbers it lies tells of clauses that cut there. */
    private WhyMissed.Values asked(int facet) {
        var number = binding.number(act.domain().facet(facet).name());
        return number == null
                ? values(facet, cells(asked, facet))
                : new WhyMissed.Values(List.of(number.toString()), false);
    }

    private WhyMissed.Values values(int facet, BitSet cells) {
        var domain = act.domain();
        var rest = domain.all(facet);
        rest.andNot(cells);
        boolean fewerLeftOut = rest.cardinality() > 0 && rest.cardinality() < cells.cardinality();
        return new WhyMissed.Values(domain.labels(facet, fewerLeftOut ? rest : cells), fewerLeftOut);
    }
}
