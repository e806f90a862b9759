package io.proviso.faults;

import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.OtherRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes that decide, each with a clock of its own and room for one decision in memory, and the clock of the inbox. */
final class FaultsNodes {
    static final int NODES = 3;

    private static final Duration[] SKEWS = {
        Duration.ZERO,
        Duration.ofSeconds(1),
        Duration.ofMinutes(-5),
        Duration.ofDays(3),
        Duration.ofDays(-3),
        Duration.ofNanos(1),
        Duration.ofDays(30),
        Duration.ofHours(-1)
    };

    private final Duration[] skews = {Duration.ZERO, Duration.ZERO, Duration.ZERO};
    private final @Nullable Held[] held = new Held[NODES];
    private Instant clock = FaultsPortfolio.START;

    /** A decision in the memory of a node, taken at a version of the log and under what was drawn by then. */
    record Held(
            FaultsRound round, int version, String digest, Command command, OtherRequests others, List<Event> events) {}

    /** By the clock of the inbox, which never runs backward. */
    Instant clock() {
        return clock;
    }

    Instant now(int node) {
        return clock.plus(skews[node]);
    }

    void advance(Instant to) {
        clock = to;
    }

    void skew(int node, int some) {
        skews[node] = SKEWS[some % SKEWS.length];
    }

    void heal(int node) {
        skews[node] = Duration.ZERO;
    }

    void hold(int node, Held decision) {
        held[node] = decision;
    }

    /** Takes the decision out of the memory of a node; null if there is none. */
    @Nullable
    Held take(int node) {
        var taken = held[node];
        held[node] = null;
        return taken;
    }
}
