package io.proviso.desk.rounds;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.desk.Uncounted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request whose rights go further than an offer and an answer, and what its holders wrote.
 *
 * @param now a number of the setting's grid
 * @param inbox in the order of commit
 */
record PreemptionWorld(State desk, int now, List<Row> inbox) {
    /** An inbox row; {@code read} once the desk decided on it for good. */
    record Row(String offer, String id, int received, Response response, boolean read) {
        boolean says(Offer.Ending by) {
            return by instanceof Offer.Ending.Answered(var answer, var _, var said)
                    && answer.equals(id)
                    && said.equals(response);
        }
    }

    PreemptionWorld {
        inbox = List.copyOf(inbox);
    }

    static PreemptionWorld beforeTheRequest() {
        return new PreemptionWorld(State.NOT_REQUESTED, 0, List.of());
    }

    @Nullable
    CapacityRequest request() {
        return desk instanceof CapacityRequest request ? request : null;
    }

    PreemptionWorld tick() {
        return new PreemptionWorld(desk, now + 1, inbox);
    }

    PreemptionWorld write(String offer, Response response) {
        var rows = new ArrayList<>(inbox);
        var written = rows.stream().filter(row -> row.offer().equals(offer)).count();
        rows.add(new Row(offer, "answer-" + (written + 1), now, response, false));
        return new PreemptionWorld(desk, now, rows);
    }

    PreemptionWorld append(List<Event> events) {
        var state = desk;
        for (var event : events) {
            state = Uncounted.of(Desk.evolve(state, event));
        }
        return new PreemptionWorld(state, now, inbox);
    }

    PreemptionWorld read(Command.Answer answer, List<Instant> grid) {
        var rows = inbox.stream()
                .map(row -> row.offer().equals(answer.offer())
                                && row.id().equals(answer.id())
                                && grid.get(row.received()).equals(answer.received())
                        ? new Row(row.offer(), row.id(), row.received(), row.response(), true)
                        : row)
                .toList();
        return new PreemptionWorld(desk, now, rows);
    }
}
