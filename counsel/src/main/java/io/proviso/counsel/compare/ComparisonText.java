package io.proviso.counsel.compare;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import io.proviso.counsel.english.Lines;
import io.proviso.counsel.english.Page;
import io.proviso.counsel.english.SpanInWords;
import io.proviso.counsel.english.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A comparison to be read: as plain text for a terminal, or as a page. */
public final class ComparisonText {
    private final PortfolioDiff comparison;

    /** What of a clause is not disclosed to the audience is withheld; its name and its effect on answers are not. */
    public ComparisonText(PortfolioDiff comparison, Disclosure audience) {
        this.comparison = comparison.disclosedTo(audience);
    }

    /** What changed above all, in one sentence without a full stop. */
    public static String headline(PortfolioDiff comparison) {
        return ComparisonInBrief.headline(comparison);
    }

    /** On one screen. */
    public String brief() {
        return new ComparisonInBrief(comparison).text();
    }

    /** All of it. */
    public String text() {
        var lines = new Lines();
        lines.line("Before  " + comparison.before().words());
        lines.line("After   " + comparison.after().words());
        if (!comparison.answers().isEmpty()) {
            lines.blank().wrap(0, ComparisonInBrief.headline(comparison) + ".");
        }
        byAct().forEach((act, changes) -> {
            lines.blank().line("Other answers: " + act);
            changes.forEach(change -> {
                lines.wrap(
                        2,
                        change.limits() + ": " + AnswerChange.words(change.before()) + " -> "
                                + AnswerChange.words(change.after()));
                lines.wrap(6, "by " + by(change));
            });
        });
        clauses(lines, "Clauses", false);
        clauses(lines, "Obligations", true);
        if (!comparison.remarks().isEmpty()) {
            lines.blank().line("Beside clauses");
            comparison.remarks().forEach(remark -> lines.wrap(2, remark));
        }
        return lines.blank().line(summary()).toString();
    }

    private void clauses(Lines lines, String title, boolean obligations) {
        var changes = changes(obligations);
        if (changes.isEmpty()) {
            return;
        }
        lines.blank().line(title);
        for (var change : changes) {
            lines.wrap(2, English.lower(change.kind()) + " " + heading(change));
            details(change).forEach(detail -> lines.wrap(6, detail));
        }
    }

    /** All of it, for the description of a change or for a reader who was not there. */
    public Page page() {
        var blocks = new ArrayList<Page.Block>();
        blocks.add(new Page.Paragraph(summary()));
        blocks.add(new Page.Bullets(List.of(
                new Page.Bullet("before: " + comparison.before().words()),
                new Page.Bullet("after: " + comparison.after().words()))));
        if (!comparison.answers().isEmpty()) {
            blocks.add(new Page.Heading("Other answers"));
            blocks.add(new Page.Paragraph(ComparisonInBrief.headline(comparison) + "."));
            blocks.add(new Table(
                    List.of("questions", "before", "after", "decided by"),
                    comparison.answers().stream()
                            .map(change -> List.of(
                                    change.questions(),
                                    AnswerChange.words(change.before()),
                                    AnswerChange.words(change.after()),
                                    by(change)))
                            .toList()));
        }
        blocks.addAll(changed("Clauses", false));
        blocks.addAll(changed("Obligations", true));
        if (!comparison.remarks().isEmpty()) {
            blocks.add(new Page.Heading("Beside clauses"));
            blocks.add(new Page.Bullets(
                    comparison.remarks().stream().map(Page.Bullet::new).toList()));
        }
        return new Page("What differs: " + sides(), blocks);
    }

    private String sides() {
        var before = comparison.before().portfolio().name();
        var after = comparison.after().portfolio().name();
        return before.equals(after) ? before : before + " and " + after;
    }

    private List<Page.Block> changed(String title, boolean obligations) {
        var points = changes(obligations).stream()
                .map(change -> new Page.Bullet(English.lower(change.kind()), heading(change), details(change)))
                .toList();
        return points.isEmpty() ? List.of() : List.of(new Page.Heading(title), new Page.Bullets(points));
    }

    private List<ClauseChange> changes(boolean obligations) {
        return comparison.clauses().stream()
                .filter(change -> change.obligation() == obligations)
                .toList();
    }

    private Map<String, List<AnswerChange>> byAct() {
        var byAct = new LinkedHashMap<String, List<AnswerChange>>();
        comparison
                .answers()
                .forEach(change -> byAct.computeIfAbsent(change.act(), _ -> new ArrayList<>())
                        .add(change));
        return byAct;
    }

    private static String by(AnswerChange change) {
        return by(change.decidedBefore()) + " -> " + by(change.decidedAfter());
    }

    private static String by(Set<ClauseName> clauses) {
        return clauses.isEmpty()
                ? "silence or various clauses"
                : clauses.stream().map(ClauseName::toString).collect(Collectors.joining(", "));
    }

    private static String heading(ClauseChange change) {
        var version = change.version();
        var parts = change.parts().isEmpty() ? "" : ": " + String.join(", ", change.parts());
        var written = change.kind() == ClauseChange.Kind.ENDED
                ? ""
                : ", " + version.instrument().name();
        return version.id() + written + parts;
    }

    private List<String> details(ClauseChange change) {
        if (change.withheld()) {
            return List.of(Disclosure.WITHHELD);
        }
        return switch (change.kind()) {
            case ADDED -> sentences(comparison.after(), change.version());
            case ENDED -> sentences(comparison.before(), change.version());
            case RESTATED -> {
                var was = sentences(comparison.before(), Objects.requireNonNull(change.before()));
                var is = sentences(comparison.after(), change.version());
                yield was.equals(is) ? is : List.of("was: " + String.join(" ", was), "now: " + String.join(" ", is));
            }
        };
    }

    /** What a version does, reading by reading where it is unclear, and when it ends. */
    static List<String> sentences(Standpoint from, ClauseVersion version) {
        var english = from.english(version.agreement().clock().zone());
        var sentences = new ArrayList<String>();
        for (var reading : version.live()) {
            sentences.add(
                    version.live().size() > 1
                            ? "Read as '" + reading.name() + "': " + english.norm(reading.body())
                            : english.norm(reading.body()));
        }
        if (version.live().stream().map(Reading::body).anyMatch(Objects::nonNull)) {
            sentences.addAll(new SpanInWords(version.agreement().clock().zone()).of(version));
        }
        return sentences;
    }

    private String summary() {
        if (comparison.isEmpty()) {
            return "Nothing differs.";
        }
        var clauses = comparison.clauses();
        return Lines.count(comparison.answers().size(), "kind of question", "kinds of questions")
                + " with another answer; "
                + count(clauses, ClauseChange.Kind.ADDED) + " added, " + count(clauses, ClauseChange.Kind.RESTATED)
                + " restated, " + count(clauses, ClauseChange.Kind.ENDED) + " ended.";
    }

    private static String count(List<ClauseChange> changes, ClauseChange.Kind kind) {
        int n = (int) changes.stream().filter(change -> change.kind() == kind).count();
        return kind == ClauseChange.Kind.ADDED ? Lines.count(n, "clause", "clauses") : Integer.toString(n);
    }
}
