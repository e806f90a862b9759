package io.proviso.faults;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Event;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Response;

/** Whether what is released is what the holder left; of rights that go further an award shows it ({@link FaultsBargains}). */
final class FaultsReleases {
    private final FaultsRound round;
    private final FaultsFinding finding;

    FaultsReleases(FaultsRound round, FaultsFinding finding) {
        this.round = round;
        this.finding = finding;
    }

    void released(Event.RemainderReleased released, CapacityRequest request) {
        finding.require(released.gpus() <= request.quantities().open(), FaultsRule.RELEASED_BUT_NOT_OPEN);
        if (!round.portfolio.isPlain()) {
            return;
        }
        var offer = round.offer();
        var ending = offer == null ? null : offer.ending();
        finding.require(offer != null || round.holder.isOver(released.at()), FaultsRule.RELEASED_BUT_NOT_OFFERED);
        finding.require(offer == null || ending != null, FaultsRule.RELEASED_BUT_NOT_REFUSED);
        finding.require(released.gpus() == request.quantities().open(), FaultsRule.RELEASED_IN_PART);
        var isAsRefused = switch (released.freedBy()) {
            case NONE -> ending == null || ending instanceof Ending.Moot;
            case DECLINED -> ending instanceof Ending.Answered;
            case LAPSED -> ending instanceof Ending.Lapsed;
            case WAIVED -> ending instanceof Ending.Answered answered && answered.response() instanceof Response.Waives;
            case OPEN, ACCEPTED -> false;
        };
        finding.require(isAsRefused, FaultsRule.RELEASED_AS_ANOTHER);
    }
}
