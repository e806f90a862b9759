package io.proviso.counsel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
                Comparison.of(old, now).remarks());
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
                Comparison.of(old, now).remarks());
        assertEquals(
                List.of("no longer: act lend", "new: act store", "fact support: yes -> open"),
                Comparison.of(now, old).remarks());
        assertEquals(List.of(), Comparison.of(old, old).remarks());
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
}
