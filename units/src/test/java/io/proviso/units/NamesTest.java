package io.proviso.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void partiesAndProvidersSortByName() {
        assertEquals(
                List.of(new Party("microsoft"), new Party("openai")),
                Stream.of(new Party("openai"), new Party("microsoft")).sorted().toList());
        assertEquals(
                List.of(new Provider("azure"), new Provider("oracle")),
                Stream.of(new Provider("oracle"), new Provider("azure"))
                        .sorted()
                        .toList());
    }

    @Test
    void aNameIsPrintedAsItIsWritten() {
        assertEquals("microsoft", new Party("microsoft").toString());
        assertEquals("azure", new Provider("azure").toString());
        assertEquals("H100", new Accelerator("H100").toString());
    }

    @Test
    void aBlankNameIsRefusedByWhatItNames() {
        assertRefused("party: the name must not be blank", () -> new Party(" "));
        assertRefused("provider: the name must not be blank", () -> new Provider(""));
        assertRefused("accelerator: the name must not be blank", () -> new Accelerator("\t"));
    }

    private static void assertRefused(String message, Runnable naming) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, naming::run).getMessage());
    }
}
