package io.proviso.faults;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Offer;
import io.proviso.desk.Tail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A few requests at once on a few nodes, driven by words of random bits: each word is one thing that happens, whatever the words
 * before it, so that any subsequence is an episode too.
 *
 * <p>What the desk relies on stays true: the inbox has one clock that never runs backward; no worker claims to have read past a
 * row it has not decided on; the outbox sends a notice no sooner, by that clock, than the instant at which the offer was made,
 * so that no receipt lies before its offer; a holder answers notices it has; and what is drawn on a waiver is on record for all
 * nodes at once. Nothing else does: the clocks of the nodes run apart and jump, a decision may be lost or be appended long after
 * it was taken, and everything is delivered late, twice, in any order.
 */
final class FaultsEpisode {
    static final int ROUNDS = 4;
    /** As often as a healthy node puts a need to holders before it counts as stuck. */
    private static final int OFFERS_TO_THE_END = 12;

    private final FaultsPortfolio portfolio;
    private final FaultsNodes nodes;
    private final FaultsDriver driver;
    private final List<FaultsRound> rounds = new ArrayList<>();
    private int ended;

    /**
     * Prepares an episode.
     *
     * @param asksTheRecord whether a ruling over the rounds on record is asked at every append too
     * @param reached gets the shape of each state reached
     * @param told gets the history, line by line; null if nobody wants it
     */
    FaultsEpisode(
            FaultsRules rules,
            FaultsPortfolio portfolio,
            boolean asksTheRecord,
            LongConsumer reached,
            @Nullable Consumer<String> told) {
        this.portfolio = portfolio;
        this.driver = new FaultsDriver(rules, portfolio, rounds, asksTheRecord, reached, told);
        this.nodes = driver.nodes();
        for (int i = 0; i < ROUNDS; i++) {
            var holder = portfolio.holders().get(i % portfolio.holders().size());
            rounds.add(new FaultsRound(portfolio, holder, FaultsRequests.request(i, portfolio, holder)));
        }
    }

    long commands() {
        return driver.commands();
    }

    /** Requests that came to their end. */
    int ended() {
        return ended;
    }

    /** So many words of random bits, and then those by which every fault ceases and one request after the other comes to its end. */
    static long[] words(long seed, int many) {
        var random = new SplittableRandom(seed).longs(many).map(word -> word >>> 1);
        return LongStream.concat(random, LongStream.range(0, ROUNDS).map(round -> ~round))
                .toArray();
    }

    /** Plays the words; the rule broken, null if none was. */
    @Nullable
    FaultsRule play(long[] words) {
        try {
            for (int i = 0; i < words.length && !isBroken(); i++) {
                if (words[i] < 0) {
                    settle(rounds.get((int) ~words[i]));
                } else {
                    happen(words[i]);
                }
            }
        } catch (RuntimeException thrown) {
            driver.tell(() -> "the desk throws " + thrown);
            driver.finding().require(false, FaultsRule.GIVES_UP);
        }
        return driver.finding().broken();
    }

    private boolean isBroken() {
        return driver.finding().isBroken();
    }

    private void happen(long word) {
        int node = (int) ((word >>> 10 & 0xFF) % FaultsNodes.NODES);
        int some = (int) (word >>> 24 & 0xFFFF);
        boolean holds = (word >>> 18 & 3) == 0;
        var round = rounds.get((int) (word >>> 8 & 3));
        boolean goesBeyond = !portfolio.isPlain() && (word & 32) != 0;
        int what = (int) (word & 31);
        if (round.asked() == null && (what >= 5 || goesBeyond)) {
            // Not at once: what surrounds a request has to come about first.
            if ((word >>> 40 & 7) == 0 || what == 5 || what == 6) {
                driver.command(round, node, round.request, holds);
            }
        } else if (goesBeyond) {
            beyond(round, node, what & 15, some, holds);
        } else if (what < 5) {
            pass(round, node, what, some, (int) (word >>> 40 & 3));
        } else {
            happen(round, node, what, some, holds);
        }
    }

    /** What happens to clocks. */
    private void pass(FaultsRound round, int node, int what, int some, int tie) {
        switch (what) {
            case 0, 1 -> driver.advance(nodes.clock().plusSeconds(some * 2L));
            case 2, 3 -> advanceTo(tie(round, tie), some % 3 - 1);
            default -> {
                nodes.skew(node, some);
                driver.tell(() -> "the clock of node " + node + " jumps to " + nodes.now(node));
            }
        }
    }

    /** What happens to a request that is on record. */
    private void happen(FaultsRound round, int node, int what, int some, boolean holds) {
        switch (what) {
            case 5, 6 -> driver.command(round, node, round.request, holds);
            case 7, 8 -> arrive(round, round.offer(), true);
            case 9 -> arrive(round, round.offer(), false);
            case 10, 11 -> write(round, some);
            case 12, 13, 14 -> confirm(round, node, some, holds);
            case 15, 16, 17, 18 -> answer(round, node, some, holds);
            case 19, 20, 21 -> driver.command(round, node, new Command.Expire(readThrough(round, some)), holds);
            case 22 -> driver.command(round, node, new Command.Review(readThrough(round, some)), holds);
            case 23, 24 -> driver.command(round, node, FaultsRequests.quote(round, some), holds);
            case 25, 26 -> driver.command(round, node, new Command.Award(), holds);
            case 27 -> {
                if (some % 4 == 0) {
                    driver.command(round, node, new Command.Withdraw("no need", readBy(round, node)), holds);
                }
            }
            case 28 -> {
                if (nodes.take(node) != null) {
                    driver.tell(() -> "node " + node + " crashes and forgets what it decided");
                }
            }
            case 29 -> {
                var again = round.sentBefore(some);
                if (again != null) {
                    driver.command(round, node, again, holds);
                }
            }
            default -> driver.appendHeld(node);
        }
    }

    private void beyond(FaultsRound round, int node, int which, int some, boolean holds) {
        var command = FaultsBeyond.command(round, nodes.now(node), readBy(round, node), which, some);
        if (command != null) {
            driver.command(round, node, command, holds);
        }
    }

    private void advanceTo(@Nullable Instant tie, int nanos) {
        if (tie != null && tie.plusNanos(nanos).isAfter(nodes.clock())) {
            driver.advance(tie.plusNanos(nanos));
        }
    }

    /** The deadline of the offer made last, the end of the right, or that of the customer's freedom. */
    private static @Nullable Instant tie(FaultsRound round, int which) {
        var offer = round.offer();
        var asked = round.asked();
        var clock = offer == null ? null : round.clocks.get(offer.id());
        var deadline = clock == null ? null : clock.deadline();
        var tails = asked == null ? List.<Tail>of() : asked.standing().tails();
        var freedom = tails.isEmpty() ? null : tails.getLast().expires();
        var ends = round.holder.ends();
        return switch (which) {
            case 0 -> ends == null ? freedom : ends;
            case 1 -> freedom == null ? deadline : freedom;
            default -> deadline;
        };
    }

    /** A notice is sent once the instant at which the offer was made has come, whatever clock made it. */
    private void arrive(FaultsRound round, @Nullable Offer offer, boolean isComplete) {
        var clock = nodes.clock();
        if (offer == null || clock.isBefore(offer.made())) {
            return;
        }
        if (!isComplete) {
            round.defective.add(new FaultsRound.Notice(offer.id(), clock));
        } else {
            round.notices.putIfAbsent(offer.id(), clock);
        }
        driver.tell(() -> (isComplete ? "a notice of " : "a defective notice of ") + FaultsTold.of(round, offer.id())
                + " arrives");
    }

    /** A holder writes of any offer it has a notice of. */
    private void write(FaultsRound round, int some) {
        var offer = portfolio.isPlain() || some % 4 > 0 ? round.offer() : round.offer(some >>> 3);
        if (offer == null || !round.notices.containsKey(offer.id())) {
            return;
        }
        var response = portfolio.isPlain()
                ? FaultsRequests.response(round, some >>> 2)
                : FaultsBeyond.response(offer, some >>> 2);
        boolean repeats = some >>> 13 == 0;
        var said = repeats ? round.inbox.of(offer).findFirst().orElse(null) : null;
        var row = round.inbox.write(
                offer, nodes.clock(), said == null || (some & 4) == 0 ? response : said.response, repeats);
        if (row != null) {
            driver.tell(() -> "the holder of " + FaultsTold.of(round, offer.id()) + " writes " + row.id + ": "
                    + FaultsTold.of(row.response));
        }
    }

    private void confirm(FaultsRound round, int node, int some, boolean holds) {
        var offer = round.offer();
        var notice = offer == null ? null : round.notices.get(offer.id());
        if (offer != null && notice != null && (round.defective.isEmpty() || (some & 1) == 0)) {
            driver.command(round, node, new Command.ConfirmDelivery(offer.id(), notice, List.of()), holds);
        } else if (!round.defective.isEmpty()) {
            var received = round.defective.get((some >>> 1) % round.defective.size());
            var lacks = List.of("price");
            driver.command(
                    round, node, new Command.ConfirmDelivery(received.offer(), received.received(), lacks), holds);
        }
    }

    private void answer(FaultsRound round, int node, int some, boolean holds) {
        if (!round.inbox.isEmpty()) {
            driver.command(round, node, FaultsInbox.answer(round, round.inbox.any(some)), holds);
        }
    }

    /** Up to this very instant, or that of the node if its clock is behind: the customer is there to see. */
    private Instant readBy(FaultsRound round, int node) {
        var read = round.inbox.readThrough(nodes.clock());
        return read.isAfter(nodes.now(node)) ? nodes.now(node) : read;
    }

    private Instant readThrough(FaultsRound round, int some) {
        var through = driver.readThrough(round);
        return some % 4 == 0 ? through.minusSeconds(some) : through;
    }

    /** One healthy node brings a request to its end, whoever stays silent. */
    private void settle(FaultsRound round) {
        if (!round.isClosed()) {
            driver.tell(() -> "all faults cease; " + round.request.id() + " is brought to its end");
            nodes.heal(0);
            driver.advance(nodes.clock().plus(Duration.ofDays(40)));
            if (round.asked() == null) {
                driver.command(round, 0, round.request, false);
            }
            for (int i = 0; i < OFFERS_TO_THE_END && !isBroken() && !round.isClosed(); i++) {
                settleOffer(round);
                settleBids(round);
            }
            giveUpWhatOthersDrew(round);
            driver.finding().require(round.isClosed(), FaultsRule.STUCK);
        }
        if (!isBroken()) {
            ended++;
        }
    }

    private void settleBids(FaultsRound round) {
        var asked = round.asked();
        if (!isBroken() && asked != null && asked.phase() == CapacityRequest.Phase.INVITED) {
            for (var invited : asked.invited()) {
                driver.command(round, 0, FaultsRequests.wholeQuote(round, invited.provider()), false);
            }
            driver.command(round, 0, new Command.Award(), false);
        }
    }

    /** Whoever was invited under a waiver that other requests then drew can be awarded nothing: the desk's advice is to withdraw. */
    private void giveUpWhatOthersDrew(FaultsRound round) {
        var asked = round.asked();
        if (!isBroken()
                && driver.isAnythingDrawn()
                && asked != null
                && asked.phase() == CapacityRequest.Phase.INVITED) {
            driver.command(round, 0, new Command.Withdraw("the waiver is drawn", nodes.clock()), false);
        }
    }

    private void settleOffer(FaultsRound round) {
        var offer = round.offer();
        if (offer == null) {
            return;
        }
        arrive(round, offer, true);
        confirm(round, 0, 0, false);
        for (var row : round.inbox.rows()) {
            if (!isBroken()) {
                driver.command(round, 0, FaultsInbox.answer(round, row), false);
            }
        }
        if (!isBroken() && offer.isOpen()) {
            if (!portfolio.isPlain()) {
                driver.command(round, 0, new Command.Resume(offer.id(), nodes.clock()), false);
            }
            lookAfterTheDeadline(round);
        }
        if (!isBroken()) {
            driver.command(round, 0, new Command.Expire(readThrough(round, 1)), false);
        }
    }

    private void lookAfterTheDeadline(FaultsRound round) {
        var offer = round.offer();
        var receipt = offer == null ? null : offer.receipt();
        var passed = receipt == null ? nodes.clock() : receipt.deadline().utc().plusSeconds(1);
        if (passed.isAfter(nodes.clock())) {
            driver.advance(passed);
        } else if (portfolio.isPlain()) {
            driver.advance(nodes.clock().plus(Duration.ofDays(40)));
        }
    }
}
