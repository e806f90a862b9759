package io.proviso.reader.portfolio;

import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Recorded;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Source;
import io.proviso.calendar.DayTerms;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Problems;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes the instruments of one agreement, in the order in which they stand. */
final class InstrumentDecoder {
    private static final Choices<Instrument.Type> TYPES = Choices.of("type of instrument", Instrument.Type.values());

    private final Problems problems;
    private final Instants instants;
    private final Disclosure disclosure;
    private final DayTerms.Written days;
    private final ClauseDecoder clauses;

    /** A broken date is taken to be that of the instrument before, so that the words of what it adds are still checked. */
    private Instant latest = Instant.EPOCH;

    /** For an agreement whose clauses have that disclosure where they do not say, and that says so much of how days are counted. */
    InstrumentDecoder(Problems problems, Instants instants, Disclosure disclosure, DayTerms.Written days) {
        this.problems = problems;
        this.instants = instants;
        this.disclosure = disclosure;
        this.days = days;
        this.clauses = new ClauseDecoder(problems, instants);
    }

    @Nullable
    Instrument decode(Mapping mapping) {
        String name = mapping.name("instrument");
        if (name == null) {
            return null;
        }
        Instrument.Type type = mapping.word("type", TYPES);
        Instant signed = mapping.get("signed", instants::instant);
        Instant effective = mapping.get("effective", instants::instant);
        Instant recorded = mapping.get("recorded", instants::instant);
        Source source = Objects.requireNonNullElse(ClauseDecoder.source(mapping), ClauseDecoder.UNREAD);
        String by = mapping.name("by");
        if (effective == null
                || (signed == null && mapping.has("signed"))
                || (recorded == null && mapping.has("recorded"))) {
            problems.undated(mapping.path());
        }
        latest = firstOf(effective, signed, latest);
        Instant onRecord = firstOf(recorded, signed, latest);
        Instrument instrument = new Instrument(
                name,
                type == null ? Instrument.Type.AMENDMENT : type,
                latest,
                onRecord,
                source,
                by == null ? null : new Party(by),
                changes(mapping, new ClauseDecoder.Defaults(source, onRecord, disclosure, days)));
        if (signed != null) {
            refuseRecordedBefore(signed, instrument, mapping);
        }
        return instrument;
    }

    /** Nobody could have known of a paper, or of a term of it, before there was one. */
    private void refuseRecordedBefore(Instant signed, Instrument instrument, Mapping mapping) {
        Recorded.in(instrument)
                .filter(recorded -> recorded.isBefore(signed))
                .min(Instant::compareTo)
                .ifPresent(first -> problems.addOfSense(
                        mapping.place(mapping.has("recorded") ? "recorded" : "signed"),
                        "something of this instrument is on record from " + first + ", before it was signed (" + signed
                                + ")",
                        "Correct the day on which it was signed, or the recorded: of the instrument or of what"
                                + " is in it."));
    }

    private static Instant firstOf(@Nullable Instant first, @Nullable Instant second, Instant otherwise) {
        return first != null ? first : second != null ? second : otherwise;
    }

    private List<Change> changes(Mapping mapping, ClauseDecoder.Defaults defaults) {
        List.of("ends", "revokes", "restates", "interprets", "clauses").forEach(mapping::refuseEmpty);
        List<Change> changes = new ArrayList<>(ends(mapping));
        mapping.names("revokes").forEach(clause -> changes.add(new Change.Revokes(clause)));
        for (Mapping entry : mapping.named("restates", Grammar.RESTATED_CLAUSE, "clause")) {
            Clause clause = clauses.clause(entry, defaults);
            if (clause != null) {
                changes.add(new Change.Restates(clause, keeps(entry, mapping)));
            }
        }
        for (Mapping entry : mapping.named("interprets", Grammar.INTERPRETATION, "clause")) {
            String name = entry.name("clause");
            if (name != null) {
                changes.add(new Change.Interprets(name, clauses.reading(entry)));
            }
        }
        for (Mapping entry : mapping.named("clauses", Grammar.CLAUSE, "clause")) {
            Clause clause = clauses.clause(entry, defaults);
            if (clause != null) {
                changes.add(new Change.Adds(clause));
            }
        }
        if (mapping.isYes("terminates")) {
            changes.add(new Change.Terminates());
        }
        return changes;
    }

    private List<String> keeps(Mapping entry, Mapping instrument) {
        Node keeps = entry.node("keeps");
        return keeps == null ? List.of() : instants.scalars().names(keeps, instrument.pathOf("keeps"));
    }

    private List<Change> ends(Mapping instrument) {
        List<Change> ends = new ArrayList<>();
        String path = instrument.pathOf("ends");
        for (Node item : instrument.items("ends")) {
            if (item instanceof Fields) {
                Mapping ending = Mapping.named(item, Grammar.ENDING, "clause", path, problems);
                String clause = ending == null ? null : ending.name("clause");
                if (ending != null && clause != null) {
                    ends.add(new Change.Ends(clause, clauses.readings(ending)));
                }
            } else {
                instants.scalars().names(item, path).forEach(clause -> ends.add(new Change.Ends(clause, List.of())));
            }
        }
        return ends;
    }
}
