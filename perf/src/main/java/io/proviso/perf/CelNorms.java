package io.proviso.perf;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.question.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The norms of one act as CEL expressions over strings, the way a policy engine would hold them; precedence and silence in plain Java. */
final class CelNorms {
    private final List<Norm> norms = new ArrayList<>();
    private final List<CelRuntime.Program> programs = new ArrayList<>();

    CelNorms(CompiledAct act) throws CelValidationException, CelEvaluationException {
        var domain = act.domain();
        var builder = CelFactory.plannerCelBuilder();
        for (int facet = 0; facet < domain.size(); facet++) {
            builder.addVar(variable(act, facet), SimpleType.STRING);
        }
        var cel = builder.build();
        for (int number = 0; number < act.norms(); number++) {
            if (act.isLive(number)) {
                norms.add(act.norm(number));
                programs.add(program(cel, expression(act, act.norm(number).box())));
            }
        }
    }

    private static CelRuntime.Program program(Cel cel, String expression)
            throws CelValidationException, CelEvaluationException {
        return cel.createProgram(cel.compile(expression).getAst());
    }

    private static String expression(CompiledAct act, Box box) {
        var terms = new ArrayList<String>();
        for (int facet = 0; facet < act.domain().size(); facet++) {
            BitSet cells = box.cells(facet);
            if (cells != null) {
                int of = facet;
                var values = cells.stream()
                        .mapToObj(cell -> "'" + act.domain().label(of, cell) + "'")
                        .collect(Collectors.joining(", "));
                terms.add(variable(act, facet) + " in [" + values + "]");
            }
        }
        return terms.isEmpty() ? "true" : String.join(" && ", terms);
    }

    private static String variable(CompiledAct act, int facet) {
        return act.domain().facet(facet).name().replace('-', '_');
    }

    static Map<String, Object> question(CompiledAct act, int[] cells) {
        var question = new HashMap<String, Object>();
        for (int facet = 0; facet < cells.length; facet++) {
            question.put(variable(act, facet), act.domain().label(facet, cells[facet]));
        }
        return question;
    }

    /** As the engine rules a closed question in which nothing is undecided, silence being permission. */
    Outcome outcome(Map<String, Object> question) throws CelEvaluationException {
        var applicable = new ArrayList<Norm>();
        for (int i = 0; i < norms.size(); i++) {
            if ((boolean) programs.get(i).eval(question)) {
                applicable.add(norms.get(i));
            }
        }
        return PlainPrecedence.outcome(applicable);
    }
}
