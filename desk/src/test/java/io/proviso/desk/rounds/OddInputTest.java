package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.Circumstances;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.desk.Terms;
import io.proviso.units.Accelerator;
import io.proviso.units.Money;
import io.proviso.units.Party;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can mean is refused where it is said, in words; it never ends a decision in an error of arithmetic. */
class OddInputTest {
    private static final Instant TOO_FAR = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Instant TOO_EARLY = Instant.parse("0000-12-31T23:59:59.999999999Z");
    private static final Duration TOO_LONG = Duration.ofSeconds(Long.MAX_VALUE);
    private static final Accelerator H100 = new Accelerator("H100");
    private static final Currency USD = Currency.getInstance("USD");

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    private static Terms.Schedule schedule(Instant start, @Nullable Instant latest, Duration term) {
        return new Terms.Schedule(start, latest, List.of(), term);
    }

    private static Bid bid(String id, Money price, Instant ready, Bid.Beyond beyond) {
        return new Bid(id, new Provider("oracle"), H100, new Bid.Lot(1, 10), price, ready, beyond);
    }

    private static Bid bid(String id, Money price, Instant ready) {
        return bid(id, price, ready, Bid.Beyond.NOTHING);
    }

    private static DeliveryTerms delivery(@Nullable Duration grace, String abatement, String most) {
        return new DeliveryTerms(grace, new BigDecimal(abatement), new BigDecimal(most), null);
    }

    private static Arguments odd(String what, Supplier<Object> input) {
        return Arguments.of(what, input);
    }

    static Stream<Arguments> odd() {
        var start = Round.START;
        var year = Duration.ofDays(365);
        var usd = Round.usd("3.00");
        return Stream.of(
                odd("schedule: the start", () -> schedule(Instant.MAX, null, year)),
                odd("schedule: the start", () -> schedule(Instant.MIN, null, year)),
                odd("schedule: the start", () -> schedule(TOO_FAR, null, year)),
                odd("schedule: the start", () -> schedule(TOO_EARLY, null, year)),
                odd("schedule: the latest start", () -> schedule(start, Instant.MAX, year)),
                odd("schedule: the term", () -> schedule(start, null, Duration.ofHours(Long.MAX_VALUE / 3_600))),
                odd("tranche: the time after the start", () -> new Terms.Tranche(1, TOO_LONG)),
                odd(
                        "tranche: the time after the start",
                        () -> new Terms.Tranche(1, Duration.ofSeconds(Long.MIN_VALUE))),
                odd("price: the limit", () -> Terms.Price.upTo(dollars("-0.01"))),
                odd("price: the limit", () -> Terms.Price.upTo(dollars("1E+100"))),
                odd("price: the limit", () -> Terms.Price.upTo(dollars("1E+1000000000"))),
                odd("price: the limit", () -> Terms.Price.upTo(dollars("1E-1000000000"))),
                odd("the price", () -> bid("a", dollars("-1"), start)),
                odd("the price", () -> bid("a", dollars("1E+2147483646"), start)),
                odd("ready", () -> bid("a", usd, Instant.MAX)),
                odd("ready", () -> bid("a", usd, Instant.MIN)),
                odd("bid: the term", () -> new Bid.Beyond(Duration.ofHours(Long.MAX_VALUE / 3_600), null)),
                odd("the worth of warrants", () -> new Bid.NonCash("warrants", dollars("-1"))),
                odd("the worth of warrants", () -> new Bid.NonCash("warrants", dollars("1E+99"))),
                odd("answer: the price", () -> new Response.Accepts(1, dollars("-3"), null)),
                odd("answer: ready", () -> new Response.Accepts(1, null, Instant.MAX)),
                odd("delivery: the grace", () -> delivery(TOO_LONG, "0", "0")),
                odd("delivery: a grace", () -> delivery(Duration.ofDays(-1), "0", "0")),
                odd("delivery: a grace", () -> delivery(null, "-0.1", "0")),
                odd("delivery: a grace", () -> delivery(null, "0", "-0.1")),
                odd("option: the time", () -> new DeliveryTerms.Extension(TOO_LONG, usd, start)),
                odd("option: the price", () -> new DeliveryTerms.Extension(Duration.ofHours(1), dollars("-1"), start)),
                odd("option: its last day", () -> new DeliveryTerms.Extension(Duration.ofHours(1), usd, Instant.MAX)),
                odd("earlier request need-0", () -> new Circumstances.Earlier("need-0", "a", null, 1, Instant.MIN)),
                odd("the later deadline", () -> new Command.Extend(Round.OFFER, Instant.MAX, Set.of())),
                odd("its new date", () -> new Command.Slip(Round.OFFER, 0, Instant.MAX, start)),
                odd("its acceptance", () -> new Command.AcceptTranche(Round.OFFER, 0, Instant.MIN)),
                odd("clock of the desk", () -> new Context(Contract.standard().rulings(), Instant.MAX)),
                odd("clock of the desk", () -> new Context(Contract.standard().rulings(), Instant.MIN)));
    }

    @ParameterizedTest(name = "{0} ({index})")
    @MethodSource("odd")
    void whatNobodyCanMeanIsRefusedWhereItIsSaid(String what, Supplier<Object> input) {
        var refused = assertThrows(IllegalArgumentException.class, input::get);
        var message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(what), message);
        assertEquals(2, message.lines().count(), "what is wrong, and what to do");
        assertTrue(message.length() < 300, "nothing is told digit by digit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "a\nb", "a\u001b[31m", "a\u009b", "a\u202eb", "a\u200bb", "\ufeff"})
    void anIdIsSeen(String id) {
        var start = Round.START;
        var terms = Round.terms(10, 1);
        var candidates = Round.request(terms, "oracle").candidates();
        var declines = new Response.Declines();
        for (Supplier<Object> input : List.<Supplier<Object>>of(
                () -> new Command.Request(id, terms, candidates),
                () -> Round.answer(id, start, declines),
                () -> bid(id, Round.usd("1.00"), start))) {
            var refused = assertThrows(IllegalArgumentException.class, input::get);
            var message = String.valueOf(refused.getMessage());
            assertTrue(message.codePoints().noneMatch(each -> each == 0x1b || each == 0x202e), message);
        }
    }

    private static Rulings rulings() {
        return Contract.standard().rulings();
    }

    /** Each candidate facet with a word that no vocabulary has. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody", "\u0000"})
    void aWordThatTheVocabularyDoesNotHaveIsRefused(String word) {
        var plain = Round.terms(10_000, 1_000);
        var purposes = List.of(
                new Terms.Purpose(word, List.of("pre-training"), Terms.Capacity.NEW),
                new Terms.Purpose("openai", List.of(word), Terms.Capacity.NEW),
                new Terms.Purpose("openai", List.of("pre-training", word), Terms.Capacity.NEW));
        for (var purpose : purposes) {
            var terms = new Terms(purpose, plain.hardware(), plain.size(), plain.schedule(), plain.price());
            refusedQuestion(Round.request(terms, "oracle"));
        }
        refusedQuestion(new Command.Request("need-1", plain, List.of(new Candidate(new Provider("oracle"), word))));
    }

    private static void refusedQuestion(Command.Request request) {
        var decision =
                Desk.decide(State.NOT_REQUESTED, request, new Context(rulings(), Contract.at("2025-01-15T09:00:00")));
        assertEquals(
                Rule.QUESTION_FITS_THE_VOCABULARY,
                assertInstanceOf(Refused.class, decision).rule());
    }

    /** At the first and the last day there is, and with as many GPUs as can be counted. */
    @ParameterizedTest
    @ValueSource(longs = {1, 10_000, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void aRoundOfAnySizeEndsInAnAward(long gpus) {
        var round = new Round(Contract.standard()).then(Round.request(Round.terms(gpus, 1), "oracle", "coreweave"));
        round.then(Round.delivered(round.now()))
                .then(round.answerNow(new Response.Declines()))
                .then(Round.quote("oracle", gpus, gpus, "2.00"))
                .then(Round.quote("coreweave", gpus, gpus, "2.50"))
                .then(new Command.Award());
        assertEquals(gpus, round.request().quantities().awarded());
        assertEquals(1, round.request().reservations().size());
    }

    @Test
    void lotsThatTogetherAreMoreThanCanBeCountedAreNotAllTaken() {
        var all = Long.MAX_VALUE;
        var bids = Stream.of("a", "b", "c")
                .map(name -> Round.bid(name, all, all, "1.00", Round.START))
                .toList();
        var choice = Objects.requireNonNull(LeastCost.choose(bids, Round.terms(all, 1), all, 1));
        assertEquals(1, choice.gpus().size());
        assertEquals(all, choice.gpus().values().iterator().next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-02T00:00:00Z", "9999-12-30T00:00:00Z"})
    void atTheEndsOfTimeARequestIsDecided(String now) {
        var rulings = rulings();
        var context = new Context(rulings, Instant.parse(now));
        var terms = Round.terms(10, 1);
        assertInstanceOf(
                Decision.Decided.class,
                Desk.decide(State.NOT_REQUESTED, Round.request(terms, "oracle", "coreweave"), context));
    }

    @Test
    void anExtensionToTheLastDayIsAnsweredLateAndLapses() {
        var last = Instant.parse("9999-12-31T23:59:59.999999999Z");
        var round = Round.received(Contract.standard());
        round.then(new Command.Extend(Round.OFFER, last, Set.of(Contract.MICROSOFT, new Party("openai"))));
        round.at(last).refused(Rule.NOT_YET_DUE, new Command.Expire(last));
        round.then(round.answerNow(new Response.Declines()));
        assertEquals(10_000, round.request().quantities().released());
    }
}
