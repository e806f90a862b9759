package io.proviso.cli.questions;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.norms.Region;
import io.proviso.cli.files.Supposed;
import io.proviso.cli.output.Json;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.compare.AnswerChange;
import io.proviso.counsel.compare.ClauseChange;
import io.proviso.counsel.compare.ComparisonText;
import io.proviso.counsel.compare.PortfolioDiff;
import io.proviso.units.EnumWord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** A comparison as JSON; the names are part of the interface. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** What is supposed is supposed of the second side alone. */
    public static String of(PortfolioDiff all, Disclosure audience, Supposed supposed) {
        var comparison = all.disclosedTo(audience);
        return Json.object(json -> {
            supposed.write(json);
            json.object("before", each -> standpoint(each, comparison.before()))
                    .object("after", each -> standpoint(each, comparison.after()))
                    .field("headline", ComparisonText.headline(comparison))
                    .objects("answers", comparison.answers(), ComparisonJson::answerChange)
                    .objects("clauses", comparison.clauses(), ComparisonJson::clauseChange)
                    .field("remarks", comparison.remarks());
        });
    }

    private static void standpoint(Json json, Standpoint standpoint) throws IOException {
        json.field("portfolio", standpoint.compiled().portfolio().digest())
                .field("asOf", standpoint.asOf())
                .field("knownAt", standpoint.knownAt());
    }

    private static void answerChange(Json json, AnswerChange change) throws IOException {
        json.field("act", change.act())
                .object("where", where -> {
                    for (var limit : change.where()) {
                        where.field(limit.facet(), limit.values());
                    }
                })
                .object("before", each -> answer(each, change.before()))
                .object("after", each -> answer(each, change.after()))
                .field("share", BigDecimal.valueOf(change.share()).setScale(4, RoundingMode.HALF_EVEN))
                .field("decidedBefore", names(change.decidedBefore()))
                .field("decidedAfter", names(change.decidedAfter()));
    }

    private static List<String> names(Set<ClauseName> clauses) {
        return clauses.stream().map(ClauseName::toString).toList();
    }

    private static void answer(Json json, Region.Answer answer) throws IOException {
        json.field("outcome", answer.outcome().name())
                .field("outcomes", answer.outcomes().stream().map(Enum::name).toList())
                .objects(
                        "needs",
                        answer.needs(),
                        (each, need) -> each.field("kind", EnumWord.of(need.kind()))
                                .field("of", need.to().name()));
    }

    private static void clauseChange(Json json, ClauseChange change) throws IOException {
        var version = change.version();
        json.field("change", EnumWord.of(change.kind()))
                .field("obligation", change.obligation())
                .field("agreement", version.agreement().name())
                .field("clause", version.name())
                .field("instrument", version.instrument().name())
                .field("withheld", change.withheld())
                .field("parts", change.parts());
    }
}
