package io.proviso.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ThemeTest {
    @ParameterizedTest
    @EnumSource(Hue.class)
    void everyLineStandsOutFromItsPaper(Hue hue) {
        assertTrue(contrast(hue.lightLine, Theme.LIGHT_PAPER) >= 3, () -> hue + " in the light");
        assertTrue(contrast(hue.darkLine, Theme.DARK_PAPER) >= 3, () -> hue + " in the dark");
    }

    @ParameterizedTest
    @EnumSource(Hue.class)
    void everyFillCarriesDarkInk(Hue hue) {
        assertTrue(contrast(hue.lightFill, Theme.ON_FILL) >= 4.5, () -> hue + " in the light");
        assertTrue(contrast(hue.darkFill, Theme.ON_FILL) >= 4.5, () -> hue + " in the dark");
    }

    @Test
    void everyShadeCarriesItsNumber() {
        Theme.LIGHT_HEAT.forEach(shade -> assertTrue(contrast(shade, Theme.ON_FILL) >= 4.5, shade));
        Theme.DARK_HEAT.forEach(shade -> assertTrue(contrast(shade, "#f2f5f8") >= 4.5, shade));
    }

    @Test
    void thingsThatAreComparedDifferWithoutColour() {
        var compared = IntStream.range(0, 7).mapToObj(Hue::of).toList();
        assertEquals(7, new HashSet<>(compared).size());
        assertEquals(7, compared.stream().map(hue -> hue.dash).distinct().count());
        assertEquals(7, compared.stream().map(hue -> hue.texture).distinct().count());
        assertEquals(7, compared.stream().map(hue -> hue.point).distinct().count());
        assertEquals(Hue.of(0), Hue.of(7));
    }

    @Test
    void everyClassOfAPictureIsInTheStyleSheet() {
        var css = Theme.css();
        for (var chart : Gallery.all()) {
            Arrays.stream(chart.svg().split("class=\""))
                    .skip(2)
                    .flatMap(rest ->
                            Arrays.stream(rest.substring(0, rest.indexOf('"')).split(" ")))
                    .forEach(name -> assertTrue(css.contains("." + name + "{"), name));
        }
    }

    /** WCAG 2.2, relative luminance and contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear((rgb >> 16) & 0xff) + 0.7152 * linear((rgb >> 8) & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
