package io.proviso.cli;

import io.proviso.agreement.BadQuestion;
import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Disclosure;
import io.proviso.agreement.QuestionReader;
import io.proviso.counsel.Explanation;
import io.proviso.counsel.ExplanationText;
import io.proviso.counsel.Standpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rules on one question and tells every step on the way. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains a ruling step by step: the facts, each agreement by itself, then all together.",
        footer = {"", "  proviso explain act=acquire provider=oracle capacity=new --as-of 2025-02-01"})
final class ExplainCommand implements Callable<Integer> {
    /** The forms of the answer. */
    enum Form {
        TEXT,
        MD,
        HTML,
        JSON
    }

    @Parameters(arity = "1..*", paramLabel = "FACET=VALUE", description = "The question; act=… is required.")
    private List<String> words = List.of();

    @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: the example that ships with Proviso.")
    private @Nullable Path directory;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = "What was in force then. Default: ${DEFAULT-VALUE}.")
    private String asOf = "now";

    @Option(
            names = "--known-at",
            paramLabel = "T",
            description = "What was on record then. Default: all that is on record.")
    private @Nullable String knownAt;

    @Option(
            names = "--fact",
            paramLabel = "FACT=VALUE",
            description = "Supposes what the record or the desk would supply, for example refusal=lapsed.")
    private List<String> facts = List.of();

    @Option(
            names = "--audience",
            paramLabel = "LEVEL",
            defaultValue = "INTERNAL",
            description = "Whose eyes the words are for: public, parties or internal. Default: internal.")
    private Disclosure audience = Disclosure.INTERNAL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md, html or json. Default: text.")
    private Form form = Form.TEXT;

    private final Console console;
    private final InstantSource clock;

    ExplainCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var portfolio = Portfolios.read(directory);
        var times = new Times(portfolio.zone(), clock);
        var from = new Standpoint(
                new CompiledPortfolio(portfolio),
                times.instant("--as-of", asOf),
                knownAt == null ? portfolio.latestRecorded() : times.instant("--known-at", knownAt));
        try {
            var question = QuestionReader.read(portfolio, words, facts);
            var account = from.compiled().account(question, from.asOf(), from.knownAt());
            console.out().print(written(Explanation.of(account, from, audience)));
            return ExitCode.ANSWERED;
        } catch (BadQuestion bad) {
            throw new BadInputException(bad.problems().stream()
                    .map(problem -> "proviso explain: " + problem.message()
                            + (problem.advice() == null ? "" : "\n  " + problem.advice()))
                    .collect(Collectors.joining("\n")));
        }
    }

    private String written(Explanation explanation) {
        return switch (form) {
            case TEXT -> ExplanationText.text(explanation);
            case MD -> ExplanationText.markdown(explanation);
            case HTML -> ExplanationText.page(explanation);
            case JSON ->
                Json.object(json -> json.field("ruling", explanation.ruling())
                        .field("outcome", explanation.outcome().name())
                        .objects("steps", explanation.steps(), ExplainCommand::step));
        };
    }

    private static void step(Json json, Explanation.Step step) throws IOException {
        json.field("says", step.says())
                .field("because", step.because())
                .objects("under", step.under(), ExplainCommand::step);
    }
}
