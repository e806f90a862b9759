package io.proviso.agreement;

import java.util.List;

/** Whether a vocabulary is sound in itself. */
final class VocabularyRules {
    private final Vocabulary vocabulary;
    private final Problems problems;

    VocabularyRules(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void check() {
        vocabulary.acts().values().forEach(this::act);
        vocabulary.facets().values().forEach(this::facet);
        var conditions = new ConditionRules(vocabulary, problems);
        for (int i = 0; i < vocabulary.impossible().size(); i++) {
            conditions.check(
                    "vocabulary/impossible/" + i, vocabulary.impossible().get(i), List.of());
        }
    }

    private void act(Vocabulary.Act act) {
        var path = "vocabulary/acts/" + act.name();
        if (act.takes().isEmpty()) {
            problems.add(path, "the act '" + act.name() + "' takes no facet", "Name at least one under takes.");
        }
        act.takes()
                .forEach(facet -> problems.known(
                        path + "/takes/" + facet,
                        "facet",
                        facet,
                        vocabulary.facets().keySet()));
    }

    private void facet(Facet facet) {
        if (!(facet instanceof Facet.Choice choice)) {
            return;
        }
        var path = "vocabulary/facets/" + facet.name();
        if (choice.values().isEmpty()) {
            problems.add(
                    path, "the facet '" + facet.name() + "' has no values", "List all of them; a domain is closed.");
        }
        choice.groups().forEach((group, members) -> {
            if (choice.values().contains(group)) {
                problems.add(
                        path + "/groups/" + group,
                        "the group '" + group + "' has the name of a value",
                        "Rename the group; a word must mean one thing.");
            }
            members.forEach(member ->
                    problems.known(path + "/groups/" + group + "/" + member, facet.name(), member, choice.values()));
        });
        if (choice.defaultValue() != null) {
            problems.known(path + "/default", facet.name(), choice.defaultValue(), choice.values());
        }
        repeated(path, choice.values());
    }

    private void repeated(String path, List<String> values) {
        values.stream()
                .filter(value -> values.indexOf(value) != values.lastIndexOf(value))
                .distinct()
                .forEach(value -> problems.add(
                        path + "/values/" + value,
                        "the value '" + value + "' is listed twice",
                        "Values are disjoint: list it once."));
    }
}
