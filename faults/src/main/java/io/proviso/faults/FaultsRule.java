package io.proviso.faults;

/** What must hold at every step of every request, whatever goes wrong around it. */
enum FaultsRule {
    GIVES_UP("the desk itself gives up"),
    STUCK("a request is stuck"),

    ANSWERED_TWICE("an offer is answered twice"),
    ANSWERED_BY_NOBODY("an offer is answered by no answer received in time"),
    OVERTAKEN("an answer received in time is overtaken"),
    OVERTAKEN_BY_LAPSE("an answer received in time is overtaken by a lapse"),
    OVERTAKEN_BY_THE_END("an answer received in time is overtaken by the end of the right"),
    OVERTAKEN_BY_THE_CUSTOMER("an answer received in time is overtaken by the customer"),
    TAKEN_FOR_LATE("an answer received in time is taken for late"),
    TURNED_AWAY("an answer that fits its offer is turned away"),
    NO_MATCH("an acceptance counts that is no match"),
    NO_PART("a part is accepted that the clause gives no right to"),
    NO_DECLINE("an answer is taken for a decline that is none"),
    NO_COUNTER("an answer is taken for a counter that is none"),
    SILENCE("silence is taken for what the clause does not say"),

    NO_NOTICE("a clock starts without a complete notice"),
    OTHER_DEADLINE("a clock runs to another instant than the clause gives"),
    NEARER("a deadline comes nearer"),
    NO_CONSENT("more time is given without the consent of both"),
    STOPPED_FOR_NOTHING("a clock is stopped by what the clause does not name"),
    STOPPED_TWICE("a clock is stopped for a time that it stood still before"),
    LAPSES_EARLY("an offer lapses before its deadline has passed"),
    LAPSES_WHILE_STOPPED("an offer lapses while its clock stands still"),
    MOOT_BUT_STANDING("an offer is moot while the right stands"),

    RELEASED_BUT_NOT_OPEN("more is released than is open"),
    RELEASED_BUT_NOT_OFFERED("capacity is released that was never offered to the holder"),
    RELEASED_BUT_NOT_REFUSED("capacity is released that the holder has not refused"),
    RELEASED_IN_PART("not all that the holder left is released"),
    RELEASED_AS_ANOTHER("capacity is released for what the holder did not say"),
    OPEN_BUT_NOT_OFFERED("GPUs are open that nobody is offered"),
    RELEASED_BUT_NOT_INVITED("GPUs are released and nobody is invited"),
    TAKEN_BUT_NOT_RESERVED("what is taken is not what is reserved"),
    RESERVED_OTHERWISE("a reservation is not what was agreed"),

    AGGREGATED_OTHERWISE("a need is not counted with the earlier requests that its clause names"),
    SET_ASIDE_BUT_STANDING("a right is set aside that stands"),
    ASKED_WITHOUT_A_RIGHT("a holder is asked whose right does not stand here"),
    ASKED_AT_ONCE("a holder is asked before another has answered"),
    ASKED_OUT_OF_RANK("a holder is asked before the one of a higher rank"),
    ASKED_FOR_ANOTHER_BARGAIN("a holder is asked to match a bargain that nobody bid"),

    AWARDED_BUT_NOT_FREE("more is awarded than was refused"),
    AWARDED_UNASKED("capacity is awarded to an alternate before the holder refused it"),
    AWARDED_BEYOND_THE_REFUSAL("more is awarded to alternates than their holder refused"),
    AWARDED_BEYOND_THE_WAIVER("more is awarded under a waiver than it was given for"),
    AWARDED_IN_AN_EARLIER_EPOCH("an award of an earlier epoch acts"),
    AWARDED_WITHOUT_BOUNDS("a refusal frees without the bounds that the clause sets"),
    AWARDED_BELOW_THE_FLOOR("an award is below the floor of the tail, and nobody was asked again"),
    AWARDED_AS_ANOTHER_BARGAIN("an award is another bargain than the holder refused, and nobody was asked again"),
    AWARDED_AFTER_THE_TAIL("an award is made when the tail is over"),
    TAIL_OF_ANOTHER_LENGTH("a refusal frees for longer or shorter than the clause says"),
    TAIL_OF_ANOTHER_BARGAIN("a refusal frees for another bargain than was refused"),
    TAIL_ENDS_EARLY("a right stands again before the tail is over"),

    RECORDED_OTHERWISE("the desk does what a ruling over the rounds on record does not say");

    private final String text;

    FaultsRule(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
