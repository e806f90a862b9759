package io.proviso.agreement;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is known latest: every date at which something of a portfolio came on record counts. */
class RecordedTest {
    @Test
    void everythingThatComesOnRecordMovesWhatIsKnownLatest() {
        assertEquals(Instant.EPOCH, portfolio().build().latestRecorded());
        latest(portfolio(deal("a", paper("p", "2024-01-01").recorded("2024-05-01"))));
        latest(of(clause("c", permission(on("host", any()))).recorded("2024-05-01")));
        latest(of(clause("c", reading("one", null), reading("two", null, "2024-05-01"))));
        var c = paper("p", "2024-01-01").adds(clause("c", permission(on("host", any()))));
        latest(portfolio(deal(
                "a",
                c,
                paper("q", "2024-01-02")
                        .restates(clause("c", permission(on("host", any()))).recorded("2024-05-01")))));
        latest(portfolio(deal(
                "a",
                c,
                paper("q", "2024-01-02")
                        .ends(
                                "c",
                                reading("kept", permission(on("host", any()))),
                                reading("left", null, "2024-05-01")))));
        var so = paper("q", "2024-01-02")
                .type(Instrument.Type.INTERPRETIVE)
                .interprets("c", reading("so", null, "2024-05-01"));
        latest(portfolio(deal("a", c, so)));
        latest(of(clause("c", reading("one", null))).pin("a", "c", "2024-05-01", "one"));
        latest(portfolio().attested("agi", "none", "2024-01-01", "2024-05-01", any()));
        latest(portfolio().closed("2024-01-01", "2024-05-01"));
    }

    @Test
    void aFigureOfAClauseComesOnRecordByItself() {
        var later = day("2024-05-01");
        var one = Stated.of(BigDecimal.ONE);
        var term = Interval.from(day("2024-01-01"));
        var money = Money.of("1", "USD");
        var buyer = Fixture.party("openai");
        var seller = Fixture.party("microsoft");
        var cap = new RevenueShare.Cap(money, RevenueShare.CapBase.UNDISCLOSED);
        var tail = new Preemption.Tail(180, Preemption.Floor.THAT_BARGAIN_ONLY);
        var window = Window.parse("1 day");
        var committed = Commitment.Headline.COMMITTED;
        var days = Period.ofDays(30);
        Function<Schedule.Termination, ClauseBody> leaving = way -> new Commitment(
                buyer,
                seller,
                Stated.of(money),
                committed,
                false,
                new Schedule(Stated.of(term), List.of(), way, List.of()));
        var bodies = List.of(
                new Commitment(buyer, seller, new Stated.Known<>(money, later), committed, false, Stated.of(term)),
                new Commitment(buyer, seller, Stated.of(money), committed, false, new Stated.Known<>(term, later)),
                new RevenueShare(
                        buyer,
                        seller,
                        new Stated.Known<>(BigDecimal.ONE, later),
                        RevenueShare.Base.NET,
                        Stated.undisclosed()),
                new RevenueShare(buyer, seller, one, RevenueShare.Base.NET, new Stated.Known<>(cap, later)),
                new Covenant(
                        buyer, seller, any(), new Stated.Known<>(BigDecimal.ONE, later), "hours", Covenant.Per.YEAR),
                new Covenant(buyer, seller, any(), one, "hours", Covenant.Per.YEAR, new Stated.Known<>(days, later)),
                leaving.apply(new Schedule.Termination(new Stated.Known<>(days, later), null, null)),
                leaving.apply(
                        new Schedule.Termination(Stated.of(days), new Stated.Known<>(day("2024-02-01"), later), null)),
                leaving.apply(new Schedule.Termination(
                        Stated.of(days),
                        null,
                        new Stated.Known<>(new Schedule.Fee.Fixed(Money.of("1", "USD")), later))),
                firstRefusal(on("host", any()), new Stated.Known<>(window, later), FirstRefusal.OnLapse.DECLINE),
                firstRefusal(on("host", any()), "1 day").with(Preemption.PLAIN.with(new Stated.Known<>(tail, later))));
        bodies.forEach(body -> latest(of(clause("c", body))));
    }

    @Test
    void theHolidaysOfCombinedCalendarsAreOnRecordToo() {
        var built = portfolio().build();
        var closed = new Holiday(LocalDate.parse("2024-07-04"), day("2024-05-01"), "made up");
        var place = new BusinessCalendar.Place("fair", Set.of(), List.of(closed));
        for (var calendar : List.<BusinessCalendar>of(
                new BusinessCalendar.AllOf("all", List.of(place)), new BusinessCalendar.AnyOf("any", List.of(place)))) {
            var more = new Portfolio(
                    "test",
                    "digest",
                    ZoneOffset.UTC,
                    built.vocabulary(),
                    built.silence(),
                    List.of(),
                    Map.of("both", calendar),
                    List.of(),
                    List.of());
            assertEquals(day("2024-05-01"), more.latestRecorded());
        }
    }

    private static void latest(Fixture fixture) {
        assertEquals(day("2024-05-01"), fixture.build().latestRecorded());
    }

    private static Fixture of(Draft... drafts) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(drafts)));
    }
}
