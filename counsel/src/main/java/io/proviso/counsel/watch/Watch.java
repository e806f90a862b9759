package io.proviso.counsel.watch;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.agreement.ruling.StepText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A look at watched questions. An answer flips when its outcome changes, or whom one has to turn to first; that other clauses decide
 * the same is no flip.
 *
 * @param seen in the order of the file
 */
public record Watch(String portfolio, Instant asOf, Instant knownAt, List<Seen> seen) {
    /** A question that is watched, under a name of its own. */
    public record Question(String name, io.proviso.agreement.question.Question asked) {}

    /**
     * One question.
     *
     * @param before the answer at the last look; null if it was not asked then
     * @param answer the answer now
     */
    public record Seen(Question question, @Nullable String before, String answer, Ruling ruling) {
        public boolean isNew() {
            return before == null;
        }

        public boolean hasFlipped() {
            return before != null && !before.equals(answer);
        }
    }

    public Watch {
        seen = List.copyOf(seen);
    }

    /**
     * Looks at all of them as of now.
     *
     * @param before the answers at the last look, by the names of their questions
     */
    public static Watch of(
            Rulings rulings,
            List<Question> questions,
            Map<String, String> before,
            Instant asOf,
            Instant knownAt,
            Disclosure audience) {
        return new Watch(
                rulings.portfolio().name(),
                asOf,
                knownAt,
                questions.stream()
                        .map(question -> {
                            var ruling = rulings.rule(question.asked(), asOf, knownAt);
                            var told = ruling.disclosedTo(audience);
                            return new Seen(question, before.get(question.name()), answer(told), told);
                        })
                        .toList());
    }

    /** What was answered then, as known then: the last look, where nobody kept it. */
    public static Map<String, String> answers(
            Rulings rulings, List<Question> questions, Instant asOf, Instant knownAt, Disclosure audience) {
        return of(rulings, questions, Map.of(), asOf, knownAt, audience).answers();
    }

    /** To be kept for the next look. */
    public Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        seen.forEach(each -> answers.put(each.question().name(), each.answer()));
        return answers;
    }

    public List<Seen> flipped() {
        return seen.stream().filter(Seen::hasFlipped).toList();
    }

    /** In a line: how it comes out, and what has to be done first. */
    private static String answer(Ruling ruling) {
        return ruling.outcome()
                + (ruling.outcome() == Outcome.CONDITIONAL ? ": first " + StepText.brief(ruling.steps()) : "");
    }
}
