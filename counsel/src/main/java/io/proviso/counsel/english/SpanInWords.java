package io.proviso.counsel.english;

import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When a clause binds, in sentences; the last moment of a day is told as that day. */
public record SpanInWords(ZoneId zone) {
    /** Of a clause as a paper writes it. */
    public List<String> of(Clause clause) {
        return sentences(clause, end(clause.until()));
    }

    /** Of a clause as it stands: a period that counts from a day is told with the day to which it comes. */
    public List<String> of(ClauseVersion version) {
        var written = version.clause().until();
        var counted = version.span().until();
        return sentences(
                version.clause(), end(written) + (written.equals(counted) ? "" : ", which is " + end(counted)));
    }

    private List<String> sentences(Clause clause, String end) {
        return Stream.concat(
                        Stream.ofNullable(clause.sleepsUntil()).map(from -> "It binds " + beginning(from) + "."),
                        Stream.of("It ends " + end + "."))
                .toList();
    }

    private String beginning(End from) {
        return from instanceof End.At(Instant day)
                ? "from " + English.moment(day.atZone(zone)) + " on"
                : "only " + (from instanceof End.OnMilestone milestone ? "once " + come(milestone, "is") : end(from));
    }

    public String end(End end) {
        return switch (end) {
            case End.Never() -> "only by another instrument";
            case End.At(Instant instant) -> lastDay(instant);
            case End.OnMilestone milestone -> "when " + come(milestone, "is");
            case End.After(Window period, End.Anchor from) -> period + " after " + anchor(from);
            case End.EarlierOf(List<End> ends) -> "at the earlier of: " + ends(ends);
            case End.LaterOf(List<End> ends) -> "at the later of: " + ends(ends);
        };
    }

    private String anchor(End.Anchor from) {
        return switch (from) {
            case End.Anchor.Day(Instant day) -> English.moment(day.atZone(zone));
            case End.Anchor.Beginning() -> "it begins";
            case End.Anchor.Event(End.OnMilestone milestone) -> come(milestone, "has become");
        };
    }

    private static String come(End.OnMilestone milestone, String verb) {
        return milestone.facet() + " " + verb + " " + String.join(" or ", milestone.values());
    }

    private String ends(List<End> ends) {
        return ends.stream().map(this::end).collect(Collectors.joining("; "));
    }

    private String lastDay(Instant instant) {
        var local = instant.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? "with the end of " + local.toLocalDate().minusDays(1)
                : "on " + local.toLocalDate() + " at " + local.toLocalTime();
    }
}
