package io.proviso.testkit;

import java.util.List;

/** Every schema that lines were ever written in, from 1 to the current one: {@code upcasts} leads from each to the next. */
public record Schemas(List<Upcast> upcasts) {
    public Schemas {
        upcasts = List.copyOf(upcasts);
    }

    public int current() {
        return upcasts.size() + 1;
    }

    /** The line as the current schema writes it. */
    public Node upcast(History.Line line) {
        if (line.schema() < 1 || line.schema() > current()) {
            throw new IllegalArgumentException(
                    "history: schema " + line.schema() + " is not known, this build reads 1 to " + current()
                            + ".\nRead it with the build that wrote it, or a later one.");
        }
        var node = line.event();
        for (var upcast : upcasts.subList(line.schema() - 1, upcasts.size())) {
            node = upcast.apply(node);
        }
        return node;
    }
}
