package io.proviso.desk.rounds;

import io.proviso.agreement.Agreement.Role;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.clause.Preemption.Aggregation;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Circumstances;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A need that was split into requests below a threshold is one need (edge case 12).
 *
 * <p>Where several clauses aggregate, the one that finds most decides for all: the others are then at worst offered what
 * they need not have been.
 */
final class Aggregates {
    private Aggregates() {}

    static CapacityRequest.Need need(Command.Request command, Context context) {
        var basis = context.basis();
        var now = context.now();
        long aggregated = 0;
        for (var right : context.rulings().rights(basis.asOf(now), basis.knownAt(now))) {
            var aggregation = right.terms().preemption().reach().aggregation();
            if (aggregation != null) {
                aggregated =
                        Math.max(aggregated, gpus(aggregation, group(right, aggregation, context), command, context));
            }
        }
        return new CapacityRequest.Need(
                command.id(),
                command.terms(),
                command.candidates(),
                Circumstances.of(command.particulars(), context.others()),
                aggregated);
    }

    /** The customers under the agreement, and their affiliates. */
    private static Set<String> group(RightInForce right, Aggregation aggregation, Context context) {
        var group = new HashSet<>(aggregation.affiliates());
        var portfolio = context.rulings().portfolio();
        var customer = portfolio.vocabulary().desk().orOwn(DeskWords.Of.CUSTOMER);
        for (var agreement : portfolio.agreements()) {
            if (agreement.name().equals(right.name().agreement())) {
                agreement.parties().forEach((party, roles) -> {
                    if (roles.stream().map(Role::word).anyMatch(customer::equals)) {
                        group.add(party.name());
                    }
                });
            }
        }
        return group;
    }

    private static long gpus(Aggregation aggregation, Set<String> group, Command.Request command, Context context) {
        var now = context.now();
        var earlier = context.others().recent().stream()
                .filter(other -> !other.id().equals(command.id()))
                .filter(other -> !other.at().isAfter(now))
                .filter(other -> !other.at().isBefore(now.minus(Duration.ofDays(aggregation.days()))))
                .filter(other -> isPart(aggregation, group, command, other))
                .mapToLong(Circumstances.Earlier::gpus)
                .reduce(0, Aggregates::plus);
        return plus(command.terms().size().gpus(), earlier);
    }

    /** More than a long holds is above every threshold as well. */
    private static long plus(long one, long other) {
        var sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static boolean isPart(
            Aggregation aggregation, Set<String> group, Command.Request command, Circumstances.Earlier other) {
        var actor = command.terms().purpose().actor();
        var sameActor = other.actor().equals(actor);
        var oneGroup = group.contains(actor) && group.contains(other.actor());
        var project = command.particulars().project();
        for (var by : aggregation.by()) {
            var holds = switch (by) {
                case ACTOR -> sameActor;
                case ACTOR_AND_AFFILIATES -> sameActor || oneGroup;
                case PROJECT -> project != null && Objects.equals(project, other.project());
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
