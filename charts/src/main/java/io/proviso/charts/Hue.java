package io.proviso.charts;

import java.util.List;
import java.util.Locale;

/**
 * The colour of one thing in every chart of a page, together with the dash, the texture and the shape of point that say the same without colour.
 * The first seven are for things that are compared; {@link #VERMILLION} is kept for what is missing and
 * {@link #INK} for what all are measured by.
 *
 * <p>Base: Okabe and Ito, "Color Universal Design" (2008). Lines are darkened on light paper to stand 3:1 from it, fills are
 * lightened to carry dark ink at 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3).
 */
public enum Hue {
    BLUE("#0072b2", "#82bce3", "#5ab0e8", "#4a97cf", "", "", "M-4 0A4 4 0 0 1 4 0A4 4 0 0 1 -4 0Z"),
    ORANGE(
            "#a86a00",
            "#f0b94f",
            "#f0b030",
            "#d9980f",
            "7 3",
            "M0 8L8 0M-2 2L2 -2M6 10L10 6",
            "M-3.8 -3.8H3.8V3.8H-3.8Z"),
    GREEN("#007a59", "#6cc9ad", "#2cc79a", "#1fa47f", "2 3", "M2 2h.01M6 6h.01", "M0 -4.8L4.8 3.6H-4.8Z"),
    PURPLE(
            "#a4457b",
            "#e0aaca",
            "#e39bc4",
            "#c57ba5",
            "9 3 2 3",
            "M0 0L8 8M-2 6L2 10M6 -2L10 2",
            "M0 -5.2L5.2 0L0 5.2L-5.2 0Z"),
    SKY("#24799f", "#c4e5f7", "#9ad6fa", "#7fc4ec", "4 2", "M0 4H8", "M0 4.8L4.8 -3.6H-4.8Z"),
    YELLOW("#7d7200", "#f0e678", "#f0e442", "#d8cc3a", "12 4", "M4 0V8", "M-5 -2H-2V-5H2V-2H5V2H2V5H-2V2H-5Z"),
    GREY("#5f6871", "#cbd0d5", "#a9b2bb", "#8d969f", "1 4", "M4 2.5v3M2.5 4h3", "M-5 -2.5H5V2.5H-5Z"),
    VERMILLION("#c24e00", "#f3a273", "#ff8a4c", "#e0763a", "6 2 1 2", "M0 4L4 0M4 8L8 4", "M-2.5 -5H2.5V5H-2.5Z"),
    INK("#1b1f24", "#dfe3e7", "#e8ecf0", "#99a2ab", "", "", "M-4 0A4 4 0 0 1 4 0A4 4 0 0 1 -4 0Z");

    private static final List<Hue> COMPARED = List.of(BLUE, ORANGE, GREEN, PURPLE, SKY, YELLOW, GREY);

    final String lightLine;
    final String lightFill;
    final String darkLine;
    final String darkFill;
    /** SVG stroke-dasharray; empty for a solid line. */
    final String dash;
    /** What is repeated every 8 pixels over the fill; empty for a plain fill. */
    final String texture;
    /** The shape of a data point, around the origin. */
    final String point;

    Hue(
            String lightLine,
            String lightFill,
            String darkLine,
            String darkFill,
            String dash,
            String texture,
            String point) {
        this.lightLine = lightLine;
        this.lightFill = lightFill;
        this.darkLine = darkLine;
        this.darkFill = darkFill;
        this.dash = dash;
        this.texture = texture;
        this.point = point;
    }

    /** The hue of the thing at a position in a list; begins again after the seventh and never gives vermillion or ink. */
    public static Hue of(int index) {
        return COMPARED.get(Math.floorMod(index, COMPARED.size()));
    }

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
