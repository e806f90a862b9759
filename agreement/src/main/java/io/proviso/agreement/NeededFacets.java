package io.proviso.agreement;

import java.util.List;

/**
 * Whether the vocabulary has the facets by which first refusals and licences work: without them a right could never be satisfied,
 * and a licence would permit everybody.
 */
final class NeededFacets {
    private final Vocabulary vocabulary;
    private final Problems problems;

    NeededFacets(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void of(String path, FirstRefusal right) {
        for (var inCase : right.scope().cases()) {
            inCase.acts().forEach(act -> taken(path + "/on", act, BuiltIn.REFUSAL));
            ownFacet(path + "/on", inCase.condition(), BuiltIn.REFUSAL);
        }
        if (vocabulary.facets().get(BuiltIn.REFUSAL) instanceof Facet.Choice refusal) {
            Refusal.words().forEach(value -> problems.known(path, BuiltIn.REFUSAL, value, refusal.values()));
        }
    }

    /** A limit is counted in GPUs, of which every act that it covers must be asked. */
    void of(String path, Permission permission) {
        for (var act : permission.scope().acts()) {
            if (taken(path + "/up-to", act, BuiltIn.GPUS)
                    && !(vocabulary.facets().get(BuiltIn.GPUS) instanceof Facet.Count)) {
                problems.add(
                        path + "/up-to",
                        "'" + BuiltIn.GPUS + "' is not a number in this vocabulary, so that no limit can be counted",
                        "Make it a count of GPUs.");
            }
        }
    }

    void of(String path, Licence licence) {
        if (!problems.known(path, "act", BuiltIn.USE_IP, vocabulary.acts().keySet())) {
            return;
        }
        new ConditionRules(vocabulary, problems).check(path, licence.field(), List.of(BuiltIn.USE_IP));
        ownFacet(path, licence.field(), BuiltIn.ACTOR);
        ownFacet(path, licence.field(), BuiltIn.LICENSEE);
        var licensee = licence.licensee().name();
        if (taken(path, BuiltIn.USE_IP, BuiltIn.ACTOR)) {
            value(path, BuiltIn.ACTOR, licensee);
        }
        if (licence.exclusive()
                && problems.known(
                        path, "act", BuiltIn.LICENSE, vocabulary.acts().keySet())
                && taken(path, BuiltIn.LICENSE, BuiltIn.LICENSEE)) {
            value(path, BuiltIn.LICENSEE, licensee);
        }
    }

    private boolean taken(String path, String act, String facet) {
        var known = vocabulary.acts().get(act);
        if (known == null || known.takes().contains(facet)) {
            return known != null;
        }
        problems.add(
                path,
                "the act '" + act + "' does not take the facet '" + facet + "', without which this clause cannot work",
                "Add it to what the act takes in the vocabulary.");
        return false;
    }

    private void ownFacet(String path, Condition condition, String facet) {
        if (condition.facets().containsKey(facet)) {
            problems.add(
                    path + "/" + facet,
                    "the clause itself says what '" + facet + "' must be",
                    "Take it out of the condition.");
        }
    }

    private void value(String path, String facet, String value) {
        if (vocabulary.facets().get(facet) instanceof Facet.Choice choice) {
            problems.known(path + "/licensee", facet, value, choice.values());
        }
    }
}
