package io.proviso.counsel.check;

import io.proviso.counsel.english.Lines;
import io.proviso.units.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings on one screen: the worst first, those of one kind around the same clause in one line with their number. */
public final class FindingsInBrief {
    /** Of the 24 lines of a terminal one stays for who answers. */
    private static final int SCREEN = 23;

    private FindingsInBrief() {}

    /**
     * What a reader has to know first; without the questions that show it.
     *
     * @param newest how old the newest paper is, in a sentence; null if that need not be said
     */
    public static String of(List<Finding> findings, String portfolio, ZoneId zone, @Nullable String newest) {
        var lines = Lines.ofAScreen();
        lines.wrap(
                0,
                (findings.isEmpty() ? "No finding" : Lines.count(findings.size(), "finding", "findings")) + " in "
                        + portfolio + ". Whether a finding is wrong only a lawyer can say.");
        var age = newest == null ? Lines.ofAScreen() : Lines.ofAScreen().line(newest);
        if (findings.isEmpty()) {
            return lines.add(age).toString();
        }
        lines.blank();
        var folded = folded(findings);
        for (int i = 0; i < folded.size(); i++) {
            var row = Lines.ofAScreen().wrap(2, line(folded.get(i), zone));
            int left = folded.size() - i;
            if (lines.count() + row.count() + age.count() + (left == 1 ? 2 : 3) > SCREEN) {
                int rest = folded.subList(i, folded.size()).stream()
                        .mapToInt(List::size)
                        .sum();
                lines.line("  and " + Lines.count(rest, "more finding", "more findings"));
                break;
            }
            lines.add(row);
        }
        return lines.blank()
                .add(age)
                .line("More: -v has each with its clauses and a question that shows it")
                .toString();
    }

    private static List<List<Finding>> folded(List<Finding> findings) {
        var siblings = new LinkedHashMap<String, List<Finding>>();
        findings.stream()
                .sorted(Comparator.comparingInt(finding -> rank(finding.check())))
                .forEach(finding -> siblings.computeIfAbsent(
                                finding.check().word() + " "
                                        + (finding.clauses().isEmpty()
                                                ? ""
                                                : finding.clauses().getLast().name()),
                                _ -> new ArrayList<>())
                        .add(finding));
        return List.copyOf(siblings.values());
    }

    /** What cannot both be kept, then what was broken, then what stands in the way, then what is only odd or past. */
    private static int rank(Check check) {
        return switch (check) {
            case CONTRADICTION -> 0;
            case OVERDRAWN, DRAWN_OUTSIDE, AGAINST_RIGHT -> 1;
            case OVERLAPPING_EXCLUSIVITIES, RIVAL_FIRST_REFUSALS, HINDERED_COMMITMENT, SHARES_EXCEED_WHOLE -> 2;
            case SIGNED_NOT_SPARED,
                    UNREACHABLE,
                    IMPOSSIBLE_SPOKEN_OF,
                    NO_SILENCE_RULE,
                    HOLLOW_REMEDY,
                    HOLLOW_TERM,
                    SLOW_WINDOW,
                    BEYOND_CALENDAR -> 3;
            case CIRCULAR_SHARES, RETROACTIVE -> 4;
        };
    }

    private static String line(List<Finding> siblings, ZoneId zone) {
        var first = siblings.getFirst();
        var span = siblings.stream().map(Finding::span).reduce(first.span(), FindingsInBrief::both);
        return (siblings.size() == 1 ? "" : siblings.size() + " of the kind, the first: ") + first.message() + "; "
                + day(span.from(), zone) + ".." + (span.to() == null ? "" : day(span.to(), zone));
    }

    private static Interval both(Interval one, Interval other) {
        var from = one.from().isBefore(other.from()) ? one.from() : other.from();
        var to = one.to() == null || other.to() == null ? null : one.to().isAfter(other.to()) ? one.to() : other.to();
        return new Interval(from, to);
    }

    private static String day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate().toString();
    }
}
