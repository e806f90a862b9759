package io.proviso.counsel.due;

import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.calendar.UnlistedYear;
import io.proviso.calendar.Window;
import io.proviso.counsel.Standpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest instant of receipt in a stretch at which an offer under a right of first refusal can be received and run its whole window. */
record LastRound(RightInForce right, Window window, Instant received) {
    /**
     * The last one while a version is in force.
     *
     * @param next when the stretch ends, null if nothing is known to change
     * @return null if the right has no known end or window, or if an offer can wait for a later version or had to come sooner
     */
    static @Nullable LastRound of(Standpoint here, ClauseVersion version, @Nullable Instant next) {
        var last = beforeTheEnd(here, version);
        if (last == null || last.received().isBefore(here.asOf())) {
            return null;
        }
        if (next == null || last.received().isBefore(next)) {
            return last;
        }
        // It is left to later versions, unless the next one asks for an earlier day than its own first.
        var later = beforeTheEnd(here.at(next), version);
        return later != null && later.received().isBefore(next)
                ? new LastRound(last.right(), last.window(), lastReceiptBefore(next, last.right()))
                : null;
    }

    private static @Nullable LastRound beforeTheEnd(Standpoint at, ClauseVersion version) {
        var right = at.compiled().right(version.id(), at.asOf(), at.knownAt());
        var ends = right.ends();
        var window = right.window();
        if (ends == null || window == null) {
            return null;
        }
        return new LastRound(right, window, right.deadlines().latestReceipt(ends.minusNanos(1), window));
    }

    /** Years beyond the calendar's list on which the day depends. */
    List<UnlistedYear> unlisted() {
        return right.deadlines().deadline(received, window).unlisted();
    }

    private static Instant lastReceiptBefore(Instant next, RightInForce right) {
        var day = next.atZone(right.deadlines().zone()).toLocalDate();
        return lastReceipt(day, right).isBefore(next) ? lastReceipt(day, right) : lastReceipt(day.minusDays(1), right);
    }

    private static Instant lastReceipt(LocalDate day, RightInForce right) {
        return right.deadlines().receivedUntil(day);
    }
}
