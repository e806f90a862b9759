package io.proviso.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pictures, reviewed as files: {@code mvn test -pl charts -Dgolden.update=true} writes them anew. */
final class GoldenTest {
    private static final Path GOLDEN =
            Path.of(System.getProperty("proviso.root"), "charts", "src", "test", "resources", "golden");

    @TestFactory
    Stream<DynamicTest> aChartIsDrawnAsItsGoldenFileShows() {
        return Gallery.all().stream()
                .map(chart -> DynamicTest.dynamicTest(
                        chart.caption().id(),
                        () -> compare(chart.caption().id() + ".svg", chart.image(Chart.NARROW) + "\n")));
    }

    @TestFactory
    Stream<DynamicTest> aTableIsWrittenAsItsGoldenFileShows() {
        return Gallery.all().stream()
                .map(chart -> DynamicTest.dynamicTest(
                        chart.caption().id(),
                        () -> compare(
                                chart.caption().id() + ".html", chart.table().html())));
    }

    @Test
    void equalChartsGiveEqualBytes() {
        assertEquals(Gallery.waits().figure(Chart.WIDE), Gallery.waits().figure(Chart.WIDE));
    }

    private static void compare(String name, String drawn) throws IOException {
        var file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, drawn);
        }
        assertEquals(Files.readString(file), drawn, () -> name + " differs; look at it, then -Dgolden.update=true");
    }
}
