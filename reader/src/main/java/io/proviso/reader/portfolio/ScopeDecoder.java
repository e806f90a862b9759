package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Scope;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Node.Items;
import io.proviso.reader.yaml.Node.Sort;
import io.proviso.reader.yaml.Node.Text;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.units.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes what clauses are about: conditions over facets, and scopes made of them. Whether facets exist is the model's to say. */
final class ScopeDecoder {
    private static final String ACT = "act";
    /** Nothing is counted below one, so a smaller bound would hold of nothing. */
    private static final int LEAST_BELOW = 2;

    private final Problems problems;
    private final Scalars scalars;
    private final Amounts amounts;

    ScopeDecoder(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.amounts = new Amounts(problems);
    }

    /** One case, or a list of cases. */
    @Nullable
    Scope scope(Node node, String path) {
        List<Node> items = node instanceof Items(List<Node> list, Place _) ? list : List.of(node);
        List<Scope.Case> cases = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Scope.Case one = scopeCase(items.get(i), path + "/" + i);
            if (one != null) {
                cases.add(one);
            }
        }
        scalars.refuseEmpty(node);
        return cases.isEmpty() ? null : new Scope(cases);
    }

    private Scope.@Nullable Case scopeCase(Node node, String path) {
        Fields fields = fields(node);
        if (fields == null) {
            return null;
        }
        problems.locate(path, fields.place());
        Node act = fields.value(ACT);
        List<String> acts = act == null ? List.of() : scalars.someNames(act, path + "/" + ACT);
        if (act == null) {
            problems.add(
                    fields.place(),
                    "the scope does not say which act it is about",
                    "Add act: and an act of the vocabulary.");
        }
        return new Scope.Case(acts, condition(fields, path));
    }

    /** A condition without an act. */
    @Nullable
    Condition condition(Node node, String path) {
        Fields fields = fields(node);
        if (fields != null && fields.has(ACT)) {
            problems.add(node.place(), "a condition is about facets, not about an act", "Remove 'act'.");
        }
        return fields == null ? null : condition(fields, path);
    }

    /** One condition, or a list of them, each with a facet at least: one without would hold of everything. */
    List<Condition> conditions(Node node, String path) {
        List<Node> items = node instanceof Items(List<Node> list, Place _) ? list : List.of(node);
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Condition condition = condition(items.get(i), path + "/" + i);
            if (items.get(i) instanceof Fields said && said.fields().isEmpty()) {
                problems.add(
                        items.get(i).place(), "the condition names no facet, so it always holds", "Name at least one.");
            }
            if (condition != null) {
                problems.locate(path + "/" + i, items.get(i).place());
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private Condition condition(Fields fields, String path) {
        Map<String, Match> matches = new LinkedHashMap<>();
        for (Field field : fields.fields().values()) {
            String facet = field.key().value().equals(ACT) ? null : scalars.name(field.key());
            if (facet != null) {
                problems.locate(path + "/" + facet, field.key().place());
                Match match = match(field.value(), path + "/" + facet);
                if (match != null) {
                    matches.put(facet, match);
                }
            }
        }
        return new Condition(matches);
    }

    private @Nullable Match match(Node node, String path) {
        return switch (node) {
            case Text(String value, Sort _, Place _) when value.equals("undisclosed") -> new Match.Undisclosed();
            case Text _, Items _ -> {
                List<String> values = scalars.someNames(node, path);
                yield values.isEmpty() ? null : new Match.AnyOf(values);
            }
            case Fields fields when fields.has("not") -> exclusion(fields, path);
            case Fields fields -> range(fields, path);
        };
    }

    private @Nullable Match exclusion(Fields fields, String path) {
        Mapping exclusion = Mapping.of(fields, Grammar.EXCLUSION, path, problems);
        List<String> values =
                exclusion == null ? List.of() : exclusion.get("not", node -> scalars.someNames(node, path));
        return values == null || values.isEmpty() ? null : new Match.NoneOf(values);
    }

    private @Nullable Match range(Fields fields, String path) {
        Mapping range = Mapping.of(fields, Grammar.RANGE, path, problems);
        if (range == null || (!range.has("at-least") && !range.has("below"))) {
            problems.add(
                    fields.place(),
                    "this says nothing about the facet",
                    "Write a value, [values], {not: [values]}, {at-least: N, below: M} with numbers or amounts, or"
                            + " undisclosed.");
            return null;
        }
        Bound atLeast = range.has("at-least") ? range.get("at-least", node -> bound(node, 0)) : null;
        Bound below = range.has("below") ? range.get("below", node -> bound(node, LEAST_BELOW)) : null;
        if ((range.has("at-least") && atLeast == null) || (range.has("below") && below == null)) {
            return null;
        }
        return between(range, atLeast, below);
    }

    private @Nullable Match between(Mapping range, @Nullable Bound atLeast, @Nullable Bound below) {
        if (atLeast != null && below != null && !Objects.equals(atLeast.currency(), below.currency())) {
            problems.addOfSense(
                    range.place("below"),
                    "'at-least' and 'below' are not of one kind",
                    "Write two numbers, or two amounts of one currency.");
            return null;
        }
        long least = atLeast == null ? 0 : atLeast.number();
        long end = below == null ? Long.MAX_VALUE : below.number();
        if (end <= least) {
            problems.addOfSense(
                    range.place("below"), "'below' must be greater than 'at-least'", "Swap the two, or widen them.");
            return null;
        }
        Bound any = atLeast == null ? below : atLeast;
        return new Match.Between(least, end, any == null ? null : any.currency());
    }

    /** An end of a range: a number, or an amount of money in the smallest unit of its currency. */
    private record Bound(long number, @Nullable Currency currency) {}

    private @Nullable Bound bound(Node node, long least) {
        if (node instanceof Text(String text, Sort sort, Place _) && sort == Sort.WORD && !Sort.isNumber(text)) {
            Money amount = amounts.exactMoney(node);
            return amount == null ? null : new Bound(amount.minor(), amount.currency());
        }
        Long number = scalars.count(node, least, Forms.LARGEST);
        return number == null ? null : new Bound(number, null);
    }

    private @Nullable Fields fields(Node node) {
        if (node instanceof Fields fields) {
            return fields;
        }
        problems.add(
                node.place(),
                "facets and their values are expected here, not " + node.kind(),
                "Write {facet: value, …}.");
        return null;
    }
}
