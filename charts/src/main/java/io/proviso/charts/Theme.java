package io.proviso.charts;

import java.util.List;
import java.util.function.Function;

/**
 * The style that all charts of a page share. Light and dark follow the system; {@code data-theme="light"} or
 * {@code "dark"} on the root element overrules it; paper is always light.
 *
 * <p>A page may use the same variables for itself: {@code --paper}, {@code --ink}, {@code --muted}, {@code --rule}.
 */
public final class Theme {
    static final String LIGHT_PAPER = "#ffffff";
    static final String DARK_PAPER = "#14181d";
    /** Ink on any fill, in both themes. */
    static final String ON_FILL = "#14181d";
    /** From little to much; ColorBrewer "Blues" up to the darkest that carries dark ink. */
    static final List<String> LIGHT_HEAT =
            List.of("#f3f8fc", "#deebf7", "#c9dff0", "#b3d3e9", "#9bc6e2", "#82b8da", "#6baed6");

    static final List<String> DARK_HEAT =
            List.of("#1b242c", "#1c2f3d", "#1d3a4f", "#1f4561", "#215174", "#245d88", "#28699c");

    /** Bright fills leave no room for brighter strokes: in the dark, textures are drawn over them in dark ink. */
    private static final String OVER = ";--over:" + ON_FILL;

    private static final String RULES = """
        .chart{margin:0 0 2rem;container-type:inline-size}
        .chart figcaption{font-weight:600;margin:0 0 .5rem;max-width:60em}
        .scroll{overflow-x:auto}
        .chart .narrow,.chart .phone{display:none}
        .chart .narrow svg{max-width:100%;height:auto}
        .chart .phone svg{width:100%;max-width:27rem;height:auto}
        @container (max-width:959px){.chart .full{display:none}.chart .narrow{display:block}}
        @container (max-width:589px){.chart .narrow{display:none}.chart .phone{display:block}}
        .chart details{margin:.25rem 0 0;font-size:.875rem}
        .chart summary{cursor:pointer;color:var(--muted)}
        .chart table{border-collapse:collapse;margin:.5rem 0;font-variant-numeric:tabular-nums}
        .chart caption{text-align:left;color:var(--muted);padding:.25rem 0}
        .chart th,.chart td{padding:.2rem .75rem .2rem 0;border-bottom:1px solid var(--rule);text-align:left;font-weight:400}
        .chart thead th{font-weight:600;vertical-align:bottom}
        .chart .number{text-align:right}
        .chart a{color:var(--blue-line)}
        svg.plot{display:block;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        svg.plot text{fill:var(--ink)}
        svg.plot .muted{fill:var(--muted)}
        svg.plot .strong{font-weight:600}
        svg.plot .on{fill:var(--on-fill)}
        svg.plot .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3;stroke-linejoin:round}
        svg.plot .grid{stroke:var(--rule);fill:none}
        svg.plot .axis{stroke:var(--muted);fill:none}
        svg.plot .note{stroke:var(--ink);fill:none}
        svg.plot .line{stroke:var(--line);fill:none;stroke-width:2;stroke-linejoin:round}
        svg.plot .edge{stroke:var(--line);fill:none}
        svg.plot .restless{stroke-opacity:.5}
        svg.plot .dot{stroke:var(--paper);fill:var(--line)}
        svg.plot .area{fill:var(--fill)}
        svg.plot .band{fill:var(--line);fill-opacity:.18}
        svg.plot .texture{stroke:var(--over,var(--line));stroke-opacity:.55;stroke-linecap:round;fill:none}
        svg.plot .hatch{stroke:var(--over,var(--line));stroke-width:2;fill:none}
        svg.plot .blank{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
        svg.plot .sign{stroke:var(--ink);stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;fill:none}
        svg.plot .solid{fill:var(--ink)}
        svg.plot .paper{fill:var(--paper)}
        svg.plot .heat{fill:var(--heat-ink)}
        @media print{svg.plot{max-width:100%;height:auto}.chart summary,.chart a[download]{display:none}}
        """;

    private static final String PRINT = """
        @media print{
        :root body{max-width:none;padding:0}
        :root .scroll{overflow:visible}
        :root details::details-content{display:block;content-visibility:visible;block-size:auto}
        :root svg.plot,:root tr,:root li,h1,h2,h3,h4,figcaption,summary{break-inside:avoid}
        h1,h2,h3,h4,figcaption,summary,caption,thead,.before{break-after:avoid}
        :root thead{display:table-header-group}
        :root table{font-size:.75rem}
        :root th,:root td{white-space:normal;padding:.15rem .5rem .15rem 0}
        }
        """;

    private Theme() {}

    /** A style sheet without the {@code <style>} element around it. */
    public static String css() {
        var dark = variables(
                        "dark",
                        DARK_PAPER,
                        List.of("#e8ecf0", "#a4adb6", "#353c44"),
                        hue -> hue.darkLine,
                        hue -> hue.darkFill)
                + OVER
                + heat(DARK_HEAT, "#f2f5f8");
        return ":root{"
                + variables(
                        "light",
                        LIGHT_PAPER,
                        List.of("#1b1f24", "#57606a", "#d9dee3"),
                        hue -> hue.lightLine,
                        hue -> hue.lightFill)
                + heat(LIGHT_HEAT, ON_FILL) + "}\n"
                + "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark + "}}\n"
                + "@media screen{:root[data-theme=dark]{" + dark + "}}\n" + RULES
                + steps();
    }

    /**
     * How a page is printed, to stand after its own style: whole, what is folded away unfolded, no table or picture cut and no heading
     * left alone; each sheet says whose it is and how many there are.
     *
     * @param title at the head of each sheet
     * @param foot at the foot of each sheet
     */
    public static String sheets(String title, String foot) {
        return "@page{margin:18mm 14mm;@top-left{font:9pt sans-serif;content:" + quoted(title)
                + "}@bottom-left{font:9pt sans-serif;content:" + quoted(foot)
                + "}@bottom-right{font:9pt sans-serif;content:counter(page) \" of \" counter(pages)}}\n" + PRINT;
    }

    /** As a CSS string that ends neither itself nor the element it stands in. */
    private static String quoted(String text) {
        var css = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || " .,:;-()%".indexOf(point) >= 0) {
                css.appendCodePoint(point);
            } else {
                css.append('\\').append(Integer.toHexString(point)).append(' ');
            }
        });
        return css.append('"').toString();
    }

    private static String variables(
            String scheme, String paper, List<String> inks, Function<Hue, String> line, Function<Hue, String> fill) {
        var css = new StringBuilder("color-scheme:" + scheme + ";--paper:" + paper + ";--ink:" + inks.get(0)
                + ";--muted:" + inks.get(1) + ";--rule:" + inks.get(2) + ";--on-fill:" + ON_FILL);
        for (var hue : Hue.values()) {
            css.append(";--").append(hue.css()).append("-line:").append(line.apply(hue));
            css.append(";--").append(hue.css()).append("-fill:").append(fill.apply(hue));
        }
        return css.toString();
    }

    private static String heat(List<String> fills, String ink) {
        var css = new StringBuilder(";--heat-ink:" + ink);
        for (int step = 0; step < fills.size(); step++) {
            css.append(";--heat-").append(step).append(':').append(fills.get(step));
        }
        return css.toString();
    }

    private static String steps() {
        var css = new StringBuilder();
        for (var hue : Hue.values()) {
            css.append("svg.plot .%1$s{--line:var(--%1$s-line);--fill:var(--%1$s-fill)}\n".formatted(hue.css()));
        }
        for (int step = 0; step < LIGHT_HEAT.size(); step++) {
            css.append("svg.plot .heat-%1$d{fill:var(--heat-%1$d)}\n".formatted(step));
        }
        return css.toString();
    }
}
