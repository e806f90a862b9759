package io.proviso.agreement;

import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Periods;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of an agreement as its papers leave them, paper after paper, as known at an instant: the one place that knows what
 * a change does.
 *
 * <p>Papers take effect in the order of their instants. Of those of one instant a consent comes after what it may be given for, and
 * otherwise names order them, because lines of a file must not: {@code PapersOfOneInstant} refuses those whose order would matter.
 */
public final class Chain {
    /**
     * A clause as it stands.
     *
     * @param clause as it was written last, with the overrides that it inherited
     * @param instrument the paper by which it reads as it does
     * @param brought by reading the later paper that brought it; a reading that came with the clause is missing
     * @param span when it binds
     * @param since when it began to read as it does
     * @param grant the consent or waiver that gave it, whichever paper last wrote of it; null if the clause is neither
     * @param revokedBy the paper that took it back; null if none did
     */
    public record Link(
            Clause clause,
            Instrument instrument,
            List<Reading> readings,
            Map<String, Instrument> brought,
            Span span,
            Instant since,
            @Nullable Instrument grant,
            @Nullable Instrument revokedBy) {
        public Link {
            readings = List.copyOf(readings);
            brought = Map.copyOf(brought);
        }

        /** Whether it is a consent or waiver for that clause. */
        boolean pierces(String other) {
            return grant != null && clause.overrides().contains(other);
        }

        private Link interpreted(Instrument by, Reading another) {
            var all = new ArrayList<>(readings);
            all.add(another);
            var more = new HashMap<>(brought);
            more.put(another.name(), by);
            return new Link(clause, instrument, all, more, span, by.effective(), grant, revokedBy);
        }

        private Link endedInPart(Instrument by, List<Reading> others) {
            var more = new HashMap<String, Instrument>();
            others.forEach(reading -> more.put(reading.name(), by));
            return new Link(clause, by, others, more, span, by.effective(), grant, revokedBy);
        }

        private Link takenBack(Instrument by) {
            return new Link(clause, instrument, readings, brought, span, since, grant, by);
        }
    }

    private final Instant knownAt;
    private final Periods periods;
    private final BiPredicate<Link, Instant> hasEnded;
    private final Map<String, Link> links = new LinkedHashMap<>();
    /** When a clause of that name came to its end: what was drawn before is not drawn of the next one. */
    private final Map<String, Instant> died = new HashMap<>();
    /** Consents and waivers that died with the clause they pierced. */
    private final Set<String> deadWithTheirClause = new HashSet<>();

    private boolean begun;
    private @Nullable Instrument terminatedBy;

    /** No paper yet; {@code hasEnded} tells which clauses have come to their own end by an instant. */
    public Chain(Instant knownAt, Periods periods, BiPredicate<Link, Instant> hasEnded) {
        this.knownAt = knownAt;
        this.periods = periods;
        this.hasEnded = hasEnded;
    }

    /** No paper yet, and clauses that come to their end by date alone. */
    public Chain(Instant knownAt, Periods periods) {
        this(knownAt, periods, (link, asOf) -> link.span().isOver(asOf));
    }

    /** The same papers, to try out what may not count. */
    public Chain(Chain other) {
        this(other.knownAt, other.periods, other.hasEnded);
        links.putAll(other.links);
        died.putAll(other.died);
        deadWithTheirClause.addAll(other.deadWithTheirClause);
        begun = other.begun;
        terminatedBy = other.terminatedBy;
    }

    /** The papers on record that bind anybody, in the order in which they take effect. */
    public static List<Instrument> binding(Agreement agreement, Instant knownAt) {
        return agreement.instruments().stream()
                .filter(paper -> paper.type() != Instrument.Type.MOU)
                .filter(paper -> !paper.recorded().isAfter(knownAt))
                .toList();
    }

    /** All papers, in the order in which they take effect, or would if they bound anybody. */
    static List<Instrument> inOrder(List<Instrument> papers) {
        return papers.stream()
                .sorted(Comparator.comparing(Instrument::effective)
                        .thenComparing(paper -> !paper.terminates())
                        .thenComparing(Instrument::isGrant)
                        .thenComparing(Instrument::name))
                .toList();
    }

    public Chain applyAll(List<Instrument> papers) {
        papers.forEach(this::apply);
        return this;
    }

    public void apply(Instrument paper) {
        begun = true;
        paper.changes().forEach(change -> apply(paper, change));
    }

    public void apply(Instrument paper, Change change) {
        if (terminatedBy != null) {
            return;
        }
        switch (change) {
            case Change.Adds(Clause clause) -> put(paper, clause, paper.isGrant() ? paper : null);
            case Change.Restates(Clause clause, List<String> keeps) -> restate(paper, clause, keeps);
            case Change.Ends(String name, List<Reading> readings) -> end(paper, name, readings);
            case Change.Interprets(String name, Reading reading) ->
                links.computeIfPresent(name, (_, old) -> old.interpreted(paper, reading));
            case Change.Revokes(String name) -> links.computeIfPresent(name, (_, old) -> old.takenBack(paper));
            case Change.Terminates() -> {
                links.clear();
                terminatedBy = paper;
            }
        }
    }

    private void put(Instrument paper, Clause clause, @Nullable Instrument grant) {
        if (clause.provenance().recorded().isAfter(knownAt)) {
            return;
        }
        var old = links.get(clause.name());
        if (old != null && hasEnded.test(old, paper.effective())) {
            died.put(clause.name(), paper.effective());
        }
        deadWithTheirClause.remove(clause.name());
        var span = Span.of(clause, paper.effective(), periods);
        links.put(
                clause.name(), new Link(clause, paper, clause.readings(), Map.of(), span, span.begins(), grant, null));
    }

    /** A consent stays one by whatever paper it is restated; one that the same paper writes is for the clause as restated. */
    private void restate(Instrument paper, Clause clause, List<String> keeps) {
        if (clause.provenance().recorded().isAfter(knownAt)) {
            return;
        }
        var old = links.get(clause.name());
        var grant = paper.isGrant() ? paper : old == null ? null : old.grant();
        put(paper, old == null ? clause : clause.inheriting(old.clause()), grant);
        strike(
                paper,
                clause.name(),
                consent -> !keeps.contains(consent.clause().name())
                        && !paper.writes(consent.clause().name()));
    }

    private void end(Instrument paper, String name, List<Reading> readings) {
        if (!readings.isEmpty()) {
            links.computeIfPresent(name, (_, old) -> old.endedInPart(paper, readings));
        } else if (links.remove(name) != null) {
            died.put(name, paper.effective());
            strike(paper, name, _ -> true);
        }
    }

    /** Consents and waivers die with the clause they pierce. */
    private void strike(Instrument paper, String pierced, Predicate<Link> dies) {
        links.values().removeIf(link -> {
            boolean dead = link.pierces(pierced) && dies.test(link);
            if (dead) {
                died.put(link.clause().name(), paper.effective());
                deadWithTheirClause.add(link.clause().name());
            }
            return dead;
        });
    }

    /** From the first paper on, until the agreement is terminated. */
    public boolean inForce() {
        return begun && terminatedBy == null;
    }

    @Nullable
    public Instrument terminatedBy() {
        return terminatedBy;
    }

    /** The clauses that stand, by name. */
    public Map<String, Link> links() {
        return Collections.unmodifiableMap(links);
    }

    @Nullable
    public Link find(String clause) {
        return links.get(clause);
    }

    /** Whether it was a consent or waiver that died with the clause it pierced, and was not given anew. */
    public boolean diedWithItsClause(String clause) {
        return deadWithTheirClause.contains(clause);
    }

    /** From when on what is drawn under that name is drawn of the clause as it stands. */
    public Instant countsDrawsFrom(String clause) {
        return died.getOrDefault(clause, Instant.MIN);
    }
}
