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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @Override
    public void inspect(Era era, Findings findings) {
        for (var promise : promises(era)) {
            acquire(era, promise, findings);
            host(era, promise, findings);
        }
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

    private static void acquire(Era era, Promise promise, Findings findings) {
        var within = within(era, "acquire", promise);
        if (within == null) {
            return;
        }
        var act = era.act("acquire");
        var blocking = Era.norms(
                act,
                norm -> norm.effect() != Effect.PERMIT
                        && ofOthers(norm, promise)
                        && norm.box().meets(within));
        var points = new LinkedHashMap<Norm, Point>();
        for (int norm : blocking) {
            var point = act.find(within, Era.only(norm), Era.only());
            if (point != null) {
                points.put(act.norm(norm), point);
            }
        }
        if (!points.isEmpty()) {
            boolean all = act.find(within, Era.only(), Era.only(blocking)) == null;
            report(era, act, promise, points, all ? "all of it" : "some of it", findings);
        }
    }

    private static void host(Era era, Promise promise, Findings findings) {
        var within = within(era, "host", promise);
        if (within == null) {
            return;
        }
        var act = era.act("host");
        var forbidding = Era.norms(
                act,
                norm -> norm.effect() == Effect.FORBID
                        && ofOthers(norm, promise)
                        && norm.box().meets(within));
        if (forbidding.length == 0 || act.find(within, Era.only(), Era.only(forbidding)) != null) {
            return;
        }
        var points = new LinkedHashMap<Norm, Point>();
        for (int norm : forbidding) {
            var point = act.find(within, Era.only(norm), Era.only());
            if (point != null) {
                points.put(act.norm(norm), point);
            }
        }
        report(era, act, promise, points, "all of it", findings);
    }

    private static boolean ofOthers(Norm norm, Promise promise) {
        return !Era.agreement(norm).equals(promise.version().agreement().name());
    }

    /** The act by the buyer on the provider, with facts as they are; null if the vocabulary cannot ask that. */
    private static @Nullable Box within(Era era, String act, Promise promise) {
        var vocabulary = era.portfolio().portfolio().vocabulary();
        var known = vocabulary.acts().get(act);
        if (known == null || !known.takes().contains(PROVIDER)) {
            return null;
        }
        var facets = new LinkedHashMap<String, Asked>();
        facets.put(PROVIDER, new Asked.OneOf(List.of(promise.provider())));
        var buyer = promise.terms().by().name();
        if (known.takes().contains(ACTOR)
                && vocabulary.facet(ACTOR) instanceof Facet.Choice actor
                && actor.values().contains(buyer)) {
            facets.put(ACTOR, new Asked.OneOf(List.of(buyer)));
        }
        return era.portfolio().box(new Question(act, facets, Map.of()), era.from(), era.knownAt());
    }

    private static void report(
            Era era, CompiledAct act, Promise promise, Map<Norm, Point> points, String how, Findings findings) {
        var worst = points.keySet().stream().anyMatch(norm -> norm.effect() == Effect.FORBID)
                ? Outcome.FORBIDDEN
                : Outcome.CONDITIONAL;
        var clauses = new ArrayList<Finding.Place>();
        clauses.add(Era.place(promise.version()));
        var names = new ArrayList<String>();
        points.keySet().forEach(norm -> {
            if (!clauses.contains(Era.place(norm))) {
                clauses.add(Era.place(norm));
                names.add(Era.place(norm).name());
            }
        });
        var shown = points.entrySet().stream()
                .filter(entry -> (entry.getKey().effect() == Effect.FORBID) == (worst == Outcome.FORBIDDEN))
                .findFirst()
                .orElseThrow()
                .getValue();
        findings.add(
                Check.HINDERED_COMMITMENT,
                era.span(),
                clauses,
                promise.terms().by() + " promised " + promise.terms().to() + " to buy, but to "
                        + act.act().name() + " " + how + " on " + promise.provider() + " is " + worst + " under "
                        + String.join(" and ", names),
                List.of(era.witness(act, shown)));
    }
}
