package io.proviso.reader;

import io.proviso.agreement.Problem;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Decodes questions: the words of a question as pairs, and where files are about one portfolio, the question that they are. */
final class AskDecoder {
    private final Problems problems;
    private final Scalars scalars;

    AskDecoder(Problems problems, Scalars scalars) {
        this.problems = problems;
        this.scalars = scalars;
    }

    /** One name or number for each facet; whether it fits the vocabulary is for whoever puts the question. */
    List<String> pairs(Mapping entry, String key) {
        List<String> pairs = new ArrayList<>();
        for (Field field : entry.entries(key)) {
            String value = scalars.asked(field.value());
            if (value != null) {
                pairs.add(field.key().value() + "=" + value);
            }
        }
        return pairs;
    }

    /** Of a fact, or of one holder: {@code refusal@lease/first: accepted:4000}. */
    List<String> suppositions(Mapping entry) {
        List<String> pairs = new ArrayList<>();
        for (Field field : entry.entries("facts", this::fact)) {
            boolean ofQuantity = field.value() instanceof Node.Text(String text, Node.Sort _, Place _)
                    && Forms.ACCEPTED.matcher(text).matches();
            String value = ofQuantity ? ((Node.Text) field.value()).value() : scalars.asked(field.value());
            if (value != null) {
                pairs.add(field.key().value() + "=" + value);
            }
        }
        return pairs;
    }

    private @Nullable String fact(Node key) {
        Matcher fact =
                scalars.matched(key, Forms.FACT, "a fact", "Write the fact, or of one holder FACT@AGREEMENT/CLAUSE.");
        return fact == null ? null : fact.group();
    }

    /** The question of a portfolio; null, with each problem at the facet or fact that it is about, if it does not fit. */
    @Nullable
    Question question(
            Portfolio portfolio, Mapping entry, List<String> words, List<String> facts, @Nullable String request) {
        try {
            return QuestionReader.read(portfolio, words, facts, request);
        } catch (BadQuestion bad) {
            for (Problem problem : bad.problems()) {
                problems.addOfSense(place(entry, problem.path()), problem.message(), problem.advice());
            }
            return null;
        }
    }

    private static Place place(Mapping entry, String path) {
        boolean ofFact = path.startsWith(BadQuestion.FACTS);
        boolean ofRequest = path.startsWith("request/");
        String key = ofRequest ? "request" : ofFact ? "facts" : "ask";
        String name = ofFact ? path.substring(BadQuestion.FACTS.length()) : path;
        int slash = name.indexOf('/');
        String facet = slash < 0 ? name : name.substring(0, slash);
        Field field =
                entry.node(key) instanceof Node.Fields fields ? fields.fields().get(facet) : null;
        return field == null
                ? entry.place(key)
                : slash < 0 ? field.key().place() : field.value().place();
    }
}
