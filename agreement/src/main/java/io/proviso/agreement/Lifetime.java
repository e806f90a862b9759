package io.proviso.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long clauses live for the questions of one act: by date for all alike, by milestone as the record and the question have it. */
record Lifetime(Domain domain, Instant asOf, Facts facts) {
    /** An end that has come, by which milestones and when; null where a question supposes that they have. */
    private record Come(List<String> milestones, @Nullable Instant on) {
        private static final Comparator<Come> FIRST =
                Comparator.comparing(Come::on, Comparator.nullsLast(Comparator.naturalOrder()));

        Come and(Come other) {
            var all = Stream.of(milestones, other.milestones)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            return new Come(all, on == null || other.on == null ? null : on.isBefore(other.on) ? other.on : on);
        }
    }

    /** The boxes in which a clause that began then has not ended: a date has passed or not, a milestone depends on the facts. */
    List<Box> inForce(End end, Instant begins) {
        var everything = List.of(Box.everything(domain.size()));
        return switch (end) {
            case End.Never() -> everything;
            case End.At(Instant instant) -> asOf.isBefore(instant) ? everything : List.of();
            case End.OnMilestone milestone -> {
                int index = domain.indexOf(milestone.facet());
                var states = facts.since(milestone.facet(), begins);
                // What a fact is now the question says, where its act takes the fact; what it has been only the record
                // does.
                var past = index < 0 || states.isEmpty() ? states : states.subList(0, states.size() - 1);
                var before = past.stream().map(then -> before(then, milestone)).reduce(everything, Box::product);
                yield Box.product(before, List.of(now(milestone)));
            }
            case End.EarlierOf(List<End> ends) ->
                ends.stream().map(one -> inForce(one, begins)).reduce(everything, Box::product);
            case End.LaterOf(List<End> ends) ->
                ends.stream().flatMap(one -> inForce(one, begins).stream()).toList();
        };
    }

    /** Where the question itself does not say that a milestone has come. */
    private Box now(End.OnMilestone milestone) {
        int index = domain.indexOf(milestone.facet());
        var everything = Box.everything(domain.size());
        return index < 0
                ? everything
                : everything.and(index, domain.cells(index, new Match.NoneOf(milestone.values())));
    }

    /** Where the record, as it stood at some time, does not say that a milestone has come. */
    private List<Box> before(Facts then, End.OnMilestone milestone) {
        var before = new ArrayList<Box>();
        var unsaid = List.of(Box.everything(domain.size()));
        for (var entry : then.on(milestone.facet())) {
            if (entry.scope().facets().keySet().stream().allMatch(facet -> domain.indexOf(facet) >= 0)) {
                var scope = domain.box(entry.scope());
                if (!milestone.values().contains(entry.value())) {
                    before.addAll(Box.product(unsaid, List.of(scope)));
                }
                unsaid = Box.product(unsaid, scope.complement(domain));
            }
        }
        if (!milestone.values().containsAll(then.unsaid(milestone.facet()))) {
            before.addAll(unsaid);
        }
        return before;
    }

    /** By which milestones a clause that stands by date has ended for every question in a box; null if it has not for some. */
    WhyMissed.@Nullable Ended ended(ClauseVersion version, Box within, boolean otherwiseApplies) {
        var until = version.clause().until();
        if (meet(inForce(until, version.begins()), within)) {
            return null;
        }
        var come = come(until, version.begins(), within);
        // Where each of several milestones came for a part of the questions, no single one did for all.
        return come == null
                ? new WhyMissed.Ended(
                        until.milestones()
                                .map(End.OnMilestone::facet)
                                .distinct()
                                .toList(),
                        null,
                        otherwiseApplies)
                : new WhyMissed.Ended(come.milestones(), come.on(), otherwiseApplies);
    }

    private @Nullable Come come(End end, Instant begins, Box within) {
        return switch (end) {
            case End.Never() -> null;
            case End.At(Instant instant) -> asOf.isBefore(instant) ? null : new Come(List.of(), instant);
            case End.OnMilestone milestone -> {
                var on = facts.since(milestone.facet(), begins).stream()
                        .filter(then -> !meet(before(then, milestone), within))
                        .map(Facts::asOf)
                        .findFirst()
                        .orElse(null);
                yield on == null && now(milestone).meets(within) ? null : new Come(List.of(milestone.facet()), on);
            }
            case End.EarlierOf(List<End> ends) ->
                ends.stream()
                        .flatMap(one -> Stream.ofNullable(come(one, begins, within)))
                        .min(Come.FIRST)
                        .orElse(null);
            case End.LaterOf(List<End> ends) -> {
                var all = ends.stream().map(one -> come(one, begins, within)).toList();
                yield all.contains(null)
                        ? null
                        : all.stream()
                                .map(Objects::requireNonNull)
                                .reduce(Come::and)
                                .orElse(null);
            }
        };
    }

    private static boolean meet(List<Box> boxes, Box within) {
        return boxes.stream().anyMatch(box -> box.meets(within));
    }
}
