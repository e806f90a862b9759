package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Default;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.clause.Words;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Window;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every construct of an agreement's file, and the record it becomes. */
class AgreementFileTest {
    private static final Party LAB = new Party("lab");
    private static final Party NORTHERN = new Party("northern");
    private static final Source MASTER =
            new Source("Master agreement", "https://supply.example/master", Confidence.PRIMARY);
    private static final Instant RECORDED = Instant.parse("2024-12-23T05:00:00Z");

    private final List<Instrument> instruments = PortfolioReader.read(PortfolioFixture.resource("portfolios/complete"))
            .agreements()
            .getFirst()
            .instruments();

    @Test
    void anInstrumentWithItsDatesInTheZoneOfTheAgreement() {
        Instrument master = instruments.getFirst();
        assertEquals("master", master.name());
        assertEquals(Instrument.Type.DEFINITIVE, master.type());
        assertEquals(Instant.parse("2025-01-01T05:00:00Z"), master.effective());
        assertEquals(RECORDED, master.recorded());
        assertEquals(MASTER, master.source());
    }

    @Test
    void anInstrumentIsOnRecordFromItsEffectiveDateIfItHasNoOther() {
        Instrument consent = instruments.get(1);
        assertEquals(Instant.parse("2025-02-01T14:00:00Z"), consent.effective());
        assertEquals(consent.effective(), consent.recorded());
        assertEquals(NORTHERN, consent.by());
    }

    @Test
    void aClauseTakesFromItsInstrumentAndAgreementWhatItDoesNotSay() {
        var until = new End.EarlierOf(List.of(
                new End.At(Instant.parse("2031-01-01T05:00:00Z")), new End.OnMilestone("agi", List.of("verified"))));
        var body = new Exclusivity(NORTHERN, on(Map.of("provider", new Match.NoneOf(List.of("north")))));
        var expected = new Clause(
                "exclusive",
                new Words("all capacity comes from North", Words.Kind.QUOTE),
                until,
                null,
                List.of(Reading.plain(body)),
                Provenance.of(MASTER, RECORDED),
                Disclosure.PARTIES);
        assertEquals(expected, clause("exclusive"));
    }

    @Test
    void firstRefusalWithEveryParameter() {
        var gpus = new Match.Between(64, 4096);
        var workload = new Match.AnyOf(List.of("training", "inference"));
        Stated<Window> window = new Stated.Known<>(new Window.BusinessDays(10), Instant.parse("2025-01-20T05:00:00Z"));
        var body = new FirstRefusal(
                NORTHERN,
                Scope.of("acquire", new Condition(Map.of("workload", workload)).and("gpus", gpus)),
                new FirstRefusal.Answering(
                        window,
                        List.of(),
                        "harbour",
                        new DayTerms.Written(
                                DayTerms.ClosedDay.NEXT_BUSINESS_DAY,
                                LocalTime.NOON,
                                LocalTime.of(17, 0),
                                DayTerms.Roll.PRECEDING)),
                FirstRefusal.OnLapse.ACCEPT,
                FirstRefusal.Partial.NONE,
                FirstRefusal.BelowGang.BINDS,
                offerFirst());
        var until = new End.LaterOf(List.of(
                new End.At(Instant.parse("2029-06-30T04:00:00Z")), new End.At(Instant.parse("2030-01-01T05:00:00Z"))));
        var provenance = new Provenance(
                new Source("Press", null, Confidence.REPORTED),
                Instant.parse("2025-01-15T05:00:00Z"),
                Set.of("window", "partial"),
                Set.of("until"),
                Set.of(Default.OPEN_OFFERS));
        var expected = new Clause(
                "offer-first",
                new Words("new capacity is offered to North first", Words.Kind.PARAPHRASE),
                until,
                null,
                List.of(Reading.plain(body)),
                provenance,
                Disclosure.PUBLIC);
        assertEquals(expected, clause("offer-first"));
    }

    private static Preemption offerFirst() {
        var floor = new Preemption.Floor(
                new Preemption.Tolerance(new BigDecimal("0.05"), Preemption.Direction.LOWER),
                new Preemption.Tolerance(new BigDecimal("0.1"), Preemption.Direction.HIGHER),
                Duration.ofDays(30),
                new Preemption.Tolerance(new BigDecimal("0.1"), Preemption.Direction.EITHER),
                true);
        return new Preemption(
                Preemption.Kind.LAST_LOOK,
                Preemption.Trigger.THIRD_PARTY_OFFER,
                new Preemption.Matching(
                        Preemption.Matching.Standard.MATERIAL_TERMS,
                        new BigDecimal("0.02"),
                        Preemption.Matching.NonCash.VALUED,
                        Preemption.Alternates.NAMED),
                Stated.of(new Preemption.Tail(90, floor)),
                new Preemption.Reach(
                        new Preemption.Aggregation(
                                90,
                                new Limit("gpus", Stated.of(1000L)),
                                Set.of(
                                        Preemption.Aggregation.By.ACTOR_AND_AFFILIATES,
                                        Preemption.Aggregation.By.PROJECT),
                                List.of()),
                        new Preemption.Bridge(14, new Quantity("gpus", 500))),
                new Preemption.Conduct(
                        Preemption.Counter.EXTENDS,
                        Set.of(Preemption.Field.PRICE, Preemption.Field.LATEST_START),
                        new Window.BusinessDays(3),
                        List.of("outage"),
                        Preemption.OnFailure.GENERALLY,
                        2));
    }

    @Test
    void readingsWithAndWithoutBodies() {
        var narrow = new Reading(
                "narrow",
                new Words("only training", Words.Kind.PARAPHRASE),
                new Permission(on(Map.of("workload", new Match.AnyOf(List.of("training"))))),
                Instant.parse("2025-01-10T05:00:00Z"));
        var cases = new Scope(List.of(
                new Scope.Case(List.of("acquire"), new Condition(Map.of("workload", new Match.Undisclosed()))),
                new Scope.Case(
                        List.of("acquire"), new Condition(Map.of("gpus", new Match.Between(8, Long.MAX_VALUE))))));
        var wide = new Reading("wide", null, new Permission(cases), null);
        var nothing = new Reading("nothing", null, null, null);
        assertEquals(List.of(narrow, wide, nothing), clause("reach").readings());
    }

    @Test
    void theOtherKindsOfClauses() {
        assertEquals(
                new Prohibition(
                        NORTHERN,
                        on(Map.of("provider", new Match.AnyOf(List.of("south")))),
                        new Prohibition.Consent(NORTHERN)),
                body("no-resale"));
        var inTime = new Prohibition.Consent(
                NORTHERN, new Prohibition.Answer(new Window.Days(15), Prohibition.OnSilence.CONSENTS));
        var abroad = Map.<String, Match>of(
                "provider", new Match.AnyOf(List.of("own")), "region", new Match.AnyOf(List.of("eu")));
        assertEquals(new Prohibition(NORTHERN, on(abroad), inTime), body("no-building"));
        var field = new Condition(Map.of("subject", new Match.AnyOf(List.of("models", "products"))))
                .and("purpose", new Match.AnyOf(List.of("own-products")));
        var granted = field.and("actor", new Match.AnyOf(List.of("northern")));
        assertEquals(new Licence(NORTHERN, Scope.of("use-ip", granted), null), body("grant"));
        var products = new Condition(Map.of("subject", new Match.AnyOf(List.of("products"))));
        assertEquals(
                new FirstAvailability(
                        NORTHERN,
                        Scope.of("use-ip", products),
                        List.of(
                                new Condition(Map.of("agi", new Match.AnyOf(List.of("verified")))),
                                new Condition(Map.of("purpose", new Match.AnyOf(List.of("research")))))),
                body("first-on-north"));
        assertEquals(
                new Milestone(
                        "agi",
                        LAB,
                        "independent panel",
                        Instant.parse("2030-01-01T05:00:00Z"),
                        Stated.of(new Window.Days(30))),
                body("general-intelligence"));
    }

    @Test
    void theKindsWithMoney() {
        var term = new Interval(Instant.parse("2025-01-01T05:00:00Z"), Instant.parse("2031-01-01T05:00:00Z"));
        var ramp = List.of(
                new Schedule.Step(Instant.parse("2027-01-01T05:00:00Z"), Money.of("60e9", "USD")),
                new Schedule.Step(Instant.parse("2031-01-01T05:00:00Z"), Money.of("250e9", "USD")));
        var termination = new Schedule.Termination(
                Stated.of(Period.ofMonths(3)),
                new Stated.Known<>(Instant.parse("2026-01-01T05:00:00Z"), Instant.parse("2025-03-01T05:00:00Z")),
                Stated.undisclosed());
        var option = new Schedule.Option(Money.of("10e9", "USD"), Instant.parse("2030-01-01T05:00:00Z"), false);
        assertEquals(
                new Commitment(
                        LAB,
                        NORTHERN,
                        Stated.of(Money.of("250000000000", "USD")),
                        Commitment.Headline.UP_TO,
                        true,
                        new Schedule(Stated.of(term), ramp, termination, List.of(option)),
                        on(Map.of("provider", new Match.AnyOf(List.of("north")))),
                        Scope.of("use-ip", Condition.ALWAYS)),
                body("promise"));
        var cap = new RevenueShare.Cap(Money.of("38e9", "USD"), RevenueShare.CapBase.FROM_INCEPTION);
        assertEquals(
                new RevenueShare(
                        LAB, NORTHERN, Stated.of(new BigDecimal("0.2")), RevenueShare.Base.NET, Stated.of(cap)),
                body("share"));
        assertEquals(
                new Covenant(
                        LAB,
                        NORTHERN,
                        new Condition(Map.of("workload", new Match.AnyOf(List.of("training")))),
                        Stated.undisclosed(),
                        "share of GPU-hours",
                        Covenant.Per.YEAR,
                        Stated.of(Period.ofDays(30))),
                body("mostly-research"));
    }

    @Test
    void whatInstrumentsDoToClauses() {
        List<Change> amendment = instruments.get(2).changes();
        assertEquals(new Change.Ends("no-resale", List.of()), amendment.getFirst());
        var kept = new Commitment(
                LAB, NORTHERN, Stated.undisclosed(), Commitment.Headline.COMMITTED, false, Stated.undisclosed());
        assertEquals(
                new Change.Ends(
                        "promise",
                        List.of(new Reading("gone", null, null, null), new Reading("kept", null, kept, null))),
                amendment.get(1));
        assertEquals(List.of("south-allowed"), ((Change.Restates) amendment.get(2)).keeps());

        var own = new Reading(
                "own-too",
                new Words("own capacity is outside", Words.Kind.QUOTE),
                new Exclusivity(NORTHERN, on(Map.of("provider", new Match.AnyOf(List.of("own"))))),
                Instant.parse("2025-07-02T04:00:00Z"));
        assertEquals(
                List.of(new Change.Interprets("exclusive", own)),
                instruments.get(3).changes());
        assertEquals(List.of(new Change.Terminates()), instruments.getLast().changes());
    }

    @Test
    void aConsentWithALimitAndHowItIsTakenBack() {
        var south = (Change.Adds) instruments.get(1).changes().getFirst();
        assertEquals(
                new Permission(
                        on(Map.of("provider", new Match.AnyOf(List.of("south")))),
                        new Limit("gpus", new Stated.Known<>(20_000L, Instant.parse("2025-03-01T05:00:00Z"))),
                        Permission.Per.YEAR,
                        new Window.Days(30),
                        Instant.parse("2030-01-01T05:00:00Z"),
                        new Condition(Map.of("workload", new Match.AnyOf(List.of("inference"))))),
                south.clause().readings().getFirst().body());
        var takenBack = instruments.get(4);
        assertEquals(NORTHERN, takenBack.by());
        assertEquals(List.of(new Change.Revokes("south-allowed")), takenBack.changes());
    }

    private static Scope on(Map<String, Match> facets) {
        return Scope.of("acquire", new Condition(facets));
    }

    private Clause clause(String name) {
        return instruments.getFirst().changes().stream()
                .map(change -> ((Change.Adds) change).clause())
                .filter(clause -> clause.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ClauseBody body(String clause) {
        return Objects.requireNonNull(clause(clause).readings().getFirst().body());
    }
}
