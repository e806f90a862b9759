package io.proviso.agreement.ruling;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Facet;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.NormSet;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** One act of a portfolio at an instant, with every closed question that can be put about it. */
public record ClosedQuestions(CompiledPortfolio compiled, CompiledAct act, Instant at) {
    /** What a closed question about an act says, or supposes. */
    public static Set<String> takes(Portfolio portfolio, String act) {
        return Set.copyOf(portfolio.vocabulary().act(act).takes());
    }

    public static ClosedQuestions about(String act, Portfolio portfolio, Instant at) {
        var compiled = new CompiledPortfolio(portfolio);
        return new ClosedQuestions(
                compiled, compiled.supposing(act, takes(portfolio, act), at, portfolio.latestRecorded()), at);
    }

    public Instant knownAt() {
        return compiled.portfolio().latestRecorded();
    }

    /** The cells of every closed question, those that cannot occur among them. */
    public List<int[]> all() {
        List<int[]> questions = List.of(new int[0]);
        for (int facet = 0; facet < act.domain().size(); facet++) {
            int cells = act.domain().cells(facet);
            questions = questions.stream()
                    .flatMap(begun -> IntStream.range(0, cells).mapToObj(cell -> longer(begun, cell)))
                    .toList();
        }
        return questions;
    }

    private static int[] longer(int[] begun, int cell) {
        var more = new int[begun.length + 1];
        System.arraycopy(begun, 0, more, 0, begun.length);
        more[begun.length] = cell;
        return more;
    }

    public List<BitSet> open() {
        return IntStream.range(0, act.domain().size())
                .mapToObj(act.domain()::all)
                .toList();
    }

    /** The same question in words; what the caller cannot say he supposes, and a number stands for its range. */
    public Question question(int[] cells) {
        var facets = new LinkedHashMap<String, Asked>();
        var supposed = new LinkedHashMap<String, String>();
        for (int facet = 0; facet < cells.length; facet++) {
            var name = act.domain().facet(facet).name();
            if (act.domain().facet(facet) instanceof Facet.Count) {
                facets.put(name, new Asked.Exactly(act.domain().starts(facet)[cells[facet]]));
            } else if (act.domain().facet(facet).suppliedBy() == Facet.SuppliedBy.CALLER) {
                facets.put(name, new Asked.OneOf(List.of(act.domain().label(facet, cells[facet]))));
            } else {
                supposed.put(name, act.domain().label(facet, cells[facet]));
            }
        }
        return new Question(act.act().name(), facets, supposed);
    }

    public Ruling ruling(int[] cells) {
        return compiled.rule(question(cells), at, knownAt());
    }

    /** The norms left of the applicable ones under each way to settle what is undecided, in which these are fixed. */
    public List<NormSet> settled(NormSet applicable, Map<Given, String> fixed) {
        var ways = new ArrayList<>(List.of(applicable));
        for (var undecided : act.undecided()) {
            var more = new ArrayList<NormSet>();
            for (int i = 0; i < undecided.alternatives().size(); i++) {
                var alternative = undecided.alternatives().get(i);
                if (fixed.getOrDefault(undecided.name(), alternative).equals(alternative)) {
                    var excluded = undecided.excluded().get(i);
                    ways.forEach(way -> more.add(way.copy().remove(excluded)));
                }
            }
            ways.clear();
            ways.addAll(more);
        }
        return ways;
    }

    /** The norms that apply to a closed question if every choice were still open. */
    public NormSet applicable(int[] cells) {
        var applicable = act.noNorms();
        for (int norm = 0; norm < act.norms(); norm++) {
            if (act.isLive(norm) && holds(act.norm(norm).box(), cells)) {
                applicable.add(norm);
            }
        }
        return applicable;
    }

    public static boolean holds(Box box, int[] cells) {
        for (int facet = 0; facet < cells.length; facet++) {
            var covered = box.cells(facet);
            if (covered != null && !covered.get(cells[facet])) {
                return false;
            }
        }
        return true;
    }

    public int[] one(Random random) {
        return IntStream.range(0, act.domain().size())
                .map(facet -> random.nextInt(act.domain().cells(facet)))
                .toArray();
    }
}
