package io.proviso.cli;

import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Basis;
import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.Circumstances.Earlier;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.Event;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Particulars;
import io.proviso.desk.Response;
import io.proviso.desk.Response.Accepts;
import io.proviso.desk.State;
import io.proviso.desk.Terms;
import io.proviso.desk.rounds.Desk;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Party;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rounds at the desk under the rights of a portfolio, each told as what happened, when and to how much. */
final class FieldRounds {
    private static final Accelerator H100 = new Accelerator("H100");
    private static final Instant BEGIN = Instant.parse("2025-06-02T15:00:00Z");
    private static final Instant START = Instant.parse("2025-09-01T00:00:00Z");

    private final Rulings rulings;
    private final StringBuilder story = new StringBuilder();
    private State state = State.NOT_REQUESTED;
    private OtherRequests others = OtherRequests.NONE;
    private Instant now = BEGIN;

    private FieldRounds(Rulings rulings) {
        this.rulings = rulings;
    }

    /** The stories of all rounds, one after the other. */
    static String under(Rulings rulings) {
        return List.of(
                        new FieldRounds(rulings).silence(),
                        new FieldRounds(rulings).counters(),
                        new FieldRounds(rulings).standsStill("outage"),
                        new FieldRounds(rulings).acceptsTooLittle(),
                        new FieldRounds(rulings).fails(),
                        new FieldRounds(rulings).beside("affiliate", "hall", "hall"),
                        new FieldRounds(rulings).beside("lab", "hall", "attic"),
                        new FieldRounds(rulings).beside("outsider", "hall", "hall"),
                        new FieldRounds(rulings).emergency(),
                        new FieldRounds(rulings).unpriced(),
                        new FieldRounds(rulings).lastLook("2.50", START, 300, Duration.ofDays(365)),
                        new FieldRounds(rulings).lastLook("2.30", START, 300, Duration.ofDays(365)),
                        new FieldRounds(rulings).lastLook("2.65", START, 300, Duration.ofDays(365)),
                        new FieldRounds(rulings)
                                .lastLook("2.50", START.plus(Duration.ofDays(60)), 300, Duration.ofDays(365)),
                        new FieldRounds(rulings).lastLook("2.50", START, 240, Duration.ofDays(365)),
                        new FieldRounds(rulings).lastLook("2.50", START, 300, Duration.ofDays(500)),
                        new FieldRounds(rulings).lastLook("2.50", START, 300, Duration.ofDays(180)),
                        new FieldRounds(rulings).matches(new Accepts(300, usd("3.00"), START)),
                        new FieldRounds(rulings).matches(new Accepts(300, null, START.plus(Duration.ofDays(10)))),
                        new FieldRounds(rulings).matches(new Accepts(300, null, null)),
                        new FieldRounds(rulings).matches(new Accepts(290, null, null)),
                        new FieldRounds(rulings).offeredAgain(),
                        new FieldRounds(rulings).goesBeyond("2.70", 120, Duration.ofDays(365)),
                        new FieldRounds(rulings).goesBeyond("3.00", 100, Duration.ofDays(365)),
                        new FieldRounds(rulings).goesBeyond("3.00", 120, Duration.ofDays(600)))
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private String silence() {
        return offered()
                .at(Duration.ofDays(60))
                .then(new Command.Expire(now))
                .story
                .toString();
    }

    private String counters() {
        return offered()
                .at(Duration.ofDays(2))
                .answers("a-1", new Response.Counters("half of it", Accepts.asOffered(60)))
                .at(Duration.ofDays(1))
                .then(new Command.AcceptCounter("need/offer-1", "a-1", now))
                .at(Duration.ofDays(1))
                .answers("a-2", new Response.Counters("a third of it"))
                .story
                .toString();
    }

    private String standsStill(String event) {
        return offered()
                .at(Duration.ofDays(2))
                .then(new Command.Toll("need/offer-1", event, now))
                .at(Duration.ofDays(2))
                .then(new Command.Resume("need/offer-1", now))
                .at(Duration.ofDays(1))
                .then(new Command.Extend(
                        "need/offer-1", now.plus(Duration.ofDays(40)), Set.of(new Party("lab"), new Party("northern"))))
                .story
                .toString();
    }

    private String acceptsTooLittle() {
        return offered()
                .at(Duration.ofDays(2))
                .answers("a-1", Accepts.asOffered(110))
                .story
                .toString();
    }

    private String fails() {
        return offered()
                .at(Duration.ofDays(2))
                .answers("a-1", Accepts.asOffered(120))
                .then(new Command.Fail("need/offer-1", "no power"))
                .story
                .toString();
    }

    /** Sixty days after another request of that buyer, which alone was below the threshold as this one is. */
    private String beside(String actor, String project, String other) {
        others = new OtherRequests(
                List.of(new Earlier("before", actor, other, 60, now.minus(Duration.ofDays(60)))), List.of());
        return request(60, usd("3.00"), project, null, Duration.ofDays(365))
                .story
                .toString();
    }

    private String emergency() {
        return request(120, usd("3.00"), null, "fire", Duration.ofDays(10))
                .story
                .toString();
    }

    private String unpriced() {
        return request(120, null, null, null, Duration.ofDays(365))
                .received()
                .story
                .toString();
    }

    /** South sees what East bids for 300 and lets it go; then East bids that. */
    private String lastLook(String price, Instant ready, long gpus, Duration term) {
        return seen().at(Duration.ofDays(1))
                .answersAsSouth("a-1", new Response.Declines())
                .at(Duration.ofDays(20))
                .bids("b-2", price, ready, gpus, term)
                .then(new Command.Award())
                .at(Duration.ofDays(100))
                .bids("b-3", "2.50", START, 300, Duration.ofDays(365))
                .then(new Command.Award())
                .story
                .toString();
    }

    private String matches(Accepts accepts) {
        return seen().at(Duration.ofDays(1))
                .answersAsSouth("a-1", accepts)
                .story
                .toString();
    }

    /** After the tail of a refusal ended without an award. */
    private String offeredAgain() {
        return refused()
                .at(Duration.ofDays(70))
                .then(new Command.Award())
                .then(new Command.ConfirmDelivery("need/offer-2", now, List.of()))
                .story
                .toString();
    }

    private String goesBeyond(String price, long gpus, Duration term) {
        return refused()
                .then(new Command.Quote(bid("b-1", "east", price, START, gpus, term, null)))
                .then(new Command.Award())
                .then(new Command.ConfirmDelivery("need/offer-2", now, List.of()))
                .story
                .toString();
    }

    private FieldRounds refused() {
        return offered().at(Duration.ofDays(2)).answers("a-1", new Response.Declines());
    }

    private FieldRounds seen() {
        return request(300, usd("3.00"), null, null, Duration.ofDays(365), "own")
                .bids("b-1", "2.50", START, 300, Duration.ofDays(365), new Bid.NonCash("warrants", usd("0.20")))
                .then(new Command.Award())
                .received();
    }

    private FieldRounds offered() {
        return request(120, usd("3.00"), null, null, Duration.ofDays(365)).received();
    }

    private FieldRounds received() {
        return then(new Command.ConfirmDelivery("need/offer-1", now, List.of()));
    }

    private FieldRounds request(
            long gpus, @Nullable Money limit, @Nullable String project, @Nullable String emergency, Duration term) {
        return request(gpus, limit, project, emergency, term, "east");
    }

    private FieldRounds request(
            long gpus,
            @Nullable Money limit,
            @Nullable String project,
            @Nullable String emergency,
            Duration term,
            String from) {
        var terms = new Terms(
                new Terms.Purpose("lab", List.of("training"), Terms.Capacity.RENEWAL),
                new Terms.Hardware(H100, List.of(), "infiniband", List.of("us")),
                new Terms.Size(gpus, 20),
                new Terms.Schedule(START, START.plus(Duration.ofDays(90)), List.of(), term),
                limit == null ? Terms.Price.toBeQuoted(usd("1.00").currency()) : Terms.Price.upTo(limit));
        return then(new Command.Request(
                "need",
                terms,
                List.of(new Candidate(new Provider(from), "direct")),
                new Particulars(project, emergency, null, DeliveryTerms.NONE)));
    }

    private FieldRounds bids(String id, String price, Instant ready, long gpus, Duration term) {
        return bids(id, price, ready, gpus, term, null);
    }

    private FieldRounds bids(
            String id, String price, Instant ready, long gpus, Duration term, Bid.@Nullable NonCash nonCash) {
        return then(new Command.Quote(bid(id, "own", price, ready, gpus, term, nonCash)));
    }

    private static Bid bid(
            String id,
            String provider,
            String price,
            Instant ready,
            long gpus,
            Duration term,
            Bid.@Nullable NonCash nonCash) {
        return new Bid(
                id,
                new Provider(provider),
                H100,
                new Bid.Lot(1, gpus),
                usd(price),
                ready,
                new Bid.Beyond(term, nonCash));
    }

    private FieldRounds answers(String id, Response response) {
        return then(new Command.Answer("need/offer-1", id, new Party("northern"), now, response));
    }

    private FieldRounds answersAsSouth(String id, Response response) {
        return then(new Command.Answer("need/offer-1", id, new Party("southern"), now, response));
    }

    private FieldRounds at(Duration later) {
        now = now.plus(later);
        return this;
    }

    private FieldRounds then(Command command) {
        switch (Desk.decide(state, command, new Context(rulings, new Basis.Live(), others, now))) {
            case Decision.Decided(List<Event> events) -> {
                for (var event : events) {
                    state = Desk.evolve(state, event);
                    story.append(told(event)).append('\n');
                }
            }
            case Decision.Refused(Decision.Rule rule, String _, String _) ->
                story.append(rule).append('\n');
        }
        return this;
    }

    /** An event without the words of the clause, which would only repeat them. */
    private static String told(Event event) {
        var kind = event.getClass().getSimpleName();
        return kind
                + switch (event) {
                    case Event.Received received ->
                        " until " + received.receipt().deadline().utc();
                    case Event.Extended extended -> " until " + extended.to().utc();
                    case Event.DeadlineMoved moved -> " until " + moved.to().utc();
                    case Event.Reserved reserved ->
                        " " + reserved.reservation().gpus() + " of "
                                + reserved.reservation().provider().name();
                    case Event.TailOpened opened -> " until " + opened.tail().expires();
                    case Event.Offered offered ->
                        " " + offered.gpus() + " under " + offered.right().name();
                    case Event.OfferedToMatch offered ->
                        " " + offered.bargain().price() + (offered.blind() ? " blind " : " ")
                                + offered.because().stream()
                                        .map(departure -> departure.metric().name())
                                        .toList();
                    case Event.Declined declined -> " " + declined.because();
                    case Event.RightSetAside aside -> " " + aside.why();
                    case Event.Defective defective -> " " + defective.missing();
                    case Event.Closed closed -> " " + closed.outcome();
                    case Event.Requested _,
                            Event.RemainderReleased _,
                            Event.Invited _,
                            Event.Quoted _,
                            Event.Awarded _,
                            Event.Withdrawn _,
                            Event.Accepted _,
                            Event.Waived _,
                            Event.Lapsed _,
                            Event.Moot _,
                            Event.LateAnswer _,
                            Event.TailExpired _,
                            Event.Countered _,
                            Event.Tolled _,
                            Event.Resumed _,
                            Event.Slipped _,
                            Event.TrancheAccepted _,
                            Event.Prolonged _,
                            Event.Failed _ -> "";
                };
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
