package io.proviso.replay;

import io.proviso.desk.Bid;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.replay.Agenda.Phase;
import io.proviso.replay.Draws.Channel;
import io.proviso.replay.scenario.Market;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bidding on one request. Bids close and are compared; then the contract is signed, which is the award. A bid stands until
 * then; when bids are invited again, its provider may better it.
 */
final class SimulatedBidding {
    private final World world;
    private final SimulatedRequest request;
    private final Map<Provider, Long> promised = new HashMap<>();
    private final Set<Provider> keptOut = new HashSet<>();
    private int invitations;

    SimulatedBidding(World world, SimulatedRequest request) {
        this.world = world;
        this.request = request;
    }

    /** It does not bid for this need: it declined it, or promised it and did not deliver. */
    void keepOut(Provider provider) {
        keptOut.add(provider);
    }

    /** A bid that would come after the bidding closes is not made. */
    void invite(Event.Invited invited) {
        invitations++;
        boolean standing = !promised.isEmpty();
        var bidding = world.market().bidding();
        boolean waits = !standing || bidding.bargaining().improves() > 0;
        long closes = world.agenda().now() + (waits ? bidding.closes().toSeconds() : 0);
        int epoch = request.epoch();
        for (var ruled : invited.invited()) {
            var provider = ruled.candidate().provider();
            boolean bids = standing
                    ? promised.containsKey(provider)
                            && draw(Channel.IMPROVES, provider)
                                    < bidding.bargaining().improves()
                    : draw(Channel.BID, provider) < bidding.bids() && !keptOut.contains(provider);
            long at = world.agenda().now() + bidding.delay().seconds(draw(Channel.BID_DELAY, provider));
            if (bids && at <= closes) {
                world.agenda().at(at, Phase.DESK, () -> bid(provider, closes, epoch));
            }
        }
        world.agenda().at(closes, Phase.DESK, () -> compare(epoch));
    }

    /** What was promised and not awarded is free for others. */
    void end() {
        promised.forEach((provider, gpus) -> world.holdings().promise(provider, -gpus));
        promised.clear();
    }

    private void bid(Provider provider, long closes, int epoch) {
        var open = request.invited(epoch);
        if (open == null) {
            return;
        }
        long before = promised.getOrDefault(provider, 0L);
        long headroom = world.holdings().headroom(provider, world.now()) + before;
        long able = Math.min(SimulatedRequest.outstanding(open), headroom - kept(provider, headroom));
        var from = world.market().supply(provider);
        var price = bargaining().discount().off(from.price(), draw(Channel.DISCOUNT, provider));
        if (able < open.gangOfRemainder() || (before > 0 && !isBetter(open, provider, price))) {
            return;
        }
        world.holdings().promise(provider, able - before);
        promised.put(provider, able);
        var ready = world.clock().instant(closes + secondsToSign()).plus(from.lead());
        request.decide(new Command.Quote(new Bid(
                provider.name() + "-bid" + (invitations == 1 ? "" : "-" + invitations),
                provider,
                world.scenario().buyer().order().need().accelerator(),
                new Bid.Lot(open.gangOfRemainder(), able),
                price,
                ready)));
    }

    private long kept(Provider provider, long headroom) {
        double keeps = world.market().answering().toMatch().keeps();
        return keeps > 0 && Holders.mayMatch(provider, world) ? (long) (keeps * headroom) : 0;
    }

    private static boolean isBetter(CapacityRequest open, Provider provider, Money price) {
        return open.bids().stream()
                .filter(bid -> bid.provider().equals(provider))
                .allMatch(bid -> price.compareTo(bid.price()) < 0);
    }

    private void compare(int epoch) {
        if (request.invited(epoch) == null) {
            return;
        }
        request.awardable();
        award(epoch, secondsToSign());
    }

    /** What the desk would make of an award: signed after so many seconds, unless a holder has to be asked first. */
    private void award(int epoch, long signed) {
        if (request.invited(epoch) == null) {
            return;
        }
        switch (request.decision(new Command.Award(epoch))) {
            case Decision.Refused _ ->
                request.decide(new Command.Withdraw("no bid that could be awarded", world.now()));
            case Decision.Decided(List<Event> events)
            when isAward(events) && signed > 0 ->
                world.agenda().at(world.agenda().now() + signed, Phase.DESK, () -> award(epoch, 0));
            case Decision.Decided(List<Event> events) -> {
                if (isAward(events) || request.offers() < SimulatedRequest.MOST_OFFERS) {
                    request.happened(events);
                } else {
                    request.giveUp();
                }
            }
        }
    }

    private static boolean isAward(List<Event> events) {
        return events.stream().anyMatch(Event.Awarded.class::isInstance);
    }

    private long secondsToSign() {
        return bargaining()
                .signing()
                .seconds(world.draws().share(request.number(), Channel.SIGNING, 0, invitations - 1));
    }

    private Market.Bargaining bargaining() {
        return world.market().bidding().bargaining();
    }

    private double draw(Channel channel, Provider provider) {
        return world.draws().share(request.number(), channel, world.market().indexOf(provider), invitations - 1);
    }
}
