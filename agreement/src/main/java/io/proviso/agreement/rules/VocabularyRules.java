package io.proviso.agreement.rules;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a vocabulary is sound in itself. */
final class VocabularyRules {
    private final Vocabulary vocabulary;
    private final ProblemLog problems;

    VocabularyRules(Vocabulary vocabulary, ProblemLog problems) {
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
        suppliedByDesk();
        desk();
    }

    private void suppliedByDesk() {
        vocabulary.facets().values().stream()
                .filter(facet -> facet.suppliedBy() == Facet.SuppliedBy.DESK)
                .filter(facet -> !facet.equals(vocabulary.refusal()))
                .forEach(facet -> problems.add(
                        "vocabulary/facets/" + facet.name(),
                        "'" + facet.name() + "' is the second facet that the desk supplies",
                        "One facet says what holders answered; let the record or the caller supply the other."));
    }

    private void desk() {
        var desk = vocabulary.desk();
        var name = desk.find(DeskWords.Of.ACT);
        if (name != null) {
            problems.known("desk/act", "act", name, vocabulary.acts().keySet());
        }
        desk.words().forEach((of, facet) -> {
            if (of.isFacet() && problems.known("desk/" + of.key(), "facet", facet, facetsFor(of))) {
                taken(of, name == null ? null : vocabulary.acts().get(name), facet);
            }
        });
        var capacity = desk.find(DeskWords.Of.CAPACITY);
        if (capacity != null && vocabulary.facets().get(capacity) instanceof Facet.Choice choice) {
            Stream.of(DeskWords.Of.NEW, DeskWords.Of.RENEWAL)
                    .filter(desk.words()::containsKey)
                    .forEach(of -> problems.known("desk/" + of.key(), capacity, desk.orOwn(of), choice.values()));
        }
    }

    private void taken(DeskWords.Of of, Vocabulary.@Nullable Act act, String facet) {
        if (act != null && !act.takes().contains(facet)) {
            problems.add(
                    "desk/" + of.key(),
                    "the act '" + act.name() + "' does not take the facet '" + facet + "'",
                    "It takes " + String.join(", ", act.takes()) + ".");
        }
    }

    /** What is asked how much is a count, all else a choice of the caller. */
    private List<String> facetsFor(DeskWords.Of of) {
        return vocabulary.facets().values().stream()
                .filter(facet -> facet.suppliedBy() == Facet.SuppliedBy.CALLER)
                .filter(facet ->
                        of == DeskWords.Of.QUANTITY ? facet instanceof Facet.Count : facet instanceof Facet.Choice)
                .map(Facet::name)
                .toList();
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
