package io.proviso.desk.rounds;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Response;
import io.proviso.testkit.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One request under rights that go beyond an offer, an answer and a deadline: every interleaving of answers, late and repeated
 * ones among them, bids that improve, awards of earlier epochs, talks, failures and deliveries.
 *
 * <p>The worker is honest, as in {@link RoundModel}; a notice is delivered and confirmed at once, and nobody holds a decision.
 *
 * @param answers most rows a holder writes to one offer
 * @param offers after so many the bidders no longer improve
 * @param record asked of every state that is reached
 */
record PreemptionModel(PreemptionSetting setting, Rules rules, int answers, int offers, RecordOfStates record)
        implements Model<PreemptionWorld, PreemptionModel.Move, RoundModel.Told> {
    /** Something that may happen. */
    sealed interface Move {
        /** The clock goes on to the next instant of the grid. */
        record Tick(Instant to) implements Move {
            @Override
            public String toString() {
                return "the clock reaches " + to;
            }
        }

        /** A holder's answer is committed to the inbox. */
        record Write(String offer, Response response) implements Move {
            @Override
            public String toString() {
                return "the holder of " + offer + " writes: " + response;
            }
        }

        /** The desk decides and appends. */
        record Do(Command command) implements Move {
            @Override
            public String toString() {
                return io.proviso.desk.rounds.Move.told(command);
            }
        }
    }

    PreemptionModel(PreemptionSetting setting, Rules rules, int answers, int offers) {
        this(setting, rules, answers, offers, new RecordOfStates(setting));
    }

    @Override
    public PreemptionWorld initial() {
        return PreemptionWorld.beforeTheRequest();
    }

    @Override
    public List<Move> commands(PreemptionWorld world) {
        var moves = new ArrayList<Move>();
        if (world.now() < setting.last()) {
            moves.add(new Move.Tick(setting.grid().get(world.now() + 1)));
        }
        var request = world.request();
        if (request == null) {
            moves.add(new Move.Do(setting.request()));
            return moves;
        }
        for (var offer : request.offers()) {
            var written = world.inbox().stream()
                    .filter(row -> row.offer().equals(offer.id()))
                    .count();
            if (offer.receipt() != null && written < answers && request.phase() != CapacityRequest.Phase.CLOSED) {
                setting.responses().stream()
                        .map(response -> fitting(response, offer))
                        .distinct()
                        .forEach(response -> moves.add(new Move.Write(offer.id(), response)));
            }
        }
        commandsToTheDesk(world, request).forEach(command -> moves.add(new Move.Do(command)));
        return moves;
    }

    /** A holder takes at most what it is offered. */
    private static Response fitting(Response response, Offer offer) {
        return response instanceof Response.Accepts accepts && accepts.gpus() > offer.gpus()
                ? new Response.Accepts(offer.gpus(), accepts.price(), accepts.ready(), accepts.replicates())
                : response;
    }

    private List<Command> commandsToTheDesk(PreemptionWorld world, CapacityRequest request) {
        var commands = new ArrayList<Command>();
        var open = request.openOffer();
        if (open != null && open.receipt() == null && world.now() < setting.last()) {
            commands.add(new Command.ConfirmDelivery(open.id(), setting.instant(world.now()), List.of()));
        }
        for (var row : world.inbox()) {
            var holder =
                    Objects.requireNonNull(request.offer(row.offer())).right().holder();
            commands.add(
                    new Command.Answer(row.offer(), row.id(), holder, setting.instant(row.received()), row.response()));
        }
        int readThrough = readThrough(world);
        commands.add(new Command.Expire(setting.instant(readThrough)));
        commands.add(new Command.Expire(setting.instant(readThrough - 1)));
        if (request.offers().size() < offers || request.bids().isEmpty()) {
            commands.addAll(setting.bids());
        }
        for (int epoch = 1; epoch <= request.standing().epoch(); epoch++) {
            commands.add(new Command.Award(epoch));
        }
        commands.addAll(setting.more().of(request, setting.instant(world.now()), setting.instant(readThrough)));
        return commands;
    }

    /** The last instant before the first row that nobody decided on. */
    private static int readThrough(PreemptionWorld world) {
        return world.inbox().stream()
                        .filter(row -> !row.read())
                        .mapToInt(PreemptionWorld.Row::received)
                        .min()
                        .orElse(world.now() + 1)
                - 1;
    }

    @Override
    public Step<PreemptionWorld, RoundModel.Told> step(PreemptionWorld world, Move move) {
        return switch (move) {
            case Move.Tick _ -> new Step<>(world.tick(), List.of());
            case Move.Write(String offer, Response response) -> new Step<>(world.write(offer, response), List.of());
            case Move.Do(Command command) -> {
                var decision = rules.decide(world.desk(), command, setting.context(world.now()));
                var events = decision instanceof Decision.Decided decided ? decided.events() : List.<Event>of();
                var after = world.append(events);
                if (command instanceof Command.Answer answer && isForGood(decision)) {
                    after = after.read(answer, setting.grid());
                }
                yield new Step<>(
                        after, events.stream().map(RoundModel.Told::new).toList());
            }
        };
    }

    /** An answer refused because it cannot count yet stays unread; one that fits no offer is read. */
    private static boolean isForGood(Decision decision) {
        return !(decision instanceof Decision.Refused refused)
                || refused.rule() == Decision.Rule.ONE_TERMINAL_ANSWER
                || refused.rule() == Decision.Rule.ANSWERS_ARE_READ_IN_ORDER
                || refused.rule() == Decision.Rule.AN_ANSWER_FITS_ITS_OFFER;
    }

    @Override
    public List<String> broken(PreemptionWorld before, Move move, Step<PreemptionWorld, RoundModel.Told> step) {
        var broken = new ArrayList<String>();
        if (move instanceof Move.Do(Command command)) {
            var events = step.events().stream().map(RoundModel.Told::event).toList();
            broken.addAll(new PreemptionWitness(setting, before).broken(command, events));
        }
        if (move instanceof Move.Tick) {
            // Once for each state from which time goes on.
            broken.addAll(record.broken(before));
        }
        return broken;
    }

    /** Closed; or the grid ends with an offer that can no longer be delivered, or be answered beyond it. */
    @Override
    public boolean isSettled(PreemptionWorld world) {
        var request = world.request();
        if (request == null) {
            return false;
        }
        var open = request.openOffer();
        var receipt = open == null ? null : open.receipt();
        var isRunning = open == null
                || receipt == null
                || open.stoppedSince() != null
                || !setting.instant(world.now()).isAfter(receipt.deadline().utc());
        return request.phase() == CapacityRequest.Phase.CLOSED
                || (world.now() == setting.last() && open != null && isRunning);
    }

    /** Holders need not answer, customers need not agree, nothing has to fail, and strikes have to end. */
    @Override
    public boolean isOwed(Move move) {
        return switch (move) {
            case Move.Tick _ -> true;
            case Move.Write _ -> false;
            case Move.Do(Command command) ->
                switch (command) {
                    case Command.AcceptCounter _,
                            Command.Extend _,
                            Command.Toll _,
                            Command.Fail _,
                            Command.EndUndelivered _,
                            Command.Withdraw _ -> false;
                    default -> true;
                };
        };
    }
}
