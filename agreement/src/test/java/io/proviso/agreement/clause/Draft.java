package io.proviso.agreement.clause;

import static io.proviso.agreement.ruling.Fixture.day;

import io.proviso.agreement.ruling.Fixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a clause: public, without end, on record with its instrument unless told otherwise. */
public final class Draft {
    private final String name;
    private final List<Reading> readings = new ArrayList<>();
    private final Set<String> assumed = new LinkedHashSet<>();
    private @Nullable List<String> overrides;
    private End until = new End.Never();
    private Source source = Fixture.SOURCE;
    private Disclosure disclosure = Disclosure.PUBLIC;
    private @Nullable Instant recorded;

    private Draft(String name) {
        this.name = name;
    }

    public static Draft clause(String name, ClauseBody body) {
        return clause(name, Reading.plain(body));
    }

    public static Draft clause(String name, Reading... readings) {
        var draft = new Draft(name);
        draft.readings.addAll(List.of(readings));
        return draft;
    }

    public Draft overrides(String... others) {
        overrides = List.of(others);
        return this;
    }

    public Draft until(End end) {
        until = end;
        return this;
    }

    public Draft recorded(String date) {
        recorded = day(date);
        return this;
    }

    public Draft assumed(String parameter) {
        assumed.add(parameter);
        return this;
    }

    public Draft confidence(Confidence confidence) {
        source = new Source("made up", null, confidence);
        return this;
    }

    public Draft source(Source told) {
        source = told;
        return this;
    }

    public Draft disclosed(Disclosure to) {
        disclosure = to;
        return this;
    }

    public Clause clause(Instant withInstrument) {
        var provenance =
                new Provenance(source, recorded == null ? withInstrument : recorded, assumed, Set.<String>of());
        return new Clause(
                name,
                new Words("words of " + name, Words.Kind.PARAPHRASE),
                until,
                overrides,
                readings,
                provenance,
                disclosure);
    }
}
