package io.proviso.counsel.due;

import io.proviso.agreement.Round;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.rounds.RoundCited.Came;
import io.proviso.agreement.ruling.RoundText;
import io.proviso.counsel.Standpoint;
import io.proviso.units.Interval;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days of one round on record: the last for an answer, the last on which what was refused may go to others, and what is waited for
 * without a day, a receipt or the contract for what was accepted.
 */
final class RoundDays {
    private final Standpoint from;
    private final Interval span;
    private final Round round;
    private final ClauseVersion version;

    private RoundDays(Standpoint from, Interval span, Round round, ClauseVersion version) {
        this.from = from;
        this.span = span;
        this.round = round;
        this.version = version;
    }

    /** None for a round that nobody knew of, or whose right did not stand when it was put. */
    static Stream<Obligation> of(Standpoint from, Interval span, Round round) {
        var version = from.at(round.notice().sent()).find(round.right());
        return version == null ? Stream.empty() : new RoundDays(from, span, round, version).all().stream();
    }

    /** What is said of it last: a deadline that was moved has one day, one that was met none. */
    private List<Obligation> all() {
        var last = List.<Obligation>of();
        for (var at : turns()) {
            var cited = at(at);
            last = cited == null ? List.of() : due(cited);
        }
        return last;
    }

    private List<Obligation> due(RoundCited cited) {
        return switch (cited.came()) {
            case Came.Sent(List<String> missing) -> List.of(receipt(cited, missing));
            case Came.Open(Instant deadline, String _) -> deadline == null ? List.of() : answer(cited, deadline);
            case Came.Unknown(Instant deadline) -> answer(cited, deadline);
            case Came.Freed(var _, Instant _, Instant last) -> last == null ? List.of() : tail(cited, last);
            case Came.Taken(Long quantity, Instant _, boolean _, Instant last, Instant served) ->
                Stream.concat(
                                served == null ? Stream.of(contract(cited, quantity)) : Stream.empty(),
                                quantity == null || last == null ? Stream.empty() : tail(cited, last).stream())
                        .toList();
        };
    }

    /** The instants within the span from which on something else may be due. */
    private SortedSet<Instant> turns() {
        var turns = new TreeSet<Instant>();
        turns.add(span.from());
        Stream.concat(
                        Stream.concat(
                                Stream.of(round.notice().sent()),
                                Stream.ofNullable(round.notice().received())),
                        round.steps().stream().map(Round.Step::at))
                .filter(span::contains)
                .forEach(turns::add);
        return turns;
    }

    private @Nullable RoundCited at(Instant asOf) {
        return from.compiled().round(round, asOf, from.knownAt());
    }

    /** How silence ends it, once that can be known. */
    private @Nullable RoundCited silentThrough(Instant deadline) {
        var passed = deadline.plusSeconds(1);
        return from.compiled().round(round, passed, from.knownAt().isAfter(passed) ? from.knownAt() : passed);
    }

    /** Until when the holder may answer, and what its silence then leads to. */
    private List<Obligation> answer(RoundCited cited, Instant deadline) {
        var silent = silentThrough(deadline);
        boolean accepts = silent != null && silent.came() instanceof Came.Taken;
        var day = due(
                deadline,
                Obligation.Kind.ANSWER,
                "answer to " + round.id(),
                "Last day on which " + cited.holder().name() + " may answer " + named() + ". Silence "
                        + (accepts ? "accepts" : "declines") + " it.",
                List.of(cited.holder()));
        return Stream.concat(
                        day,
                        silent != null
                                        && silent.came() instanceof Came.Freed(var _, Instant _, Instant last)
                                        && last != null
                                ? tail(silent, last).stream()
                                : Stream.empty())
                .toList();
    }

    private List<Obligation> tail(RoundCited cited, Instant last) {
        return due(
                        last,
                        Obligation.Kind.TAIL,
                        "tail of " + round.id(),
                        "Last day on which what " + cited.holder().name() + " left of " + named()
                                + " may be signed with others; after it the right is asked again.",
                        customers(cited))
                .toList();
    }

    private Obligation receipt(RoundCited cited, List<String> missing) {
        return pending(
                cited,
                "receipt of " + round.id(),
                missing.isEmpty()
                        ? "That " + cited.holder().name() + " received " + named()
                                + " is not on record: its time to answer does not run."
                        : "The notice of " + named() + " lacked " + String.join(", ", missing)
                                + ": time to answer runs only from a whole one.");
    }

    private Obligation contract(RoundCited cited, @Nullable Long quantity) {
        return pending(
                cited,
                "contract of " + round.id(),
                cited.holder().name() + " took " + (quantity == null ? "all" : "%,d".formatted(quantity)) + " of "
                        + named() + ": that is to be signed with it.");
    }

    private Stream<Obligation> due(
            Instant moment, Obligation.Kind kind, String occurrence, String what, List<Party> whose) {
        return span.contains(moment)
                ? Stream.of(Due.at(moment, version, kind, occurrence, what)
                        .obligation()
                        .marked(Marks.of(version.clause(), round, kind))
                        .with(Progress.NOT_YET.of(whose)))
                : Stream.empty();
    }

    private Obligation pending(RoundCited cited, String occurrence, String what) {
        return new Obligation(null, Obligation.Kind.ROUND, version.id(), occurrence, what)
                .marked(Marks.of(version.clause(), round, Obligation.Kind.ROUND))
                .with(Progress.NOT_YET.of(customers(cited)).in(Progress.State.DUE));
    }

    private List<Party> customers(RoundCited cited) {
        return from.customers(version, cited.holder());
    }

    private String named() {
        return round.id() + " (" + new RoundText(version.agreement().clock().zone()).put(round) + ")";
    }
}
