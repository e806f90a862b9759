package io.proviso.faults;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Reservation;
import io.proviso.desk.rounds.Desk;

/**
 * Judges what is about to be appended, event by event and before the desk applies it, from the terms of the rights, the history
 * and every row of the inbox, read or not.
 *
 * <p>A right stands or is over by the clock of the desk that decided; an answer is in time by the clock of the inbox.
 */
final class FaultsWitness {
    private final FaultsRound round;
    private final FaultsFinding finding;
    private final FaultsRights rights;
    private final FaultsAnswers answers;
    private final FaultsClocks clocks;
    private final FaultsReleases releases;
    private final FaultsBargains bargains;
    private final FaultsReservations reservations;
    private final FaultsRecord record;

    FaultsWitness(FaultsRound round, FaultsWaivers waivers, FaultsRecord record, FaultsFinding finding) {
        this.record = record;
        this.round = round;
        this.finding = finding;
        this.rights = new FaultsRights(round, waivers, finding);
        this.answers = new FaultsAnswers(round, waivers, finding);
        this.clocks = new FaultsClocks(round, finding);
        this.releases = new FaultsReleases(round, finding);
        this.bargains = new FaultsBargains(round, rights, waivers, finding);
        this.reservations = new FaultsReservations(round, finding);
    }

    /** Appends as much as breaks no rule. */
    void append(FaultsNodes.Held taken) {
        for (var event : taken.events()) {
            var before = round.asked();
            if (before != null) {
                judge(taken.command(), event, before);
            } else if (event instanceof Event.Requested requested) {
                rights.requested(requested, taken.others());
            }
            if (finding.isBroken()) {
                return;
            }
            round.appended(event, Desk.evolve(round.state, event));
            if (before != null) {
                clocks.ran(event, before);
            }
        }
        if (round.state instanceof CapacityRequest request && !taken.events().isEmpty()) {
            quantitiesAreWhereTheyBelong(request);
            record.stands(request, round.latest);
        }
    }

    private void judge(Command command, Event event, CapacityRequest request) {
        switch (event) {
            case Event.Offered offered -> rights.asked(offered, request);
            case Event.OfferedToMatch put -> {
                rights.asked(put.right().name(), request);
                bargains.put(put);
            }
            case Event.RightSetAside setAside -> rights.setAside(setAside, request);
            case Event.Failed failed -> rights.failed(failed, request);
            case Event.TailOpened opened -> bargains.opened(opened, request);
            case Event.TailExpired expired -> bargains.expired(expired, request);
            case Event.Received received -> clocks.received(received, request);
            case Event.DeadlineMoved moved -> clocks.moved(moved.offer(), moved.from(), request);
            case Event.Extended extended -> clocks.extended(extended, command, request);
            case Event.Tolled tolled -> clocks.tolled(tolled, request);
            case Event.Resumed resumed -> clocks.resumed(resumed);
            case Event.Countered countered -> {
                answers.countered(countered, request);
                clocks.countered(countered, request);
            }
            case Event.Accepted accepted -> {
                answers.accepted(accepted, request);
                reservations.accepted(accepted, request);
            }
            case Event.Declined declined -> answers.declined(declined, request);
            case Event.Waived waived -> answers.waived(waived, request);
            case Event.Lapsed lapsed -> answers.lapsed(lapsed, request);
            case Event.Moot moot -> answers.moot(moot, request);
            case Event.LateAnswer late -> answers.late(late, request);
            case Event.Withdrawn withdrawn -> answers.withdrawn(withdrawn, request);
            case Event.RemainderReleased released -> releases.released(released, request);
            case Event.Awarded awarded -> {
                bargains.awarded(awarded, request);
                reservations.awarded(awarded);
                record.awarded(awarded, request);
            }
            case Event.Reserved reserved -> reservations.reserved(reserved);
            case Event.Requested _, Event.Defective _, Event.Invited _, Event.Quoted _, Event.Closed _ -> {}
            case Event.Slipped _, Event.TrancheAccepted _, Event.Prolonged _ -> {}
        }
    }

    private void quantitiesAreWhereTheyBelong(CapacityRequest request) {
        var quantities = request.quantities();
        var open = request.openOffer();
        var offered = open == null ? 0 : open.gpus();
        boolean bidsMayComeFirst = round.portfolio.holders().stream()
                .anyMatch(holder -> holder.preemption().bidsComeFirst());
        finding.require(
                quantities.open() == offered || (bidsMayComeFirst && quantities.open() > offered),
                FaultsRule.OPEN_BUT_NOT_OFFERED);
        finding.require(
                quantities.released() == 0 || request.phase() == CapacityRequest.Phase.INVITED || open != null,
                FaultsRule.RELEASED_BUT_NOT_INVITED);
        var reserved =
                request.reservations().stream().mapToLong(Reservation::gpus).sum();
        finding.require(reserved == quantities.accepted() + quantities.awarded(), FaultsRule.TAKEN_BUT_NOT_RESERVED);
    }
}
