package io.proviso.charts;

import io.proviso.charts.BarChart.Arrangement;
import io.proviso.charts.BarChart.Series;
import io.proviso.charts.LineChart.Axis;
import io.proviso.charts.LineChart.Line;
import io.proviso.charts.LineChart.Point;
import io.proviso.charts.LineChart.Reference;
import io.proviso.charts.LineChart.Spread;
import io.proviso.charts.Steps.Step;
import io.proviso.charts.Timeline.Bar;
import io.proviso.charts.Timeline.Mark;
import io.proviso.charts.Timeline.Row;
import io.proviso.charts.scale.ChartSpan;
import io.proviso.charts.scale.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One invented example of each form, which also shows how it is called. */
final class Gallery {
    static final Currency USD = Currency.getInstance("USD");
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private Gallery() {}

    static List<Chart> all() {
        return List.of(waits(), capacity(), rounds(), clauses(), window(), cost(), shares(), unmet(), acceptance());
    }

    static Ecdf waits() {
        return new Ecdf(
                new Caption(
                        "waits",
                        "Half of the jobs never wait; one in ten waits 14 times longer under exclusivity than in the open",
                        "Share of jobs that waited at most so long, for three scenarios, on a logarithmic axis."),
                "wait",
                Unit.seconds(),
                List.of(
                        waits("exclusive", 1, 40_000, 0.35),
                        waits("first refusal", 2, 9_000, 0.45),
                        waits("open", 3, 1_500, 0.55)));
    }

    static Distribution waits(String name, int seed, double scale, double zeros) {
        var random = new Random(seed);
        var values = IntStream.range(0, 70_000)
                .mapToDouble(_ -> random.nextDouble() < zeros
                        ? 0
                        : Math.rint(scale * StrictMath.exp(1.6 * random.nextGaussian())))
                .toArray();
        return Distribution.of(name, Hue.of(seed - 1), values);
    }

    static CapacityTimeline capacity() {
        return new CapacityTimeline(
                new Caption(
                        "capacity",
                        "From March on, Azure alone no longer carries the demand; Oracle closes the gap in July",
                        "GPUs by provider, stacked, against demand from January to September 2025; the gap is hatched."),
                Unit.count("GPUs"),
                ChartSpan.ofDates(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 10, 1), ZONE),
                List.of(
                        new Steps("azure", Hue.BLUE, List.of(step(1, 1, 20_000), step(5, 12, 24_000))),
                        new Steps("oracle", Hue.ORANGE, List.of(step(6, 3, 4_000), step(7, 7, 12_000))),
                        new Steps("coreweave", Hue.GREEN, List.of(step(4, 15, 2_500))),
                        new Steps("aws", Hue.PURPLE, List.of(step(9, 10, 600)))),
                new Steps("demand", Hue.INK, weekly()),
                "demand above capacity");
    }

    private static List<Step> weekly() {
        var random = new Random(7);
        var steps = new ArrayList<Step>();
        for (int week = 0; week < 39; week++) {
            var from = LocalDate.of(2025, 1, 1).plusWeeks(week);
            steps.add(new Step(
                    from.atStartOfDay(ZONE).toInstant(),
                    Math.rint(16_000 + 620 * week + 1_800 * random.nextGaussian())));
        }
        return steps;
    }

    static Timeline rounds() {
        return new Timeline(
                new Caption(
                        "rounds",
                        "Two of seven rounds lapse; each lapse costs its whole window of ten business days",
                        "First-refusal rounds, each from receipt to answer, with the rest of its window outlined."),
                ChartSpan.ofDates(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 4, 15), ZONE),
                List.of(
                        new Row(
                                "r-001",
                                List.of(round(day(2025, 2, 3), day(2025, 2, 7), day(2025, 2, 18), "6,000 GPUs")
                                        .ended(Ending.ACCEPTED))),
                        new Row(
                                "r-002",
                                List.of(round(day(2025, 2, 10), day(2025, 2, 14), day(2025, 2, 25), "10,000 GPUs")
                                        .ended(Ending.PARTIAL))),
                        new Row(
                                "r-003",
                                List.of(round(day(2025, 2, 12), day(2025, 2, 27), day(2025, 2, 27), "2,000 GPUs")
                                        .ended(Ending.LAPSED))),
                        new Row(
                                "r-004",
                                List.of(round(day(2025, 2, 26), day(2025, 3, 3), day(2025, 3, 12), "4,000 GPUs")
                                        .ended(Ending.DECLINED))),
                        new Row(
                                "r-005",
                                List.of(round(day(2025, 3, 3), day(2025, 3, 17), day(2025, 3, 17), "8,000 GPUs")
                                        .ended(Ending.LAPSED))),
                        new Row(
                                "r-006",
                                List.of(round(day(2025, 3, 20), day(2025, 3, 28), day(2025, 4, 3), "1,200 GPUs")
                                        .ended(Ending.MOOT))),
                        new Row(
                                "r-007",
                                List.of(round(day(2025, 4, 2), day(2025, 4, 15), day(2025, 4, 16), "9,000 GPUs")
                                        .open()))),
                List.of(new Mark(day(2025, 3, 28), "right ends")));
    }

    static Timeline clauses() {
        var instruments = List.of(
                new Mark(day(2019, 7, 22), "2019 agreement"),
                new Mark(day(2021, 3, 1), "amendment"),
                new Mark(day(2023, 1, 23), "third phase"),
                new Mark(day(2024, 6, 11), "Oracle consent"),
                new Mark(day(2025, 1, 21), "January amendment"),
                new Mark(day(2025, 10, 28), "recapitalisation"));
        return new Timeline(
                new Caption(
                        "clauses",
                        "Exclusivity gave way to first refusal on 21 January 2025; what is left of hosting is open",
                        "Each clause from the instrument that adds it to the one that ends it."),
                ChartSpan.ofDates(LocalDate.of(2019, 1, 1), LocalDate.of(2027, 1, 1), ZONE),
                List.of(
                        new Row(
                                "cloud-exclusivity",
                                List.of(
                                        Bar.of(day(2019, 7, 22), day(2023, 1, 23), "exclusive provider", Hue.BLUE),
                                        Bar.of(day(2023, 1, 23), day(2025, 1, 21), "restated", Hue.BLUE),
                                        Bar.of(day(2025, 1, 21), day(2025, 10, 28), "hosting kept?", Hue.BLUE)
                                                .open())),
                        new Row(
                                "first-refusal",
                                List.of(Bar.of(day(2025, 1, 21), day(2025, 10, 28), "on new capacity", Hue.ORANGE))),
                        new Row(
                                "api-exclusivity",
                                List.of(Bar.of(day(2019, 7, 22), day(2030, 12, 31), "API on Azure", Hue.GREEN))),
                        new Row("never-in-force", List.of())),
                instruments);
    }

    static LineChart window() {
        var points = new ArrayList<Point>();
        var random = new Random(3);
        for (int days = 0; days <= 10; days++) {
            double mean = 5_400 + 1_450 * days + 400 * random.nextGaussian();
            points.add(new Point(days, mean, mean - 600 - 90 * days, mean + 700 + 110 * days));
        }
        var matched = points.stream()
                .map(point -> new Point(
                        point.x(), point.y() * 0.7 + 1_000, point.low() * 0.7 + 1_000, point.high() * 0.7 + 1_000))
                .toList();
        return new LineChart(
                new Caption(
                        "window",
                        "Every business day of the response window costs the mean job 24 minutes",
                        "Mean wait against the response window from 0 to 10 business days, with the interval over seeds."),
                new Axis("response window", Unit.count("business days")),
                new Axis("mean wait", Unit.seconds()),
                List.of(
                        new Line("first refusal", Hue.ORANGE, points, Spread.BAND),
                        new Line("half declined", Hue.PURPLE, matched, Spread.WHISKERS)),
                List.of(new Reference("exclusive", 21_300), new Reference("open", 4_900)));
    }

    static BarChart cost() {
        return new BarChart(
                new Caption(
                        "cost",
                        "Exclusivity is the cheapest bill and the dearest wait",
                        "Cost of nine months by provider for three scenarios."),
                Unit.money(USD),
                Arrangement.STACKED,
                List.of("exclusive", "first refusal", "open"),
                providers(List.of(412e6, 371e6, 240e6), List.of(0.0, 64e6, 150e6), List.of(0.0, 18.5e6, 60e6)));
    }

    static BarChart shares() {
        return new BarChart(
                new Caption("shares", "Azure keeps four fifths under first refusal", "Share of GPU-hours by provider."),
                Unit.count("GPU-hours"),
                Arrangement.SHARES,
                List.of("exclusive", "first refusal", "open", "no demand"),
                providers(
                        List.of(98e6, 83e6, 52e6, 0.0), List.of(0.0, 14e6, 33e6, 0.0), List.of(0.0, 4.5e6, 14e6, 0.0)));
    }

    private static List<Series> providers(List<Double> azure, List<Double> oracle, List<Double> coreweave) {
        return List.of(
                new Series("azure", Hue.BLUE, azure),
                new Series("oracle", Hue.ORANGE, oracle),
                new Series("coreweave", Hue.GREEN, coreweave));
    }

    static BarChart unmet() {
        return new BarChart(
                new Caption("unmet", "First refusal leaves a third of the gap", "GPU-hours unmet by scenario."),
                Unit.count("GPU-hours"),
                Arrangement.GROUPED,
                List.of("exclusive", "first refusal", "open"),
                List.of(
                        new Series("training", Hue.PURPLE, List.of(9.1e6, 3.2e6, 0.4e6)),
                        new Series("inference", Hue.SKY, List.of(1.2e6, Double.NaN, 0.0))));
    }

    static HeatMap acceptance() {
        var rows = new ArrayList<List<Double>>();
        for (int days = 0; days <= 10; days += 2) {
            var row = new ArrayList<Double>();
            for (int tenth = 0; tenth <= 10; tenth += 2) {
                row.add(days == 10 && tenth == 10 ? Double.NaN : 1_800.0 + days * (14 - tenth) * 260);
            }
            rows.add(row);
        }
        return new HeatMap(
                new Caption(
                        "acceptance",
                        "A long window hurts only where the holder mostly declines",
                        "Mean wait by response window and by the share of offers that the holder accepts."),
                Unit.seconds(),
                new HeatMap.Side("share accepted", List.of("0%", "20%", "40%", "60%", "80%", "100%")),
                new HeatMap.Side("window, business days", List.of("0", "2", "4", "6", "8", "10")),
                rows);
    }

    private static Bar round(Instant received, Instant answered, Instant deadline, String text) {
        return Bar.of(received, answered, text, Hue.SKY).until(deadline);
    }

    private static Step step(int month, int dayOfMonth, double value) {
        return new Step(day(2025, month, dayOfMonth), value);
    }

    static Instant day(int year, int month, int dayOfMonth) {
        return LocalDate.of(year, month, dayOfMonth).atStartOfDay(ZONE).toInstant();
    }
}
