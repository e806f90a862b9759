package io.proviso.reader;

import io.proviso.counsel.due.Progress;
import io.proviso.counsel.verify.Case;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads questions with known answers; bare dates in them are days in the zone of the portfolio, as in any question. */
public final class CasesReader {
    private static final List<String> OF_A_RULING = List.of("deciding", "set-aside", "pins", "silent", "deadline");
    private static final List<String> OF_AN_ERROR = List.of("names");
    private static final List<String> OF_A_QUESTION =
            List.of("outcome", "deciding", "set-aside", "pins", "silent", "names");
    private static final Choices<Progress.State> STATES = Choices.of("state", Progress.State.values());
    private static final Choices<Case.Verdict> VERDICTS = new Choices<>("outcome", verdicts());

    private final Problems problems;
    private final AskDecoder asks;
    private final Instants instants;

    CasesReader(Problems problems, ZoneId zone) {
        this.problems = problems;
        var scalars = new Scalars(problems);
        this.asks = new AskDecoder(problems, scalars);
        this.instants = new Instants(scalars, zone);
    }

    /**
     * Reads a file of cases and its portfolio.
     *
     * @param directory of the portfolio; null for the one the file names under {@code portfolio:}, relative to itself, or else the
     *     one it lies in
     * @throws BadFiles with every problem of the portfolio, or else of the cases
     */
    public static Cases read(Path file, @Nullable Path directory) {
        var problems = new Problems();
        Beside read = Beside.read(file, "cases.yaml", CasesGrammar.CASES, directory, problems);
        List<Case> cases = new CasesReader(problems, read.portfolio().zone()).cases(read.file());
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
        return new Cases(read.portfolio(), cases);
    }

    private static Map<String, Case.Verdict> verdicts() {
        Map<String, Case.Verdict> verdicts = new LinkedHashMap<>();
        for (Case.Verdict verdict : Case.Verdict.values()) {
            verdicts.put(verdict == Case.Verdict.ERROR ? "error" : verdict.name(), verdict);
        }
        return verdicts;
    }

    List<Case> cases(Mapping file) {
        List<Case> cases = new ArrayList<>();
        for (Mapping entry : file.mappings("cases", CasesGrammar.CASE)) {
            String name = entry.prose("case");
            Instant asOf = entry.get("as-of", instants::instant);
            Instant knownAt = entry.get("known-at", instants::instant);
            Mapping expect = entry.mapping("expect", CasesGrammar.EXPECTATION);
            Case.Asked asked = entry.has("ask") ? asked(entry, expect) : null;
            if (!entry.has("ask")) {
                refuseUnasked(entry, expect);
            }
            Case.AnswerBy deadline =
                    expect == null ? null : deadline(expect.mapping("deadline", CasesGrammar.DEADLINE));
            List<Case.Owed> owed = expect == null ? List.of() : owed(expect);
            if (name != null && asOf != null) {
                cases.add(new Case(name, asOf, knownAt, asked, deadline, owed));
            }
        }
        if (file.node("cases") instanceof Node.Items(List<Node> items, Place _) && items.isEmpty()) {
            problems.add(file.place("cases"), "the file holds no case", "Write at least one, after '- case:'.");
        }
        return cases;
    }

    /** An expectation that nothing is compared with would always hold. */
    private void refuseUnchecked(Mapping expect, Case.Verdict outcome) {
        boolean refused = outcome == Case.Verdict.ERROR;
        for (String key : refused ? OF_A_RULING : OF_AN_ERROR) {
            if (expect.has(key)) {
                problems.add(
                        expect.place(key),
                        refused
                                ? "a question that is refused has no ruling, so '" + key + "' is never looked at"
                                : "only an error has a message, so '" + key + "' is never looked at",
                        refused ? "Say 'names' instead, or another outcome." : "Remove it, or say outcome: error.");
            }
        }
    }

    private Case.@Nullable Asked asked(Mapping entry, @Nullable Mapping expect) {
        List<String> ask = asks.pairs(entry, "ask");
        List<String> facts = asks.suppositions(entry);
        Case.Verdict outcome = expect == null ? null : expect.word("outcome", VERDICTS);
        if (expect != null && !expect.has("outcome")) {
            problems.add(
                    expect.place("outcome"),
                    "the key 'outcome' is missing from what is expected of a question",
                    "Say outcome: and one of " + String.join(", ", verdicts().keySet()) + ".");
        }
        if (expect == null || outcome == null) {
            return null;
        }
        refuseUnchecked(expect, outcome);
        return new Case.Asked(
                ask,
                facts,
                new Case.Expected(
                        outcome,
                        expect.names("deciding"),
                        expect.names("set-aside"),
                        expect.names("pins"),
                        expect.names("silent"),
                        expect.names("names")));
    }

    /** What only a question has an answer to. */
    private void refuseUnasked(Mapping entry, @Nullable Mapping expect) {
        String advice = "Say what is asked: ask: {act: …}, or take it out.";
        if (entry.has("facts")) {
            problems.add(entry.place("facts"), "nothing is asked, so 'facts' is never looked at", advice);
        }
        if (expect == null) {
            return;
        }
        OF_A_QUESTION.stream()
                .filter(expect::has)
                .forEach(key -> problems.add(
                        expect.place(key), "nothing is asked, so '" + key + "' is never looked at", advice));
        if (!expect.has("deadline") && !expect.has("obligations")) {
            problems.add(
                    entry.place("expect"),
                    "this case neither asks nor names a day",
                    "Say ask: with the outcome, or deadline: or obligations: under expect.");
        }
    }

    private List<Case.Owed> owed(Mapping expect) {
        List<Case.Owed> owed = new ArrayList<>();
        for (Mapping entry : expect.someMappings("obligations", CasesGrammar.OBLIGATION)) {
            String id = entry.get("id", this::id);
            LocalDate day = entry.get("day", instants.scalars()::date);
            Progress.State state = entry.word("state", STATES);
            String party = entry.name("party");
            String owner = entry.prose("owner");
            if (id != null) {
                owed.add(new Case.Owed(id, day, state, party, owner));
            }
        }
        return owed;
    }

    private @Nullable String id(Node node) {
        Matcher id = instants.scalars()
                .matched(
                        node,
                        Forms.OBLIGATION,
                        "the id of an obligation",
                        "Write the id that obligations -v shows: agreement/clause/which.");
        return id == null ? null : id.group();
    }

    private Case.@Nullable AnswerBy deadline(@Nullable Mapping deadline) {
        if (deadline == null) {
            return null;
        }
        String clause = deadline.name("clause");
        Instant received = deadline.get("received", instants::instant);
        Instant last = deadline.get("last", instants::instant);
        if (received != null && last != null && last.isBefore(received)) {
            problems.addOfSense(
                    deadline.place("last"),
                    "an answer would be due before the offer was received",
                    "Say the last instant at which an answer is in time.");
        }
        return clause == null || received == null || last == null ? null : new Case.AnswerBy(clause, received, last);
    }
}
