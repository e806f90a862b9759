package io.proviso.cli.questions;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.cli.files.Supposed;
import io.proviso.cli.output.Count;
import io.proviso.cli.output.Json;
import io.proviso.counsel.Witness;
import io.proviso.counsel.check.Check;
import io.proviso.counsel.check.Finding;
import io.proviso.counsel.english.Page;
import io.proviso.counsel.english.Table;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings for a reader or a machine; the JSON names are part of the interface. */
public final class FindingReport {
    private FindingReport() {}

    /**
     * For a person.
     *
     * @param asked the command that puts a question to this portfolio
     */
    public static String text(List<Finding> findings, Portfolio portfolio, UnaryOperator<String> asked) {
        var text = new StringBuilder();
        Check heading = null;
        for (var finding : findings) {
            if (finding.check() != heading) {
                heading = finding.check();
                text.append(text.isEmpty() ? "" : "\n").append(heading.title()).append('\n');
            }
            finding(text, finding, portfolio.zone(), asked);
        }
        return text.append(text.isEmpty() ? "" : "\n")
                .append(summary(findings, portfolio))
                .append('\n')
                .toString();
    }

    private static String summary(List<Finding> findings, Portfolio portfolio) {
        return (findings.isEmpty() ? "No finding" : Count.findings(findings.size())) + " in " + portfolio.name()
                + ". Whether a finding is wrong only a lawyer can say.";
    }

    /** A row for each finding. */
    public static Table table(List<Finding> findings, ZoneId zone) {
        return new Table(
                List.of("check", "message", "clauses", "from", "to", "ask"),
                findings.stream()
                        .map(finding -> List.of(
                                finding.check().word(),
                                finding.message(),
                                places(finding),
                                day(finding.span().from(), zone),
                                day(finding.span().to(), zone),
                                finding.witnesses().stream()
                                        .map(witness -> witness.words(zone))
                                        .collect(Collectors.joining("; "))))
                        .toList());
    }

    /** A heading for each kind, its findings in a table, and the questions that show them. */
    public static Page page(
            List<Finding> findings, Portfolio portfolio, @Nullable String newest, UnaryOperator<String> asked) {
        var zone = portfolio.zone();
        var blocks = new ArrayList<Page.Block>();
        blocks.add(new Page.Paragraph(summary(findings, portfolio)));
        if (newest != null) {
            blocks.add(new Page.Paragraph(newest));
        }
        for (var check : Check.values()) {
            var found = findings.stream()
                    .filter(finding -> finding.check() == check)
                    .toList();
            if (!found.isEmpty()) {
                blocks.add(new Page.Heading(check.title()));
                blocks.add(new Table(
                        List.of("finding", "clauses", "from", "to"),
                        found.stream()
                                .map(finding -> List.of(
                                        finding.message(),
                                        places(finding),
                                        day(finding.span().from(), zone),
                                        finding.span().to() == null
                                                ? "no end known"
                                                : day(finding.span().to(), zone)))
                                .toList()));
                questions(blocks, found, zone, asked);
            }
        }
        return new Page("Check of " + portfolio.name(), blocks);
    }

    private static void questions(
            List<Page.Block> blocks, List<Finding> found, ZoneId zone, UnaryOperator<String> asked) {
        var questions = found.stream()
                .flatMap(finding -> finding.witnesses().stream())
                .map(witness -> asked.apply(witness.words(zone)))
                .collect(Collectors.joining("\n"));
        if (!questions.isEmpty()) {
            blocks.add(new Page.Verbatim(questions));
        }
    }

    private static String places(Finding finding) {
        return finding.clauses().stream().map(Finding.Place::words).collect(Collectors.joining("; "));
    }

    private static void finding(StringBuilder text, Finding finding, ZoneId zone, UnaryOperator<String> asked) {
        var span = finding.span();
        text.append("  ").append(finding.message()).append('\n');
        for (var place : finding.clauses()) {
            text.append("    ").append(place.words()).append('\n');
        }
        text.append("    from ").append(day(span.from(), zone));
        text.append(span.to() == null ? ", no end known" : " to " + day(span.to(), zone))
                .append('\n');
        for (var witness : finding.witnesses()) {
            text.append("    ").append(asked.apply(witness.words(zone))).append('\n');
        }
    }

    private static String day(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : instant.atZone(zone).toLocalDate().toString();
    }

    public static String json(List<Finding> findings, Portfolio portfolio, @Nullable String newest, Supposed supposed) {
        return Json.object(json -> {
            supposed.write(json);
            json.field("portfolio", portfolio.digest())
                    .field("newestPaper", newest)
                    .objects("findings", findings, (each, finding) -> finding(each, finding, portfolio.zone()));
        });
    }

    private static void place(Json json, Finding.Place place) throws IOException {
        json.field("agreement", place.agreement());
        switch (place) {
            case Finding.Place.OfClause(ClauseName clause, String instrument) ->
                json.field("clause", clause.clause()).field("instrument", instrument);
            case Finding.Place.OfSilence _ ->
                json.field("clause", (String) null).field("instrument", (String) null);
        }
    }

    private static void finding(Json json, Finding finding, ZoneId zone) throws IOException {
        json.field("check", finding.check().word())
                .field("message", finding.message())
                .objects("clauses", finding.clauses(), FindingReport::place)
                .field("from", finding.span().from())
                .field("to", finding.span().to())
                .field(
                        "ask",
                        finding.witnesses().stream()
                                .map((Witness witness) -> witness.words(zone))
                                .toList());
    }
}
