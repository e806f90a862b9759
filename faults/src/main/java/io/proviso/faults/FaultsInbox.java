package io.proviso.faults;

import io.proviso.desk.Command;
import io.proviso.desk.Offer;
import io.proviso.desk.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers that holders wrote to one request, in the order of the one clock by which they were committed. */
final class FaultsInbox {
    private static final int ANSWERS_TO_AN_OFFER = 3;

    private final List<Row> rows = new ArrayList<>();

    /** A committed answer; settled once the desk decided on it for good, and unfit if it can never count. */
    static final class Row {
        final String offer;
        final String id;
        final Instant received;
        final Response response;
        boolean isSettled;
        boolean isUnfit;

        Row(String offer, String id, Instant received, Response response) {
            this.offer = offer;
            this.id = id;
            this.received = received;
            this.response = response;
        }

        boolean says(Offer.Ending.Answered answered) {
            return id.equals(answered.answer()) && response.equals(answered.response());
        }

        private boolean is(Command.Answer answer) {
            return id.equals(answer.id()) && received.equals(answer.received()) && response.equals(answer.response());
        }
    }

    /** A row of a holder that may write once more; null if it wrote enough. The same answer may come again under its id, later or otherwise. */
    @Nullable
    Row write(Offer offer, Instant at, Response response, boolean repeats) {
        var written = of(offer).toList();
        if (written.size() >= ANSWERS_TO_AN_OFFER) {
            return null;
        }
        var id = repeats && !written.isEmpty() ? written.getLast().id : "answer-" + (rows.size() + 1);
        var row = new Row(offer.id(), id, at, response);
        rows.add(row);
        return row;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Row any(int some) {
        return rows.get(some % rows.size());
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    Stream<Row> of(Offer offer) {
        return rows.stream().filter(row -> row.offer.equals(offer.id()));
    }

    /** The rows with that answer under its id: one, or more if the holder gave it again. */
    Stream<Row> saying(Offer offer, Offer.Ending.Answered answered) {
        return of(offer).filter(row -> row.says(answered));
    }

    long unsettled() {
        return rows.stream().filter(row -> !row.isSettled).count();
    }

    void settle(Command.Answer answer, boolean isUnfit) {
        for (var row : rows) {
            if (row.is(answer)) {
                row.isSettled = true;
                row.isUnfit |= isUnfit;
            }
        }
    }

    boolean isUnfit(Command.Answer answer) {
        return rows.stream().anyMatch(row -> row.is(answer) && row.isUnfit);
    }

    /** An instant through which every answer is decided on, for a worker that reads at that instant of the inbox's clock. */
    Instant readThrough(Instant clock) {
        var through = clock;
        for (var row : rows) {
            if (!row.isSettled && !row.received.isAfter(through)) {
                through = row.received.minusNanos(1);
            }
        }
        return through;
    }

    static Command.Answer answer(FaultsRound round, Row row) {
        var offer = Objects.requireNonNull(Objects.requireNonNull(round.asked()).offer(row.offer));
        return new Command.Answer(row.offer, row.id, offer.right().holder(), row.received, row.response);
    }
}
