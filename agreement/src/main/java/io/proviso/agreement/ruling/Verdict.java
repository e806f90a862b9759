package io.proviso.agreement.ruling;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.question.Outcome;
import io.proviso.units.Party;
import java.util.List;

/** How a question comes out and whom that obliges the asker to turn to first: a ruling without its reasons, at a tenth of its cost. */
public record Verdict(Outcome outcome, List<Asks> asks) {
    /** A step without its dates: what a clause wants from whom. */
    public record Asks(Step.Kind kind, Party of, ClauseName clause) {}

    public Verdict {
        asks = List.copyOf(asks);
    }
}
