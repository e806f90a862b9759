package io.proviso.counsel.due;

import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.counsel.Standpoint;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A commitment over the whole time that is looked at: how it stands at both ends, and its days, which are found once. */
final class CommitmentDocket {
    private final CommitmentCourse course;
    private final CommitmentCourse inTheEnd;
    private final List<Due> days;
    private final List<Obligation> withoutADay;

    CommitmentDocket(ClauseVersion version, Commitment promise, Standpoint from, Instant to) {
        this.course = from.course(version.agreement(), promise);
        this.inTheEnd = from.at(to).course(version.agreement(), promise);
        var deliveries = new DeliveryDays(version, course, inTheEnd, from);
        this.days = Stream.of(
                        new CommitmentDays(version, course, inTheEnd, from).all(),
                        new GoingOnDays(version, course, inTheEnd, from).all(),
                        deliveries.all())
                .flatMap(List::stream)
                .toList();
        this.withoutADay = deliveries.withoutADay().toList();
    }

    /** As it stands where the time begins. */
    CommitmentCourse course() {
        return course;
    }

    /** With what is on record as delivered, renewed or cured by the end of the time. */
    CommitmentCourse inTheEnd() {
        return inTheEnd;
    }

    /** What falls into a time in which the clause is in force. */
    Stream<Obligation> within(Interval stretch) {
        return days.stream().filter(due -> stretch.contains(due.moment())).map(Due::obligation);
    }

    /** What is late, or not due yet, without a day. */
    Stream<Obligation> withoutADay() {
        return withoutADay.stream();
    }
}
