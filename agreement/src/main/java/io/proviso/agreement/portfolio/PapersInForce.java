package io.proviso.agreement.portfolio;

import io.proviso.agreement.clause.ClauseName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The agreements between two changes, as known at an instant. */
public final class PapersInForce {
    private final Instant from;
    private final List<AgreementInForce> agreements;
    private final Map<String, AgreementInForce> byName;
    private volatile StandingRights.@Nullable Found rights;

    PapersInForce(Instant from, List<AgreementInForce> agreements) {
        this.from = from;
        this.agreements = List.copyOf(agreements);
        this.byName = agreements.stream()
                .collect(Collectors.toUnmodifiableMap(
                        inForce -> inForce.agreement().name(), inForce -> inForce));
    }

    public Instant from() {
        return from;
    }

    public List<AgreementInForce> agreements() {
        return agreements;
    }

    @Nullable
    public ClauseVersion find(ClauseName clause) {
        var agreement = byName.get(clause.agreement());
        return agreement == null ? null : agreement.find(clause.clause());
    }

    /** The rights of first refusal, found when first asked for. */
    StandingRights.Found rights(Supplier<StandingRights.Found> find) {
        var found = rights;
        if (found == null) {
            found = find.get();
            rights = found;
        }
        return found;
    }
}
