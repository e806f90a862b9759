package io.proviso.faults;

import org.jspecify.annotations.Nullable;

/** The first rule that was broken, if any was. */
final class FaultsFinding {
    private @Nullable FaultsRule broken;

    void require(boolean holds, FaultsRule rule) {
        if (!holds && broken == null) {
            broken = rule;
        }
    }

    boolean isBroken() {
        return broken != null;
    }

    @Nullable
    FaultsRule broken() {
        return broken;
    }
}
