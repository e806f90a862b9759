package io.proviso.agreement.portfolio;

import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rights of first refusal of a portfolio as known at an instant, each with its known end. */
public final class StandingRights {
    /**
     * The rights of one stretch of time.
     *
     * @param written all that clauses in force give, even if the record attests the milestone that ended them: a question may
     *     suppose that it has not come
     * @param standing those which no attested milestone has ended
     */
    public record Found(List<RightInForce> written, List<RightInForce> standing) {
        public Found {
            written = List.copyOf(written);
            standing = List.copyOf(standing);
        }
    }

    private final Portfolio portfolio;
    private final KnownPapers papers;
    private final Instant knownAt;

    public StandingRights(Portfolio portfolio, KnownPapers papers, Instant knownAt) {
        this.portfolio = portfolio;
        this.papers = papers;
        this.knownAt = knownAt;
    }

    public Found asOf(Instant asOf) {
        var inForce = papers.at(asOf);
        return inForce.rights(() -> find(inForce, asOf));
    }

    private Found find(PapersInForce inForce, Instant asOf) {
        var written = new ArrayList<RightInForce>();
        var standing = new ArrayList<RightInForce>();
        for (var agreement : inForce.agreements()) {
            for (var version : agreement.clauses()) {
                var terms = firstRefusal(version);
                if (terms != null) {
                    var right = right(version, terms, asOf, Map.of());
                    written.add(right);
                    if (!isOver(version, asOf, Map.of()) && !new Facts(portfolio, asOf, knownAt).sleeps(version)) {
                        standing.add(right);
                    }
                }
            }
        }
        return new Found(written, standing);
    }

    /** The right as one reading of its clause has it, with those facts supposed. */
    public RightInForce right(ClauseVersion version, FirstRefusal right, Instant asOf, Map<String, String> supposed) {
        var agreement = version.agreement();
        var answering = right.answering();
        return new RightInForce(
                version.id(),
                right,
                portfolio.deadlines(agreement.clock().of(answering), knownAt),
                answering.window().asKnown(knownAt),
                endOf(version, asOf, supposed, then -> firstRefusal(then) != null));
    }

    /** The consent that one reading of a clause asks for, with those facts supposed. */
    public ConsentInForce consent(
            ClauseVersion version, Prohibition.Answer answer, Instant asOf, Map<String, String> supposed) {
        return new ConsentInForce(
                version.id(),
                answer,
                portfolio.deadlines(version.agreement().clock(), knownAt),
                endOf(version, asOf, supposed, _ -> true));
    }

    private @Nullable Instant endOf(
            ClauseVersion standing, Instant asOf, Map<String, String> supposed, Predicate<ClauseVersion> goesOn) {
        boolean endsByRecord = !isOver(standing, asOf, supposed);
        for (var next = papers.nextChange(asOf); next != null; next = papers.nextChange(next)) {
            var version = papers.at(next).find(standing.id());
            if (version == null || !goesOn.test(version) || (endsByRecord && isOver(version, next, supposed))) {
                return next;
            }
        }
        return null;
    }

    /** Whether a milestone has ended a clause that stands: as the record attests it, or as it is supposed. */
    private boolean isOver(ClauseVersion version, Instant asOf, Map<String, String> supposed) {
        var facts = new Facts(portfolio, asOf, knownAt);
        return version.span().until().hasCome(asOf, awaited -> {
            var value = supposed.get(awaited.milestone().facet());
            return value == null
                    ? facts.haveCome(awaited, version.begins(), version.agreement())
                    : awaited instanceof End.OnMilestone milestone
                            && milestone.values().contains(value);
        });
    }

    /** The right a clause gives. Where its readings differ nobody can say how long the holder has, so no window is known. */
    private static @Nullable FirstRefusal firstRefusal(ClauseVersion version) {
        var rights = version.live().stream()
                .map(Reading::body)
                .filter(FirstRefusal.class::isInstance)
                .map(FirstRefusal.class::cast)
                .distinct()
                .toList();
        if (rights.isEmpty()) {
            return null;
        }
        return rights.size() == 1 ? rights.getFirst() : rights.getFirst().withoutWindow();
    }
}
