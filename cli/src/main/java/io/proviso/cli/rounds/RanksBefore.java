package io.proviso.cli.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.rounds.RoundCited.Came;
import io.proviso.agreement.ruling.CompiledPortfolio;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Rights that come before another in rank, whose holders must have refused before its holder is asked. */
record RanksBefore(Portfolio portfolio) {
    /** A sentence for each holder that has refused nothing of what a round puts to one of a later rank. */
    List<String> notRefused(String id, Instant sent) {
        var compiled = new CompiledPortfolio(portfolio);
        var knownAt = portfolio.knownAt(sent, sent);
        var round = RoundCommand.round(portfolio, id);
        var asked = compiled.right(round.right(), sent, knownAt);
        return compiled.rights(sent, knownAt).stream()
                .filter(right -> rank(right) < rank(asked) && isAboutTheSame(right, asked))
                .filter(right -> portfolio.rounds().stream()
                        .noneMatch(other -> other.right().equals(right.name())
                                && isOfOneNeed(other, round)
                                && hasRefused(compiled, other, sent, knownAt)))
                .map(right -> right.terms().holder() + " comes first: its right "
                        + right.name().clause() + " of "
                        + right.name().agreement() + " has rank " + rank(right) + ", that of "
                        + asked.terms().holder() + " rank " + rank(asked)
                        + ", and no refusal of it is on record. Put it to "
                        + right.terms().holder() + " first.")
                .toList();
    }

    private static int rank(RightInForce right) {
        return right.terms().preemption().conduct().rank();
    }

    private static boolean isAboutTheSame(RightInForce right, RightInForce other) {
        return !Collections.disjoint(
                right.terms().scope().acts(), other.terms().scope().acts());
    }

    private static boolean isOfOneNeed(Round one, Round other) {
        return (one.request() == null || other.request() == null)
                ? one.put().equals(other.put())
                : Objects.equals(one.request(), other.request());
    }

    private static boolean hasRefused(CompiledPortfolio compiled, Round round, Instant asOf, Instant knownAt) {
        var cited = compiled.round(round.id(), asOf, knownAt);
        return cited != null && (cited.came() instanceof Came.Freed || cited.came() instanceof Came.Taken);
    }
}
