package io.proviso.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of a portfolio by right and by request, each with its course as known; a course is worked out when first asked for.
 *
 * <p>Parts of growing size, smallest first, merged as the digits of a counter carry (Bentley and Saxe 1980): one round more costs
 * O(log n) on average, and what was made of the others is kept.
 */
final class RoundsOnRecord {
    /** By which paper a round is read: a clause from when it was last written, in one reading, and all as known then. */
    record Governed(ClauseName right, String reading, Instant written, Instant known) {}

    /** A round of which so many steps are known, and whether one that it re-offers is. */
    private record Known(String round, int steps, boolean reoffers, Governed by) {}

    private record Part(
            List<Round> rounds,
            Map<ClauseName, List<Round>> byRight,
            Map<String, List<Round>> byRequest,
            ConcurrentMap<Governed, RunningRounds> running) {
        static Part of(List<Round> rounds) {
            var byRight = new HashMap<ClauseName, List<Round>>();
            var byRequest = new HashMap<String, List<Round>>();
            for (var round : rounds) {
                byRight.computeIfAbsent(round.right(), _ -> new ArrayList<>()).add(round);
                byRequest
                        .computeIfAbsent(requestOf(round), _ -> new ArrayList<>())
                        .add(round);
            }
            return new Part(rounds, byRight, byRequest, new ConcurrentHashMap<>());
        }
    }

    private final List<Part> parts;
    private final ConcurrentMap<Known, RoundCourse> courses;

    private RoundsOnRecord(List<Part> parts, ConcurrentMap<Known, RoundCourse> courses) {
        this.parts = List.copyOf(parts);
        this.courses = courses;
    }

    static RoundsOnRecord of(List<Round> rounds) {
        return new RoundsOnRecord(rounds.isEmpty() ? List.of() : List.of(Part.of(rounds)), new ConcurrentHashMap<>());
    }

    RoundsOnRecord and(Round more) {
        var merged = new ArrayList<>(List.of(more));
        int carried = 0;
        while (carried < parts.size() && parts.get(carried).rounds().size() <= merged.size()) {
            merged.addAll(parts.get(carried).rounds());
            carried++;
        }
        var all = new ArrayList<>(List.of(Part.of(merged)));
        all.addAll(parts.subList(carried, parts.size()));
        return new RoundsOnRecord(all, courses);
    }

    /** The request that a round belongs to. If nobody says so, it is one by itself. */
    static String requestOf(Round round) {
        return round.request() == null ? "round " + round.id() : "request " + round.request();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All rounds of the request that a round belongs to, itself among them. */
    Stream<Round> withIn(Round round) {
        var request = requestOf(round);
        return parts.stream().flatMap(part -> part.byRequest().getOrDefault(request, List.of()).stream());
    }

    /** The rounds of a right, each by the course that it takes. */
    List<RunningRounds> running(Governed by, RunningRounds.Courses courses) {
        return parts.stream()
                .map(part -> part.byRight().get(by.right()) == null
                        ? null
                        : part.running()
                                .computeIfAbsent(
                                        by,
                                        _ -> RunningRounds.of(
                                                Objects.requireNonNull(
                                                        part.byRight().get(by.right())),
                                                courses)))
                .flatMap(Stream::ofNullable)
                .toList();
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
