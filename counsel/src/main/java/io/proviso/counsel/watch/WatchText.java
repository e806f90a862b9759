package io.proviso.counsel.watch;

import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.ruling.RoundText;
import io.proviso.agreement.ruling.Ruling;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** A look in words: what flipped first, then what stayed. */
public final class WatchText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", Locale.ENGLISH);

    private final ZoneId zone;

    public WatchText(ZoneId zone) {
        this.zone = zone;
    }

    public String of(Watch watch) {
        var text = new StringBuilder();
        for (var seen : watch.flipped()) {
            text.append("FLIPPED  ").append(flipped(seen)).append('\n');
            text.append("         ").append(because(seen.ruling())).append('\n');
        }
        watch.seen().stream()
                .filter(Watch.Seen::isNew)
                .forEach(seen -> text.append("NEW      ")
                        .append(seen.question().name())
                        .append(": ")
                        .append(seen.answer())
                        .append('\n'));
        watch.seen().stream()
                .filter(seen -> !seen.isNew() && !seen.hasFlipped())
                .forEach(seen -> text.append("same     ")
                        .append(seen.question().name())
                        .append(": ")
                        .append(seen.answer())
                        .append(until(seen.ruling()))
                        .append('\n'));
        int flips = watch.flipped().size();
        return text.append(
                        flips == 0 ? "No answer flipped" : flips == 1 ? "1 answer flipped" : flips + " answers flipped")
                .append(", as of ")
                .append(moment(watch.asOf()))
                .append(", as known at ")
                .append(moment(watch.knownAt()))
                .append(".\n")
                .toString();
    }

    /** In a sentence, from what to what. */
    String flipped(Watch.Seen seen) {
        return seen.question().name() + ": was " + seen.before() + ", is " + seen.answer() + until(seen.ruling());
    }

    /** The question, and what decides it now. */
    String because(Ruling ruling) {
        var deciding = ruling.deciding().stream()
                .map(Citation::clause)
                .distinct()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return ruling.asking().question().words() + "; "
                + (deciding.isEmpty() ? "no clause decides" : "decided by " + deciding)
                + rounds(ruling);
    }

    /** The rounds on record by which rights say what they say, each with how far it came. */
    private String rounds(Ruling ruling) {
        var text = new RoundText(zone);
        return ruling.telling().rounds().stream()
                .map(cited -> "; round " + cited.round().id() + ": " + text.came(cited))
                .collect(Collectors.joining());
    }

    private String until(Ruling ruling) {
        return ruling.validUntil() == null ? "" : "; holds until " + moment(ruling.validUntil());
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }
}
