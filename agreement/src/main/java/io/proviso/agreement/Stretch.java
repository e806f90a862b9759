package io.proviso.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The agreements between two changes, as known at an instant; each act is compiled, and each question answered, when it is
 * first asked about.
 */
final class Stretch {
    /** Some megabytes; whoever asks more different questions about one stretch is not asking them again. */
    private static final int MOST_FINDINGS = 4_096;

    /** An act, and the facts of which the record does not count because a question supposes them. */
    private record Supposing(String act, Set<String> facts) {}

    private final Portfolio portfolio;
    private final Instant from;
    private final Instant knownAt;
    private final List<AgreementInForce> agreements;
    private final Map<String, AgreementInForce> byName;
    private final ConcurrentMap<Supposing, CompiledAct> acts = new ConcurrentHashMap<>();
    private final ConcurrentMap<Question, Finding> findings = new ConcurrentHashMap<>();
    private final ConcurrentMap<Question, Verdict> verdicts = new ConcurrentHashMap<>();
    private volatile StandingRights.@Nullable Found rights;

    Stretch(Portfolio portfolio, Instant from, Instant knownAt, List<AgreementInForce> agreements) {
        this.portfolio = portfolio;
        this.from = from;
        this.knownAt = knownAt;
        this.agreements = List.copyOf(agreements);
        this.byName = agreements.stream()
                .collect(Collectors.toUnmodifiableMap(
                        inForce -> inForce.agreement().name(), inForce -> inForce));
    }

    List<AgreementInForce> agreements() {
        return agreements;
    }

    /** The norms over an act for whoever supposes some facts; only those matter that the record speaks of. */
    CompiledAct act(String name, Set<String> supposed) {
        var facts = supposed.stream()
                .filter(fact -> !new Facts(portfolio, from, knownAt).on(fact).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return acts.computeIfAbsent(
                new Supposing(name, facts),
                _ -> ActCompiler.compile(
                        portfolio,
                        portfolio.vocabulary().act(name),
                        agreements,
                        from,
                        new Facts(portfolio, from, knownAt, facts)));
    }

    /** What was found on a question, or is now; nothing that a finding depends on changes within the stretch. */
    Finding finding(Question question, Function<Question, Finding> find) {
        return remembered(findings, question, find);
    }

    /** What a finding says without its reasons, for whoever asks for no more. */
    Verdict verdict(Question question, Function<Question, Verdict> find) {
        var found = findings.get(question);
        return found == null ? remembered(verdicts, question, find) : found.verdict();
    }

    private static <T> T remembered(ConcurrentMap<Question, T> all, Question question, Function<Question, T> find) {
        if (all.size() >= MOST_FINDINGS) {
            all.clear();
        }
        return all.computeIfAbsent(question, find);
    }

    /** How many acts were compiled so far. */
    int compiled() {
        return acts.size();
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

    @Nullable
    ClauseVersion find(ClauseName clause) {
        var agreement = byName.get(clause.agreement());
        return agreement == null ? null : agreement.find(clause.clause());
    }
}
