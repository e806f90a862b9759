package io.proviso.cli;

import io.proviso.agreement.ClauseName;
import io.proviso.agreement.Portfolio;
import io.proviso.counsel.Check;
import io.proviso.counsel.Finding;
import io.proviso.counsel.Witness;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings for a reader or a machine; the JSON names are part of the interface. */
final class FindingReport {
    private FindingReport() {}

    /**
     * For a person.
     *
     * @param option what to paste behind a question so that it is put to this portfolio; empty for the one that ships
     */
    static String text(List<Finding> findings, Portfolio portfolio, String option) {
        var text = new StringBuilder();
        Check heading = null;
        for (var finding : findings) {
            if (finding.check() != heading) {
                heading = finding.check();
                text.append(text.isEmpty() ? "" : "\n").append(heading.title()).append('\n');
            }
            finding(text, finding, portfolio.zone(), option);
        }
        return text.append(text.isEmpty() ? "" : "\n")
                .append(findings.isEmpty() ? "No finding" : Count.findings(findings.size()))
                .append(" in ")
                .append(portfolio.name())
                .append(". Whether a finding is wrong only a lawyer can say.\n")
                .toString();
    }

    private static void finding(StringBuilder text, Finding finding, ZoneId zone, String option) {
        var span = finding.span();
        text.append("  ").append(finding.message()).append('\n');
        for (var place : finding.clauses()) {
            text.append("    ").append(place.words()).append('\n');
        }
        text.append("    from ").append(day(span.from(), zone));
        text.append(span.to() == null ? ", no end known" : " to " + day(span.to(), zone))
                .append('\n');
        for (var witness : finding.witnesses()) {
            text.append("    proviso ask ")
                    .append(witness.words(zone))
                    .append(option)
                    .append('\n');
        }
    }

    private static String day(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : instant.atZone(zone).toLocalDate().toString();
    }

    static String json(List<Finding> findings, Portfolio portfolio) {
        return Json.object(json -> json.field("portfolio", portfolio.digest())
                .objects("findings", findings, (each, finding) -> finding(each, finding, portfolio.zone())));
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
