package io.proviso.reader;

import io.proviso.counsel.Case;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads questions with known answers; bare dates in them are days in the zone of the portfolio, as in any question. */
public final class CasesReader {
    private static final List<String> OF_A_RULING = List.of("deciding", "set-aside", "pins", "silent", "deadline");
    private static final List<String> OF_AN_ERROR = List.of("names");
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
            List<String> ask = asks.pairs(entry, "ask");
            List<String> facts = asks.suppositions(entry);
            Case.Expected expected = expected(entry.mapping("expect", CasesGrammar.EXPECTATION));
            if (name != null && asOf != null && expected != null) {
                cases.add(new Case(name, asOf, knownAt, ask, facts, expected));
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

    private Case.@Nullable Expected expected(@Nullable Mapping expect) {
        Case.Verdict outcome = expect == null ? null : expect.word("outcome", VERDICTS);
        if (expect != null && outcome != null) {
            refuseUnchecked(expect, outcome);
        }
        return expect == null || outcome == null
                ? null
                : new Case.Expected(
                        outcome,
                        expect.names("deciding"),
                        expect.names("set-aside"),
                        expect.names("pins"),
                        expect.names("silent"),
                        expect.names("names"),
                        deadline(expect.mapping("deadline", CasesGrammar.DEADLINE)));
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
