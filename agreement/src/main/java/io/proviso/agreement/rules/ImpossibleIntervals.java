package io.proviso.agreement.rules;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Span;
import io.proviso.agreement.clause.Stated;
import io.proviso.units.Interval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether what a paper writes can be in force at all: what is over when the paper takes effect never was, and nobody writes that on purpose. */
final class ImpossibleIntervals {
    private final Instant begins;
    private final Span span;
    private final String beginsAt;
    private final ProblemLog problems;

    /** For a clause of a paper that takes effect then, as is written there. */
    ImpossibleIntervals(Instant begins, Span span, String beginsAt, ProblemLog problems) {
        this.begins = begins;
        this.span = span;
        this.beginsAt = beginsAt;
        this.problems = problems;
    }

    /** Nothing binds before the paper does that writes it. */
    void begins(String path) {
        if (span.from() instanceof End.At(Instant day) && !day.isAfter(begins)) {
            tell(
                    path,
                    "the clause begins " + day + ", but its instrument takes effect " + begins
                            + " and nothing binds before that",
                    "Leave from: out if it binds at once, or correct one of the two days.");
        }
    }

    void ends(String path, String clause) {
        var last = span.until().atTheLatest();
        if (last != null && !last.isAfter(span.begins())) {
            tell(
                    path,
                    "'" + clause + "' has ended by " + last + ", "
                            + (last.equals(span.begins())
                                    ? "the instant at which it begins"
                                    : "before it begins " + span.begins()),
                    "Correct the end of the clause, or the effective date of the instrument that writes it.");
        }
    }

    /** A commitment is promised for a time in which its clause stands. */
    void commitment(String untilAt, String path, @Nullable ClauseBody body) {
        if (!(body instanceof Commitment commitment
                && commitment.term() instanceof Stated.Known<Interval>(Interval term, Instant _)
                && term.to() != null)) {
            return;
        }
        var last = span.until().atTheLatest();
        if (last != null && term.to().isAfter(last)) {
            problems.add(
                    untilAt,
                    "the clause has ended by " + last + ", before the term of its commitment is out (" + term.to()
                            + ")",
                    "Let the clause stand until the end of the term, or shorten the term.");
        }
        if (!term.to().isAfter(begins)) {
            tell(
                    path + "/" + body.kind() + "/term",
                    "the term is out (" + term.to() + ") when the commitment is made (" + begins + ")",
                    "Correct the term, or the effective date of the instrument that writes it.");
        }
    }

    private void tell(String path, String message, String advice) {
        problems.add(path, message, advice);
        problems.add(beginsAt, message, advice);
    }
}
