package io.proviso.charts;

/**
 * A finding with the picture and the figures that carry it. Equal charts give equal bytes; no picture needs a script, and
 * none needs colour to be read. Pages that show one include {@link Theme#css()} once.
 */
public sealed interface Chart permits BarChart, CapacityTimeline, Ecdf, HeatMap, LineChart, Timeline {
    /** Fits between the margins of the narrowest phone, 320 px wide. */
    int PHONE = 288;

    /** Fits one column of text, and a sheet of paper. */
    int NARROW = 640;

    /** Fits the full page of a desktop browser. */
    int WIDE = 960;

    Caption caption();

    /** The figures behind the picture, in full. */
    DataTable table();

    /**
     * An {@code <svg>} element for a page, {@code width} CSS pixels wide. It is drawn for that width rather than scaled to
     * it, so that its text is never smaller than 11 px.
     */
    default String svg(int width) {
        return draw(caption().id(), width).element("");
    }

    default String svg() {
        return svg(WIDE);
    }

    /** The same picture as a file of its own, with its style inside. */
    default String image(int width) {
        return draw(caption().id(), width).element(Theme.css());
    }

    /**
     * An HTML {@code <figure>}: the finding, the picture, and its table with a link to the table as CSV. Where there is less room than that
     * width, {@link Theme} shows one of the smaller drawings in its place.
     */
    default String figure(int width) {
        return "<figure class=\"chart\" id=\"" + caption().id() + "\">\n<figcaption>"
                + Xml.escape(caption().finding()) + "</figcaption>\n<div class=\"full scroll\">" + svg(width)
                + "</div>\n" + smaller("narrow", NARROW) + smaller("phone", PHONE)
                + table().details(caption().id()) + "</figure>\n";
    }

    private String smaller(String size, int width) {
        return "<div class=\"" + size + "\">"
                + draw(caption().id() + "-" + size, width).element("") + "</div>\n";
    }

    private Canvas draw(String id, int width) {
        var canvas = new Canvas(caption(), id, width);
        switch (this) {
            case BarChart chart -> new BarDrawing(chart, canvas).draw();
            case CapacityTimeline chart -> new CapacityDrawing(chart, canvas).draw();
            case Ecdf chart -> new EcdfDrawing(chart, canvas).draw();
            case HeatMap chart -> new HeatDrawing(chart, canvas).draw();
            case LineChart chart -> new LineDrawing(chart, canvas).draw();
            case Timeline chart -> new TimelineDrawing(chart, canvas).draw();
        }
        return canvas;
    }
}
