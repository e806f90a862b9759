package io.proviso.faults;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.Circumstances;
import io.proviso.desk.Command;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Particulars;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What is asked, answered and bid in the fault simulation. */
final class FaultsRequests {
    private static final Accelerator GPU = new Accelerator("H100");
    static final Instant READY = Instant.parse("2025-06-01T00:00:00Z");
    /** In drawn portfolios; a bid or an answer that delivers later is none. */
    static final Instant LATEST = READY.plus(Duration.ofDays(40));

    static final Duration TERM = Duration.ofDays(365);
    static final int GANG = 2;
    private static final int ALTERNATES = 2;
    static final Money LIMIT = Money.of("3.00", "USD");
    private static final Money[] PRICES = {
        Money.of("2.00", "USD"), Money.of("2.50", "USD"), Money.of("2.50", "USD"), Money.of("3.50", "USD")
    };

    private FaultsRequests() {}

    static Command.Request request(int index, FaultsPortfolio portfolio, FaultsPortfolio.Holder holder) {
        long gpus = gpus(index);
        var ramp = portfolio.isPlain() || index == 0
                ? List.<Terms.Tranche>of()
                : List.of(new Terms.Tranche(gpus - GANG, Duration.ZERO), new Terms.Tranche(GANG, Duration.ofDays(30)));
        var terms = new Terms(
                new Terms.Purpose("customer", List.of("any"), Terms.Capacity.NEW),
                new Terms.Hardware(GPU, List.of(), "any", List.of()),
                new Terms.Size(gpus, GANG),
                new Terms.Schedule(READY, portfolio.isPlain() ? null : LATEST, ramp, TERM),
                Terms.Price.upTo(LIMIT));
        var candidates = holder.before().stream()
                .limit(ALTERNATES)
                .map(name -> new Candidate(new Provider(name)))
                .toList();
        var particulars = portfolio.isPlain() ? Particulars.NONE : particulars(index);
        return new Command.Request("need-" + (index + 1), terms, candidates, particulars);
    }

    /** The last need bridges an emergency. */
    private static Particulars particulars(int index) {
        var delivery = new DeliveryTerms(
                Duration.ofDays(10),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new DeliveryTerms.Extension(Duration.ofDays(30), PRICES[0], READY));
        return new Particulars(null, index == FaultsEpisode.ROUNDS - 1 ? "outage" : null, null, delivery);
    }

    /** What was requested by then, and the rights lost by then. */
    static OtherRequests others(Instant now, List<FaultsRound> rounds) {
        var earlier = new ArrayList<Circumstances.Earlier>();
        var lost = new LinkedHashSet<ClauseName>();
        for (var round : rounds) {
            var requested = round.requested;
            if (requested != null && !requested.isAfter(now)) {
                long gpus = round.request.terms().size().gpus();
                earlier.add(new Circumstances.Earlier(round.request.id(), "customer", null, gpus, requested));
            }
            lost.addAll(round.lost);
        }
        return new OtherRequests(earlier, List.copyOf(lost));
    }

    private static long gpus(int index) {
        return index < 2 ? 8 : 3;
    }

    static Response response(FaultsRound round, int some) {
        long gpus = round.request.terms().size().gpus();
        return switch (some % 6) {
            case 0 -> new Response.Declines();
            case 1 -> new Response.Waives();
            case 2 -> new Response.Counters("other terms");
            case 3 -> Response.Accepts.asOffered(gpus);
            default -> Response.Accepts.asOffered(1 + (some >>> 3) % gpus);
        };
    }

    static Command.Quote quote(FaultsRound round, int some) {
        var provider = new Provider(round.holder.before().get(some % ALTERNATES));
        long gpus = 1 + (some >>> 3) % round.request.terms().size().gpus();
        var lot = new Bid.Lot((some & 4) == 0 ? 1 : gpus, gpus);
        return new Command.Quote(new Bid(provider + "-bid", provider, GPU, lot, PRICES[some >>> 8 & 3], READY));
    }

    static Command.Quote wholeQuote(FaultsRound round, Provider provider) {
        var lot = new Bid.Lot(1, round.request.terms().size().gpus());
        return new Command.Quote(new Bid(provider + "-last-bid", provider, GPU, lot, PRICES[0], READY));
    }
}
