package io.proviso.agreement.ruling;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.PlainConditions;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Completed;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.OpenChoice;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.DayByDay;
import io.proviso.agreement.portfolio.NaivePapers;
import io.proviso.agreement.portfolio.PlainRecord;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Outcome;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of rulings once more, as slowly and plainly as design.md says them: one completion at a time, no masks, no
 * index. What {@link CompiledPortfolio} answers must be what this answers.
 */
public final class Naive {
    /** An agreement in force, with what stands of it. */
    private record InForce(Agreement agreement, Map<String, NaivePapers.Standing> clauses) {}

    /** Whether what a clause asks of facets is so in a completion; the clause matters to what it left undisclosed. */
    public interface Conditions {
        boolean hold(Vocabulary vocabulary, String clause, Condition condition, Completed completed);
    }

    private final Conditions conditions;
    private final Portfolio portfolio;
    private final String act;
    private final Instant asOf;
    private final Instant knownAt;
    private final Set<String> supposed;
    private final NaivePapers papers;
    private final List<InForce> taking = new ArrayList<>();

    public Naive(Portfolio portfolio, String act, Instant asOf, Instant knownAt) {
        this(new PlainConditions(), portfolio, act, Set.of(), asOf, knownAt);
    }

    /** For a question that supposes some facts. */
    public Naive(
            Conditions conditions,
            Portfolio portfolio,
            String act,
            Set<String> supposed,
            Instant asOf,
            Instant knownAt) {
        this.supposed = supposed;
        this.conditions = conditions;
        this.portfolio = portfolio;
        this.act = act;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.papers = new NaivePapers(portfolio, asOf, knownAt);
        for (var agreement : portfolio.agreements()) {
            var clauses = papers.clauses(agreement);
            if (clauses != null && agreement.silence().containsKey(act)) {
                taking.add(new InForce(agreement, clauses));
            }
        }
    }

    /** Everything that a completion must choose beside facets, the reading of a clause before its terms. */
    Map<String, OpenChoice> choices() {
        var choices = new LinkedHashMap<String, OpenChoice>();
        for (var inForce : taking) {
            for (var standing : inForce.clauses().values()) {
                var id = inForce.agreement().name() + "/" + standing.clause().name();
                var reading = "reading of " + id;
                var live = standing.live().stream().map(Reading::name).toList();
                if (live.size() > 1) {
                    choices.put(reading, new OpenChoice(live, reading, Set.of()));
                }
                var terms = new LinkedHashMap<String, Set<String>>();
                standing.live()
                        .forEach(one -> undisclosed(one.body(), id)
                                .forEach(term -> terms.computeIfAbsent(term, _ -> new HashSet<>())
                                        .add(one.name())));
                terms.forEach((term, readings) ->
                        choices.put(term, new OpenChoice(List.of("covered", "not covered"), reading, readings)));
            }
        }
        return choices;
    }

    /** The terms of a clause that nobody published, each by where it stands if the clause has more of them on that facet. */
    private Set<String> undisclosed(@Nullable ClauseBody body, String id) {
        var all = new ArrayList<>(PlainConditions.all(body));
        if (body instanceof Permission permission && permission.upTo() != null && limit(permission) == null) {
            var limit = new Condition(Map.of("gpus", new Match.Undisclosed()));
            all.add(new PlainConditions.Written("up-to", List.of(), limit));
        }
        var terms = new LinkedHashSet<String>();
        for (var one : all) {
            one.condition().facets().forEach((facet, match) -> {
                if (match instanceof Match.Undisclosed && one.speaksOf(act)) {
                    long some = all.stream()
                            .filter(other -> other.condition().facets().get(facet) instanceof Match.Undisclosed)
                            .count();
                    terms.add("undisclosed " + facet + (some == 1 ? "" : " (" + one.place() + ")") + " of " + id);
                }
            });
        }
        return terms;
    }

    /** What this completion comes to; two outcomes where a permission and a prohibition of one agreement both stand. */
    public Set<Outcome> outcomes(Completed completed) {
        if (taking.isEmpty()) {
            return Set.of(portfolio.silence().get(act) == Silence.PERMITTED ? Outcome.PERMITTED : Outcome.FORBIDDEN);
        }
        boolean clash = false;
        boolean conditional = false;
        for (var inForce : taking) {
            var effects = EnumSet.noneOf(Effect.class);
            for (var standing : inForce.clauses().values()) {
                if (stands(inForce, standing, completed)) {
                    effects.addAll(effects(inForce, standing, completed));
                }
            }
            boolean permits = effects.contains(Effect.PERMIT);
            boolean silentlyForbidden =
                    effects.isEmpty() && inForce.agreement().silence().get(act) == Silence.FORBIDDEN;
            if (silentlyForbidden || (effects.contains(Effect.FORBID) && !permits)) {
                return Set.of(Outcome.FORBIDDEN);
            }
            clash |= effects.contains(Effect.FORBID);
            conditional |= effects.contains(Effect.CONDITION);
        }
        var lawful = conditional ? Outcome.CONDITIONAL : Outcome.PERMITTED;
        return clash ? EnumSet.of(Outcome.FORBIDDEN, lawful) : EnumSet.of(lawful);
    }

    /** A clause that applies stands unless one that overrides it applies and itself stands. */
    private boolean stands(InForce inForce, NaivePapers.Standing standing, Completed completed) {
        if (effects(inForce, standing, completed).isEmpty()) {
            return false;
        }
        for (var other : inForce.clauses().values()) {
            if (other.clause().overrides().contains(standing.clause().name()) && stands(inForce, other, completed)) {
                return false;
            }
        }
        return true;
    }

    private Set<Effect> effects(InForce inForce, NaivePapers.Standing standing, Completed completed) {
        if (!alive(inForce, standing, completed)) {
            return Set.of();
        }
        var id = inForce.agreement().name() + "/" + standing.clause().name();
        var effects = EnumSet.noneOf(Effect.class);
        var body = body(inForce, standing, completed);
        var here = standing.live().size() > 1 ? completed.leavingOf(id, undisclosed(body, id)) : completed;
        for (var one : PlainConditions.scope(body)) {
            if (one.speaksOf(act)
                    && matches(id + "@" + one.place(), one.condition(), here)
                    && covers(id, standing, body, here)) {
                var effect = effect(id, Objects.requireNonNull(body), here);
                if (effect != null) {
                    effects.add(effect);
                }
            }
        }
        return effects;
    }

    /** Whether what was drawn and revoked leaves a consent or waiver to this; other clauses are not used up. */
    private boolean covers(String id, NaivePapers.Standing standing, @Nullable ClauseBody body, Completed completed) {
        if (!(body instanceof Permission permission)) {
            return true;
        }
        if (permission.signed() != null && matches(id + "@signed", permission.signed(), completed)) {
            return true;
        }
        if (standing.revoked() != null
                && permission.revocable() != null
                && asOf.isAfter(DayByDay.lastOfNotice(
                        standing.revoked(), permission.revocable(), DayByDay.closed(portfolio, knownAt)))) {
            return false;
        }
        if (permission.upTo() == null) {
            return true;
        }
        var limit = limit(permission);
        if (limit == null) {
            return completed.covers(id + "@up-to", "gpus");
        }
        long left = limit;
        for (var draw : portfolio.draws()) {
            boolean counts = draw.clause().toString().equals(id)
                    && papers.known(draw.recorded())
                    && !draw.at().isAfter(asOf);
            left -= counts ? draw.quantity().number() : 0;
        }
        return left > 0 && Long.parseLong(completed.values().get("gpus")) <= left;
    }

    private @Nullable Long limit(Permission permission) {
        return permission.upTo() instanceof Limit(String _, Stated.Known<Long>(Long gpus, Instant recorded))
                        && papers.known(recorded)
                ? gpus
                : null;
    }

    private boolean alive(InForce inForce, NaivePapers.Standing standing, Completed completed) {
        var id = inForce.agreement().name() + "/" + standing.clause().name();
        if (ended(id, inForce.agreement(), standing, standing.clause().until(), completed)) {
            return false;
        }
        if (standing.grant() == null) {
            return true;
        }
        var pierced = inForce.clauses().get(standing.clause().overrides().getFirst());
        if (pierced == null
                || ended(id, inForce.agreement(), pierced, pierced.clause().until(), completed)) {
            return false;
        }
        var promise = body(inForce, pierced, completed);
        return promise != null && mayGiveUp(standing.grant(), promise);
    }

    /** The holder waives and consents; where a prohibition asks for somebody's consent, so does that party. */
    private static boolean mayGiveUp(Instrument grant, ClauseBody promise) {
        var by = Objects.requireNonNull(grant.by());
        return by.equals(promise.holder())
                || (grant.type() == Instrument.Type.CONSENT
                        && promise instanceof Prohibition prohibition
                        && prohibition.unless() != null
                        && by.equals(prohibition.unless().of()));
    }

    private @Nullable ClauseBody body(InForce inForce, NaivePapers.Standing standing, Completed completed) {
        var id = inForce.agreement().name() + "/" + standing.clause().name();
        var chosen = completed.choices().get("reading of " + id);
        for (var reading : standing.live()) {
            if (chosen == null || reading.name().equals(chosen)) {
                return reading.body();
            }
        }
        return null;
    }

    private boolean ended(String id, Agreement of, NaivePapers.Standing standing, End end, Completed completed) {
        return switch (end) {
            case End.Never() -> false;
            case End.At(Instant instant) -> !asOf.isBefore(instant);
            case End.OnMilestone(String fact, List<String> values) ->
                matches(id, new Condition(Map.of(fact, new Match.AnyOf(values))), completed)
                        || (!supposed.contains(fact)
                                && new PlainRecord(portfolio, asOf, knownAt)
                                        .hasCome(fact, values, standing.written(), completed));
            case End.After(Window period, End.Anchor from) ->
                switch (from) {
                    case End.Anchor.Day(Instant day) -> isOver(day, period, of);
                    case End.Anchor.Beginning() -> isOver(standing.written(), period, of);
                    case End.Anchor.Event(End.OnMilestone(String fact, List<String> values)) ->
                        !supposed.contains(fact)
                                && new PlainRecord(portfolio, asOf, knownAt)
                                        .came(fact, values, standing.written(), completed).stream()
                                                .anyMatch(day -> isOver(day, period, of));
                };
            case End.EarlierOf(List<End> ends) ->
                ends.stream().anyMatch(one -> ended(id, of, standing, one, completed));
            case End.LaterOf(List<End> ends) -> ends.stream().allMatch(one -> ended(id, of, standing, one, completed));
        };
    }

    /** Of days and months, which the random portfolios have. */
    private boolean isOver(Instant from, Window period, Agreement of) {
        var zone = of.clock().zone();
        var day = from.atZone(zone).toLocalDate();
        var last = period instanceof Window.Days ? day.plusDays(period.n()) : day.plusMonths(period.n());
        return asOf.atZone(zone).toLocalDate().isAfter(last);
    }

    private boolean matches(String id, Condition condition, Completed completed) {
        return conditions.hold(portfolio.vocabulary(), id, condition, completed);
    }

    private @Nullable Effect effect(String id, ClauseBody body, Completed completed) {
        return switch (body) {
            case FirstRefusal right ->
                switch (String.valueOf(completed.values().get("refusal"))) {
                    case "none", "open" -> Effect.CONDITION;
                    case "accepted" -> Effect.FORBID;
                    case "lapsed" -> right.onLapse() == FirstRefusal.OnLapse.ACCEPT ? Effect.FORBID : null;
                    default -> null;
                };
            case Exclusivity _ -> Effect.FORBID;
            case Permission _ -> Effect.PERMIT;
            case Prohibition prohibition -> prohibition.unless() == null ? Effect.FORBID : Effect.CONDITION;
            case FirstAvailability first ->
                PlainConditions.lifted(first).stream()
                                .anyMatch(one -> matches(id + "@" + one.place(), one.condition(), completed))
                        ? null
                        : Effect.FORBID;
            case Licence _, Commitment _, RevenueShare _, Covenant _, Milestone _ -> null;
        };
    }
}
