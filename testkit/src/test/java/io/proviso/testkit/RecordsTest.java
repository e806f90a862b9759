package io.proviso.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {
    private record Name(String name) {}

    private enum Colour {
        RED,
        GREEN {}
    }

    private record Numbers(int i, long l, double d, boolean b, BigDecimal exact, Integer boxed) {}

    private record Times(
            Instant instant,
            LocalDate date,
            LocalTime time,
            LocalDateTime local,
            ZonedDateTime zoned,
            Duration duration,
            ZoneId zone) {}

    private record Several(
            List<Name> names, Set<Colour> colours, Map<String, List<Long>> counts, Map<Name, Known<Name>> known) {}

    private record Perhaps(
            @Nullable String text,
            @Nullable Name name,
            @Nullable Integer number,
            @Nullable Currency currency,
            Outer.@Nullable Inner inner) {}

    private record Shade(Colour colour) {}

    private record Outer(Inner inner) {
        record Inner(long positive) {
            Inner {
                if (positive <= 0) {
                    throw new IllegalArgumentException(positive + " is not positive");
                }
            }
        }
    }

    private sealed interface Stated<T> {}

    private record Known<T>(T value, @Nullable Instant since) implements Stated<T> {}

    private record Hidden<T>() implements Stated<T> {}

    private record Clause(Stated<Name> holder, Stated<List<Figure>> shapes) {}

    private sealed interface Figure {}

    private sealed interface Round extends Figure {}

    private record Circle(int radius) implements Round {}

    private record Label(String text) implements Figure {}

    static List<Record> values() {
        var zone = ZoneId.of("America/Los_Angeles");
        var counts = new LinkedHashMap<String, List<Long>>();
        counts.put("b \"quoted\"\\", List.of(2L, 3L));
        counts.put("a\nb\r\u2028\t", List.of());
        return List.of(
                new Name("a \"b\" \\ c\n\u2028 ü 🙂 = ( , ) [ ] { } # null"),
                new Name(""),
                new Shade(Colour.GREEN),
                new Numbers(Integer.MIN_VALUE, Long.MAX_VALUE, -1.5e300, true, new BigDecimal("1.50"), 7),
                new Numbers(0, 0, Double.NEGATIVE_INFINITY, false, new BigDecimal("-1E+40"), -7),
                new Times(
                        Instant.parse("2025-01-15T17:00:00.000000001Z"),
                        LocalDate.of(-1, 2, 3),
                        LocalTime.of(17, 0),
                        LocalDateTime.of(2025, 1, 2, 3, 4, 5),
                        ZonedDateTime.of(2025, 11, 2, 1, 30, 0, 0, zone).withLaterOffsetAtOverlap(),
                        Duration.ofSeconds(-3, 5),
                        zone),
                new Several(
                        List.of(new Name("x"), new Name("x")),
                        Set.of(Colour.RED, Colour.GREEN),
                        counts,
                        Map.of(new Name("k"), new Known<>(new Name("v"), Instant.EPOCH))),
                new Several(List.of(), Set.of(), Map.of(), Map.of()),
                new Perhaps(null, null, null, null, null),
                new Perhaps("null", new Name("null"), 1, Currency.getInstance("USD"), new Outer.Inner(1)),
                new Clause(new Known<>(new Name("h"), null), new Hidden<>()),
                new Clause(new Hidden<>(), new Known<>(List.of(new Circle(1), new Label("l")), Instant.EPOCH)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsWrittenDownIsReadBackFromALineAndFromASheet(Record value) {
        var node = Records.node(value);
        var line = Notation.line(node);
        assertEquals(1, line.lines().count());
        assertEquals(value, Records.value(value.getClass(), Notation.parse(line)));
        assertEquals(value, Records.value(value.getClass(), Notation.parse(Notation.sheet(node))));
    }

    @Test
    void aPersonCanReadIt() {
        var value = new Clause(new Known<>(new Name("h"), null), new Known<>(List.of(new Circle(1)), Instant.EPOCH));
        assertEquals(
                "Clause(holder=Known(value=\"h\", since=null),"
                        + " shapes=Known(value=[Circle(radius=1)], since=1970-01-01T00:00:00Z))",
                Notation.line(Records.node(value)));
    }

    @Test
    void setsAndMapsAreWrittenInOneOrder() {
        var names = new TreeSet<>(Set.of("a", "b", "c", "d"));
        assertEquals(Records.node(names), Records.node(names.descendingSet()));
        assertEquals("{\"a\"=1, \"b\"=2}", Notation.line(Records.node(new LinkedHashMap<>(Map.of("b", 2, "a", 1)))));
    }

    @Test
    void keysThatWouldBeWrittenAsOneAreAnError() {
        var map = Map.of(new Name("a"), 1, "a", 2);
        assertThrows(IllegalArgumentException.class, () -> Records.node(map));
    }

    @Test
    void whatDoesNotFitALineOfASheetIsIndented() {
        var long1 = "x".repeat(70);
        assertEquals(
                "[\n  \"" + long1 + "\",\n  {\n    \"k\"=[\n      \"" + long1 + "\",\n      \"" + long1 + "\"]}]",
                Notation.sheet(Records.node(List.of(long1, Map.of("k", List.of(long1, long1))))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Outer(inner=Inner(positive=1), more=1) | Outer, Outer: missing [], unknown [more]
            Outer(outer=Inner(positive=1))         | Outer, Outer: missing [inner], unknown [outer]
            Outer(inner=Inner(positive=0))         | Outer.inner: 0 is not positive
            Outer(inner=Inner(positive=null))      | Outer.inner.positive: it must not be null
            Outer(inner=Inner(positive="x"))       | Outer.inner.positive: x is no long
            Outer(inner=Inner(positive=[]))        | Outer.inner.positive: [] is no long
            Outer(inner=Outer(inner=null))         | Outer.inner: Outer is no Inner
            Outer(inner=7)                         | Outer.inner: 7 is no Inner
            """)
    void whatDoesNotFitTheTypeIsAnErrorThatSaysWhere(String text, String problem) {
        refused(problem, Outer.class, text);
    }

    @Test
    void aNameThatASealedTypeDoesNotPermitIsAnError() {
        refused("Figure: Square is no Figure", Figure.class, "Square(side=1)");
        refused("Figure: Round is no Figure", Figure.class, "Round()");
        refused("Shade.colour: BLUE is no Colour", Shade.class, "Shade(colour=BLUE)");
        refused("Name: 7 is no string in quotes", Name.class, "7");
        refused(
                "Several.names[1]: null is no string in quotes",
                Several.class,
                "Several(names=[\"a\", null], colours=[], counts={}, known={})");
    }

    private static void refused(String problem, Class<?> type, String text) {
        var node = Notation.parse(text);
        var refused = assertThrows(IllegalArgumentException.class, () -> Records.value(type, node));
        assertEquals(
                "text: " + problem + ".\nIf an older schema wrote it, its upcast must say what it means.",
                refused.getMessage());
    }

    private record Odd(Object anything) {}

    @Test
    void aTypeThatHasNoTextIsAnErrorWhenItIsWritten() {
        assertThrows(IllegalArgumentException.class, () -> Records.node(new Odd(Class.class)));
        refused("Odd.anything: 7 is no Object", Odd.class, "Odd(anything=7)");
    }

    @Test
    void theShapeOfATypeNamesAllThatItsValuesReach() {
        var own = RecordsTest.class.getName() + "$";
        assertEquals(
                own + "Circle(int radius)\n" + own + "Figure[Round, Label]\n" + own + "Label(java.lang.String text)\n"
                        + own + "Round[Circle]\n",
                Shapes.of(Figure.class));
    }
}
