package io.proviso.cli.questions;

import io.proviso.agreement.Nearest;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.cli.files.PortfolioOption;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.Times;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A question as it is typed. */
public final class QuestionWords {
    @Parameters(arity = "1..*", paramLabel = "FACET=VALUE", description = "The question; act=… is required.")
    private List<String> words = List.of();

    @Option(
            names = "--fact",
            paramLabel = "FACT=VALUE",
            description = "Supposes what the record or the desk would supply, for example refusal=lapsed.")
    private List<String> facts = List.of();

    @Option(
            names = "--request",
            paramLabel = "ID",
            description = "Asks for one request: of other rounds on record only what frees you counts.")
    private @Nullable String request;

    @Mixin
    private final PortfolioOption portfolio = new PortfolioOption();

    public PortfolioOption portfolio() {
        return portfolio;
    }

    /** Words without a single facet are a question as people say it; it is met, but nothing is ruled on it. */
    public Question read(Portfolio portfolio, Times times, Console console) {
        if (words.stream().noneMatch(word -> word.contains("="))) {
            throw new BadInputException(
                    new WordsMet(portfolio, times, this.portfolio, console.called()).text(String.join(" ", words)));
        }
        var question = fitting(() -> QuestionReader.read(portfolio, words, facts, request));
        hint(portfolio, console);
        return question;
    }

    /** A need of which no round is on record may be a new one, or one that was misspelt. */
    private void hint(Portfolio portfolio, Console console) {
        var known = portfolio.rounds().stream()
                .flatMap(round -> Stream.ofNullable(round.request()))
                .distinct()
                .toList();
        var meant = request == null || known.contains(request) ? null : Nearest.to(request, known);
        if (meant != null) {
            console.err()
                    .print("No round on record is of request '" + request + "', so nothing is offered under it. Did you"
                            + " mean '" + meant + "'?\n");
        }
    }

    /** A question may be found not to fit when it is read, or only when it is put to the portfolio. */
    public <T> T fitting(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (BadQuestion bad) {
            throw new BadInputException(QuestionDiagnostics.text(words, facts, bad) + "\n" + portfolio.whose());
        }
    }
}
