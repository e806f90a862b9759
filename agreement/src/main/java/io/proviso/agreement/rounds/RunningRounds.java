package io.proviso.agreement.rounds;

import io.proviso.agreement.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of one right that may say something at an instant, as known at another; those that are over by then, or came on record
 * later, are never looked at, nor what was thought of them before more of them came on record. To find k rounds of n costs
 * O(log n + k), and one more k for each step of theirs that came on record later.
 */
final class RunningRounds {
    /** A course for as long as it says something, and for as long as nothing else is known. */
    private record Spell(RoundCourse course, Instant from, Instant until, Instant knownFrom, Instant knownUntil) {
        boolean isKnown(Instant knownAt) {
            return !knownFrom.isAfter(knownAt) && knownUntil.isAfter(knownAt);
        }

        boolean isOutdated() {
            return knownUntil.isBefore(Instant.MAX);
        }
    }

    /** What is known for good, which is over one day; and what was known for a time, whose round may go on for ever. */
    private final Tree lasting;

    private final Tree outdated;

    private RunningRounds(List<Spell> spells) {
        this.lasting = new Tree(spells.stream().filter(spell -> !spell.isOutdated()), Spell::until);
        this.outdated = new Tree(spells.stream().filter(Spell::isOutdated), Spell::knownUntil);
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

    void at(Instant asOf, Instant knownAt, Consumer<RoundCourse> found) {
        lasting.at(asOf, knownAt, asOf, found);
        outdated.at(asOf, knownAt, knownAt, found);
    }

    /** When the next round begins; null if none does. */
    @Nullable
    Instant next(Instant asOf, Instant knownAt) {
        var one = lasting.next(asOf, knownAt, asOf);
        var other = outdated.next(asOf, knownAt, knownAt);
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /**
     * An interval tree in an array: what stands in the middle of a range is the root of that range, and knows the latest end and the
     * earliest knowledge in it.
     */
    private static final class Tree {
        private final List<Spell> spells;
        private final Function<Spell, Instant> end;
        private final Instant[] latest;
        private final Instant[] earliestKnown;

        /** Sorted by their beginnings; after its end a spell is not looked for. */
        Tree(Stream<Spell> spells, Function<Spell, Instant> end) {
            this.spells = spells.sorted(Comparator.comparing(Spell::from)).toList();
            this.end = end;
            this.latest = new Instant[this.spells.size()];
            this.earliestKnown = new Instant[this.spells.size()];
            summarise(0, this.spells.size());
        }

        private void summarise(int low, int high) {
            if (low >= high) {
                return;
            }
            int middle = (low + high) >>> 1;
            summarise(low, middle);
            summarise(middle + 1, high);
            var last = end.apply(spells.get(middle));
            var known = spells.get(middle).knownFrom();
            for (int child : new int[] {root(low, middle), root(middle + 1, high)}) {
                if (child >= 0) {
                    last = latest[child].isAfter(last) ? latest[child] : last;
                    known = earliestKnown[child].isBefore(known) ? earliestKnown[child] : known;
                }
            }
            latest[middle] = last;
            earliestKnown[middle] = known;
        }

        private static int root(int low, int high) {
            return low < high ? (low + high) >>> 1 : -1;
        }

        /** Those that have not ended by {@code now}. */
        void at(Instant asOf, Instant knownAt, Instant now, Consumer<RoundCourse> found) {
            at(0, spells.size(), asOf, knownAt, now, found);
        }

        private void at(int low, int high, Instant asOf, Instant knownAt, Instant now, Consumer<RoundCourse> found) {
            int middle = root(low, high);
            if (middle < 0 || isOver(middle, knownAt, now)) {
                return;
            }
            at(low, middle, asOf, knownAt, now, found);
            var spell = spells.get(middle);
            if (spell.from().isAfter(asOf)) {
                return;
            }
            if (spell.until().isAfter(asOf) && spell.isKnown(knownAt)) {
                found.accept(spell.course());
            }
            at(middle + 1, high, asOf, knownAt, now, found);
        }

        private boolean isOver(int middle, Instant knownAt, Instant now) {
            return !latest[middle].isAfter(now) || earliestKnown[middle].isAfter(knownAt);
        }

        @Nullable
        Instant next(Instant asOf, Instant knownAt, Instant now) {
            return next(0, spells.size(), asOf, knownAt, now);
        }

        private @Nullable Instant next(int low, int high, Instant asOf, Instant knownAt, Instant now) {
            int middle = root(low, high);
            if (middle < 0 || isOver(middle, knownAt, now)) {
                return null;
            }
            var spell = spells.get(middle);
            if (spell.from().isAfter(asOf)) {
                var sooner = next(low, middle, asOf, knownAt, now);
                if (sooner != null || spell.isKnown(knownAt)) {
                    return sooner == null ? spell.from() : sooner;
                }
            }
            return next(middle + 1, high, asOf, knownAt, now);
        }
    }
}
