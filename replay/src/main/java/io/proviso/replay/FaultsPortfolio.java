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
import io.proviso.units.Party;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two made-up holders of first refusal, each before two alternates: one right ends in mid-round, and a closure becomes known late. */
final class FaultsPortfolio {
    static final Instant START = Instant.parse("2025-01-13T17:00:00Z");
    static final List<Holder> HOLDERS = List.of(
            new Holder(
                    new Party("north"),
                    "north-cloud",
                    List.of("alder", "birch"),
                    new Window.BusinessDays(5),
                    Instant.parse("2025-01-21T08:00:00Z")),
            new Holder(new Party("south"), "south-cloud", List.of("cedar", "dogwood"), new Window.Hours(72), null));

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final LocalTime CUTOFF = LocalTime.of(17, 0);
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
     * @param ends null if the right never does
     */
    record Holder(
            Party party,
            String supply,
            List<String> before,
            Window window,
            @Nullable Instant ends) {
        /** The last instant for an answer to a notice received then, with every closure there is. */
        Instant deadline(Instant received) {
            return new DeadlineRule(CALENDAR, ZONE, CUTOFF)
                    .deadline(received, window)
                    .utc();
        }
    }

    private FaultsPortfolio() {}

    static Rulings rulings() {
        return Rulings.of(new Portfolio(
                "fault simulation",
                "fault-simulation",
                ZONE,
                vocabulary(),
                Map.of("acquire", Silence.PERMITTED),
                HOLDERS.stream().map(FaultsPortfolio::agreement).toList(),
                Map.of("bank", CALENDAR),
                List.of(),
                List.of()));
    }

    private static Agreement agreement(Holder holder) {
        var scope = Scope.of("acquire", new Condition(Map.of("provider", new Match.AnyOf(holder.before()))));
        var right = new FirstRefusal(
                holder.party(),
                scope,
                new FirstRefusal.Answering(Stated.of(holder.window()), null, null),
                FirstRefusal.OnLapse.DECLINE,
                FirstRefusal.Partial.ANY,
                FirstRefusal.BelowGang.DECLINES_ALL);
        var clause = new Clause(
                "first-refusal",
                new Words("made up", Words.Kind.PARAPHRASE),
                holder.ends() == null ? new End.Never() : new End.At(holder.ends()),
                List.of(),
                List.of(Reading.plain(right)),
                Provenance.of(SOURCE, SIGNED),
                Disclosure.PUBLIC);
        var signed = new Instrument(
                "signed", Instrument.Type.DEFINITIVE, SIGNED, SIGNED, SOURCE, null, List.of(new Change.Adds(clause)));
        return new Agreement(
                holder.party() + "-customer",
                "made up for the fault simulation",
                new Agreement.Clock(ZONE, "bank", CUTOFF),
                Map.of(
                        new Party("customer"),
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
