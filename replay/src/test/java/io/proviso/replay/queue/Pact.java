package io.proviso.replay.queue;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Clause;
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
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Holiday;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small portfolio: from 10 January 2025 Microsoft has first refusal on new capacity outside Azure, all else is permitted. */
public final class Pact {
    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant SIGNED = at("2025-01-10T00:00:00");
    private static final Source SOURCE = new Source("made up for a test", null, Confidence.ASSUMED);

    private Pact() {}

    public static Portfolio withWindow(Window window) {
        return portfolio(right(window), new End.Never());
    }

    public static Portfolio withRight(Window window, Preemption preemption) {
        return portfolio(right(window).with(preemption), new End.Never());
    }

    public static Portfolio endingOn(Instant end, Window window) {
        return portfolio(right(window), new End.At(end));
    }

    /** The same, and Oracle is asked after Microsoft before CoreWeave may supply. */
    public static Portfolio withTwoHolders(Window window) {
        var portfolio = withWindow(window);
        var first = portfolio.agreements().getFirst();
        var plain = right(window);
        var second = new FirstRefusal(
                new Party("oracle"),
                outside("azure", "oracle"),
                plain.answering(),
                plain.onLapse(),
                plain.partial(),
                plain.belowGang(),
                Preemption.PLAIN.with(new Preemption.Conduct(
                        Preemption.Counter.DECLINES, Set.of(), null, List.of(), Preemption.OnFailure.THIS_NEED, 2)));
        return portfolio.supposing(List.of(
                first,
                new Agreement(
                        "oracle-openai",
                        first.basis(),
                        first.clock(),
                        parties("oracle", "oracle"),
                        first.silence(),
                        List.of(signed(second, new End.Never())))));
    }

    /** The same, but Microsoft waives its right for so many GPUs in all. */
    public static Portfolio waived(long gpus, Window window) {
        var portfolio = withWindow(window);
        var agreement = portfolio.agreements().getFirst();
        var scope = Scope.of("acquire", new Condition(Map.of("provider", new Match.NoneOf(List.of("azure")))));
        var waiver = new Clause(
                "waiver",
                new Words("made up", Words.Kind.PARAPHRASE),
                new End.Never(),
                List.of("first-refusal"),
                List.of(Reading.plain(new Permission(scope, new Limit("gpus", Stated.of(gpus)), null, null))),
                Provenance.of(SOURCE, SIGNED),
                Disclosure.PUBLIC);
        var given = new Instrument(
                "waived",
                Instrument.Type.WAIVER,
                SIGNED,
                SIGNED,
                SOURCE,
                new Party("microsoft"),
                List.of(new Change.Adds(waiver)));
        return portfolio.supposing(List.of(new Agreement(
                agreement.name(),
                agreement.basis(),
                agreement.clock(),
                agreement.parties(),
                agreement.silence(),
                List.of(agreement.instruments().getFirst(), given))));
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static Portfolio portfolio(FirstRefusal right, End until) {
        var calendar = new BusinessCalendar.Place(
                "us-federal",
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of(new Holiday(LocalDate.parse("2025-01-20"), Instant.EPOCH, "made up for a test")));
        return new Portfolio(
                "test",
                "digest",
                ZONE,
                vocabulary(),
                Map.of("acquire", Silence.PERMITTED),
                List.of(agreement(right, until)),
                Map.of("us-federal", calendar),
                List.of(),
                List.of());
    }

    private static FirstRefusal right(Window window) {
        return new FirstRefusal(
                new Party("microsoft"),
                outside("azure"),
                new FirstRefusal.Answering(Stated.of(window), null, null),
                FirstRefusal.OnLapse.DECLINE,
                FirstRefusal.Partial.ANY,
                FirstRefusal.BelowGang.BINDS);
    }

    private static Scope outside(String... providers) {
        return Scope.of(
                "acquire",
                new Condition(Map.of(
                        "capacity",
                        new Match.AnyOf(List.of("new")),
                        "provider",
                        new Match.NoneOf(List.of(providers)))));
    }

    private static Map<Party, List<Agreement.Role>> parties(String holder, String supply) {
        return Map.of(
                new Party("openai"),
                List.of(new Agreement.Role("customer", null)),
                new Party(holder),
                List.of(new Agreement.Role("provider", supply)));
    }

    private static Instrument signed(FirstRefusal right, End until) {
        var clause = new Clause(
                "first-refusal",
                new Words("made up", Words.Kind.PARAPHRASE),
                until,
                List.of(),
                List.of(Reading.plain(right)),
                Provenance.of(SOURCE, SIGNED),
                Disclosure.PUBLIC);
        return new Instrument(
                "signed", Instrument.Type.DEFINITIVE, SIGNED, SIGNED, SOURCE, null, List.of(new Change.Adds(clause)));
    }

    private static Agreement agreement(FirstRefusal right, End until) {
        return new Agreement(
                "microsoft-openai",
                "made up for a test",
                new ContractClock(ZONE, "us-federal", LocalTime.of(17, 0)),
                parties("microsoft", "azure"),
                Map.of("acquire", Silence.PERMITTED),
                List.of(signed(right, until)));
    }

    private static Vocabulary vocabulary() {
        var acquire = new Vocabulary.Act(
                "acquire",
                "rent or build capacity",
                List.of("actor", "provider", "workload", "capacity", "gpus", "refusal"));
        var refusals = List.of("none", "open", "declined", "lapsed", "waived", "accepted");
        return Vocabulary.of(
                        List.of(acquire),
                        List.of(
                                choice("actor", List.of("openai", "microsoft")),
                                choice("provider", List.of("azure", "oracle", "coreweave")),
                                choice("workload", List.of("training", "inference")),
                                choice("capacity", List.of("new", "renewal", "existing")),
                                new Facet.Count("gpus", "GPUs"),
                                new Facet.Choice("refusal", refusals, Map.of(), "none", Facet.SuppliedBy.DESK)),
                        List.of())
                .with(new DeskWords(Map.of(
                        DeskWords.Of.ACT, "acquire",
                        DeskWords.Of.SUPPLIER, "provider",
                        DeskWords.Of.QUANTITY, "gpus",
                        DeskWords.Of.WORKLOAD, "workload",
                        DeskWords.Of.CAPACITY, "capacity",
                        DeskWords.Of.BUYER, "actor")));
    }

    private static Facet choice(String name, List<String> values) {
        return new Facet.Choice(name, values, Map.of(), null, Facet.SuppliedBy.CALLER);
    }
}
