package io.proviso.counsel.compare;

import io.proviso.counsel.english.English;
import io.proviso.counsel.english.Lines;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison on one screen: the headline in a sentence, the largest rows with their share, which clauses came and went. */
final class ComparisonInBrief {
    /** Of the 24 lines of a terminal one stays for who answers. */
    private static final int SCREEN = 23;
    /** Lines that clauses may take before they are only counted. */
    private static final int CLAUSES = 6;

    private final PortfolioDiff comparison;

    ComparisonInBrief(PortfolioDiff comparison) {
        this.comparison = comparison;
    }

    String text() {
        var lines = sides();
        if (comparison.isEmpty()) {
            return lines.blank().line("Nothing differs.").toString();
        }
        lines.blank().wrap(0, headline(comparison) + ".");
        var tail = tail();
        return rows(lines, SCREEN - tail.count()).add(tail).toString();
    }

    /** What changed above all: the largest row that clauses decide on both sides, for silence promises nothing; without a full stop. */
    static String headline(PortfolioDiff comparison) {
        var rows = comparison.asked().isEmpty() ? comparison.answers() : comparison.asked();
        if (comparison.isEmpty()) {
            return "Nothing differs";
        }
        if (rows.isEmpty()) {
            return "No question has another answer";
        }
        var row =
                rows.stream().filter(AnswerChange::decidedByClauses).findFirst().orElse(rows.getFirst());
        return (comparison.asked().isEmpty() ? "Only where a fact is supposed: " : "") + row.sentence();
    }

    private Lines sides() {
        var before = comparison.before();
        var after = comparison.after();
        var lines = Lines.ofAScreen();
        boolean one = before.portfolio().name().equals(after.portfolio().name())
                && before.portfolio().digest().equals(after.portfolio().digest());
        if (one && before.knownAt().equals(after.knownAt())) {
            return lines.wrap(
                    0,
                    before.portfolio().name() + ", as of " + before.asOfWords() + " -> " + after.asOfWords()
                            + ", as known at " + after.knownAtWords());
        }
        if (one && before.asOf().equals(after.asOf())) {
            return lines.wrap(
                    0,
                    before.portfolio().name() + ", as of " + after.asOfWords() + ", as known at "
                            + before.knownAtWords() + " -> " + after.knownAtWords());
        }
        return lines.wrap(0, "Before: " + before.words()).wrap(0, "After: " + after.words());
    }

    /** As many rows as fit, and how many are left out. */
    private Lines rows(Lines lines, int room) {
        var asked = comparison.asked();
        if (asked.isEmpty()) {
            return lines;
        }
        lines.blank().line("Share of the questions about an act, and their answers before and after");
        for (int i = 0; i < asked.size(); i++) {
            var row = Lines.ofAScreen()
                    .wrap(2, share(asked.get(i).share()) + " " + asked.get(i).sentence());
            int left = asked.size() - i;
            if (lines.count() + row.count() + (left == 1 ? 0 : 1) > room) {
                return lines.line("  and " + Lines.count(left, "smaller row", "smaller rows"));
            }
            lines.add(row);
        }
        return lines;
    }

    /** In percent; what is not nothing is not told as nothing, nor what is not all as all. */
    static String share(double share) {
        long percent = Math.round(share * 100);
        return percent == 0 ? "<1 %" : percent == 100 && share < 1 ? ">99 %" : percent + " %";
    }

    private Lines tail() {
        var lines = Lines.ofAScreen().blank();
        var clauses = clauses();
        if (clauses.count() <= CLAUSES) {
            lines.add(clauses);
        } else {
            lines.line("Clauses: " + count());
        }
        if (!comparison.remarks().isEmpty()) {
            lines.line("Beside clauses: " + Lines.count(comparison.remarks().size(), "difference", "differences"));
        }
        return lines.line("More: -v has every row" + (more() ? ", also where a fact is supposed" : "")
                + ", who decides, each clause");
    }

    private boolean more() {
        return comparison.answers().stream()
                .anyMatch(row -> row.where().stream().anyMatch(AnswerChange.Limit::supposed));
    }

    private Lines clauses() {
        var byAgreement = new LinkedHashMap<String, EnumMap<ClauseChange.Kind, List<String>>>();
        for (var change : comparison.clauses()) {
            byAgreement
                    .computeIfAbsent(change.version().agreement().name(), _ -> new EnumMap<>(ClauseChange.Kind.class))
                    .computeIfAbsent(change.kind(), _ -> new ArrayList<>())
                    .add(change.version().name());
        }
        var lines = Lines.ofAScreen();
        byAgreement.forEach((agreement, byKind) -> lines.wrap(
                0,
                "Clauses of " + agreement + ": "
                        + byKind.entrySet().stream()
                                .map(kind -> English.lower(kind.getKey()) + " " + String.join(", ", kind.getValue()))
                                .collect(Collectors.joining("; "))));
        return lines;
    }

    private String count() {
        var counts = new LinkedHashMap<ClauseChange.Kind, Long>();
        for (var kind : ClauseChange.Kind.values()) {
            long n = comparison.clauses().stream()
                    .filter(change -> change.kind() == kind)
                    .count();
            if (n > 0) {
                counts.put(kind, n);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + English.lower(entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
