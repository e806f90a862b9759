package io.proviso.desk;

import io.proviso.agreement.Question;
import io.proviso.agreement.Ruling;
import io.proviso.agreement.Rulings;
import io.proviso.agreement.Verdict;
import java.time.Instant;

/** What a decision sees beside the request itself; {@code now} is the driver's clock, real, virtual or hostile. */
public record Context(Rulings rulings, Basis basis, Instant now) {
    /** A live desk. */
    public Context(Rulings rulings, Instant now) {
        this(rulings, new Basis.Live(), now);
    }

    /** What the rest of a decision sees once that many GPUs are taken under a ruling. */
    Context drawing(Ruling ruling, long gpus) {
        return new Context(rulings.drawing(rulings.drawnBy(ruling, gpus)), basis, now);
    }

    /** How one candidate is ruled for that many GPUs, given what the holder of first refusal has said of them; for events, which keep the reasons. */
    Ruled rule(CapacityRequest.Need need, Candidate candidate, long gpus, Refusal refusal) {
        var question = question(need, candidate, gpus, refusal);
        return new Ruled(candidate, rulings.rule(question, basis.asOf(now), basis.knownAt(now)));
    }

    /** The same, where only the next step depends on it. */
    Verdict verdict(CapacityRequest.Need need, Candidate candidate, long gpus, Refusal refusal) {
        var question = question(need, candidate, gpus, refusal);
        return rulings.verdict(question, basis.asOf(now), basis.knownAt(now));
    }

    private Question question(CapacityRequest.Need need, Candidate candidate, long gpus, Refusal refusal) {
        var vocabulary = rulings.portfolio().vocabulary();
        return AcquireQuestion.of(need.terms(), candidate, need.counted(gpus), refusal, vocabulary);
    }
}
