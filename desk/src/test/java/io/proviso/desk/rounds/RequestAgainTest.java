package io.proviso.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Candidate;
import io.proviso.desk.Circumstances;
import io.proviso.desk.Command;
import io.proviso.desk.Decision;
import io.proviso.desk.DeliveryTerms;
import io.proviso.desk.OtherRequests;
import io.proviso.desk.Particulars;
import io.proviso.desk.Terms;
import io.proviso.units.Accelerator;
import io.proviso.units.Provider;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that comes twice: a copy does nothing, and whatever differs is told by its name. */
class RequestAgainTest {
    private static final Command.Request FIRST = new Command.Request(
            "need-1",
            Round.terms(10_000, 1_000),
            Round.request(Round.terms(10_000, 1_000), "oracle", "coreweave").candidates(),
            new Particulars(
                    "stargate",
                    "fire in the hall",
                    new Circumstances.Bundle(List.of("power"), Round.usd("3.00")),
                    new DeliveryTerms(
                            Duration.ofDays(10),
                            new BigDecimal("0.5"),
                            new BigDecimal("0.01"),
                            new DeliveryTerms.Extension(Duration.ofDays(30), Round.usd("3.00"), Round.START))));

    /** Another value for every component of a request and of the records it is made of, by record and component. */
    private static final Map<String, List<? extends @Nullable Object>> OTHERS = Map.ofEntries(
            Map.entry("Request.id", List.of("need-2")),
            Map.entry("Request.candidates", List.of(List.of(candidate("oracle", "direct")))),
            Map.entry("Particulars.project", Arrays.asList("another", null)),
            Map.entry("Particulars.emergency", Arrays.asList("flood", null)),
            Map.entry("Particulars.bundle", Arrays.asList((Object) null)),
            Map.entry("Bundle.with", List.of(List.of("storage"), List.of("power", "storage"))),
            Map.entry("Bundle.allocated", Arrays.asList(Round.usd("2.00"), null)),
            Map.entry("DeliveryTerms.grace", Arrays.asList(Duration.ofDays(11), null)),
            Map.entry("DeliveryTerms.abatement", List.of(BigDecimal.ONE)),
            Map.entry("DeliveryTerms.most", List.of(BigDecimal.ONE)),
            Map.entry("DeliveryTerms.extension", Arrays.asList((Object) null)),
            Map.entry("Extension.by", List.of(Duration.ofDays(31))),
            Map.entry("Extension.price", List.of(Round.usd("2.00"))),
            Map.entry("Extension.exerciseBy", List.of(Round.START.plusNanos(1))),
            Map.entry("Purpose.actor", List.of("microsoft")),
            Map.entry("Purpose.workloads", List.of(List.of("inference"))),
            Map.entry("Purpose.capacity", List.of(Terms.Capacity.RENEWAL)),
            Map.entry("Hardware.accelerator", List.of(new Accelerator("H200"))),
            Map.entry("Hardware.equivalents", List.of(List.of())),
            Map.entry("Hardware.fabric", List.of("ethernet", "")),
            Map.entry("Hardware.regions", List.of(List.of(), List.of("eu"))),
            Map.entry("Size.gpus", List.of(10_001L, Long.MAX_VALUE)),
            Map.entry("Size.minimumGang", List.of(1L)),
            Map.entry("Schedule.start", List.of(Round.START.minusNanos(1))),
            Map.entry("Schedule.latest", Arrays.asList(Round.START, null)),
            Map.entry("Schedule.ramp", List.of(List.of(new Terms.Tranche(10_000, Duration.ofDays(1))))),
            Map.entry("Schedule.term", List.of(Duration.ofDays(366))),
            Map.entry("Price.limit", Arrays.asList(Round.usd("3.01"), null)));

    /** Records whose components are changed one by one; any other value is changed as a whole. */
    private static final List<Class<?>> TAKEN_APART = List.of(
            Terms.class,
            Terms.Purpose.class,
            Terms.Hardware.class,
            Terms.Size.class,
            Terms.Schedule.class,
            Terms.Price.class,
            Particulars.class,
            Circumstances.Bundle.class,
            DeliveryTerms.class,
            DeliveryTerms.Extension.class);

    /** The currency cannot change alone. */
    private static final String CURRENCY = "Price.currency";

    /** A request that differs from the first in one place. */
    record Changed(String where, Command.Request request) {
        @Override
        public String toString() {
            return where;
        }
    }

    private static Candidate candidate(String provider, String via) {
        return new Candidate(new Provider(provider), via);
    }

    static List<Changed> changed() {
        return changed(FIRST).stream()
                .map(each -> new Changed(each.where(), (Command.Request) each.value()))
                .toList();
    }

    private record Variant(String where, Object value) {}

    private static List<Variant> changed(Object value) {
        var variants = new ArrayList<Variant>();
        var components = value.getClass().getRecordComponents();
        for (int at = 0; at < components.length; at++) {
            var where = value.getClass().getSimpleName() + "." + components[at].getName();
            for (var other : OTHERS.getOrDefault(where, List.of())) {
                variants.add(new Variant(where, with(value, at, other)));
            }
            var component = read(value, components[at]);
            if (component != null && TAKEN_APART.contains(component.getClass())) {
                for (var inside : changed(component)) {
                    variants.add(new Variant(where + " > " + inside.where(), with(value, at, inside.value())));
                }
            }
        }
        return variants;
    }

    private static @Nullable Object read(Object value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record of this module", impossible);
        }
    }

    private static Object with(Object value, int changed, @Nullable Object other) {
        var components = value.getClass().getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = new @Nullable Object[components.length];
        for (int at = 0; at < components.length; at++) {
            values[at] = at == changed ? other : read(value, components[at]);
        }
        try {
            return value.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record of this module", impossible);
        }
    }

    private static Round requested() {
        return new Round(Contract.standard()).then(FIRST);
    }

    @ParameterizedTest
    @MethodSource("changed")
    void aRequestThatDiffersInAnythingIsNotTheSameAgain(Changed changed) {
        assertNotEquals(FIRST, changed.request());
        var refused = assertInstanceOf(Decision.Refused.class, requested().decide(changed.request()), changed.where());
        assertEquals(Decision.Rule.ONE_REQUEST_PER_ID, refused.rule());
        assertTrue(refused.message().contains("differs in [" + told(changed.where()) + "]"), refused.message());
    }

    /** The component of the request or of its particulars that a change belongs to. */
    private static String told(String where) {
        var path = where.replace("Request.particulars > ", "").split(" > ", 2)[0];
        return path.substring(path.indexOf('.') + 1);
    }

    @Test
    void everyComponentOfARequestIsChangedHere() {
        var missing = new TreeSet<String>();
        for (var type : TAKEN_APART) {
            missing(type, missing);
        }
        missing(Command.Request.class, missing);
        assertEquals(List.of(CURRENCY), List.copyOf(missing), "say what else each may be, and compare it");
    }

    private static void missing(Class<?> type, Set<String> missing) {
        for (var component : type.getRecordComponents()) {
            var where = type.getSimpleName() + "." + component.getName();
            if (!OTHERS.containsKey(where) && !TAKEN_APART.contains(component.getType())) {
                missing.add(where);
            }
        }
    }

    @Test
    void aCopyDoesNothingWhateverTheDriverHasLearnedOfOtherRequestsSince() {
        var round = requested();
        var told = round.story();
        var earlier = new Circumstances.Earlier("need-0", "openai", "stargate", 9_000, round.now());
        var lost = new ClauseName("microsoft-openai", "first-refusal");
        round.beside(new OtherRequests(List.of(earlier), List.of(lost))).then(FIRST);
        assertEquals(told, round.story());
    }

    @Test
    void whatWasKnownOfOtherRequestsIsOnRecordWithTheNeed() {
        var earlier = new Circumstances.Earlier(
                "need-0", "openai", "stargate", 9_000, requested().now());
        var lost = new ClauseName("alphabet-openai", "alphabet-right");
        var round = new Round(Contract.standard())
                .beside(new OtherRequests(List.of(earlier), List.of(lost)))
                .then(FIRST);
        assertEquals(List.of(earlier), round.request().need().circumstances().recent());
        assertEquals(List.of(lost), round.request().need().circumstances().lost());
    }

    /** By mail, say: what a holder accepted there must not be awarded here. */
    @Test
    void aRequestOfWhichTheRecordTellsARoundIsNotTakenUp() {
        var told = requested().request().offers().getFirst().round();
        var papers = Contract.standard().rulings().portfolio();
        var portfolio = new Portfolio(
                papers.name(),
                papers.digest(),
                papers.zone(),
                papers.vocabulary(),
                papers.silence(),
                papers.agreements(),
                papers.calendars(),
                papers.pins(),
                papers.record(),
                papers.draws(),
                List.of(told));
        new Round(Contract.standard())
                .under(Rulings.of(portfolio))
                .refused(Decision.Rule.ONE_REQUEST_PER_ID, FIRST)
                .then(new Command.Request("need-2", FIRST.terms(), FIRST.candidates(), FIRST.particulars()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void anEmptyProjectOrEmergencyIsNone(String empty) {
        assertThrows(IllegalArgumentException.class, () -> new Particulars(empty, null, null, DeliveryTerms.NONE));
        assertThrows(IllegalArgumentException.class, () -> new Particulars(null, empty, null, DeliveryTerms.NONE));
    }

    @Test
    void aBundleOfNothingIsNone() {
        var bundle = new Circumstances.Bundle(List.of(), null);
        assertThrows(IllegalArgumentException.class, () -> new Particulars(null, null, bundle, DeliveryTerms.NONE));
    }
}
