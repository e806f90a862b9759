package io.proviso.agreement.clause;

import io.proviso.calendar.Window;

/**
 * A right to leave for what the other side did, which begins when the time to cure it has run out.
 *
 * @param by where it is either side, whichever is not in breach: the fact does not say which that is
 * @param cause the fact of the record that there is notice of it; it has been cured when the fact has another value
 * @param cure counted from the day of that notice as notices of the agreement are
 */
public record ForCause(Leaver by, End.OnMilestone cause, Stated<Window> cure) {}
