package io.proviso.agreement.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.clause.ClauseName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rounds of a portfolio by right and by request, each with its course as known; a course is worked out when first asked for. */
public final class RoundsOnRecord {
    /** By which paper a round is read: a clause from when it was last written, in one reading, and all as known then. */
    record Governed(ClauseName right, String reading, Instant written, Instant known) {}

    /** A round of which so many steps are known, and whether one that it re-offers is. */
    private record Known(String round, int steps, boolean reoffers, Governed by) {}

    private final Map<ClauseName, List<Round>> byRight = new HashMap<>();
    private final Map<String, List<Round>> byRequest = new HashMap<>();
    private final ConcurrentMap<Governed, RunningRounds> running = new ConcurrentHashMap<>();
    private final ConcurrentMap<Known, RoundCourse> courses = new ConcurrentHashMap<>();

    public RoundsOnRecord(List<Round> rounds) {
        for (var round : rounds) {
            byRight.computeIfAbsent(round.right(), _ -> new ArrayList<>()).add(round);
            byRequest.computeIfAbsent(requestOf(round), _ -> new ArrayList<>()).add(round);
        }
    }

    /** The request that a round belongs to. If nobody says so, it is one by itself. */
    static String requestOf(Round round) {
        return round.request() == null ? "round " + round.id() : "request " + round.request();
    }

    public boolean isEmpty() {
        return byRight.isEmpty();
    }

    /** All rounds of the request that a round belongs to, itself among them. */
    Stream<Round> withIn(Round round) {
        return byRequest.getOrDefault(requestOf(round), List.of()).stream();
    }

    /** The rounds of a right, each by the course that it takes. */
    RunningRounds running(Governed by, RunningRounds.Courses of) {
        return running.computeIfAbsent(by, _ -> RunningRounds.of(byRight.getOrDefault(by.right(), List.of()), of));
    }

    /** How a round goes as known then; null if it was not on record. */
    @Nullable
    RoundCourse course(
            Round round, Instant knownAt, Governed by, boolean reoffers, Function<Round, RoundCourse> governed) {
        var known = round.asKnown(knownAt);
        return known == null
                ? null
                : courses.computeIfAbsent(
                        new Known(round.id(), known.steps().size(), reoffers, by), _ -> governed.apply(known));
    }
}
