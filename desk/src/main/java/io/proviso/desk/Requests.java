package io.proviso.desk;

import io.proviso.agreement.BadQuestion;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.RightInForce;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The beginning and the end of a request at the customer's hand: who is ruled in, who has to be offered first, and a withdrawal. */
final class Requests {
    private Requests() {}

    static Decision request(Command.Request command, Context context) {
        List<Ruled> ruled;
        try {
            ruled = command.candidates().stream()
                    .map(candidate -> context.rule(
                            command.terms(), candidate, command.terms().size().gpus(), Refusal.NONE))
                    .toList();
        } catch (BadQuestion bad) {
            return new Refused(
                    Rule.QUESTION_FITS_THE_VOCABULARY,
                    "request " + command.id() + ": " + bad.getMessage(),
                    "Use the words of the portfolio's vocabulary for actor, workload, provider and region.");
        }
        var rights = new LinkedHashSet<Rights.Name>();
        ruled.stream()
                .map(Ruled::ruling)
                .filter(Rights::needOnlyAnOffer)
                .forEach(ruling -> rights.addAll(Rights.toOffer(ruling)));
        var need = new CapacityRequest.Need(command.id(), command.terms(), command.candidates());
        var unfolding =
                new Unfolding(State.NOT_REQUESTED, context).then(new Event.Requested(context.now(), need, ruled));
        return switch (rights.size()) {
            case 0 ->
                Alternates.releaseAndInvite(unfolding, need.terms().size().gpus(), Refusal.NONE)
                        .decided();
            case 1 -> offer(unfolding, rights.getFirst());
            default ->
                new Refused(
                        Rule.ONE_RIGHT_PER_REQUEST,
                        "request " + command.id() + ": its candidates stand behind " + rights.size() + " rights, of "
                                + rights.stream()
                                        .map(right -> right.holder() + " (" + right.clause() + ")")
                                        .toList(),
                        "Request separately from the providers behind each right.");
        };
    }

    private static Decision offer(Unfolding unfolding, Rights.Name name) {
        var context = unfolding.context();
        var need = unfolding.request().need();
        var supply = Rights.supply(context.rulings().portfolio(), name);
        if (supply == null) {
            return new Refused(
                    Rule.HOLDER_MUST_HAVE_SUPPLY,
                    "clause " + name.clause() + ": its holder " + name.holder() + " provides nothing under "
                            + name.agreement(),
                    "State in the agreement which provider is the holder's.");
        }
        var unready = whyNoRound(Rights.inForce(name.agreement(), name.clause(), context.now(), context), need.terms());
        if (unready != null) {
            return unready;
        }
        var gpus = need.terms().size().gpus();
        var offered = new Right(name.agreement(), name.clause(), name.holder(), supply);
        return unfolding
                .then(new Event.Offered(context.now(), need.id() + "/offer-1", offered, gpus))
                .decided();
    }

    /** What keeps a round from being run under that right: no clock can be computed, or silence would accept no price. */
    static @Nullable Refused whyNoRound(RightInForce right, Terms terms) {
        if (right.window() == null) {
            return new Refused(
                    Rule.WINDOW_MUST_BE_DISCLOSED,
                    "clause " + right.clause()
                            + ": nobody disclosed its response window, so no deadline can be computed",
                    "Bind the window in a scenario, or record it when it becomes known.");
        }
        if (right.terms().onLapse() == FirstRefusal.OnLapse.ACCEPT
                && terms.price().limit() == null) {
            return new Refused(
                    Rule.ACCEPTANCE_BY_SILENCE_NEEDS_A_PRICE,
                    "clause " + right.clause()
                            + ": silence accepts the offer, but the offer leaves its price to be quoted",
                    "Name a price limit in the request.");
        }
        return null;
    }

    static Decision requestAgain(CapacityRequest request, Command.Request again) {
        var need = new CapacityRequest.Need(again.id(), again.terms(), again.candidates());
        if (need.equals(request.need())) {
            return Decision.nothingNew();
        }
        return new Refused(
                Rule.ONE_REQUEST_PER_ID,
                "request " + request.need().id() + ": it is on record with other terms or candidates",
                "Withdraw it, and request the other terms under a new id.");
    }

    static Decision withdraw(CapacityRequest request, Command.Withdraw command, Context context) {
        if (request.phase() == CapacityRequest.Phase.CLOSED) {
            return new Refused(
                    Rule.REQUEST_IS_CLOSED,
                    "request " + request.need().id() + ": it is closed",
                    "What is reserved stays reserved.");
        }
        var open = request.openOffer();
        if (open != null && command.inboxReadThrough().isBefore(context.now())) {
            return Expiry.inboxUnread(open, command.inboxReadThrough(), context.now(), "it is withdrawn");
        }
        return new Unfolding(request, context)
                .then(new Event.Withdrawn(context.now(), command.reason()))
                .decided();
    }
}
