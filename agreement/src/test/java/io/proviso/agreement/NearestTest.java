package io.proviso.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which word a mistaken one was meant to be, and what is said of it. */
class NearestTest {
    @Test
    void theNearestWordIsTheOneTheFewestSlipsAway() {
        var known = List.of("azure", "oracle", "own");
        assertEquals("azure", Nearest.to("azrue", known));
        assertEquals("azure", Nearest.to("zure", known));
        assertEquals("oracle", Nearest.to("orracle", known));
        assertEquals("own", Nearest.to("owm", known));
        assertNull(Nearest.to("aws", known));
        assertNull(Nearest.to("xyz", known));
        assertEquals("bad", Nearest.to("bab", List.of("baz", "bad")));
        assertEquals("abcdef", Nearest.to("abcedf", List.of("abxxef", "abcdef")));
        assertEquals("ab", Nearest.to("ba", List.of("xx", "ab")));
        assertEquals("trainings", Nearest.to("training", List.of("brainin", "trainings")));
        assertEquals("None is known here.", Nearest.advice("x", List.of()));
        assertEquals("Known: azure, oracle, own.", Nearest.advice("xyz", known));
        assertEquals("Did you mean 'own'? Known: azure, oracle, own.", Nearest.advice("owm", known));
    }

    @ParameterizedTest
    @CsvSource({
        "ORACLE, oracle",
        "Oracle, oracle",
        "ORCALE, oracle",
        "Azure, azure",
        "AZRUE, azure",
        "Own, own",
        "us-federal, US-Federal",
        "europe/berlin, Europe/Berlin",
        "EUROPE/BERLN, Europe/Berlin",
    })
    void largeLettersAreNoSlip(String word, String meant) {
        assertEquals(meant, Nearest.to(word, List.of("azure", "oracle", "own", "US-Federal", "Europe/Berlin")));
    }
}
