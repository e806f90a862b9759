package io.proviso.counsel.compare;

import static io.proviso.counsel.Deals.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.ContractClock;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Standpoint;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    @Test
    void agreementsAndSilenceRulesThatComeAndGoAreRemarked() {
        var old = supply().silent("host", Silence.PERMITTED)
                .portfolioWithoutSilenceOn("acquire")
                .paper("deed", "2025-01-01")
                .agreement("gone", "lab")
                .paper("deed", "2025-01-01")
                .at("2025-01-01");
        var now = supply().silent("host", Silence.FORBIDDEN)
                .noSilenceOn("acquire")
                .paper("deed", "2025-01-01")
                .agreement("come", "lab")
                .paper("deed", "2025-01-01")
                .at("2025-01-01");
        assertEquals(
                List.of(
                        "no longer: agreement in force gone",
                        "new: agreement in force come",
                        "silence of supply on acquire: permitted -> no rule",
                        "silence of supply on host: permitted -> forbidden",
                        "silence of the portfolio on acquire: no rule -> permitted"),
                PortfolioDiff.of(old, now).remarks());
    }

    @Test
    void actsThatComeAndGoAndFactsThatAreNoLongerOpenAreRemarked() {
        var fact = new Facet.Choice("support", List.of("yes", "no"), Map.of(), null, Facet.SuppliedBy.RECORD);
        var old = hosting(fact, "host", "store").at("2025-01-01");
        var now = hosting(fact, "host", "lend")
                .attested("support", "yes", "2025-01-01")
                .at("2025-01-01");
        assertEquals(
                List.of("no longer: act store", "new: act lend", "fact support: open -> yes"),
                PortfolioDiff.of(old, now).remarks());
        assertEquals(
                List.of("no longer: act lend", "new: act store", "fact support: yes -> open"),
                PortfolioDiff.of(now, old).remarks());
        assertEquals(List.of(), PortfolioDiff.of(old, old).remarks());
    }

    private static Deals hosting(Facet fact, String... acts) {
        return new Deals()
                .vocabulary(Vocabulary.of(
                        Stream.of(acts)
                                .map(act -> new Vocabulary.Act(act, act, List.of(fact.name())))
                                .toList(),
                        List.of(fact),
                        List.of()))
                .portfolioWithoutSilenceOn("acquire")
                .agreement("supply", "lab")
                .noSilenceOn("acquire")
                .paper("deed", "2025-01-01");
    }

    private static Deals supply() {
        return new Deals().agreement("supply", "lab", "northern:north");
    }

    @Test
    void theClockByWhichNoticesAreCountedIsRemarked() {
        var old = supply().paper("deed", "2025-01-01")
                .closed("2025-12-25", "2025-12-26")
                .at("2025-01-01");
        var now = supply().clock(new ContractClock(ZoneId.of("Europe/London"), "city", LocalTime.NOON))
                .paper("deed", "2025-01-01")
                .closed("2025-12-25", "2026-01-01", "2027-01-01", "2028-01-03", "2029-01-01")
                .at("2025-01-01");
        assertEquals(
                List.of(
                        "zone of supply: Z -> Europe/London",
                        "until when notices of supply count as received on their day: 17:00 -> 12:00",
                        "hour of deadlines of supply: 17:00 -> 12:00",
                        "calendar city, now open: 2025-12-26",
                        "calendar city, now closed: 2026-01-01, 2027-01-01, 2028-01-03 and 1 more"),
                PortfolioDiff.of(old, now).remarks());
        assertEquals(List.of(), PortfolioDiff.of(now, now).remarks());
    }

    @Test
    void whatWordsMeanIsRemarked() {
        var old = hosting(List.of("size", "flag"), sizes("l", Facet.SuppliedBy.CALLER, "s", "xs"), List.of());
        var now = hosting(List.of("size"), sizes(null, Facet.SuppliedBy.RECORD, "s"), List.of(is("size", "l")));
        assertEquals(
                List.of(
                        "what the act host takes: size, flag -> size",
                        "default of size: l -> none",
                        "who supplies size: caller -> record",
                        "group small of size: s, xs -> s",
                        "impossible now: size l"),
                PortfolioDiff.of(old, now).remarks());
        assertTrue(PortfolioDiff.of(now, old).remarks().contains("impossible no longer: size l"));
    }

    private static Facet sizes(@Nullable String byDefault, Facet.SuppliedBy supplier, String... small) {
        return new Facet.Choice("size", List.of("xs", "s", "l"), Map.of("small", List.of(small)), byDefault, supplier);
    }

    private static Standpoint hosting(List<String> takes, Facet size, List<Condition> impossible) {
        var flag = Deals.choice("flag", "red", Facet.SuppliedBy.CALLER, "red", "blue");
        return new Deals()
                .vocabulary(Vocabulary.of(
                        List.of(new Vocabulary.Act("host", "host", takes)), List.of(size, flag), impossible))
                .portfolioWithoutSilenceOn("acquire")
                .agreement("supply", "lab")
                .noSilenceOn("acquire")
                .paper("deed", "2025-01-01")
                .at("2025-01-01");
    }
}
