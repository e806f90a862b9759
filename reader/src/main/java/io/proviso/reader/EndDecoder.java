package io.proviso.reader;

import io.proviso.agreement.End;
import io.proviso.reader.Node.Field;
import io.proviso.reader.Node.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes {@code until}: a date, {@code through} a day or year, a milestone, or the earlier or later of several. */
final class EndDecoder {
    private final Problems problems;
    private final Instants instants;

    EndDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.instants = instants;
    }

    /** When a clause ends; without {@code until} never. */
    End end(Mapping clause) {
        End end = clause.get("until", node -> end(node, clause.pathOf("until")));
        return end == null ? new End.Never() : end;
    }

    private @Nullable End end(Node node, String path) {
        if (node instanceof Text) {
            return at(instants.instant(node));
        }
        Mapping mapping = Mapping.of(node, Grammar.END, path, problems);
        if (mapping == null) {
            return null;
        }
        List<String> forms = Grammar.END.keys().stream().filter(mapping::has).toList();
        if (forms.size() != 1) {
            problems.add(
                    node.place(),
                    "an end must have exactly one of its keys, not " + forms.size(),
                    "One of: " + String.join(", ", Grammar.END.keys()) + ".");
            return null;
        }
        return switch (forms.getFirst()) {
            case "through" -> at(mapping.get("through", instants::endOf));
            case "milestone" -> milestone(mapping);
            case "earlier-of" -> new End.EarlierOf(several(mapping, "earlier-of"));
            default -> new End.LaterOf(several(mapping, "later-of"));
        };
    }

    private static @Nullable End at(@Nullable Instant instant) {
        return instant == null ? null : new End.At(instant);
    }

    private @Nullable End milestone(Mapping mapping) {
        List<Field> facts = mapping.entries("milestone");
        if (facts.size() != 1) {
            problems.add(mapping.place("milestone"), "a milestone is one fact", "As in {agi: [declared, verified]}.");
            return null;
        }
        Field fact = facts.getFirst();
        String facet = fact.key().value();
        String path = mapping.pathOf("milestone") + "/" + facet;
        List<String> values = instants.scalars().someNames(fact.value(), path);
        return values.isEmpty() ? null : new End.OnMilestone(facet, values);
    }

    private List<End> several(Mapping mapping, String key) {
        List<End> ends = new ArrayList<>();
        List<Node> items = mapping.someItems(key);
        for (int i = 0; i < items.size(); i++) {
            End end = end(items.get(i), mapping.pathOf(key) + "/" + i);
            if (end != null) {
                ends.add(end);
            }
        }
        return ends;
    }
}
