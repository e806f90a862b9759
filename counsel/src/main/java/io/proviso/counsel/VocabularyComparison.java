package io.proviso.counsel;

import io.proviso.agreement.Condition;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What questions mean of which both vocabularies know the words: what an act takes, defaults, groups, what cannot occur. */
record VocabularyComparison(Vocabulary before, Vocabulary after) {
    List<String> remarks() {
        var remarks = new ArrayList<String>();
        before.acts().forEach((name, act) -> {
            var other = after.acts().get(name);
            if (other != null) {
                differ(remarks, "what the act " + name + " takes", list(act.takes()), list(other.takes()));
            }
        });
        before.facets().forEach((name, facet) -> {
            var other = after.facets().get(name);
            if (facet instanceof Facet.Choice choice && other instanceof Facet.Choice same) {
                choice(remarks, choice, same);
            }
        });
        cannotOccur(remarks, "impossible no longer: ", before, after);
        cannotOccur(remarks, "impossible now: ", after, before);
        return remarks;
    }

    private static void choice(List<String> remarks, Facet.Choice old, Facet.Choice now) {
        differ(remarks, "default of " + old.name(), old.defaultValue(), now.defaultValue());
        differ(remarks, "who supplies " + old.name(), English.lower(old.suppliedBy()), English.lower(now.suppliedBy()));
        var groups = new LinkedHashSet<>(old.groups().keySet());
        groups.addAll(now.groups().keySet());
        for (var group : groups) {
            differ(
                    remarks,
                    "group " + group + " of " + old.name(),
                    list(old.groups().get(group)),
                    list(now.groups().get(group)));
        }
    }

    private static void cannotOccur(List<String> remarks, String what, Vocabulary one, Vocabulary other) {
        for (Condition impossible : one.impossible()) {
            if (!other.impossible().contains(impossible)) {
                remarks.add(what + English.condition(impossible));
            }
        }
    }

    private static @Nullable String list(@Nullable List<String> words) {
        return words == null ? null : String.join(", ", words);
    }

    private static void differ(List<String> remarks, String what, @Nullable String old, @Nullable String now) {
        if (!Objects.equals(old, now)) {
            remarks.add(what + ": " + (old == null ? "none" : old) + " -> " + (now == null ? "none" : now));
        }
    }
}
