package io.proviso.desk;

import java.time.Instant;

/** Which portfolio a desk rules by while its clock runs: what was in force, and what was on record, at an instant of that clock. */
public sealed interface Basis {
    Instant asOf(Instant instant);

    Instant knownAt(Instant instant);

    /** Whether the same question may come out otherwise later on. */
    default boolean moves() {
        return true;
    }

    /** The live desk: what is in force now, as known now. */
    record Live() implements Basis {
        @Override
        public Instant asOf(Instant instant) {
            return instant;
        }

        @Override
        public Instant knownAt(Instant instant) {
            return instant;
        }
    }

    /** The portfolio moves with the clock, read with what became known only later (a replay of the past with today's pins). */
    record Hindsight(Instant knownAt) implements Basis {
        @Override
        public Instant asOf(Instant instant) {
            return instant;
        }

        @Override
        public Instant knownAt(Instant instant) {
            return knownAt;
        }
    }

    /** One day's portfolio for the whole run, whatever the clock says: rights neither begin nor end. */
    record Frozen(Instant asOf, Instant knownAt) implements Basis {
        @Override
        public Instant asOf(Instant instant) {
            return asOf;
        }

        @Override
        public Instant knownAt(Instant instant) {
            return knownAt;
        }

        @Override
        public boolean moves() {
            return false;
        }
    }
}
