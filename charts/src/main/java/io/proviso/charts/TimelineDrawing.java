package io.proviso.charts;

import io.proviso.charts.Canvas.Anchor;
import io.proviso.charts.Timeline.Bar;
import io.proviso.charts.Timeline.Row;
import io.proviso.charts.scale.TimeScale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Draws a {@link Timeline}: one line of bars a row, or a dense weave of them where there are many rows. */
final class TimelineDrawing {
    private static final int SPACIOUS_ROWS = 40;
    private static final double LABEL_EVERY = 17;
    private static final double GLYPHS_FROM = 14;
    private static final double MARGIN = 16;

    private final Timeline chart;
    private final Canvas canvas;
    private final double rowHeight;
    /** Drawn last, over the lines of the marks. */
    private final List<Runnable> texts = new ArrayList<>();

    TimelineDrawing(Timeline chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        int rows = chart.rows().size();
        rowHeight = rows <= SPACIOUS_ROWS ? 28 : Math.max(3, 1000.0 / rows);
    }

    void draw() {
        if (chart.rows().isEmpty()) {
            canvas.empty("Nothing to draw: nothing ran in this time.");
            return;
        }
        double names = chart.rows().stream()
                .mapToDouble(row -> TextWidth.of(row.name()))
                .max()
                .orElse(0);
        double left = Math.min(names, canvas.width * 0.28) + 12;
        double afterKey = Key.above(canvas, 0, key());
        var widest = new TimeScale(chart.span(), left, canvas.width - MARGIN);
        var times = MarkLayout.roomFor(chart.marks(), widest, canvas.width);
        var marks = MarkLayout.of(chart.marks(), times, canvas.width);
        double top = afterKey + 8 + marks.height();
        var plot = new Box(left, top, times.to(), top + rowHeight * chart.rows().size() + 6);
        Axes.verticals(canvas, plot, times.ticks());
        Axes.bottom(canvas, plot, times.ticks(), "");
        rows(plot, times);
        marks.draw(canvas, plot);
        texts.forEach(Runnable::run);
        canvas.height(plot.bottom() + Axes.BELOW - 10);
    }

    private List<Key.Entry> key() {
        var bars = chart.rows().stream().flatMap(row -> row.bars().stream()).toList();
        var entries = new ArrayList<Key.Entry>();
        if (rowHeight >= GLYPHS_FROM) {
            Arrays.stream(Ending.values())
                    .filter(ending -> ending != Ending.NONE && bars.stream().anyMatch(bar -> bar.ending() == ending))
                    .forEach(ending -> entries.add(new Key.Entry(new Sign.End(ending), ending.word())));
        } else {
            endingsByHue(bars)
                    .forEach(
                            (hue, words) -> entries.add(new Key.Entry(new Sign.Fill(hue), String.join(" or ", words))));
        }
        bars.stream()
                .filter(bar -> bar.look().open())
                .findFirst()
                .ifPresent(bar ->
                        entries.add(new Key.Entry(new Sign.Hatch(bar.look().hue()), "open")));
        if (bars.stream()
                .anyMatch(bar -> bar.deadline() != null && bar.deadline().isAfter(bar.end()))) {
            entries.add(new Key.Entry(new Sign.Window(), "rest of the window"));
        }
        return entries;
    }

    /** Where rows are too low for glyphs, the colour and texture of a bar has to tell how it ended. */
    private static Map<Hue, Set<String>> endingsByHue(List<Bar> bars) {
        var words = new EnumMap<Hue, Set<String>>(Hue.class);
        bars.stream()
                .filter(bar -> bar.ending() != Ending.NONE)
                .forEach(bar -> words.computeIfAbsent(bar.look().hue(), _ -> new TreeSet<>())
                        .add(bar.ending().word()));
        return words;
    }

    private void rows(Box plot, TimeScale times) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < chart.rows().size(); i++) {
            var row = chart.rows().get(i);
            double y = plot.top() + 3 + rowHeight * (i + 0.5);
            if (y >= free) {
                canvas.text(plot.left() - 10, y + 4, Anchor.END, "", TextWidth.fit(row.name(), plot.left() - 12));
                free = y + LABEL_EVERY;
            }
            bars(row, y, times);
            if (row.bars().isEmpty() && rowHeight >= 20) {
                texts.add(() -> canvas.text(plot.left() + 6, y + 4, Anchor.START, "muted halo", "nothing"));
            }
        }
    }

    private void bars(Row row, double y, TimeScale times) {
        double half = rowHeight >= 20 ? 9 : Math.max(1, rowHeight * 0.4);
        for (int i = 0; i < row.bars().size(); i++) {
            var bar = row.bars().get(i);
            if (bar.end().isBefore(chart.span().start())
                    || bar.start().isAfter(chart.span().end())) {
                continue;
            }
            double next =
                    i + 1 < row.bars().size() ? x(times, row.bars().get(i + 1).start()) : times.to();
            bar(row.name(), bar, new Box(x(times, bar.start()), y - half, x(times, bar.end()), y + half), times, next);
        }
    }

    private void bar(String row, Bar bar, Box exact, TimeScale times, double next) {
        var box = exact.width() < 1.5 ? new Box(exact.left(), exact.top(), exact.left() + 1.5, exact.bottom()) : exact;
        double end = box.right();
        if (bar.deadline() != null && bar.deadline().isAfter(bar.end())) {
            end = x(times, bar.deadline());
            canvas.dashed(new Box(box.right(), box.top(), end, box.bottom()).outline(), "axis", "3 2");
        }
        var hue = bar.look().hue();
        if (bar.look().open()) {
            canvas.paintedRect(box, canvas.hatch(hue), tip(row, bar));
        } else if (rowHeight < GLYPHS_FROM) {
            canvas.paintedRect(box, canvas.texture(hue), tip(row, bar));
        } else {
            canvas.rect(box, "area " + hue.css(), tip(row, bar));
        }
        canvas.path(box.outline(), "edge " + hue.css());
        continued(bar, box);
        boolean glyph = bar.ending() != Ending.NONE && rowHeight >= GLYPHS_FROM;
        if (glyph) {
            bar.ending().draw(canvas, box.right(), box.middle());
        }
        if (rowHeight >= 20) {
            text(bar, box, Math.max(end, box.right() + (glyph ? 8 : 0)), next);
        }
    }

    /** What began before or goes on after the span points out of it. */
    private void continued(Bar bar, Box box) {
        if (bar.end().isAfter(chart.span().end())) {
            canvas.glyph("M0 -6L6 0L0 6", box.right() + 3, box.middle(), "sign");
        }
        if (bar.start().isBefore(chart.span().start())) {
            canvas.glyph("M0 -6L-6 0L0 6", box.left() - 1, box.middle(), "sign");
        }
    }

    /** Inside its bar, else right of it, else left to the table. */
    private void text(Bar bar, Box box, double end, double next) {
        double width = TextWidth.of(bar.text());
        boolean glyph = bar.ending() != Ending.NONE;
        double y = box.middle() + 4;
        if (width + 12 <= box.width() - (glyph ? 8 : 0)) {
            texts.add(() -> canvas.textOn(bar.look().hue(), box.left() + 6, y, Anchor.START, bar.text()));
        } else if (end + 6 + width <= next) {
            texts.add(() -> canvas.text(end + 6, y, Anchor.START, "halo", bar.text()));
        }
    }

    private String tip(String row, Bar bar) {
        var span = chart.span();
        return row + ", " + bar.text() + ": " + span.text(bar.start()) + " to " + span.text(bar.end())
                + (bar.ending() == Ending.NONE ? "" : ", " + bar.ending().word())
                + (bar.deadline() == null ? "" : ", deadline " + span.text(bar.deadline()));
    }

    private double x(TimeScale times, Instant instant) {
        return times.at(chart.span().clamp(instant));
    }
}
