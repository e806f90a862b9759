package io.proviso.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.charts.scale.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page with charts is on a phone and on paper, as far as its text tells. */
final class PageStyleTest {
    private static final Pattern DRAWN = Pattern.compile("<svg [^>]* width=\"(\\d+)\" [^>]*font-size=\"(\\d+)\"");
    /** A viewport of 320 px less the margins of a page. */
    private static final int NARROWEST_PLACE = 288;

    static List<Chart> gallery() {
        return Gallery.all();
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void aFigureIsDrawnForAPhoneTooWithTextThatCanBeRead(Chart chart) {
        var widths = new ArrayList<Integer>();
        var drawn = DRAWN.matcher(chart.figure(Chart.WIDE));
        while (drawn.find()) {
            widths.add(Integer.parseInt(drawn.group(1)));
            assertTrue(Integer.parseInt(drawn.group(2)) >= 11, "text of " + drawn.group(2) + " px");
        }
        assertEquals(List.of(Chart.WIDE, Chart.NARROW, Chart.PHONE), widths);
        assertTrue(Chart.PHONE <= NARROWEST_PLACE);
    }

    @ParameterizedTest
    @ValueSource(ints = {288, 304, 328, 343, 358, 431, 589})
    void wherePhonesShowThePictureItsTextIsNotScaledBelowElevenPixels(int place) {
        double scale = Math.min(place, 27 * 16) / (double) Chart.PHONE;
        assertTrue(12 * scale >= 11, place + " px");
        assertTrue(Theme.css()
                .contains("@container (max-width:589px){.chart .narrow{display:none}.chart .phone{display:block}}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {590, 640, 681, 703, 959})
    void onPaperAndTabletsToo(int place) {
        assertTrue(12.0 * Math.min(place, Chart.NARROW) / Chart.NARROW >= 11, place + " px");
        assertTrue(Theme.css()
                .contains("@container (max-width:959px){.chart .full{display:none}.chart .narrow{display:block}}"));
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void theDrawingsOfOneFigureShareNoId(Chart chart) {
        var ids = new ArrayList<String>();
        var id = Pattern.compile(" id=\"([^\"]+)\"").matcher(chart.figure(Chart.WIDE));
        while (id.find()) {
            ids.add(id.group(1));
        }
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void onPaperNothingIsFoldedAwayAndNothingIsCut() {
        var sheets = Theme.sheets("A title", "Not legal advice.");
        for (var rule : List.of(
                "details::details-content{display:block;content-visibility:visible;block-size:auto}",
                "h1,h2,h3,h4,figcaption,summary,caption,thead,.before{break-after:avoid}",
                "thead{display:table-header-group}",
                ".scroll{overflow:visible}",
                "@top-left{font:9pt sans-serif;content:\"A title\"}",
                "@bottom-left{font:9pt sans-serif;content:\"Not legal advice.\"}")) {
            assertTrue(sheets.contains(rule), rule);
        }
        assertFalse((Theme.css() + sheets).contains("details{display:none}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "plain words, 1.5 %: (so)  | plain words, 1.5 %: (so)",
                "a\"b                     | a\\22 b",
                "a\\b                     | a\\5c b",
                "</style><b>               | \\3c \\2f style\\3e \\3c b\\3e",
                "x & y                     | x \\26  y",
                "Müller/été                | Müller\\2f été",
            })
    void aTitleCannotBreakOutOfTheStyle(String title, String expected) {
        var sheets = Theme.sheets(title.strip(), "x");
        assertTrue(sheets.contains("content:\"" + expected.strip()), sheets);
        assertFalse(sheets.contains("</style"));
    }

    @Test
    void theTableUnderAPictureScrollsByItself() {
        assertTrue(Gallery.cost().figure(Chart.WIDE).contains("</summary>\n<div class=\"scroll\"><table>"));
    }

    @ParameterizedTest
    @CsvSource({
        "GPUs wanted, GPUs, GPUs wanted",
        "days since the first submission, days, days since the first submission",
        "response window, business days, response window (business days)",
        "GPUs, GPUs, GPUs",
        "azure, GPUs, azure (GPUs)",
        "wanted, GPU-hours, wanted (GPU-hours)",
        "values, values, values"
    })
    void anAxisSaysItsUnitOnce(String name, String unit, String expected) {
        assertEquals(expected, Unit.count(unit).named(name));
        assertEquals(expected, Unit.count(unit).inPlain(name));
    }
}
