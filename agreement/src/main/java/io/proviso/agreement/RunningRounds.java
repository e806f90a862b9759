package io.proviso.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one right that may say something at an instant, as known at another; those that are over by then, or came on record
 * later, are never looked at.
 *
 * <p>An interval tree in an array: what stands in the middle of a range is the root of that range, and knows the latest end and the
 * earliest knowledge in it. To find k rounds of n costs O(log n + k), and one more k for each step of theirs that came on record later.
 */
final class RunningRounds {
    /** A course for as long as it says something, and for as long as nothing else is known. */
    private record Spell(RoundCourse course, Instant from, Instant until, Instant knownFrom, Instant knownUntil) {
        boolean isKnown(Instant knownAt) {
            return !knownFrom.isAfter(knownAt) && knownUntil.isAfter(knownAt);
        }
    }

    private final List<Spell> spells;
    private final Instant[] latest;
    private final Instant[] earliestKnown;

    private RunningRounds(List<Spell> spells) {
        this.spells = spells.stream().sorted(Comparator.comparing(Spell::from)).toList();
        this.latest = new Instant[spells.size()];
        this.earliestKnown = new Instant[spells.size()];
        summarise(0, spells.size());
    }

    /** Where the end of a round is a silence, it may yet have been something else until its last day is known to be over. */
    static RunningRounds of(List<Round> rounds, Courses courses) {
        var spells = new ArrayList<Spell>();
        for (var round : rounds) {
            var learned = round.recorded()
                    .filter(at -> !at.isBefore(round.notice().recorded()))
                    .sorted()
                    .distinct()
                    .toList();
            for (int i = 0; i < learned.size(); i++) {
                var from = learned.get(i);
                var until = i + 1 < learned.size() ? learned.get(i + 1) : Instant.MAX;
                var course = courses.of(round, from);
                if (course == null) {
                    continue;
                }
                var silent = course.silentThrough();
                var known = silent == null || silent.isBefore(from) ? from : silent.isBefore(until) ? silent : until;
                if (from.isBefore(known)) {
                    spells.add(new Spell(course, course.begins(), Instant.MAX, from, known));
                }
                if (known.isBefore(until)) {
                    var over = course.over();
                    spells.add(new Spell(course, course.begins(), over == null ? Instant.MAX : over, known, until));
                }
            }
        }
        return new RunningRounds(spells);
    }

    /** How a round goes as known at an instant. */
    interface Courses {
        /** Null if its right gives nobody anything by then. */
        @Nullable
        RoundCourse of(Round round, Instant knownAt);
    }

    private void summarise(int low, int high) {
        if (low >= high) {
            return;
        }
        int middle = (low + high) >>> 1;
        summarise(low, middle);
        summarise(middle + 1, high);
        var end = spells.get(middle).until();
        var known = spells.get(middle).knownFrom();
        for (int child : new int[] {root(low, middle), root(middle + 1, high)}) {
            if (child >= 0) {
                end = latest[child].isAfter(end) ? latest[child] : end;
                known = earliestKnown[child].isBefore(known) ? earliestKnown[child] : known;
            }
        }
        latest[middle] = end;
        earliestKnown[middle] = known;
    }

    private static int root(int low, int high) {
        return low < high ? (low + high) >>> 1 : -1;
    }

    void at(Instant asOf, Instant knownAt, Consumer<RoundCourse> found) {
        at(0, spells.size(), asOf, knownAt, found);
    }

    private void at(int low, int high, Instant asOf, Instant knownAt, Consumer<RoundCourse> found) {
        int middle = root(low, high);
        if (middle < 0 || !latest[middle].isAfter(asOf) || earliestKnown[middle].isAfter(knownAt)) {
            return;
        }
        at(low, middle, asOf, knownAt, found);
        var spell = spells.get(middle);
        if (spell.from().isAfter(asOf)) {
            return;
        }
        if (spell.until().isAfter(asOf) && spell.isKnown(knownAt)) {
            found.accept(spell.course());
        }
        at(middle + 1, high, asOf, knownAt, found);
    }

    /** When the next round begins; null if none does. */
    @Nullable
    Instant next(Instant asOf, Instant knownAt) {
        return next(0, spells.size(), asOf, knownAt);
    }

    private @Nullable Instant next(int low, int high, Instant asOf, Instant knownAt) {
        int middle = root(low, high);
        if (middle < 0 || earliestKnown[middle].isAfter(knownAt)) {
            return null;
        }
        var spell = spells.get(middle);
        if (spell.from().isAfter(asOf)) {
            var sooner = next(low, middle, asOf, knownAt);
            if (sooner != null || spell.isKnown(knownAt)) {
                return sooner == null ? spell.from() : sooner;
            }
        }
        return next(middle + 1, high, asOf, knownAt);
    }
}
