package io.proviso.charts;

import io.proviso.charts.scale.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;

/** The SVG of one chart while it is drawn: coordinates in pixels, colours as classes of {@link Theme}. */
final class Canvas {
    /** Size of all text, in pixels. */
    static final int TEXT = 12;

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Below it a picture has no room for names beside its plot. */
    private static final int SLENDER = 480;

    final int width;
    private final Caption caption;
    private final String id;
    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> patterns = new LinkedHashMap<>();
    private String emptyBecause = "";
    private double height;

    /** @param id what its ids begin with: one chart may be drawn more than once in a page */
    Canvas(Caption caption, String id, int width) {
        if (width < Chart.PHONE || width > 4000) {
            throw new IllegalArgumentException("chart " + caption.id() + ": a width of " + width + " px is outside "
                    + Chart.PHONE + " to 4000.\nDraw at the width of the place it goes to: 640 or 960.");
        }
        this.caption = caption;
        this.id = id;
        this.width = width;
    }

    boolean isSlender() {
        return width < SLENDER;
    }

    void height(double pixels) {
        height = pixels;
    }

    /** Instead of a picture: why there is none. */
    void empty(String because) {
        emptyBecause = because;
        height = 96;
        shape(
                "rect",
                "x=\"0.5\" y=\"0.5\" width=\"" + (width - 1) + "\" height=\"95\" stroke-dasharray=\"4 4\"",
                "grid",
                "");
        text(width / 2.0, 52, Anchor.MIDDLE, "muted", because);
    }

    void text(double x, double y, Anchor anchor, String css, String text) {
        if (text.isEmpty()) {
            return;
        }
        body.append("<text x=\"").append(Numbers.px(x)).append("\" y=\"").append(Numbers.px(y));
        switch (anchor) {
            case START -> {}
            case MIDDLE -> body.append("\" text-anchor=\"middle");
            case END -> body.append("\" text-anchor=\"end");
        }
        if (!css.isEmpty()) {
            body.append("\" class=\"").append(css);
        }
        body.append("\">").append(Xml.escape(text)).append("</text>\n");
    }

    /** Text on a textured surface, with a plain ground under it so that the texture does not run through the letters. */
    void textOn(Hue hue, double x, double y, Anchor anchor, String text) {
        double wide = TextWidth.of(text);
        double left = anchor == Anchor.START ? x : anchor == Anchor.MIDDLE ? x - wide / 2 : x - wide;
        rect(new Box(left - 2, y - 12, left + wide + 2, y + 4), "area " + hue.css(), "");
        text(x, y, anchor, "on", text);
    }

    void line(double x1, double y1, double x2, double y2, String css) {
        path("M" + Numbers.px(x1) + " " + Numbers.px(y1) + "L" + Numbers.px(x2) + " " + Numbers.px(y2), css);
    }

    void path(String d, String css) {
        dashed(d, css, "");
    }

    void dashed(String d, String css, String dash) {
        shape("path", "d=\"" + d + "\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""), css, "");
    }

    /** A path filled with a paint of this canvas: {@link #texture} or {@link #hatch}. */
    void painted(String d, String paint) {
        shape("path", "d=\"" + d + "\" fill=\"" + paint + "\"", "", "");
    }

    void rect(Box box, String css, String tip) {
        shape("rect", box.attributes(), css, tip);
    }

    void paintedRect(Box box, String paint, String tip) {
        shape("rect", box.attributes() + " fill=\"" + paint + "\"", "", tip);
    }

    void circle(double x, double y, double r, String css) {
        shape(
                "circle",
                "cx=\"" + Numbers.px(x) + "\" cy=\"" + Numbers.px(y) + "\" r=\"" + Numbers.px(r) + "\"",
                css,
                "");
    }

    /** A path written around the origin, moved to its place. */
    void glyph(String d, double x, double y, String css) {
        var place = "translate(" + Numbers.px(x) + " " + Numbers.px(y) + ")";
        shape("path", "d=\"" + d + "\" transform=\"" + place + "\"", css, "");
    }

    /** The fill of a thing: its colour with its own texture. */
    String texture(Hue hue) {
        return pattern(hue.css(), hue, "<path d=\"" + hue.texture + "\" class=\"texture\"/>");
    }

    /** The fill of what is open or missing: broad strokes over the colour. */
    String hatch(Hue hue) {
        return pattern("hatch-" + hue.css(), hue, "<path d=\"M0 8L8 0M-2 2L2 -2M6 10L10 6\" class=\"hatch\"/>");
    }

    private String pattern(String name, Hue hue, String strokes) {
        var pattern = id + "-" + name;
        patterns.put(
                pattern,
                "<pattern id=\"" + pattern + "\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" class=\""
                        + hue.css() + "\"><rect width=\"8\" height=\"8\" class=\"area\"/>" + strokes + "</pattern>\n");
        return "url(#" + pattern + ")";
    }

    private void shape(String name, String attributes, String css, String tip) {
        body.append('<').append(name).append(' ').append(attributes);
        if (!css.isEmpty()) {
            body.append(" class=\"").append(css).append('"');
        }
        if (tip.isEmpty()) {
            body.append("/>\n");
        } else {
            body.append("><title>")
                    .append(Xml.escape(tip))
                    .append("</title></")
                    .append(name)
                    .append(">\n");
        }
    }

    /** All that was drawn, as one element; with a style sheet it stands alone. */
    String element(String style) {
        var size = width + "\" height=\"" + Numbers.px(Math.ceil(height));
        var description = caption.description() + (emptyBecause.isEmpty() ? "" : " " + emptyBecause);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" width=\"" + size + "\" viewBox=\"0 0 " + width
                + " "
                + Numbers.px(Math.ceil(height)) + "\" font-size=\"" + TEXT + "\" role=\"img\" aria-labelledby=\""
                + id + "-title\" aria-describedby=\"" + id + "-desc\">\n<title id=\"" + id
                + "-title\">" + Xml.escape(caption.finding()) + "</title>\n<desc id=\"" + id + "-desc\">"
                + Xml.escape(description) + "</desc>\n"
                + (style.isEmpty()
                        ? ""
                        : "<style>" + style + "</style>\n<rect width=\"100%\" height=\"100%\" class=\"paper\"/>\n")
                + (patterns.isEmpty() ? "" : "<defs>\n" + String.join("", patterns.values()) + "</defs>\n") + body
                + "</svg>";
    }
}
