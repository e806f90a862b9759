package io.proviso.agreement;

import java.util.List;
import java.util.stream.Stream;

/**
 * A consent or waiver of which not all may be left, behind a clause that a ruling cites: the clause itself, or one that gives
 * it up within its limit.
 */
public record Exercised(Citation cited, ClauseVersion given) {
    /** Whether the clause cited is the consent or waiver itself. */
    public boolean isCited() {
        return given.id().equals(cited.clause());
    }

    /**
     * All behind the clauses that decided, as they stood when the ruling was made, where an audience may read both what is cited
     * and what is given.
     */
    public static List<Exercised> behind(Ruling ruling, Portfolio portfolio, Disclosure audience) {
        return ruling.deciding().stream()
                .filter(cited -> audience.mayRead(cited.disclosure()))
                .flatMap(cited -> inForce(cited.clause().agreement(), ruling.asking(), portfolio)
                        .filter(given -> audience.mayRead(given.clause().disclosure()))
                        .map(given -> new Exercised(cited, given))
                        .filter(Exercised::matters))
                .toList();
    }

    private boolean matters() {
        return (isCited() || given.pierces(cited.clause().clause()))
                && given.live().stream()
                        .anyMatch(
                                reading -> reading.body() instanceof Permission permission && permission.isExercised());
    }

    private static Stream<ClauseVersion> inForce(String agreement, Ruling.Asking asking, Portfolio portfolio) {
        return portfolio.agreements().stream()
                .filter(one -> one.name().equals(agreement))
                .map(one -> AgreementInForce.at(portfolio, one, asking.asOf(), asking.knownAt()))
                .flatMap(Stream::ofNullable)
                .flatMap(one -> one.clauses().stream());
    }
}
