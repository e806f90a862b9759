package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.RulingText;
import io.proviso.cli.files.Portfolios;
import io.proviso.cli.files.Supposed;
import io.proviso.cli.questions.ComparisonJson;
import io.proviso.cli.questions.CureText;
import io.proviso.cli.questions.RulingJson;
import io.proviso.cli.questions.SegmentsText;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.compare.ComparisonText;
import io.proviso.counsel.compare.PortfolioDiff;
import io.proviso.counsel.cure.Cures;
import io.proviso.counsel.due.ICalendar;
import io.proviso.counsel.due.Obligations;
import io.proviso.counsel.due.ObligationsText;
import io.proviso.counsel.explain.Explanation;
import io.proviso.counsel.explain.ExplanationText;
import io.proviso.counsel.explain.RulingInBrief;
import io.proviso.counsel.render.Rendering;
import io.proviso.counsel.render.RenderingMarkdown;
import io.proviso.counsel.render.RenderingPage;
import io.proviso.units.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples with every clause for some eyes only: nothing that is printed shows anybody else what it says. */
class KeptFromOthersTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("proviso.root", ".")).resolve("examples");
    private static final Map<String, Portfolio> READ = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "consents, 1, 2025-05-01, 2025-11-01",
        "consents, 2, 2025-02-01, 2026-03-01",
        "microsoft-openai, 1, 2025-01-20, 2025-01-21",
        "microsoft-openai, 2, 2025-10-27, 2026-04-28"
    })
    void noAudienceReadsWhatIsKeptFromIt(String example, long seed, String before, String after) throws IOException {
        var portfolio = Marked.of(READ.computeIfAbsent(example, name -> Portfolios.read(EXAMPLES.resolve(name))), seed);
        var rulings = new CompiledPortfolio(portfolio);
        var seen = new TreeSet<String>();
        for (var audience : Disclosure.values()) {
            var printed = new LinkedHashMap<String, String>();
            asked(example, rulings, audience, printed);
            looked(rulings, at(portfolio, before), at(portfolio, after), audience, printed);
            printed.forEach((what, text) -> assertEquals(
                    Set.of(), Marked.readBy(audience, text), () -> what + " for " + audience + "\n" + text));
            printed.values().forEach(text -> seen.addAll(Marked.readBy(Disclosure.PUBLIC, text)));
        }
        assertTrue(seen.contains(Marked.mark(Disclosure.INTERNAL)), "some text has to show what may be read");
    }

    private static void asked(
            String example, CompiledPortfolio rulings, Disclosure audience, Map<String, String> printed)
            throws IOException {
        var portfolio = rulings.portfolio();
        var cases = Yaml.mapping(Files.readString(EXAMPLES.resolve(example).resolve("cases.yaml")));
        for (var each : Yaml.list(cases, "cases")) {
            if ("error".equals(Yaml.mapping(each, "expect").get("outcome"))) {
                continue;
            }
            var question = question(portfolio, each);
            var asOf = at(portfolio, String.valueOf(each.get("as-of")));
            var known = portfolio.latestRecorded();
            var reasoning = rulings.reasoning(question, asOf, known);
            var ruling = reasoning.ruling();
            var cures = Cures.of(rulings, ruling, audience);
            var name = each.get("case") + ": ";
            var explanation = Explanation.of(reasoning, new Standpoint(rulings, asOf, known), audience);
            printed.put(name + "in brief", RulingInBrief.of(ruling, cures, audience));
            printed.put(name + "in full", RulingText.of(ruling, audience) + CureText.of(cures));
            printed.put(name + "as JSON", new RulingJson(audience, new Supposed()).of(ruling, cures, null));
            printed.put(name + "explained", ExplanationText.text(explanation));
            printed.put(name + "explained on a page", ExplanationText.page(explanation, List.of()));
        }
        var first = question(portfolio, Yaml.list(cases, "cases").getFirst());
        var from = at(portfolio, "2025-01-01");
        var segments = rulings.rule(first, new Interval(from, at(portfolio, "2026-05-01")), portfolio.latestRecorded());
        printed.put("over time in brief", SegmentsText.inBrief(segments, portfolio.zone(), audience));
        printed.put(
                "over time as a table", SegmentsText.table(segments, audience).csv());
        printed.put("over time as JSON", new RulingJson(audience, new Supposed()).of(segments, _ -> List.of()));
    }

    private static void looked(
            CompiledPortfolio rulings,
            Instant before,
            Instant after,
            Disclosure audience,
            Map<String, String> printed) {
        var portfolio = rulings.portfolio();
        var known = portfolio.latestRecorded();
        var from = new Standpoint(rulings, before, known);
        var to = new Standpoint(rulings, after, known);
        var comparison = PortfolioDiff.of(from, to);
        var text = new ComparisonText(comparison, audience);
        printed.put("compared in brief", text.brief());
        printed.put("compared", text.text());
        printed.put("compared on a page", text.page().html());
        printed.put("compared as JSON", ComparisonJson.of(comparison, audience, new Supposed()));
        for (var rendering : List.of(Rendering.chain(to, null, audience), Rendering.inForce(to, null, audience))) {
            printed.put("rendered " + rendering.title(), RenderingMarkdown.of(rendering));
            printed.put("rendered on a page " + rendering.title(), RenderingPage.of(rendering, Map.of(), List.of()));
        }
        var owed = Obligations.until(from, at(portfolio, "2030-01-01")).disclosedTo(audience, portfolio);
        printed.put("owed in brief", ObligationsText.brief(owed));
        printed.put("owed", ObligationsText.of(owed));
        printed.put("owed on a page", ObligationsText.page(owed).html());
        printed.put("owed in a calendar", ICalendar.of(owed));
    }

    private static Question question(Portfolio portfolio, Map<?, ?> each) {
        var facts = each.get("facts") instanceof Map<?, ?> supposed ? pairs(supposed) : List.<String>of();
        return QuestionReader.read(portfolio, pairs(Yaml.mapping(each, "ask")), facts);
    }

    private static List<String> pairs(Map<?, ?> mapping) {
        var pairs = new ArrayList<String>();
        mapping.forEach((name, value) -> pairs.add(name + "="
                + (value instanceof List<?> many
                        ? String.join(",", many.stream().map(String::valueOf).toList())
                        : value)));
        return pairs;
    }

    private static Instant at(Portfolio portfolio, String day) {
        return day.length() == 10
                ? LocalDate.parse(day).atStartOfDay(portfolio.zone()).toInstant()
                : OffsetDateTime.parse(day).toInstant();
    }
}
