package io.proviso.agreement;

import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import org.jspecify.annotations.Nullable;

/** The answers of one round, one after the other: which of them ends it by its clause, and which only goes on talking. */
public final class AnswersInTurn {
    private final Round round;
    private final @Nullable FirstRefusal right;
    private int stage;

    /** Where nobody knows which right it is, every answer is its last. */
    public AnswersInTurn(Round round, @Nullable FirstRefusal right) {
        this.round = round;
        this.right = right;
    }

    public boolean ends(Happening.Answer answer) {
        if (right == null) {
            return true;
        }
        boolean exercises =
                answer instanceof Happening.Accepted && right.answering().opensTalks(stage);
        boolean counters = answer instanceof Happening.Countered
                || (answer instanceof Happening.Accepted(Long quantity)
                        && PutQuantity.isCounter(right, round, quantity));
        var worth = right.counter(stage);
        if (exercises || (counters && worth == Preemption.Counter.NEGOTIATES)) {
            stage++;
        }
        return !exercises && !(counters && worth != Preemption.Counter.DECLINES);
    }
}
