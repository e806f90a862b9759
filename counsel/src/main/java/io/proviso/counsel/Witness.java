package io.proviso.counsel;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Facet;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Point;
import io.proviso.agreement.question.Question;
import io.proviso.counsel.english.AskWords;
import io.proviso.counsel.english.ShortQuestion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that shows a finding to whoever asks it; each facet it names has one value, as {@code proviso ask} takes it.
 *
 * @param knownAt null for all that is on record
 */
public record Witness(
        Question question, Instant asOf, @Nullable Instant knownAt) {
    public Witness {
        question.facets().forEach((facet, asked) -> {
            if (asked instanceof Asked.OneOf(List<String> values) && values.size() != 1) {
                throw new IllegalArgumentException("witness: it asks for " + values.size() + " values of " + facet
                        + ".\nA question that shows something has one value of each facet, or leaves it open.");
            }
        });
    }

    /** The question at a point, saying no more than what some clause minds. */
    public static Witness at(CompiledAct act, Point point, Instant asOf, @Nullable Instant knownAt) {
        var question = new ShortQuestion(act.act().name());
        var domain = act.domain();
        for (int facet = 0; facet < domain.size(); facet++) {
            if (ShortQuestion.isMinded(act, domain.facet(facet).name())) {
                int cell = point.cells().get(facet);
                switch (domain.facet(facet)) {
                    case Facet.Measure measure -> {
                        var starts = domain.starts(facet);
                        long last = cell + 1 < starts.length ? starts[cell + 1] - 1 : Long.MAX_VALUE;
                        question.measure(measure, starts[cell], last);
                    }
                    case Facet.Choice choice -> question.choose(choice, domain.label(facet, cell));
                }
            }
        }
        return new Witness(question.question(), asOf, knownAt);
    }

    /** The arguments of {@code proviso ask}, with days where they suffice in the zone of the portfolio. */
    public String words(ZoneId zone) {
        return AskWords.of(question, asOf, knownAt, zone);
    }
}
