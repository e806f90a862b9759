package io.proviso.testkit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an exploration found.
 *
 * @param steps every command tried in every expanded state, those that changed nothing included
 * @param depth of the deepest state reached
 * @param unexpanded states seen but left at the bound; 0 if every behaviour was explored
 * @param violation the first found, hence one with a shortest history; null if there is none
 */
public record Exploration(
        int states,
        long steps,
        int depth,
        int unexpanded,
        @Nullable Violation violation) {
    /** The rules broken, and how it comes to that from the initial state. */
    public record Violation(List<String> broken, List<Line> history) {
        public Violation {
            broken = List.copyOf(broken);
            history = List.copyOf(history);
        }

        @Override
        public String toString() {
            var text = new StringBuilder();
            broken.forEach(rule -> text.append(rule).append('\n'));
            for (int i = 0; i < history.size(); i++) {
                text.append(String.format(Locale.ROOT, "%3d. %s%n", i + 1, history.get(i)));
            }
            return text.toString();
        }
    }

    /** One step of a history, in the words of the model. */
    public record Line(Object command, List<?> events) {
        public Line {
            events = List.copyOf(events);
        }

        @Override
        public String toString() {
            return events.isEmpty() ? command.toString() : command + "  ->  " + events;
        }
    }

    public boolean isComplete() {
        return unexpanded == 0;
    }

    @Override
    public String toString() {
        var reached = String.format(Locale.ROOT, "%,d states, %,d steps, depth %d, ", states, steps, depth);
        var extent = isComplete() ? "complete" : String.format(Locale.ROOT, "%,d states unexpanded", unexpanded);
        return reached + extent + (violation == null ? "" : "\n" + violation);
    }
}
