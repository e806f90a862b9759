package io.proviso.cli;

import io.proviso.agreement.BadQuestion;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.QuestionReader;
import io.proviso.agreement.Vocabulary;
import io.proviso.counsel.QuestionInWords;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Meets a question in words with the command it probably means. */
final class WordsMet {
    private WordsMet() {}

    static String text(Portfolio portfolio, String sentence, Times times, PortfolioOption option) {
        var heard = heard(portfolio, sentence, times);
        var text = new StringBuilder();
        if (heard.question().isEmpty()) {
            text.append("proviso takes a question as FACET=VALUE, so that nothing is guessed; of these words the"
                            + " vocabulary has none.\n")
                    .append("Say act=… with one of: ")
                    .append(acts(portfolio.vocabulary()))
                    .append(".\n");
        } else {
            text.append("proviso takes a question as FACET=VALUE, so that nothing is guessed. The nearest to these"
                            + " words:\n"
                            + "  ")
                    .append(command(heard, option))
                    .append('\n');
            if (!heard.passedOver().isEmpty()) {
                text.append("Not in the vocabulary: ")
                        .append(String.join(", ", heard.passedOver()))
                        .append(".\n");
            }
            text.append("Ask that, if it is what you mean; nothing was ruled.\n");
        }
        return text.append(option.whose()).toString();
    }

    /** The same where no command was named at all, or null if the arguments are no question either. */
    static @Nullable String instead(List<String> args, InstantSource clock) {
        if (args.isEmpty() || args.stream().anyMatch(arg -> arg.startsWith("-"))) {
            return null;
        }
        if (args.stream().allMatch(arg -> arg.matches("[a-z-]+=.+"))) {
            return "proviso: a question is put by 'ask':\n  proviso ask "
                    + args.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
        }
        var sentence = String.join(" ", args);
        if (!sentence.contains(" ")) {
            return null;
        }
        try {
            var option = new PortfolioOption();
            var portfolio = option.read();
            var times = new Times(portfolio.zone(), clock);
            return heard(portfolio, sentence, times).question().isEmpty()
                    ? null
                    : text(portfolio, sentence, times, option);
        } catch (BadInputException unreadable) {
            return null;
        }
    }

    /** What was understood; empty where the portfolio would not take it as a question. */
    static QuestionInWords heard(Portfolio portfolio, String sentence, Times times) {
        var heard = QuestionInWords.of(portfolio.vocabulary(), sentence, times.today());
        for (var question = heard.question();
                !question.isEmpty();
                question = question.subList(0, question.size() - 1)) {
            if (fits(portfolio, question)) {
                return new QuestionInWords(question, heard.asOf(), heard.passedOver());
            }
        }
        return new QuestionInWords(List.of(), heard.asOf(), heard.passedOver());
    }

    private static boolean fits(Portfolio portfolio, List<String> question) {
        try {
            QuestionReader.read(portfolio, question, List.of());
            return true;
        } catch (BadQuestion unfit) {
            return false;
        }
    }

    private static String command(QuestionInWords heard, PortfolioOption option) {
        return "proviso ask "
                + heard.question().stream().map(ShellWord::quoted).collect(Collectors.joining(" "))
                + (heard.asOf() == null ? "" : " --as-of " + heard.asOf())
                + option.option();
    }

    private static String acts(Vocabulary vocabulary) {
        return vocabulary.acts().values().stream()
                .map(act -> act.name() + " (" + act.means() + ")")
                .collect(Collectors.joining(", "));
    }
}
