package io.proviso.agreement;

import java.time.Instant;

/** What the record says of an event, for every question. */
public sealed interface Came {
    /** It has come, without a break since then. */
    record Since(Instant at) implements Came {}

    /** It has not come, or is no longer so. */
    record NotYet() implements Came {}

    /** The record is silent, and the vocabulary says no default. */
    record Unknown() implements Came {}
}
