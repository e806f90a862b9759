package io.proviso.cli.rounds;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.rounds.RoundCited.Remark;
import io.proviso.agreement.ruling.CompiledPortfolio;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be told of an answer before it is written: no line of a record is ever taken back. */
record AnswerWarnings(Portfolio now, Portfolio before) {
    /** Of an acceptance that takes nothing, because it is of something else than was put. */
    List<String> of(String round, Instant at) {
        var cited = cited(now, round, at);
        if (cited == null || !isAnotherBargain(cited)) {
            return List.of();
        }
        var known = cited(before, round, at);
        return known != null && isAnotherBargain(known)
                ? List.of()
                : List.of("What " + cited.holder()
                        + " takes is not what was put to it: by this answer it takes nothing, and"
                        + " you are free of its right as after a decline. If it accepts what was put, say so with a"
                        + " --quantity that the round and its clause allow, or without one.");
    }

    private static @Nullable RoundCited cited(Portfolio portfolio, String round, Instant at) {
        return new CompiledPortfolio(portfolio).round(round, at, portfolio.latestRecorded());
    }

    private static boolean isAnotherBargain(RoundCited cited) {
        return cited.remarks().stream().anyMatch(Remark.TookAnotherPart.class::isInstance);
    }
}
