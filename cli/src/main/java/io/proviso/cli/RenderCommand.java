package io.proviso.cli;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Disclosure;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Portfolio;
import io.proviso.charts.Chart;
import io.proviso.counsel.ClauseTimeline;
import io.proviso.counsel.Rendering;
import io.proviso.counsel.RenderingMarkdown;
import io.proviso.counsel.RenderingPage;
import io.proviso.counsel.Standpoint;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows agreements: the words beside what was made of them. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Shows agreements in two columns: the words, and in plain English what Proviso makes of them.",
        footer = {
            "",
            "Without --as-of every instrument is shown in order of effect; with it, what is in force then.",
            "",
            "  proviso render --agreement microsoft-openai --as-of 2025-02-01 > agreement.html"
        })
final class RenderCommand implements Callable<Integer> {
    /** The forms of the answer. */
    enum Form {
        HTML,
        MD
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "PORTFOLIO",
            description = "A directory. Default: the example that ships with Proviso.")
    private @Nullable Path directory;

    @Option(names = "--agreement", paramLabel = "NAME", description = "Only this one. Default: all.")
    private @Nullable String agreement;

    @Option(names = "--as-of", paramLabel = "T", description = "What was in force then. Default: the whole chain.")
    private @Nullable String asOf;

    @Option(
            names = "--known-at",
            paramLabel = "T",
            description = "What was on record then. Default: all that is on record.")
    private @Nullable String knownAt;

    @Option(
            names = "--audience",
            paramLabel = "LEVEL",
            defaultValue = "INTERNAL",
            description = "Whose eyes the words are for: public, parties or internal. Default: internal.")
    private Disclosure audience = Disclosure.INTERNAL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "HTML",
            description = "html or md. Default: html.")
    private Form form = Form.HTML;

    private final Console console;
    private final InstantSource clock;

    RenderCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var portfolio = Portfolios.read(directory);
        requireKnown(portfolio);
        var times = new Times(portfolio.zone(), clock);
        var standpoint = new Standpoint(
                new CompiledPortfolio(portfolio),
                asOf == null ? clock.instant() : times.instant("--as-of", asOf),
                knownAt == null ? portfolio.latestRecorded() : times.instant("--known-at", knownAt));
        var rendering = asOf == null
                ? Rendering.chain(standpoint, agreement, audience)
                : Rendering.inForce(standpoint, agreement, audience);
        console.out()
                .print(
                        switch (form) {
                            case HTML -> RenderingPage.of(rendering, pictures(standpoint));
                            case MD -> RenderingMarkdown.of(rendering);
                        });
        return ExitCode.ANSWERED;
    }

    private static Map<String, Chart> pictures(Standpoint standpoint) {
        var pictures = new LinkedHashMap<String, Chart>();
        for (var each : standpoint.compiled().portfolio().agreements()) {
            var picture = ClauseTimeline.of(standpoint, each);
            if (picture != null) {
                pictures.put(each.name(), picture);
            }
        }
        return pictures;
    }

    private void requireKnown(Portfolio portfolio) {
        var known = portfolio.agreements().stream().map(Agreement::name).toList();
        if (agreement != null && !known.contains(agreement)) {
            throw new BadInputException(
                    "--agreement: unknown agreement '" + agreement + "'\n" + Nearest.advice(agreement, known));
        }
    }
}
