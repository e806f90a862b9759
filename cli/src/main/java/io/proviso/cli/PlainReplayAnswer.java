package io.proviso.cli;

import io.proviso.reader.TraceReading;
import io.proviso.replay.Discipline;
import io.proviso.replay.PlainReplay;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a trace did on one pool under no agreement, told to a person or a machine. The JSON names are part of the interface. */
record PlainReplayAnswer(TraceReading reading, int pool, Discipline discipline, PlainReplay replay) {
    private static final int SECOND_DECIMALS = 2;
    private static final int RATIO_DECIMALS = 6;
    private static final int LISTED = 20;

    String json() {
        return Json.object(this::write);
    }

    private void write(Json json) throws IOException {
        json.field("traces", reading.trace().sources()).field("pool", pool).field("discipline", discipline.word());
        for (var figure : replay.summary().figures().entrySet()) {
            json.field(figure.getKey(), rounded(figure.getKey(), figure.getValue()));
        }
        json.objects(
                        "tooLarge",
                        replay.tooLarge(),
                        (each, job) -> each.field("file", job.source())
                                .field("row", job.row())
                                .field("gpus", job.gpus())
                                .field("submission", job.submission())
                                .field("duration", job.duration()))
                .objects(
                        "badRows",
                        reading.badRows(),
                        (each, bad) -> each.field("file", bad.file())
                                .field("row", bad.row())
                                .field("what", bad.what())
                                .field("text", bad.text()));
    }

    private static Number rounded(String name, Number figure) {
        return switch (figure) {
            case Double real ->
                BigDecimal.valueOf(real)
                        .setScale(name.equals("utilisation") ? RATIO_DECIMALS : SECOND_DECIMALS, RoundingMode.HALF_UP);
            default -> figure;
        };
    }

    String text() {
        var summary = replay.summary();
        var waits = summary.waits();
        var text = new StringBuilder();
        text.append(format(
                "%s on %,d GPUs, %s, under no agreement\n\n",
                String.join(" + ", reading.trace().sources()), pool, discipline.word()));
        text.append(format("jobs run         %,17d\n", summary.jobs()));
        text.append(format(
                "jobs that waited %,17d    %s of them\n", waits.waited(), share(waits.waited(), summary.jobs())));
        text.append(seconds("mean wait", waits.average()));
        text.append(seconds("median wait", waits.p50()));
        text.append(seconds("p90 wait", waits.p90()));
        text.append(seconds("p99 wait", waits.p99()));
        text.append(seconds("longest wait", waits.max()));
        text.append(seconds("mean completion", summary.averageCompletion()));
        text.append(seconds("makespan", summary.makespan()));
        text.append(format("work             %,17d GPU-seconds\n", summary.gpuSeconds()));
        text.append(format(
                "utilisation      %17.2f %% of the pool's GPU-seconds in the makespan\n", 100 * summary.utilisation()));
        text.append(list(
                "Larger than the pool, not run",
                replay.tooLarge(),
                job -> format("%s:%d: %,d GPUs for %,d s", job.source(), job.row(), job.gpus(), job.duration())));
        text.append(list("Rows that hold no job, left out", reading.badRows(), Object::toString));
        return text.toString();
    }

    private static String seconds(String name, double seconds) {
        return format("%-16s %,17.2f s  %s\n", name, seconds, Spans.words(Math.round(seconds)));
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "none" : format("%.1f %%", 100.0 * part / whole);
    }

    private static <T> String list(String title, List<T> items, Function<T, String> each) {
        if (items.isEmpty()) {
            return "";
        }
        var text = new StringBuilder(format("\n%s: %,d\n", title, items.size()));
        items.stream()
                .limit(LISTED)
                .forEach(item -> text.append("  ").append(each.apply(item)).append('\n'));
        if (items.size() > LISTED) {
            text.append(format("  … %,d more; -o json lists all\n", items.size() - LISTED));
        }
        return text.toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
