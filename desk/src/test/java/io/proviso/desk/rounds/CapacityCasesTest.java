package io.proviso.desk.rounds;

import static io.proviso.desk.rounds.Round.START;
import static io.proviso.desk.rounds.Round.quote;
import static io.proviso.desk.rounds.Round.request;
import static io.proviso.desk.rounds.Round.terms;
import static io.proviso.desk.rounds.Round.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Comparison;
import io.proviso.desk.Event;
import io.proviso.desk.Quantities;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.desk.Terms;
import io.proviso.units.Accelerator;
import io.proviso.units.Provider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as which capacity: edge cases 11, 16, 24, 25, 27 and 28. */
class CapacityCasesTest {
    private static final Accelerator GB200 = new Accelerator("GB200");
    private static final Accelerator GB300 = new Accelerator("GB300");

    /** A need of that name which Microsoft accepts in full. */
    private static Round accepted(String id) {
        var first = request(terms(10_000, 1_000), "oracle", "coreweave");
        var round = new Round(Contract.standard()).then(new Command.Request(id, first.terms(), first.candidates()));
        var offer = id + "/offer-1";
        return round.then(new Command.ConfirmDelivery(offer, round.now(), List.of()))
                .then(new Command.Answer(
                        offer, "answer-1", Contract.MICROSOFT, round.now(), Response.Accepts.asOffered(10_000)));
    }

    @Test
    void aHolderThatAcceptsTwoNeedsAndCanServeOneFailsTheOtherAlone() {
        var one = accepted("need-1");
        var other = accepted("need-2").then(new Command.Fail("need-2/offer-1", "its capacity serves need-1"));
        assertEquals(new Quantities(0, 10_000, 0, 0, 0), one.request().quantities());
        assertEquals(CapacityRequest.Phase.INVITED, other.request().phase());
        assertEquals(new Quantities(0, 0, 10_000, 0, 0), other.request().quantities());
    }

    @Test
    void aPartIsMeasuredByTheGangWhicheverRegionItComesFrom() {
        var plain = terms(10_000, 6_000);
        var hardware = plain.hardware();
        var anywhere = new Terms(
                plain.purpose(),
                new Terms.Hardware(
                        hardware.accelerator(), hardware.equivalents(), hardware.fabric(), List.of("us", "other")),
                plain.size(),
                plain.schedule(),
                plain.price());
        var round = new Round(Contract.standard()).then(request(anywhere, "oracle"));
        round.then(Round.delivered(round.now())).then(round.answerNow(Response.Accepts.asOffered(6_000)));
        assertEquals(
                Event.Declined.Because.BELOW_MINIMUM_GANG,
                round.last(Event.Declined.class).because());
    }

    @Test
    void aRenewalIsNotNewCapacityAndAnExpansionIs() {
        var limit = Terms.Price.upTo(usd("3.00"));
        var renewal = new Round(Contract.standard())
                .then(request(terms(10_000, 1_000, limit, Terms.Capacity.RENEWAL), "oracle"));
        assertEquals("Requested RemainderReleased Invited", renewal.story());
        var expansion =
                new Round(Contract.standard()).then(request(terms(2_000, 1_000, limit, Terms.Capacity.NEW), "oracle"));
        assertEquals("Requested Offered", expansion.story());
    }

    @Test
    void whatTheCustomerBuildsItselfStandsBehindTheRightUnlessTheClauseLeavesItOut() {
        var build = request(terms(10_000, 1_000), "own");
        assertEquals(
                "Requested Offered", new Round(Contract.standard()).then(build).story());
        assertEquals(
                "Requested RemainderReleased Invited",
                new Round(Contract.standard().except("own")).then(build).story());
    }

    @Test
    void aSubstituteFitsIfTheTermsThatTheHolderSawNamedIt() {
        var plain = terms(10_000, 1_000);
        var substitutable = new Terms(
                plain.purpose(),
                new Terms.Hardware(GB200, List.of(GB300), "nvlink", List.of("us")),
                plain.size(),
                plain.schedule(),
                plain.price());
        var round = new Round(Contract.standard()).then(request(substitutable, "oracle", "coreweave"));
        round.then(Round.delivered(round.now())).then(round.answerNow(new Response.Declines()));
        round.then(bid("oracle", GB300, "2.50"))
                .then(bid("coreweave", new Accelerator("GB100"), "1.00"))
                .then(new Command.Award());
        assertEquals(
                List.of(10_000L, 0L),
                round.last(Event.Awarded.class).comparison().lines().stream()
                        .map(Comparison.Line::awarded)
                        .toList());
        assertEquals(
                Comparison.WhyNot.WRONG_ACCELERATOR,
                round.last(Event.Awarded.class).comparison().lines().getLast().whyNot());
    }

    private static Command.Quote bid(String provider, Accelerator accelerator, String price) {
        return new Command.Quote(new Bid(
                provider + "-bid", new Provider(provider), accelerator, new Bid.Lot(1, 10_000), usd(price), START));
    }

    @Test
    void aHolderMayServeFromTheVeryAlternateThatStandsBehindItsRight() {
        var resold = new Candidate(new Provider("azure"), "azure-platform");
        var source = new Candidate(new Provider("coreweave"), "direct");
        var round = new Round(Contract.standard())
                .then(new Command.Request("need-1", terms(10_000, 1_000), List.of(resold, source)));
        round.then(Round.delivered(round.now())).then(round.answerNow(Response.Accepts.asOffered(6_000)));
        round.then(quote("coreweave", 4_000, "2.00")).then(new Command.Award());
        assertEquals(
                List.of(new Provider("azure"), new Provider("coreweave")),
                round.request().reservations().stream()
                        .map(Reservation::provider)
                        .toList());
        assertEquals(
                Duration.ofDays(365), round.request().reservations().getFirst().term());
    }
}
