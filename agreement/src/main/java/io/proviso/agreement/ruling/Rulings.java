package io.proviso.agreement.ruling;

import io.proviso.agreement.Draw;
import io.proviso.agreement.Round;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.Question;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.List;

/** Answers questions about one portfolio, as of any instant and as known at any instant. */
public interface Rulings {
    /** The engine's version, part of every ruling's identity. */
    String ENGINE = "proviso-0.1.0";

    /** Compiles a portfolio; each stretch of time is lowered when it is first asked about. */
    static Rulings of(Portfolio portfolio) {
        return new CompiledPortfolio(portfolio);
    }

    Portfolio portfolio();

    /**
     * Rules on a question.
     *
     * @param asOf what was in force then
     * @param knownAt what was on record then
     * @throws BadQuestion if the question does not fit the portfolio's vocabulary
     */
    Ruling rule(Question question, Instant asOf, Instant knownAt);

    /**
     * The outcome of the same ruling, and whom it asks, without the reasons.
     *
     * @throws BadQuestion if the question does not fit the portfolio's vocabulary
     */
    Verdict verdict(Question question, Instant asOf, Instant knownAt);

    /**
     * The same as if those rounds were on record as well: what somebody has under way who has not put it there yet.
     *
     * @throws BadQuestion if the question does not fit the portfolio's vocabulary
     */
    Verdict verdict(Question question, List<Round> more, Instant asOf, Instant knownAt);

    /**
     * The right of first refusal that a step of a ruling names, as it stands then. That a milestone has ended it does not
     * matter here: the question may have supposed otherwise.
     *
     * @throws IllegalArgumentException if no such right is in force then
     */
    RightInForce right(ClauseName name, Instant asOf, Instant knownAt);

    /**
     * Every right of first refusal in force then, whatever it covers, in the order of the portfolio; one that ends with a
     * milestone is, until the record attests it for all questions.
     */
    List<RightInForce> rights(Instant asOf, Instant knownAt);

    /**
     * What an act done under a ruling takes from the consents and waivers with a limit that set a clause aside for it, on
     * record as of the ruling itself; nothing where there was nothing to set aside.
     */
    List<Draw> drawnBy(Ruling ruling, Quantity quantity);

    /** The rulings once that much more was drawn; what is drawn is part of the portfolio, and so of its digest. */
    default Rulings drawing(List<Draw> more) {
        return more.isEmpty() ? this : of(portfolio().drawing(more));
    }

    /**
     * Rules over a whole interval with an end: one segment for each stretch in which the answer stays the same, and none where the
     * record leaves the question nothing that could occur.
     *
     * @throws BadQuestion if the question does not fit the portfolio's vocabulary, or can nowhere occur
     */
    List<Segment> rule(Question question, Interval interval, Instant knownAt);

    /**
     * A stretch of time throughout which the answer is the same.
     *
     * @param reasons one or more that follow each other without a gap: what decides may change where the answer does not
     */
    record Segment(List<Because> reasons) {
        public Segment {
            reasons = List.copyOf(reasons);
        }

        public Instant from() {
            return reasons.getFirst().from();
        }

        public Instant to() {
            return reasons.getLast().to();
        }

        /** The answer, given as of the start of the segment. */
        public Ruling ruling() {
            return reasons.getFirst().ruling();
        }
    }

    /** A part of a segment throughout which the same decides, and the ruling given as of its start. */
    record Because(Instant from, Instant to, Ruling ruling) {}
}
