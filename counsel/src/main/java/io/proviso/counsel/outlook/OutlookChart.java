package io.proviso.counsel.outlook;

import io.proviso.charts.CapacityTimeline;
import io.proviso.charts.Caption;
import io.proviso.charts.Hue;
import io.proviso.charts.Steps;
import io.proviso.charts.scale.ChartSpan;
import io.proviso.charts.scale.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What is wanted over time against what is reserved, and what could be there at the earliest. */
public final class OutlookChart {
    private OutlookChart() {}

    public static CapacityTimeline of(Outlook outlook) {
        var moments = moments(outlook);
        var span = new ChartSpan(moments.getFirst(), moments.getLast(), outlook.zone());
        var late = outlook.lines().stream().filter(line -> !line.isOnTime()).count();
        var finding = outlook.lines().isEmpty()
                ? "Nothing is needed"
                : late == 0
                        ? "Every need can be met on time"
                        : late + " of " + outlook.lines().size()
                                + (outlook.lines().size() == 1 ? " need" : " needs") + " cannot be met on time";
        return new CapacityTimeline(
                new Caption(
                        "outlook",
                        finding,
                        "What is wanted over time, against what is reserved on record and what could be signed at the"
                                + " earliest lawful day"),
                Unit.count(outlook.unit().isEmpty() ? "units" : outlook.unit()),
                span,
                List.of(
                        steps("reserved", Hue.BLUE, moments, at -> sum(outlook, line -> reserved(outlook, line, at))),
                        steps("earliest lawful", Hue.SKY, moments, at -> sum(outlook, line -> acquired(line, at)))),
                steps(
                        "wanted",
                        Hue.INK,
                        moments,
                        at -> sum(outlook, line -> line.need().wanted(at))),
                "wanted, not covered");
    }

    /** At which anything changes, with some time before and after. */
    private static List<Instant> moments(Outlook outlook) {
        var moments = new TreeSet<Instant>(Comparator.naturalOrder());
        moments.add(outlook.asOf());
        for (var line : outlook.lines()) {
            Stream.of(
                            line.need().by(),
                            line.need().until(),
                            line.best() == null ? null : line.best().ready())
                    .filter(Objects::nonNull)
                    .forEach(moments::add);
        }
        outlook.reservations().stream()
                .flatMap(one -> Stream.of(one.from(), one.to()))
                .filter(at -> at != null && at.isAfter(outlook.asOf()) && at.isBefore(moments.last()))
                .toList()
                .forEach(moments::add);
        var length = Duration.between(moments.first(), moments.last());
        moments.add(moments.last().plus(length.dividedBy(4)).plusSeconds(86_400));
        return List.copyOf(moments);
    }

    private static long sum(Outlook outlook, ToLongFunction<Outlook.Line> each) {
        return outlook.lines().stream().mapToLong(each).sum();
    }

    /** Of what is wanted: what is reserved beyond it meets no need. */
    private static long reserved(Outlook outlook, Outlook.Line line, Instant at) {
        return Math.min(line.need().wanted(at), SignedCapacity.serving(outlook.reservations(), line.need(), at));
    }

    private static long acquired(Outlook.Line line, Instant at) {
        var best = line.best();
        return best == null || at.isBefore(best.ready()) || line.need().wanted(at) == 0 ? 0 : line.open();
    }

    private static Steps steps(String name, Hue hue, List<Instant> moments, ToLongFunction<Instant> value) {
        return new Steps(
                name,
                hue,
                moments.stream()
                        .map(at -> new Steps.Step(at, value.applyAsLong(at)))
                        .toList());
    }
}
