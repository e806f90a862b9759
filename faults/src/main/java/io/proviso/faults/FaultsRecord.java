package io.proviso.faults;

import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Context;
import io.proviso.desk.Event;
import io.proviso.desk.rounds.DeskAndRecord;
import java.time.Instant;

/**
 * Whether a ruling on a request's own question, by the rounds that the desk put on record, says what the desk does.
 *
 * @param asks whether anybody asks: a ruling at every append costs more than the append, so it is done in some episodes only
 */
record FaultsRecord(Rulings rulings, boolean asks, FaultsFinding finding) {
    private static final int SEEDS_IN_A_ROW = 32;
    private static final int ROWS = 8;

    /** Of the seeds that have every kind of portfolio between them, all or none. */
    static boolean isAskedOf(long seed) {
        return Math.floorMod(Math.floorDiv(seed, SEEDS_IN_A_ROW), ROWS) == 0;
    }

    void awarded(Event.Awarded awarded, CapacityRequest request) {
        if (asks) {
            finding.require(
                    DeskAndRecord.difference(request, awarded, context(awarded.at())) == null,
                    FaultsRule.RECORDED_OTHERWISE);
        }
    }

    void stands(CapacityRequest request, Instant at) {
        if (asks) {
            finding.require(DeskAndRecord.difference(request, context(at)) == null, FaultsRule.RECORDED_OTHERWISE);
        }
    }

    private Context context(Instant at) {
        return new Context(rulings, at);
    }
}
