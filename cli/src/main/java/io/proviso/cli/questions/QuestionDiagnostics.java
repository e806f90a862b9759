package io.proviso.cli.questions;

import io.proviso.agreement.Problem;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.cli.output.Count;
import java.util.List;

/** Shows what is wrong with a question: its words on one line, carets under the mistaken ones, then every problem. */
final class QuestionDiagnostics {
    private static final String MARGIN = "  ";

    private final List<Problem> problems;
    private final StringBuilder line = new StringBuilder(MARGIN);
    private final StringBuilder carets = new StringBuilder(MARGIN);

    private QuestionDiagnostics(List<Problem> problems) {
        this.problems = problems;
    }

    static String text(List<String> words, List<String> facts, BadQuestion bad) {
        return new QuestionDiagnostics(bad.problems()).write(words, facts);
    }

    private String write(List<String> words, List<String> facts) {
        for (var word : words) {
            word(word, "");
        }
        for (var fact : facts) {
            unmarked("--fact ");
            word(fact, BadQuestion.FACTS);
        }
        var text = new StringBuilder(line.toString().stripTrailing()).append('\n');
        if (!carets.toString().isBlank()) {
            text.append(carets.toString().stripTrailing()).append('\n');
        }
        for (var problem : problems) {
            text.append(problem.message()).append('\n');
            if (problem.advice() != null) {
                text.append(MARGIN).append(problem.advice()).append('\n');
            }
        }
        return text.append(Count.problems(problems.size()))
                .append(" in the question; nothing was ruled.")
                .toString();
    }

    private void word(String word, String under) {
        int equals = word.indexOf('=');
        if (equals <= 0) {
            marked(word, isProblem(under + word));
        } else {
            var name = word.substring(0, equals);
            var value = word.substring(equals + 1);
            boolean whole = isProblem(under + word);
            marked(name, whole || isProblem(under + name));
            marked("=", whole);
            marked(value, whole || isProblem(under + name + "/" + value));
        }
        unmarked(" ");
    }

    private boolean isProblem(String path) {
        return problems.stream().anyMatch(problem -> problem.path().equals(path));
    }

    private void unmarked(String text) {
        marked(text, false);
    }

    private void marked(String text, boolean mistaken) {
        line.append(text.replaceAll("\\p{Cntrl}", " "));
        carets.repeat(mistaken ? '^' : ' ', text.codePointCount(0, text.length()));
    }
}
