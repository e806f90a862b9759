package io.proviso.counsel.english;

import io.proviso.agreement.question.Question;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code proviso ask} by which somebody puts a question again. */
public final class AskWords {
    private AskWords() {}

    /**
     * With days where they suffice in the zone of the portfolio.
     *
     * @param knownAt null for all that is on record
     */
    public static String of(Question question, Instant asOf, @Nullable Instant knownAt, ZoneId zone) {
        var words = new ArrayList<String>();
        words.add("act=" + question.act());
        question.facets().forEach((facet, asked) -> words.add(facet + "=" + asked.word()));
        question.supposed().forEach((fact, value) -> words.add("--fact " + fact + "=" + value));
        if (question.request() != null) {
            words.add("--request " + question.request());
        }
        words.add("--as-of " + when(asOf, zone));
        if (knownAt != null) {
            words.add("--known-at " + when(knownAt, zone));
        }
        return String.join(" ", words);
    }

    private static String when(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().toString()
                : instant.toString();
    }
}
