package io.proviso.replay;

import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What is asked, answered and bid in the fault simulation, and how it is told. */
final class FaultsRequests {
    private static final Accelerator GPU = new Accelerator("H100");
    private static final Instant READY = Instant.parse("2025-06-01T00:00:00Z");
    private static final int GANG = 2;
    private static final Money LIMIT = Money.of("3.00", "USD");
    private static final Money[] PRICES = {
        Money.of("2.00", "USD"), Money.of("2.50", "USD"), Money.of("2.50", "USD"), Money.of("3.50", "USD")
    };

    private FaultsRequests() {}

    static Command.Request request(int index, FaultsPortfolio.Holder holder) {
        var terms = new Terms(
                new Terms.Purpose("customer", List.of("any"), Terms.Capacity.NEW),
                new Terms.Hardware(GPU, List.of(), "any", List.of()),
                new Terms.Size(gpus(index), GANG),
                new Terms.Schedule(READY, null, List.of(), Duration.ofDays(365)),
                Terms.Price.upTo(LIMIT));
        var candidates = holder.before().stream()
                .map(name -> new Candidate(new Provider(name)))
                .toList();
        return new Command.Request("need-" + (index + 1), terms, candidates);
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
        var provider = new Provider(
                round.holder.before().get(some % round.holder.before().size()));
        long gpus = 1 + (some >>> 3) % round.request.terms().size().gpus();
        var lot = new Bid.Lot((some & 4) == 0 ? 1 : gpus, gpus);
        return new Command.Quote(new Bid(provider + "-bid", provider, GPU, lot, PRICES[some >>> 8 & 3], READY));
    }

    static Command.Quote wholeQuote(FaultsRound round, Provider provider) {
        var lot = new Bid.Lot(1, round.request.terms().size().gpus());
        return new Command.Quote(new Bid(provider + "-last-bid", provider, GPU, lot, PRICES[0], READY));
    }

    static String told(FaultsRound round, Command command) {
        var what = command.getClass().getSimpleName() + " on " + round.request.id();
        if (command instanceof Command.Answer answer) {
            return what + ", " + answer.id() + " of " + answer.received() + ": " + told(answer.response());
        }
        if (command instanceof Command.Expire(Instant read)) {
            return what + ", inbox read through " + read;
        }
        return command instanceof Command.ConfirmDelivery delivery
                ? what + (delivery.missing().isEmpty() ? ", received " : ", defective, received ") + delivery.received()
                : what;
    }

    static String told(Response response) {
        return response instanceof Response.Accepts accepts
                ? "accepts " + accepts.gpus()
                : response.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static String told(List<Event> events) {
        return events.isEmpty()
                ? "nothing new"
                : String.join(
                        " ",
                        events.stream()
                                .map(event -> event.getClass().getSimpleName())
                                .toList());
    }
}
