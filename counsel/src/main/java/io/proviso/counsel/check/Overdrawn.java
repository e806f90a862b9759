package io.proviso.counsel.check;

import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.Era;
import io.proviso.counsel.english.English;
import java.time.Instant;
import java.util.List;

/** Consents and waivers under which more was signed than they cover. */
final class Overdrawn implements PortfolioCheck.Inspection {
    @Override
    public void inspect(Era era, Findings findings) {
        era.clauses()
                .forEach(version -> version.live().stream()
                        .map(Reading::body)
                        .filter(Permission.class::isInstance)
                        .map(Permission.class::cast)
                        .forEach(permission -> inspect(era, version, permission, findings)));
    }

    private static void inspect(Era era, ClauseVersion version, Permission permission, Findings findings) {
        if (!(permission.upTo() instanceof Limit(String facet, Stated.Known<Long>(Long limit, Instant _)))) {
            return;
        }
        var drawn = version.exercise().drawn(permission);
        if (drawn > limit) {
            findings.add(
                    Check.OVERDRAWN,
                    era.span(),
                    List.of(Finding.Place.OfClause.of(version)),
                    era.portfolio().portfolio().vocabulary().told(new Quantity(facet, drawn)) + " were drawn of the "
                            + English.grouped(limit) + " that " + version.name() + " covers "
                            + (permission.per() == Permission.Per.YEAR ? "in a calendar year" : "in all"),
                    new Drawing(permission, new Quantity(facet, 1))
                            .witnesses(era.portfolio(), era.from(), era.knownAt()));
        }
    }
}
