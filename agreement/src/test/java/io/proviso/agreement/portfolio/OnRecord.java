package io.proviso.agreement.portfolio;

import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.RulingPropertiesTest;
import io.proviso.calendar.BusinessCalendar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The portfolio that could have been written on a day: everything that came on record later is taken out. */
public final class OnRecord {
    private final Instant knownAt;

    private OnRecord(Instant knownAt) {
        this.knownAt = knownAt;
    }

    public static Portfolio by(Instant knownAt, Portfolio portfolio) {
        return new OnRecord(knownAt).truncated(portfolio);
    }

    private Portfolio truncated(Portfolio portfolio) {
        var agreements = portfolio.agreements().stream()
                .map(agreement -> RulingPropertiesTest.with(
                        agreement,
                        agreement.instruments().stream()
                                .filter(paper -> known(paper.recorded()))
                                .map(this::truncated)
                                .toList()))
                .toList();
        var calendars = new LinkedHashMap<String, BusinessCalendar>();
        portfolio.calendars().forEach((name, calendar) -> calendars.put(name, calendar.asKnown(knownAt)));
        return new Portfolio(
                portfolio.name(),
                portfolio.digest(),
                portfolio.zone(),
                portfolio.vocabulary(),
                portfolio.silence(),
                agreements,
                calendars,
                portfolio.pins().stream().filter(pin -> known(pin.made())).toList(),
                portfolio.record().stream()
                        .filter(entry -> known(entry.recorded()))
                        .toList(),
                portfolio.draws().stream()
                        .filter(draw -> known(draw.recorded()))
                        .toList(),
                portfolio.rounds().stream()
                        .map(round -> round.asKnown(knownAt))
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private Instrument truncated(Instrument paper) {
        return paper.doing(paper.changes().stream().flatMap(this::truncated).toList());
    }

    private Stream<Change> truncated(Change change) {
        return switch (change) {
            case Change.Adds(Clause clause) ->
                known(clause.provenance().recorded()) ? Stream.of(new Change.Adds(truncated(clause))) : Stream.empty();
            case Change.Restates(Clause clause, List<String> keeps) ->
                known(clause.provenance().recorded())
                        ? Stream.of(new Change.Restates(truncated(clause), keeps))
                        : Stream.empty();
            case Change.Ends(String name, List<Reading> readings) ->
                Stream.of(new Change.Ends(name, truncated(readings)));
            case Change.Interprets(String _, Reading reading) ->
                known(reading.recorded()) ? Stream.of(change) : Stream.empty();
            case Change.Revokes _, Change.Terminates _ -> Stream.of(change);
        };
    }

    private Clause truncated(Clause clause) {
        return new Clause(
                clause.name(),
                clause.words(),
                clause.until(),
                clause.statedOverrides(),
                truncated(clause.readings()),
                clause.provenance(),
                clause.disclosure());
    }

    private List<Reading> truncated(List<Reading> readings) {
        return readings.stream()
                .filter(reading -> known(reading.recorded()))
                .map(this::truncated)
                .toList();
    }

    private Reading truncated(Reading reading) {
        return reading.body() instanceof Permission permission
                        && permission.upTo() instanceof Limit(String _, Stated.Known<Long>(Long _, Instant recorded))
                        && !known(recorded)
                ? new Reading(
                        reading.name(),
                        reading.words(),
                        new Permission(
                                permission.scope(),
                                new Limit("gpus", Stated.undisclosed()),
                                permission.revocable(),
                                permission.signed()),
                        reading.recorded())
                : reading;
    }

    private boolean known(@Nullable Instant recorded) {
        return recorded == null || !recorded.isAfter(knownAt);
    }
}
