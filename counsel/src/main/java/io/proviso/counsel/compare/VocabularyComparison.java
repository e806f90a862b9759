package io.proviso.counsel.compare;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.counsel.english.English;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What questions mean of which both vocabularies know the words: what an act takes, defaults, groups, what cannot occur. */
record VocabularyComparison(Vocabulary before, Vocabulary after, Remarks remarks) {
    void compare() {
        before.acts().forEach((name, act) -> {
            var other = after.acts().get(name);
            if (other != null) {
                remarks.differ("what the act " + name + " takes", list(act.takes()), list(other.takes()));
            }
        });
        before.facets().forEach((name, facet) -> {
            var other = after.facets().get(name);
            if (facet instanceof Facet.Choice choice && other instanceof Facet.Choice same) {
                choice(choice, same);
            }
        });
        cannotOccur("impossible no longer: ", before, after);
        cannotOccur("impossible now: ", after, before);
    }

    private void choice(Facet.Choice old, Facet.Choice now) {
        remarks.differ("default of " + old.name(), old.defaultValue(), now.defaultValue());
        remarks.differ("who supplies " + old.name(), English.lower(old.suppliedBy()), English.lower(now.suppliedBy()));
        var groups = new LinkedHashSet<>(old.groups().keySet());
        groups.addAll(now.groups().keySet());
        for (var group : groups) {
            remarks.differ(
                    "group " + group + " of " + old.name(),
                    list(old.groups().get(group)),
                    list(now.groups().get(group)));
        }
    }

    private void cannotOccur(String what, Vocabulary one, Vocabulary other) {
        for (Condition impossible : one.impossible()) {
            if (!other.impossible().contains(impossible)) {
                remarks.add(what + English.condition(impossible));
            }
        }
    }

    private static @Nullable String list(@Nullable List<String> words) {
        return words == null ? null : String.join(", ", words);
    }
}
