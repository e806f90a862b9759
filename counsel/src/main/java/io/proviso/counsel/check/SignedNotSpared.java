package io.proviso.counsel.check;

import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.Era;
import io.proviso.counsel.english.English;
import io.proviso.counsel.english.SpanInWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Consents that spare what was signed under them and then end by their own term: a clause that has ended spares nothing. */
final class SignedNotSpared implements PortfolioCheck.Inspection {
    private final Set<Finding.Place> found = new HashSet<>();

    @Override
    public void inspect(Era era, Findings findings) {
        era.clauses()
                .filter(version -> !(version.clause().until() instanceof End.Never))
                .forEach(version -> Era.bodies(version)
                        .filter(Permission.class::isInstance)
                        .map(Permission.class::cast)
                        .filter(permission -> permission.signed() != null)
                        .findFirst()
                        .ifPresent(permission -> tell(era, version, permission, findings)));
    }

    private void tell(Era era, ClauseVersion version, Permission permission, Findings findings) {
        var place = Finding.Place.OfClause.of(version);
        if (permission.signed() == null || !found.add(place)) {
            return;
        }
        var zone = version.agreement().clock().zone();
        var spared = new ArrayList<String>();
        if (permission.upTo() != null) {
            spared.add("the limit");
        }
        if (permission.revocable() != null) {
            spared.add("a revocation");
        }
        if (permission.signBy() != null) {
            spared.add("the last day for signing");
        }
        findings.add(
                Check.SIGNED_NOT_SPARED,
                era.span(),
                List.of(place),
                version.name() + " spares what was signed under it (" + English.condition(permission.signed())
                        + ") from " + String.join(" and ", spared) + ", but not from its own end, which comes "
                        + new SpanInWords(zone).end(version.clause().until())
                        + ": from then on nothing that was signed stands. If until: was meant as the last day for"
                        + " signing, write sign-by: in the permission instead",
                List.of());
    }
}
