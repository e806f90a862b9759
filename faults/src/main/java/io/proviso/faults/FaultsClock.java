package io.proviso.faults;

import io.proviso.calendar.DeadlineRule.Standstill;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one offer as its clause runs it, kept from notice, counters, consents and strikes alone.
 *
 * @param from what the window is counted from: the notice, or the counter that gave it anew
 * @param before what it was counted from before that, null if no counter gave it anew
 * @param standstills that are over
 * @param stopped since when it stands still, null while it runs
 * @param agreed null if both agreed on no other instant
 */
record FaultsClock(
        Window window,
        Instant from,
        @Nullable Instant before,
        List<Standstill> standstills,
        @Nullable Instant stopped,
        @Nullable Agreed agreed) {
    /** The instant that both agreed on then, with what it stood still since. */
    private record Agreed(Instant at, Instant until) {
        Agreed stoodStill(Standstill over) {
            return new Agreed(at, until.plus(over.after(at)));
        }
    }

    static FaultsClock started(Window window, Instant received) {
        return new FaultsClock(window, received, null, List.of(), null, null);
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
        return latest(start -> FaultsPortfolio.deadline(start, window, standstills));
    }

    /** Whether a clock may run to that instant: closures may or may not be known. */
    boolean gives(Instant instant) {
        return instant.equals(deadline())
                || instant.equals(latest(start -> FaultsPortfolio.deadlineAsKnownAtFirst(start, window, standstills)));
    }

    /** Nothing takes time away that the holder has. */
    private Instant latest(UnaryOperator<Instant> deadline) {
        return Stream.of(
                        Stream.of(deadline.apply(from)),
                        Stream.ofNullable(before).map(deadline),
                        Stream.ofNullable(agreed).map(Agreed::until))
                .flatMap(all -> all)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    FaultsClock anew(Instant countered) {
        return new FaultsClock(window, countered, from, standstills, stopped, agreed);
    }

    FaultsClock until(Instant both, Instant at) {
        return new FaultsClock(window, from, before, standstills, stopped, new Agreed(afterWhatMovedIt(at), both));
    }

    /** One node's clock may be behind that of the node that told of a standstill, or of other time agreed on. */
    private Instant afterWhatMovedIt(Instant at) {
        return Stream.of(
                        standstills.stream().map(Standstill::until),
                        Stream.ofNullable(stopped),
                        Stream.ofNullable(agreed).map(Agreed::at))
                .flatMap(all -> all)
                .filter(at::isBefore)
                .max(Instant::compareTo)
                .orElse(at);
    }

    FaultsClock stop(Instant since) {
        return new FaultsClock(window, from, before, standstills, since, agreed);
    }

    FaultsClock run(Instant until) {
        if (stopped == null) {
            return this;
        }
        var over = new Standstill(stopped, until);
        var all = new ArrayList<>(standstills);
        all.add(over);
        return new FaultsClock(
                window, from, before, List.copyOf(all), null, agreed == null ? null : agreed.stoodStill(over));
    }
}
