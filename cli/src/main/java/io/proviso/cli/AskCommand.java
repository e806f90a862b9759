package io.proviso.cli;

import io.proviso.agreement.BadQuestion;
import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Disclosure;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Question;
import io.proviso.agreement.QuestionReader;
import io.proviso.agreement.Ruling;
import io.proviso.agreement.RulingText;
import io.proviso.agreement.Rulings;
import io.proviso.counsel.Cures;
import io.proviso.units.Interval;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rules on one question. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Asks whether something may be done, and answers with the clause that decides.",
        footer = {
            "",
            "A facet that is left out stays open: the answer then holds for all its values, or shows on what it depends.",
            "",
            "  proviso ask act=acquire provider=oracle workload=training capacity=new --as-of 2025-02-01"
        })
final class AskCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FACET=VALUE", description = "The question; act=… is required.")
    private List<String> words = List.of();

    @Option(names = "--portfolio", paramLabel = "DIR", description = "Default: the example that ships with Proviso.")
    private @Nullable Path directory;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            defaultValue = "now",
            description = "What was in force then; FROM..TO asks over an interval. Default: ${DEFAULT-VALUE}.")
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
            defaultValue = "internal",
            description = "Whose eyes the words are for: public, parties or internal. Default: internal.")
    private Disclosure audience = Disclosure.INTERNAL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: text.")
    private Format format = Format.TEXT;

    @Option(names = "--exit-code", description = "Exit with 3 for any outcome but PERMITTED.")
    private boolean exitCode;

    private final Console console;
    private final InstantSource clock;

    AskCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var portfolio = Portfolios.read(directory);
        var times = new Times(portfolio.zone(), clock);
        var problems = new InputProblems();
        var question = problems.read(() -> question(portfolio));
        var known = problems.read(
                () -> knownAt == null ? portfolio.latestRecorded() : times.instant("--known-at", knownAt));
        if (Times.isInterval(asOf)) {
            var interval = problems.read(() -> times.interval("--as-of", asOf));
            problems.raiseIfAny();
            return answer(rule(portfolio, question.get(), interval.get(), known.get()), portfolio);
        }
        var instant = problems.read(() -> times.instant("--as-of", asOf));
        problems.raiseIfAny();
        var rulings = new CompiledPortfolio(portfolio);
        var ruling = fitting(() -> rulings.rule(question.get(), instant.get(), known.get()))
                .disclosedTo(audience);
        var cures = Cures.of(rulings, ruling);
        print(
                () -> RulingText.of(ruling, portfolio) + CureText.of(cures),
                () -> RulingJson.of(ruling, portfolio, cures));
        return exitCode(List.of(ruling));
    }

    private Question question(Portfolio portfolio) {
        return fitting(() -> QuestionReader.read(portfolio, words, facts));
    }

    /** A question may be found not to fit when it is read, or only when it is put to the portfolio. */
    private <T> T fitting(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (BadQuestion bad) {
            throw new BadInputException(QuestionDiagnostics.text(words, facts, bad));
        }
    }

    private List<Rulings.Segment> rule(Portfolio portfolio, Question question, Interval interval, Instant known) {
        return fitting(() -> Rulings.of(portfolio).rule(question, interval, known)).stream()
                .map(segment -> new Rulings.Segment(
                        segment.from(), segment.to(), segment.ruling().disclosedTo(audience)))
                .toList();
    }

    private int answer(List<Rulings.Segment> segments, Portfolio portfolio) {
        print(() -> SegmentsText.of(segments, portfolio), () -> RulingJson.of(segments, portfolio));
        return exitCode(segments.stream().map(Rulings.Segment::ruling).toList());
    }

    private void print(Supplier<String> text, Supplier<String> json) {
        console.out()
                .print(
                        switch (format) {
                            case TEXT -> text.get();
                            case JSON -> json.get();
                        });
    }

    private int exitCode(List<Ruling> rulings) {
        boolean allPermitted = rulings.stream().allMatch(ruling -> ruling.outcome() == Outcome.PERMITTED);
        return exitCode && !allPermitted ? ExitCode.NOT_PERMITTED : ExitCode.ANSWERED;
    }
}
