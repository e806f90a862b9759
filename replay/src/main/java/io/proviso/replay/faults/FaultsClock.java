package io.proviso.replay.faults;

import io.proviso.calendar.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one offer as its clause runs it, kept from notice, counters, consents and strikes alone.
 *
 * @param from what the window is counted from: the notice, or the counter that gave it anew
 * @param standstills that are over
 * @param stopped since when it stands still, null while it runs
 * @param agreed the instant that both agreed on, with what it stood still since; null if they did not
 */
record FaultsClock(
        Window window,
        Instant from,
        List<Standstill> standstills,
        @Nullable Instant stopped,
        @Nullable Instant agreed) {
    record Standstill(Instant since, Instant until) {
        /** How much of it lies after an instant. */
        Duration after(Instant from) {
            var counted = since.isAfter(from) ? since : from;
            return until.isAfter(counted) ? Duration.between(counted, until) : Duration.ZERO;
        }
    }

    static FaultsClock started(Window window, Instant received) {
        return new FaultsClock(window, received, List.of(), null, null);
    }

    boolean isStopped() {
        return stopped != null;
    }

    /** Whether it had stood still then, and run again. */
    boolean stoodStill(Instant at) {
        return standstills.stream().anyMatch(one -> at.isBefore(one.until()));
    }

    /** The last instant for an answer, with every closure there is. */
    Instant deadline() {
        return later(FaultsPortfolio.deadline(from, window));
    }

    /** Whether a clock may run to that instant: closures may or may not be known. */
    boolean gives(Instant instant) {
        return instant.equals(deadline())
                || instant.equals(later(FaultsPortfolio.deadlineAsKnownAtFirst(from, window)));
    }

    private Instant later(Instant counted) {
        var due = counted;
        for (var standstill : standstills) {
            due = due.plus(standstill.after(from));
        }
        return agreed == null || agreed.isBefore(due) ? due : agreed;
    }

    FaultsClock anew(Instant countered) {
        return new FaultsClock(window, countered, standstills, stopped, null);
    }

    FaultsClock until(Instant both) {
        return new FaultsClock(window, from, standstills, stopped, both);
    }

    FaultsClock stop(Instant since) {
        return new FaultsClock(window, from, standstills, since, agreed);
    }

    FaultsClock run(Instant until) {
        if (stopped == null) {
            return this;
        }
        var over = new Standstill(stopped, until);
        var all = new ArrayList<>(standstills);
        all.add(over);
        return new FaultsClock(
                window, from, List.copyOf(all), null, agreed == null ? null : agreed.plus(over.after(from)));
    }
}
