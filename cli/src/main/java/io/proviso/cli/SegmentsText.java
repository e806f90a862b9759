package io.proviso.cli;

import io.proviso.agreement.Portfolio;
import io.proviso.agreement.RulingText;
import io.proviso.agreement.Rulings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The rulings over an interval as text: first when which outcome held, then each ruling in full. */
final class SegmentsText {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);
    private static final String RULE = "-".repeat(100);

    private SegmentsText() {}

    static String of(List<Rulings.Segment> segments, Portfolio portfolio) {
        var text = new StringBuilder();
        for (var segment : segments) {
            text.append(when(segment.from(), portfolio.zone()))
                    .append(" to ")
                    .append(when(segment.to(), portfolio.zone()))
                    .append("  ")
                    .append(segment.ruling().outcome())
                    .append('\n');
        }
        for (var segment : segments) {
            text.append('\n').append(RULE).append('\n').append(RulingText.of(segment.ruling(), portfolio));
        }
        return text.toString();
    }

    private static String when(Instant instant, ZoneId zone) {
        return LOCAL.format(instant.atZone(zone));
    }
}
