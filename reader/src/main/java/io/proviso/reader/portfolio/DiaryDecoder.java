package io.proviso.reader.portfolio;

import io.proviso.agreement.Diary;
import io.proviso.agreement.clause.Source;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes what a record tells of what falls due: who sees to it, and what was done. */
final class DiaryDecoder {
    private final Problems problems;
    private final Instants instants;
    private final List<Diary.Charge> charges = new ArrayList<>();
    private final List<Diary.Done> done = new ArrayList<>();

    DiaryDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.instants = instants;
    }

    Diary diary() {
        return new Diary(charges, done);
    }

    void addOwner(Node item) {
        Mapping entry = entry(item, Grammar.OWNER, "diary/owners/" + charges.size(), "of");
        if (entry == null) {
            return;
        }
        String owner = entry.prose("owner");
        String of = id(
                entry,
                "of",
                Forms.OBLIGATIONS,
                "Write agreement/clause for all of a clause, or the id that obligations -v shows.");
        Told told = told(entry);
        if (owner != null && of != null && told != null) {
            charges.add(new Diary.Charge(of, owner, told.at(), told.recorded(), told.source()));
        }
    }

    void addDone(Node item) {
        Mapping entry = entry(item, Grammar.DONE, "diary/done/" + done.size(), "done");
        if (entry == null) {
            return;
        }
        String id =
                id(entry, "done", Forms.OBLIGATION, "Write the id that obligations -v shows: agreement/clause/which.");
        String by = entry.prose("by");
        Told told = told(entry);
        if (id != null && told != null) {
            done.add(new Diary.Done(id, told.at(), told.recorded(), by, told.source()));
        }
    }

    private @Nullable Mapping entry(Node item, Shape shape, String path, String key) {
        problems.locate(path, item.place());
        Mapping entry = Mapping.of(item, shape, path, problems);
        if (entry != null) {
            problems.locate(entry.pathOf(key), entry.place(key));
        }
        return entry;
    }

    private @Nullable String id(Mapping entry, String key, Pattern form, String advice) {
        return entry.get(key, node -> {
            var id = instants.scalars().matched(node, form, "the id of an obligation", advice);
            if (id != null) {
                problems.locate(entry.pathOf(key), node.place());
            }
            return id == null ? null : id.group();
        });
    }

    /** What every entry says of itself. */
    private record Told(Instant at, Instant recorded, Source source) {}

    private @Nullable Told told(Mapping entry) {
        Instant at = entry.get("at", instants::instant);
        Instant recorded = Objects.requireNonNullElse(entry.get("recorded", instants::instant), at);
        Source source = ClauseDecoder.source(entry);
        if (at != null && recorded != null && recorded.isBefore(at)) {
            problems.addOfSense(
                    entry.place("recorded"),
                    "it is on record from " + recorded + ", before it happened (" + at + ")",
                    "Correct one of the two days.");
        }
        return at == null || recorded == null
                ? null
                : new Told(at, recorded, Objects.requireNonNullElse(source, ClauseDecoder.UNREAD));
    }
}
