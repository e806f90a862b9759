package io.proviso.agreement.norms;

import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.question.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The outcome of a closed question and what decides it. */
public final class Decided {
    private final CompiledAct act;
    private final Outcome outcome;
    private final NormSet deciding;

    Decided(CompiledAct act, Outcome outcome, NormSet deciding) {
        this.act = act;
        this.outcome = outcome;
        this.deciding = deciding;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The clauses that decide; none where a silence rule does. */
    public List<Citation> citations() {
        var citations = new ArrayList<Citation>();
        deciding.forEach(number -> citations.add(act.norm(number).cite()));
        return citations;
    }
}
