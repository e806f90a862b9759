package io.proviso.agreement.rounds;

import io.proviso.agreement.PutQuantity;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.rounds.RoundCourse.Answer;
import io.proviso.agreement.rounds.RoundCourse.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many of each request nobody has yet, all of its rounds together: added up once a question. */
final class RequestTotals {
    private final RoundsOnRecord rounds;
    private final RoundCourses courses;
    private final Instant asOf;
    private final Instant knownAt;
    private final Map<String, Sum> sums = new HashMap<>();

    RequestTotals(RoundsOnRecord rounds, RoundCourses courses, Instant asOf, Instant knownAt) {
        this.rounds = rounds;
        this.courses = courses;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /** The most that was put of its request, less what the other holders took and what was signed with others. */
    long leftByOthers(Round round) {
        var sum = sums.computeIfAbsent(RoundsOnRecord.requestOf(round), _ -> new Sum(round));
        return sum.put - sum.gone + sum.taken.getOrDefault(round.id(), 0L);
    }

    /** One request. A contract that several rounds tell is one contract. */
    private final class Sum {
        private long put;
        private long gone;
        private final Map<String, Long> taken = new HashMap<>();
        private final Set<Round.Step> contracts = new HashSet<>();

        Sum(Round round) {
            rounds.withIn(round).forEach(one -> {
                var known = one.asKnown(knownAt);
                if (known != null) {
                    var standing = courses.standing(one, asOf, knownAt);
                    add(known, standing == null ? courses.own(one, knownAt) : standing, standing != null);
                }
            });
            gone += taken.values().stream().mapToLong(Long::longValue).sum();
        }

        /** A right that has ended holds nothing back any more; what was put under it still tells how large the request is. */
        private void add(Round known, @Nullable RoundCourse course, boolean stands) {
            long all = Objects.requireNonNullElse(PutQuantity.of(known), 0L);
            switch (course == null ? null : course.at(asOf)) {
                case State.Sent _, State.Open _ -> put = Math.max(put, all);
                case State.Ended ended -> {
                    put = Math.max(put, all);
                    if (stands && ended.answer() instanceof Answer.Takes(Long quantity, boolean _)) {
                        taken.put(known.id(), Objects.requireNonNullElse(quantity, all));
                    }
                }
                case State.Withdrawn() -> {}
                case null -> {}
            }
            for (var step : known.steps()) {
                if (step.what() instanceof Happening.Signed contract
                        && !step.at().isAfter(asOf)
                        && isWithAnother(known, course, contract, step.at())
                        && contracts.add(step)) {
                    gone += Objects.requireNonNullElse(PutQuantity.signed(known, contract), 0L);
                }
            }
        }
    }

    /** Than the holder as the right stood when it was signed, or else when the round began. */
    private boolean isWithAnother(Round round, @Nullable RoundCourse course, Happening.Signed contract, Instant at) {
        var holder = courses.holder(round.right(), at);
        var first = holder == null && course != null ? course.terms().holder() : holder;
        return first == null || !first.name().equals(contract.with());
    }
}
