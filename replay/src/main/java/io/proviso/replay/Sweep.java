package io.proviso.replay;

import io.proviso.calendar.Window;
import java.util.List;

/** A right of first refusal whose response window is varied, all else being equal. */
public record Sweep(String agreement, String clause, List<Window> windows) {
    public Sweep {
        windows = List.copyOf(windows);
    }

    ClauseOverride at(Window window) {
        return ClauseOverride.window(agreement, clause, window);
    }
}
