package io.proviso.faults;

import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How a history tells what happened. */
final class FaultsTold {
    private FaultsTold() {}

    /** An offer by the name of its request, and its number if it is not the first. */
    static String of(FaultsRound round, String offer) {
        return offer.endsWith("/offer-1") ? round.request.id() : offer;
    }

    static String of(FaultsRound round, Command command) {
        var what = command.getClass().getSimpleName() + " on " + round.request.id();
        if (command instanceof Command.Answer answer) {
            return what + ", " + answer.id() + " of " + answer.received() + ": " + of(answer.response());
        }
        if (command instanceof Command.Expire(Instant read)) {
            return what + ", inbox read through " + read;
        }
        return command instanceof Command.ConfirmDelivery delivery
                ? what + (delivery.missing().isEmpty() ? ", received " : ", defective, received ") + delivery.received()
                : what;
    }

    static String of(Response response) {
        return response instanceof Response.Accepts accepts
                ? "accepts " + accepts.gpus()
                : response.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static String of(List<Event> events) {
        return events.isEmpty()
                ? "nothing new"
                : String.join(
                        " ",
                        events.stream()
                                .map(event -> event.getClass().getSimpleName())
                                .toList());
    }
}
