package io.proviso.counsel;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Asked;
import io.proviso.agreement.Box;
import io.proviso.agreement.BuiltIn;
import io.proviso.agreement.ClauseVersion;
import io.proviso.agreement.Commitment;
import io.proviso.agreement.CompiledAct;
import io.proviso.agreement.Effect;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Norm;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Point;
import io.proviso.agreement.Question;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A commitment to buy from a provider that another agreement in force forbids, by a clause or by its silence, or makes conditional.
 *
 * <p>Buying is hindered if any acquisition there is; hosting only if all of it is forbidden, since a buyer may run something else.
 */
final class HinderedCommitments implements PortfolioCheck.Inspection {

    private record Promise(ClauseVersion version, Commitment terms, String provider) {}

    /** What a promise is hindered by, the same for all promises of one agreement between the same parties. */
    private record Bargain(String agreement, Party by, String provider) {}

    /** A clause or an agreement's silence that stands in the way, with a point at which it does. */
    private record Obstacle(Finding.Place place, boolean forbids, Point point) {}

    /** What stands in the way of one act; whether of all of it. */
    private record Hindrance(CompiledAct act, List<Obstacle> obstacles, boolean all) {}

    @Override
    public void inspect(Era era, Findings findings) {
        var known = new HashMap<Bargain, List<Hindrance>>();
        for (var promise : promises(era)) {
            var bargain = new Bargain(
                    promise.version().agreement().name(), promise.terms().by(), promise.provider());
            known.computeIfAbsent(bargain, _ -> hindrances(era, bargain))
                    .forEach(hindrance -> report(era, promise, hindrance, findings));
        }
    }

    private static List<Hindrance> hindrances(Era era, Bargain bargain) {
        return Stream.of(acquire(era, bargain), host(era, bargain))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static List<Promise> promises(Era era) {
        return era.clauses()
                .flatMap(version -> Era.bodies(version)
                        .filter(Commitment.class::isInstance)
                        .map(Commitment.class::cast)
                        .flatMap(terms -> version.agreement().parties().getOrDefault(terms.to(), List.of()).stream()
                                .filter(role -> role.kind() == Agreement.Role.Kind.PROVIDER)
                                .map(Agreement.Role::of)
                                .filter(Objects::nonNull)
                                .map(provider -> new Promise(version, terms, provider))))
                .toList();
    }

    private static @Nullable Hindrance acquire(Era era, Bargain bargain) {
        return hindrance(era, BuiltIn.ACQUIRE, bargain, norm -> norm.effect() != Effect.PERMIT);
    }

    private static @Nullable Hindrance host(Era era, Bargain bargain) {
        var hindrance = hindrance(era, BuiltIn.HOST, bargain, norm -> norm.effect() == Effect.FORBID);
        return hindrance != null && hindrance.all() ? hindrance : null;
    }

    private static @Nullable Hindrance hindrance(Era era, String name, Bargain bargain, Predicate<Norm> blocks) {
        var within = within(era, name, bargain);
        if (within == null) {
            return null;
        }
        var act = era.act(name);
        var blocking = Era.norms(
                act,
                norm -> blocks.test(norm)
                        && !Era.agreement(norm).equals(bargain.agreement())
                        && norm.box().meets(within));
        var silent = era.forbiddingBySilence(name)
                .filter(agreement -> !agreement.equals(bargain.agreement()))
                .toList();
        var obstacles = obstacles(act, within, blocking, silent);
        return obstacles.isEmpty()
                ? null
                : new Hindrance(act, obstacles, !new Leeway(act, within, Era.only(blocking)).isLeftBy(silent));
    }

    private static List<Obstacle> obstacles(CompiledAct act, Box within, int[] blocking, List<String> silent) {
        var obstacles = new ArrayList<Obstacle>();
        for (int norm : blocking) {
            var point = act.find(within, Era.only(norm), Era.only());
            if (point != null) {
                var one = act.norm(norm);
                obstacles.add(new Obstacle(Era.place(one), one.effect() == Effect.FORBID, point));
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

    /** The act by the buyer on the provider, with facts as they are; null if the vocabulary cannot ask that. */
    private static @Nullable Box within(Era era, String act, Bargain bargain) {
        var vocabulary = era.portfolio().portfolio().vocabulary();
        var known = vocabulary.acts().get(act);
        if (known == null || !known.takes().contains(BuiltIn.PROVIDER)) {
            return null;
        }
        var facets = new LinkedHashMap<String, Asked>();
        facets.put(BuiltIn.PROVIDER, new Asked.OneOf(List.of(bargain.provider())));
        var buyer = bargain.by().name();
        if (known.takes().contains(BuiltIn.ACTOR)
                && vocabulary.facet(BuiltIn.ACTOR) instanceof Facet.Choice actor
                && actor.values().contains(buyer)) {
            facets.put(BuiltIn.ACTOR, new Asked.OneOf(List.of(buyer)));
        }
        return era.portfolio().box(new Question(act, facets, Map.of()), era.from(), era.knownAt());
    }

    private static void report(Era era, Promise promise, Hindrance hindrance, Findings findings) {
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
                Stream.concat(Stream.of(Era.place(promise.version())), places.stream())
                        .toList(),
                promise.terms().by() + " promised " + promise.terms().to() + " to buy, but "
                        + hindered(hindrance, promise.provider())
                        + (forbidden ? Outcome.FORBIDDEN : Outcome.CONDITIONAL) + " under " + names,
                List.of(era.witness(hindrance.act(), shown.point())));
    }

    /** What of the promise is hindered: the buying, or all hosting with what is bought, whether or not anybody hosts there yet. */
    private static String hindered(Hindrance hindrance, String provider) {
        return hindrance.act().act().name().equals(BuiltIn.HOST)
                ? "with what is bought on " + provider + " nothing may be hosted: "
                : "to " + hindrance.act().act().name() + (hindrance.all() ? " anything" : " some of it") + " on "
                        + provider + " is ";
    }
}
