package io.proviso.replay.scenario;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.calendar.Window;
import java.util.List;

/** A right of first refusal whose response window is varied, all else being equal: in one unit, the shortest window first. */
public record Sweep(ClauseName right, List<Window> windows) {
    public Sweep {
        windows = List.copyOf(windows);
        if (windows.isEmpty()) {
            throw new IllegalArgumentException(
                    "sweep: there are no windows, and so there is nothing to replay.\nName at least one.");
        }
        for (int i = 1; i < windows.size(); i++) {
            var before = windows.get(i - 1);
            var next = windows.get(i);
            if (next.getClass() != before.getClass() || length(next) <= length(before)) {
                throw new IllegalArgumentException("sweep: a window of " + next + " after one of " + before
                        + " does not go on.\nName windows in one unit, the shortest first.");
            }
        }
    }

    /** In the unit of the window. */
    public static int length(Window window) {
        return window.n();
    }

    public ClauseOverride at(Window window) {
        return ClauseOverride.window(right, window);
    }

    public boolean varies(RightInForce other) {
        return other.name().equals(right);
    }
}
