package io.proviso.testkit;

import io.proviso.testkit.Exploration.Line;
import io.proviso.testkit.Exploration.Violation;
import io.proviso.testkit.Model.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explores every behaviour of a {@link Model} breadth first, so that the first violation found has a shortest history.
 *
 * <p>Checked are the model's rules at every step, and at the end that nothing is stuck: from every state a settled one can be
 * reached by steps the system may count on. A state at the bound is given the benefit of the doubt.
 *
 * <p>Explicit-state search as in Holzmann, "The SPIN Model Checker" (2003), without hash compaction: two states are the same
 * only if they are equal. Beside the state itself each costs 16 bytes, and 4 for every step to another state; a history is
 * found again by repeating its commands.
 */
public final class Explorer<S, C, E> {
    private final Model<S, C, E> model;
    private final Bound bound;
    private final StateTable<S> seen = new StateTable<>();
    /** Of each state: where it was first reached from, and by which of the commands there. */
    private final IntColumn parents = new IntColumn();

    private final IntColumn choices = new IntColumn();
    /** Of each expanded state in order: where its owed successors begin in {@link #successors}. */
    private final IntColumn begins = new IntColumn();

    private final IntColumn successors = new IntColumn();
    private long steps;
    private int depth;

    private Explorer(Model<S, C, E> model, Bound bound) {
        this.model = model;
        this.bound = bound;
    }

    public static <S, C, E> Exploration explore(Model<S, C, E> model, Bound bound) {
        return new Explorer<>(model, bound).explore();
    }

    private Exploration explore() {
        reach(model.canonical(model.initial()), -1, -1);
        int expanded = 0;
        for (int levelEnd = 1; expanded < levelEnd && depth < bound.depth() && seen.size() < bound.states(); ) {
            for (; expanded < levelEnd && seen.size() < bound.states(); expanded++) {
                var violation = expand(expanded);
                if (violation != null) {
                    return found(expanded, violation);
                }
            }
            if (seen.size() > levelEnd) {
                depth++;
            }
            levelEnd = expanded < levelEnd ? levelEnd : seen.size();
        }
        return found(expanded, stuck(expanded));
    }

    private Exploration found(int expanded, @Nullable Violation violation) {
        return new Exploration(seen.size(), steps, depth, seen.size() - expanded, violation);
    }

    private @Nullable Violation expand(int id) {
        begins.add(successors.size());
        var state = seen.get(id);
        var commands = model.commands(state);
        for (int choice = 0; choice < commands.size(); choice++) {
            var command = commands.get(choice);
            steps++;
            Step<S, E> step;
            try {
                step = model.step(state, command);
            } catch (RuntimeException thrown) {
                var history = history(id);
                history.add(new Line(command, List.of()));
                return new Violation(List.of("the system itself gave up: " + thrown), history);
            }
            var broken = model.broken(state, command, step);
            if (!broken.isEmpty()) {
                var history = history(id);
                history.add(new Line(command, step.events()));
                return new Violation(broken, history);
            }
            int next = step.after().equals(state) ? id : reach(model.canonical(step.after()), id, choice);
            if (next != id && model.isOwed(command)) {
                successors.add(next);
            }
        }
        return null;
    }

    private int reach(S state, int parent, int choice) {
        int before = seen.size();
        int id = seen.add(state);
        if (seen.size() > before) {
            parents.add(parent);
            choices.add(choice);
        }
        return id;
    }

    private List<Line> history(int id) {
        var lines = new ArrayList<Line>();
        for (int at = id; parents.get(at) >= 0; at = parents.get(at)) {
            var before = seen.get(parents.get(at));
            var command = model.commands(before).get(choices.get(at));
            lines.add(new Line(command, model.step(before, command).events()));
        }
        Collections.reverse(lines);
        return lines;
    }

    /** The shallowest state from which nothing settled can be reached. */
    private @Nullable Violation stuck(int expanded) {
        var saved = new boolean[seen.size()];
        var queue = new ArrayDeque<Integer>();
        for (int id = 0; id < saved.length; id++) {
            if (id >= expanded || model.isSettled(seen.get(id))) {
                saved[id] = true;
                queue.add(id);
            }
        }
        begins.add(successors.size());
        var predecessors = Predecessors.of(expanded, saved.length, begins, successors);
        while (!queue.isEmpty()) {
            predecessors.forEach(queue.remove(), from -> {
                if (!saved[from]) {
                    saved[from] = true;
                    queue.add(from);
                }
            });
        }
        for (int id = 0; id < saved.length; id++) {
            if (!saved[id]) {
                return new Violation(List.of("stuck: nothing that can be counted on settles this"), history(id));
            }
        }
        return null;
    }
}
