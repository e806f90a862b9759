package io.proviso.cli.replay;

import io.proviso.cli.output.Json;
import io.proviso.cli.output.SharedIdsJson;
import io.proviso.cli.output.Spans;
import io.proviso.counsel.english.Table;
import io.proviso.reader.trace.TraceReading;
import io.proviso.replay.queue.Discipline;
import io.proviso.replay.queue.PlainReplay;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
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
        SharedIdsJson.write(json, reading.shared());
    }

    /** One row, with the names that JSON has. */
    Table table() {
        var figures = replay.summary().figures();
        var columns = new ArrayList<>(List.of("traces", "pool", "discipline"));
        var cells = new ArrayList<>(
                List.of(String.join(" + ", reading.trace().sources()), Integer.toString(pool), discipline.word()));
        figures.forEach((name, figure) -> {
            columns.add(name);
            cells.add(rounded(name, figure).toPlainString());
        });
        return new Table(columns, List.of(cells));
    }

    private static BigDecimal rounded(String name, Number figure) {
        return switch (figure) {
            case Double real ->
                BigDecimal.valueOf(real)
                        .setScale(name.equals("utilisation") ? RATIO_DECIMALS : SECOND_DECIMALS, RoundingMode.HALF_UP);
            default -> BigDecimal.valueOf(figure.longValue());
        };
    }

    String text() {
        var summary = replay.summary();
        var waits = summary.waits();
        return String.join(" + ", reading.trace().sources()) + "\n"
                + "on " + whole(pool) + " GPUs, " + discipline.word() + ", under no agreement\n\n"
                + line("jobs run", whole(summary.jobs()), "")
                + line("jobs that waited", whole(waits.waited()), percent(waits.waited(), summary.jobs()))
                + line("average wait", decimal(waits.average()) + " s", Spans.words((long) waits.average()))
                + seconds("p50 wait", waits.p50())
                + seconds("p90 wait", waits.p90())
                + seconds("p99 wait", waits.p99())
                + seconds("longest wait", waits.max())
                + line("avg. completion", decimal(summary.averageCompletion()) + " s", Spans.words((long)
                        summary.averageCompletion()))
                + seconds("makespan", summary.makespan())
                + line("work", whole(summary.gpuSeconds()) + " GPU-s", "")
                + (summary.makespan() == 0
                        ? line("utilisation", "none", "no time passed")
                        : line(
                                "utilisation",
                                decimal(100 * summary.utilisation()) + " %",
                                "of the pool over the makespan"))
                + leftOut();
    }

    /** What is not among the figures, and what may be twice among them; empty if nothing is. */
    String leftOut() {
        return list(
                        "Larger than the pool, not run",
                        replay.tooLarge(),
                        job -> job.source() + ":" + job.row() + ": " + whole(job.gpus())
                                + (job.gpus() == 1 ? " GPU for " : " GPUs for ") + whole(job.duration()) + " s")
                + list("Rows that hold no job, left out", reading.badRows(), Object::toString)
                + list(
                        "Traces that share job ids; all were run, those of an overlap twice",
                        reading.shared(),
                        Object::toString);
    }

    private static String seconds(String name, long seconds) {
        return line(name, whole(seconds) + " s", Spans.words(seconds));
    }

    private static String line(String name, String figure, String remark) {
        return String.format(Locale.ROOT, "%-16s  %20s  %s", name, figure, remark)
                        .stripTrailing() + "\n";
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.2f", number);
    }

    private static String percent(int part, int whole) {
        return whole == 0 || part == 0 ? "" : decimal(100.0 * part / whole) + " % of them";
    }

    private static <T> String list(String title, List<T> items, Function<T, String> each) {
        if (items.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("\n" + title + ": " + whole(items.size()) + "\n");
        items.stream()
                .limit(LISTED)
                .forEach(item -> text.append("  ").append(each.apply(item)).append('\n'));
        if (items.size() > LISTED) {
            text.append("  … ").append(whole(items.size() - LISTED)).append(" more; -o json lists all\n");
        }
        return text.toString();
    }
}
