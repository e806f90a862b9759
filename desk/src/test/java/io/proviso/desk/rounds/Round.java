package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Basis;
import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.desk.Terms;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One request driven by hand: a clock that the test sets, and the history so far. */
public final class Round {
    public static final String OFFER = "need-1/offer-1";
    public static final Instant START = Contract.day("2025-06-01");
    private static final Accelerator H100 = new Accelerator("H100");

    private final List<Event> history = new ArrayList<>();
    private Rulings rulings;
    private Rules rules = Desk::decide;
    private Basis basis = new Basis.Live();
    private OtherRequests others = OtherRequests.NONE;
    private Instant now = Contract.at("2025-01-15T09:00:00");
    private State state = State.NOT_REQUESTED;

    public Round(Contract contract) {
        rulings = contract.rulings();
    }

    /** 10,000 H100 for a year at no more than 3 dollars, in gangs of 1,000, from Oracle or CoreWeave. */
    public static Round requested(Contract contract) {
        return new Round(contract).then(request(terms(10_000, 1_000), "oracle", "coreweave"));
    }

    /** The same, with the notice in Microsoft's hands on Wednesday 15 January 2025 at 9:00; due on the 30th at 17:00. */
    public static Round received(Contract contract) {
        var round = requested(contract);
        return round.then(delivered(round.now));
    }

    Round by(Rules other) {
        rules = other;
        return this;
    }

    Round on(Basis other) {
        basis = other;
        return this;
    }

    Round beside(OtherRequests known) {
        others = known;
        return this;
    }

    public Round at(String local) {
        return at(Contract.at(local));
    }

    public Round at(Instant instant) {
        now = instant;
        return this;
    }

    public Round under(Contract amended) {
        rulings = amended.rulings();
        return this;
    }

    /** Under the rulings that other requests have left. */
    public Round under(Rulings left) {
        rulings = left;
        return this;
    }

    /** What all that was reserved leaves for others. */
    Rulings left() {
        return Desk.drawn(rulings, history);
    }

    /** Decides a command that must not be refused. */
    public Round then(Command command) {
        var decided = assertInstanceOf(Decision.Decided.class, decide(command), () -> "at " + now + ": " + command);
        for (var event : decided.events()) {
            history.add(event);
            state = Desk.evolve(state, event);
        }
        return this;
    }

    /** Decides a command that must be refused by that rule. */
    public Round refused(Decision.Rule rule, Command command) {
        var refused = assertInstanceOf(Decision.Refused.class, decide(command), () -> "at " + now + ": " + command);
        assertEquals(rule, refused.rule(), refused.message());
        return this;
    }

    public Decision decide(Command command) {
        return rules.decide(state, command, new Context(rulings, basis, others, now));
    }

    public CapacityRequest request() {
        return assertInstanceOf(CapacityRequest.class, state);
    }

    public Instant now() {
        return now;
    }

    public List<Event> history() {
        return List.copyOf(history);
    }

    /** The kinds of all events so far, in one line. */
    public String story() {
        return String.join(
                " ",
                history.stream().map(event -> event.getClass().getSimpleName()).toList());
    }

    public <E extends Event> E last(Class<E> kind) {
        return history.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    public static Terms terms(long gpus, long gang) {
        return terms(gpus, gang, Terms.Price.upTo(usd("3.00")));
    }

    public static Terms terms(long gpus, long gang, Terms.Price price) {
        return terms(gpus, gang, price, Terms.Capacity.NEW);
    }

    public static Terms terms(long gpus, long gang, Terms.Price price, Terms.Capacity capacity) {
        return new Terms(
                new Terms.Purpose("openai", List.of("pre-training"), capacity),
                new Terms.Hardware(H100, List.of(new Accelerator("H200")), "infiniband", List.of("us")),
                new Terms.Size(gpus, gang),
                new Terms.Schedule(START, START.plus(Duration.ofDays(90)), List.of(), Duration.ofDays(365)),
                price);
    }

    public static Command.Request request(Terms terms, String... providers) {
        return new Command.Request(
                "need-1",
                terms,
                Stream.of(providers)
                        .map(Provider::new)
                        .map(provider -> new Candidate(provider, "direct"))
                        .toList());
    }

    public static Command.ConfirmDelivery delivered(Instant received) {
        return new Command.ConfirmDelivery(OFFER, received, List.of());
    }

    public static Command.Answer answer(String id, Instant received, Response response) {
        return new Command.Answer(OFFER, id, Contract.MICROSOFT, received, response);
    }

    public Command.Answer answerNow(Response response) {
        return answer("answer-1", now, response);
    }

    public static Command.Quote quote(String provider, long gpus, String price) {
        return quote(provider, 1, gpus, price);
    }

    public static Command.Quote quote(String provider, long minimum, long gpus, String price) {
        return new Command.Quote(bid(provider, minimum, gpus, price, START));
    }

    public static Bid bid(String provider, long minimum, long gpus, String price, Instant ready) {
        return new Bid(provider + "-bid", new Provider(provider), H100, new Bid.Lot(minimum, gpus), usd(price), ready);
    }

    public static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
