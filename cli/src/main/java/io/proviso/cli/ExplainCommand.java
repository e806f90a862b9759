package io.proviso.cli;

import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.cli.files.AudienceOption;
import io.proviso.cli.files.KnownAtOption;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Json;
import io.proviso.cli.output.Times;
import io.proviso.cli.questions.QuestionWords;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.explain.Explanation;
import io.proviso.counsel.explain.ExplanationText;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rules on one question and tells every step on the way. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains a ruling step by step: the facts, each agreement by itself, then all together.",
        footer = {"", "  ${ROOT-COMMAND-NAME} explain act=acquire provider=oracle capacity=new --as-of 2025-02-01"})
final class ExplainCommand implements Callable<Integer> {
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

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON, Format.MD, Format.HTML);

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
        var question = problems.read(() -> words.read(portfolio, times, console));
        var known = problems.read(() -> knownAt.said(times));
        var instant = problems.read(() -> times.instant("--as-of", asOf));
        problems.raiseIfAny();
        var from = new Standpoint(
                new CompiledPortfolio(portfolio),
                instant.get(),
                KnownAtOption.of(known.get(), portfolio, instant.get(), clock));
        var reasoning = words.fitting(() -> from.compiled().reasoning(question.get(), from.asOf(), from.knownAt()));
        console.out().print(written(Explanation.of(reasoning, from, audience.level())));
        return ExitCode.ANSWERED;
    }

    private String written(Explanation explanation) {
        var portfolio = words.portfolio();
        var supposed = portfolio.supposed();
        return form.of(Map.of(
                Format.TEXT,
                () -> supposed.sentence() + ExplanationText.text(explanation) + portfolio.unsaid(),
                Format.JSON,
                () -> json(explanation),
                Format.MD,
                () -> supposed.sentence() + ExplanationText.markdown(explanation) + portfolio.unsaid(),
                Format.HTML,
                () -> ExplanationText.page(explanation, portfolio.before())));
    }

    private String json(Explanation explanation) {
        return Json.object(json -> {
            words.portfolio().supposed().write(json);
            json.field("ruling", explanation.ruling())
                    .field("outcome", explanation.outcome().name())
                    .objects("steps", explanation.steps(), ExplainCommand::step);
        });
    }

    private static void step(Json json, Explanation.Step step) throws IOException {
        json.field("says", step.says())
                .field("because", step.because())
                .objects("under", step.under(), ExplainCommand::step);
    }
}
