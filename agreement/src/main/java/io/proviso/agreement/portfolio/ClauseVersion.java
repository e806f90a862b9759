package io.proviso.agreement.portfolio;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Pin;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clause as it stands at an instant: the version in force, the instrument that wrote it, and the readings it has.
 *
 * @param readings all of them; those a pin excludes are not in {@code live}
 * @param brought by reading the later paper that brought it, by which it is cited; a reading that came with the clause is missing
 * @param pin the pin that narrowed the readings, null if none did
 * @param span when it binds
 * @param since when it began to read as it does
 * @param exercise by which consent or waiver it was given, if it is one, and what became of it
 */
public record ClauseVersion(
        Agreement agreement,
        Instrument instrument,
        Clause clause,
        List<Reading> readings,
        List<Reading> live,
        Map<String, Instrument> brought,
        @Nullable Pin pin,
        Span span,
        Instant since,
        Exercise exercise) {
    public ClauseVersion {
        readings = List.copyOf(readings);
        live = List.copyOf(live);
        brought = Map.copyOf(brought);
    }

    /** From when on its own end is watched. */
    public Instant begins() {
        return span.begins();
    }

    public String name() {
        return clause.name();
    }

    public ClauseName id() {
        return new ClauseName(agreement.name(), name());
    }

    /** Whether it was given by consent or waiver, and so dies with the clause it pierces. */
    public boolean givenUp() {
        return exercise.grant() != null;
    }

    /** Whether it is a consent or waiver for that clause. */
    public boolean pierces(String other) {
        return givenUp() && clause.overrides().contains(other);
    }

    /** Whether what is left of it depends on more than its clause, in a reading that counts. */
    public boolean isExercised() {
        return live.stream()
                .anyMatch(reading -> reading.body() instanceof Permission permission && permission.isExercised());
    }

    /** Whether it was revoked and nothing is left of it in any reading. */
    boolean leavesNothing(Instant asOf) {
        return readings.stream().allMatch(reading -> exercise.leavesNothing(reading, asOf));
    }

    public Citation cite(Effect effect, Reading reading) {
        var unclear = readings.size() > 1;
        var by = brought.get(reading.name());
        return new Citation(
                id(),
                by == null ? instrument.name() : by.name(),
                effect,
                unclear ? reading.name() : null,
                reading.words() == null ? clause.words() : reading.words(),
                by == null ? clause.provenance() : Provenance.of(by.source(), by.recorded()),
                clause.disclosure(),
                since);
    }
}
