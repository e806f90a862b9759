package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Chain;
import io.proviso.agreement.Change;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Span;
import io.proviso.calendar.UnlistedYear;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The agreements of a portfolio as known at an instant, cut where something changes. */
public final class KnownPapers {
    private final Portfolio portfolio;
    private final Instant knownAt;
    private final TreeSet<Instant> changes;
    private final List<Counted> periods;
    private final Set<Instant> attested;
    private final ConcurrentMap<Instant, PapersInForce> inForce = new ConcurrentHashMap<>();
    private volatile @Nullable Map<Instant, Map<ClauseName, List<UnlistedYear>>> doubtful;

    KnownPapers(Portfolio portfolio, Instant knownAt) {
        this.portfolio = portfolio;
        this.knownAt = knownAt;
        this.changes = new TreeSet<>();
        this.periods = portfolio.agreements().stream()
                .flatMap(agreement -> periods(agreement, Chain.binding(agreement, knownAt)))
                .toList();
        periods.stream().map(Counted::over).forEach(changes::add);
        changes.add(Instant.MIN);
        for (var agreement : portfolio.agreements()) {
            var binding = Chain.binding(agreement, knownAt);
            for (var instrument : binding) {
                changes.add(instrument.effective());
                written(instrument)
                        .flatMap(KnownPapers::bounds)
                        .flatMap(End::instants)
                        .forEach(changes::add);
            }
            noticesOver(agreement, binding).forEach(changes::add);
            coverage(agreement).forEach(changes::add);
        }
        portfolio.draws().stream()
                .filter(draw -> !draw.recorded().isAfter(knownAt))
                .map(Draw::at)
                .forEach(changes::add);
        this.attested = portfolio.record().stream()
                .filter(entry -> !entry.recorded().isAfter(knownAt))
                .map(Attestation::at)
                .collect(Collectors.toSet());
        changes.addAll(attested);
    }

    private static Stream<Clause> written(Instrument instrument) {
        return instrument.changes().stream().map(Change::written).flatMap(Stream::ofNullable);
    }

    private static Stream<End> bounds(Clause clause) {
        return Stream.concat(Stream.ofNullable(clause.sleepsUntil()), Stream.of(clause.until()));
    }

    /** A period that a clause names, from a day or from an event on record. */
    private record Counted(ClauseName clause, Instant over, List<UnlistedYear> unlisted) {}

    private Stream<Counted> periods(Agreement agreement, List<Instrument> binding) {
        var counting = portfolio.periods(agreement, knownAt);
        return binding.stream()
                .flatMap(instrument -> written(instrument).flatMap(clause -> {
                    var name = new ClauseName(agreement.name(), clause.name());
                    var begins =
                            Span.of(clause, instrument.effective(), counting).begins();
                    return bounds(clause)
                            .flatMap(End::periods)
                            .flatMap(after -> anchors(after, begins)
                                    .map(from -> new Counted(
                                            name,
                                            counting.over(from, after.period()),
                                            counting.unlisted(from, after.period()))));
                }));
    }

    private Stream<Instant> anchors(End.After after, Instant begins) {
        return switch (after.from()) {
            case End.Anchor.Day(Instant day) -> Stream.of(day);
            case End.Anchor.Beginning() -> Stream.of(begins);
            case End.Anchor.Event(End.OnMilestone milestone) ->
                portfolio.record().stream()
                        .filter(entry -> !entry.recorded().isAfter(knownAt))
                        .filter(entry -> entry.facet().equals(milestone.facet()))
                        .map(Attestation::at);
        };
    }

    /** When permissions cover no new contract, and when a year begins after one in which something was drawn of a limit for each year. */
    private Stream<Instant> coverage(Agreement agreement) {
        var zone = agreement.clock().zone();
        return agreement.readings().entrySet().stream().flatMap(clause -> {
            var permissions = clause.getValue().stream()
                    .map(Reading::body)
                    .filter(Permission.class::isInstance)
                    .map(Permission.class::cast)
                    .toList();
            var name = new ClauseName(agreement.name(), clause.getKey());
            boolean yearly = permissions.stream().anyMatch(permission -> permission.per() == Permission.Per.YEAR);
            return Stream.concat(
                    permissions.stream().map(Permission::signBy).flatMap(Stream::ofNullable),
                    portfolio.draws().stream()
                            .filter(draw -> yearly && draw.clause().equals(name))
                            .map(draw -> draw.at()
                                    .atZone(zone)
                                    .toLocalDate()
                                    .plusYears(1)
                                    .withDayOfYear(1)
                                    .atStartOfDay(zone)
                                    .toInstant()));
        });
    }

    /** When what was taken back is over, by the terms of each day: a reading may come, or go, while a notice runs. */
    private Stream<Instant> noticesOver(Agreement agreement, List<Instrument> binding) {
        return revoked(agreement, binding)
                .flatMap(version ->
                        Objects.requireNonNull(version.exercise().revocation()).over());
    }

    /** Changes whose instant depends on years beyond a calendar's list, with the clauses whose notice or period is over then. */
    public Map<Instant, Map<ClauseName, List<UnlistedYear>>> doubtful() {
        var found = doubtful;
        if (found == null) {
            found = findDoubtful();
            doubtful = found;
        }
        return found;
    }

    private Map<Instant, Map<ClauseName, List<UnlistedYear>>> findDoubtful() {
        var all = new TreeMap<Instant, Map<ClauseName, List<UnlistedYear>>>();
        periods.stream()
                .filter(counted -> !counted.unlisted().isEmpty())
                .forEach(counted -> all.computeIfAbsent(counted.over(), _ -> new TreeMap<>())
                        .put(counted.clause(), counted.unlisted()));
        for (var agreement : portfolio.agreements()) {
            revoked(agreement, Chain.binding(agreement, knownAt))
                    .forEach(version -> Objects.requireNonNull(
                                    version.exercise().revocation())
                            .doubtful()
                            .forEach((change, years) -> all.computeIfAbsent(change, _ -> new TreeMap<>())
                                    .put(version.id(), years)));
        }
        return all;
    }

    private Stream<ClauseVersion> revoked(Agreement agreement, List<Instrument> binding) {
        if (binding.stream()
                .flatMap(instrument -> instrument.changes().stream())
                .noneMatch(Change.Revokes.class::isInstance)) {
            return Stream.empty();
        }
        return binding.stream()
                .map(Instrument::effective)
                .distinct()
                .map(day -> AgreementInForce.at(portfolio, agreement, day, knownAt))
                .flatMap(Stream::ofNullable)
                .flatMap(then -> then.clauses().stream())
                .filter(version -> version.exercise().revocation() != null);
    }

    public Portfolio portfolio() {
        return portfolio;
    }

    public Instant knownAt() {
        return knownAt;
    }

    public PapersInForce at(Instant asOf) {
        return inForce.computeIfAbsent(lastChange(asOf), this::from);
    }

    private PapersInForce from(Instant from) {
        var agreements = portfolio.agreements().stream()
                .map(agreement -> AgreementInForce.at(portfolio, agreement, from, knownAt))
                .flatMap(Stream::ofNullable)
                .toList();
        return new PapersInForce(from, agreements);
    }

    /** The last instant up to this one at which something changed. */
    public Instant lastChange(Instant asOf) {
        return Objects.requireNonNull(changes.floor(asOf));
    }

    /** The next instant after this one at which something changes; null if nothing is known to. */
    @Nullable
    public Instant nextChange(Instant asOf) {
        return changes.higher(asOf);
    }

    /** The instants from one on and before another at which something changes. */
    public SortedSet<Instant> changes(Instant from, Instant before) {
        return changes.subSet(from, true, before, false);
    }

    /** Whether something attested happens just then. */
    public boolean isAttested(Instant at) {
        return attested.contains(at);
    }

    /** One {@link KnownPapers} for each instant at which anything came on record, made when first asked for. */
    public static final class Cache {
        private final Portfolio portfolio;
        private final TreeSet<Instant> recorded = new TreeSet<>();
        private final ConcurrentMap<Instant, KnownPapers> known = new ConcurrentHashMap<>();

        public Cache(Portfolio portfolio) {
            this.portfolio = portfolio;
            recorded.add(Instant.MIN);
            portfolio.recorded().forEach(recorded::add);
        }

        /** The last instant up to then at which anything came on record. */
        public Instant recorded(Instant knownAt) {
            return Objects.requireNonNull(recorded.floor(knownAt));
        }

        public KnownPapers at(Instant knownAt) {
            var key = recorded(knownAt);
            return known.computeIfAbsent(key, instant -> new KnownPapers(portfolio, instant));
        }
    }
}
