package io.proviso.faults;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Basis;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.OtherRequests;
import io.proviso.faults.FaultsNodes.Held;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has a node decide a command, and appends what it decided: at once, later or never, and only at the version it was decided at. */
final class FaultsDriver {
    private final FaultsRules rules;
    private final FaultsPortfolio portfolio;
    private final FaultsNodes nodes = new FaultsNodes();
    private final List<FaultsRound> rounds;
    private final boolean asksTheRecord;
    private final LongConsumer reached;
    private final @Nullable Consumer<String> told;
    private final FaultsFinding finding = new FaultsFinding();
    private final FaultsWaivers waivers = new FaultsWaivers();
    private final Map<ClauseName, Long> drawn = new HashMap<>();
    private Rulings rulings;
    private long commands;

    FaultsDriver(
            FaultsRules rules,
            FaultsPortfolio portfolio,
            List<FaultsRound> rounds,
            boolean asksTheRecord,
            LongConsumer reached,
            @Nullable Consumer<String> told) {
        this.rules = rules;
        this.portfolio = portfolio;
        this.rounds = rounds;
        this.asksTheRecord = asksTheRecord;
        this.reached = reached;
        this.told = told;
        this.rulings = portfolio.rulings(drawn);
    }

    FaultsNodes nodes() {
        return nodes;
    }

    FaultsFinding finding() {
        return finding;
    }

    long commands() {
        return commands;
    }

    /** Whether a waiver is no longer what it was when some request was put in. */
    boolean isAnythingDrawn() {
        return !drawn.isEmpty();
    }

    void tell(Supplier<String> line) {
        if (told != null) {
            told.accept(line.get());
        }
    }

    void command(FaultsRound round, int node, Command command, boolean holds) {
        commands++;
        round.sent(command);
        var others = others(command, nodes.now(node));
        var decision =
                rules.decide(round.state, command, new Context(rulings, new Basis.Live(), others, nodes.now(node)));
        switch (decision) {
            case Decision.Decided(List<Event> events) -> {
                tell(() -> "node " + node + (holds ? " decides, but does not append yet: " : ": ")
                        + FaultsTold.of(round, command) + " -> " + FaultsTold.of(events));
                finding.require(
                        events.isEmpty() || !isOfAnEarlierEpoch(round, command),
                        FaultsRule.AWARDED_IN_AN_EARLIER_EPOCH);
                var digest = rulings.portfolio().digest();
                var taken = new Held(round, round.version, digest, command, others, events);
                if (holds) {
                    nodes.hold(node, taken);
                } else {
                    append(taken);
                }
            }
            case Decision.Refused refused -> {
                if (command instanceof Command.Answer answer) {
                    refused(round, node, answer, refused.rule());
                }
            }
        }
    }

    /** What surrounds a request when it is put in. */
    private OtherRequests others(Command command, Instant now) {
        return portfolio.isPlain() || !(command instanceof Command.Request)
                ? OtherRequests.NONE
                : FaultsRequests.others(now, rounds);
    }

    private static boolean isOfAnEarlierEpoch(FaultsRound round, Command command) {
        var asked = round.asked();
        return command instanceof Command.Award(Integer epoch)
                && epoch != null
                && asked != null
                && epoch != asked.standing().epoch();
    }

    private void refused(FaultsRound round, int node, Command.Answer answer, Decision.Rule rule) {
        var asked = round.asked();
        var offer = asked == null ? null : asked.offer(answer.offer());
        if (rule == Decision.Rule.INBOX_READ_FIRST && !round.inbox.isUnfit(answer)) {
            tell(() -> "node " + node + ": " + FaultsTold.of(round, answer));
            finding.require(false, FaultsRule.OVERTAKEN);
        } else if (offer != null && offer.ending() instanceof Ending.Answered) {
            round.inbox.settle(answer, false);
        } else if (rule == Decision.Rule.AN_ANSWER_FITS_ITS_OFFER) {
            tell(() -> "node " + node + ": " + FaultsTold.of(round, answer) + " -> it does not fit");
            finding.require(!FaultsAnswers.fits(round, answer), FaultsRule.TURNED_AWAY);
            round.inbox.settle(answer, true);
        }
    }

    void appendHeld(int node) {
        var taken = nodes.take(node);
        if (taken != null) {
            tell(() ->
                    "node " + node + " appends what it had decided: " + FaultsTold.of(taken.round(), taken.command()));
            append(taken);
        }
    }

    private void append(Held taken) {
        var round = taken.round();
        if (round.version != taken.version()) {
            tell(() -> "which is refused: the log is at version " + round.version + ", not " + taken.version());
            return;
        }
        var reserves = taken.events().stream().anyMatch(Event.Reserved.class::isInstance);
        var counts = reserves || taken.events().stream().anyMatch(Event.OfferedToMatch.class::isInstance);
        if (counts && !rulings.portfolio().digest().equals(taken.digest())) {
            tell(() -> "which is refused: more is drawn on a waiver than when it was decided");
            return;
        }
        var record = new FaultsRecord(rulings, asksTheRecord, finding);
        new FaultsWitness(round, waivers, record, finding).append(taken);
        if (finding.isBroken()) {
            return;
        }
        if (reserves) {
            draw(taken.events());
        }
        if (taken.command() instanceof Command.Answer answer) {
            round.inbox.settle(answer, false);
        }
        reached.accept(FaultsShape.of(round, nodes.clock()));
    }

    private void draw(List<Event> events) {
        for (var event : events) {
            if (event instanceof Event.Reserved reserved) {
                var taken = new Quantity(
                        FaultsPortfolio.QUANTITY, reserved.reservation().gpus());
                for (var draw : rulings.drawnBy(reserved.ruling(), taken)) {
                    portfolio.holders().stream()
                            .map(FaultsPortfolio.Holder::right)
                            .filter(right ->
                                    right.agreement().equals(draw.clause().agreement()))
                            .forEach(right -> drawn.merge(right, draw.quantity().number(), Long::sum));
                }
            }
        }
        rulings = portfolio.rulings(drawn);
    }

    /** What a worker can honestly say to have read: rows may still be committed at the instant at which it reads. */
    Instant readThrough(FaultsRound round) {
        return round.inbox.readThrough(nodes.clock().minusNanos(1));
    }

    void advance(Instant to) {
        nodes.advance(to);
        tell(() -> "it is " + nodes.clock());
    }
}
