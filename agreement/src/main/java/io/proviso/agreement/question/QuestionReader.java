package io.proviso.agreement.question;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Problem;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a question from words of the form `facet=value`. */
public final class QuestionReader {
    private final Portfolio portfolio;
    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();

    private QuestionReader(Portfolio portfolio) {
        this.portfolio = portfolio;
        this.vocabulary = portfolio.vocabulary();
    }

    /**
     * Reads a question; a group as a value leaves its facet open over the group's members.
     *
     * @param words `act=…` and one word for each facet that is not left open
     * @param facts `fact=value` for what the record or the desk would supply
     * @throws BadQuestion with all problems at once
     */
    public static Question read(Portfolio portfolio, List<String> words, List<String> facts) {
        return read(portfolio, words, facts, null);
    }

    /** The same, of one request; null for none in particular. */
    public static Question read(Portfolio portfolio, List<String> words, List<String> facts, @Nullable String request) {
        return new QuestionReader(portfolio).read(words, facts, request);
    }

    private Question read(List<String> words, List<String> facts, @Nullable String request) {
        var said = pairs(words, "facet", "");
        var act = said.remove("act");
        var facets = new LinkedHashMap<String, Asked>();
        said.forEach((name, value) -> facets.put(name, asked(name, value)));
        if (act == null) {
            problems.add(new Problem(
                    "act",
                    "the question does not say which act it is about",
                    "Say act=… with one of: "
                            + String.join(", ", vocabulary.acts().keySet()) + "."));
        }
        var question = new Question(act == null ? "" : act, facets, pairs(facts, "fact", BadQuestion.FACTS), request);
        var unfit = QuestionRules.problems(portfolio, question);
        unfit.stream()
                .filter(problem -> act != null || !problem.path().equals("act/"))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new BadQuestion(problems);
        }
        return question;
    }

    private Map<String, String> pairs(List<String> words, String what, String under) {
        var pairs = new LinkedHashMap<String, String>();
        for (var word : words) {
            int at = word.indexOf('=');
            if (at <= 0 || at == word.length() - 1) {
                problems.add(new Problem(
                        under + word,
                        "'" + word + "' is not of the form " + what + "=value",
                        "Say for example " + example() + "."));
            } else if (pairs.put(word.substring(0, at), word.substring(at + 1)) != null) {
                problems.add(new Problem(
                        under + word.substring(0, at),
                        "the " + what + " '" + word.substring(0, at) + "' is given twice",
                        "Give it once; leave it out to ask about every value."));
            }
        }
        return pairs;
    }

    /** Of the vocabulary at hand. */
    private String example() {
        return vocabulary.facets().values().stream()
                .filter(facet ->
                        facet instanceof Facet.Choice choice && !choice.values().isEmpty())
                .map(facet ->
                        facet.name() + "=" + ((Facet.Choice) facet).values().getFirst())
                .findFirst()
                .orElse("act=" + String.join(" or act=", vocabulary.acts().keySet()));
    }

    private Asked asked(String name, String value) {
        return switch (vocabulary.facets().get(name)) {
            case Facet.Choice choice -> {
                var values = choice.expand(value);
                yield new Asked.OneOf(values.isEmpty() ? List.of(value) : values);
            }
            case Facet.Count count
            when value.matches("0+") -> {
                problems.add(new Problem(
                        name + "/" + value,
                        "0 " + count.unit() + " are no quantity",
                        "Say at least " + name + "=1, or leave it out to ask about every number."));
                yield new Asked.Exactly(0);
            }
            case Facet.Measure measure -> {
                var number = measure.read(value);
                yield number == null ? new Asked.OneOf(List.of(value)) : number;
            }
            case null -> new Asked.OneOf(List.of(value));
        };
    }
}
