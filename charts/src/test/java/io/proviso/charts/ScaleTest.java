package io.proviso.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.charts.scale.ChartSpan;
import io.proviso.charts.scale.LinearScale;
import io.proviso.charts.scale.LogScale;
import io.proviso.charts.scale.PushApart;
import io.proviso.charts.scale.Tick;
import io.proviso.charts.scale.Ticks;
import io.proviso.charts.scale.TimeScale;
import io.proviso.charts.scale.Unit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScaleTest {
    @Test
    void ticksAreRoundEncloseTheirRangeAndAreNeverMany() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            double low = random.nextDouble() * Math.pow(10, random.nextInt(9) - 3);
            double high = low + random.nextDouble(0.01, 1) * Math.pow(10, random.nextInt(9) - 3);
            for (var unit : List.of(Unit.count("GPUs"), Unit.seconds(), Unit.share())) {
                var ticks = unit.linearTicks(low, high, 5);
                var shown = unit + " from " + low + " to " + high + ": " + ticks;
                assertTrue(ticks.getFirst() <= low + 1e-6 && ticks.getLast() >= high - 1e-6, shown);
                assertTrue(ticks.size() >= 2 && ticks.size() <= 14, shown);
                double step = ticks.get(1) - ticks.get(0);
                for (int j = 1; j < ticks.size(); j++) {
                    assertEquals(step, ticks.get(j) - ticks.get(j - 1), step * 1e-6 + 4 * Math.ulp(high), shown);
                }
            }
        }
    }

    @Test
    void ticksOfTenthsDoNotDrift() {
        assertEquals(List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), Ticks.nice(0, 1, 6));
    }

    @Test
    void ticksThatWouldReadTheSameAreWrittenInFull() {
        var labels = LinearScale.covering(Unit.count("GPUs"), 1_990, 1_994, 5).ticks().stream()
                .map(Tick::label)
                .toList();
        assertEquals(List.of("1,990", "1,991", "1,992", "1,993", "1,994"), labels);
    }

    @Test
    void zeroHasItsOwnPlaceLeftOfTheBreak() {
        var scale = LogScale.covering(Unit.seconds(), 1, 100_000, true, 0, 500);
        assertTrue(scale.at(0) < scale.start() && scale.at(1) >= scale.start());
        assertEquals(
                List.of("0", "1 s", "10 s", "1 min", "10 min", "1 h", "10 h"),
                scale.ticks().stream().map(Tick::label).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-01-02, 3",
        "2025-01-01, 2025-01-15, 2",
        "2025-03-01, 2025-04-15, 1",
        "2025-01-01, 2026-01-01, 1",
        "2019-01-01, 2031-01-01, 1",
        "1900-01-01, 2100-01-01, 1"
    })
    void timeTicksFallOnTheCalendar(LocalDate from, LocalDate to, int least) {
        for (var zone : List.of("America/Los_Angeles", "UTC", "Asia/Kolkata")) {
            var scale = new TimeScale(ChartSpan.ofDates(from, to, ZoneId.of(zone)), 0, 700);
            var ticks = scale.ticks();
            assertTrue(ticks.size() >= least && ticks.size() <= 12, () -> zone + " " + ticks);
            for (var tick : ticks) {
                assertTrue(tick.at() >= 0 && tick.at() <= 700, tick::toString);
            }
            assertTrue(IntStream.range(1, ticks.size())
                    .allMatch(i -> ticks.get(i - 1).at() < ticks.get(i).at()));
        }
    }

    @Test
    void aYearIsNamedOnceWhereItBegins() {
        var span = ChartSpan.ofDates(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 4, 1), ZoneId.of("UTC"));
        var ticks = new TimeScale(span, 0, 700).ticks();
        assertEquals(
                List.of("Nov", "Dec", "Jan", "Feb", "Mar", "Apr"),
                ticks.stream().map(Tick::label).toList());
        assertEquals(
                List.of("2024", "", "2025", "", "", ""),
                ticks.stream().map(Tick::below).toList());
    }

    @Test
    void labelsThatFitStayWhereTheyAre() {
        assertArrayEquals(new double[] {10, 40, 70}, PushApart.of(new double[] {10, 40, 70}, 17, 0, 100));
    }

    @Test
    void labelsThatMeetArePushedApartAroundTheirMean() {
        assertArrayEquals(new double[] {40, 60}, PushApart.of(new double[] {50, 50}, 20, 0, 100));
    }

    @Test
    void labelsNeverOverlapAndStayInsideWhereThereIsRoom() {
        var random = new Random(2);
        for (int i = 0; i < 500; i++) {
            var wishes = random.doubles(5, -20, 220).sorted().toArray();
            var placed = PushApart.of(wishes, 17, 0, 200);
            for (int j = 0; j < 5; j++) {
                assertTrue(placed[j] >= 0 && placed[j] <= 200 + 1e-9);
                assertTrue(j == 0 || placed[j] - placed[j - 1] >= 17 - 1e-9);
            }
        }
    }
}
