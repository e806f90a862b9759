package io.proviso.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rounds of a portfolio by right and by request, each with its course as known; a course is worked out when first asked for. */
final class RoundsOnRecord {
    /** A round of which so many steps are known, by the clause as it is read, and by the calendars as they were known then. */
    private record Known(String round, int steps, String reading, Instant calendars) {}

    private final Map<ClauseName, List<Round>> byRight = new HashMap<>();
    private final Map<String, List<Round>> byRequest = new HashMap<>();
    private final ConcurrentMap<Known, RoundCourse> courses = new ConcurrentHashMap<>();

    RoundsOnRecord(List<Round> rounds) {
        for (var round : rounds) {
            byRight.computeIfAbsent(round.right(), _ -> new ArrayList<>()).add(round);
            byRequest.computeIfAbsent(request(round), _ -> new ArrayList<>()).add(round);
        }
    }

    /** A round that nobody says belongs to a request is one by itself. */
    private static String request(Round round) {
        return round.request() == null ? "round " + round.id() : "request " + round.request();
    }

    boolean isEmpty() {
        return byRight.isEmpty();
    }

    List<Round> of(ClauseName right) {
        return byRight.getOrDefault(right, List.of());
    }

    /** All rounds of the request that a round belongs to, itself among them. */
    List<Round> withIn(Round round) {
        return byRequest.getOrDefault(request(round), List.of());
    }

    /** How a round goes as known then; null if it was not on record. */
    @Nullable
    RoundCourse course(
            Round round, Instant knownAt, String reading, Instant calendars, Function<Round, RoundCourse> governed) {
        var known = round.asKnown(knownAt);
        return known == null
                ? null
                : courses.computeIfAbsent(
                        new Known(round.id(), known.steps().size(), reading, calendars), _ -> governed.apply(known));
    }
}
