package io.proviso.counsel.english;

import static io.proviso.counsel.Deals.day;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Words;
import io.proviso.counsel.Deals;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A clause with what {@link Deals#adds} leaves out: its words and source, honesty marks, readings and who may read it. */
public record Draft(
        String name,
        Words words,
        End until,
        @Nullable List<String> overrides,
        List<Reading> readings,
        Provenance provenance,
        Disclosure disclosure) {
    public static Draft clause(String name, ClauseBody body) {
        return clause(name, Reading.plain(body));
    }

    public static Draft clause(String name, Reading... readings) {
        return new Draft(
                name,
                new Words("words of " + name, Words.Kind.PARAPHRASE),
                new End.Never(),
                null,
                List.of(readings),
                Provenance.of(Deals.SOURCE, Instant.EPOCH),
                Disclosure.PUBLIC);
    }

    public static Reading reading(String name, @Nullable ClauseBody body) {
        return new Reading(name, null, body, null);
    }

    public static Reading reading(String name, String quote, @Nullable ClauseBody body) {
        return new Reading(name, new Words(quote, Words.Kind.QUOTE), body, null);
    }

    public Draft quote(String says) {
        return new Draft(name, new Words(says, Words.Kind.QUOTE), until, overrides, readings, provenance, disclosure);
    }

    public Draft until(End end) {
        return new Draft(name, words, end, overrides, readings, provenance, disclosure);
    }

    public Draft untilDay(String day) {
        return until(new End.At(day(day)));
    }

    public Draft overrides(String... others) {
        return new Draft(name, words, until, List.of(others), readings, provenance, disclosure);
    }

    public Draft source(Source source) {
        return with(new Provenance(source, provenance.recorded(), provenance.assumed(), provenance.reported()));
    }

    public Draft recorded(String day) {
        return with(new Provenance(provenance.source(), day(day), provenance.assumed(), provenance.reported()));
    }

    public Draft assumed(String... parameters) {
        return with(
                new Provenance(provenance.source(), provenance.recorded(), Set.of(parameters), provenance.reported()));
    }

    public Draft reported(String... parameters) {
        return with(
                new Provenance(provenance.source(), provenance.recorded(), provenance.assumed(), Set.of(parameters)));
    }

    public Draft internal() {
        return new Draft(name, words, until, overrides, readings, provenance, Disclosure.INTERNAL);
    }

    public Change adds() {
        return new Change.Adds(clause());
    }

    public Change restates(String... keeps) {
        return new Change.Restates(clause(), List.of(keeps));
    }

    private Draft with(Provenance other) {
        return new Draft(name, words, until, overrides, readings, other, disclosure);
    }

    private Clause clause() {
        return new Clause(name, words, until, overrides, readings, provenance, disclosure);
    }
}
