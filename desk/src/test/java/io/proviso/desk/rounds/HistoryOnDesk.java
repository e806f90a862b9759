package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.desk.Command;
import io.proviso.desk.Decision;
import io.proviso.desk.Offer;
import io.proviso.desk.Quantities;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A history of the model run on the real desk; the table of {@code src/test/alloy/README.md} as code. */
final class HistoryOnDesk {
    private static final String CHEAPER = "oracle";
    private static final String DEARER = "coreweave";

    private final ModelHistory history;
    private final Contract contract = Contract.standard();
    private final Round round;
    private final Queue<Command.Answer> unread = new ArrayDeque<>();
    private final boolean isEndKnownBefore;
    private @Nullable Instant ended;
    private boolean isSentAgain;

    private HistoryOnDesk(ModelHistory history, Rules rules, @Nullable Instant until) {
        this.history = history;
        if (!history.partsBind()) {
            contract.allOrNothing();
        }
        if (history.silenceAccepts()) {
            contract.silenceAccepts();
        }
        if (until != null) {
            contract.until(until);
        }
        isEndKnownBefore = until != null;
        round = new Round(contract).by(rules);
    }

    /** Runs it with the right ended by an amendment, and if it ends, again with an end that was agreed from the first. */
    static void follow(ModelHistory history, Rules rules) {
        var byAmendment = new HistoryOnDesk(history, rules, null);
        byAmendment.run();
        if (byAmendment.ended != null) {
            new HistoryOnDesk(history, rules, byAmendment.ended).run();
        }
    }

    private void run() {
        for (var i = 0; i < history.steps().size(); i++) {
            var step = history.steps().get(i);
            var where = "after step " + (i + 1) + " (" + step.act() + ") of " + history.story();
            advance(step);
            act(step);
            compare(step.after(), where);
        }
    }

    /** A minute a step, but the deadline is one instant. */
    private void advance(ModelHistory.Step step) {
        var isTick = step.act().equals("Tick");
        round.at(
                switch (step.clock()) {
                    case "Early" -> isTick ? deadline() : round.now().plus(Duration.ofMinutes(1));
                    case "AtDeadline" -> isTick ? round.now().plusSeconds(1) : round.now();
                    default -> round.now().plus(Duration.ofMinutes(1));
                });
    }

    private Instant deadline() {
        var receipt = Objects.requireNonNull(round.request().offers().getFirst().receipt());
        return receipt.deadline().utc();
    }

    private void act(ModelHistory.Step step) {
        var now = round.now();
        switch (step.act()) {
            case "Request" -> round.then(Round.request(Round.terms(history.gpus(), 1), CHEAPER, DEARER));
            case "Receive" -> round.then(Round.delivered(now));
            case "ReceiveAgain" -> receiveAgain();
            case "FindDefect" -> {
                isSentAgain = false;
                round.then(new Command.ConfirmDelivery(Round.OFFER, now, List.of("price")));
            }
            case "SendAgain" -> isSentAgain = true;
            case "MoveDeadline" -> moveDeadline();
            case "EndRight" -> endRight();
            case "Commit" ->
                unread.add(Round.answer(step.answer().id(), now, step.answer().response()));
            case "Read" -> read(unread.remove());
            case "ReadUnmarked" -> read(unread.element());
            case "Waive" -> round.then(Round.answer("waiver", now, new Response.Waives()));
            case "Expire", "CloseMoot" -> round.then(new Command.Expire(readThrough()));
            case "Quote" -> quote(step);
            case "Award" -> round.then(new Command.Award());
            case "CloseUnfilled" -> round.then(new Command.Withdraw("nobody bids", now));
            case "Tick", "Invite", "Crash", "ExpireRefused", "AwardRefused" -> {}
            default -> throw new IllegalArgumentException("the table has no line for " + step.act());
        }
    }

    private void receiveAgain() {
        var due = deadline();
        round.refused(Decision.Rule.ONE_RECEIPT_PER_OFFER, Round.delivered(round.now()));
        assertEquals(due, deadline());
    }

    private void moveDeadline() {
        var due = deadline();
        var today = LocalDate.ofInstant(round.now(), Contract.ZONE).toString();
        round.under(contract.closed("2025-01-30", today)).then(new Command.Review(readThrough()));
        assertEquals(due.plus(Duration.ofDays(1)), deadline());
    }

    private void endRight() {
        ended = round.now();
        if (!isEndKnownBefore) {
            round.under(contract.ended(ended, ended));
        }
    }

    /** A row is done with when the desk decided on it, or refused it because another answer had ended the offer. */
    private void read(Command.Answer answer) {
        if (round.decide(answer) instanceof Decision.Refused) {
            round.refused(Decision.Rule.ONE_TERMINAL_ANSWER, answer);
        } else {
            round.then(answer);
        }
    }

    private void quote(ModelHistory.Step step) {
        var isCheaper = step.from().equals("Cheaper");
        round.then(Round.quote(isCheaper ? CHEAPER : DEARER, step.quoted(), isCheaper ? "2.10" : "2.90"));
    }

    /** Up to the first row that nobody read. */
    private Instant readThrough() {
        var first = unread.peek();
        return first == null ? round.now() : first.received().minusNanos(1);
    }

    private void compare(ModelHistory.Standing model, String where) {
        assertEquals(model.phase(), phase(), where);
        assertEquals(model.allowed().ending(), changes(new Command.Expire(readThrough())), where);
        assertEquals(model.allowed().bid(), changes(Round.quote(CHEAPER, 1, "1.00")), where);
        assertEquals(model.allowed().award(), changes(new Command.Award()), where);
        if (model.phase() != ModelHistory.Phase.ABSENT) {
            assertEquals(model.quantities(), round.request().quantities(), where);
            assertEquals(model.quantities().accepted(), reserved("azure"), where);
            assertEquals(model.fromCheaper(), reserved(CHEAPER), where);
            assertEquals(model.fromDearer(), reserved(DEARER), where);
        }
    }

    private boolean changes(Command command) {
        return round.decide(command) instanceof Decision.Decided decided
                && !decided.events().isEmpty();
    }

    private long reserved(String provider) {
        return round.request().reservations().stream()
                .filter(reservation -> reservation.provider().name().equals(provider))
                .mapToLong(Reservation::gpus)
                .sum();
    }

    private ModelHistory.Phase phase() {
        if (round.history().isEmpty()) {
            return ModelHistory.Phase.ABSENT;
        }
        var request = round.request();
        if (request.offers().isEmpty()) {
            return ModelHistory.Phase.NOT_NEEDED;
        }
        var offer = request.offers().getFirst();
        return switch (offer.ending()) {
            case null -> open(offer);
            case Offer.Ending.Lapsed _ -> ModelHistory.Phase.LAPSED;
            case Offer.Ending.Moot _ -> ModelHistory.Phase.MOOT;
            case Offer.Ending.Answered(String _, Instant _, Response.Waives _) -> ModelHistory.Phase.WAIVED;
            case Offer.Ending.Answered _ -> answered(request.quantities());
            case Offer.Ending.Withdrawn _ -> throw new AssertionError("the model withdraws no open offer");
        };
    }

    private ModelHistory.Phase open(Offer offer) {
        if (offer.receipt() != null) {
            return ModelHistory.Phase.OPEN;
        }
        return isSentAgain || offer.missing().isEmpty() ? ModelHistory.Phase.DISPATCHED : ModelHistory.Phase.DEFECTIVE;
    }

    private static ModelHistory.Phase answered(Quantities quantities) {
        if (quantities.accepted() == 0) {
            return ModelHistory.Phase.DECLINED;
        }
        return quantities.accepted() == quantities.total()
                ? ModelHistory.Phase.ACCEPTED
                : ModelHistory.Phase.PARTLY_ACCEPTED;
    }
}
