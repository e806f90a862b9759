package io.proviso.perf;

import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.question.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** The norms of one act as Drools rules (executable model) over one fact with a string a facet; precedence in plain Java. */
final class DroolsNorms {
    private static final String PACKAGE = "norms";

    private final List<Norm> norms = new ArrayList<>();
    private final BitSet fired = new BitSet();
    private final KieBase base;
    private final KieSession session;

    DroolsNorms(CompiledAct act) {
        var rules = new StringBuilder("package " + PACKAGE + "\nglobal java.util.BitSet fired\ndeclare Asked\n");
        for (int facet = 0; facet < act.domain().size(); facet++) {
            rules.append("  ").append(field(act, facet)).append(" : String\n");
        }
        rules.append("end\n");
        for (int number = 0; number < act.norms(); number++) {
            if (act.isLive(number)) {
                rules.append("rule \"%d\" when Asked(%s) then fired.set(%d); end%n"
                        .formatted(norms.size(), pattern(act, act.norm(number).box()), norms.size()));
                norms.add(act.norm(number));
            }
        }
        base = new KieHelper().addContent(rules.toString(), ResourceType.DRL).build(ExecutableModelProject.class);
        session = base.newKieSession();
        session.setGlobal("fired", fired);
    }

    private static String pattern(CompiledAct act, Box box) {
        var terms = new ArrayList<String>();
        for (int facet = 0; facet < act.domain().size(); facet++) {
            BitSet cells = box.cells(facet);
            if (cells != null) {
                int of = facet;
                terms.add(cells.stream()
                        .mapToObj(cell -> '"' + act.domain().label(of, cell) + '"')
                        .collect(Collectors.joining(", ", field(act, facet) + " in (", ")")));
            }
        }
        return String.join(", ", terms);
    }

    private static String field(CompiledAct act, int facet) {
        return act.domain().facet(facet).name().replace('-', '_');
    }

    /** The fact of a question. */
    Object question(CompiledAct act, int[] cells) throws ReflectiveOperationException {
        var type = base.getFactType(PACKAGE, "Asked");
        var question = type.newInstance();
        for (int facet = 0; facet < cells.length; facet++) {
            type.set(question, field(act, facet), act.domain().label(facet, cells[facet]));
        }
        return question;
    }

    /** The session stays, the fact comes and goes: the cheapest way to ask Drools over and over. */
    Outcome outcome(Object question) {
        fired.clear();
        var handle = session.insert(question);
        session.fireAllRules();
        session.delete(handle);
        return PlainPrecedence.outcome(fired.stream().mapToObj(norms::get).toList());
    }
}
