package io.proviso.cli;

import io.proviso.agreement.BadQuestion;
import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Disclosure;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Question;
import io.proviso.agreement.QuestionReader;
import io.proviso.agreement.RulingText;
import io.proviso.agreement.Rulings;
import io.proviso.counsel.Cures;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
            defaultValue = "INTERNAL",
            description = "Whose eyes the words are for: public, parties or internal. Default: internal.")
    private Disclosure audience = Disclosure.INTERNAL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
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
        try {
            return ask(portfolio, QuestionReader.read(portfolio, words, facts));
        } catch (BadQuestion bad) {
            throw new BadInputException(explain(bad));
        }
    }

    private int ask(Portfolio portfolio, Question question) {
        var rulings = new CompiledPortfolio(portfolio);
        var times = new Times(portfolio.zone(), clock);
        var known = knownAt == null ? portfolio.latestRecorded() : times.instant("--known-at", knownAt);
        var outcomes = Times.isInterval(asOf)
                ? overInterval(rulings, question, times, known)
                : List.of(atInstant(rulings, question, times.instant("--as-of", asOf), known));
        var allPermitted = outcomes.stream().allMatch(outcome -> outcome == Outcome.PERMITTED);
        return exitCode && !allPermitted ? ExitCode.NOT_PERMITTED : ExitCode.ANSWERED;
    }

    private Outcome atInstant(CompiledPortfolio rulings, Question question, Instant at, Instant known) {
        var ruling = rulings.rule(question, at, known).disclosedTo(audience);
        var cures = Cures.of(rulings, ruling);
        console.out()
                .print(
                        switch (format) {
                            case TEXT -> RulingText.of(ruling, rulings.portfolio()) + CureText.of(cures);
                            case JSON -> RulingJson.of(ruling, cures);
                        });
        return ruling.outcome();
    }

    private List<Outcome> overInterval(Rulings rulings, Question question, Times times, Instant known) {
        var segments = rulings.rule(question, times.interval("--as-of", asOf), known).stream()
                .map(segment -> new Rulings.Segment(
                        segment.from(), segment.to(), segment.ruling().disclosedTo(audience)))
                .toList();
        console.out()
                .print(
                        switch (format) {
                            case TEXT ->
                                segments.stream()
                                        .map(segment -> "From " + segment.from() + " to " + segment.to() + ":\n"
                                                + RulingText.of(segment.ruling(), rulings.portfolio()))
                                        .collect(Collectors.joining("\n"));
                            case JSON -> RulingJson.of(segments);
                        });
        return segments.stream().map(segment -> segment.ruling().outcome()).toList();
    }

    private String explain(BadQuestion bad) {
        return bad.problems().stream()
                        .map(problem -> "proviso ask: " + problem.message()
                                + (problem.advice() == null ? "" : "\n  " + problem.advice()))
                        .collect(Collectors.joining("\n"))
                + "\n" + Count.problems(bad.problems().size()) + "; nothing was ruled.";
    }
}
