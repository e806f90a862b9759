package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Came;
import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Span;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the record says of supplied facts as of an instant, as known at another; each entry for its own scope. */
public final class Facts {
    private final Portfolio portfolio;
    private final Instant asOf;
    private final Instant knownAt;
    private final Set<String> supposed;

    public Facts(Portfolio portfolio, Instant asOf, Instant knownAt) {
        this(portfolio, asOf, knownAt, Set.of());
    }

    /** What a question supposes of a fact takes the place of all that the record says of it, of what has been too. */
    public Facts(Portfolio portfolio, Instant asOf, Instant knownAt, Set<String> supposed) {
        this.portfolio = portfolio;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.supposed = supposed;
    }

    public Instant asOf() {
        return asOf;
    }

    /** The entries on a fact, the latest first: the first of them in whose scope a question lies says what the fact is. */
    public List<Attestation> on(String fact) {
        return portfolio.record().stream()
                .filter(entry -> entry.facet().equals(fact))
                .filter(entry -> !entry.at().isAfter(asOf) && !entry.recorded().isAfter(knownAt))
                .sorted(Comparator.comparing(Attestation::at)
                        .thenComparing(Attestation::recorded)
                        .reversed())
                .toList();
    }

    /** Whether an event has come, for every question there could be, and since when without a break. */
    public Came came(End.OnMilestone event) {
        Instant since = null;
        boolean said = false;
        for (var entry : on(event.facet())) {
            if (!entry.scope().facets().isEmpty()) {
                continue;
            }
            said = true;
            if (!event.values().contains(entry.value())) {
                // Of one instant the entry that was recorded last counts.
                if (!entry.at().equals(since)) {
                    break;
                }
                continue;
            }
            since = entry.at();
        }
        return came(event, since, said);
    }

    /** Whether an event has come, for every question there could be, and when first: only a correction of the entry undoes it. */
    Came cameFirst(End.OnMilestone event) {
        Instant first = null;
        Instant looked = null;
        for (var entry : on(event.facet())) {
            if (!entry.scope().facets().isEmpty() || entry.at().equals(looked)) {
                continue;
            }
            // Of one instant the entry that was recorded last counts.
            looked = entry.at();
            if (event.values().contains(entry.value())) {
                first = looked;
            }
        }
        return came(event, first, looked != null);
    }

    private Came came(End.OnMilestone event, @Nullable Instant at, boolean said) {
        if (at != null) {
            return new Came.Since(at);
        }
        return said || unsaid(event.facet()).stream().noneMatch(event.values()::contains)
                ? new Came.NotYet()
                : new Came.Unknown();
    }

    /** All entries on record, those on what has not happened yet among them. */
    public Stream<Attestation> known() {
        return portfolio.record().stream().filter(entry -> !entry.recorded().isAfter(knownAt));
    }

    /** What a fact may be where no entry says: its default, or anything if it has none. */
    public List<String> unsaid(String fact) {
        return switch (portfolio.vocabulary().facet(fact)) {
            case Facet.Choice choice when choice.defaultValue() != null -> List.of(choice.defaultValue());
            case Facet.Choice choice -> choice.values();
            case Facet.Measure _ -> List.of();
        };
    }

    /**
     * Whether a clause that began then has come to its end, for every question there could be. A milestone that was there once has
     * come for good: what the fact becomes later does not undo it, only a correction of the entry does.
     */
    public boolean haveEnded(ClauseVersion version) {
        return haveEnded(version.span(), version.agreement());
    }

    boolean haveEnded(Span span, Agreement agreement) {
        return span.until().hasCome(asOf, awaited -> haveCome(awaited, span.begins(), agreement));
    }

    /** The days on which a clause ends, whatever else does: those it names, and those of periods after an event that are over. */
    public Stream<Instant> ends(ClauseVersion version) {
        var until = version.span().until();
        return Stream.concat(
                until.instants(),
                until.periods()
                        .flatMap(after -> over(after, version.begins(), version.agreement()).stream()
                                .map(Over::at)));
    }

    /** Whether a clause sleeps until something that has come for no question there could be. */
    public boolean sleeps(ClauseVersion version) {
        var from = version.span().from();
        return from != null
                && !from.hasCome(
                        asOf,
                        awaited -> hasCome(
                                awaited,
                                version.begins(),
                                version.agreement(),
                                (then, milestone) -> then.anywhere(milestone.facet()).stream()
                                        .anyMatch(milestone.values()::contains)));
    }

    boolean haveCome(End.Awaited awaited, Instant begins, Agreement agreement) {
        return hasCome(
                awaited,
                begins,
                agreement,
                (then, milestone) -> milestone.values().containsAll(then.anywhere(milestone.facet())));
    }

    private boolean hasCome(
            End.Awaited awaited, Instant begins, Agreement agreement, BiPredicate<Facts, End.OnMilestone> said) {
        var milestone = awaited.milestone();
        if (portfolio.vocabulary().facet(milestone.facet()).suppliedBy() == Facet.SuppliedBy.CALLER) {
            return false;
        }
        return switch (awaited) {
            case End.OnMilestone _ ->
                since(milestone.facet(), begins).stream().anyMatch(then -> said.test(then, milestone));
            case End.After after ->
                over(after, begins, agreement).stream()
                        .anyMatch(over -> over.from().stream().allMatch(then -> said.test(then, milestone)));
        };
    }

    /**
     * A period that is over.
     *
     * @param at the first instant after it
     * @param from the record at the change from which it counts, and at each later one up to the beginning of the clause: what was
     *     there before and gone again is no event for it
     */
    public record Over(Instant at, List<Facts> from) {}

    /** The periods after an event that are over, counted from each change of its fact; none of a fact that is supposed. */
    public List<Over> over(End.After after, Instant begins, Agreement agreement) {
        var fact = after.milestone().facet();
        if (supposed.contains(fact)) {
            return List.of();
        }
        var periods = portfolio.periods(agreement, knownAt);
        var changes = on(fact).stream().map(Attestation::at).distinct().sorted().toList();
        return changes.stream()
                .map(change -> new Over(
                        periods.over(change, after.period()),
                        changes.stream()
                                .filter(at -> at.equals(change) || (at.isAfter(change) && !at.isAfter(begins)))
                                .map(then -> new Facts(portfolio, then, knownAt))
                                .toList()))
                .filter(over -> !over.at().isAfter(asOf))
                .toList();
    }

    /** The record as it stood when something began, and at each change of a fact since, the latest last; none of a fact that is supposed. */
    public List<Facts> since(String fact, Instant begins) {
        if (supposed.contains(fact)) {
            return List.of();
        }
        var changes = on(fact).stream().map(Attestation::at).filter(at -> at.isAfter(begins));
        var first = begins.isAfter(asOf) ? asOf : begins;
        return Stream.concat(Stream.of(first), changes)
                .distinct()
                .sorted()
                .map(then -> new Facts(portfolio, then, knownAt))
                .toList();
    }

    private Set<String> anywhere(String fact) {
        var values = new LinkedHashSet<String>();
        for (var entry : on(fact)) {
            values.add(entry.value());
            if (entry.scope().facets().isEmpty()) {
                return values;
            }
        }
        values.addAll(unsaid(fact));
        return values;
    }
}
