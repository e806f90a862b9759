package io.proviso.agreement;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.proviso.agreement.clause.Completed;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.ruling.Naive;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Conditions as CEL expressions, written from the clause and not from what we compiled of it, and evaluated by dev.cel:
 * {@code facet["provider"] in ["azure", "oracle"] && number["gpus"] >= 100}.
 */
public final class CelConditions implements Naive.Conditions {
    private final Cel cel = CelFactory.plannerCelBuilder()
            .addVar("facet", mapOf(SimpleType.STRING))
            .addVar("number", mapOf(SimpleType.INT))
            .addVar("covered", mapOf(SimpleType.BOOL))
            .build();
    private final Map<String, CelRuntime.Program> programs = new ConcurrentHashMap<>();

    private static CelType mapOf(CelType value) {
        return MapType.create(SimpleType.STRING, value);
    }

    @Override
    public boolean hold(Vocabulary vocabulary, String clause, Condition condition, Completed completed) {
        var facet = new HashMap<String, String>();
        var number = new HashMap<String, Long>();
        var covered = new HashMap<String, Boolean>();
        completed.values().forEach((name, value) -> {
            if (!completed.choices().containsKey(name)) {
                switch (vocabulary.facet(name)) {
                    case Facet.Choice _ -> facet.put(name, value);
                    case Facet.Measure _ -> number.put(name, Long.valueOf(value));
                }
                covered.put(name, completed.covers(clause, name));
            }
        });
        try {
            return (boolean) programs.computeIfAbsent(expression(vocabulary, condition), this::program)
                    .eval(Map.of("facet", facet, "number", number, "covered", covered));
        } catch (CelEvaluationException refused) {
            throw new AssertionError(refused);
        }
    }

    private CelRuntime.Program program(String expression) {
        try {
            return cel.createProgram(cel.compile(expression).getAst());
        } catch (CelValidationException | CelEvaluationException refused) {
            throw new AssertionError(expression, refused);
        }
    }

    static String expression(Vocabulary vocabulary, Condition condition) {
        return condition.facets().isEmpty()
                ? "true"
                : condition.facets().entrySet().stream()
                        .map(entry -> term(vocabulary.facet(entry.getKey()), entry.getValue()))
                        .collect(Collectors.joining(" && "));
    }

    private static String term(Facet facet, Match match) {
        var key = "[\"" + facet.name() + "\"]";
        return switch (match) {
            case Match.AnyOf(List<String> words) -> "facet" + key + " in " + values(facet, words);
            case Match.NoneOf(List<String> words) -> "!(facet" + key + " in " + values(facet, words) + ")";
            case Match.Between(long atLeast, long below, Currency _) ->
                "number" + key + " >= " + atLeast + " && number" + key + " < " + below;
            case Match.Undisclosed() -> "covered" + key;
        };
    }

    /** A group is its members: CEL has no word for it. */
    private static String values(Facet facet, List<String> words) {
        return words.stream()
                .flatMap(word -> facet instanceof Facet.Choice choice
                        ? choice.groups().getOrDefault(word, List.of(word)).stream()
                        : List.of(word).stream())
                .map(word -> '"' + word + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
