package io.proviso.agreement.portfolio;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is in force, by which somebody is asked and has a time to answer. */
public sealed interface Answerable permits RightInForce, ConsentInForce {
    ClauseName name();

    /** How that time is counted. */
    DeadlineRule deadlines();

    /** How long it is; null if nobody disclosed it. */
    @Nullable
    Window window();

    /** When it is not asked for any more, null if no end is known. */
    @Nullable
    Instant ends();

    /** Whether whoever asks is free once nobody has answered in that time. */
    boolean silenceFrees();
}
