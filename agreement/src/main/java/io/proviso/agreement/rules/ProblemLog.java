package io.proviso.agreement.rules;

import io.proviso.agreement.Nearest;
import io.proviso.agreement.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that everything is said at once. */
public final class ProblemLog {
    private final List<Problem> problems = new ArrayList<>();

    public void add(String path, String message, @Nullable String advice) {
        problems.add(new Problem(path, message, advice));
    }

    /** What contradicts is told in both places. */
    void addBoth(String path, String other, String message, String advice) {
        add(path, message, advice);
        add(other, message, advice);
    }

    /** Whether the word is known; if not, says so with the nearest one. */
    boolean known(String path, String what, String word, Collection<String> known) {
        if (known.contains(word)) {
            return true;
        }
        add(path, "unknown " + what + " '" + word + "'", Nearest.advice(word, known));
        return false;
    }

    public List<Problem> all() {
        return List.copyOf(problems);
    }
}
