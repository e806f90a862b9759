package io.proviso.desk;

/**
 * Where every GPU asked for stands; nothing is lost between the places.
 *
 * @param open not settled by the holder, or not yet offered to anybody
 * @param accepted by the holder of first refusal
 * @param released free for others, not yet awarded
 * @param awarded to alternates
 * @param unmet given up
 */
public record Quantities(long open, long accepted, long released, long awarded, long unmet) {
    public Quantities {
        if (open < 0 || accepted < 0 || released < 0 || awarded < 0 || unmet < 0) {
            throw new IllegalArgumentException("quantities: none may be negative (open " + open + ", accepted "
                    + accepted + ", released " + released + ", awarded " + awarded + ", unmet " + unmet + ")");
        }
    }

    static Quantities asked(long gpus) {
        return new Quantities(gpus, 0, 0, 0, 0);
    }

    public long total() {
        return open + accepted + released + awarded + unmet;
    }

    Quantities accept(long gpus) {
        return new Quantities(open - gpus, accepted + gpus, released, awarded, unmet);
    }

    Quantities release(long gpus) {
        return new Quantities(open - gpus, accepted, released + gpus, awarded, unmet);
    }

    Quantities award(long gpus) {
        return new Quantities(open, accepted, released - gpus, awarded + gpus, unmet);
    }

    /** What others were free to serve goes back to a holder. */
    Quantities reopen(long gpus) {
        return new Quantities(open + gpus, accepted, released - gpus, awarded, unmet);
    }

    /** The holder does not deliver what it accepted. */
    Quantities failAccepted(long gpus) {
        return new Quantities(open + gpus, accepted - gpus, released, awarded, unmet);
    }

    /** An alternate does not deliver what it was awarded. */
    Quantities failAwarded(long gpus) {
        return new Quantities(open + gpus, accepted, released, awarded - gpus, unmet);
    }

    /** Still to be awarded, whether or not a holder has yet to see the bargain. */
    public long toAward() {
        return open + released;
    }

    Quantities giveUp() {
        return new Quantities(0, accepted, 0, awarded, unmet + open + released);
    }
}
