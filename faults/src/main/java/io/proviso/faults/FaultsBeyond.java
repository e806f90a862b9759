package io.proviso.faults;

import io.proviso.desk.Bid;
import io.proviso.desk.Command;
import io.proviso.desk.Offer;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens in a round whose rights go beyond one offer, one answer and a deadline, and after it. */
final class FaultsBeyond {
    private static final Money[] PRICES = {usd("1.00"), usd("1.50"), usd("2.00"), usd("2.50"), usd("2.90"), usd("3.50")
    };
    /** Sooner than asked for, later, beyond what a tail bears, and later than anybody wants it. */
    private static final Duration[] READY_AFTER_DAYS = {
        Duration.ofDays(-10), Duration.ZERO, Duration.ofDays(20), Duration.ofDays(35), Duration.ofDays(50)
    };

    private static final BigDecimal WITHIN_TOLERANCE = new BigDecimal("1.05");
    private static final BigDecimal BEYOND_TOLERANCE = new BigDecimal("1.20");

    private FaultsBeyond() {}

    /** A command that a plain round has no use for; null if there is nothing to say it of. */
    static @Nullable Command command(FaultsRound round, Instant now, Instant read, int which, int some) {
        var offer = round.offer(some);
        return switch (which) {
            case 0, 1 -> offer == null ? null : acceptCounter(offer, read, some);
            case 2 ->
                offer == null
                        ? null
                        : new Command.Extend(
                                offer.id(), now.plus(Duration.ofHours(some % 200)), consenting(round, offer, some));
            case 3 ->
                offer == null
                        ? null
                        : new Command.Toll(offer.id(), FaultsTerms.TOLLED_BY, now.minusSeconds(some >>> 4));
            case 4, 5 -> offer == null ? null : new Command.Resume(offer.id(), now.minusSeconds(some >>> 8));
            case 6, 7, 8, 9 -> delivery(round, now, which, some);
            case 10, 11, 12 -> quote(round, some);
            case 13, 14 -> award(round, some);
            default -> round.sentBefore(some);
        };
    }

    private static @Nullable Command acceptCounter(Offer offer, Instant read, int some) {
        var counters = offer.counters();
        return counters.isEmpty()
                ? null
                : new Command.AcceptCounter(
                        offer.id(), counters.get((some >>> 3) % counters.size()).answer(), read);
    }

    private static Set<Party> consenting(FaultsRound round, Offer offer, int some) {
        var holder = round.portfolio.holder(offer).party();
        return (some & 7) == 0 ? Set.of(holder) : Set.of(holder, FaultsPortfolio.CUSTOMER);
    }

    private static @Nullable Command delivery(FaultsRound round, Instant now, int which, int some) {
        var asked = round.asked();
        if (asked == null || asked.reservations().isEmpty()) {
            return null;
        }
        Reservation reservation =
                asked.reservations().get(some % asked.reservations().size());
        int tranche = (some >>> 4) % 2;
        return switch (which) {
            case 6 -> new Command.Fail(reservation.id(), "it does not close");
            case 7 ->
                new Command.Slip(reservation.id(), tranche, reservation.ready().plus(Duration.ofDays(some % 60)), now);
            case 8 -> new Command.AcceptTranche(reservation.id(), tranche, now);
            default ->
                (some & 8) == 0 ? new Command.EndUndelivered(reservation.id()) : new Command.Prolong(reservation.id());
        };
    }

    /** Of anybody invited or not, so that bids improve, and are turned away. */
    static Command quote(FaultsRound round, int some) {
        var candidates = round.request.candidates();
        var provider = candidates.get(some % candidates.size()).provider();
        long gpus = 1 + (some >>> 3) % round.request.terms().size().gpus();
        var lot = new Bid.Lot((some & 4) == 0 ? 1 : gpus, gpus);
        var price = PRICES[(some >>> 8) % PRICES.length];
        return new Command.Quote(
                new Bid(provider + "-bid", provider, new Accelerator("H100"), lot, price, ready(some >>> 10)));
    }

    private static Instant ready(int some) {
        return FaultsRequests.READY.plus(READY_AFTER_DAYS[some % READY_AFTER_DAYS.length]);
    }

    /** An award that somebody decided on in this epoch or an earlier one. */
    private static Command award(FaultsRound round, int some) {
        var asked = round.asked();
        int epoch = asked == null ? 1 : asked.standing().epoch();
        return new Command.Award(Math.max(1, epoch - some % 3));
    }

    static Response response(Offer offer, int some) {
        long gpus = offer.gpus();
        long part = 1 + (some >>> 4) % gpus;
        return switch (some % 10) {
            case 0, 1 -> new Response.Declines();
            case 2 -> new Response.Waives();
            case 3 -> new Response.Counters("other terms");
            case 4 -> new Response.Counters("less money", new Response.Accepts(part, PRICES[1], null));
            case 5 -> Response.Accepts.asOffered(gpus);
            case 6 -> new Response.Accepts(gpus, times(offer, WITHIN_TOLERANCE), null);
            case 7 -> new Response.Accepts(part, times(offer, BEYOND_TOLERANCE), null);
            case 8 -> new Response.Accepts(gpus, null, ready(some >>> 4), List.of());
            default -> Response.Accepts.asOffered(part);
        };
    }

    private static Money times(Offer offer, BigDecimal by) {
        var bargain = offer.bargain();
        var price = bargain == null ? null : bargain.price();
        return (price == null ? PRICES[3] : price).times(by);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
