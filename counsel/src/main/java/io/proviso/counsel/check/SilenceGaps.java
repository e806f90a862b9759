package io.proviso.counsel.check;

import io.proviso.agreement.Silence;
import io.proviso.agreement.question.Question;
import io.proviso.counsel.Era;
import io.proviso.counsel.Witness;
import java.util.List;
import java.util.Map;

/** Acts without a silence rule: clauses about them never count, and where no agreement takes part nobody said what holds. */
final class SilenceGaps implements PortfolioCheck.Inspection {
    @Override
    public void inspect(Era era, Findings findings) {
        era.clauses()
                .forEach(version -> Era.bodies(version)
                        .flatMap(body -> body.acts().stream())
                        .distinct()
                        .filter(act -> !version.agreement().silence().containsKey(act))
                        .forEach(act -> findings.add(
                                Check.NO_SILENCE_RULE,
                                era.span(),
                                List.of(Finding.Place.OfClause.of(version)),
                                version.name() + " speaks of the act " + act + ", for which "
                                        + version.agreement().name()
                                        + " has no silence rule, so that the clause never counts",
                                List.of(ask(era, act)))));
        var portfolio = era.portfolio().portfolio();
        Map<String, Silence> silence = portfolio.silence();
        portfolio.vocabulary().acts().keySet().stream()
                .filter(act -> !silence.containsKey(act))
                .forEach(act -> findings.add(
                        Check.NO_SILENCE_RULE,
                        era.span(),
                        List.of(),
                        "the portfolio has no silence rule for the act " + act
                                + ", so that it is forbidden wherever no agreement takes part",
                        List.of(ask(era, act))));
    }

    private static Witness ask(Era era, String act) {
        return new Witness(new Question(act, Map.of(), Map.of()), era.from(), null);
    }
}
