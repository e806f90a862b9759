package io.proviso.agreement.ruling;

import io.proviso.agreement.portfolio.KnownPapers;
import io.proviso.agreement.portfolio.Portfolio;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A portfolio as known at an instant, ready for questions stretch by stretch. */
final class KnownPortfolio {
    private final KnownPapers papers;
    private final ConcurrentMap<Walk, Optional<Instant>> walked = new ConcurrentHashMap<>();
    private final ConcurrentMap<Instant, Stretch> stretches = new ConcurrentHashMap<>();

    /** A look ahead over one act for whoever supposes some facts, from the stretch that begins then. */
    private record Walk(String act, Set<String> supposed, Instant from) {}

    KnownPortfolio(KnownPapers papers) {
        this.papers = papers;
    }

    KnownPapers papers() {
        return papers;
    }

    Stretch at(Instant asOf) {
        return stretches.computeIfAbsent(
                papers.lastChange(asOf), from -> new Stretch(papers.portfolio(), papers.knownAt(), papers.at(from)));
    }

    /**
     * The next instant at which the norms over an act change for whoever supposes some facts, or something attested happens; null
     * if nothing is known to. Looks only forward, and compiles no stretch beyond that.
     */
    @Nullable
    Instant nextChange(String act, Set<String> supposed, Instant asOf) {
        var from = papers.lastChange(asOf);
        var found = walked.get(new Walk(act, supposed, from));
        if (found == null) {
            found = Optional.ofNullable(walk(act, supposed, from));
            for (var passed : papers.changes(from, found.orElse(Instant.MAX))) {
                walked.put(new Walk(act, supposed, passed), found);
            }
        }
        return found.orElse(null);
    }

    private @Nullable Instant walk(String act, Set<String> supposed, Instant from) {
        var here = at(from).act(act, supposed);
        for (var next = papers.nextChange(from); next != null; next = papers.nextChange(next)) {
            if (papers.isAttested(next) || !at(next).act(act, supposed).saysTheSame(here)) {
                return next;
            }
        }
        return null;
    }

    /** How often an act was compiled for a stretch so far. */
    int compiled() {
        return stretches.values().stream().mapToInt(Stretch::compiled).sum();
    }

    /** One {@link KnownPortfolio} for each instant at which anything came on record, made when first asked for. */
    static final class Cache {
        private final KnownPapers.Cache papers;
        private final ConcurrentMap<Instant, KnownPortfolio> known = new ConcurrentHashMap<>();

        public Cache(Portfolio portfolio) {
            this.papers = new KnownPapers.Cache(portfolio);
        }

        /** The last instant up to then at which anything came on record. */
        public Instant recorded(Instant knownAt) {
            return papers.recorded(knownAt);
        }

        KnownPortfolio at(Instant knownAt) {
            return known.computeIfAbsent(recorded(knownAt), recorded -> new KnownPortfolio(papers.at(recorded)));
        }
    }
}
