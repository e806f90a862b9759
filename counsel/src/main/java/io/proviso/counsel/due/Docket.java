package io.proviso.counsel.due;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.Facts;
import io.proviso.counsel.Era;
import io.proviso.counsel.Spell;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import io.proviso.units.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks the stretches between changes of some time; what a clause asks for is collected while it is in force, and told as it stands
 * where it is looked from.
 */
final class Docket {
    private static final String LAST_OFFER = "last offer";

    /** What tells an entry from the others. */
    private record Key(ClauseName clause, String occurrence) {}

    /** A clause and what it promises in one of its readings, for as long as it is written so. */
    private record Promised(Clause clause, Commitment promise) {}

    private final Standpoint seen;
    private final Standpoint from;
    private final Instant to;
    private final Predicate<ClauseName> which;
    private final Map<Key, Obligation> found = new LinkedHashMap<>();
    private final List<Uncounted> uncounted = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final Map<Promised, CommitmentDocket> commitments = new HashMap<>();

    /** Of what comes from there on. */
    Docket(Standpoint from, Instant to) {
        this(from, new Interval(from.asOf(), to));
    }

    /** Of a time that may be over where it is looked from. */
    Docket(Standpoint seen, Interval time) {
        this(seen, time, _ -> true);
    }

    /** The same of some clauses and instruments alone. */
    Docket(Standpoint seen, Interval time, Predicate<ClauseName> which) {
        this.which = which;
        this.seen = seen;
        this.from = seen.at(time.from());
        this.to = Objects.requireNonNull(time.to());
    }

    /** What comes to a figure; known once it has been {@link #find() found}. */
    List<Payment> payments() {
        return payments;
    }

    List<Uncounted> uncounted() {
        return uncounted;
    }

    List<Obligation> find() {
        from.portfolio().agreements().forEach(this::instruments);
        var span = new Interval(from.asOf(), to);
        from.portfolio().rounds().stream()
                .filter(round -> which.test(round.right()))
                .flatMap(round -> RoundDays.of(from, span, round))
                .forEach(this::put);
        for (Instant at = from.asOf(); at != null && at.isBefore(to); ) {
            var next = from.compiled().nextChange(at, from.knownAt());
            var here = from.at(at);
            for (var inForce : here.agreements()) {
                inForce.clauses().stream()
                        .filter(version -> which.test(version.id()))
                        .forEach(version -> clause(here, version, next));
            }
            at = next;
        }
        var zones = from.portfolio().agreements().stream()
                .collect(Collectors.toMap(
                        Agreement::name, agreement -> agreement.clock().zone()));
        return found.values().stream()
                .map(each -> each.asTold(
                        seen, Objects.requireNonNull(zones.get(each.clause().agreement()))))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void instruments(Agreement agreement) {
        agreement.instruments().stream()
                .filter(instrument -> instrument.type() != Instrument.Type.MOU)
                .filter(instrument -> !instrument.recorded().isAfter(from.knownAt()))
                .filter(instrument -> within(instrument.effective()))
                .filter(instrument -> which.test(new ClauseName(agreement.name(), instrument.name())))
                .forEach(instrument -> put(new Obligation(
                                day(instrument.effective(), agreement),
                                Obligation.Kind.EFFECT,
                                new ClauseName(agreement.name(), instrument.name()),
                                "effect",
                                "The instrument (" + English.lower(instrument.type()) + ") takes effect.")
                        .marked(Marks.of(instrument))));
    }

    private void clause(Standpoint here, ClauseVersion version, @Nullable Instant next) {
        if (next != null && within(lastMomentBefore(next))) {
            expiry(version, next);
        }
        beginning(version);
        var stretch = new Interval(here.asOf(), next == null || next.isAfter(to) ? to : next);
        var readings = new LinkedHashMap<Obligation, List<String>>();
        for (var reading : version.live()) {
            of(here, version, reading, stretch)
                    .forEach(due -> readings.computeIfAbsent(due, _ -> new ArrayList<>())
                            .add(reading.name()));
            money(version, reading, stretch);
        }
        readings.forEach((due, names) -> {
            if (names.size() == version.live().size()) {
                put(due);
            } else if (!isTold(due)) {
                put(due.readAs(names));
            }
        });
        if (Era.bodies(version).anyMatch(FirstRefusal.class::isInstance)) {
            lastRound(here, version, next);
        }
    }

    /** What comes to a figure, and what cannot be counted. */
    private void money(ClauseVersion version, Reading reading, Interval stretch) {
        var only = version.live().size() > 1 ? reading.name() : null;
        if (reading.body() instanceof Commitment promise) {
            Payment.of(version, docket(version, promise).inTheEnd(), only, stretch)
                    .forEach(this::add);
        }
        var body = reading.body();
        if (body != null) {
            var spell = Spell.of(version, stretch, new Interval(from.asOf(), to));
            boolean isInAll = version.live().stream().allMatch(each -> body.equals(each.body()));
            var other = Uncounted.of(
                    version,
                    body,
                    spell,
                    from,
                    promise -> docket(version, promise).course());
            if (other != null) {
                add(isInAll ? other : other.readAs(reading.name()));
            }
        }
    }

    /** What is restated in the same words binds on. */
    private void add(Uncounted other) {
        for (int i = 0; i < uncounted.size(); i++) {
            if (uncounted.get(i).goesOn(other)) {
                uncounted.set(i, uncounted.get(i).and(other));
                return;
            }
        }
        uncounted.add(other);
    }

    /** A change of something else in the course of a year cuts no payment. */
    private void add(Payment payment) {
        for (int i = 0; i < payments.size(); i++) {
            if (payments.get(i).goesOn(payment)) {
                payments.set(i, payments.get(i).and(payment));
                return;
            }
        }
        payments.add(payment);
    }

    /** What falls due in one reading. */
    private Stream<Obligation> of(Standpoint here, ClauseVersion version, Reading reading, Interval stretch) {
        return switch (reading.body()) {
            case Covenant covenant -> new CovenantDays(version, covenant, from, to).within(stretch).stream();
            case Commitment commitment ->
                Stream.concat(
                        stretch.contains(from.asOf())
                                ? docket(version, commitment).withoutADay()
                                : Stream.empty(),
                        docket(version, commitment).within(stretch));
            case Milestone milestone -> milestone(here, version, milestone);
            case Permission permission ->
                Stream.of(revocation(version, reading, permission), signBy(version, permission))
                        .filter(Objects::nonNull);
            case null -> Stream.empty();
            case FirstRefusal _, Exclusivity _, Prohibition _, Licence _, FirstAvailability _, RevenueShare _ ->
                Stream.empty();
        };
    }

    private CommitmentDocket docket(ClauseVersion version, Commitment promise) {
        return commitments.computeIfAbsent(
                new Promised(version.clause(), promise), _ -> new CommitmentDocket(version, promise, from, to));
    }

    private void expiry(ClauseVersion version, Instant next) {
        var facts = new Facts(from.portfolio(), next, from.knownAt());
        if (facts.ends(version).anyMatch(next::equals) && !stands(version, next)) {
            put(obligation(
                    version,
                    lastDayBefore(next, zone(version)),
                    Obligation.Kind.EXPIRY,
                    "expiry",
                    "The clause ends with this day by its own term."));
        }
    }

    private void beginning(ClauseVersion version) {
        if (version.clause().sleepsUntil() != null && within(version.begins()) && stands(version, version.begins())) {
            put(obligation(
                    version,
                    version.begins().atZone(zone(version)).toLocalDate(),
                    Obligation.Kind.EFFECT,
                    "begins",
                    "The clause begins to bind."));
        }
    }

    private @Nullable Obligation signBy(ClauseVersion version, Permission permission) {
        var over = permission.signBy();
        if (over == null || !within(lastMomentBefore(over)) || !stands(version, lastMomentBefore(over))) {
            return null;
        }
        var fate = permission.signed() == null
                ? "What was signed under it ends too."
                : "What was signed under it stands, if " + English.condition(permission.signed()) + ".";
        return obligation(
                version,
                lastDayBefore(over, zone(version)),
                Obligation.Kind.EXPIRY,
                "sign-by",
                "Last day to sign under " + version.name() + ". " + fate);
    }

    private @Nullable Obligation revocation(ClauseVersion version, Reading reading, Permission permission) {
        var revocation = version.exercise().revocation();
        var over = version.exercise().over(reading);
        if (revocation == null || over == null || !within(lastMomentBefore(over))) {
            return null;
        }
        // It may have died sooner, with the clause it pierces.
        return !stands(version, lastMomentBefore(over))
                ? null
                : obligation(
                                version,
                                lastDayBefore(over, zone(version)),
                                Obligation.Kind.REVOCATION,
                                "revoked by " + revocation.instrument(),
                                "The notice of " + revocation.instrument() + " is over at "
                                        + over.minusSeconds(1)
                                                .atZone(zone(version))
                                                .toLocalTime()
                                        + ": then " + version.name() + " covers no new contract. "
                                        + signed(version, permission, over))
                        .dependingOn(version.exercise().unlisted(reading));
    }

    /** Whether the clause is in force at an instant, in whatever version. */
    private boolean stands(ClauseVersion version, Instant at) {
        return from.at(at).find(version.id()) != null;
    }

    /** What becomes of what was signed until then. */
    private String signed(ClauseVersion version, Permission permission, Instant over) {
        var fate = permission.signed() == null
                ? "What was signed under it ends too"
                : "What was signed under it stands, if " + English.condition(permission.signed());
        var last = from.at(over.minusSeconds(1)).find(version.id());
        var draws = last == null ? List.<Draw>of() : last.exercise().draws();
        var until = draws.stream()
                .map(draw -> from.portfolio().vocabulary().told(draw.quantity()) + " of "
                        + day(draw.at(), version.agreement()))
                .toList();
        return fate + (until.isEmpty() ? "." : ": " + String.join(", ", until) + ".");
    }

    /** Whoever declares it, and how it was declared if it is seen from after that. */
    private Stream<Obligation> milestone(Standpoint here, ClauseVersion version, Milestone milestone) {
        var told = seen.entries(milestone.fact()).stream().findFirst().orElse(null);
        return days(here, version, milestone)
                .map(each -> each.with(each.of(milestone.declarer())
                        .progress()
                        .done(
                                told == null
                                        ? null
                                        : new Progress.Done(
                                                day(told.at(), version.agreement()), null, told.source()))));
    }

    /** Until it has come: the day by which it is due, and the last one on which it is not yet late. */
    private Stream<Obligation> days(Standpoint here, ClauseVersion version, Milestone milestone) {
        if (here.attested(milestone.fact()) != null) {
            return Stream.empty();
        }
        var words = from.english(zone(version)).norm(milestone);
        var due = milestone.due();
        if (due == null) {
            return Stream.of(obligation(
                    version, null, Obligation.Kind.MILESTONE, "pending", "Pending, without a day: " + words));
        }
        var day = due(version, milestone, due, "due", "Due with this day: " + words);
        var grace = milestone.grace() == null ? null : milestone.grace().asKnown(from.knownAt());
        if (grace == null) {
            return day;
        }
        var periods = from.portfolio().periods(version.agreement(), from.knownAt());
        var last = lastMomentBefore(due);
        return Stream.concat(
                day,
                due(
                                version,
                                milestone,
                                periods.over(last, grace),
                                "grace",
                                "The grace of " + grace + " for the milestone '" + milestone.fact()
                                        + "' ends with this day; from then on it is late.")
                        .map(late -> late.dependingOn(periods.unlisted(last, grace))));
    }

    private Stream<Obligation> due(
            ClauseVersion version, Milestone milestone, Instant over, String occurrence, String what) {
        var last = lastMomentBefore(over);
        return within(last) && from.at(last).attested(milestone.fact()) == null
                ? Stream.of(obligation(
                        version, lastDayBefore(over, zone(version)), Obligation.Kind.MILESTONE, occurrence, what))
                : Stream.empty();
    }

    /** The last day on which an offer still lapses before the right itself ends; a later version of the right moves it. */
    private void lastRound(Standpoint here, ClauseVersion version, @Nullable Instant next) {
        var last = LastRound.of(here, version, next);
        if (last == null || !within(last.received())) {
            return;
        }
        found.put(
                new Key(version.id(), LAST_OFFER),
                obligation(
                                version,
                                last.received().atZone(zone(version)).toLocalDate(),
                                Obligation.Kind.NOTICE,
                                LAST_OFFER,
                                "Last day on which an offer to "
                                        + last.right().terms().holder() + " runs its whole window (" + last.window()
                                        + ") before the right ends.")
                        .dependingOn(last.unlisted())
                        .with(Progress.NOT_YET.of(
                                from.customers(version, last.right().terms().holder()))));
    }

    private boolean within(Instant instant) {
        return !instant.isBefore(from.asOf()) && instant.isBefore(to);
    }

    private void put(Obligation obligation) {
        found.putIfAbsent(new Key(obligation.clause(), obligation.occurrence()), obligation);
    }

    /** Whether it is due that day however the clause is read: an earlier version may have been clear. */
    private boolean isTold(Obligation due) {
        var told = found.get(new Key(due.clause(), due.occurrence()));
        return told != null && Objects.equals(told.day(), due.day());
    }

    private static Obligation obligation(
            ClauseVersion version, @Nullable LocalDate day, Obligation.Kind kind, String occurrence, String what) {
        return new Obligation(day, kind, version.id(), occurrence, what).marked(Marks.of(version.clause(), kind));
    }

    private static ZoneId zone(ClauseVersion version) {
        return version.agreement().clock().zone();
    }

    private static LocalDate day(Instant instant, Agreement agreement) {
        return instant.atZone(agreement.clock().zone()).toLocalDate();
    }

    private static LocalDate lastDayBefore(Instant end, ZoneId zone) {
        return lastMomentBefore(end).atZone(zone).toLocalDate();
    }

    private static Instant lastMomentBefore(Instant end) {
        return end.minusNanos(1);
    }
}
