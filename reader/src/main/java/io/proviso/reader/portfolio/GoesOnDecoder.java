package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.GoesOn;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes how a term goes on: by itself, or by options in a row. */
final class GoesOnDecoder {
    private static final long MOST_TIMES = 1000;

    private final Problems problems;
    private final Scalars scalars;
    private final Amounts amounts;
    private final StatedDecoder stated;
    private final EndDecoder ends;

    GoesOnDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.scalars = instants.scalars();
        this.amounts = new Amounts(problems);
        this.stated = new StatedDecoder(problems, instants);
        this.ends = new EndDecoder(problems, instants);
    }

    /** Null if the term is over with its end. */
    @Nullable
    GoesOn goesOn(Mapping commitment) {
        if (commitment.has("renews") && commitment.has("extensions")) {
            problems.addOfSense(
                    commitment.place("extensions"),
                    "the term goes on by itself and by options, and nobody says which comes first",
                    "Leave out renews: or extensions:, or write what comes later as a commitment of its own.");
        }
        GoesOn renews = renews(commitment.mapping("renews", Grammar.RENEWAL));
        List<GoesOn.Extension> options = extensions(commitment);
        return renews != null ? renews : commitment.has("extensions") ? new GoesOn.Extends(options) : null;
    }

    private @Nullable GoesOn renews(@Nullable Mapping body) {
        if (body == null) {
            return null;
        }
        var length = body.get("for", scalars::period);
        var notice = stated.stated(body, "notice", scalars::window);
        var unless = ends.event(body, "unless");
        Long times = body.get("times", node -> scalars.count(node, 1, MOST_TIMES));
        var amount = stated.stated(body, "amount", amounts::someMoney);
        return length == null || unless == null ? null : new GoesOn.Renews(length, notice, unless, times, amount);
    }

    private List<GoesOn.Extension> extensions(Mapping commitment) {
        commitment.refuseEmpty("extensions");
        List<GoesOn.Extension> options = new ArrayList<>();
        for (Mapping item : commitment.mappings("extensions", Grammar.EXTENSION)) {
            var length = item.get("for", scalars::period);
            var notice = stated.stated(item, "notice", scalars::window);
            var notEarlier = item.get("not-earlier", scalars::window);
            var exercised = ends.event(item, "exercised");
            var amount = stated.stated(item, "amount", amounts::someMoney);
            if (length != null && exercised != null) {
                options.add(new GoesOn.Extension(length, notice, notEarlier, exercised, amount));
            }
        }
        return options;
    }
}
