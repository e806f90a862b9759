package io.proviso.desk;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.agreement.ruling.Verdict;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

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
    public Context drawing(Ruling ruling, long gpus) {
        return under(drawing(rulings, ruling, gpus));
    }

    /** Nothing is drawn where the portfolio does not say what the desk counts. */
    public static Rulings drawing(Rulings rulings, Ruling ruling, long gpus) {
        var counted = rulings.portfolio().vocabulary().desk().find(DeskWords.Of.QUANTITY);
        return counted == null ? rulings : rulings.drawing(rulings.drawnBy(ruling, new Quantity(counted, gpus)));
    }

    /** So much, as the portfolio counts it. */
    public String told(long quantity) {
        var vocabulary = rulings.portfolio().vocabulary();
        var counted = vocabulary.desk().find(DeskWords.Of.QUANTITY);
        return counted == null
                ? String.format(Locale.ENGLISH, "%,d", quantity)
                : Quantity.told(quantity, vocabulary.unit(counted));
    }

    /** How one candidate is ruled for so much, given what holders have said of it; for events, which keep the reasons. */
    public Ruled rule(CapacityRequest.Need need, Candidate candidate, long gpus, Map<ClauseName, Refusal> said) {
        var question = question(need, candidate, gpus, said);
        return new Ruled(candidate, rulings.rule(question, basis.asOf(now), basis.knownAt(now)));
    }

    /** The same as if nobody had been asked, where only the next step depends on it. */
    public Verdict verdict(CapacityRequest.Need need, Candidate candidate, long gpus) {
        var question = question(need, candidate, gpus, Map.of());
        return rulings.verdict(question, basis.asOf(now), basis.knownAt(now));
    }

    private Question question(
            CapacityRequest.Need need, Candidate candidate, long gpus, Map<ClauseName, Refusal> said) {
        var vocabulary = rulings.portfolio().vocabulary();
        return DeskQuestion.of(need.terms(), candidate, need.counted(gpus), said, vocabulary);
    }
}
