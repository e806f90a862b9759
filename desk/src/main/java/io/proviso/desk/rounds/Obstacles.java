package io.proviso.desk.rounds;

import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Context;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What keeps a need from being put to the holder of a right. */
@CheckReturnValue
final class Obstacles {
    private Obstacles() {}

    /** To offering it on the terms requested: no round can be run, or its notice would lack something. */
    static @Nullable Refused toOffer(RightInForce right, CapacityRequest.Need need, Context context) {
        var unready = toRound(right, need, context);
        var lacking = NoticeContents.lacking(right, need, null);
        return unready != null || lacking.isEmpty()
                ? unready
                : new Refused(
                        Rule.A_NOTICE_STATES_WHAT_THE_CLAUSE_WANTS,
                        "clause " + right.name().clause() + ": its notice must state " + lacking
                                + ", which the request leaves open; no clock would run",
                        "Complete the terms of the request.");
    }

    /** To any round under that right: nowhere to serve it from, no clock to compute, no price for silence, … */
    static @Nullable Refused toRound(RightInForce right, CapacityRequest.Need need, Context context) {
        if (Rights.supply(context.rulings().portfolio(), right) == null) {
            return new Refused(
                    Rule.HOLDER_MUST_HAVE_SUPPLY,
                    "clause " + right.name().clause() + ": its holder "
                            + right.terms().holder() + " provides nothing under "
                            + right.name().agreement(),
                    "State in the agreement which provider is the holder's.");
        }
        var answering = right.terms().answering();
        if (answering.opens() == FirstRefusal.TalksOpen.BY_EXERCISE) {
            return new Refused(
                    Rule.AN_ACCEPTANCE_BINDS,
                    "clause " + right.name().clause()
                            + ": an acceptance opens talks, and here whoever accepts has reserved what was put",
                    "Run the round by mail and tell it in record.yaml (proviso round).");
        }
        boolean hidesAStage = answering.talks().stream().anyMatch(stage -> stage.asKnown(Instant.MAX) == null);
        if (right.window() == null || hidesAStage) {
            return new Refused(
                    Rule.WINDOW_MUST_BE_DISCLOSED,
                    "clause " + right.name().clause()
                            + ": its response window is undisclosed, or its readings differ, so no deadline can be"
                            + " computed",
                    "Pin one of its readings, bind the window in a scenario, or record it when it becomes known.");
        }
        if (answering.from() == FirstRefusal.From.GIVING) {
            return new Refused(
                    Rule.WINDOW_MUST_RUN_FROM_RECEIPT,
                    "clause " + right.name().clause()
                            + ": its window runs from the giving of a notice, and here a clock runs from a receipt",
                    "Run the round by mail and tell it in record.yaml (proviso round).");
        }
        var tail = right.terms().preemption().tail();
        var known = tail == null ? null : tail.asKnown(context.basis().knownAt(context.now()));
        if (tail != null && (known == null || known.isUndisclosed())) {
            return new Refused(
                    Rule.TAIL_MUST_BE_DISCLOSED,
                    "clause " + right.name().clause() + ": nobody disclosed for how long a refusal frees the customer",
                    "Bind the tail in a scenario, or record it when it becomes known.");
        }
        if (right.terms().onLapse() == FirstRefusal.OnLapse.ACCEPT
                && !right.terms().preemption().bidsComeFirst()
                && need.terms().price().limit() == null) {
            return new Refused(
                    Rule.ACCEPTANCE_BY_SILENCE_NEEDS_A_PRICE,
                    "clause " + right.name().clause()
                            + ": silence accepts the offer, but the offer leaves its price to be quoted",
                    "Name a price limit in the request.");
        }
        return Bundles.whyNotAllocated(right, need);
    }
}
