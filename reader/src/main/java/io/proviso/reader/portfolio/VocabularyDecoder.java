package io.proviso.reader.portfolio;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Facet.SuppliedBy;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes {@code vocabulary.yaml}: acts, facets, and what cannot occur. */
public final class VocabularyDecoder {
    private static final Choices<SuppliedBy> SUPPLIERS = Choices.of("supplier of a fact", SuppliedBy.values());

    private final Problems problems;
    private final Amounts amounts;

    public VocabularyDecoder(Problems problems) {
        this.problems = problems;
        this.amounts = new Amounts(problems);
    }

    @Nullable
    public Vocabulary decode(Node document) {
        Mapping file = Mapping.of(document, Grammar.VOCABULARY, "vocabulary", problems);
        if (file == null) {
            return null;
        }
        List<Vocabulary.Act> acts = new ArrayList<>();
        for (Field entry : file.someEntries("acts")) {
            String name = entry.key().value();
            Mapping act = Mapping.of(entry.value(), Grammar.ACT, file.pathOf("acts") + "/" + name, problems);
            String means = act == null ? null : act.prose("means");
            if (act != null && means != null) {
                acts.add(new Vocabulary.Act(name, means, act.someNames("takes")));
            }
        }
        List<Facet> facets = new ArrayList<>();
        for (Field entry : file.entries("facets")) {
            Facet facet = facet(entry.key().value(), entry.value(), file.pathOf("facets"));
            if (facet != null) {
                facets.add(facet);
            }
        }
        return Vocabulary.of(acts, facets, impossible(file));
    }

    private @Nullable Facet facet(String name, Node node, String parent) {
        if (node instanceof Fields fields && (fields.has("count") || fields.has("money"))) {
            return measure(name, node, fields.has("count"), parent);
        }
        Mapping facet = Mapping.of(node, Grammar.CHOICE, parent + "/" + name, problems);
        if (facet == null) {
            return null;
        }
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Field group : facet.entries("groups")) {
            String path = facet.pathOf("groups") + "/" + group.key().value();
            groups.put(group.key().value(), new Scalars(problems).someNames(group.value(), path));
        }
        SuppliedBy supplier = facet.word("supplied-by", SUPPLIERS);
        return new Facet.Choice(
                name,
                facet.someNames("values"),
                groups,
                facet.name("default"),
                supplier == null ? SuppliedBy.CALLER : supplier);
    }

    private @Nullable Facet measure(String name, Node node, boolean counted, String parent) {
        Mapping facet = Mapping.of(node, counted ? Grammar.COUNT : Grammar.AMOUNT, parent + "/" + name, problems);
        if (facet == null) {
            return null;
        }
        if (counted) {
            String unit = facet.prose("count");
            return unit == null ? null : new Facet.Count(name, unit);
        }
        Currency currency = facet.get("money", amounts::currency);
        return currency == null ? null : new Facet.Amount(name, currency);
    }

    private List<Condition> impossible(Mapping file) {
        var scopes = new ScopeDecoder(problems);
        List<Condition> conditions = file.get("impossible", node -> scopes.conditions(node, file.pathOf("impossible")));
        return conditions == null ? List.of() : conditions;
    }
}
