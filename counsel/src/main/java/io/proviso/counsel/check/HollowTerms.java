package io.proviso.counsel.check;

import io.proviso.agreement.clause.GoesOn;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.agreement.portfolio.TermCourse;
import io.proviso.counsel.Era;
import io.proviso.counsel.english.English;
import java.util.List;

/** An option to extend a term, or a no to its renewal, for which the clause leaves no day. */
final class HollowTerms implements PortfolioCheck.Inspection {
    @Override
    public void inspect(Era era, Findings findings) {
        era.eachCommitment((version, course) -> inspect(era, version, course, findings));
    }

    private static void inspect(Era era, ClauseVersion version, CommitmentCourse course, Findings findings) {
        var english = English.ofDays(course.zone(), era.knownAt());
        var first = course.promise().term().asKnown(era.knownAt());
        for (var step : course.steps(era.from())) {
            var decided = step.decided();
            if (decided == null || first == null) {
                continue;
            }
            var what = what(course, step);
            if (step.from() != null && step.from().isAfter(decided)) {
                add(
                        era,
                        version,
                        findings,
                        what + " may be received from " + english.moment(step.from()) + " on, and until "
                                + english.moment(decided) + " only: on no day");
            }
            // Each renewal has the notice of the first.
            boolean isOfItsOwn =
                    step.number() == 1 || !(course.promise().schedule().goesOn() instanceof GoesOn.Renews);
            if (isOfItsOwn && decided.isBefore(first.from())) {
                add(
                        era,
                        version,
                        findings,
                        what + " must be received by " + english.moment(decided) + ", before the term begins on "
                                + english.day(first.from()));
            }
        }
    }

    private static String what(CommitmentCourse course, TermCourse.Step step) {
        return (course.promise().schedule().goesOn() instanceof GoesOn.Renews
                        ? "a no to renewal "
                        : "the exercise of option ")
                + step.number();
    }

    private static void add(Era era, ClauseVersion version, Findings findings, String message) {
        findings.add(Check.HOLLOW_TERM, era.span(), List.of(Finding.Place.OfClause.of(version)), message, List.of());
    }
}
