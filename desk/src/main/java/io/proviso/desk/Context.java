package io.proviso.desk;

import io.proviso.agreement.Ruling;
import io.proviso.agreement.Rulings;
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

    /** How one candidate is ruled for that many GPUs, given what the holder of first refusal has said of them. */
    Ruled rule(CapacityRequest.Need need, Candidate candidate, long gpus, Refusal refusal) {
        var question = AcquireQuestion.of(
                need.terms(),
                candidate,
                need.counted(gpus),
                refusal,
                rulings.portfolio().vocabulary());
        return new Ruled(candidate, rulings.rule(question, basis.asOf(now), basis.knownAt(now)));
    }
}
