package io.proviso.cli;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.counsel.Explanation;
import io.proviso.counsel.ExplanationText;
import io.proviso.counsel.Standpoint;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private final QuestionWords words = new QuestionWords();

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Mixin
    private final AudienceOption audience = new AudienceOption();

    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = "What was in force then. Default: ${DEFAULT-VALUE}.")
    private String asOf = "now";

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
        var portfolio = words.portfolio().read();
        var times = new Times(portfolio.zone(), clock);
        var problems = new InputProblems();
        var question = problems.read(() -> words.read(portfolio, times));
        var known = problems.read(() -> knownAt.of(portfolio, times));
        var instant = problems.read(() -> times.instant("--as-of", asOf));
        problems.raiseIfAny();
        var from = new Standpoint(new CompiledPortfolio(portfolio), instant.get(), known.get());
        var account = words.fitting(() -> from.compiled().account(question.get(), from.asOf(), from.knownAt()));
        console.out().print(written(Explanation.of(account, from, audience.level())));
        return ExitCode.ANSWERED;
    }

    private String written(Explanation explanation) {
        var supposed = words.portfolio().supposed().sentence();
        return switch (form) {
            case TEXT -> supposed + ExplanationText.text(explanation);
            case MD -> supposed + ExplanationText.markdown(explanation);
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
