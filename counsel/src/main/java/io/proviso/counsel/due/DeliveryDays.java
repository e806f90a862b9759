package io.proviso.counsel.due;

import io.proviso.agreement.Came;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.agreement.portfolio.TrancheCourse;
import io.proviso.calendar.Window;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days of the tranches that the other side of a commitment has to deliver, each until it is delivered. */
final class DeliveryDays {
    private final ClauseVersion version;
    private final Commitment promise;
    private final CommitmentCourse course;
    private final CommitmentCourse inTheEnd;
    private final Standpoint from;
    private final ZoneId zone;
    private final English english;
    private final List<Due> days = new ArrayList<>();

    /**
     * @param inTheEnd of the time that is looked at
     */
    DeliveryDays(ClauseVersion version, CommitmentCourse course, CommitmentCourse inTheEnd, Standpoint from) {
        this.version = version;
        this.promise = course.promise();
        this.course = course;
        this.inTheEnd = inTheEnd;
        this.from = from;
        this.zone = version.agreement().clock().zone();
        this.english = from.english(zone);
    }

    List<Due> all() {
        inTheEnd.tranches().forEach(this::tranche);
        return List.copyOf(days);
    }

    /** What is late where the time looked at begins, or due so long after what has not come. */
    Stream<Obligation> withoutADay() {
        return Stream.concat(
                course.tranches().stream().flatMap(this::overdue),
                inTheEnd.tranches().stream().flatMap(this::undated));
    }

    private void tranche(TrancheCourse course) {
        var name = "tranche " + course.tranche().name();
        var due = course.due();
        if (due == null) {
            return;
        }
        last(course, due, "due", "Last day for " + promise.to() + " to deliver " + what(course) + ".");
        var grace = grace(course.tranche());
        if (course.late() != null && grace != null) {
            last(
                    course,
                    course.late(),
                    "grace",
                    "The grace of " + grace + " for " + name + " ends with this day; from then on it is late.");
        }
        credits(course, name);
        if (course.exit() != null) {
            first(
                    course,
                    course.exit(),
                    promise.by(),
                    "exit",
                    "From this day on " + promise.by() + " may end "
                            + (course.ends() == Delivery.Ends.ORDER ? "the order with all its tranches" : name)
                            + ", unless " + name + " is delivered before.");
        }
    }

    private void credits(TrancheCourse course, String name) {
        var first = course.creditedFrom();
        var late = course.late();
        if (first == null || late == null) {
            return;
        }
        var perDay = course.perDay();
        var cap = course.cap();
        first(
                course,
                late,
                promise.to(),
                "credits",
                "From this day on " + promise.to() + " credits " + promise.by() + " "
                        + (perDay == null ? "an undisclosed amount" : English.money(perDay.rounded()))
                        + " for each day on which " + name + " is not delivered"
                        + (first.equals(late) ? "" : ", counted from " + english.day(first) + " on")
                        + (cap == null ? "" : ", " + English.money(cap.rounded()) + " at most") + ".");
        var reached = course.capReached();
        if (reached != null && cap != null) {
            first(
                    course,
                    reached.atStartOfDay(zone).toInstant(),
                    promise.to(),
                    "cap",
                    "On this day the credits for " + name + " reach their cap of " + English.money(cap.rounded())
                            + "; later days add nothing.");
        }
    }

    /** What is due so long after something that has not come. */
    private Stream<Obligation> undated(TrancheCourse course) {
        return course.due() == null
                        && !(course.delivered() instanceof Came.Since)
                        && course.tranche().due()
                                instanceof End.After(Window period, End.Anchor.Event(End.OnMilestone event))
                ? Stream.of(withoutADay(
                        course,
                        Progress.State.UPCOMING,
                        "due",
                        promise.to() + " has " + period + " to deliver " + what(course) + ", from the day of '"
                                + event.facet() + "', which is not on record."))
                : Stream.empty();
    }

    /** What is late, and what of it cannot be counted. */
    private Stream<Obligation> overdue(TrancheCourse course) {
        var due = course.due();
        var delivered = course.delivered();
        if (due == null || from.asOf().isBefore(due) || delivered instanceof Came.Since) {
            return Stream.empty();
        }
        var name = "tranche " + course.tranche().name();
        var late = course.late();
        return Stream.of(withoutADay(
                course,
                Progress.State.OVERDUE,
                "overdue",
                "Tranche " + course.tranche().name() + " was due with " + english.lastDayOf(due) + " and "
                        + (delivered instanceof Came.Unknown
                                ? "nothing on record says whether it was delivered"
                                : "is not delivered")
                        + (late == null
                                ? "; whether its grace is over is undisclosed"
                                : from.asOf().isBefore(late)
                                        ? "; its grace runs through " + english.lastDayOf(late)
                                        : "; it is late")
                        + owed(course, name) + "."));
    }

    private String owed(TrancheCourse course, String name) {
        var amount = promise.amount().asKnown(from.knownAt());
        var credited = amount == null ? null : course.credited(from.asOf(), Money.zero(amount.currency()));
        return credited == null || credited.amount().signum() == 0
                ? ""
                : ", and " + English.money(credited.rounded()) + " are credited for " + name + " so far";
    }

    private String what(TrancheCourse course) {
        var quantity = course.tranche().quantity();
        return "tranche " + course.tranche().name()
                + (quantity == null
                        ? ""
                        : " ("
                                + English.limit(
                                        quantity,
                                        from.knownAt(),
                                        from.portfolio().vocabulary()) + ")");
    }

    private @Nullable Window grace(Delivery.Tranche tranche) {
        return tranche.delay() == null || tranche.delay().grace() == null
                ? null
                : tranche.delay().grace().asKnown(from.knownAt());
    }

    private void last(TrancheCourse course, Instant end, String which, String what) {
        add(course, Due.before(end, version, Obligation.Kind.DELIVERY, occurrence(course, which), what), promise.to());
    }

    private void first(TrancheCourse course, Instant begin, Party whose, String which, String what) {
        add(course, Due.at(begin, version, Obligation.Kind.DELAY, occurrence(course, which), what), whose);
    }

    /** What was delivered by then is owed no more. */
    private void add(TrancheCourse course, Due due, Party whose) {
        var then = from.at(due.moment()).course(version.agreement(), promise);
        boolean delivered = then.tranches().stream()
                .anyMatch(each -> each.tranche().equals(course.tranche()) && each.delivered() instanceof Came.Since);
        if (!delivered) {
            days.add(due.with(each -> each.dependingOn(course.unlisted())
                    .marked(Marks.ofDelivery(version.clause()))
                    .of(whose)));
        }
    }

    private Obligation withoutADay(TrancheCourse course, Progress.State state, String which, String what) {
        return new Obligation(null, Obligation.Kind.DELIVERY, version.id(), occurrence(course, which), what)
                .marked(Marks.ofDelivery(version.clause()))
                .with(Progress.NOT_YET.of(List.of(promise.to())).in(state));
    }

    private static String occurrence(TrancheCourse course, String which) {
        return "tranche " + course.tranche().name() + " " + which;
    }
}
