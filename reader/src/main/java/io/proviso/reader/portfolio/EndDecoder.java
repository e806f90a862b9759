package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.End;
import io.proviso.calendar.Window;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Node.Text;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes {@code until}: a date, {@code through} a day or year, a milestone, so long {@code after} something, or the earlier or later
 * of several; and {@code from}, which is the first, third or fourth of them.
 */
final class EndDecoder {
    private static final String ADVICE =
            "As in {after: 12 months, from: effective}, from: 2026-01-01 or from:" + " {milestone: {delivered: yes}}.";

    private final Problems problems;
    private final Instants instants;

    EndDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.instants = instants;
    }

    /** When a clause ends; without {@code until} never. */
    End end(Mapping clause) {
        End end = clause.get("until", node -> end(node, Grammar.END, clause.pathOf("until")));
        return end == null ? new End.Never() : end;
    }

    /** From when on it binds; null if that is with its paper. */
    @Nullable
    End beginning(Mapping clause) {
        return clause.get("from", node -> end(node, Grammar.BEGINNING, clause.pathOf("from")));
    }

    private @Nullable End end(Node node, Shape shape, String path) {
        if (node instanceof Text) {
            return at(instants.instant(node));
        }
        Mapping mapping = Mapping.of(node, shape, path, problems);
        if (mapping == null) {
            return null;
        }
        List<String> all =
                shape.keys().stream().filter(key -> !key.equals("from")).toList();
        List<String> forms = all.stream().filter(mapping::has).toList();
        if (forms.size() != 1) {
            problems.add(
                    node.place(),
                    shape.title() + " must have exactly one of its keys, not " + forms.size(),
                    "One of: " + String.join(", ", all) + ".");
            return null;
        }
        if (mapping.has("from") != forms.getFirst().equals("after")) {
            problems.add(
                    mapping.place("from"),
                    mapping.has("from")
                            ? "only a period (after:) counts from something"
                            : "this period does not say from when it counts",
                    ADVICE);
            return null;
        }
        return switch (forms.getFirst()) {
            case "through" -> at(mapping.get("through", instants::endOf));
            case "milestone" -> event(mapping, "milestone");
            case "after" -> after(mapping);
            case "earlier-of" -> new End.EarlierOf(several(mapping, "earlier-of"));
            default -> new End.LaterOf(several(mapping, "later-of"));
        };
    }

    private static @Nullable End at(@Nullable Instant instant) {
        return instant == null ? null : new End.At(instant);
    }

    /** So long after what {@code from} names. */
    @Nullable
    End after(Mapping mapping) {
        Window period = mapping.get("after", instants.scalars()::window);
        End.Anchor from = mapping.get("from", node -> anchor(node, mapping.pathOf("from")));
        return period == null || from == null ? null : new End.After(period, from);
    }

    private End.@Nullable Anchor anchor(Node node, String path) {
        if (node instanceof Text(String word, Node.Sort _, Place _)) {
            Instant day = word.equals("effective") ? null : instants.instant(node);
            return word.equals("effective") ? new End.Anchor.Beginning() : day == null ? null : new End.Anchor.Day(day);
        }
        Mapping event = Mapping.of(node, Grammar.ANCHOR, path, problems);
        End.OnMilestone milestone = event == null || !event.has("milestone") ? null : event(event, "milestone");
        return milestone == null ? null : new End.Anchor.Event(milestone);
    }

    /** That the record attests a fact with one of some values, under that key. */
    End.@Nullable OnMilestone event(Mapping mapping, String key) {
        List<Field> facts = mapping.entries(key);
        if (facts.size() != 1) {
            if (mapping.has(key)) {
                problems.add(mapping.place(key), "a milestone is one fact", "As in {agi: [declared, verified]}.");
            }
            return null;
        }
        Field fact = facts.getFirst();
        String facet = fact.key().value();
        String path = mapping.pathOf(key) + "/" + facet;
        List<String> values = instants.scalars().someNames(fact.value(), path);
        return values.isEmpty() ? null : new End.OnMilestone(facet, values);
    }

    private List<End> several(Mapping mapping, String key) {
        List<End> ends = new ArrayList<>();
        List<Node> items = mapping.someItems(key);
        for (int i = 0; i < items.size(); i++) {
            End end = end(items.get(i), Grammar.END, mapping.pathOf(key) + "/" + i);
            if (end != null) {
                ends.add(end);
            }
        }
        return ends;
    }
}
