package io.proviso.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An agreement as it stands at one instant, as known at another: its instruments applied in order of effect. */
public record AgreementInForce(Agreement agreement, List<ClauseVersion> clauses) {
    public AgreementInForce {
        clauses = List.copyOf(clauses);
    }

    /** The clause of that name as it stands, null if none is in force. */
    public @Nullable ClauseVersion find(String clause) {
        return clauses.stream()
                .filter(version -> version.name().equals(clause))
                .findFirst()
                .orElse(null);
    }

    /** Null before the first binding instrument takes effect and from termination on. */
    static @Nullable AgreementInForce at(Portfolio portfolio, Agreement agreement, Instant asOf, Instant knownAt) {
        var state = new Applied(portfolio, agreement, asOf, knownAt);
        binding(agreement, knownAt).stream()
                .filter(instrument -> !instrument.effective().isAfter(asOf))
                .forEach(state::apply);
        return state.inForce ? new AgreementInForce(agreement, state.standing()) : null;
    }

    /** The instruments on record that bind anybody, in the order in which they took effect. */
    static List<Instrument> binding(Agreement agreement, Instant knownAt) {
        return agreement.instruments().stream()
                .filter(instrument -> instrument.type() != Instrument.Type.MOU)
                .filter(instrument -> !instrument.recorded().isAfter(knownAt))
                .sorted(Comparator.comparing(Instrument::effective))
                .toList();
    }

    private static final class Applied {
        private final Portfolio portfolio;
        private final Agreement agreement;
        private final Instant asOf;
        private final Instant knownAt;
        private final Map<String, ClauseVersion> clauses = new LinkedHashMap<>();
        /** When a clause of that name came to its end: what was drawn before is not drawn of the next one. */
        private final Map<String, Instant> died = new HashMap<>();

        private boolean inForce;
        private boolean terminated;

        Applied(Portfolio portfolio, Agreement agreement, Instant asOf, Instant knownAt) {
            this.portfolio = portfolio;
            this.agreement = agreement;
            this.asOf = asOf;
            this.knownAt = knownAt;
        }

        void apply(Instrument instrument) {
            if (terminated) {
                return;
            }
            inForce = true;
            for (var change : instrument.changes()) {
                switch (change) {
                    case Change.Adds(Clause clause) -> put(instrument, clause);
                    case Change.Restates(Clause clause, List<String> keeps) -> restate(instrument, clause, keeps);
                    case Change.Ends(String name, List<Reading> readings) -> end(instrument, name, readings);
                    case Change.Interprets(String name, Reading reading) -> interpret(instrument, name, reading);
                    case Change.Revokes(String name) -> revoke(instrument, name);
                    case Change.Terminates() -> {
                        clauses.clear();
                        inForce = false;
                        terminated = true;
                    }
                }
            }
        }

        private void put(Instrument instrument, Clause clause) {
            if (clause.provenance().recorded().isAfter(knownAt)) {
                return;
            }
            var old = clauses.get(clause.name());
            if (old != null && old.clause().until().hasCome(instrument.effective())) {
                died.put(clause.name(), instrument.effective());
            }
            var grant = instrument.isGrant() ? instrument : null;
            clauses.put(clause.name(), version(instrument, clause, clause.readings(), grant, null));
        }

        private void restate(Instrument instrument, Clause clause, List<String> keeps) {
            if (clause.provenance().recorded().isAfter(knownAt)) {
                return;
            }
            var old = clauses.get(clause.name());
            put(instrument, old == null ? clause : clause.inheriting(old.clause()));
            remove(instrument, other -> other.pierces(clause.name()) && !keeps.contains(other.name()));
        }

        private void end(Instrument instrument, String name, List<Reading> readings) {
            var old = clauses.get(name);
            if (old == null) {
                return;
            }
            if (readings.isEmpty()) {
                remove(instrument, other -> other.name().equals(name) || other.pierces(name));
            } else {
                clauses.put(
                        name, again(old, instrument, readings, old.exercise().revocation()));
            }
        }

        private void remove(Instrument instrument, Predicate<ClauseVersion> ended) {
            clauses.values().removeIf(version -> {
                if (ended.test(version)) {
                    died.put(version.name(), instrument.effective());
                    return true;
                }
                return false;
            });
        }

        private void interpret(Instrument instrument, String name, Reading reading) {
            var old = clauses.get(name);
            if (old != null) {
                var more = new ArrayList<>(old.readings());
                more.add(reading);
                clauses.put(
                        name,
                        again(old, old.instrument(), more, old.exercise().revocation())
                                .since(instrument.effective()));
            }
        }

        private void revoke(Instrument instrument, String name) {
            var old = clauses.get(name);
            if (old != null) {
                var received = new Exercise.Revocation(instrument.name(), instrument.effective(), Map.of());
                clauses.put(
                        name,
                        again(old, old.instrument(), old.readings(), received).since(old.since()));
            }
        }

        /** The same clause in other readings, or revoked: who gave it up, if anybody did, stays who it was. */
        private ClauseVersion again(
                ClauseVersion old,
                Instrument instrument,
                List<Reading> readings,
                Exercise.@Nullable Revocation revocation) {
            return version(instrument, old.clause(), readings, old.exercise().grant(), revocation);
        }

        private ClauseVersion version(
                Instrument instrument,
                Clause clause,
                List<Reading> readings,
                @Nullable Instrument grant,
                Exercise.@Nullable Revocation revocation) {
            var known = readings.stream()
                    .filter(reading ->
                            reading.recorded() == null || !reading.recorded().isAfter(knownAt))
                    .map(reading -> reading.asKnown(knownAt))
                    .toList();
            var pin = portfolio.pins().stream()
                    .filter(candidate -> candidate.agreement().equals(agreement.name())
                            && candidate.clause().equals(clause.name())
                            && !candidate.made().isAfter(knownAt)
                            && known.stream()
                                    .anyMatch(reading -> candidate.readings().contains(reading.name())))
                    .max(Comparator.comparing(Pin::made))
                    .orElse(null);
            var live = pin == null
                    ? known
                    : known.stream()
                            .filter(reading -> pin.readings().contains(reading.name()))
                            .toList();
            var exercise = new Exercise(
                    grant, drawn(clause.name()), revocation == null ? null : revocation(revocation, known));
            return new ClauseVersion(agreement, instrument, clause, known, live, pin, instrument.effective(), exercise);
        }

        private List<Draw> drawn(String clause) {
            return portfolio.draws().stream()
                    .filter(draw -> draw.isOn(agreement, clause))
                    .filter(draw -> !draw.at().isAfter(asOf) && !draw.recorded().isAfter(knownAt))
                    .filter(draw -> !draw.at().isBefore(died.getOrDefault(clause, Instant.MIN)))
                    .toList();
        }

        /** When the notice is over that each reading asks for, counted as a right's window is: by the calendar as known. */
        private Exercise.Revocation revocation(Exercise.Revocation revocation, List<Reading> readings) {
            var over = new LinkedHashMap<String, Instant>();
            for (var reading : readings) {
                if (reading.body() instanceof Permission permission && permission.revocable() != null) {
                    var notice = portfolio
                            .deadlines(agreement, null, null, knownAt)
                            .deadline(revocation.received(), permission.revocable());
                    over.put(reading.name(), notice.utc().plusSeconds(1));
                }
            }
            return new Exercise.Revocation(revocation.instrument(), revocation.received(), over);
        }

        private List<ClauseVersion> standing() {
            return clauses.values().stream()
                    .filter(version -> !version.clause().until().hasCome(asOf))
                    .filter(version -> !version.leavesNothing(asOf))
                    .toList();
        }
    }
}
