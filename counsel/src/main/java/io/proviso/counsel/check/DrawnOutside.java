package io.proviso.counsel.check;

import io.proviso.agreement.Draw;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.Exercise;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.counsel.Witness;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was signed under consents and waivers while they covered nothing new; it counts against their limits all the same. */
final class DrawnOutside {
    private final CompiledPortfolio portfolio;
    private final Instant knownAt;

    DrawnOutside(CompiledPortfolio portfolio) {
        this.portfolio = portfolio;
        this.knownAt = portfolio.portfolio().latestRecorded();
    }

    void inspect(Findings findings) {
        for (var draw : portfolio.portfolio().draws()) {
            var version = inForce(draw);
            var why = version == null ? "it was not in force" : revoked(version, draw.at());
            if (why != null) {
                findings.addAlone(new Finding(
                        Check.DRAWN_OUTSIDE,
                        List.of(new Finding.Place.OfClause(
                                draw.clause(),
                                version == null
                                        ? draw.source().title()
                                        : version.instrument().name())),
                        new Interval(draw.at(), portfolio.nextChange(draw.at(), knownAt)),
                        portfolio.portfolio().vocabulary().told(draw.quantity()) + " were drawn of "
                                + draw.clause().clause() + " when " + why,
                        witnesses(draw)));
            }
        }
    }

    /** By the scope the clause has at some time: when it was drawn of, it may have had none. */
    private List<Witness> witnesses(Draw draw) {
        return portfolio.portfolio().agreements().stream()
                .filter(agreement -> agreement.name().equals(draw.clause().agreement()))
                .flatMap(agreement -> agreement.readings(draw.clause().clause()).stream())
                .map(Reading::body)
                .filter(Permission.class::isInstance)
                .map(Permission.class::cast)
                .filter(permission -> permission.upTo() != null)
                .map(permission -> new Drawing(permission, draw.quantity()).witnesses(portfolio, draw.at(), knownAt))
                .filter(witnesses -> !witnesses.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private @Nullable ClauseVersion inForce(Draw draw) {
        return portfolio.inForce(draw.at(), knownAt).stream()
                .filter(inForce ->
                        inForce.agreement().name().equals(draw.clause().agreement()))
                .flatMap(inForce -> Stream.ofNullable(inForce.find(draw.clause().clause())))
                .findFirst()
                .orElse(null);
    }

    /** Why it covers no new contract in any reading; null if it still does in one. */
    private static @Nullable String revoked(ClauseVersion version, Instant at) {
        var exercise = version.exercise();
        return exercise.revocation() != null && version.live().stream().allMatch(one -> isOver(exercise, one, at))
                ? "it had been revoked and covered no new contract"
                : null;
    }

    private static boolean isOver(Exercise exercise, Reading reading, Instant at) {
        var over = exercise.over(reading);
        return over != null && !at.isBefore(over);
    }
}
