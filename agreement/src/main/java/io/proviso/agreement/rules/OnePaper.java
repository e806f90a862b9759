package io.proviso.agreement.rules;

import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.Reading;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;

/** Whether what a paper says of clauses can all have an effect: it neither does two things to one clause nor ends the agreement under what it writes. */
final class OnePaper {
    private final String path;
    private final Instrument paper;
    private final ProblemLog problems;

    OnePaper(String path, Instrument paper, ProblemLog problems) {
        this.path = path;
        this.paper = paper;
        this.problems = problems;
    }

    void check() {
        twice();
        if (paper.terminates()) {
            terminates();
        }
    }

    /** Which of two things done to a clause would come last nothing says. A clause may be read in several more ways. */
    private void twice() {
        var named = new HashMap<String, String>();
        for (var change : paper.changes()) {
            var name = change.about();
            if (name == null || change instanceof Change.Interprets) {
                continue;
            }
            var before = named.put(name, change.path());
            // Of one that is added twice the agreement's rules tell, as of any other name that is taken.
            boolean addedTwice = change instanceof Change.Adds && change.path().equals(before);
            if (before != null && !addedTwice) {
                for (var at : new LinkedHashSet<>(List.of(before, change.path()))) {
                    problems.add(
                            path + at,
                            "one instrument does two things to '" + name + "'",
                            "Write what is left of it in the end, once.");
                }
            }
        }
    }

    /** It may say which clauses end with the agreement; whatever else it says of them comes to nothing. */
    private void terminates() {
        for (var change : paper.changes()) {
            boolean endsToo = change instanceof Change.Ends(String _, List<Reading> readings) && readings.isEmpty();
            if (change.about() != null && !endsToo) {
                problems.add(
                        path + change.path(),
                        "the instrument terminates the whole agreement, so that nothing it says of '" + change.about()
                                + "' has any effect",
                        "Take it out, or terminate the agreement by a later instrument.");
            }
        }
    }
}
