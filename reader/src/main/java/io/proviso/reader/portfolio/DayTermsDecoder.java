package io.proviso.reader.portfolio;

import io.proviso.calendar.DayTerms;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Decodes what an agreement or a clause says of the day of receipt and of the last day, {@code cutoff} being short for both hours. */
final class DayTermsDecoder {
    private static final Choices<DayTerms.ClosedDay> CLOSED_DAY =
            Choices.of("day of receipt", DayTerms.ClosedDay.values());
    private static final Choices<DayTerms.Roll> ROLL = Choices.of("roll", DayTerms.Roll.values());

    private final Problems problems;
    private final Scalars scalars;

    DayTermsDecoder(Problems problems, Scalars scalars) {
        this.problems = problems;
        this.scalars = scalars;
    }

    DayTerms.Written written(Mapping paper) {
        LocalTime cutoff = paper.get("cutoff", scalars::timeOfDay);
        Mapping receipt = paper.mapping("receipt", Grammar.RECEIPT_TERMS);
        Mapping deadline = paper.mapping("deadline", Grammar.DEADLINE_TERMS);
        return new DayTerms.Written(
                receipt == null ? null : receipt.word("closed-day", CLOSED_DAY),
                hour(receipt, "until", cutoff, paper),
                hour(deadline, "hour", cutoff, paper),
                deadline == null ? null : deadline.word("roll", ROLL));
    }

    private @Nullable LocalTime hour(@Nullable Mapping terms, String key, @Nullable LocalTime cutoff, Mapping paper) {
        LocalTime own = terms == null ? null : terms.get(key, scalars::timeOfDay);
        if (terms == null || own == null) {
            return cutoff;
        }
        if (cutoff != null && !own.equals(cutoff)) {
            String what = "'" + key + "' says " + own + " and 'cutoff', which is short for both hours, says " + cutoff;
            String advice = "Leave one of the two out.";
            problems.addOfSense(terms.place(key), what, advice);
            problems.addOfSense(paper.place("cutoff"), what, advice);
        }
        return own;
    }
}
