package io.proviso.counsel.render;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Stipulation;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.ruling.Withheld;
import io.proviso.charts.Caption;
import io.proviso.charts.Hue;
import io.proviso.charts.Timeline;
import io.proviso.charts.scale.ChartSpan;
import io.proviso.counsel.Standpoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was in force when: for each clause of an agreement its bar over time, cut where an instrument rewrote it, hatched while a reading is open. */
public final class ClauseTimeline {
    private static final String HOW_TO_READ =
            "One row for each clause. A bar begins with the instrument named on it and ends with the next that"
                    + " rewrites or ends the clause, or with its own term; an arrow means that it goes on. Orange forbids,"
                    + " blue makes conditional, green permits, grey holds no single act (money, covenants, milestones)."
                    + " Hatched: several readings are open.";

    private final Standpoint from;
    private final Agreement agreement;
    private final Withheld withheld;
    private final Map<String, List<Timeline.Bar>> rows = new LinkedHashMap<>();
    private final Map<String, Stretch> running = new LinkedHashMap<>();

    /** A version since it came to be as it is. */
    private record Stretch(Instant start, ClauseVersion version) {}

    private ClauseTimeline(Standpoint from, Agreement agreement, Disclosure audience) {
        this.from = from;
        this.agreement = agreement;
        this.withheld = Withheld.in(List.of(agreement), audience);
    }

    /**
     * The picture of one agreement as known at the standpoint; null if it has no clauses on record. A clause that the audience
     * may not read is a grey row all along: a day is a term, and so is a colour.
     */
    public static @Nullable Timeline of(Standpoint from, Agreement agreement, Disclosure audience) {
        return new ClauseTimeline(from, agreement, audience).draw();
    }

    private @Nullable Timeline draw() {
        var start = agreement.instruments().stream()
                .filter(instrument -> !instrument.recorded().isAfter(from.knownAt()))
                .filter(instrument -> instrument.type() != Instrument.Type.MOU)
                .map(Instrument::effective)
                .min(Instant::compareTo)
                .orElse(null);
        if (start == null) {
            return null;
        }
        var last = start;
        for (Instant at = start; at != null; at = from.compiled().nextChange(at, from.knownAt())) {
            if (step(at)) {
                last = at;
            }
        }
        var zone = agreement.clock().zone();
        var end = last.atZone(zone).plusYears(1).truncatedTo(ChronoUnit.DAYS).toInstant();
        running.forEach((name, stretch) -> bar(name, stretch, end.plusSeconds(1)));
        if (rows.isEmpty()) {
            return null;
        }
        for (var row : rows.entrySet()) {
            if (isWithheld(row.getKey())) {
                row.getValue().add(Timeline.Bar.of(start, end.plusSeconds(1), Disclosure.WITHHELD, Hue.GREY));
            }
        }
        var open = rows.values().stream()
                .filter(bars -> bars.stream().anyMatch(bar -> bar.look().open()))
                .count();
        return new Timeline(
                new Caption("in-force-" + agreement.name().replaceAll("[^a-z0-9]+", "-"), finding(open), HOW_TO_READ),
                new ChartSpan(start, end, zone),
                rows.entrySet().stream()
                        .map(entry -> new Timeline.Row(entry.getKey(), entry.getValue()))
                        .toList(),
                from.asOf().isAfter(start) && from.asOf().isBefore(end)
                        ? List.of(new Timeline.Mark(from.asOf(), "as of"))
                        : List.of());
    }

    private String finding(long open) {
        int clauses = rows.size();
        return "What was in force when: " + clauses + (clauses == 1 ? " clause" : " clauses") + " of "
                + agreement.name() + ", " + (open == 0 ? "none" : open) + " with a time of open readings";
    }

    /** Whether anything of the agreement changed at that instant. */
    private boolean step(Instant at) {
        var now = new LinkedHashMap<String, ClauseVersion>();
        for (var inForce : from.at(at).agreements()) {
            if (inForce.agreement().name().equals(agreement.name())) {
                inForce.clauses().stream()
                        .filter(version ->
                                version.live().stream().map(Reading::body).anyMatch(Objects::nonNull))
                        .forEach(version -> now.put(version.name(), version));
            }
        }
        boolean changed = false;
        for (var name : List.copyOf(running.keySet())) {
            var stretch = Objects.requireNonNull(running.get(name));
            if (!goesOn(stretch.version(), now.get(name))) {
                bar(name, stretch, at);
                running.remove(name);
                changed = true;
            }
        }
        for (var entry : now.entrySet()) {
            rows.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>());
            if (isWithheld(entry.getKey())) {
                continue;
            }
            changed |= running.putIfAbsent(entry.getKey(), new Stretch(at, entry.getValue())) == null;
        }
        return changed;
    }

    private boolean isWithheld(String clause) {
        return withheld.covers(new ClauseName(agreement.name(), clause));
    }

    /** What is drawn from a consent cuts no bar. */
    private static boolean goesOn(ClauseVersion version, @Nullable ClauseVersion next) {
        return next != null
                && version.instrument().equals(next.instrument())
                && version.since().equals(next.since())
                && version.live().equals(next.live());
    }

    private void bar(String name, Stretch stretch, Instant end) {
        var version = stretch.version();
        var body = version.live().stream()
                .map(Reading::body)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        var bar = Timeline.Bar.of(stretch.start(), end, version.instrument().name(), hue(body));
        rows.computeIfAbsent(name, _ -> new ArrayList<>()).add(version.live().size() > 1 ? bar.open() : bar);
    }

    private static Hue hue(ClauseBody body) {
        return switch (body) {
            case Exclusivity _, Prohibition _ -> Hue.ORANGE;
            case FirstRefusal _, FirstAvailability _ -> Hue.BLUE;
            case Permission _, Licence _ -> Hue.GREEN;
            case Stipulation _ -> Hue.GREY;
        };
    }
}
