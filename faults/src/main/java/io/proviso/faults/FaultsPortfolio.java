package io.proviso.faults;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
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
import io.proviso.agreement.clause.Provenance;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.Window;
import io.proviso.desk.Offer;
import io.proviso.units.Party;
import io.proviso.units.Provider;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two made-up holders of first refusal, each before two alternates, and a closure that becomes known late. The rights of every
 * fourth portfolio are plain, and one of them ends in mid-round; those of the others are drawn ({@link FaultsTerms}).
 */
final class FaultsPortfolio {
    /** What is counted. */
    static final String QUANTITY = "gpus";

    private static final String ACT = "acquire";
    static final String SUPPLIER = "provider";
    private static final String REFUSAL = "refusal";
    static final Instant START = Instant.parse("2025-01-13T17:00:00Z");
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final LocalTime CUTOFF = LocalTime.of(17, 0);
    static final Party CUSTOMER = new Party("customer");

    private static final String CLAUSE = "first-refusal";
    private static final String WAIVER = "waiver";
    private static final Instant SIGNED = Instant.parse("2025-01-01T08:00:00Z");
    private static final Source SOURCE = new Source("made up for the fault simulation", null, Confidence.ASSUMED);
    private static final BusinessCalendar CALENDAR = new BusinessCalendar.Place(
            "bank",
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of(
                    new Holiday(LocalDate.of(2025, 1, 20), SIGNED, "known from the beginning"),
                    new Holiday(LocalDate.of(2025, 1, 16), START.plusSeconds(86_400), "known a day into the rounds"),
                    new Holiday(LocalDate.of(2026, 1, 1), SIGNED, "known from the beginning")));
    private static final DeadlineRule COUNTED = new DeadlineRule(CALENDAR, ZONE, CUTOFF);
    private static final DeadlineRule COUNTED_AT_FIRST = new DeadlineRule(CALENDAR.asKnown(START), ZONE, CUTOFF);

    private final boolean isPlain;
    private final List<Holder> holders;
    private final Portfolio undrawn;
    private final ConcurrentMap<Map<ClauseName, Long>, Rulings> rulings = new ConcurrentHashMap<>();

    /**
     * Who has to be asked before whom.
     *
     * @param before the providers its right stands before
     * @param ends null if the right never does
     * @param waiver null if the holder gave none
     */
    record Holder(
            String supply,
            List<String> before,
            Window window,
            @Nullable Instant ends,
            FirstRefusal terms,
            @Nullable Waiver waiver) {
        Party party() {
            return terms.holder();
        }

        Preemption preemption() {
            return terms.preemption();
        }

        ClauseName right() {
            return new ClauseName(agreementName(), CLAUSE);
        }

        private String agreementName() {
            return terms.holder() + "-customer";
        }

        boolean isOver(Instant at) {
            return ends != null && !at.isBefore(ends);
        }

        boolean isBefore(Provider provider) {
            return before.contains(provider.name());
        }
    }

    /** A right given up from then on, for so many GPUs in all. */
    record Waiver(Instant since, long gpus) {
        boolean covers(Instant at) {
            return !at.isBefore(since);
        }
    }

    FaultsPortfolio(boolean isPlain, Holder... holders) {
        this.isPlain = isPlain;
        this.holders = List.of(holders);
        this.undrawn = new Portfolio(
                "fault simulation",
                "fault-simulation",
                ZONE,
                vocabulary(),
                Map.of(ACT, Silence.PERMITTED),
                this.holders.stream().map(FaultsPortfolio::agreement).toList(),
                Map.of("bank", CALENDAR),
                List.of(),
                List.of());
    }

    static FaultsPortfolio plain() {
        return new FaultsPortfolio(
                true,
                north(Preemption.PLAIN, Instant.parse("2025-01-21T08:00:00Z"), null),
                south(Preemption.PLAIN, List.of(), null, null));
    }

    /** In every other one the second holder stands before an alternate of the first as well. */
    static FaultsPortfolio drawn(long seed) {
        var draws = new SplittableRandom(seed);
        boolean ranked = draws.nextBoolean();
        return new FaultsPortfolio(
                false,
                FaultsTerms.drawn(
                        draws, north(FaultsTerms.draw(draws, 1), FaultsTerms.end(draws), FaultsTerms.waiver(draws))),
                FaultsTerms.drawn(
                        draws,
                        south(
                                FaultsTerms.draw(draws, ranked ? 2 : 1),
                                ranked ? List.of("alder") : List.of(),
                                FaultsTerms.end(draws),
                                FaultsTerms.waiver(draws))));
    }

    private static Holder north(Preemption preemption, @Nullable Instant ends, @Nullable Waiver waiver) {
        return holder("north", List.of("alder", "birch"), new Window.BusinessDays(5), ends, preemption, waiver);
    }

    private static Holder south(
            Preemption preemption, List<String> too, @Nullable Instant ends, @Nullable Waiver waiver) {
        var before = Stream.concat(Stream.of("cedar", "dogwood"), too.stream()).toList();
        return holder("south", before, new Window.Hours(72), ends, preemption, waiver);
    }

    private static Holder holder(
            String name,
            List<String> before,
            Window window,
            @Nullable Instant ends,
            Preemption preemption,
            @Nullable Waiver waiver) {
        var right = new FirstRefusal(
                new Party(name),
                Scope.of(ACT, new Condition(Map.of(SUPPLIER, new Match.AnyOf(before)))),
                new FirstRefusal.Answering(Stated.of(window), null, null),
                FirstRefusal.OnLapse.DECLINE,
                FirstRefusal.Partial.ANY,
                FirstRefusal.BelowGang.DECLINES_ALL,
                preemption);
        return new Holder(name + "-cloud", before, window, ends, right, waiver);
    }

    /** Whether no right goes beyond one offer, one answer and a deadline. */
    boolean isPlain() {
        return isPlain;
    }

    List<Holder> holders() {
        return holders;
    }

    Holder holder(Offer offer) {
        return holder(offer.right().name());
    }

    Holder holder(ClauseName right) {
        for (var holder : holders) {
            if (holder.right().equals(right)) {
                return holder;
            }
        }
        throw new IllegalArgumentException("there is no right " + right);
    }

    /** The last instant for an answer within a window from then, with every closure there is. */
    static Instant deadline(Instant from, Window window, List<DeadlineRule.Standstill> standstills) {
        return COUNTED.deadline(from, window, standstills).utc();
    }

    static Instant deadlineAsKnownAtFirst(Instant from, Window window, List<DeadlineRule.Standstill> standstills) {
        return COUNTED_AT_FIRST.deadline(from, window, standstills).utc();
    }

    /**
     * The rulings once so much was drawn on each waiver. The record of draws is one for all nodes, whatever their clocks: a draw
     * is dated by the waiver itself.
     */
    Rulings rulings(Map<ClauseName, Long> drawn) {
        return rulings.computeIfAbsent(Map.copyOf(drawn), this::compiled);
    }

    private Rulings compiled(Map<ClauseName, Long> drawn) {
        var draws = new ArrayList<Draw>();
        for (var holder : holders) {
            var gpus = drawn.get(holder.right());
            if (gpus != null && holder.waiver() != null) {
                var since = holder.waiver().since();
                draws.add(new Draw(
                        new ClauseName(holder.agreementName(), WAIVER),
                        new Quantity(QUANTITY, gpus),
                        since,
                        since,
                        SOURCE));
            }
        }
        return Rulings.of(draws.isEmpty() ? undrawn : undrawn.drawing(draws));
    }

    private static Agreement agreement(Holder holder) {
        var until = holder.ends() == null ? new End.Never() : new End.At(holder.ends());
        var clause = clause(CLAUSE, until, List.of(), holder.terms(), SIGNED);
        var instruments = new ArrayList<Instrument>();
        instruments.add(new Instrument(
                "signed", Instrument.Type.DEFINITIVE, SIGNED, SIGNED, SOURCE, null, List.of(new Change.Adds(clause))));
        var waiver = holder.waiver();
        if (waiver != null) {
            var permits =
                    new Permission(holder.terms().scope(), new Limit(QUANTITY, Stated.of(waiver.gpus())), null, null);
            var given = clause(WAIVER, new End.Never(), List.of(CLAUSE), permits, waiver.since());
            instruments.add(new Instrument(
                    "waiver-of-part",
                    Instrument.Type.WAIVER,
                    waiver.since(),
                    waiver.since(),
                    SOURCE,
                    holder.party(),
                    List.of(new Change.Adds(given))));
        }
        return new Agreement(
                holder.agreementName(),
                "made up for the fault simulation",
                new ContractClock(ZONE, "bank", CUTOFF),
                Map.of(
                        CUSTOMER,
                        List.of(new Agreement.Role("customer", null)),
                        holder.party(),
                        List.of(new Agreement.Role("provider", holder.supply()))),
                Map.of(ACT, Silence.PERMITTED),
                instruments);
    }

    private static Clause clause(String name, End until, List<String> overrides, ClauseBody body, Instant recorded) {
        return new Clause(
                name,
                new Words("made up", Words.Kind.PARAPHRASE),
                until,
                overrides,
                List.of(Reading.plain(body)),
                Provenance.of(SOURCE, recorded),
                Disclosure.PUBLIC);
    }

    private static Vocabulary vocabulary() {
        var acquire = new Vocabulary.Act(ACT, "rent capacity", List.of(SUPPLIER, QUANTITY, REFUSAL));
        var providers = List.of("north-cloud", "south-cloud", "alder", "birch", "cedar", "dogwood");
        return Vocabulary.of(
                        List.of(acquire),
                        List.of(
                                new Facet.Choice(SUPPLIER, providers, Map.of(), null, Facet.SuppliedBy.CALLER),
                                new Facet.Count(QUANTITY, "GPUs"),
                                Refusal.fact(REFUSAL)),
                        List.of())
                .with(new DeskWords(Map.of(
                        DeskWords.Of.ACT, ACT, DeskWords.Of.SUPPLIER, SUPPLIER, DeskWords.Of.QUANTITY, QUANTITY)));
    }
}
