package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class RehearsalTest {
    /** A run that went wrong would end this process. */
    @Test
    void everyRunOfTheRehearsalIsAnswered() {
        assertDoesNotThrow(() -> Rehearsal.main(new String[0]));
    }
}
