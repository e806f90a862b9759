package io.proviso.agreement;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The agreements between two changes, as known at an instant; each act is compiled when it is first asked about. */
final class Stretch {
    private final Portfolio portfolio;
    private final Instant from;
    private final Instant knownAt;
    private final List<AgreementInForce> agreements;
    private final ConcurrentMap<String, CompiledAct> acts = new ConcurrentHashMap<>();

    Stretch(Portfolio portfolio, Instant from, Instant knownAt, List<AgreementInForce> agreements) {
        this.portfolio = portfolio;
        this.from = from;
        this.knownAt = knownAt;
        this.agreements = List.copyOf(agreements);
    }

    List<AgreementInForce> agreements() {
        return agreements;
    }

    CompiledAct act(String name) {
        return acts.computeIfAbsent(
                name, _ -> ActCompiler.compile(portfolio, portfolio.vocabulary().act(name), agreements, from, knownAt));
    }

    @Nullable
    ClauseVersion find(String agreement, String clause) {
        return agreements.stream()
                .filter(inForce -> inForce.agreement().name().equals(agreement))
                .findFirst()
                .map(inForce -> inForce.find(clause))
                .orElse(null);
    }
}
