package io.proviso.charts;

import io.proviso.charts.Key.Entry;
import io.proviso.charts.Key.Placed;
import io.proviso.charts.scale.LinearScale;
import io.proviso.charts.scale.Numbers;
import io.proviso.charts.scale.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Draws a {@link CapacityTimeline}: textured layers, a line of demand over them, names at their right ends. */
final class CapacityDrawing {
    private static final double HEIGHT = 260;

    private final CapacityTimeline chart;
    private final Canvas canvas;

    CapacityDrawing(CapacityTimeline chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
    }

    void draw() {
        if (chart.demand().changes().isEmpty()
                && chart.supply().stream().allMatch(one -> one.changes().isEmpty())) {
            canvas.empty("Nothing to draw: there is neither supply nor demand.");
            return;
        }
        var all = new ArrayList<>(List.of(demandEntry(), gapEntry()));
        chart.supply().forEach(one -> all.add(new Entry(new Sign.Fill(one.hue()), one.name())));
        double right = canvas.isSlender() ? canvas.width - 16 : Math.floor(canvas.width - Key.room(all));
        var thin = levels(new TimeScale(chart.span(), 0, right));
        double most = 0;
        for (int stretch = 0; stretch < thin.count(); stretch++) {
            most = Math.max(most, Math.max(thin.total(stretch), thin.demand(stretch)));
        }
        double top = 30 + (canvas.isSlender() ? Key.above(canvas, 0, all) : 0);
        var amounts = LinearScale.covering(chart.unit(), 0, most, 5).on(top + HEIGHT, top);
        var plot = new Box(Math.ceil(Axes.room(amounts.ticks())), top, right, top + HEIGHT);
        var times = new TimeScale(chart.span(), plot.left(), plot.right());
        var levels = levels(times);
        boolean gap = gap(levels, times, amounts);
        for (int layer = 0; layer < chart.supply().size(); layer++) {
            layer(layer, levels, times, amounts);
        }
        Axes.left(canvas, plot, amounts.ticks(), chart.unit().symbol());
        boolean restless = chart.demand().changes().size() > plot.width();
        canvas.path(
                stairs(levels, times, amounts, levels::demand),
                (restless ? "restless edge " : "line ") + chart.demand().hue().css());
        Axes.bottom(canvas, plot, times.ticks(), "");
        if (!canvas.isSlender()) {
            Key.beside(canvas, plot, labels(levels, amounts, gap));
        }
        canvas.height(plot.bottom() + Axes.BELOW - 10);
    }

    private Levels levels(TimeScale scale) {
        var supply = chart.supply().stream().map(one -> one.thinned(scale)).toList();
        return new Levels(chart.span(), supply, chart.demand().thinned(scale), List.of());
    }

    private void layer(int layer, Levels levels, TimeScale times, LinearScale amounts) {
        var hue = chart.supply().get(layer).hue();
        var top = stairs(levels, times, amounts, stretch -> levels.stacked(layer + 1, stretch));
        canvas.painted(top + back(levels, times, amounts, layer), canvas.texture(hue));
        canvas.path(edge(layer, levels, times, amounts), "edge " + hue.css());
    }

    /** Only where the layer has a height: an empty one would recolour the layer under it. */
    private static String edge(int layer, Levels levels, TimeScale times, LinearScale amounts) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int stretch = 0; stretch < levels.count(); stretch++) {
            boolean high = levels.supply(layer, stretch) > 0;
            if (high) {
                var y = Numbers.px(amounts.at(levels.stacked(layer + 1, stretch)));
                path.append(drawing ? "V" : "M" + Numbers.px(times.at(levels.from(stretch))) + " ")
                        .append(y);
                path.append('H').append(Numbers.px(times.at(levels.to(stretch))));
            }
            drawing = high;
        }
        return path.toString();
    }

    /** From the right end of a layer back to its left along the layers below. */
    private static String back(Levels levels, TimeScale times, LinearScale amounts, int layers) {
        var path = new StringBuilder();
        var drawn = "";
        for (int stretch = levels.count() - 1; stretch >= 0; stretch--) {
            var y = Numbers.px(amounts.at(levels.stacked(layers, stretch)));
            if (!y.equals(drawn)) {
                path.append(drawn.isEmpty() ? "" : "H" + Numbers.px(times.at(levels.to(stretch))));
                path.append('V').append(y);
            }
            drawn = y;
        }
        return path.append('H').append(Numbers.px(times.from())).append('Z').toString();
    }

    /** All under the demand is hatched before the supply is laid over it: what still shows is what nobody supplies. */
    private boolean gap(Levels levels, TimeScale times, LinearScale amounts) {
        boolean above = IntStream.range(0, levels.count()).anyMatch(stretch -> levels.above(stretch) > 0);
        if (above) {
            var demand = stairs(levels, times, amounts, levels::demand);
            canvas.painted(
                    demand + back(levels, times, amounts, 0),
                    canvas.hatch(chart.demand().hue()));
        }
        return above;
    }

    private interface Height {
        double of(int stretch);
    }

    private static String stairs(Levels levels, TimeScale times, LinearScale amounts, Height height) {
        var path = new StringBuilder("M" + Numbers.px(times.at(levels.from(0))));
        path.append(' ').append(Numbers.px(amounts.at(height.of(0))));
        var drawn = "";
        for (int stretch = 0; stretch < levels.count(); stretch++) {
            var y = Numbers.px(amounts.at(height.of(stretch)));
            if (stretch > 0 && !y.equals(drawn)) {
                path.append('H')
                        .append(Numbers.px(times.at(levels.from(stretch))))
                        .append('V')
                        .append(y);
            }
            drawn = y;
        }
        return path.append('H').append(Numbers.px(times.to())).toString();
    }

    private List<Placed> labels(Levels levels, LinearScale amounts, boolean gap) {
        int last = levels.count() - 1;
        var labels = new ArrayList<Placed>();
        for (int layer = 0; layer < chart.supply().size(); layer++) {
            var one = chart.supply().get(layer);
            double middle = (levels.stacked(layer, last) + levels.stacked(layer + 1, last)) / 2;
            labels.addFirst(new Placed(new Entry(new Sign.Fill(one.hue()), one.name()), amounts.at(middle)));
        }
        if (gap) {
            double middle = (levels.total(last) + Math.max(levels.total(last), levels.demand(last))) / 2;
            labels.addFirst(new Placed(gapEntry(), amounts.at(middle)));
        }
        labels.addFirst(new Placed(demandEntry(), amounts.at(levels.demand(last))));
        return labels;
    }

    private Entry demandEntry() {
        return new Entry(new Sign.Line(chart.demand().hue()), chart.demand().name());
    }

    private Entry gapEntry() {
        return new Entry(new Sign.Hatch(chart.demand().hue()), chart.above());
    }
}
