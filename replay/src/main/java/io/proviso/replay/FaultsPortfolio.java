package io.proviso.replay;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Clause;
import io.proviso.agreement.Condition;
import io.proviso.agreement.Confidence;
import io.proviso.agreement.Disclosure;
import io.proviso.agreement.End;
import io.proviso.agreement.Facet;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Match;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Preemption;
import io.proviso.agreement.Provenance;
import io.proviso.agreement.Reading;
import io.proviso.agreement.Rulings;
import io.proviso.agreement.Scope;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Source;
import io.proviso.agreement.Stated;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.Words;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.Window;
import io.proviso.desk.ClauseName;
import io.proviso.desk.Offer;
import io.proviso.units.Party;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two made-up holders of first refusal, each before two alternates: one right ends in mid-round, and a closure becomes known
 * late. Beyond that the rights of every fourth portfolio are plain, and those of the others drawn ({@link FaultsTerms}).
 */
record FaultsPortfolio(int number, List<Holder> holders, Rulings rulings) {
    static final Instant START = Instant.parse("2025-01-13T17:00:00Z");
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final LocalTime CUTOFF = LocalTime.of(17, 0);
    static final Party CUSTOMER = new Party("customer");
    private static final int DIFFERENT = 64;
    private static final int PLAIN_EVERY = 4;

    private static final String CLAUSE = "first-refusal";
    private static final Instant SIGNED = Instant.parse("2025-01-01T08:00:00Z");
    private static final Source SOURCE = new Source("made up for the fault simulation", null, Confidence.ASSUMED);
    private static final BusinessCalendar CALENDAR = new BusinessCalendar.Place(
            "bank",
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of(
                    new Holiday(LocalDate.of(2025, 1, 20), SIGNED, "known from the beginning"),
                    new Holiday(LocalDate.of(2025, 1, 16), START.plusSeconds(86_400), "known a day into the rounds"),
                    new Holiday(LocalDate.of(2026, 1, 1), SIGNED, "known from the beginning")));

    /**
     * Who has to be asked before whom.
     *
     * @param before the providers its right stands before
     * @param ends null if the right never does
     */
    record Holder(
            Party party,
            String supply,
            List<String> before,
            Window window,
            @Nullable Instant ends,
            Preemption preemption) {
        /** The last instant for an answer to a notice received then, with every closure there is. */
        Instant deadline(Instant received) {
            return new DeadlineRule(CALENDAR, ZONE, CUTOFF)
                    .deadline(received, window)
                    .utc();
        }

        ClauseName right() {
            return new ClauseName(agreementName(), CLAUSE);
        }

        private String agreementName() {
            return party + "-customer";
        }

        boolean isOver(Instant at) {
            return ends != null && !at.isBefore(ends);
        }
    }

    static List<FaultsPortfolio> all() {
        var plain = plain();
        return IntStream.range(0, DIFFERENT)
                .mapToObj(number -> number % PLAIN_EVERY == 0 ? plain : drawn(number))
                .toList();
    }

    static FaultsPortfolio plain() {
        return portfolio(0, north(Preemption.PLAIN), south(Preemption.PLAIN, List.of()));
    }

    /** In every other one the second holder stands before an alternate of the first as well. */
    private static FaultsPortfolio drawn(int number) {
        var draws = new SplittableRandom(number);
        boolean ranked = number % 2 == 1;
        return portfolio(
                number,
                north(FaultsTerms.draw(draws, 1)),
                south(FaultsTerms.draw(draws, ranked ? 2 : 1), ranked ? List.of("alder") : List.of()));
    }

    private static Holder north(Preemption preemption) {
        return new Holder(
                new Party("north"),
                "north-cloud",
                List.of("alder", "birch"),
                new Window.BusinessDays(5),
                preemption.equals(Preemption.PLAIN) ? Instant.parse("2025-01-21T08:00:00Z") : null,
                preemption);
    }

    private static Holder south(Preemption preemption, List<String> too) {
        var before = Stream.concat(Stream.of("cedar", "dogwood"), too.stream()).toList();
        return new Holder(new Party("south"), "south-cloud", before, new Window.Hours(72), null, preemption);
    }

    private static FaultsPortfolio portfolio(int number, Holder... holders) {
        var all = List.of(holders);
        var portfolio = new Portfolio(
                "fault simulation",
                "fault-simulation-" + number,
                ZONE,
                vocabulary(),
                Map.of("acquire", Silence.PERMITTED),
                all.stream().map(FaultsPortfolio::agreement).toList(),
                Map.of("bank", CALENDAR),
                List.of(),
                List.of());
        return new FaultsPortfolio(number, all, Rulings.of(portfolio));
    }

    /** Whether no right goes beyond one offer, one answer and a deadline. */
    boolean isPlain() {
        return number == 0;
    }

    Holder holder(Offer offer) {
        return holders.stream()
                .filter(holder -> holder.right().equals(offer.right().name()))
                .findFirst()
                .orElseThrow();
    }

    private static Agreement agreement(Holder holder) {
        var scope = Scope.of("acquire", new Condition(Map.of("provider", new Match.AnyOf(holder.before()))));
        var right = new FirstRefusal(
                holder.party(),
                scope,
                new FirstRefusal.Answering(Stated.of(holder.window()), null, null),
                FirstRefusal.OnLapse.DECLINE,
                FirstRefusal.Partial.ANY,
                FirstRefusal.BelowGang.DECLINES_ALL,
                holder.preemption());
        var clause = new Clause(
                CLAUSE,
                new Words("made up", Words.Kind.PARAPHRASE),
                holder.ends() == null ? new End.Never() : new End.At(holder.ends()),
                List.of(),
                List.of(Reading.plain(right)),
                Provenance.of(SOURCE, SIGNED),
                Disclosure.PUBLIC);
        var signed = new Instrument(
                "signed", Instrument.Type.DEFINITIVE, SIGNED, SIGNED, SOURCE, null, List.of(new Change.Adds(clause)));
        return new Agreement(
                holder.agreementName(),
                "made up for the fault simulation",
                new Agreement.Clock(ZONE, "bank", CUTOFF),
                Map.of(
                        CUSTOMER,
                        List.of(new Agreement.Role(Agreement.Role.Kind.CUSTOMER, null)),
                        holder.party(),
                        List.of(new Agreement.Role(Agreement.Role.Kind.PROVIDER, holder.supply()))),
                Map.of("acquire", Silence.PERMITTED),
                List.of(signed));
    }

    private static Vocabulary vocabulary() {
        var acquire = new Vocabulary.Act("acquire", "rent capacity", List.of("provider", "gpus", "refusal"));
        var providers = List.of("north-cloud", "south-cloud", "alder", "birch", "cedar", "dogwood");
        var refusals = List.of("none", "open", "declined", "lapsed", "waived", "accepted");
        return Vocabulary.of(
                List.of(acquire),
                List.of(
                        new Facet.Choice("provider", providers, Map.of(), null, Facet.SuppliedBy.CALLER),
                        new Facet.Count("gpus", "GPUs"),
                        new Facet.Choice("refusal", refusals, Map.of(), "none", Facet.SuppliedBy.DESK)),
                List.of());
    }
}
