package io.proviso.desk.rounds;

import io.proviso.desk.Command;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Response;
import io.proviso.testkit.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One request, one holder, two alternates, under every interleaving of commands, deliveries, answers and crashes.
 *
 * <p>The worker is honest: it never claims to have read past a row it has not decided on. The holder answers notices that it
 * has. Everything else may come twice, late and in any order.
 *
 * @param answers most rows the holder writes
 * @param notices most notices that arrive
 * @param holds most decisions that wait between decide and append, there to be overtaken, outdated or lost
 */
record RoundModel(Setting setting, Rules rules, int answers, int notices, int holds)
        implements Model<World, Move, RoundModel.Told> {
    private static final Command REQUEST = Round.request(Round.terms(10_000, 1_000), "oracle", "coreweave");
    private static final List<Command> AS_OFTEN_AS_LIKED = List.of(
            REQUEST,
            Round.quote("oracle", 10_000, "2.00"),
            Round.quote("coreweave", 6_000, "1.50"),
            new Command.Award());
    private static final List<Response> RESPONSES =
            List.of(Response.Accepts.asOffered(10_000), Response.Accepts.asOffered(6_000), new Response.Declines());

    /** An event in a history for people. */
    record Told(Event event) {
        @Override
        public String toString() {
            return event.getClass().getSimpleName();
        }
    }

    @Override
    public World initial() {
        return World.beforeTheRequest();
    }

    @Override
    public World canonical(World world) {
        return world.canonical();
    }

    @Override
    public List<Move> commands(World world) {
        var moves = new ArrayList<Move>();
        if (world.now() < Setting.last()) {
            moves.add(new Move.Tick(Setting.GRID.get(world.now() + 1).toString()));
        }
        if (setting.amended() != null && !world.amended() && world.now() > 0) {
            moves.add(new Move.Amend());
        }
        if (world.offer() != null && !world.isClosed()) {
            moves.addAll(ofTheHolder(world));
        }
        if (world.held() != null) {
            moves.add(new Move.Append());
            moves.add(new Move.Crash());
        }
        commandsToTheDesk(world).forEach(command -> {
            moves.add(new Move.Do(command));
            if (world.held() == null && world.holds() < holds && !world.isClosed()) {
                moves.add(new Move.Hold(command));
            }
        });
        return moves;
    }

    private List<Move> ofTheHolder(World world) {
        var moves = new ArrayList<Move>();
        if (world.notices().size() < notices && world.now() < Setting.last()) {
            moves.add(new Move.Arrive(true));
            moves.add(new Move.Arrive(false));
        }
        if (world.inbox().size() < answers && world.notices().stream().anyMatch(World.Notice::complete)) {
            for (var response : RESPONSES) {
                moves.add(new Move.Write("a" + (world.inbox().size() + 1), response));
                if (!world.inbox().isEmpty()
                        && !world.inbox().getFirst().response().equals(response)) {
                    moves.add(new Move.Write(world.inbox().getFirst().id(), response));
                }
            }
        }
        return moves;
    }

    private static Stream<Command> commandsToTheDesk(World world) {
        if (world.request() == null) {
            return Stream.of(REQUEST);
        }
        var commands = new ArrayList<>(AS_OFTEN_AS_LIKED);
        for (var notice : world.notices()) {
            commands.add(new Command.ConfirmDelivery(
                    Round.OFFER,
                    Setting.GRID.get(notice.received()),
                    notice.complete() ? List.of() : List.of("price")));
        }
        for (var row : world.inbox()) {
            commands.add(Round.answer(row.id(), Setting.GRID.get(row.received()), row.response()));
        }
        int readThrough = readThrough(world);
        for (var read : new Instant[] {instant(readThrough), instant(readThrough - 1)}) {
            commands.add(new Command.Expire(read));
            commands.add(new Command.Review(read));
        }
        commands.add(new Command.Withdraw("no need", instant(readThrough)));
        return commands.stream();
    }

    /** The last instant before the first row that nobody decided on. */
    private static int readThrough(World world) {
        return world.inbox().stream()
                        .filter(row -> !row.read())
                        .mapToInt(World.Row::received)
                        .min()
                        .orElse(world.now() + 1)
                - 1;
    }

    private static Instant instant(int of) {
        return of < 0 ? Setting.GRID.getFirst().minusSeconds(-of) : Setting.GRID.get(of);
    }

    @Override
    public Step<World, Told> step(World world, Move move) {
        return switch (move) {
            case Move.Tick _ -> quietly(world.tick());
            case Move.Amend _ -> quietly(world.amend());
            case Move.Arrive arrive -> quietly(world.arrive(arrive.complete()));
            case Move.Write write -> quietly(world.write(write.id(), write.response()));
            case Move.Crash _ -> quietly(world.crash());
            case Move.Do it -> append(world, it.command(), world.now(), world.amended());
            case Move.Append _ -> {
                var held = Objects.requireNonNull(world.held());
                yield append(world, held.command(), held.taken(), held.amended());
            }
            case Move.Hold hold -> {
                var decision = decide(world, hold.command(), world.now(), world.amended());
                var isEventful = decision instanceof Decision.Decided decided
                        && !decided.events().isEmpty();
                yield quietly(isEventful ? world.hold(hold.command()) : world);
            }
        };
    }

    private Step<World, Told> append(World world, Command command, int taken, boolean amended) {
        var decision = decide(world, command, taken, amended);
        var events = decision instanceof Decision.Decided decided ? decided.events() : List.<Event>of();
        var after = world.append(events);
        if (command instanceof Command.Answer answer && isForGood(decision)) {
            after = after.read(answer, Setting.GRID.indexOf(answer.received()));
        }
        return new Step<>(after, events.stream().map(Told::new).toList());
    }

    /** An answer refused because it cannot count yet stays unread. */
    private static boolean isForGood(Decision decision) {
        return switch (decision) {
            case Decision.Decided _ -> true;
            case Decision.Refused refused ->
                refused.rule() == Decision.Rule.ONE_TERMINAL_ANSWER
                        || refused.rule() == Decision.Rule.ANSWERS_ARE_READ_IN_ORDER;
        };
    }

    Decision decide(World world, Command command, int at, boolean amended) {
        return rules.decide(world.desk(), command, setting.context(at, amended));
    }

    private static Step<World, Told> quietly(World after) {
        return new Step<>(after, List.of());
    }

    @Override
    public List<String> broken(World before, Move move, Step<World, Told> step) {
        return switch (move) {
            case Move.Do it -> new Witness(this, before, before.now(), before.amended()).broken(it.command(), step);
            case Move.Append _ -> {
                var held = Objects.requireNonNull(before.held());
                yield new Witness(this, before, held.taken(), held.amended()).broken(held.command(), step);
            }
            case Move.Tick _, Move.Amend _, Move.Arrive _, Move.Write _, Move.Hold _, Move.Crash _ -> List.of();
        };
    }

    /** Closed; or the grid ends and no complete notice ever reached the holder, so that none can any more. */
    @Override
    public boolean isSettled(World world) {
        return world.isClosed()
                || (world.now() == Setting.last() && world.notices().stream().noneMatch(World.Notice::complete));
    }

    /** The holder need not answer and the customer need not withdraw; nor may any worker be the one that crashes. */
    @Override
    public boolean isOwed(Move move) {
        return switch (move) {
            case Move.Write _, Move.Crash _, Move.Hold _, Move.Amend _ -> false;
            case Move.Do it -> !(it.command() instanceof Command.Withdraw);
            case Move.Tick _, Move.Arrive _, Move.Append _ -> true;
        };
    }
}
