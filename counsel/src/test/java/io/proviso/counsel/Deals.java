package io.proviso.counsel;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Change;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Pin;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a portfolio from top to bottom: an agreement, its papers, their clauses; everything permits where it is silent. */
public final class Deals {
    public static final Source SOURCE = new Source("made up", null, Confidence.PRIMARY);

    private final List<Agreement> agreements = new ArrayList<>();
    private final Map<String, Silence> silence = new LinkedHashMap<>(permitting("acquire", "host"));
    private final List<Pin> pins = new ArrayList<>();
    private final List<Attestation> record = new ArrayList<>();
    private Vocabulary vocabulary = vocabulary();
    private final List<Draw> draws = new ArrayList<>();
    private static final int FIRST_LISTED = 2000;

    private final List<Holiday> holidays = new ArrayList<>();
    private int listedBefore = 2200;
    private ContractClock clock = new ContractClock(ZoneOffset.UTC, "city", LocalTime.of(17, 0));
    private String name = "";
    private final Map<Party, List<Agreement.Role>> parties = new LinkedHashMap<>();
    private final Map<String, Silence> own = new LinkedHashMap<>();
    private final List<Instrument> papers = new ArrayList<>();

    private static Map<String, Silence> permitting(String... acts) {
        var silence = new LinkedHashMap<String, Silence>();
        for (var act : acts) {
            silence.put(act, Silence.PERMITTED);
        }
        return silence;
    }

    public static Vocabulary vocabulary() {
        return Vocabulary.of(
                        List.of(
                                new Vocabulary.Act(
                                        "acquire",
                                        "rent capacity",
                                        List.of("actor", "provider", "workload", "gpus", "refusal")),
                                new Vocabulary.Act("host", "run", List.of("provider", "product", "agi"))),
                        List.of(
                                choice("actor", "lab", Facet.SuppliedBy.CALLER, "lab", "venture"),
                                choice("provider", null, Facet.SuppliedBy.CALLER, "north", "south", "east"),
                                choice("workload", null, Facet.SuppliedBy.CALLER, "training", "inference"),
                                choice("product", null, Facet.SuppliedBy.CALLER, "api", "other"),
                                new Facet.Count("gpus", "GPUs"),
                                choice(
                                        "refusal",
                                        "none",
                                        Facet.SuppliedBy.DESK,
                                        "none",
                                        "open",
                                        "declined",
                                        "lapsed",
                                        "waived",
                                        "accepted"),
                                choice("agi", "none", Facet.SuppliedBy.RECORD, "none", "verified")),
                        List.of())
                .with(new DeskWords(Map.of(DeskWords.Of.BUYER, "actor", DeskWords.Of.WORKLOAD, "workload")));
    }

    public static Facet.Choice choice(
            String name, @Nullable String byDefault, Facet.SuppliedBy supplier, String... values) {
        return new Facet.Choice(name, List.of(values), Map.of(), byDefault, supplier);
    }

    /** Parties as `lab` or, if they provide something, `northern:north`; all agreements rule on acquire and host. */
    public Deals agreement(String agreement, String... who) {
        close();
        name = agreement;
        own.putAll(permitting("acquire", "host"));
        for (var party : who) {
            var words = party.split(":", 2);
            parties.put(
                    new Party(words[0]),
                    List.of(
                            words.length == 1
                                    ? new Agreement.Role("customer", null)
                                    : new Agreement.Role("provider", words[1])));
        }
        return this;
    }

    private void close() {
        if (!name.isEmpty()) {
            agreements.add(new Agreement(name, "made up", clock, parties, own, papers));
            parties.clear();
            own.clear();
            papers.clear();
        }
    }

    /** The clock of all agreements, unless it is the usual one. */
    public Deals clock(ContractClock other) {
        clock = other;
        return this;
    }

    /** Days on which the city rests beside its weekends. */
    public Deals closed(String... days) {
        for (var day : days) {
            holidays.add(new Holiday(LocalDate.parse(day), Instant.EPOCH, "made up"));
        }
        return this;
    }

    public Deals silent(String act, Silence rule) {
        own.put(act, rule);
        return this;
    }

    public Deals noSilenceOn(String act) {
        own.remove(act);
        return this;
    }

    public Deals portfolioWithoutSilenceOn(String act) {
        silence.remove(act);
        return this;
    }

    public Deals paper(String paper, String effective, Change... changes) {
        return paper(paper, effective, effective, changes);
    }

    public Deals paper(String paper, String effective, String recorded, Change... changes) {
        papers.add(new Instrument(
                paper, Instrument.Type.AMENDMENT, day(effective), day(recorded), SOURCE, null, List.of(changes)));
        return this;
    }

    public Deals consent(String paper, String effective, String by, Change... changes) {
        papers.add(new Instrument(
                paper,
                Instrument.Type.CONSENT,
                day(effective),
                day(effective),
                SOURCE,
                new Party(by),
                List.of(changes)));
        return this;
    }

    public Deals revocation(String paper, String effective, String by, String... consents) {
        papers.add(new Instrument(
                paper,
                Instrument.Type.NOTICE,
                day(effective),
                day(effective),
                SOURCE,
                new Party(by),
                Stream.of(consents).<Change>map(Change.Revokes::new).toList()));
        return this;
    }

    public Deals drawn(String agreement, String clause, long gpus, String at) {
        return drawn(agreement, clause, gpus, at, at);
    }

    public Deals drawn(String agreement, String clause, long gpus, String at, String recorded) {
        draws.add(new Draw(
                new ClauseName(agreement, clause), new Quantity("gpus", gpus), day(at), day(recorded), SOURCE));
        return this;
    }

    public Deals interpretation(String paper, String effective, Change... changes) {
        papers.add(new Instrument(
                paper, Instrument.Type.INTERPRETIVE, day(effective), day(effective), SOURCE, null, List.of(changes)));
        return this;
    }

    public Deals mou(String paper, String effective, Change... changes) {
        papers.add(new Instrument(
                paper, Instrument.Type.MOU, day(effective), day(effective), SOURCE, null, List.of(changes)));
        return this;
    }

    public Deals pin(String agreement, String clause, String made, String... readings) {
        pins.add(
                new Pin(new ClauseName(agreement, clause), List.of(readings), "counsel", "it reads better", day(made)));
        return this;
    }

    public Deals attested(String fact, String value, String at) {
        return attested(fact, value, at, at, Condition.ALWAYS);
    }

    public Deals attested(String fact, String value, String at, String recorded, Condition scope) {
        record.add(new Attestation(fact, value, scope, day(at), day(recorded), SOURCE));
        return this;
    }

    public Deals vocabulary(Vocabulary other) {
        vocabulary = other;
        return this;
    }

    /** As of that day, as known when the last thing came on record. */
    public Standpoint at(String asOf) {
        var compiled = compile();
        return new Standpoint(compiled, day(asOf), compiled.portfolio().latestRecorded());
    }

    public Standpoint at(String asOf, String knownAt) {
        return new Standpoint(compile(), day(asOf), day(knownAt));
    }

    /** The list of the calendar ends with the year before. */
    public Deals listedBefore(int year) {
        listedBefore = year;
        return this;
    }

    /** A closure that closes nothing, and shows that the list is kept up to its year. */
    private static Holiday firstSaturday(int year) {
        var day = LocalDate.of(year, 1, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.SATURDAY));
        return new Holiday(day, Instant.EPOCH, "made up");
    }

    public Portfolio portfolio() {
        close();
        name = "";
        var kept = Stream.concat(
                        IntStream.range(FIRST_LISTED, listedBefore)
                                .mapToObj(Deals::firstSaturday)
                                .filter(first -> holidays.stream()
                                        .noneMatch(closed -> closed.date().equals(first.date()))),
                        holidays.stream())
                .toList();
        var calendar = new BusinessCalendar.Place("city", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), kept);
        return new Portfolio(
                "test",
                "digest",
                ZoneOffset.UTC,
                vocabulary,
                silence,
                agreements,
                Map.of("city", calendar),
                pins,
                record,
                draws);
    }

    public CompiledPortfolio compile() {
        return new CompiledPortfolio(portfolio());
    }

    public static Change adds(String clause, ClauseBody body, String... overrides) {
        return new Change.Adds(clause(clause, new End.Never(), List.of(Reading.plain(body)), overrides));
    }

    public static Change addsUntil(String clause, End until, ClauseBody body) {
        return new Change.Adds(clause(clause, until, List.of(Reading.plain(body))));
    }

    public static Change addsUnclear(String clause, ClauseBody narrow, @Nullable ClauseBody wide) {
        return new Change.Adds(clause(
                clause,
                new End.Never(),
                List.of(new Reading("narrow", null, narrow, null), new Reading("wide", null, wide, null))));
    }

    private static Clause clause(String name, End until, List<Reading> readings, String... overrides) {
        return new Clause(
                name,
                new Words("words of " + name, Words.Kind.PARAPHRASE),
                until,
                List.of(overrides),
                readings,
                Provenance.of(SOURCE, Instant.EPOCH),
                Disclosure.PUBLIC);
    }

    public static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public static Condition is(String facet, String... values) {
        return Condition.ALWAYS.and(facet, new Match.AnyOf(List.of(values)));
    }

    public static Condition not(String facet, String... values) {
        return Condition.ALWAYS.and(facet, new Match.NoneOf(List.of(values)));
    }

    public static Match anyOf(String... values) {
        return new Match.AnyOf(List.of(values));
    }

    public static ClauseBody permits(String act, Condition condition) {
        return new Permission(Scope.of(act, condition));
    }

    public static ClauseBody forbids(String forWhom, String act, Condition condition) {
        return new Prohibition(new Party(forWhom), Scope.of(act, condition), null);
    }

    public static ClauseBody exclusive(String forWhom, String act, Condition outside) {
        return new Exclusivity(new Party(forWhom), Scope.of(act, outside));
    }

    public static ClauseBody firstRefusal(String holder, Condition condition, String window) {
        return new FirstRefusal(
                new Party(holder),
                Scope.of("acquire", condition),
                new FirstRefusal.Answering(Stated.of(Window.parse(window)), null, null),
                FirstRefusal.OnLapse.DECLINE,
                FirstRefusal.Partial.ANY,
                FirstRefusal.BelowGang.BINDS);
    }

    public static ClauseBody commitment(String by, String to) {
        return new Commitment(
                new Party(by),
                new Party(to),
                Stated.undisclosed(),
                Commitment.Headline.COMMITTED,
                false,
                Stated.undisclosed());
    }

    /** The same from `southern`, of what is acquired of `south` and used to host there. */
    public static ClauseBody purchase(String by, String to) {
        var promise = (Commitment) commitment(by, to);
        var of = is("provider", to.replaceAll("ern$", ""));
        var bought = List.of("lab", "venture").contains(by) ? of.and("actor", anyOf(by)) : of;
        return new Commitment(
                promise.by(),
                promise.to(),
                promise.amount(),
                promise.headline(),
                promise.incremental(),
                promise.schedule(),
                Scope.of("acquire", bought),
                Scope.of("host", of));
    }

    public static ClauseBody share(String payer, String payee, String rate) {
        return new RevenueShare(
                new Party(payer),
                new Party(payee),
                Stated.of(new BigDecimal(rate)),
                RevenueShare.Base.NET,
                Stated.undisclosed());
    }
}
