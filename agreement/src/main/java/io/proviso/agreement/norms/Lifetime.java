package io.proviso.agreement.norms;

import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.Facts;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long clauses live for the questions of one act: by date for all alike, by milestone as the record and the question have it. */
public record Lifetime(Domain domain, Instant asOf, Facts facts) {
    /** An end that has come, by which milestones and when; null where a question supposes that they have. */
    private record Come(
            List<String> milestones,
            @Nullable Instant on,
            @Nullable Window after) {
        private static final Comparator<Come> FIRST =
                Comparator.comparing(Come::on, Comparator.nullsLast(Comparator.naturalOrder()));

        Come and(Come other) {
            var all = Stream.of(milestones, other.milestones)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            return new Come(
                    all,
                    on == null || other.on == null ? null : on.isBefore(other.on) ? other.on : on,
                    Objects.equals(after, other.after) ? after : null);
        }
    }

    /** The boxes in which a clause binds: it no longer sleeps, and has not ended. */
    List<Box> inForce(ClauseVersion version) {
        var lasting = before(version.span().until(), version);
        var from = version.span().from();
        if (from == null) {
            return lasting;
        }
        return before(from, version).stream()
                .reduce(lasting, (awake, asleep) -> Box.product(awake, asleep.complement(domain)), Box::product);
    }

    /** The boxes in which an end has not come: a date has passed or not, a milestone depends on the facts. */
    private List<Box> before(End end, ClauseVersion version) {
        var begins = version.begins();
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
            // How long ago it came the question cannot say, only the record can.
            case End.After after ->
                facts.over(after, begins, version.agreement()).stream()
                        .map(over -> before(over, after.milestone()))
                        .reduce(everything, Box::product);
            case End.EarlierOf(List<End> ends) ->
                ends.stream().map(one -> before(one, version)).reduce(everything, Box::product);
            case End.LaterOf(List<End> ends) ->
                ends.stream().flatMap(one -> before(one, version).stream()).toList();
        };
    }

    private List<Box> before(Facts.Over over, End.OnMilestone milestone) {
        return over.from().stream()
                .flatMap(then -> before(then, milestone).stream())
                .toList();
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
    public WhyMissed.@Nullable Ended ended(ClauseVersion version, Box within, boolean otherwiseApplies) {
        var until = version.span().until();
        if (meet(before(until, version), within)) {
            return null;
        }
        var come = come(until, version, within);
        // Where each of several milestones came for a part of the questions, no single one did for all.
        return come == null
                ? new WhyMissed.Ended(
                        until.milestones()
                                .map(End.OnMilestone::facet)
                                .distinct()
                                .toList(),
                        null,
                        null,
                        otherwiseApplies)
                : new WhyMissed.Ended(come.milestones(), come.on(), come.after(), otherwiseApplies);
    }

    /** Whether a clause does not bind yet for any question in a box. */
    public boolean sleeps(ClauseVersion version, Box within) {
        var from = version.span().from();
        return from != null
                && before(from, version).stream()
                        .reduce(
                                List.of(within),
                                (awake, asleep) -> Box.product(awake, asleep.complement(domain)),
                                Box::product)
                        .stream()
                        .allMatch(Box::isEmpty);
    }

    private @Nullable Come come(End end, ClauseVersion version, Box within) {
        var begins = version.begins();
        return switch (end) {
            case End.Never() -> null;
            case End.At(Instant instant) -> asOf.isBefore(instant) ? null : new Come(List.of(), instant, null);
            case End.OnMilestone milestone -> {
                var on = facts.since(milestone.facet(), begins).stream()
                        .filter(then -> !meet(before(then, milestone), within))
                        .map(Facts::asOf)
                        .findFirst()
                        .orElse(null);
                yield on == null && now(milestone).meets(within)
                        ? null
                        : new Come(List.of(milestone.facet()), on, null);
            }
            case End.After after ->
                facts.over(after, begins, version.agreement()).stream()
                        .filter(over -> !meet(before(over, after.milestone()), within))
                        .findFirst()
                        .map(over -> new Come(List.of(after.milestone().facet()), over.at(), after.period()))
                        .orElse(null);
            case End.EarlierOf(List<End> ends) ->
                ends.stream()
                        .flatMap(one -> Stream.ofNullable(come(one, version, within)))
                        .min(Come.FIRST)
                        .orElse(null);
            case End.LaterOf(List<End> ends) -> {
                var all = ends.stream().map(one -> come(one, version, within)).toList();
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
