package io.proviso.desk.rounds;

import io.proviso.desk.Bid;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.desk.Uncounted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request at the desk and all that matters around it; instants are numbers of a grid.
 *
 * @param inbox what the holder wrote, in the order of commit
 * @param notices those that reached the holder, whether or not the desk was told
 * @param held a decision not yet appended, null if there is none
 * @param holds how many decisions were held so far
 */
record World(
        State desk,
        int now,
        List<Row> inbox,
        List<Notice> notices,
        @Nullable Held held,
        int holds,
        boolean amended) {
    /** An inbox row; {@code read} once the desk decided on it for good. */
    record Row(String id, int received, Response response, boolean read) {
        boolean says(Offer.Ending by) {
            return by instanceof Offer.Ending.Answered(var answer, var _, var said)
                    && answer.equals(id)
                    && said.equals(response);
        }
    }

    /** A notice in the holder's hands. */
    record Notice(int received, boolean complete) {}

    /** A decision in the memory of a worker: it follows from the command and from when it was taken. */
    record Held(Command command, int taken, boolean amended) {}

    World {
        inbox = List.copyOf(inbox);
        notices = List.copyOf(notices);
    }

    static World beforeTheRequest() {
        return new World(State.NOT_REQUESTED, 0, List.of(), List.of(), null, 0, false);
    }

    @Nullable
    CapacityRequest request() {
        return desk instanceof CapacityRequest request ? request : null;
    }

    @Nullable
    Offer offer() {
        var request = request();
        return request == null || request.offers().isEmpty()
                ? null
                : request.offers().getLast();
    }

    boolean isClosed() {
        var request = request();
        return request != null && request.phase() == CapacityRequest.Phase.CLOSED;
    }

    World tick() {
        return new World(desk, now + 1, inbox, notices, held, holds, amended);
    }

    World amend() {
        return new World(desk, now, inbox, notices, held, holds, true);
    }

    World write(String id, Response response) {
        var rows = new ArrayList<>(inbox);
        rows.add(new Row(id, now, response, false));
        return new World(desk, now, rows, notices, held, holds, amended);
    }

    World arrive(boolean complete) {
        var all = new ArrayList<>(notices);
        all.add(new Notice(now, complete));
        return new World(desk, now, inbox, all, held, holds, amended);
    }

    World hold(Command command) {
        return new World(desk, now, inbox, notices, new Held(command, now, amended), holds + 1, amended);
    }

    World crash() {
        return new World(desk, now, inbox, notices, null, holds, amended);
    }

    /** Another decision in some worker's memory was taken at a version that is now old, and will be lost. */
    World append(List<Event> events) {
        var state = desk;
        for (var event : events) {
            state = Uncounted.of(Desk.evolve(state, event));
        }
        return new World(state, now, inbox, notices, events.isEmpty() ? held : null, holds, amended);
    }

    World read(Command.Answer answer, int received) {
        var rows = new ArrayList<Row>();
        for (var row : inbox) {
            var isIt = row.id().equals(answer.id())
                    && row.received() == received
                    && row.response().equals(answer.response());
            rows.add(isIt ? new Row(row.id(), received, row.response(), true) : row);
        }
        return new World(desk, now, rows, notices, held, holds, amended);
    }

    /** Answer ids in the order of their rows, and rows, notices and bids of one instant in a fixed order. */
    World canonical() {
        var rows = new ArrayList<>(inbox);
        rows.sort(Comparator.comparingInt(Row::received)
                .thenComparing(row -> row.response().toString())
                .thenComparing(Row::read)
                .thenComparing(Row::id));
        var swapped =
                rows.size() > 1 && rows.getFirst().id().compareTo(rows.getLast().id()) > 0;
        if (swapped) {
            rows.replaceAll(row -> new Row(swap(row.id()), row.received(), row.response(), row.read()));
        }
        var all = new ArrayList<>(notices);
        all.sort(Comparator.comparingInt(Notice::received).thenComparing(Notice::complete));
        return new World(canonical(desk, swapped), now, rows, all, swapped ? swap(held) : held, holds, amended);
    }

    private static State canonical(State state, boolean swapped) {
        if (!(state instanceof CapacityRequest request)
                || (!swapped && request.bids().size() < 2)) {
            return state;
        }
        var bids = new ArrayList<>(request.bids());
        bids.sort(Comparator.comparing(Bid::provider));
        var offers = request.offers().stream()
                .map(offer -> swapped ? swap(offer) : offer)
                .toList();
        return new CapacityRequest(
                request.need(),
                request.phase(),
                request.quantities(),
                offers,
                request.freedBy(),
                request.invited(),
                bids,
                request.reservations(),
                request.standing());
    }

    private static Offer swap(Offer offer) {
        var ending = offer.ending() instanceof Offer.Ending.Answered(var id, var received, var response)
                ? new Offer.Ending.Answered(swap(id), received, response)
                : offer.ending();
        var late = offer.late().stream()
                .map(each -> new Offer.Late(swap(each.answer()), each.received(), each.response()))
                .toList();
        return new Offer(
                offer.round(),
                offer.right(),
                offer.gpus(),
                offer.receipt(),
                ending,
                late,
                offer.bargain(),
                offer.counters());
    }

    private static @Nullable Held swap(@Nullable Held held) {
        return held != null && held.command() instanceof Command.Answer answer
                ? new Held(
                        new Command.Answer(
                                answer.offer(), swap(answer.id()), answer.by(), answer.received(), answer.response()),
                        held.taken(),
                        held.amended())
                : held;
    }

    private static String swap(String id) {
        return Objects.equals(id, "a1") ? "a2" : "a1";
    }
}
