package io.proviso.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final Upcast TO_2 = Upcast.parse("""
        # Before schema 2 all came at once, for nothing.

        Bid.price = 0
        Bid.parts = [Part(gpus=$gpus, note="$gpus")]
        """);
    private static final Upcast TO_3 = Upcast.parse("Part.late = false");
    private static final Schemas SCHEMAS = new Schemas(List.of(TO_2, TO_3));

    private static String upcast(int schema, String event) {
        return Notation.line(SCHEMAS.upcast(new History.Line(schema, Notation.parse(event))));
    }

    @Test
    void aHistoryIsWrittenAsItWasRead() {
        var text = """
            # What it shows,
            # in two lines.
            1 Asked(gpus=1)
            2 Closed()

            State(
              gpus=1)
            """;
        assertEquals(text, History.parse(text).text());
        assertEquals(2, History.parse(text).lines().getLast().schema());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asked(gpus=1)", "x Asked()", "1", "-1 Asked()", ""})
    void anEventWithoutTheNumberOfItsSchemaIsRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> History.parse(line + "\n1 Asked()\n\nState()\n"));
    }

    @Test
    void anOldEventGoesThroughEverySchemaSinceThen() {
        assertEquals(
                "Bid(gpus=7, price=0, parts=[Part(gpus=7, note=\"$gpus\", late=false)])", upcast(1, "Bid(gpus=7)"));
        assertEquals("Bid(gpus=7)", upcast(3, "Bid(gpus=7)"));
    }

    @Test
    void aRecordIsFoundWhereverItIs() {
        assertEquals(
                "A(b=[Part(late=false)], c={1=Part(late=false)}, d=B(e=Part(late=false)))",
                upcast(2, "A(b=[Part()], c={1=Part()}, d=B(e=Part()))"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void anUnknownSchemaIsRefused(int schema) {
        var refused = assertThrows(IllegalArgumentException.class, () -> upcast(schema, "Bid()"));
        assertEquals(
                "history: schema " + schema + " is not known, this build reads 1 to 3.\n"
                        + "Read it with the build that wrote it, or a later one.",
                refused.getMessage());
    }

    @Test
    void aTableThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Upcast.parse("Bid = 7"));
        assertThrows(IllegalArgumentException.class, () -> Upcast.parse("Bid.price 7"));
        assertThrows(IllegalArgumentException.class, () -> upcast(1, "Bid(gpus=1, price=2)"), "it has that already");
        assertThrows(IllegalArgumentException.class, () -> upcast(1, "Bid()"), "nothing to take $gpus from");
    }

    @Test
    void aComponentMayBeWrittenOtherwiseOrGoAndTakeFromWhatIsAroundIt() {
        var upcast = Upcast.parse("""
            Bid.name := Name(of=$of, bid=$name)
            Bid.of -
            Part.of = $^of
            Part.size "two" := 2
            Part.size "one" := 1
            """);
        assertEquals(
                "Bid(name=Name(of=\"a\", bid=\"b\"), parts=[Part(size=1, of=\"a\"), Part(size=2, of=\"a\")])",
                Notation.line(upcast.apply(
                        Notation.parse("Bid(of=\"a\", name=\"b\", parts=[Part(size=\"one\"), Part(size=\"two\")])"))));
    }

    @Test
    void whatIsNotThereCanNeitherBeWrittenOtherwiseNorGo() {
        for (var row : List.of("Bid.name := 1", "Bid.name -", "Bid.all = $^name")) {
            var upcast = Upcast.parse(row);
            assertThrows(IllegalArgumentException.class, () -> upcast.apply(Notation.parse("Bid(of=1)")), row);
        }
    }

    @Test
    void whatIsTakenFromAnotherComponentIsOfTheNextSchemaToo() {
        var upcast = Upcast.parse("Part.late = false\nBid.first = $part\nBid.known = {$gpus=[$part]}");
        assertEquals(
                "Bid(gpus=7, part=Part(late=false), first=Part(late=false), known={7=[Part(late=false)]})",
                Notation.line(upcast.apply(Notation.parse("Bid(gpus=7, part=Part())"))));
    }
}
