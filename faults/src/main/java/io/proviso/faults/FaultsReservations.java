package io.proviso.faults;

import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.units.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether what is reserved is what its holder or bidder said. */
final class FaultsReservations {
    private final FaultsRound round;
    private final FaultsFinding finding;
    /** What these events have to reserve, by provider. */
    private final List<Agreed> agreed = new ArrayList<>();

    private record Agreed(String provider, long gpus, Money price, Instant ready) {
        boolean is(Reservation reservation) {
            return reservation.provider().name().equals(provider)
                    && reservation.gpus() == gpus
                    && reservation.price().equals(price)
                    && reservation.ready().equals(ready);
        }
    }

    FaultsReservations(FaultsRound round, FaultsFinding finding) {
        this.round = round;
        this.finding = finding;
    }

    void accepted(Event.Accepted accepted, CapacityRequest request) {
        var offer = Objects.requireNonNull(request.offer(accepted.offer()));
        var bargain = offer.bargain();
        var said = said(accepted.by(), offer);
        var price = bargain == null ? FaultsRequests.LIMIT : Objects.requireNonNull(bargain.price());
        var start = bargain == null ? FaultsRequests.READY : bargain.start();
        finding.require(said.gpus() == accepted.gpus(), FaultsRule.RESERVED_OTHERWISE);
        agreed.add(new Agreed(
                round.portfolio.holder(offer).supply(),
                said.gpus(),
                said.price() == null ? price : said.price(),
                said.ready() == null ? start : said.ready()));
    }

    private static Response.Accepts said(Ending by, Offer offer) {
        return by instanceof Ending.Answered answered
                ? switch (answered.response()) {
                    case Response.Accepts accepts -> accepts;
                    case Response.Counters counters when counters.terms() != null -> counters.terms();
                    case Response _ -> Response.Accepts.asOffered(offer.gpus());
                }
                : Response.Accepts.asOffered(offer.gpus());
    }

    void awarded(Event.Awarded awarded) {
        for (var line : awarded.comparison().lines()) {
            if (line.awarded() > 0) {
                var bid = line.bid();
                agreed.add(new Agreed(bid.provider().name(), line.awarded(), bid.price(), bid.ready()));
            }
        }
    }

    void reserved(Event.Reserved reserved) {
        var isAgreed =
                agreed.stream().filter(one -> one.is(reserved.reservation())).findFirst();
        finding.require(isAgreed.isPresent(), FaultsRule.RESERVED_OTHERWISE);
        isAgreed.ifPresent(agreed::remove);
    }
}
