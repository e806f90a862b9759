package io.proviso.desk;

/** What the events of one request amount to: all the next decision needs, and no more. */
public sealed interface State permits State.NotRequested, CapacityRequest {
    /** Where every request begins. */
    State NOT_REQUESTED = new NotRequested();

    /** Before the first event. */
    record NotRequested() implements State {}
}
