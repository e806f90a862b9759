package io.proviso.reader.yaml;

import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Node.Items;
import io.proviso.reader.yaml.Node.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Builds our nodes from the parser's events. It works on events rather than on composed nodes so that an alias is refused
 * before it is expanded and nesting is counted before the stack grows: any input costs at most its own size.
 */
final class YamlParser {
    private static final int DEEPEST = 50;
    private static final int MOST_NODES = 1_000_000;
    private static final int LONGEST_MESSAGE = 150;

    private final SourceText source;
    private final Problems problems;
    private final Iterator<Event> events;
    private int nodes;

    private YamlParser(SourceText source, Iterator<Event> events, Problems problems) {
        this.source = source;
        this.events = events;
        this.problems = problems;
    }

    /** The one document of the text; null, with a problem added, if it is not YAML, not one document, or empty. */
    static @Nullable Node parse(SourceText source, String text, Problems problems) {
        var settings = LoadSettings.builder()
                .setLabel(source.name())
                .setUseMarks(true)
                .setCodePointLimit(YamlFile.MOST_BYTES)
                .build();
        try {
            var events = new Parse(settings).parseString(text).iterator();
            return new YamlParser(source, events, problems).document();
        } catch (Refused refused) {
            problems.addOfSense(refused.place, refused.message, refused.advice);
        } catch (MarkedYamlEngineException syntax) {
            problems.addOfSense(placeOf(source, syntax), "not YAML: " + messageOf(syntax), adviceOn(syntax));
        } catch (RuntimeException other) {
            // The library has more exceptions than it documents; whatever the bytes were, the file is what is wrong.
            problems.addOfSense(
                    source.whole(),
                    "not YAML: " + shown(String.valueOf(other.getMessage())),
                    "The file must be YAML 1.2 in UTF-8.");
        }
        return null;
    }

    private @Nullable Node document() {
        Node document = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                if (document != null) {
                    throw new Refused(
                            place(event, 1), "a second document starts here", "Put it into a file of its own.");
                }
                document = node(event, 0);
            }
        }
        if (document == null || (document instanceof Text(String value, Node.Sort _, Place _) && value.isEmpty())) {
            problems.addOfSense(source.whole(), "the file is empty", "Remove it, or write what it is for.");
            return null;
        }
        return document;
    }

    private Node node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new Refused(place(event, 1), "nested deeper than " + DEEPEST + " levels", null);
        }
        if (++nodes > MOST_NODES) {
            throw new Refused(place(event, 1), "more than " + MOST_NODES + " values in one file", "Split the file.");
        }
        refuseAnchors(event);
        return switch (event) {
            case ScalarEvent scalar
            when scalar.isPlain() -> Text.plain(scalar.getValue(), place(scalar, lengthOf(scalar)));
            case ScalarEvent scalar -> new Text(scalar.getValue(), place(scalar, lengthOf(scalar)));
            case SequenceStartEvent start -> items(start, depth);
            case MappingStartEvent start -> fields(start, depth);
            default -> throw new IllegalStateException("unexpected " + event);
        };
    }

    private Items items(SequenceStartEvent start, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Items(items, place(start, 1));
    }

    private Fields fields(MappingStartEvent start, int depth) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Place place = place(start, 1);
        for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (!(key instanceof Text written)) {
                problems.addOfSense(key.place(), "a key must be a single word, not " + key.kind(), null);
                continue;
            }
            Text text = written;
            if (text.sort() != Node.Sort.WORD) {
                problems.addOfSense(
                        text.place(),
                        "YAML takes the key " + Problems.quoted(text.value()) + " for no word",
                        "Write it in quotes, if it is meant as one.");
                text = new Text(text.value(), text.place());
            }
            if (fields.isEmpty() && !start.isFlow()) {
                place = text.place();
            }
            if (fields.putIfAbsent(text.value(), new Field(text, value)) != null) {
                problems.addOfSense(
                        text.place(),
                        "the key " + Problems.quoted(text.value()) + " is written twice",
                        "Keep one of the two.");
            }
        }
        return new Fields(fields, place);
    }

    private void refuseAnchors(Event event) {
        boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (event instanceof AliasEvent || anchored) {
            throw new Refused(
                    place(event, 1), "anchors and aliases (& and *) are not used here", "Write the value out.");
        }
        boolean tagged = switch (event) {
            case ScalarEvent scalar -> scalar.getTag().isPresent();
            case CollectionStartEvent collection -> collection.getTag().isPresent();
            default -> false;
        };
        if (tagged) {
            throw new Refused(place(event, 1), "tags (!) are not used here", "Write the bare value.");
        }
    }

    private static int lengthOf(ScalarEvent scalar) {
        boolean oneLine = scalar.getStartMark()
                .map(Mark::getLine)
                .equals(scalar.getEndMark().map(Mark::getLine));
        if (!oneLine
                || scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED) {
            return 1;
        }
        return column(scalar.getEndMark()) - column(scalar.getStartMark());
    }

    private static int column(Optional<Mark> mark) {
        return mark.map(Mark::getColumn).orElse(0);
    }

    private Place place(Event event, int length) {
        return event.getStartMark()
                .map(mark -> new Place(source, mark.getLine() + 1, mark.getColumn() + 1, Math.max(1, length)))
                .orElseGet(source::whole);
    }

    private static Place placeOf(SourceText source, MarkedYamlEngineException syntax) {
        return syntax.getProblemMark()
                .or(syntax::getContextMark)
                .map(mark -> new Place(source, mark.getLine() + 1, mark.getColumn() + 1, 1))
                .orElseGet(source::whole);
    }

    private static String messageOf(MarkedYamlEngineException syntax) {
        String problem = syntax.getProblem() == null ? "the text makes no sense" : syntax.getProblem();
        if (syntax.getContext() == null) {
            return shown(problem);
        }
        String since = syntax.getContextMark()
                .map(mark -> " that starts on line " + (mark.getLine() + 1))
                .orElse("");
        return shown(syntax.getContext() + since + ", " + problem);
    }

    private static String adviceOn(MarkedYamlEngineException syntax) {
        String problem = String.valueOf(syntax.getProblem());
        return problem.contains("\\t") || problem.contains("TAB")
                ? "Indent with spaces: YAML does not allow tabs there."
                : "Check the indentation, the brackets and the quotes on this line and the one before.";
    }

    private static String shown(String text) {
        return Problems.shown(text, LONGEST_MESSAGE);
    }

    /** Ends the parsing of a file at the first thing that makes the rest of it pointless. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Place place;
        private final transient String message;
        private final transient @Nullable String advice;

        Refused(Place place, String message, @Nullable String advice) {
            super(message);
            this.place = place;
            this.message = message;
            this.advice = advice;
        }
    }
}
