package io.proviso.agreement.ruling;

import io.proviso.agreement.norms.ActCompiler;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.portfolio.Facts;
import io.proviso.agreement.portfolio.PapersInForce;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Question;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private final Instant knownAt;
    private final PapersInForce papers;
    private final ConcurrentMap<Supposing, CompiledAct> acts = new ConcurrentHashMap<>();
    private final ConcurrentMap<Question, UndatedRuling> findings = new ConcurrentHashMap<>();
    private final ConcurrentMap<Question, Verdict> verdicts = new ConcurrentHashMap<>();

    Stretch(Portfolio portfolio, Instant knownAt, PapersInForce papers) {
        this.portfolio = portfolio;
        this.knownAt = knownAt;
        this.papers = papers;
    }

    /** The norms over an act for whoever supposes some facts; only those matter that the record speaks of. */
    CompiledAct act(String name, Set<String> supposed) {
        var facts = supposed.stream()
                .filter(fact ->
                        !new Facts(portfolio, papers.from(), knownAt).on(fact).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return acts.computeIfAbsent(
                new Supposing(name, facts),
                _ -> ActCompiler.compile(
                        portfolio,
                        portfolio.vocabulary().act(name),
                        papers.agreements(),
                        papers.from(),
                        new Facts(portfolio, papers.from(), knownAt, facts)));
    }

    /** What was found on a question, or is now; nothing that a finding depends on changes within the stretch. */
    UndatedRuling finding(Question question, Function<Question, UndatedRuling> find) {
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
}
