package io.proviso.cli.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.RoundText;
import java.time.Instant;
import java.time.InstantSource;

/** Where rounds of a portfolio stand at an instant, in a few lines each. */
record RoundStanding(Portfolio portfolio, InstantSource clock) {
    String text(String id, Instant asOf) {
        return text(id, asOf, portfolio.knownAt(asOf, clock.instant()));
    }

    String text(String id, Instant asOf, Instant knownAt) {
        var compiled = new CompiledPortfolio(portfolio);
        var cited = compiled.round(id, asOf, knownAt);
        var round = RoundCommand.round(portfolio, id);
        var text = new RoundText(portfolio.zone());
        var lines = new StringBuilder("Round ")
                .append(id)
                .append(" of ")
                .append(round.right())
                .append(": ");
        if (cited == null) {
            return lines.append("withdrawn, or not begun; it frees nobody.\n").toString();
        }
        lines.append(text.came(cited)).append(".\n");
        switch (cited.came()) {
            case RoundCited.Came.Open _ ->
                lines.append("  Silence until then ").append(silence(round)).append(".\n");
            case RoundCited.Came.Freed _, RoundCited.Came.Taken _ ->
                lines.append("  ")
                        .append(text.left(compiled.leftToOthers(id, asOf, knownAt), round))
                        .append('\n');
            case RoundCited.Came.Sent _, RoundCited.Came.Unknown _ -> {}
        }
        text.remarks(cited).forEach(remark -> lines.append("  ").append(remark).append('\n'));
        return lines.toString();
    }

    private String silence(Round round) {
        var sent = round.notice().sent();
        var right = new CompiledPortfolio(portfolio).right(round.right(), sent, portfolio.knownAt(sent, sent));
        return right.terms().onLapse() == FirstRefusal.OnLapse.ACCEPT ? "accepts" : "declines";
    }
}
