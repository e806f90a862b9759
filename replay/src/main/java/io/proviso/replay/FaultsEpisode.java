package io.proviso.replay;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    /** As often as a healthy node puts a need to holders before it counts as stuck. */
    private static final int OFFERS_TO_THE_END = 12;

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
    private final FaultsPortfolio portfolio;
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
    FaultsEpisode(FaultsRules rules, FaultsPortfolio portfolio, LongConsumer reached, @Nullable Consumer<String> told) {
        this.rules = rules;
        this.portfolio = portfolio;
        this.reached = reached;
        this.told = told;
        for (int i = 0; i < ROUNDS; i++) {
            var holder = portfolio.holders().get(i % portfolio.holders().size());
            rounds.add(new FaultsRound(portfolio, holder, FaultsRequests.request(i, portfolio, holder)));
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
        if (!portfolio.isPlain() && (word & 32) != 0) {
            beyond(round, node, (int) (word & 15), some, holds);
            return;
        }
        switch ((int) (word & 31)) {
            case 0, 1 -> advance(clock.plusSeconds(some * 2L));
            case 2, 3 -> advanceToTheDeadline(round, some % 3 - 1);
            case 4 -> {
                skews[node] = SKEWS[some % SKEWS.length];
                tell(() -> "the clock of node " + node + " jumps to " + now(node));
            }
            case 5, 6 -> request(round, node, holds);
            case 7, 8 -> arrive(round, round.offer(), true);
            case 9 -> arrive(round, round.offer(), false);
            case 10, 11 -> write(round, some);
            case 12, 13, 14 -> confirm(round, node, some, holds);
            case 15, 16, 17, 18 -> answer(round, node, some, holds);
            case 19, 20, 21 -> command(round, node, new Command.Expire(readThrough(round, some)), holds);
            case 22 -> command(round, node, new Command.Review(readThrough(round, some)), holds);
            case 23, 24 -> command(round, node, FaultsRequests.quote(round, some), holds);
            case 25, 26 -> command(round, node, new Command.Award(), holds);
            case 27 -> {
                if (some % 4 == 0) {
                    command(round, node, new Command.Withdraw("no need", settledThrough(round, node)), holds);
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

    private void beyond(FaultsRound round, int node, int which, int some, boolean holds) {
        var command = FaultsBeyond.command(round, now(node), settledThrough(round, node), which, some);
        if (command != null && round.asked() != null) {
            command(round, node, command, holds);
        }
    }

    private void request(FaultsRound round, int node, boolean holds) {
        var request = portfolio.isPlain() ? round.request : FaultsRequests.surrounded(round.request, now(node), rounds);
        command(round, node, request, holds);
    }

    private void advance(Instant to) {
        clock = to;
        tell(() -> "it is " + clock);
    }

    private void advanceToTheDeadline(FaultsRound round, int nanos) {
        var offer = round.offer();
        if (offer != null && offer.receipt() != null) {
            var tie = FaultsWitness.deadline(round, offer).plusNanos(nanos);
            if (tie.isAfter(clock)) {
                advance(tie);
            }
        }
    }

    /** A notice is sent once the instant at which the offer was made has come, whatever clock made it. */
    private void arrive(FaultsRound round, @Nullable Offer offer, boolean isComplete) {
        if (offer == null || clock.isBefore(offer.made())) {
            return;
        }
        if (!isComplete) {
            round.defective.add(new FaultsRound.Notice(offer.id(), clock));
        } else {
            round.notices.putIfAbsent(offer.id(), clock);
        }
        tell(() -> (isComplete ? "a notice of " : "a defective notice of ") + FaultsRequests.told(round, offer.id())
                + " arrives");
    }

    /** A holder writes of any offer it has a notice of. */
    private void write(FaultsRound round, int some) {
        var offer = portfolio.isPlain() || some % 4 > 0 ? round.offer() : round.offer(some >>> 3);
        if (offer == null || !round.notices.containsKey(offer.id())) {
            return;
        }
        long written =
                round.inbox.stream().filter(row -> row.offer.equals(offer.id())).count();
        if (written < 3) {
            var response = portfolio.isPlain()
                    ? FaultsRequests.response(round, some >>> 2)
                    : FaultsBeyond.response(offer, some >>> 2);
            var id = "answer-" + (round.inbox.size() + 1);
            round.inbox.add(new FaultsRound.Row(offer.id(), id, clock, response));
            tell(() -> "the holder of " + FaultsRequests.told(round, offer.id()) + " writes " + id + ": "
                    + FaultsRequests.told(response));
        }
    }

    private void confirm(FaultsRound round, int node, int some, boolean holds) {
        var offer = round.offer();
        var notice = offer == null ? null : round.notices.get(offer.id());
        if (offer != null && notice != null && (round.defective.isEmpty() || (some & 1) == 0)) {
            command(round, node, new Command.ConfirmDelivery(offer.id(), notice, List.of()), holds);
        } else if (!round.defective.isEmpty()) {
            var received = round.defective.get((some >>> 1) % round.defective.size());
            var lacks = List.of("price");
            command(round, node, new Command.ConfirmDelivery(received.offer(), received.received(), lacks), holds);
        }
    }

    private void answer(FaultsRound round, int node, int some, boolean holds) {
        if (!round.inbox.isEmpty()) {
            command(round, node, answer(round, round.inbox.get(some % round.inbox.size())), holds);
        }
    }

    private static Command.Answer answer(FaultsRound round, FaultsRound.Row row) {
        var offer = Objects.requireNonNull(Objects.requireNonNull(round.asked()).offer(row.offer));
        return new Command.Answer(row.offer, row.id, offer.right().holder(), row.received, row.response);
    }

    /** Rows may still be committed at the instant at which a worker reads, so that what it has read ends just before. */
    private Instant readThrough(FaultsRound round, int some) {
        var through = round.readThrough(clock.minusNanos(1));
        return some % 4 == 0 ? through.minusSeconds(some) : through;
    }

    /** No node claims to have read beyond its own clock; a row of the same instant comes after what is settled at it. */
    private Instant settledThrough(FaultsRound round, int node) {
        var through = round.readThrough(clock);
        return through.isAfter(now(node)) ? now(node) : through;
    }

    private Instant now(int node) {
        return clock.plus(skews[node]);
    }

    private void command(FaultsRound round, int node, Command command, boolean holds) {
        commands++;
        var asked = round.asked();
        boolean isOfAnEarlierEpoch = command instanceof Command.Award(Integer epoch)
                && epoch != null
                && asked != null
                && epoch != asked.standing().epoch();
        var decision = rules.decide(round.state, command, new Context(portfolio.rulings(), now(node)));
        if (decision instanceof Decision.Decided(List<Event> events)) {
            tell(() -> "node " + node + (holds ? " decides, but does not append yet: " : ": ")
                    + FaultsRequests.told(round, command) + " -> " + FaultsRequests.told(events));
            if (isOfAnEarlierEpoch && !events.isEmpty()) {
                broken = "an award of an earlier epoch acts";
            }
            var taken = new Held(round, round.version, command, events);
            if (holds) {
                held[node] = taken;
            } else {
                append(taken);
            }
        } else if (decision instanceof Decision.Refused refused && command instanceof Command.Answer answer) {
            if (refused.rule() == Decision.Rule.INBOX_READ_FIRST && !isUnfit(round, answer)) {
                tell(() -> "node " + node + ": " + FaultsRequests.told(round, command));
                broken = "an answer received in time is overtaken";
            } else if (refused.rule() == Decision.Rule.ONE_TERMINAL_ANSWER
                    || refused.rule() == Decision.Rule.ANSWERS_ARE_READ_IN_ORDER) {
                settle(round, answer, false);
            } else if (refused.rule() == Decision.Rule.AN_ANSWER_FITS_ITS_OFFER) {
                settle(round, answer, true);
            }
        }
    }

    private static boolean isUnfit(FaultsRound round, Command.Answer answer) {
        return round.inbox.stream().anyMatch(row -> row.is(answer) && row.isUnfit);
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
                settle(round, answer, false);
            }
            reached.accept(FaultsShape.of(round, clock));
        }
    }

    private void lookAfterTheDeadline(FaultsRound round) {
        var offer = round.offer();
        var receipt = offer == null ? null : offer.receipt();
        var passed = receipt == null ? clock : receipt.deadline().utc().plusSeconds(1);
        if (passed.isAfter(clock)) {
            advance(passed);
        } else if (portfolio.isPlain()) {
            advance(clock.plus(Duration.ofDays(40)));
        }
    }

    private static void settle(FaultsRound round, Command.Answer answer, boolean isUnfit) {
        for (var row : round.inbox) {
            if (row.is(answer)) {
                row.isSettled = true;
                row.isUnfit |= isUnfit;
            }
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
        for (int i = 0; i < OFFERS_TO_THE_END && broken == null && !round.isClosed(); i++) {
            settleOffer(round);
            var asked = round.asked();
            if (broken == null && asked != null && asked.phase() == CapacityRequest.Phase.INVITED) {
                for (var invited : asked.invited()) {
                    command(round, 0, FaultsRequests.wholeQuote(round, invited.provider()), false);
                }
                command(round, 0, new Command.Award(), false);
            }
        }
        if (broken == null && !round.isClosed()) {
            broken = round.request.id() + " is stuck";
        }
    }

    private void settleOffer(FaultsRound round) {
        var offer = round.offer();
        if (offer == null) {
            return;
        }
        arrive(round, offer, true);
        confirm(round, 0, 0, false);
        for (var row : List.copyOf(round.inbox)) {
            if (broken == null) {
                command(round, 0, answer(round, row), false);
            }
        }
        if (broken == null && offer.isOpen()) {
            if (!portfolio.isPlain()) {
                command(round, 0, new Command.Resume(offer.id(), clock), false);
            }
            lookAfterTheDeadline(round);
        }
        if (broken == null) {
            command(round, 0, new Command.Expire(readThrough(round, 1)), false);
        }
    }

    private void tell(Supplier<String> line) {
        if (told != null) {
            told.accept(line.get());
        }
    }
}
