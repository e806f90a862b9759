package io.proviso.desk.rounds;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Round;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Ruled;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The beginning and the end of a request at the customer's hand: who is ruled in, who has to be offered first, and a withdrawal. */
@CheckReturnValue
final class Requests {
    private Requests() {}

    static @Nullable Refused request(Unfolding unfolding, Command.Request command) {
        var context = unfolding.context();
        var vocabulary = context.rulings().portfolio().vocabulary();
        var missing = vocabulary.desk().missing(DeskWords.Of.ACT, DeskWords.Of.SUPPLIER);
        if (!missing.isEmpty()) {
            return new Refused(
                    Rule.QUESTION_FITS_THE_VOCABULARY,
                    "request " + command.id() + ": the portfolio does not say which words the desk asks in: " + missing,
                    "Name the act, and the facet of the supplier, under desk: in portfolio.yaml.");
        }
        var told = context.rulings().portfolio().rounds().stream()
                .filter(round -> command.id().equals(round.request()))
                .map(Round::id)
                .toList();
        if (!told.isEmpty()) {
            return new Refused(
                    Rule.ONE_REQUEST_PER_ID,
                    "request " + command.id() + ": the record tells rounds of it that the desk did not run: "
                            + String.join(", ", told),
                    "Go on with it in record.yaml (proviso round), or request it under a new id: then the desk puts it"
                            + " to the holders itself.");
        }
        List<Ruled> ruled;
        var need = Aggregates.need(command, context);
        try {
            ruled = command.candidates().stream()
                    .map(candidate ->
                            context.rule(need, candidate, command.terms().size().gpus(), Map.of()))
                    .toList();
        } catch (BadQuestion bad) {
            return new Refused(
                    Rule.QUESTION_FITS_THE_VOCABULARY,
                    "request " + command.id() + ": " + bad.getMessage(),
                    "Use the words of the portfolio's vocabulary for buyer, workload, supplier and region.");
        }
        unfolding.then(new Event.Requested(context.now(), need, ruled));
        for (var right : unfolding.lineup().unsettled()) {
            var obstacle = Exemptions.why(right, need) == null ? Obstacles.toOffer(right, need, context) : null;
            if (obstacle != null) {
                return obstacle;
            }
        }
        Rounds.goOn(unfolding, need.terms().size().gpus());
        return null;
    }

    static @Nullable Refused requestAgain(CapacityRequest request, Command.Request again) {
        var asked = request.need().asked();
        return asked.equals(again)
                ? null
                : new Refused(
                        Rule.ONE_REQUEST_PER_ID,
                        "request " + asked.id() + ": it is on record, but differs in " + again.differsIn(asked),
                        "Withdraw it, and request what differs under a new id.");
    }

    static @Nullable Refused withdraw(Unfolding unfolding, Command.Withdraw command) {
        var request = unfolding.request();
        if (request.phase() == CapacityRequest.Phase.CLOSED) {
            return new Refused(
                    Rule.REQUEST_IS_CLOSED,
                    "request " + request.need().id() + ": it is closed",
                    "What is reserved stays reserved.");
        }
        var open = request.openOffer();
        var unread = open == null
                ? null
                : Expiry.whyNotRead(open, command.inboxReadThrough(), unfolding.now(), "it is withdrawn");
        if (unread == null) {
            unfolding.then(new Event.Withdrawn(unfolding.now(), command.reason()));
        }
        return unread;
    }
}
