package io.proviso.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows on stderr how far a long task has come: nothing for its first two seconds, then a bar where somebody watches and a line
 * every ten seconds where nobody does. Report about every thousandth of the whole: each report reads the clock. One thread at a
 * time; close it before the answer is printed.
 */
public final class ProgressLine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final int COLUMNS = 80;

    private final Console console;
    private final InstantSource clock;
    private final String task;
    private final String unit;
    private final long total;
    private final Instant begun;
    private Instant spoken;
    private @Nullable ProgressBar bar;

    /**
     * Begins a task.
     *
     * @param task what is done, for example {@code replaying}
     * @param unit what the total counts, in the plural
     */
    public ProgressLine(Console console, InstantSource clock, String task, long total, String unit) {
        this.console = console;
        this.clock = clock;
        this.task = task;
        this.total = total;
        this.unit = unit;
        this.begun = clock.instant();
        this.spoken = begun;
    }

    /** Says that so many of the total are done. */
    public void done(long count) {
        if (bar != null) {
            bar.stepTo(count);
            return;
        }
        var now = clock.instant();
        if (console.watched()) {
            if (!now.isBefore(begun.plus(PATIENCE))) {
                bar = bar(now);
                bar.stepTo(count);
            }
        } else if (!now.isBefore(spoken.plus(BETWEEN_LINES))) {
            spoken = now;
            console.err().println(String.format(Locale.ROOT, "%s: %,d of %,d %s", task, count, total, unit));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private ProgressBar bar(Instant now) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(" " + unit, 1)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .startsFrom(0, Duration.between(begun, now))
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(console.err().canvas(), COLUMNS))
                .build();
    }
}
