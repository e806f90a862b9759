package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.answer;
import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;

import io.proviso.agreement.clause.Preemption;
import io.proviso.desk.Circumstances;
import io.proviso.desk.Command;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Particulars;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The rounds whose histories are kept. Together they have every kind of event. */
public enum RecordedRounds {
    FULL_ACCEPTANCE("The holder takes all of it.") {
        @Override
        public Round run() {
            var round = Round.received(Contract.standard());
            return round.then(round.answerNow(Response.Accepts.asOffered(10_000)));
        }
    },
    PART_AND_AWARD("The holder takes a part; two alternates share the rest, a third costs more.") {
        @Override
        public Round run() {
            var round =
                    new Round(Contract.standard()).then(request(terms(10_000, 1_000), "oracle", "coreweave", "aws"));
            return round.then(Round.delivered(round.now()))
                    .then(round.answerNow(Response.Accepts.asOffered(6_000)))
                    .then(quote("oracle", 2_000, "2.10"))
                    .then(quote("coreweave", 3_000, "2.20"))
                    .then(quote("aws", 4_000, "2.90"))
                    .then(new Command.Award());
        }
    },
    LAPSE("Nobody answers until the deadline; an answer that comes later changes nothing.") {
        @Override
        public Round run() {
            var round = Round.received(Contract.standard()).at("2025-01-30T17:00:01");
            return round.then(new Command.Expire(round.now()))
                    .then(answer("answer-1", round.now(), new Response.Declines()))
                    .then(quote("oracle", 10_000, "2.50"))
                    .then(new Command.Award());
        }
    },
    WAIVER("The holder waives; the bids do not cover all of it.") {
        @Override
        public Round run() {
            var round = Round.received(Contract.standard());
            return round.then(round.answerNow(new Response.Waives()))
                    .then(quote("coreweave", 4_000, "2.50"))
                    .then(new Command.Award());
        }
    },
    DEFECT_THEN_RECEIPT(
            "The first notice lacks something and starts no clock; a closure moves the deadline of the second.") {
        @Override
        public Round run() {
            var round = Round.requested(Contract.standard().closed("2025-01-22", "2025-01-21"));
            round.then(new Command.ConfirmDelivery(Round.OFFER, round.now(), List.of("price", "ramp")))
                    .at("2025-01-16T09:00:00");
            return round.then(Round.delivered(round.now()))
                    .at("2025-01-21T09:00:00")
                    .then(new Command.Review(round.now()))
                    .then(round.answerNow(new Response.Counters("half of it, a year later")));
        }
    },
    MOOT("The right ends while an offer is open.") {
        @Override
        public Round run() {
            var end = Contract.at("2025-01-24T00:00:00");
            return Round.received(Contract.standard().until(end)).at(end).then(new Command.Expire(end));
        }
    },
    TAIL_AND_REOFFER("A better price within the tail goes to the holder, which refuses it too.") {
        @Override
        public Round run() {
            var round = Round.received(Contract.standard().tail());
            round.then(round.answerNow(new Response.Declines()))
                    .then(quote("oracle", 10_000, "2.00"))
                    .then(new Command.Award(1));
            return round.then(new Command.ConfirmDelivery(SECOND, round.now(), List.of()))
                    .then(new Command.Answer(
                            SECOND, "answer-2", Contract.MICROSOFT, round.now(), new Response.Declines()))
                    .then(new Command.Award(2));
        }
    },
    TAIL_EXPIRED("Nothing is awarded within the tail: the right stands again. The customer no longer needs it.") {
        @Override
        public Round run() {
            var round = Round.received(Contract.standard().tail());
            round.then(round.answerNow(new Response.Declines())).at("2025-04-16T09:00:00");
            return round.then(new Command.Expire(round.now())).then(new Command.Withdraw("no budget", round.now()));
        }
    },
    TALKS("A counter on the table, an outage that stops the clock, more time by consent; the customer takes the"
            + " counter.") {
        @Override
        public Round run() {
            var conduct = new Preemption.Conduct(
                    Preemption.Counter.NEGOTIATES,
                    Set.of(Preemption.Field.PRICE, Preemption.Field.REGION),
                    null,
                    List.of("outage"),
                    Preemption.OnFailure.THIS_NEED,
                    1);
            var dearer = new Response.Counters("ten cents more", new Response.Accepts(10_000, usd("3.10"), null));
            var round = Round.received(Contract.standard().preemption(right -> right.with(conduct)));
            return round.then(round.answerNow(dearer))
                    .at("2025-01-22T09:00:00")
                    .then(new Command.Toll(Round.OFFER, "outage", round.now()))
                    .at("2025-01-25T09:00:00")
                    .then(new Command.Resume(Round.OFFER, round.now()))
                    .then(new Command.Extend(
                            Round.OFFER, Contract.at("2025-02-14T12:00:00"), Set.of(OPENAI, Contract.MICROSOFT)))
                    .then(new Command.AcceptCounter(Round.OFFER, "answer-1", round.now()));
        }
    },
    COUNTER_EXTENDS("A counter gives the window anew, a closure moves it, and the holder accepts on the last day.") {
        @Override
        public Round run() {
            var conduct = new Preemption.Conduct(
                    Preemption.Counter.EXTENDS, Set.of(), null, List.of(), Preemption.OnFailure.THIS_NEED, 1);
            var contract =
                    Contract.standard().preemption(right -> right.with(conduct)).closed("2025-02-05", "2025-02-03");
            var round = Round.received(contract).at("2025-01-27T09:00:00");
            round.then(round.answerNow(new Response.Counters("another site"))).at("2025-02-03T09:00:00");
            round.then(new Command.Review(round.now())).at("2025-02-11T17:00:00");
            return round.then(answer("answer-2", round.now(), Response.Accepts.asOffered(10_000)));
        }
    },
    TRANCHE_SLIP(
            "Two tranches: one comes, one slips and is ended; the option was used. Its holder has lost this need.") {
        @Override
        public Round run() {
            var second = Round.START.plus(Duration.ofDays(30));
            var round = new Round(Contract.standard())
                    .beside(new OtherRequests(List.of(EARLIER), List.of()))
                    .then(inTwoTranches());
            round.then(Round.delivered(round.now()))
                    .then(round.answerNow(Response.Accepts.asOffered(10_000)))
                    .then(new Command.Prolong(Round.OFFER))
                    .then(new Command.Slip(Round.OFFER, 1, second.plus(Duration.ofDays(20)), round.now()));
            return round.at(Round.START)
                    .then(new Command.AcceptTranche(Round.OFFER, 0, Round.START))
                    .at(second.plus(Duration.ofDays(11)))
                    .then(new Command.EndUndelivered(Round.OFFER));
        }
    };

    private static final String SECOND = "need-1/offer-2";
    private static final Party OPENAI = new Party("openai");
    private static final Circumstances.Earlier EARLIER =
            new Circumstances.Earlier("need-0", "openai", null, 500, Instant.parse("2024-12-01T00:00:00Z"));

    private final String about;

    RecordedRounds(String about) {
        this.about = about;
    }

    public String about() {
        return about;
    }

    /** The round on the desk of today. */
    public abstract Round run();

    private static Command.Request inTwoTranches() {
        var plain = request(terms(10_000, 1_000), "oracle");
        var wanted = plain.terms();
        var ramp = List.of(new Terms.Tranche(4_000, Duration.ZERO), new Terms.Tranche(6_000, Duration.ofDays(30)));
        var schedule = new Terms.Schedule(
                Round.START, wanted.schedule().latest(), ramp, wanted.schedule().term());
        var delivery = new DeliveryTerms(
                Duration.ofDays(10),
                new BigDecimal("0.5"),
                new BigDecimal("0.01"),
                new DeliveryTerms.Extension(Duration.ofDays(365), usd("1.00"), Contract.day("2025-12-01")));
        return new Command.Request(
                plain.id(),
                new Terms(wanted.purpose(), wanted.hardware(), wanted.size(), schedule, wanted.price()),
                plain.candidates(),
                new Particulars("stargate", null, null, delivery));
    }
}
