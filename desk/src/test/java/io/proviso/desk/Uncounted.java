package io.proviso.desk;

/** The same state, whose events nobody counts: below the limit their number makes no difference to any rule. */
final class Uncounted {
    private Uncounted() {}

    static State of(State state) {
        return state instanceof CapacityRequest request ? of(request, 0) : state;
    }

    /** As if there had been so many. */
    static CapacityRequest of(CapacityRequest request, int events) {
        var heard = request.standing().heard();
        return request.heard(new Heard(heard.awards(), heard.replaced(), heard.slips(), heard.prolonged(), events));
    }
}
