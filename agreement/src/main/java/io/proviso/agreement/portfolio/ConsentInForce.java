package io.proviso.agreement.portfolio;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A consent that a prohibition asks for, and must have an answer within its time. */
public record ConsentInForce(
        ClauseName name,
        Prohibition.Answer answer,
        DeadlineRule deadlines,
        @Nullable Instant ends) implements Answerable {
    @Override
    public Window window() {
        return answer.within();
    }

    @Override
    public boolean silenceFrees() {
        return answer.silence() == Prohibition.OnSilence.CONSENTS;
    }
}
