package io.proviso.desk;

import io.proviso.agreement.BadQuestion;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.RightInForce;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The beginning and the end of a request at the customer's hand: who is ruled in, who has to be offered first, and a withdrawal. */
final class Requests {
    private Requests() {}

    static Decision request(Command.Request command, Context context) {
        List<Ruled> ruled;
        var need = Aggregates.need(command, context);
        try {
            ruled = command.candidates().stream()
                    .map(candidate ->
                            context.rule(need, candidate, command.terms().size().gpus(), Refusal.NONE))
                    .toList();
        } catch (BadQuestion bad) {
            return new Refused(
                    Rule.QUESTION_FITS_THE_VOCABULARY,
                    "request " + command.id() + ": " + bad.getMessage(),
                    "Use the words of the portfolio's vocabulary for actor, workload, provider and region.");
        }
        var unfolding =
                new Unfolding(State.NOT_REQUESTED, context).then(new Event.Requested(context.now(), need, ruled));
        var verdicts = ruled.stream().map(one -> one.ruling().verdict()).toList();
        for (var right : Rights.unsettled(unfolding.request(), verdicts, context)) {
            var unready = Exemptions.why(right, need) == null ? whyNoOffer(right, need, context) : null;
            if (unready != null) {
                return unready;
            }
        }
        return Rounds.goOn(unfolding, need.terms().size().gpus());
    }

    /** What keeps the need from being offered under that right: no round can be run, or its notice would lack something. */
    static @Nullable Refused whyNoOffer(RightInForce right, CapacityRequest.Need need, Context context) {
        var unready = whyNoRound(right, need, context);
        var lacking = NoticeContents.lacking(right, need, null);
        return unready != null || lacking.isEmpty()
                ? unready
                : new Refused(
                        Rule.A_NOTICE_STATES_WHAT_THE_CLAUSE_WANTS,
                        "clause " + right.clause() + ": its notice must state " + lacking
                                + ", which the request leaves open; no clock would run",
                        "Complete the terms of the request.");
    }

    /** What keeps a round from being run under that right: nowhere to serve it from, no clock to compute, no price for silence, … */
    static @Nullable Refused whyNoRound(RightInForce right, CapacityRequest.Need need, Context context) {
        if (Rights.supply(context.rulings().portfolio(), right) == null) {
            return new Refused(
                    Rule.HOLDER_MUST_HAVE_SUPPLY,
                    "clause " + right.clause() + ": its holder " + right.terms().holder() + " provides nothing under "
                            + right.agreement(),
                    "State in the agreement which provider is the holder's.");
        }
        if (right.window() == null) {
            return new Refused(
                    Rule.WINDOW_MUST_BE_DISCLOSED,
                    "clause " + right.clause()
                            + ": its response window is undisclosed, or its readings differ, so no deadline can be"
                            + " computed",
                    "Pin one of its readings, bind the window in a scenario, or record it when it becomes known.");
        }
        var tail = right.terms().preemption().tail();
        if (tail != null && tail.asKnown(context.basis().knownAt(context.now())) == null) {
            return new Refused(
                    Rule.TAIL_MUST_BE_DISCLOSED,
                    "clause " + right.clause() + ": nobody disclosed for how long a refusal frees the customer",
                    "Bind the tail in a scenario, or record it when it becomes known.");
        }
        if (right.terms().onLapse() == FirstRefusal.OnLapse.ACCEPT
                && !right.terms().preemption().bidsComeFirst()
                && need.terms().price().limit() == null) {
            return new Refused(
                    Rule.ACCEPTANCE_BY_SILENCE_NEEDS_A_PRICE,
                    "clause " + right.clause()
                            + ": silence accepts the offer, but the offer leaves its price to be quoted",
                    "Name a price limit in the request.");
        }
        return Bundles.whyNotAllocated(right, need);
    }

    static Decision requestAgain(CapacityRequest request, Command.Request again) {
        var asked = request.need().asked();
        return asked.equals(again)
                ? Decision.nothingNew()
                : new Refused(
                        Rule.ONE_REQUEST_PER_ID,
                        "request " + asked.id() + ": it is on record, but differs in " + again.differsIn(asked),
                        "Withdraw it, and request what differs under a new id.");
    }

    static Decision withdraw(CapacityRequest request, Command.Withdraw command, Context context) {
        if (request.phase() == CapacityRequest.Phase.CLOSED) {
            return new Refused(
                    Rule.REQUEST_IS_CLOSED,
                    "request " + request.need().id() + ": it is closed",
                    "What is reserved stays reserved.");
        }
        var open = request.openOffer();
        var unread =
                open == null ? null : Expiry.whyNotRead(open, command.inboxReadThrough(), context, "it is withdrawn");
        if (unread != null) {
            return unread;
        }
        return new Unfolding(request, context)
                .then(new Event.Withdrawn(context.now(), command.reason()))
                .decided();
    }
}
