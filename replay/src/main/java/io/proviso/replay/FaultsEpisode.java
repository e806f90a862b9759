package io.proviso.replay;

import io.proviso.agreement.Rulings;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few requests at once on a few nodes, driven by words of random bits: each word is one thing that happens, whatever the words
 * before it, so that any subsequence is an episode too.
 *
 * <p>What the desk relies on stays true: the inbox has one clock that never runs backward, no worker claims to have read past a
 * row it has not decided on, and a holder answers notices it has. Nothing else does: the clocks of the nodes run apart and jump,
 * a decision may be lost or be appended long after it was taken, and everything is delivered late, twice, in any order.
 */
final class FaultsEpisode {
    static final int ROUNDS = 4;
    private static final int NODES = 3;
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

    private final FaultsRules rules;
    private final Rulings rulings;
    private final LongConsumer reached;
    private final @Nullable Consumer<String> told;
    private final List<FaultsRound> rounds = new ArrayList<>();
    private final Duration[] skews = {Duration.ZERO, Duration.ZERO, Duration.ZERO};
    private final @Nullable Held[] held = new Held[NODES];
    private Instant clock = FaultsPortfolio.START;
    private @Nullable String broken;
    private long commands;

    /** A decision in the memory of a node. */
    private record Held(FaultsRound round, int version, Command command, List<Event> events) {}

    /**
     * Prepares an episode.
     *
     * @param reached gets the shape of each state reached
     * @param told gets the history, line by line; null if nobody wants it
     */
    FaultsEpisode(FaultsRules rules, Rulings rulings, LongConsumer reached, @Nullable Consumer<String> told) {
        this.rules = rules;
        this.rulings = rulings;
        this.reached = reached;
        this.told = told;
        for (int i = 0; i < ROUNDS; i++) {
            var holder = FaultsPortfolio.HOLDERS.get(i % FaultsPortfolio.HOLDERS.size());
            rounds.add(new FaultsRound(holder, FaultsRequests.request(i, holder)));
        }
    }

    long commands() {
        return commands;
    }

    /** Plays the words, then lets every fault cease and every request come to its end; the rule broken, null if none was. */
    @Nullable
    String play(long[] words) {
        try {
            for (int i = 0; i < words.length && broken == null; i++) {
                happen(words[i]);
            }
            for (int i = 0; i < ROUNDS && broken == null; i++) {
                settle(i);
            }
        } catch (IllegalArgumentException | IllegalStateException thrown) {
            broken = "the desk itself gave up: " + thrown.getMessage();
        }
        return broken;
    }

    private void happen(long word) {
        int index = (int) (word >>> 8 & 3);
        int node = (int) ((word >>> 10 & 0xFF) % NODES);
        int some = (int) (word >>> 24 & 0xFFFF);
        boolean holds = (word >>> 18 & 3) == 0;
        var round = rounds.get(index);
        switch ((int) (word & 31)) {
            case 0, 1 -> advance(clock.plusSeconds(some * 2L));
            case 2, 3 -> advanceToTheDeadline(round, some % 3 - 1);
            case 4 -> {
                skews[node] = SKEWS[some % SKEWS.length];
                tell(() -> "the clock of node " + node + " jumps to " + now(node));
            }
            case 5, 6 -> command(round, node, round.request, holds);
            case 7, 8 -> arrive(round, true);
            case 9 -> arrive(round, false);
            case 10, 11 -> write(round, some);
            case 12, 13, 14 -> confirm(round, node, some, holds);
            case 15, 16, 17, 18 -> answer(round, node, some, holds);
            case 19, 20, 21 -> command(round, node, new Command.Expire(readThrough(round, some)), holds);
            case 22 -> command(round, node, new Command.Review(readThrough(round, some)), holds);
            case 23, 24 -> command(round, node, FaultsRequests.quote(round, some), holds);
            case 25, 26 -> command(round, node, new Command.Award(), holds);
            case 27 -> {
                if (some % 4 == 0) {
                    command(round, node, new Command.Withdraw("no need", round.readThrough(clock)), holds);
                }
            }
            case 28 -> {
                if (held[node] != null) {
                    tell(() -> "node " + node + " crashes and forgets what it decided");
                    held[node] = null;
                }
            }
            default -> appendHeld(node);
        }
    }

    private void advance(Instant to) {
        clock = to;
        tell(() -> "it is " + clock);
    }

    private void advanceToTheDeadline(FaultsRound round, int nanos) {
        var offer = round.offer();
        if (offer != null && offer.receipt() != null) {
            var tie = round.holder.deadline(offer.receipt().at()).plusNanos(nanos);
            if (tie.isAfter(clock)) {
                advance(tie);
            }
        }
    }

    /** A notice is sent once the instant at which the offer was made has come, whatever clock made it. */
    private void arrive(FaultsRound round, boolean isComplete) {
        var offer = round.offer();
        if (offer == null || clock.isBefore(offer.made())) {
            return;
        }
        if (!isComplete) {
            round.defective.add(clock);
        } else if (round.notice == null) {
            round.notice = clock;
        }
        tell(() -> (isComplete ? "a notice of " : "a defective notice of ") + round.request.id() + " arrives");
    }

    private void write(FaultsRound round, int some) {
        if (round.notice != null && round.inbox.size() < 3) {
            var response = FaultsRequests.response(round, some >>> 2);
            var row = new FaultsRound.Row("answer-" + (round.inbox.size() + 1), clock, response);
            round.inbox.add(row);
            tell(() ->
                    "the holder of " + round.request.id() + " writes " + row.id + ": " + FaultsRequests.told(response));
        }
    }

    private void confirm(FaultsRound round, int node, int some, boolean holds) {
        var offer = round.request.id() + "/offer-1";
        if (round.notice != null && (round.defective.isEmpty() || (some & 1) == 0)) {
            command(round, node, new Command.ConfirmDelivery(offer, round.notice, List.of()), holds);
        } else if (!round.defective.isEmpty()) {
            var received = round.defective.get((some >>> 1) % round.defective.size());
            command(round, node, new Command.ConfirmDelivery(offer, received, List.of("price")), holds);
        }
    }

    private void answer(FaultsRound round, int node, int some, boolean holds) {
        if (!round.inbox.isEmpty()) {
            command(round, node, answer(round, round.inbox.get(some % round.inbox.size())), holds);
        }
    }

    private static Command.Answer answer(FaultsRound round, FaultsRound.Row row) {
        return new Command.Answer(
                round.request.id() + "/offer-1", row.id, round.holder.party(), row.received, row.response);
    }

    /** Rows may still be committed at the instant at which a worker reads, so that what it has read ends just before. */
    private Instant readThrough(FaultsRound round, int some) {
        var through = round.readThrough(clock.minusNanos(1));
        return some % 4 == 0 ? through.minusSeconds(some) : through;
    }

    private Instant now(int node) {
        return clock.plus(skews[node]);
    }

    private void command(FaultsRound round, int node, Command command, boolean holds) {
        commands++;
        var decision = rules.decide(round.state, command, new Context(rulings, now(node)));
        if (decision instanceof Decision.Decided(List<Event> events)) {
            tell(() -> "node " + node + (holds ? " decides, but does not append yet: " : ": ")
                    + FaultsRequests.told(round, command) + " -> " + FaultsRequests.told(events));
            var taken = new Held(round, round.version, command, events);
            if (holds) {
                held[node] = taken;
            } else {
                append(taken);
            }
        } else if (decision instanceof Decision.Refused refused && command instanceof Command.Answer answer) {
            if (refused.rule() == Decision.Rule.INBOX_READ_FIRST) {
                tell(() -> "node " + node + ": " + FaultsRequests.told(round, command));
                broken = "an answer received in time is overtaken";
            } else if (refused.rule() == Decision.Rule.ONE_TERMINAL_ANSWER) {
                settle(round, answer);
            }
        }
    }

    private void appendHeld(int node) {
        var taken = held[node];
        if (taken != null) {
            held[node] = null;
            tell(() -> "node " + node + " appends what it had decided: "
                    + FaultsRequests.told(taken.round, taken.command));
            append(taken);
        }
    }

    private void append(Held taken) {
        var round = taken.round;
        if (round.version != taken.version) {
            tell(() -> "which is refused: the log is at version " + round.version + ", not " + taken.version);
            return;
        }
        broken = FaultsWitness.broken(round, taken.events);
        if (broken == null && round.append(taken.version, taken.events)) {
            if (taken.command instanceof Command.Answer answer) {
                settle(round, answer);
            }
            reached.accept(FaultsShape.of(round, clock));
        }
    }

    private static void settle(FaultsRound round, Command.Answer answer) {
        for (var row : round.inbox) {
            row.isSettled |= row.id.equals(answer.id())
                    && row.received.equals(answer.received())
                    && row.response.equals(answer.response());
        }
    }

    /** One healthy node brings a request to its end, whoever stays silent. */
    private void settle(int index) {
        var round = rounds.get(index);
        if (round.asked() == null || round.isClosed()) {
            return;
        }
        tell(() -> "all faults cease; " + round.request.id() + " is brought to its end");
        skews[0] = Duration.ZERO;
        advance(clock.plus(Duration.ofDays(40)));
        arrive(round, true);
        confirm(round, 0, 0, false);
        for (var row : List.copyOf(round.inbox)) {
            if (broken == null) {
                command(round, 0, answer(round, row), false);
            }
        }
        advance(clock.plus(Duration.ofDays(40)));
        if (broken == null && round.offer() != null) {
            command(round, 0, new Command.Expire(readThrough(round, 1)), false);
        }
        var asked = round.asked();
        if (broken == null && asked != null && asked.phase() == CapacityRequest.Phase.INVITED) {
            for (var invited : asked.invited()) {
                command(round, 0, FaultsRequests.wholeQuote(round, invited.provider()), false);
            }
            command(round, 0, new Command.Award(), false);
        }
        if (broken == null && !round.isClosed()) {
            broken = round.request.id() + " is stuck";
        }
    }

    private void tell(Supplier<String> line) {
        if (told != null) {
            told.accept(line.get());
        }
    }
}
