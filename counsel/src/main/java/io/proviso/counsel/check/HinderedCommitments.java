package io.proviso.counsel.check;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Asked;
import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Point;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.counsel.Era;
import io.proviso.counsel.english.English;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A commitment to buy what another agreement in force forbids, by a clause or by its silence, or makes conditional.
 *
 * <p>Buying is hindered if any of it is; the use of what is bought only if all of it is forbidden, since a buyer may use it otherwise.
 */
final class HinderedCommitments implements PortfolioCheck.Inspection {

    /** What a promise needs to be lawful: an act under a condition, some of it or all. */
    private record Need(String agreement, String act, Condition condition, boolean use) {}

    /** A clause or an agreement's silence that stands in the way, with a point at which it does. */
    private record Obstacle(Finding.Place place, boolean forbids, Point point) {}

    /** What stands in the way of one need; whether of all of it. */
    private record Hindrance(Need need, CompiledAct act, List<Obstacle> obstacles, boolean all) {}

    @Override
    public void inspect(Era era, Findings findings) {
        var known = new HashMap<Need, Optional<Hindrance>>();
        era.clauses()
                .forEach(version -> Era.bodies(version)
                        .filter(Commitment.class::isInstance)
                        .map(Commitment.class::cast)
                        .forEach(promise -> needs(era, version, promise)
                                .flatMap(need ->
                                        known
                                                .computeIfAbsent(need, _ -> Optional.ofNullable(hindrance(era, need)))
                                                .stream())
                                .forEach(hindrance -> report(era, version, promise, hindrance, findings))));
    }

    private static Stream<Need> needs(Era era, ClauseVersion version, Commitment promise) {
        var agreement = version.agreement().name();
        var bought = promise.bought() == null
                ? supplied(era, version.agreement(), promise)
                : needs(agreement, promise.bought(), false);
        return promise.usedFor() == null ? bought : Stream.concat(bought, needs(agreement, promise.usedFor(), true));
    }

    private static Stream<Need> needs(String agreement, Scope scope, boolean use) {
        return scope.cases().stream()
                .flatMap(one -> one.acts().stream().map(act -> new Need(agreement, act, one.condition(), use)));
    }

    /** Of a promise that does not say by which acts it is bought: any of its agreement, on what the party supplies to whom it is owed. */
    private static Stream<Need> supplied(Era era, Agreement agreement, Commitment promise) {
        var vocabulary = era.portfolio().portfolio().vocabulary();
        return agreement.parties().getOrDefault(promise.to(), List.of()).stream()
                .flatMap(role -> Stream.ofNullable(role.of()))
                .flatMap(supply -> vocabulary.facets().values().stream()
                        .filter(facet -> facet.suppliedBy() == Facet.SuppliedBy.CALLER)
                        .filter(facet -> facet instanceof Facet.Choice choice
                                && choice.values().contains(supply))
                        .flatMap(facet -> agreement.silence().keySet().stream()
                                .filter(act -> vocabulary.act(act).takes().contains(facet.name()))
                                .map(act -> new Need(
                                        agreement.name(),
                                        act,
                                        Condition.ALWAYS.and(facet.name(), new Match.AnyOf(List.of(supply))),
                                        false))));
    }

    private static @Nullable Hindrance hindrance(Era era, Need need) {
        var within = within(era, need);
        var act = era.act(need.act());
        var blocking = Era.norms(
                act,
                norm -> (norm.effect() == Effect.FORBID || (norm.effect() == Effect.CONDITION && !need.use()))
                        && !Era.agreement(norm).equals(need.agreement())
                        && norm.box().meets(within));
        var silent = era.forbiddingBySilence(need.act())
                .filter(agreement -> !agreement.equals(need.agreement()))
                .toList();
        var obstacles = obstacles(act, within, blocking, silent);
        if (obstacles.isEmpty()) {
            return null;
        }
        boolean all = !new Leeway(act, within, Era.only(blocking)).isLeftBy(silent);
        return need.use() && !all ? null : new Hindrance(need, act, obstacles, all);
    }

    private static List<Obstacle> obstacles(CompiledAct act, Box within, int[] blocking, List<String> silent) {
        var obstacles = new ArrayList<Obstacle>();
        for (int norm : blocking) {
            var point = act.find(within, Era.only(norm), Era.only());
            if (point != null) {
                var one = act.norm(norm);
                obstacles.add(new Obstacle(Finding.Place.OfClause.of(one), one.effect() == Effect.FORBID, point));
            }
        }
        for (var agreement : silent) {
            var own = Era.norms(act, norm -> Era.agreement(norm).equals(agreement));
            var point = act.find(within, Era.only(), Era.only(own));
            if (point != null) {
                obstacles.add(new Obstacle(new Finding.Place.OfSilence(agreement), true, point));
            }
        }
        return obstacles;
    }

    /** The act under the condition, with facts as they are. */
    private static Box within(Era era, Need need) {
        var vocabulary = era.portfolio().portfolio().vocabulary();
        var facets = new LinkedHashMap<String, Asked>();
        need.condition().facets().forEach((name, match) -> {
            if (vocabulary.facet(name) instanceof Facet.Choice choice) {
                facets.put(name, new Asked.OneOf(List.copyOf(choice.matching(match))));
            }
        });
        return era.portfolio()
                .box(new Question(need.act(), facets, Map.of()), era.from(), era.knownAt())
                .and(era.act(need.act()).domain().box(need.condition()));
    }

    private static void report(
            Era era, ClauseVersion version, Commitment promise, Hindrance hindrance, Findings findings) {
        boolean forbidden = hindrance.obstacles().stream().anyMatch(Obstacle::forbids);
        var places =
                hindrance.obstacles().stream().map(Obstacle::place).distinct().toList();
        var names = places.stream()
                .map(place -> place instanceof Finding.Place.OfSilence ? "the " + place.words() : place.name())
                .collect(Collectors.joining(" and "));
        var shown = hindrance.obstacles().stream()
                .filter(obstacle -> obstacle.forbids() == forbidden)
                .findFirst()
                .orElseThrow();
        findings.add(
                Check.HINDERED_COMMITMENT,
                era.span(),
                Stream.concat(Stream.of(Finding.Place.OfClause.of(version)), places.stream())
                        .toList(),
                promise.by() + " promised " + promise.to() + " to buy, but " + hindered(hindrance)
                        + (forbidden ? Outcome.FORBIDDEN : Outcome.CONDITIONAL) + " under " + names,
                List.of(era.witness(hindrance.act(), shown.point())));
    }

    /** What of the promise is hindered: the buying, or all use of what is bought, whether or not anybody uses it so yet. */
    private static String hindered(Hindrance hindrance) {
        var need = hindrance.need();
        return "to " + need.act() + (hindrance.all() ? " anything" : " some of it")
                + (need.use() ? " with what is bought" : "")
                + (need.condition().facets().isEmpty() ? "" : " (" + English.condition(need.condition()) + ")")
                + " is ";
    }
}
