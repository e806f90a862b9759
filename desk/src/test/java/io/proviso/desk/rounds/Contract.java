package io.proviso.desk.rounds;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A small portfolio on the real engine: Microsoft holds first refusal on new capacity outside Azure, everything else varies by test. */
public final class Contract {
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    public static final Party MICROSOFT = new Party("microsoft");
    static final Instant SIGNED = day("2025-01-10");
    /** Facts 7.14: 5 % of the price, 10 % of the quantity, 30 days of the start. */
    public static final Preemption.Floor FLOOR = new Preemption.Floor(
            new Preemption.Tolerance(new BigDecimal("0.05"), Preemption.Direction.LOWER),
            new Preemption.Tolerance(new BigDecimal("0.10"), Preemption.Direction.EITHER),
            Duration.ofDays(30),
            null,
            false);

    private static final Source SOURCE = new Source("made up for a test", null, Confidence.ASSUMED);

    private Stated<Window> window = Stated.of(new Window.BusinessDays(10));
    private FirstRefusal.From from = FirstRefusal.From.RECEIPT;
    private FirstRefusal.OnLapse onLapse = FirstRefusal.OnLapse.DECLINE;
    private FirstRefusal.Partial partial = FirstRefusal.Partial.ANY;
    private FirstRefusal.BelowGang belowGang = FirstRefusal.BelowGang.DECLINES_ALL;
    private Preemption preemption = Preemption.PLAIN;
    private End until = new End.Never();
    private DeskWords desk = new DeskWords(Map.of(
            DeskWords.Of.ACT, "acquire",
            DeskWords.Of.SUPPLIER, "provider",
            DeskWords.Of.QUANTITY, "gpus",
            DeskWords.Of.WORKLOAD, "workload",
            DeskWords.Of.CAPACITY, "capacity",
            DeskWords.Of.BUYER, "actor",
            DeskWords.Of.VIA, "via"));
    private final List<Holiday> holidays = new ArrayList<>(List.of(
            holiday("2025-01-20", "2024-01-01"),
            holiday("2025-02-17", "2024-01-01"),
            holiday("2025-10-13", "2024-01-01")));
    private final List<String> leftOut = new ArrayList<>(List.of("azure"));
    private final List<Instrument> later = new ArrayList<>();
    private final List<Agreement> others = new ArrayList<>();

    public static Contract standard() {
        return new Contract();
    }

    Contract window(Window stated) {
        window = Stated.of(stated);
        return this;
    }

    Contract undisclosedWindow() {
        window = Stated.undisclosed();
        return this;
    }

    Contract fromGiving() {
        from = FirstRefusal.From.GIVING;
        return this;
    }

    Contract silenceAccepts() {
        onLapse = FirstRefusal.OnLapse.ACCEPT;
        return this;
    }

    Contract allOrNothing() {
        partial = FirstRefusal.Partial.NONE;
        return this;
    }

    Contract smallPartsBind() {
        belowGang = FirstRefusal.BelowGang.BINDS;
        return this;
    }

    public Contract preemption(UnaryOperator<Preemption> change) {
        preemption = change.apply(preemption);
        return this;
    }

    public Preemption preemption() {
        return preemption;
    }

    /** A refusal frees for 90 days and for no lower price, no other quantity and no later start than the seed's sheet says. */
    public Contract tail() {
        return preemption(right -> right.with(Stated.of(new Preemption.Tail(90, FLOOR))));
    }

    /** Others bid first; the right may match what they offer. */
    Contract bidsFirst() {
        return preemption(right -> right.with(Preemption.Trigger.THIRD_PARTY_OFFER));
    }

    public Contract until(Instant end) {
        until = new End.At(end);
        return this;
    }

    Contract closed(String date, String recorded) {
        holidays.add(holiday(date, recorded));
        return this;
    }

    /** The right leaves that provider out as well. */
    Contract except(String provider) {
        leftOut.add(provider);
        return this;
    }

    /** The right is ended by an amendment. */
    Contract ended(Instant effective, Instant recorded) {
        return amended(effective, recorded, new Change.Ends("first-refusal", List.of()));
    }

    /** The right is restated so that it no longer covers any of the candidates. */
    Contract narrowed(Instant effective) {
        return amended(effective, effective, new Change.Restates(clause(right("own"), effective), List.of()));
    }

    /** The right is restated with other parameters, those set by now. */
    Contract restated(Instant effective) {
        return amended(effective, effective, new Change.Restates(clause(rightOutsideAzure(), effective), List.of()));
    }

    /** The customer may not rent from that provider at all from then on. */
    Contract forbidden(String provider, Instant effective) {
        var body = new Prohibition(MICROSOFT, acquiring("provider", new Match.AnyOf(List.of(provider))), null);
        return amended(
                effective, effective, new Change.Adds(clause("no-" + provider, body, effective, new End.Never())));
    }

    /** Microsoft gives its right up for so many GPUs in all; null for any number. */
    Contract waived(@Nullable Long upTo, Instant effective) {
        var stated = upTo == null ? null : new Limit("gpus", Stated.of(upTo));
        var body = new Permission(
                acquiring("provider", new Match.NoneOf(List.of("azure"))), stated, new Window.Days(3), null);
        var adds = new Change.Adds(new Clause(
                "waiver",
                new Words("made up", Words.Kind.PARAPHRASE),
                new End.Never(),
                List.of("first-refusal"),
                List.of(Reading.plain(body)),
                Provenance.of(SOURCE, effective),
                Disclosure.PUBLIC));
        later.add(new Instrument(
                "waived", Instrument.Type.WAIVER, effective, effective, SOURCE, MICROSOFT, List.of(adds)));
        return this;
    }

    /** Microsoft takes the waiver back, with three days' notice. */
    Contract revoked(Instant received) {
        later.add(new Instrument(
                "revoked",
                Instrument.Type.NOTICE,
                received,
                received,
                SOURCE,
                MICROSOFT,
                List.of(new Change.Revokes("waiver"))));
        return this;
    }

    /** Another party holds first refusal as well, on new capacity of one provider. */
    Contract alsoHeldBy(String holder, String provider, Instant effective) {
        return alsoHeldBy(holder, provider, effective, Preemption.PLAIN);
    }

    Contract alsoHeldBy(String holder, String provider, Instant effective, Preemption second) {
        var window = new FirstRefusal.Answering(Stated.of(new Window.Days(3)), null, null);
        var body = new FirstRefusal(
                new Party(holder),
                acquiring("provider", new Match.AnyOf(List.of(provider))),
                window,
                onLapse,
                partial,
                belowGang,
                second);
        var adds = new Change.Adds(clause(holder + "-right", body, effective, new End.Never()));
        others.add(agreement(
                holder + "-openai",
                new Party(holder),
                "google",
                List.of(instrument("signed", effective, effective, adds))));
        return this;
    }

    /** Of a portfolio that says no more of the words in which the desk asks. */
    Contract asking(DeskWords words) {
        desk = words;
        return this;
    }

    public Rulings rulings() {
        var instruments = new ArrayList<Instrument>();
        instruments.add(instrument(
                "signed",
                SIGNED,
                SIGNED,
                new Change.Adds(clause("first-refusal", rightOutsideAzure(), SIGNED, until))));
        instruments.addAll(later);
        var agreements = new ArrayList<Agreement>();
        agreements.add(agreement("microsoft-openai", MICROSOFT, "azure", instruments));
        agreements.addAll(others);
        var calendar = new BusinessCalendar.Place("us-federal", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), holidays);
        return Rulings.of(new Portfolio(
                "test",
                "digest",
                ZONE,
                vocabulary().with(desk),
                Map.of("acquire", Silence.PERMITTED),
                agreements,
                Map.of("us-federal", calendar),
                List.of(),
                List.of()));
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    public static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
    }

    private Contract amended(Instant effective, Instant recorded, Change change) {
        later.add(instrument("amendment-" + later.size(), effective, recorded, change));
        return this;
    }

    private FirstRefusal rightOutsideAzure() {
        return right(acquiring("provider", new Match.NoneOf(List.copyOf(leftOut))));
    }

    private FirstRefusal right(String provider) {
        return right(acquiring("provider", new Match.AnyOf(List.of(provider))));
    }

    private FirstRefusal right(Scope scope) {
        return new FirstRefusal(
                MICROSOFT,
                scope,
                new FirstRefusal.Answering(
                        window, List.of(), FirstRefusal.TalksOpen.BY_PROPOSAL, null, DayTerms.Written.NOTHING, from),
                onLapse,
                partial,
                belowGang,
                preemption);
    }

    private static Scope acquiring(String facet, Match match) {
        return Scope.of("acquire", new Condition(Map.of("capacity", new Match.AnyOf(List.of("new")), facet, match)));
    }

    private Clause clause(FirstRefusal body, Instant recorded) {
        return clause("first-refusal", body, recorded, until);
    }

    private static Clause clause(String name, ClauseBody body, Instant recorded, End until) {
        return new Clause(
                name,
                new Words("made up", Words.Kind.PARAPHRASE),
                until,
                List.of(),
                List.of(Reading.plain(body)),
                Provenance.of(SOURCE, recorded),
                Disclosure.PUBLIC);
    }

    private static Instrument instrument(String name, Instant effective, Instant recorded, Change... changes) {
        return new Instrument(name, Instrument.Type.AMENDMENT, effective, recorded, SOURCE, null, List.of(changes));
    }

    private static Agreement agreement(String name, Party holder, String supply, List<Instrument> instruments) {
        return new Agreement(
                name,
                "made up for a test",
                new ContractClock(ZONE, "us-federal", LocalTime.of(17, 0)),
                Map.of(
                        new Party("openai"),
                        List.of(new Agreement.Role("customer", null)),
                        holder,
                        List.of(new Agreement.Role("provider", supply))),
                Map.of("acquire", Silence.PERMITTED),
                instruments);
    }

    private static Holiday holiday(String date, String recorded) {
        return new Holiday(LocalDate.parse(date), day(recorded), "made up for a test");
    }

    private static Vocabulary vocabulary() {
        var acquire = new Vocabulary.Act(
                "acquire",
                "rent or build capacity",
                List.of("actor", "provider", "via", "workload", "capacity", "gpus", "refusal"));
        var refusals = List.of("none", "open", "declined", "lapsed", "waived", "accepted");
        return Vocabulary.of(
                List.of(acquire),
                List.of(
                        choice("actor", List.of("openai", "microsoft")),
                        choice("provider", List.of("azure", "oracle", "coreweave", "aws", "google", "own")),
                        choice("via", List.of("direct", "azure-platform")),
                        choice("workload", List.of("pre-training", "research", "inference")),
                        choice("capacity", List.of("new", "renewal", "existing")),
                        new Facet.Count("gpus", "GPUs"),
                        new Facet.Choice("refusal", refusals, Map.of(), "none", Facet.SuppliedBy.DESK)),
                List.of());
    }

    private static Facet choice(String name, List<String> values) {
        return new Facet.Choice(name, values, Map.of(), null, Facet.SuppliedBy.CALLER);
    }
}
