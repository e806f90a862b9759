package io.proviso.counsel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Silence;
import java.util.List;
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

    private static Deals supply() {
        return new Deals().agreement("supply", "lab", "northern:north");
    }
}
