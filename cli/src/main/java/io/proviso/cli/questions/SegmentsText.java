package io.proviso.cli.questions;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.counsel.cure.Cure;
import io.proviso.counsel.cure.WouldHaveDecided;
import io.proviso.counsel.english.Page;
import io.proviso.counsel.english.Table;
import io.proviso.counsel.explain.RulingPage;
import io.proviso.units.EnumWord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rulings over an interval as text: first when which outcome held, then each ruling in full. */
public final class SegmentsText {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);
    private static final String RULE = "-".repeat(100);

    private SegmentsText() {}

    public static String of(List<Rulings.Segment> segments, ZoneId zone, Function<Ruling, String> full) {
        var text = new StringBuilder();
        for (var segment : segments) {
            text.append(when(segment.from(), zone))
                    .append(" to ")
                    .append(when(segment.to(), zone))
                    .append("  ")
                    .append(segment.ruling().outcome())
                    .append('\n');
        }
        for (var segment : segments) {
            for (var because : segment.reasons()) {
                text.append('\n').append(RULE).append('\n').append(full.apply(because.ruling()));
            }
        }
        return text.toString();
    }

    /** A line for each answer, with the clause that decides it first. */
    public static String inBrief(List<Rulings.Segment> segments, ZoneId zone, Disclosure audience) {
        var text = new StringBuilder();
        for (var segment : segments) {
            var ruling = segment.ruling();
            text.append(day(segment.from(), zone))
                    .append(" to ")
                    .append(day(segment.to(), zone))
                    .append("  %-12s  ".formatted(ruling.outcome()))
                    .append(
                            ruling.deciding().isEmpty()
                                    ? silence(ruling, audience, "no clause decides it")
                                    : ruling.deciding().getFirst().clause())
                    .append(ruling.deciding().size() > 1 || segment.reasons().size() > 1 ? ", …" : "")
                    .append('\n');
        }
        return text.toString();
    }

    /** What held when, a row for each; times in UTC, for a machine. */
    public static Table table(List<Rulings.Segment> segments, Disclosure audience) {
        return new Table(
                List.of("from", "to", "outcome", "decidedBy", "restsOn", "ruling"),
                segments.stream()
                        .map(segment -> List.of(
                                segment.from().toString(),
                                segment.to().toString(),
                                segment.ruling().outcome().name(),
                                deciding(segment.ruling(), audience),
                                EnumWord.of(segment.ruling().restsOn()),
                                segment.ruling().id()))
                        .toList());
    }

    /** What held when, then each ruling in full, with all that decided it in turn. */
    public static Page page(
            List<Rulings.Segment> segments, ZoneId zone, Disclosure audience, Function<Ruling, List<Cure>> cures) {
        var blocks = new ArrayList<Page.Block>();
        blocks.add(new Table(
                List.of("from", "to", "outcome", "decided by"),
                segments.stream()
                        .map(segment -> List.of(
                                day(segment.from(), zone),
                                day(segment.to(), zone),
                                segment.ruling().outcome().name(),
                                deciding(segment.ruling(), audience)))
                        .toList()));
        for (var segment : segments) {
            for (var because : segment.reasons()) {
                var ruling = because.ruling();
                blocks.add(new Page.Heading("From " + day(because.from(), zone) + ": " + ruling.outcome()));
                blocks.addAll(RulingPage.blocks(ruling, audience, cures.apply(ruling), Page.Subheading::new));
            }
        }
        var asked = segments.getFirst().ruling().asking().question().words();
        return new Page(
                asked + ", " + day(segments.getFirst().from(), zone) + " to "
                        + day(segments.getLast().to(), zone),
                blocks);
    }

    private static String silence(Ruling ruling, Disclosure audience, String otherwise) {
        var freed = WouldHaveDecided.words(ruling.disclosedTo(audience));
        return freed == null ? otherwise : freed;
    }

    private static String deciding(Ruling ruling, Disclosure audience) {
        return ruling.deciding().isEmpty()
                ? silence(ruling, audience, "by silence")
                : ruling.deciding().stream()
                        .map(cited -> cited.clause().toString())
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private static String day(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return local.toLocalTime().toSecondOfDay() == 0 ? local.toLocalDate().toString() : when(instant, zone);
    }

    private static String when(Instant instant, ZoneId zone) {
        return LOCAL.format(instant.atZone(zone));
    }
}
