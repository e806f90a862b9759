package io.proviso.testkit;

import io.proviso.testkit.Node.Entries;
import io.proviso.testkit.Node.Fields;
import io.proviso.testkit.Node.Items;
import io.proviso.testkit.Node.Quoted;
import io.proviso.testkit.Node.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From one schema to the next, as a table: what a component means that older texts do not have, by record and component.
 *
 * <pre>{@code
 * Bid.beyond = Beyond(term=null, nonCash=null)
 * Reservation.tranches = [Tranche(gpus=$gpus, due=$ready)]    a $word is another component of the same record, already upcast
 * }</pre>
 *
 * <p>A record is known by its simple name alone; two that share one get the same component, or need another kind of table.
 */
public record Upcast(Map<String, Map<String, Node>> added) {

    /** Reads a table; lines that are empty or begin with # say nothing. */
    public static Upcast parse(String table) {
        var added = new LinkedHashMap<String, Map<String, Node>>();
        table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var sides = line.split(" = ", 2);
            var names = sides[0].split("\\.", 2);
            if (sides.length < 2 || names.length < 2) {
                throw new IllegalArgumentException("upcast: '" + line
                        + "' is no row of it.\nWrite Record.component = what it was before it could be said.");
            }
            added.computeIfAbsent(names[0], _ -> new LinkedHashMap<>()).put(names[1], Notation.parse(sides[1]));
        });
        return new Upcast(added);
    }

    /** The same value as the next schema writes it. */
    public Node apply(Node node) {
        return switch (node) {
            case Fields(String type, Map<String, Node> components) -> {
                var all = new LinkedHashMap<String, Node>();
                components.forEach((name, value) -> all.put(name, apply(value)));
                added.getOrDefault(type, Map.of()).forEach((name, meant) -> {
                    if (all.put(name, filled(meant, all)) != null) {
                        throw new IllegalArgumentException("upcast: " + type + " already has " + name
                                + ".\nIts line is marked with too old a schema.");
                    }
                });
                yield new Fields(type, all);
            }
            case Items(List<Node> items) ->
                new Items(items.stream().map(this::apply).toList());
            case Entries(Map<Node, Node> entries) -> {
                var all = new LinkedHashMap<Node, Node>();
                entries.forEach((key, value) -> all.put(apply(key), apply(value)));
                yield new Entries(all);
            }
            case Word _, Quoted _ -> node;
        };
    }

    private static Node filled(Node meant, Map<String, Node> beside) {
        return switch (meant) {
            case Word(String text)
            when text.startsWith("$") -> {
                var other = beside.get(text.substring(1));
                if (other == null) {
                    throw new IllegalArgumentException("upcast: there is no component " + text + " to take it from");
                }
                yield other;
            }
            case Fields(String type, Map<String, Node> components) -> {
                var all = new LinkedHashMap<String, Node>();
                components.forEach((name, value) -> all.put(name, filled(value, beside)));
                yield new Fields(type, all);
            }
            case Items(List<Node> items) ->
                new Items(items.stream().map(item -> filled(item, beside)).toList());
            case Entries(Map<Node, Node> entries) -> {
                var all = new LinkedHashMap<Node, Node>();
                entries.forEach((key, value) -> all.put(filled(key, beside), filled(value, beside)));
                yield new Entries(all);
            }
            case Word _, Quoted _ -> meant;
        };
    }
}
