package io.proviso.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.desk.rounds.Contract;
import io.proviso.desk.rounds.Round;
import io.proviso.units.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static void refused(Runnable making, String what) {
        var thrown = assertThrows(IllegalArgumentException.class, making::run);
        assertTrue(String.valueOf(thrown.getMessage()).contains(what), thrown.getMessage());
    }

    @Test
    void aGangLargerThanTheQuantityIsRefused() {
        refused(() -> new Terms.Size(100, 101), "a minimum gang of 101 does not fit in 100");
    }

    @Test
    void aTermThatIsNotWholeHoursIsRefused() {
        refused(
                () -> new Terms.Schedule(Round.START, null, List.of(), Duration.ofMinutes(90)),
                "must be a positive whole number of hours");
    }

    @Test
    void aRampThatDoesNotAddUpIsRefused() {
        var terms = Round.terms(10_000, 1_000);
        var ramp = List.of(new Terms.Tranche(4_000, Duration.ZERO), new Terms.Tranche(5_000, Duration.ofDays(30)));
        var schedule = new Terms.Schedule(Round.START, null, ramp, Duration.ofDays(365));
        refused(
                () -> new Terms(terms.purpose(), terms.hardware(), terms.size(), schedule, terms.price()),
                "the ramp adds up to 9000, the request asks for 10000");
    }

    @Test
    void aLimitInAnotherCurrencyThanTheQuotesIsRefused() {
        refused(() -> new Terms.Price(Money.of("2", "EUR"), Currency.getInstance("USD")), "is not in USD");
    }

    @Test
    void aProviderNamedTwiceIsRefused() {
        refused(() -> Round.request(Round.terms(10, 1), "oracle", "oracle"), "2 candidates of which 1 differ");
    }

    @Test
    void quantitiesThatDoNotAddUpCannotExist() {
        var request = Round.received(Contract.standard()).request();
        refused(
                () -> request.change(request.offers().getFirst(), new Quantities(9_999, 0, 0, 0, 0)),
                "do not add up to the 10000 asked for");
        refused(() -> new Quantities(-1, 1, 0, 0, 0), "none may be negative");
    }

    @Test
    void anOfferEndsOnce() {
        var ended = Round.received(Contract.standard())
                .request()
                .offers()
                .getFirst()
                .ended(new Offer.Ending.Moot(Round.START));
        assertThrows(IllegalStateException.class, () -> ended.ended(new Offer.Ending.Moot(Round.START)));
    }

    @Test
    void aReservationCostsItsWholeTerm() {
        var round = Round.received(Contract.standard());
        round.then(round.answerNow(Response.Accepts.asOffered(10_000)));
        assertEquals(
                Round.usd("3.00").times(10_000).times(8_760),
                round.request().reservations().getFirst().cost());
    }

    @Test
    void aRampThatAddsUpOnlyBecauseALongWrapsIsRefused() {
        var terms = Round.terms(10_000, 1_000);
        var most = new Terms.Tranche(Long.MAX_VALUE, Duration.ZERO);
        var ramp = List.of(most, most, new Terms.Tranche(10_002, Duration.ZERO));
        var schedule = new Terms.Schedule(Round.START, null, ramp, Duration.ofDays(365));
        refused(
                () -> new Terms(terms.purpose(), terms.hardware(), terms.size(), schedule, terms.price()),
                "the ramp adds up to 18446744073709561616");
    }
}
