package io.proviso.desk;

import io.proviso.agreement.Question;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Ruling;
import io.proviso.agreement.Rulings;
import io.proviso.agreement.Verdict;
import java.time.Instant;

/**
 * What a decision sees beside the request itself; the driver supplies it, so that the desk decides without looking anything up.
 *
 * @param others as a need is put on record; later decisions go by what is on record
 * @param now the driver's clock, real, virtual or hostile
 */
public record Context(Rulings rulings, Basis basis, OtherRequests others, Instant now) {
    public Context {
        Range.date("clock of the desk", now);
    }

    /** Of a customer of whom nothing else is known. */
    public Context(Rulings rulings, Basis basis, Instant now) {
        this(rulings, basis, OtherRequests.NONE, now);
    }

    /** A live desk. */
    public Context(Rulings rulings, Instant now) {
        this(rulings, new Basis.Live(), now);
    }

    /** The same under other rulings. */
    public Context under(Rulings other) {
        return new Context(other, basis, others, now);
    }

    /** The same at another instant. */
    public Context at(Instant other) {
        return new Context(rulings, basis, others, other);
    }

    /** What the rest of a decision sees once that many GPUs are taken under a ruling. */
    Context drawing(Ruling ruling, long gpus) {
        return under(Desk.drawn(rulings, ruling, gpus));
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
        return DeskQuestion.of(need.terms(), candidate, need.counted(gpus), refusal, vocabulary);
    }
}
