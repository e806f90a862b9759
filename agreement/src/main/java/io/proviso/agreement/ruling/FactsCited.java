package io.proviso.agreement.ruling;

import io.proviso.agreement.Attestation;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.norms.ActCompiler;
import io.proviso.agreement.norms.Binding;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Norm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of the record without which some clause might have said something else to a question. */
final class FactsCited {
    private final CompiledAct act;
    private final Binding binding;
    private final List<BitSet> candidates;
    /** What is asked, whatever the facts. */
    private final Box asked;

    private final Map<Attestation, TreeSet<ClauseName>> cited = new LinkedHashMap<>();

    private FactsCited(CompiledAct act, Binding binding, List<BitSet> candidates) {
        this.act = act;
        this.binding = binding;
        this.candidates = candidates;
        var cells = new ArrayList<@Nullable BitSet>(candidates);
        for (int facet = 0; facet < cells.size(); facet++) {
            if (Binding.isSupplied(act.domain(), facet)) {
                cells.set(facet, null);
            }
        }
        this.asked = new Box(cells);
    }

    static List<Ruling.FactCited> of(CompiledAct act, Binding binding, List<BitSet> candidates) {
        var facts = new FactsCited(act, binding, candidates);
        facts.citeValues();
        facts.citeEnds();
        return facts.cited.entrySet().stream()
                .map(entry -> new Ruling.FactCited(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private void citeValues() {
        for (int facet = 0; facet < act.domain().size(); facet++) {
            var entries = binding.attested(act.domain(), facet, candidates);
            if (!entries.isEmpty()) {
                for (var written : act.written()) {
                    if (minds(written, facet)) {
                        entries.forEach(entry -> cite(entry, written));
                    }
                }
            }
        }
    }

    private void citeEnds() {
        for (var written : act.written()) {
            if (speaking(written).findAny().isPresent()) {
                Stream.of(
                                written.version().span().until(),
                                written.version().span().from())
                        .filter(Objects::nonNull)
                        .flatMap(End::milestones)
                        .flatMap(milestone -> binding.attested(milestone, act.domain(), candidates).stream())
                        .forEach(entry -> cite(entry, written));
            }
        }
    }

    /** Whether what a clause says of what is asked depends on a fact. */
    private boolean minds(ActCompiler.Written written, int facet) {
        return speaking(written).anyMatch(norm -> norm.box().cells(facet) != null);
    }

    /** What a clause says of what is asked, in the readings that count and whatever the facts. */
    private Stream<Norm> speaking(ActCompiler.Written written) {
        return written.norms().stream()
                .filter(norm -> written.version().live().contains(norm.reading()))
                .filter(norm -> norm.box().meets(asked));
    }

    private void cite(Attestation entry, ActCompiler.Written written) {
        cited.computeIfAbsent(entry, _ -> new TreeSet<>()).add(written.version().id());
    }
}
