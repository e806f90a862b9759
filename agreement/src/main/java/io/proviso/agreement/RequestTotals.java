package io.proviso.agreement;

import io.proviso.agreement.Round.Happening;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

/** What holders took and the customer signed of each request by an instant, all of its rounds together: added up once a question. */
final class RequestTotals {
    /**
     * @param taken by round how many its holder took
     * @param signed with others, as far as a number says how many
     * @param wholes contracts with others over all that was put, whatever that was
     */
    private record Total(Map<String, Long> taken, long inAll, long signed, long wholes) {}

    private final RoundsOnRecord rounds;
    private final RoundCourses courses;
    private final Instant asOf;
    private final Instant knownAt;
    private final Map<String, Total> totals = new HashMap<>();

    RequestTotals(RoundsOnRecord rounds, RoundCourses courses, Instant asOf, Instant knownAt) {
        this.rounds = rounds;
        this.courses = courses;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /** In the other rounds of its request. */
    long takenByOthers(Round round) {
        var total = total(round);
        return total.inAll() - total.taken().getOrDefault(round.id(), 0L);
    }

    long signedWithOthers(Round round) {
        var total = total(round);
        return total.signed() + total.wholes() * Objects.requireNonNullElse(PutQuantity.of(round), 0L);
    }

    private Total total(Round round) {
        return totals.computeIfAbsent(RoundsOnRecord.requestOf(round), _ -> add(round));
    }

    /** A contract that several rounds tell is one contract. */
    private Total add(Round round) {
        var taken = new HashMap<String, Long>();
        var contracts = new HashSet<Round.Step>();
        rounds.withIn(round).forEach(one -> {
            var known = one.asKnown(knownAt);
            if (known == null) {
                return;
            }
            var course = courses.standing(one, asOf, knownAt);
            if (course != null && course.at(asOf) instanceof RoundCourse.State.Ended ended) {
                taken.put(one.id(), taken(course, ended));
            }
            known.steps().stream()
                    .filter(step -> step.what() instanceof Happening.Signed
                            && !step.at().isAfter(asOf))
                    .filter(step -> isWithAnother(known, step))
                    .forEach(contracts::add);
        });
        long inAll = taken.values().stream().mapToLong(Long::longValue).sum();
        long signed = 0;
        long wholes = 0;
        for (var step : contracts) {
            if (step.what() instanceof Happening.Signed(Long quantity, String _)) {
                signed += quantity == null ? 0 : quantity;
                wholes += quantity == null ? 1 : 0;
            }
        }
        return new Total(taken, inAll, signed, wholes);
    }

    private static long taken(RoundCourse course, RoundCourse.State.Ended ended) {
        return switch (ended.answer()) {
            case RoundCourse.Answer.Takes(Long quantity, boolean _) ->
                quantity == null ? Objects.requireNonNullElse(PutQuantity.of(course.round()), 0L) : quantity;
            case RoundCourse.Answer.Leaves _ -> 0;
        };
    }

    private boolean isWithAnother(Round round, Round.Step step) {
        var holder = courses.holder(round.right(), step.at());
        return !(step.what() instanceof Happening.Signed(Long _, String with))
                || holder == null
                || !holder.name().equals(with);
    }
}
