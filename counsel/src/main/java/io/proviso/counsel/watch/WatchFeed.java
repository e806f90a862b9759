package io.proviso.counsel.watch;

import io.proviso.charts.Xml;
import io.proviso.units.Sha256;
import java.time.Instant;
import java.time.ZoneId;

/** Flips as an Atom feed (RFC 4287): an entry for each, which keeps its id however often the feed is made for the same look. */
public final class WatchFeed {
    private WatchFeed() {}

    public static String of(Watch watch, ZoneId zone) {
        var text = new WatchText(zone);
        var feed = new StringBuilder("""
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                """);
        element(feed, "  ", "title", "Answers that flipped: " + watch.portfolio());
        element(feed, "  ", "id", id(watch.portfolio()));
        element(feed, "  ", "updated", stamp(watch.asOf()));
        feed.append("  <author><name>Proviso</name></author>\n");
        for (var seen : watch.flipped()) {
            feed.append("  <entry>\n");
            element(feed, "    ", "title", text.flipped(seen));
            element(
                    feed,
                    "    ",
                    "id",
                    id(String.join(
                            "\n",
                            watch.portfolio(),
                            seen.question().name(),
                            String.valueOf(seen.before()),
                            seen.answer(),
                            stamp(watch.asOf()))));
            element(feed, "    ", "updated", stamp(watch.asOf()));
            element(feed, "    ", "content", text.because(seen.ruling()) + ". Not legal advice.");
            feed.append("  </entry>\n");
        }
        return feed.append("</feed>\n").toString();
    }

    private static void element(StringBuilder feed, String indent, String name, String text) {
        feed.append(indent)
                .append('<')
                .append(name)
                .append('>')
                .append(Xml.escape(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    /** A name that says nothing but which it is. */
    private static String id(String identity) {
        var digest = Sha256.of(identity);
        return "urn:uuid:" + digest.substring(0, 8) + "-" + digest.substring(8, 12) + "-8" + digest.substring(13, 16)
                + "-8" + digest.substring(17, 20) + "-" + digest.substring(20, 32);
    }

    private static String stamp(Instant instant) {
        return instant.toString();
    }
}
