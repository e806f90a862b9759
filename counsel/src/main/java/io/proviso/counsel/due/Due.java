package io.proviso.counsel.due;

import io.proviso.agreement.portfolio.ClauseVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** An obligation with the moment at which its clause must be in force for it to count. */
record Due(Instant moment, Obligation obligation) {
    /** On the last day that is over at an instant; the clause counts if it is in force at that day's last moment. */
    static Due before(Instant end, ClauseVersion version, Obligation.Kind kind, String occurrence, String what) {
        return at(end.minus(Duration.ofNanos(1)), version, kind, occurrence, what);
    }

    static Due at(Instant moment, ClauseVersion version, Obligation.Kind kind, String occurrence, String what) {
        LocalDate day = moment.atZone(version.agreement().clock().zone()).toLocalDate();
        return new Due(
                moment,
                new Obligation(day, kind, version.id(), occurrence, what).marked(Marks.of(version.clause(), kind)));
    }

    /** The same day with more told of it. */
    Due with(UnaryOperator<Obligation> more) {
        return new Due(moment, more.apply(obligation));
    }
}
