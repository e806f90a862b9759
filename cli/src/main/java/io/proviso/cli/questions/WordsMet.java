package io.proviso.cli.questions;

import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.cli.files.PortfolioOption;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.ShellWord;
import io.proviso.cli.output.Times;
import io.proviso.counsel.english.QuestionInWords;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Meets a question in words with the command it probably means.
 *
 * @param called what the caller types to get here
 */
public record WordsMet(Portfolio portfolio, Times times, PortfolioOption option, String called) {
    public String text(String sentence) {
        var heard = heard(sentence);
        return (heard.question().isEmpty()
                        ? "proviso takes a question as FACET=VALUE, so that nothing is guessed; of these words the"
                                + " vocabulary has none.\nSay act=… with one of: " + acts(portfolio.vocabulary())
                                + ".\n"
                        : nearest(heard))
                + option.whose();
    }

    private String nearest(QuestionInWords heard) {
        return "proviso takes a question as FACET=VALUE, so that nothing is guessed. The nearest to these words:\n  "
                + command(heard) + "\n"
                + (heard.turned().isEmpty()
                        ? ""
                        : "Left out, because a question only asks whether one may: " + String.join(", ", heard.turned())
                                + ".\n")
                + (heard.passedOver().isEmpty()
                        ? ""
                        : "Not in the vocabulary: " + String.join(", ", heard.passedOver()) + ".\n")
                + "Ask that, if it is what you mean; nothing was ruled.\n";
    }

    /** The same where no command was named at all, or null if the arguments are no question either. */
    public static @Nullable String instead(List<String> args, InstantSource clock, String called) {
        if (args.isEmpty() || args.stream().anyMatch(arg -> arg.startsWith("-"))) {
            return null;
        }
        if (args.stream().allMatch(arg -> arg.matches("[a-z-]+=.+"))) {
            return "proviso: a question is put by 'ask':\n  " + called + " ask "
                    + args.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
        }
        var sentence = String.join(" ", args);
        if (!sentence.contains(" ")) {
            return null;
        }
        try {
            var option = new PortfolioOption();
            var portfolio = option.read();
            var met = new WordsMet(portfolio, new Times(portfolio.zone(), clock), option, called);
            return met.heard(sentence).question().isEmpty() ? null : met.text(sentence);
        } catch (BadInputException unreadable) {
            return null;
        }
    }

    /** What was understood; empty where the portfolio would not take it as a question. */
    private QuestionInWords heard(String sentence) {
        var heard = QuestionInWords.of(portfolio.vocabulary(), sentence, times.today());
        for (var question = heard.question();
                !question.isEmpty();
                question = question.subList(0, question.size() - 1)) {
            if (fits(question)) {
                return heard.asking(question);
            }
        }
        return heard.asking(List.of());
    }

    private boolean fits(List<String> question) {
        try {
            QuestionReader.read(portfolio, question, List.of());
            return true;
        } catch (BadQuestion unfit) {
            return false;
        }
    }

    private String command(QuestionInWords heard) {
        return called + " ask "
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
