package io.proviso.reader;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Question;
import io.proviso.counsel.watch.Watch;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads questions that are watched. */
public final class QuestionsReader {
    private static final String USUAL = "questions.yaml";

    private final Problems problems;
    private final Portfolio portfolio;
    private final AskDecoder asks;

    QuestionsReader(Problems problems, Portfolio portfolio) {
        this.problems = problems;
        this.portfolio = portfolio;
        this.asks = new AskDecoder(problems, new Scalars(problems));
    }

    /**
     * Reads a file of questions and its portfolio.
     *
     * @param directory of the portfolio; null for the one the file names, or else the one it lies in
     * @throws BadFiles with every problem of the portfolio, or else of the questions
     */
    public static Watched read(Path file, @Nullable Path directory) {
        var problems = new Problems();
        Beside read = Beside.read(file, USUAL, NeedsGrammar.QUESTIONS, directory, problems);
        var questions = new QuestionsReader(problems, read.portfolio()).questions(read.file());
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
        return new Watched(read.portfolio(), questions);
    }

    List<Watch.Question> questions(Mapping file) {
        List<Watch.Question> questions = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Mapping entry : file.mappings("questions", NeedsGrammar.WATCHED)) {
            String name = entry.name("question");
            if (name != null && !named.add(name)) {
                problems.addOfSense(
                        entry.place("question"),
                        "another question is called " + Problems.quoted(name),
                        "Give each its own name: by it an answer is compared with the one before.");
            }
            Question question = asks.question(
                    portfolio, entry, asks.pairs(entry, "ask"), asks.suppositions(entry), entry.name("request"));
            if (name != null && question != null) {
                questions.add(new Watch.Question(name, question));
            }
        }
        file.refuseEmpty("questions");
        return questions;
    }
}
