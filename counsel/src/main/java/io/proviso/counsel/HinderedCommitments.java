package io.proviso.counsel;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Asked;
import io.proviso.agreement.Box;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A commitment to buy from a provider that another agreement in force forbids or makes conditional.
 *
 * <p>Buying is hindered if any acquisition there is; hosting only if all of it is forbidden, since a buyer may run something else.
 */
final class HinderedCommitments implements PortfolioCheck.Inspection {
    private static final String PROVIDER = "provider";
    private static final String ACTOR = "actor";

    private record Promise(ClauseVersion version, Commitment terms, String provider) {}

    /** What a promise is hindered by, the same for all promises of one agreement between the same parties. */
    private record Bargain(String agreement, Party by, String provider) {}

    /** Norms that stand in the way, by number, each with where it does. */
    private record Hindrance(CompiledAct act, Map<Integer, Point> points, boolean all) {
        boolean forbids(int norm) {
            return act.norm(norm).effect() == Effect.FORBID;
        }
    }

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
        var within = within(era, "acquire", bargain);
        if (within == null) {
            return null;
        }
        var act = era.act("acquire");
        var blocking = Era.norms(act, norm -> norm.effect() != Effect.PERMIT && reaches(norm, bargain, within));
        var points = points(act, blocking, within);
        return points.isEmpty()
                ? null
                : new Hindrance(act, points, act.find(within, Era.only(), Era.only(blocking)) == null);
    }

    private static @Nullable Hindrance host(Era era, Bargain bargain) {
        var within = within(era, "host", bargain);
        if (within == null) {
            return null;
        }
        var act = era.act("host");
        var forbidding = Era.norms(act, norm -> norm.effect() == Effect.FORBID && reaches(norm, bargain, within));
        boolean some = forbidding.length == 0 || act.find(within, Era.only(), Era.only(forbidding)) != null;
        return some ? null : new Hindrance(act, points(act, forbidding, within), true);
    }

    private static boolean reaches(Norm norm, Bargain bargain, Box within) {
        return !Era.agreement(norm).equals(bargain.agreement()) && norm.box().meets(within);
    }

    private static Map<Integer, Point> points(CompiledAct act, int[] norms, Box within) {
        var points = new LinkedHashMap<Integer, Point>();
        for (int norm : norms) {
            var point = act.find(within, Era.only(norm), Era.only());
            if (point != null) {
                points.put(norm, point);
            }
        }
        return points;
    }

    /** The act by the buyer on the provider, with facts as they are; null if the vocabulary cannot ask that. */
    private static @Nullable Box within(Era era, String act, Bargain bargain) {
        var vocabulary = era.portfolio().portfolio().vocabulary();
        var known = vocabulary.acts().get(act);
        if (known == null || !known.takes().contains(PROVIDER)) {
            return null;
        }
        var facets = new LinkedHashMap<String, Asked>();
        facets.put(PROVIDER, new Asked.OneOf(List.of(bargain.provider())));
        var buyer = bargain.by().name();
        if (known.takes().contains(ACTOR)
                && vocabulary.facet(ACTOR) instanceof Facet.Choice actor
                && actor.values().contains(buyer)) {
            facets.put(ACTOR, new Asked.OneOf(List.of(buyer)));
        }
        return era.portfolio().box(new Question(act, facets, Map.of()), era.from(), era.knownAt());
    }

    private static void report(Era era, Promise promise, Hindrance hindrance, Findings findings) {
        boolean forbidden = hindrance.points().keySet().stream().anyMatch(hindrance::forbids);
        var clauses = new LinkedHashSet<Finding.Place>();
        hindrance
                .points()
                .keySet()
                .forEach(norm -> clauses.add(Era.place(hindrance.act().norm(norm))));
        var names = clauses.stream().map(Finding.Place::name).collect(Collectors.joining(" and "));
        var shown = hindrance.points().entrySet().stream()
                .filter(entry -> hindrance.forbids(entry.getKey()) == forbidden)
                .findFirst()
                .orElseThrow();
        findings.add(
                Check.HINDERED_COMMITMENT,
                era.span(),
                Stream.concat(Stream.of(Era.place(promise.version())), clauses.stream())
                        .toList(),
                promise.terms().by() + " promised " + promise.terms().to() + " to buy, but to "
                        + hindrance.act().act().name() + (hindrance.all() ? " anything" : " some of it") + " on "
                        + promise.provider() + " is " + (forbidden ? Outcome.FORBIDDEN : Outcome.CONDITIONAL)
                        + " under "
                        + names,
                List.of(era.witness(hindrance.act(), shown.getValue())));
    }
}
