package io.proviso.counsel.due;

import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.GoesOn;
import io.proviso.agreement.clause.Leaver;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.agreement.portfolio.TermCourse;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The last days for keeping a term from going on, or for letting it go on, and for curing what one may leave it for. */
final class GoingOnDays {
    private final ClauseVersion version;
    private final Commitment promise;
    private final CommitmentCourse course;
    private final CommitmentCourse inTheEnd;
    private final Standpoint from;
    private final English english;
    private final List<Due> days = new ArrayList<>();

    /**
     * @param inTheEnd of the time that is looked at
     */
    GoingOnDays(ClauseVersion version, CommitmentCourse course, CommitmentCourse inTheEnd, Standpoint from) {
        this.version = version;
        this.promise = course.promise();
        this.course = course;
        this.inTheEnd = inTheEnd;
        this.from = from;
        this.english = from.english(course.zone());
    }

    List<Due> all() {
        switch (promise.schedule().goesOn()) {
            case null -> {}
            case GoesOn.Renews _ -> open().forEach(this::renewal);
            case GoesOn.Extends(List<GoesOn.Extension> options) ->
                open().forEach(step -> extension(step, options.size()));
        }
        cause();
        return days.stream().map(due -> due.with(this::told)).toList();
    }

    private Obligation told(Obligation each) {
        var marked = each.marked(Marks.ofNotice(version.clause(), each.kind()));
        return each.kind() == Obligation.Kind.OPTION ? marked.of(promise.by()) : marked;
    }

    /** What the record does not settle in the time looked at: a no ends them all, an exercise only its own option. */
    private Stream<TermCourse.Step> open() {
        var settled = inTheEnd.steps(inTheEnd.asOf());
        var open = course.steps(inTheEnd.asOf()).stream().filter(step -> step.fate() == TermCourse.Fate.OPEN);
        return switch (promise.schedule().goesOn()) {
            case null -> Stream.empty();
            case GoesOn.Renews _ -> open.takeWhile(step -> !isNow(step, TermCourse.Fate.STOPPED, settled));
            case GoesOn.Extends _ -> open.filter(step -> !isNow(step, TermCourse.Fate.WENT_ON, settled));
        };
    }

    private static boolean isNow(TermCourse.Step step, TermCourse.Fate fate, List<TermCourse.Step> settled) {
        return settled.stream().anyMatch(later -> later.number() == step.number() && later.fate() == fate);
    }

    private void renewal(TermCourse.Step step) {
        if (step.decided() == null) {
            return;
        }
        days.add(Due.at(
                step.decided(),
                version,
                Obligation.Kind.NOTICE,
                "renewal " + step.number(),
                "Last day to say no: unless a notice is received by " + english.moment(step.decided())
                        + ", the term renews for the " + ordinal(step.number()) + " time, through "
                        + english.lastDayOf(Objects.requireNonNull(step.over().to())) + adds(step) + "."));
    }

    private void extension(TermCourse.Step step, int all) {
        var condition = step.number() == firstOpen() ? "" : ", if the options before it were exercised";
        var what = "option " + step.number() + " of " + all + " to extend the term through "
                + english.lastDayOf(Objects.requireNonNull(step.over().to())) + adds(step) + condition;
        if (step.from() != null) {
            days.add(Due.at(
                    step.from(),
                    version,
                    Obligation.Kind.OPTION,
                    "extension " + step.number() + " opens",
                    "From this day on " + promise.by() + " may exercise " + what + "."));
        }
        if (step.decided() != null) {
            days.add(Due.at(
                    step.decided(),
                    version,
                    Obligation.Kind.OPTION,
                    "extension " + step.number(),
                    "Last day for " + promise.by() + " to exercise " + what + "; the notice must be received by "
                            + english.moment(step.decided()) + "."));
        }
    }

    private long firstOpen() {
        return course.goneOn().size() + 1L;
    }

    private String adds(TermCourse.Step step) {
        var amount = step.amount().asKnown(from.knownAt());
        return amount == null ? "" : " for " + English.money(amount) + " more";
    }

    private static String ordinal(long number) {
        return switch ((int) (number % 100 > 10 && number % 100 < 14 ? 0 : number % 10)) {
            case 1 -> number + "st";
            case 2 -> number + "nd";
            case 3 -> number + "rd";
            default -> number + "th";
        };
    }

    private void cause() {
        var cause = course.cause() == null ? inTheEnd.cause() : course.cause();
        if (cause == null || cause.curedBy() == null) {
            return;
        }
        var curedBy = cause.curedBy();
        var atTheEnd = from.at(curedBy).course(version.agreement(), promise).cause();
        if (atTheEnd == null || !atTheEnd.since().equals(cause.since())) {
            return;
        }
        var right = cause.right();
        var breach = "'" + right.cause().facet() + "', of which there is notice of " + english.day(cause.since())
                + "; if it is not cured by " + english.moment(curedBy) + ", ";
        days.add(Due.at(
                        curedBy,
                        version,
                        Obligation.Kind.CURE,
                        "cure of " + right.cause().facet(),
                        right.by() == Leaver.EITHER
                                ? "Last day for whichever of " + promise.by() + " and " + promise.to()
                                        + " is in breach to cure " + breach
                                        + "the other may leave for it until it is. Whose breach it is the record does not say."
                                : "Last day for " + right.by().other(promise.by(), promise.to()) + " to cure " + breach
                                        + right.by().words(promise.by(), promise.to())
                                        + " may leave for it until it is.")
                .with(each -> each.of(right.by().left(promise.by(), promise.to()))));
    }
}
