package io.proviso.cli;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.RulingText;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.UnlistedYear;
import io.proviso.cli.files.AudienceOption;
import io.proviso.cli.files.KnownAtOption;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Times;
import io.proviso.cli.output.VerboseOption;
import io.proviso.cli.questions.CureText;
import io.proviso.cli.questions.QuestionWords;
import io.proviso.cli.questions.RulingJson;
import io.proviso.cli.questions.SegmentsText;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.cure.Cure;
import io.proviso.counsel.cure.Cures;
import io.proviso.counsel.due.SendBy;
import io.proviso.counsel.english.Page;
import io.proviso.counsel.explain.RulingInBrief;
import io.proviso.counsel.explain.RulingPage;
import io.proviso.units.Interval;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rules on one question. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Asks whether something may be done, and answers with the clause that decides.",
        footer = {
            "",
            "A facet that is left out stays open: the answer then holds for all its values, or shows on what it"
                    + " depends.",
            "",
            "  ${ROOT-COMMAND-NAME} ask act=acquire provider=oracle capacity=new --as-of 2025-02-01"
        })
final class AskCommand implements Callable<Integer> {
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
            description = "What was in force then; FROM..TO asks over an interval. Default: ${DEFAULT-VALUE}.")
    private String asOf = "now";

    @Option(
            names = "--start",
            paramLabel = "T",
            description = "When it shall begin: tells the last moment to send what has to be sent before.")
    private @Nullable String start;

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON, Format.CSV, Format.MD, Format.HTML);

    @Mixin
    private final VerboseOption verbose = new VerboseOption();

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
        var portfolio = words.portfolio().read();
        var times = new Times(portfolio.zone(), clock);
        var problems = new InputProblems();
        var question = problems.read(() -> words.read(portfolio, times, console));
        var known = problems.read(() -> knownAt.said(times));
        var wanted = start;
        if (Times.isInterval(asOf)) {
            if (wanted != null) {
                throw new BadInputException("--start: an interval of --as-of has no first day to send from"
                        + "\nSay one instant after --as-of.");
            }
            var interval = problems.read(() -> times.interval("--as-of", asOf));
            problems.raiseIfAny();
            var end = Objects.requireNonNull(interval.get().to());
            return overAnInterval(
                    portfolio, question.get(), interval.get(), KnownAtOption.of(known.get(), portfolio, end, clock));
        }
        var instant = problems.read(() -> times.instant("--as-of", asOf));
        var begin = wanted == null ? null : problems.read(() -> times.instant("--start", wanted));
        problems.raiseIfAny();
        var rulings = new CompiledPortfolio(portfolio);
        var ruling = words.fitting(() -> rulings.rule(
                question.get(), instant.get(), KnownAtOption.of(known.get(), portfolio, instant.get(), clock)));
        var sendBy = begin == null ? null : sendBy(rulings, ruling, begin.get());
        print(Map.of(
                Format.TEXT,
                () -> supposed()
                        + (verbose.isSet() ? inFull(rulings, ruling) + sent(sendBy) : inBrief(rulings, ruling, sendBy))
                        + below(),
                Format.JSON,
                () -> json().of(ruling, cures(rulings, ruling), sendBy),
                Format.CSV,
                () -> {
                    throw form.refused("csv is a table, and one ruling is none; --as-of FROM..TO has one");
                },
                Format.MD,
                () -> page(rulings, ruling, sendBy).markdown(),
                Format.HTML,
                () -> page(rulings, ruling, sendBy).html()));
        return exitCode(List.of(ruling));
    }

    private int overAnInterval(Portfolio portfolio, Question question, Interval interval, Instant known) {
        var rulings = new CompiledPortfolio(portfolio);
        var segments = words.fitting(() -> rulings.rule(question, interval, known));
        tellUnlisted(segments);
        print(Map.of(
                Format.TEXT,
                () -> supposed()
                        + (verbose.isSet()
                                ? SegmentsText.of(segments, portfolio.zone(), ruling -> inFull(rulings, ruling))
                                : SegmentsText.inBrief(segments, portfolio.zone(), audience.level()))
                        + below(),
                Format.JSON,
                () -> json().of(segments, ruling -> cures(rulings, ruling)),
                Format.CSV,
                () -> SegmentsText.table(segments, audience.level()).csv(),
                Format.MD,
                () -> page(rulings, segments).markdown(),
                Format.HTML,
                () -> page(rulings, segments).html()));
        return exitCode(segments.stream().map(Rulings.Segment::ruling).toList());
    }

    /** A table of stretches has no room for it. */
    private void tellUnlisted(List<Rulings.Segment> segments) {
        var unlisted = segments.stream()
                .flatMap(segment -> segment.reasons().stream())
                .flatMap(because -> because.ruling().disclosedTo(audience.level()).unlisted().stream())
                .distinct()
                .toList();
        UnlistedYear.sentences(unlisted).forEach(sentence -> console.err().println("proviso ask: " + sentence));
    }

    private SendBy.Told sendBy(CompiledPortfolio rulings, Ruling ruling, Instant begin) {
        if (!begin.isAfter(ruling.asking().asOf())) {
            throw new BadInputException("--start: '" + start + "' is not after --as-of '" + asOf
                    + "'\nSay a start after the day that is asked about.");
        }
        return words.fitting(() -> SendBy.of(rulings, ruling, begin, SendBy.Purpose.START, audience.level()));
    }

    private static String sent(SendBy.@Nullable Told sendBy) {
        return sendBy == null ? "" : "\nSend by " + sendBy.words() + "\n";
    }

    private String inBrief(CompiledPortfolio rulings, Ruling ruling, SendBy.@Nullable Told sendBy) {
        var asking = ruling.asking();
        var newestPaper = new Standpoint(rulings, asking.asOf(), asking.knownAt()).newestPaper();
        return RulingInBrief.of(ruling, cures(rulings, ruling), audience.level(), newestPaper, sendBy);
    }

    private String inFull(CompiledPortfolio rulings, Ruling ruling) {
        return RulingText.of(ruling, audience.level()) + CureText.of(cures(rulings, ruling));
    }

    private RulingJson json() {
        return new RulingJson(audience.level(), words.portfolio().supposed());
    }

    private Page page(CompiledPortfolio rulings, Ruling ruling, SendBy.@Nullable Told sendBy) {
        var blocks = new ArrayList<Page.Block>();
        if (sendBy != null) {
            blocks.add(new Page.Paragraph("Send by " + sendBy.words()));
        }
        blocks.addAll(RulingPage.blocks(ruling, audience.level(), cures(rulings, ruling), Page.Heading::new));
        return new Page(ruling.outcome() + ": " + ruling.asking().question().words(), blocks)
                .after(words.portfolio().before());
    }

    private Page page(CompiledPortfolio rulings, List<Rulings.Segment> segments) {
        return SegmentsText.page(
                        segments, rulings.portfolio().zone(), audience.level(), ruling -> cures(rulings, ruling))
                .after(words.portfolio().before());
    }

    private List<Cure> cures(CompiledPortfolio rulings, Ruling ruling) {
        return Cures.of(rulings, ruling, audience.level());
    }

    private String supposed() {
        return words.portfolio().supposed().sentence();
    }

    private String below() {
        return verbose.isSet() ? words.portfolio().unsaid() : words.portfolio().more();
    }

    private void print(Map<Format, Supplier<String>> written) {
        var answer = form.of(written);
        words.portfolio().supposed().tellBeside(form, console.err());
        console.out().print(answer);
    }

    private int exitCode(List<Ruling> rulings) {
        boolean allPermitted = rulings.stream().allMatch(ruling -> ruling.outcome() == Outcome.PERMITTED);
        return exitCode && !allPermitted ? ExitCode.NOT_PERMITTED : ExitCode.ANSWERED;
    }
}
