package io.proviso.cli;

import io.proviso.testkit.Choices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A copy of a portfolio, or of scenarios, in which the lines of its files stand in another order, and its files under other names. */
record Reordered(Path directory) {
    /** The order of a vocabulary is the order in which everything that takes its words is told: facets of a question, values of a facet. */
    private static final Set<String> VOCABULARY = Set.of("acts", "facets");

    /** What a clause is about, and when it ends, is a sentence of its author's, told in the order of its words. */
    private static final Set<String> SENTENCES =
            Set.of("on", "exclusive", "used-for", "signed", "measured", "scope", "lifted-when", "tolling", "until");

    /** The meanings of a clause, and what of it is not certain, are told in the order in which its author weighed them. */
    private static final Set<String> WEIGHED = Set.of("readings", "assumed", "reported");

    /** The steps of a ramp or a round go forward in time, or are refused. */
    private static final Set<String> STEPS = Set.of("ramp", "steps", "fee", "extensions");

    /** The rows and columns of a sweep go up as they are listed, or are refused. */
    private static final Set<String> SWEPT = Set.of("windows", "accepts");

    /** What an author says of a scenario, told in the order of the saying. */
    private static final Set<String> SAID = Set.of("assumptions", "sources");

    /** Lists and mappings that stay as they are, for the reasons said there: written otherwise they mean the same, and read otherwise. */
    private static final Set<String> TOLD_AS_LISTED = Stream.of(VOCABULARY, SENTENCES, WEIGHED, STEPS, SWEPT, SAID)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    static Reordered copyOf(Path portfolio, Path directory, Choices choices) throws IOException {
        try (Stream<Path> files = Files.walk(portfolio)) {
            for (var file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                var to = directory.resolve(name(portfolio.relativize(file), choices));
                Files.createDirectories(to.getParent());
                Files.writeString(to, reordered(Files.readString(file), choices));
            }
        }
        return new Reordered(directory);
    }

    /** Agreements and calendars are told apart by what is in them. */
    private static Path name(Path file, Choices choices) {
        return file.getNameCount() == 1
                ? file
                : file.resolveSibling(choices.oneOf("m", "a", "z") + "-" + file.getFileName());
    }

    private static String reordered(String yaml, Choices choices) {
        var document =
                new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
        var settings = DumpSettings.builder().build();
        return new Present(settings)
                .emitToString(new Serialize(settings)
                        .serializeOne(reordered(document, choices))
                        .iterator());
    }

    private static Node reordered(Node node, Choices choices) {
        return switch (node) {
            case MappingNode mapping -> {
                var entries = new ArrayList<NodeTuple>();
                for (var entry : mapping.getValue()) {
                    var key = ((ScalarNode) entry.getKeyNode()).getValue();
                    entries.add(
                            TOLD_AS_LISTED.contains(key)
                                    ? entry
                                    : new NodeTuple(entry.getKeyNode(), reordered(entry.getValueNode(), choices)));
                }
                yield new MappingNode(mapping.getTag(), shuffled(entries, choices), mapping.getFlowStyle());
            }
            case SequenceNode list -> {
                var items = new ArrayList<Node>();
                for (var item : list.getValue()) {
                    items.add(reordered(item, choices));
                }
                yield new SequenceNode(list.getTag(), shuffled(items, choices), list.getFlowStyle());
            }
            default -> node;
        };
    }

    private static <T> List<T> shuffled(List<T> some, Choices choices) {
        var order = new ArrayList<T>();
        var left = new ArrayList<>(some);
        while (!left.isEmpty()) {
            order.add(left.remove(choices.nextInt(left.size())));
        }
        return order;
    }
}
