package io.proviso.replay;

import io.proviso.units.Provider;
import java.time.Instant;

/** A reservation that never came; what it was for is looked for again, without its provider. */
public record Undelivered(Provider provider, long gpus, Instant due, Promise promise, Why why) {
    /** Whose it was. */
    public enum Promise {
        /** Of the holder of a right, which stands before that need no more. */
        ACCEPTED_BY_A_HOLDER,
        AWARDED_TO_AN_ALTERNATE
    }

    /** How it ended. */
    public enum Why {
        /** Its provider said so on the day it was due. */
        GIVEN_UP_BY_ITS_PROVIDER,
        /** It was later than the terms of delivery allow, and the customer ended it. */
        ENDED_AFTER_THE_GRACE
    }
}
