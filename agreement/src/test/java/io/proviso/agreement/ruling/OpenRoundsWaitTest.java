package io.proviso.agreement.ruling;

import static io.proviso.agreement.ruling.Fixture.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Window;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 6,000 at 2.30 put to Microsoft on Thursday 26 February, ten days to answer, and asked on Monday 2 March what one has to wait for. */
class OpenRoundsWaitTest {
    private static final FirstRefusal TERMS = new FirstRefusal(
                    Fixture.party("microsoft"),
                    Fixture.on("acquire", Fixture.not("provider", "azure")),
                    new FirstRefusal.Answering(
                            Stated.of(new Window.Days(10)), List.of(), null, DayTerms.Written.NOTHING),
                    FirstRefusal.OnLapse.DECLINE,
                    FirstRefusal.Partial.ANY,
                    FirstRefusal.BelowGang.BINDS)
            .with(Preemption.PLAIN.with(Stated.of(new Preemption.Tail(
                    60,
                    new Preemption.Floor(
                            new Preemption.Tolerance(new BigDecimal("0.05"), Preemption.Direction.LOWER),
                            null,
                            null,
                            null,
                            false)))));

    /** The sixth of March for what was put, the twelfth for what has to be put yet. */
    private static List<String> steps(String facets) {
        return ruled(facets).steps().stream()
                .map(step ->
                        step.kind() + " by " + String.valueOf(step.certainBy()).substring(0, 10) + StepText.given(step))
                .toList();
    }

    private static Ruling ruled(String facets) {
        var paper = Paper.paper("p", "2025-01-01").adds(Draft.clause("first", TERMS));
        var sent = day("2026-02-26");
        var known = Fixture.vocabulary();
        var acts = known.acts().values().stream()
                .map(act -> act.name().equals("acquire")
                        ? new Vocabulary.Act("acquire", "rent", List.of("provider", "gpus", "price", "refusal"))
                        : act)
                .toList();
        var priced = Stream.concat(
                        known.facets().values().stream(),
                        Stream.of(new Facet.Amount("price", Currency.getInstance("USD"))))
                .toList();
        return Fixture.portfolio(Deal.deal("a", paper).zone("UTC"))
                .vocabulary(Vocabulary.of(acts, priced, List.of()))
                .round(new Round(
                        "n-1",
                        new ClauseName("a", "first"),
                        null,
                        Map.of("gpus", new Term.Amount(6000), "price", new Term.Price(Money.of("2.30", "USD"))),
                        new Round.Notice(sent, sent, List.of(), sent),
                        List.of(),
                        Fixture.SOURCE))
                .ask("2026-03-02", "act=acquire provider=aws" + facets);
    }

    @Test
    void whatWasPutIsWaitedForUntilItsDeadline() {
        assertEquals(List.of("WAIT by 2026-03-08"), steps(" gpus=6000 price=2.30"));
        assertEquals(List.of("WAIT by 2026-03-08"), steps(" gpus=1 price=2.30"));
        // 5 % lower is 2.185.
        assertEquals(List.of("WAIT by 2026-03-08"), steps(" gpus=6000 price=2.19"));
    }

    @Test
    void aBetterPriceOrMoreThanWasPutHasToBePutByItself() {
        assertEquals(List.of("OFFER by 2026-03-12"), steps(" gpus=6000 price=2.18"));
        assertEquals(List.of("OFFER by 2026-03-12"), steps(" gpus=6001 price=2.30"));
    }

    @Test
    void theRoundThatDoesNotCoverWhatIsAskedIsCitedAsSuch() {
        var cited = ruled(" gpus=6000 price=2.18").telling().rounds().getFirst();
        assertEquals(false, cited.applies());
        assertEquals(
                "microsoft may answer through 8 March 2026 17:00 Z, but not what is asked",
                new RoundText(Fixture.zone()).came(cited));
    }

    @Test
    void whereThePriceIsOpenEachStepSaysForWhichPriceItIs() {
        assertEquals(
                List.of(
                        "WAIT by 2026-03-08 if price is 2.19 USD or more",
                        "OFFER by 2026-03-12 if price is 0.01..2.18 USD"),
                steps(" gpus=6000"));
        assertEquals("2026-03-12T17:00:01Z", String.valueOf(ruled(" gpus=6000").signFrom()));
    }

    @Test
    void whereNumberAndPriceAreOpenTheRestIsWhatTheRoundDoesNotCover() {
        assertEquals(
                List.of(
                        "WAIT by 2026-03-08 if gpus is 1..6000 and price is 2.19 USD or more",
                        "OFFER by 2026-03-12 if what is on record of first is otherwise"),
                steps(""));
    }
}
