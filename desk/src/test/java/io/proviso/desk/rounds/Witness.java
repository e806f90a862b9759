package io.proviso.desk.rounds;

import io.proviso.agreement.Refusal;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.testkit.Model.Step;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sees the whole world, unread rows included, and judges what the desk did in it by the hard rules of a round. */
final class Witness {
    private final World before;
    private final Instant decided;
    private final @Nullable Instant rightEnds;
    private final @Nullable Instant cutOff;
    private final RoundModel model;
    private final int taken;
    private final boolean amended;
    private final List<String> broken = new ArrayList<>();

    Witness(RoundModel model, World before, int taken, boolean amended) {
        this.model = model;
        this.before = before;
        this.taken = taken;
        this.amended = amended;
        this.decided = Setting.GRID.get(taken);
        this.rightEnds = model.setting().ends(amended);
        this.cutOff = model.setting().narrowed() ? null : rightEnds;
    }

    List<String> broken(Command command, Step<World, RoundModel.Told> step) {
        if (command instanceof Command.Answer) {
            check(
                    !(model.decide(before, command, taken, amended) instanceof Decision.Refused refused
                            && refused.rule() == Decision.Rule.INBOX_READ_FIRST),
                    "an answer received in time is overtaken");
        }
        var state = before.desk();
        for (var told : step.events()) {
            judge(told.event(), state);
            state = Desk.evolve(state, told.event());
        }
        if (!step.events().isEmpty() && state instanceof CapacityRequest request) {
            quantitiesAreWhereTheyBelong(request);
        }
        return broken;
    }

    private void judge(Event event, State state) {
        switch (event) {
            case Event.Received received -> received(received.receipt().at());
            case Event.Accepted accepted when accepted.by() instanceof Offer.Ending.Lapsed -> lapsed(deadline(state));
            case Event.Accepted accepted -> answered(accepted.by(), deadline(state));
            case Event.Declined declined -> answered(declined.by(), deadline(state));
            case Event.Waived waived -> answered(waived.by(), deadline(state));
            case Event.Lapsed _ -> lapsed(deadline(state));
            case Event.Moot moot -> moot(moot.by(), deadline(state));
            case Event.RemainderReleased released -> released(released, (CapacityRequest) state);
            case Event.Awarded awarded -> {
                var free = ((CapacityRequest) state).quantities().released();
                check(awarded.comparison().awarded() <= free, "more is awarded than was refused");
            }
            case Event.DeadlineMoved moved ->
                check(moved.to().utc().isAfter(moved.from().utc()), "a deadline comes nearer");
            default -> {}
        }
    }

    private void received(Instant at) {
        check(
                before.notices().stream()
                                .anyMatch(notice ->
                                        Setting.GRID.get(notice.received()).equals(at))
                        || before.inbox().stream()
                                .anyMatch(
                                        row -> Setting.GRID.get(row.received()).equals(at)),
                "a clock starts though nothing shows that the holder has the notice");
    }

    private void answered(Offer.Ending by, @Nullable Instant deadline) {
        check(
                before.inbox().stream()
                        .anyMatch(row -> row.says(by) && deadline != null && isInTime(row, deadline, cutOff)),
                "an offer is answered by no answer received in time");
    }

    private void lapsed(@Nullable Instant deadline) {
        check(deadline != null && decided.isAfter(deadline), "an offer lapses before its deadline has passed");
        check(
                deadline == null || before.inbox().stream().noneMatch(row -> isInTime(row, deadline, cutOff)),
                "an answer received in time is overtaken by a lapse");
    }

    private void moot(Offer.Ending by, @Nullable Instant deadline) {
        check(rightEnds != null && !decided.isBefore(rightEnds), "an offer is moot while the right stands");
        var since = by instanceof Offer.Ending.Moot moot ? moot.since() : Instant.MAX;
        check(
                deadline == null || before.inbox().stream().noneMatch(row -> isInTime(row, deadline, since)),
                "an answer received in time is overtaken by the end of the right");
    }

    private void released(Event.RemainderReleased released, CapacityRequest request) {
        var offer = request.offers().isEmpty() ? null : request.offers().getLast();
        check(
                offer != null || (rightEnds != null && !decided.isBefore(rightEnds)),
                "capacity is released that was never offered to the holder");
        check(offer == null || !offer.isOpen(), "capacity is released that the holder has not refused");
        check(released.gpus() == request.quantities().open(), "not all that the holder left is released");
        var by = offer == null ? null : offer.ending();
        var freedBy = switch (by) {
            case null -> Refusal.NONE;
            case Offer.Ending.Answered(String _, Instant _, Response.Waives _) -> Refusal.WAIVED;
            case Offer.Ending.Answered _ -> Refusal.DECLINED;
            case Offer.Ending.Lapsed _ -> Refusal.LAPSED;
            case Offer.Ending.Moot _, Offer.Ending.Withdrawn _ -> Refusal.NONE;
        };
        check(released.freedBy() == freedBy, "capacity is released as " + released.freedBy() + ", not " + freedBy);
    }

    private void quantitiesAreWhereTheyBelong(CapacityRequest request) {
        var quantities = request.quantities();
        var open = request.openOffer();
        check(quantities.open() == (open == null ? 0 : open.gpus()), "GPUs are open that nobody is offered");
        check(
                quantities.released() == 0 || request.phase() == CapacityRequest.Phase.INVITED,
                "GPUs are released and nobody is invited");
        var reserved =
                request.reservations().stream().mapToLong(Reservation::gpus).sum();
        check(reserved == quantities.accepted() + quantities.awarded(), "what is taken is not what is reserved");
    }

    private static boolean isInTime(World.Row row, Instant deadline, @Nullable Instant over) {
        var received = Setting.GRID.get(row.received());
        return !received.isAfter(deadline) && (over == null || received.isBefore(over));
    }

    /** Ten business days from the receipt on record with every closure there is, null before a receipt. */
    private @Nullable Instant deadline(State state) {
        var offers = state instanceof CapacityRequest request ? request.offers() : List.<Offer>of();
        var offer = offers.isEmpty() ? null : offers.getLast();
        var receipt = offer == null ? null : offer.receipt();
        if (receipt == null) {
            return null;
        }
        var calendar = model.setting().original().portfolio().calendars().get("us-federal");
        return new DeadlineRule(Objects.requireNonNull(calendar), Contract.ZONE, LocalTime.of(17, 0))
                .deadline(receipt.at(), new Window.BusinessDays(10))
                .utc();
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }
}
