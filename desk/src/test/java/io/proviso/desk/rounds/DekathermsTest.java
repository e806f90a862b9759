package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Asked;
import io.proviso.agreement.Change;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.DeskWords.Of;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Window;
import io.proviso.desk.Bid;
import io.proviso.desk.Candidate;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.Event;
import io.proviso.desk.Response;
import io.proviso.desk.State;
import io.proviso.desk.Terms;
import io.proviso.units.Accelerator;
import io.proviso.units.Party;
import io.proviso.units.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A round of a gas shipper: act, facets, roles and unit are its own, and nothing of it is called as the capacity of a lab is. */
class DekathermsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Instant SIGNED = Instant.parse("2025-01-01T06:00:00Z");
    private static final Source SOURCE = new Source("made up for a test", null, Confidence.ASSUMED);
    private static final Instant REQUESTED = Instant.parse("2025-02-03T15:00:00Z");
    private static final Party SOUTHLINE = new Party("southline");
    private static final Accelerator FIRM = new Accelerator("firm transportation");
    private static final Preemption.Floor AS_MUCH = new Preemption.Floor(
            null, new Preemption.Tolerance(BigDecimal.ZERO, Preemption.Direction.EITHER), null, null, false);

    private final List<Event> history = new ArrayList<>();
    private State state = State.NOT_REQUESTED;

    @Test
    void aNeedIsOfferedLeftBidForAndAwardedInThoseWords() {
        offered();
        var put = ((CapacityRequest) state).offers().getFirst().round().put();
        assertEquals(new Term.Amount(50_000), put.get("dth"));
        then(answer(new Response.Declines()));
        then(quote("northline", 50_000));
        then(new Command.Award());
        var reserved = (Event.Reserved) history.get(history.size() - 2);
        var question = reserved.ruling().asking().question();
        assertEquals("book-firm", question.act());
        assertEquals(new Asked.Exactly(50_000), question.facets().get("dth"));
        assertEquals(Map.of("said", "declined"), question.supposed());
        assertEquals(50_000, ((CapacityRequest) state).quantities().awarded());
    }

    @Test
    void whatIsTakenBeyondTheOfferIsToldInItsUnit() {
        offered();
        var refused = assertInstanceOf(Decision.Refused.class, decide(answer(Response.Accepts.asOffered(60_000))));
        assertEquals(
                "offer winter/offer-1: it accepts 60,000 dekatherms a day, and 50,000 dekatherms a day were offered",
                refused.message().lines().findFirst().orElseThrow());
    }

    @Test
    void anotherQuantityThanWasRefusedIsToldInItsUnit() {
        offered();
        then(answer(new Response.Declines()));
        then(quote("northline", 20_000));
        then(new Command.Award());
        var again = assertInstanceOf(Event.OfferedToMatch.class, history.getLast());
        var because = again.because().getFirst();
        assertEquals("50,000 dekatherms a day", because.refused());
        assertEquals("20,000 dekatherms a day", because.proposed());
    }

    @Test
    void nothingThatHappensInItSpeaksOfGpus() {
        offered();
        then(answer(new Response.Declines()));
        then(quote("northline", 50_000));
        then(new Command.Award());
        assertFalse(history.stream()
                .map(event -> event.toString().replace("gpus=", ""))
                .anyMatch(told -> told.toLowerCase(Locale.ROOT).contains("gpu")));
    }

    private void offered() {
        var terms = new Terms(
                new Terms.Purpose("producer", List.of("any"), Terms.Capacity.NEW),
                new Terms.Hardware(FIRM, List.of(), "any", List.of()),
                new Terms.Size(50_000, 10_000),
                new Terms.Schedule(Instant.parse("2025-11-01T14:00:00Z"), null, List.of(), Duration.ofDays(150)),
                Terms.Price.upTo(Round.usd("0.40")));
        then(new Command.Request("winter", terms, List.of(new Candidate(new Provider("northline")))));
        then(new Command.ConfirmDelivery("winter/offer-1", REQUESTED, List.of()));
    }

    private static Command.Answer answer(Response response) {
        return new Command.Answer("winter/offer-1", "letter-1", SOUTHLINE, REQUESTED, response);
    }

    private static Command.Quote quote(String line, long dth) {
        return new Command.Quote(new Bid(
                line + "-bid",
                new Provider(line),
                FIRM,
                new Bid.Lot(dth, dth),
                Round.usd("0.35"),
                Instant.parse("2025-11-01T14:00:00Z")));
    }

    private Decision decide(Command command) {
        return Desk.decide(state, command, new Context(rulings(), REQUESTED));
    }

    private void then(Command command) {
        var decided = assertInstanceOf(Decision.Decided.class, decide(command), command::toString);
        for (var event : decided.events()) {
            history.add(event);
            state = Desk.evolve(state, event);
        }
    }

    private static Rulings rulings() {
        var right = new FirstRefusal(
                SOUTHLINE,
                Scope.of(
                        "book-firm",
                        new Condition(Map.of(
                                "line", new Match.NoneOf(List.of("southline")),
                                "booking", new Match.AnyOf(List.of("additional"))))),
                new FirstRefusal.Answering(Stated.of(new Window.BusinessDays(5)), null, null),
                FirstRefusal.OnLapse.DECLINE,
                FirstRefusal.Partial.ANY,
                FirstRefusal.BelowGang.BINDS,
                Preemption.PLAIN.with(Stated.of(new Preemption.Tail(60, AS_MUCH))));
        var clause = new Clause(
                "first-right",
                new Words("made up", Words.Kind.PARAPHRASE),
                new End.Never(),
                List.of(),
                List.of(Reading.plain(right)),
                Provenance.of(SOURCE, SIGNED),
                Disclosure.PUBLIC);
        var signed = new Instrument(
                "signed", Instrument.Type.DEFINITIVE, SIGNED, SIGNED, SOURCE, null, List.of(new Change.Adds(clause)));
        var agreement = new Agreement(
                "southline-shipper",
                "made up for a test",
                new ContractClock(ZONE, "gas-days", LocalTime.of(17, 0)),
                Map.of(
                        new Party("producer"),
                        List.of(new Agreement.Role("shipper", null)),
                        SOUTHLINE,
                        List.of(new Agreement.Role("transporter", "southline"))),
                Map.of("book-firm", Silence.PERMITTED),
                List.of(signed));
        return Rulings.of(new Portfolio(
                "gas-shipper",
                "digest",
                ZONE,
                vocabulary(),
                Map.of("book-firm", Silence.PERMITTED),
                List.of(agreement),
                Map.of("gas-days", new BusinessCalendar.Place("gas-days", Set.of(), List.of())),
                List.of(),
                List.of()));
    }

    private static Vocabulary vocabulary() {
        return Vocabulary.of(
                        List.of(new Vocabulary.Act(
                                "book-firm",
                                "sign for firm transportation capacity",
                                List.of("line", "booking", "dth", "said"))),
                        List.of(
                                choice("line", "northline", "southline"),
                                choice("booking", "additional", "rollover"),
                                new Facet.Count("dth", "dekatherms a day"),
                                Refusal.fact("said")),
                        List.of())
                .with(new DeskWords(Map.of(
                        Of.ACT, "book-firm",
                        Of.SUPPLIER, "line",
                        Of.QUANTITY, "dth",
                        Of.CAPACITY, "booking",
                        Of.NEW, "additional",
                        Of.RENEWAL, "rollover",
                        Of.CUSTOMER, "shipper")));
    }

    private static Facet choice(String name, String... values) {
        return new Facet.Choice(name, List.of(values), Map.of(), null, Facet.SuppliedBy.CALLER);
    }
}
