package io.proviso.testkit;

import io.proviso.testkit.Node.Entries;
import io.proviso.testkit.Node.Fields;
import io.proviso.testkit.Node.Items;
import io.proviso.testkit.Node.Quoted;
import io.proviso.testkit.Node.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * From one schema to the next, as a table: what a component means that older texts do not have, by record and component.
 *
 * <pre>{@code
 * Bid.beyond = Beyond(term=null, nonCash=null)
 * Reservation.tranches = [Tranche(gpus=$gpus, due=$ready)]    a $word is another component of the same record, already upcast
 * Part.order = $^id                                           a $^word is one of the nearest record around it that has it, as it was
 * Step.window "10 days" := Days(n=10)                         := is what a component that was there before is written as now;
 *                                                             before it the one value that is meant, if it is only one
 * Bid.agreement -                                             is no longer there
 * Tail(days).from = REFUSAL                                   only of a record of that name that had days
 * }</pre>
 *
 * <p>Rows are taken in order. A record is known by its simple name, and of two that share one by a component that it had.
 */
public record Upcast(List<Row> rows) {
    /** What a row does to a component. */
    public sealed interface Row {
        String type();

        /** Was not there before. */
        record Added(String type, String component, Node meant) implements Row {}

        /** Is written otherwise; {@code was} is the one value that the row is about, null if it is about all. */
        record Rewritten(
                String type, String component, @Nullable Node was, Node meant) implements Row {}

        /** Is there no longer. */
        record Dropped(String type, String component) implements Row {}
    }

    public Upcast {
        rows = List.copyOf(rows);
    }

    /** Reads a table; lines that are empty or begin with # say nothing. */
    public static Upcast parse(String table) {
        return new Upcast(table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Upcast::row)
                .toList());
    }

    private static Row row(String line) {
        if (line.endsWith(" -")) {
            var names = names(line, line.substring(0, line.length() - 2));
            return new Row.Dropped(names[0], names[1]);
        }
        var rewritten = line.split(" := ", 2);
        if (rewritten.length == 2) {
            var about = rewritten[0].split(" ", 2);
            var names = names(line, about[0]);
            var was = about.length < 2 ? null : Notation.parse(about[1]);
            return new Row.Rewritten(names[0], names[1], was, Notation.parse(rewritten[1]));
        }
        var sides = line.split(" = ", 2);
        var names = names(line, sides[0]);
        if (sides.length < 2) {
            throw noRow(line);
        }
        return new Row.Added(names[0], names[1], Notation.parse(sides[1]));
    }

    private static String[] names(String line, String side) {
        var names = side.split("\\.", 2);
        if (names.length < 2) {
            throw noRow(line);
        }
        return names;
    }

    private static IllegalArgumentException noRow(String line) {
        return new IllegalArgumentException("upcast: '" + line
                + "' is no row of it.\nWrite Record.component = what it was before it could be said.");
    }

    /** The same value as the next schema writes it. */
    public Node apply(Node node) {
        return apply(node, List.of());
    }

    /** Around it are records, the nearest last, as they were. */
    private Node apply(Node node, List<Fields> around) {
        return switch (node) {
            case Fields record -> upcast(record, around);
            case Items(List<Node> items) ->
                new Items(items.stream().map(item -> apply(item, around)).toList());
            case Entries(Map<Node, Node> entries) -> {
                var all = new LinkedHashMap<Node, Node>();
                entries.forEach((key, value) -> all.put(apply(key, around), apply(value, around)));
                yield new Entries(all);
            }
            case Word _, Quoted _ -> node;
        };
    }

    private Fields upcast(Fields record, List<Fields> around) {
        var nearer = new ArrayList<>(around);
        nearer.add(record);
        var all = new LinkedHashMap<String, Node>();
        record.components().forEach((name, value) -> all.put(name, apply(value, nearer)));
        for (var row : rows) {
            if (isAbout(row, record)) {
                change(row, all, around);
            }
        }
        return new Fields(record.type(), all);
    }

    private static boolean isAbout(Row row, Fields record) {
        int having = row.type().indexOf('(');
        return having < 0
                ? row.type().equals(record.type())
                : row.type().substring(0, having).equals(record.type())
                        && record.components()
                                .containsKey(row.type()
                                        .substring(having + 1, row.type().length() - 1));
    }

    private static void change(Row row, Map<String, Node> all, List<Fields> around) {
        switch (row) {
            case Row.Added(String type, String component, Node meant) -> {
                if (all.put(component, filled(meant, all, around)) != null) {
                    throw new IllegalArgumentException("upcast: " + type + " already has " + component
                            + ".\nIts line is marked with too old a schema.");
                }
            }
            case Row.Rewritten(String type, String component, Node was, Node meant) -> {
                var now = had(type, component, all.get(component));
                if (was == null || was.equals(now)) {
                    all.put(component, filled(meant, all, around));
                }
            }
            case Row.Dropped(String type, String component) -> had(type, component, all.remove(component));
        }
    }

    private static Node had(String type, String component, @Nullable Node value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "upcast: " + type + " has no " + component + ".\nIts line is marked with too new a schema.");
        }
        return value;
    }

    private static Node filled(Node meant, Map<String, Node> beside, List<Fields> around) {
        UnaryOperator<Node> fill = part -> filled(part, beside, around);
        return switch (meant) {
            case Word(String text) when text.startsWith("$^") -> around(text.substring(2), around);
            case Word(String text) when text.startsWith("$") -> taken(text, beside.get(text.substring(1)));
            case Fields(String type, Map<String, Node> components) -> {
                var all = new LinkedHashMap<String, Node>();
                components.forEach((name, value) -> all.put(name, fill.apply(value)));
                yield new Fields(type, all);
            }
            case Items(List<Node> items) -> new Items(items.stream().map(fill).toList());
            case Entries(Map<Node, Node> entries) -> {
                var all = new LinkedHashMap<Node, Node>();
                entries.forEach((key, value) -> all.put(fill.apply(key), fill.apply(value)));
                yield new Entries(all);
            }
            case Word _, Quoted _ -> meant;
        };
    }

    private static Node around(String component, List<Fields> around) {
        Node nearest = null;
        for (var record : around) {
            var value = record.components().get(component);
            nearest = value == null ? nearest : value;
        }
        return taken("$^" + component, nearest);
    }

    private static Node taken(String from, @Nullable Node value) {
        if (value == null) {
            throw new IllegalArgumentException("upcast: there is no component " + from + " to take it from");
        }
        return value;
    }
}
