package io.proviso.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.RecordedConsole;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Instant BEGIN = Instant.parse("2025-02-01T00:00:00Z");

    private Instant now = BEGIN;

    @Test
    void nothingIsSaidWhileATaskIsShort() {
        for (boolean watched : new boolean[] {false, true}) {
            var recorded = new RecordedConsole(watched);
            now = BEGIN;
            try (var progress = replaying(recorded)) {
                after(Duration.ofMillis(1_999), progress, 900);
            }
            assertEquals("", recorded.err());
        }
    }

    @Test
    void aWatchedTaskGetsABarAfterTwoSeconds() {
        var recorded = new RecordedConsole(true);
        try (var progress = replaying(recorded)) {
            after(Duration.ofSeconds(2), progress, 250);
            after(Duration.ofMillis(1), progress, 1_000);
        }
        assertTrue(recorded.err().contains("replaying 100%"), recorded.err());
        assertTrue(recorded.err().contains("1000/1000 jobs"), recorded.err());
        assertEquals("", recorded.out());
    }

    @Test
    void anUnwatchedTaskGetsAPlainLineEveryTenSeconds() {
        var recorded = new RecordedConsole(false);
        try (var progress = replaying(recorded)) {
            after(Duration.ofSeconds(9), progress, 100);
            after(Duration.ofSeconds(1), progress, 200);
            after(Duration.ofSeconds(9), progress, 300);
            after(Duration.ofSeconds(1), progress, 400);
        }
        assertEquals("replaying: 200 of 1,000 jobs\nreplaying: 400 of 1,000 jobs\n", recorded.err());
    }

    private ProgressLine replaying(RecordedConsole recorded) {
        return new ProgressLine(recorded.console(), () -> now, "replaying", 1_000, "jobs");
    }

    private void after(Duration passed, ProgressLine progress, long done) {
        now = now.plus(passed);
        progress.done(done);
    }
}
