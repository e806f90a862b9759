package io.proviso.agreement;

import java.time.Instant;

/** What the record says of an event, for every question. */
public sealed interface Came {
    /** It has come, and when. */
    record Since(Instant at) implements Came {}

    /** It has not come, or, where it must still be so, is no longer. */
    record NotYet() implements Came {}

    /** The record is silent, and the vocabulary says no default. */
    record Unknown() implements Came {}
}
