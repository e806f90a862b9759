package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.desk.Basis;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.testkit.History;
import io.proviso.testkit.Node;
import io.proviso.testkit.Notation;
import io.proviso.testkit.Records;
import io.proviso.testkit.Schemas;
import io.proviso.testkit.Shapes;
import io.proviso.testkit.Upcast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was recorded once replays for ever. With {@code -Dhistories.record=true} rounds that have no file in the current
 * schema get one and the states of all files are written anew; events that are on record never change.
 */
class HistoriesTest {
    private static final Path HISTORIES =
            Path.of(System.getProperty("proviso.root"), "desk", "src", "test", "resources", "histories");

    private static final Path SHAPE = HISTORIES.resolve(Event.SCHEMA + ".shape");

    static List<Path> files() throws IOException {
        try (var all = Files.list(HISTORIES)) {
            return all.filter(file -> file.toString().endsWith(".history"))
                    .sorted()
                    .toList();
        }
    }

    @BeforeAll
    static void record() throws IOException {
        if (Boolean.getBoolean("histories.record")) {
            for (var round : RecordedRounds.values()) {
                var file = HISTORIES.resolve(Event.SCHEMA + "-" + name(round) + ".history");
                if (!Files.exists(file)) {
                    Files.writeString(file, recorded(round).text());
                }
            }
            if (!Files.exists(SHAPE)) {
                Files.writeString(SHAPE, Shapes.of(Event.class));
            }
            for (var file : files()) {
                var kept = History.parse(Files.readString(file));
                Files.writeString(file, new History(kept.about(), kept.lines(), replayed(kept)).text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatWasRecordedOnceLeadsToTheSameStateToday(Path file) throws IOException {
        var history = History.parse(Files.readString(file));
        assertEquals(history.state(), replayed(history), file.toString());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenTodayIsReadBackAsTheSameEvents(RecordedRounds round) throws IOException {
        var events = round.run().history();
        assertEquals(events, events(History.parse(recorded(round).text())));
    }

    @Test
    void everyKindOfEventIsOnRecordInTheCurrentSchema() throws IOException {
        var onRecord = new TreeSet<String>();
        for (var file : files()) {
            History.parse(Files.readString(file)).lines().stream()
                    .filter(line -> line.schema() == Event.SCHEMA)
                    .map(line -> line.event() instanceof Node.Fields fields ? fields.type() : "")
                    .forEach(onRecord::add);
        }
        var kinds = kinds(Event.class).map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(kinds, onRecord, "another round in RecordedRounds, then -Dhistories.record=true");
    }

    @Test
    void anEventThatCanSaySomethingElseIsOfAnotherSchema() throws IOException {
        assertEquals(Files.readString(SHAPE), Shapes.of(Event.class), "raise Event.SCHEMA, as CONTRIBUTING.md says");
    }

    @Test
    void everySchemaUpToTheCurrentOneHasAHistory() throws IOException {
        var schemas = new TreeSet<Integer>();
        for (var file : files()) {
            History.parse(Files.readString(file)).lines().forEach(line -> schemas.add(line.schema()));
        }
        assertEquals(IntStream.rangeClosed(1, Event.SCHEMA).boxed().toList(), List.copyOf(schemas));
    }

    @Test
    void aRoundThatBeganUnderTheFirstSchemaGoesOnToday() throws IOException {
        var begun = assertInstanceOf(CapacityRequest.class, state(history("1-received")));
        var now = Contract.at("2025-01-30T17:00:00");
        var answer = Round.answer("answer-1", now, Response.Accepts.asOffered(10_000));
        var context = new Context(Contract.standard().rulings(), new Basis.Live(), now);
        var decided = assertInstanceOf(Decision.Decided.class, Desk.decide(begun, answer, context));
        assertEquals(
                List.of(Event.Accepted.class, Event.Reserved.class, Event.Closed.class),
                decided.events().stream().map(Event::getClass).toList());
    }

    @Test
    void aSchemaThatThisBuildDoesNotKnowIsRefused() throws IOException {
        var known = recorded(RecordedRounds.MOOT);
        for (var unknown : new int[] {0, Event.SCHEMA + 1}) {
            var line = new History.Line(unknown, known.lines().getFirst().event());
            var refused =
                    assertThrows(IllegalArgumentException.class, () -> events(new History("", List.of(line), "")));
            assertEquals(
                    "history: schema " + unknown + " is not known, this build reads 1 to " + Event.SCHEMA + ".",
                    String.valueOf(refused.getMessage()).lines().findFirst().orElseThrow());
        }
    }

    private static History history(String name) throws IOException {
        return History.parse(Files.readString(HISTORIES.resolve(name + ".history")));
    }

    private static Schemas schemas() throws IOException {
        var upcasts = new ArrayList<Upcast>();
        for (var schema = 1; schema < Event.SCHEMA; schema++) {
            var table = HISTORIES.resolve(schema + "-to-" + (schema + 1) + ".upcast");
            upcasts.add(Upcast.parse(Files.readString(table)));
        }
        return new Schemas(upcasts);
    }

    private static List<Event> events(History history) throws IOException {
        var schemas = schemas();
        return history.lines().stream()
                .map(line -> Records.value(Event.class, schemas.upcast(line)))
                .toList();
    }

    private static State state(History history) throws IOException {
        return events(history).stream().reduce(State.NOT_REQUESTED, Desk::evolve, (_, last) -> last);
    }

    private static String replayed(History history) throws IOException {
        return Notation.sheet(Records.node(state(history)));
    }

    private static History recorded(RecordedRounds round) throws IOException {
        var lines = round.run().history().stream()
                .map(event -> new History.Line(Event.SCHEMA, Records.node(event)))
                .toList();
        return new History(round.about(), lines, replayed(new History("", lines, "")));
    }

    private static String name(RecordedRounds round) {
        return round.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(HistoriesTest::kinds)
                : Stream.of(type);
    }
}
