package io.proviso.charts;

/**
 * The frame of every page we write: one self-contained file without a script, in the style of the charts, that prints whole. It is
 * well-formed XML, so that a test can read it.
 */
public final class WebPage {
    private static final String FOOT = "Not legal advice.";

    private WebPage() {}

    /**
     * The page.
     *
     * @param title in plain text, also as its first heading and at the head of each sheet
     * @param style of its own, beside that of the charts
     * @param main markup below the first heading
     */
    public static String of(String title, String style, String main) {
        var plain = Xml.escape(title);
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>" + plain
                + "</title>\n<style>\n" + Theme.css() + style + Theme.sheets(title, FOOT)
                + "</style>\n</head>\n<body>\n<main>\n<h1>" + plain + "</h1>\n" + main
                + "</main>\n</body>\n</html>\n";
    }
}
