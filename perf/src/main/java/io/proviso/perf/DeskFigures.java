package io.proviso.perf;

import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.desk.Basis;
import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.desk.Terms;
import io.proviso.desk.rounds.Desk;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Party;
import io.proviso.units.Provider;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A whole round of first refusal on the example portfolio: request, receipt, partial acceptance, two bids, award; decided and evolved. */
final class DeskFigures {
    private static final Instant REQUESTED = Instant.parse("2025-02-03T17:00:00Z");
    private static final Accelerator H100 = new Accelerator("H100");
    private static final String OFFER = "need/offer-1";

    private DeskFigures() {}

    static void print(PrintStream out) throws Exception {
        var portfolio = new CompiledPortfolio(PortfolioReader.read(Figures.example()));
        var runs = Counted.warm(4_000, 1_001, () -> round(portfolio));
        out.println(runs.line("a round of 6 commands", 1e3, "µs"));
    }

    private static State round(CompiledPortfolio portfolio) {
        var state = State.NOT_REQUESTED;
        int hours = 0;
        for (var command : commands()) {
            var now = REQUESTED.plus(Duration.ofHours(hours++));
            var context = new Context(portfolio, new Basis.Live(), now);
            switch (Desk.decide(state, command, context)) {
                case Decision.Decided(List<Event> events) -> {
                    for (var event : events) {
                        state = Desk.evolve(state, event);
                    }
                }
                case Decision.Refused refused -> throw new IllegalStateException(refused.message());
            }
        }
        return state;
    }

    private static List<Command> commands() {
        var terms = new Terms(
                new Terms.Purpose("openai", List.of("pre-training"), Terms.Capacity.NEW),
                new Terms.Hardware(H100, List.of(), "infiniband", List.of("us")),
                new Terms.Size(10_000, 1_000),
                new Terms.Schedule(REQUESTED.plus(Duration.ofDays(90)), null, List.of(), Duration.ofDays(365)),
                Terms.Price.upTo(usd("3.00")));
        var candidates = Stream.of("oracle", "coreweave")
                .map(name -> new Candidate(new Provider(name), "direct"))
                .toList();
        var answered = REQUESTED.plus(Duration.ofHours(2));
        return List.of(
                new Command.Request("need", terms, candidates),
                new Command.ConfirmDelivery(OFFER, REQUESTED.plus(Duration.ofHours(1)), List.of()),
                new Command.Answer(
                        OFFER, "answer", new Party("microsoft"), answered, Response.Accepts.asOffered(6_000)),
                quote("oracle", "2.90"),
                quote("coreweave", "2.10"),
                new Command.Award());
    }

    private static Command quote(String provider, String price) {
        return new Command.Quote(new Bid(
                provider + "-bid",
                new Provider(provider),
                H100,
                new Bid.Lot(1_000, 4_000),
                usd(price),
                REQUESTED.plus(Duration.ofDays(90))));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
