package io.proviso.agreement;

import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.party;

import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an instrument: effective and recorded on one day, an amendment unless told otherwise. */
public final class Paper {
    private final String name;
    private final Instant effective;
    private final List<Change> changes = new ArrayList<>();
    private Instant recorded;
    private Source source = Fixture.SOURCE;
    private Instrument.Type type = Instrument.Type.AMENDMENT;
    private @Nullable Party by;

    private Paper(String name, Instant effective) {
        this.name = name;
        this.effective = effective;
        this.recorded = effective;
    }

    public static Paper paper(String name, String effective) {
        return new Paper(name, day(effective));
    }

    /** A consent by microsoft. */
    public static Paper consent(String name, String effective) {
        return paper(name, effective).type(Instrument.Type.CONSENT).by("microsoft");
    }

    public Paper type(Instrument.Type other) {
        type = other;
        return this;
    }

    public Paper by(String name) {
        by = party(name);
        return this;
    }

    /** Told by a source of its own. */
    public Paper source(Source told) {
        source = told;
        return this;
    }

    public Paper recorded(String date) {
        recorded = day(date);
        return this;
    }

    public Paper adds(Draft... drafts) {
        for (var draft : drafts) {
            changes.add(new Change.Adds(draft.clause(recorded)));
        }
        return this;
    }

    public Paper adds(Clause written) {
        changes.add(new Change.Adds(written));
        return this;
    }

    public Paper restates(Draft draft, String... keeps) {
        changes.add(new Change.Restates(draft.clause(recorded), List.of(keeps)));
        return this;
    }

    public Paper ends(String clause, Reading... readings) {
        changes.add(new Change.Ends(clause, List.of(readings)));
        return this;
    }

    public Paper interprets(String clause, Reading reading) {
        changes.add(new Change.Interprets(clause, reading));
        return this;
    }

    public Paper revokes(String clause) {
        changes.add(new Change.Revokes(clause));
        return this;
    }

    public Paper terminates() {
        changes.add(new Change.Terminates());
        return this;
    }

    public Instrument instrument() {
        return new Instrument(name, type, effective, recorded, source, by, changes);
    }
}
