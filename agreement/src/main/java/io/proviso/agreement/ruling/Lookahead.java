package io.proviso.agreement.ruling;

import io.proviso.agreement.question.Question;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long what was judged holds: judges again at each change that may matter to the question, and no further than it must. */
record Lookahead(CompiledPortfolio rulings) {
    /** Until the question comes out otherwise or cannot be asked, and until something else decides it. */
    Holds holds(RulingWriter judged) {
        var reasons = reasonsUntil(judged);
        return new Holds(reasons == null ? null : answerUntil(judged, reasons), reasons);
    }

    private @Nullable Instant reasonsUntil(RulingWriter judged) {
        var substance = judged.substance();
        for (var next = nextChange(judged, judged.asking().asOf()); next != null; next = nextChange(judged, next)) {
            var then = judged(judged, next);
            if (then == null || !then.substance().equals(substance)) {
                return next;
            }
        }
        return null;
    }

    /** From a change on at which at least the reasons are others. */
    private @Nullable Instant answerUntil(RulingWriter judged, Instant from) {
        var answer = judged.answer();
        for (var next = from; next != null; next = nextChange(judged, next)) {
            var then = judged(judged, next);
            if (then == null || !then.answer().equals(answer)) {
                return next;
            }
        }
        return null;
    }

    List<Rulings.Segment> segments(Question question, Interval interval, Instant knownAt) {
        var end = Objects.requireNonNull(interval.to(), "an interval to rule over must have an end");
        var segments = new ArrayList<Rulings.Segment>();
        var from = interval.from();
        while (from.isBefore(end)) {
            var judged = rulings.judged(question, from, knownAt);
            if (judged == null) {
                from = earlier(rulings.nextChange(question, from, knownAt), end);
            } else {
                var segment = segment(judged, end);
                segments.add(segment);
                from = segment.to();
            }
        }
        return segments;
    }

    /** As long as the answer is that of its start, which is looked for once. */
    private Rulings.Segment segment(RulingWriter start, Instant end) {
        var holds = holds(start);
        var to = earlier(holds.answer(), end);
        var reasons = new ArrayList<Rulings.Because>();
        reasons.add(because(start, holds, end));
        while (reasons.getLast().to().isBefore(to)) {
            var judged = Objects.requireNonNull(judged(start, reasons.getLast().to()));
            reasons.add(because(judged, new Holds(holds.answer(), reasonsUntil(judged)), end));
        }
        return new Rulings.Segment(reasons);
    }

    private Rulings.Because because(RulingWriter judged, Holds holds, Instant end) {
        var asking = judged.asking();
        return new Rulings.Because(
                asking.asOf(), earlier(holds.reasons(), end), rulings.signed(judged.finding(holds), asking));
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || one.isAfter(other) ? other : one;
    }

    private @Nullable Instant nextChange(RulingWriter judged, Instant from) {
        return rulings.nextChange(
                judged.asking().question(), from, judged.asking().knownAt());
    }

    private @Nullable RulingWriter judged(RulingWriter first, Instant asOf) {
        return rulings.judged(first.asking().question(), asOf, first.asking().knownAt());
    }
}
