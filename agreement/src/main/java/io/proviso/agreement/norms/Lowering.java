package io.proviso.agreement.norms;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Placed;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stipulation;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.Facts;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the first six kinds of clause into norms over one act; the other kinds say nothing about a single act. */
public final class Lowering {
    private static final Match BEFORE_REFUSAL = refusal(Refusal.NONE, Refusal.OPEN);
    private static final Match NOT_GIVEN_UP = refusal(Refusal.NONE, Refusal.OPEN, Refusal.ACCEPTED);
    /** The alternatives of an undisclosed term. */
    static final String COVERED = "covered";

    static final String NOT_COVERED = "not covered";

    private final String act;
    private final Domain domain;
    private final Instant asOf;
    private final Lifetime lifetime;
    private final List<ClauseVersion> standing;

    /** Lowers to one act; {@code standing} are all clauses in force, among which a consent finds the one it pierces. */
    Lowering(String act, Domain domain, Instant asOf, Facts facts, List<ClauseVersion> standing) {
        this.act = act;
        this.domain = domain;
        this.asOf = asOf;
        this.lifetime = new Lifetime(domain, asOf, facts);
        this.standing = List.copyOf(standing);
    }

    /** All conditions a clause puts on an act, before they are lowered; counts are cut at the numbers they name. */
    static Stream<Condition> conditions(ClauseVersion version, String act, Instant asOf) {
        return version.readings().stream()
                .flatMap(reading -> switch (reading.body()) {
                    case null -> Stream.<Placed>empty();
                    case Permission permission ->
                        Stream.concat(
                                Placed.of("on", permission.scope(), act).stream(),
                                version.exercise().bounds(reading, permission, asOf).stream());
                    case ClauseBody body -> conditions(body, act);
                })
                .map(Placed::condition);
    }

    private static Stream<Placed> conditions(ClauseBody body, String act) {
        return switch (body) {
            case FirstRefusal right ->
                Stream.concat(
                        Placed.of("on", right.scope(), act).stream(),
                        Stream.of(Placed.enough(right), Placed.called(right)));
            case Exclusivity exclusivity -> Placed.of("outside", exclusivity.outside(), act).stream();
            case Permission permission -> Placed.of("on", permission.scope(), act).stream();
            case Prohibition prohibition -> Placed.of("on", prohibition.scope(), act).stream();
            case FirstAvailability first ->
                Stream.concat(
                        Placed.of("on", first.scope(), act).stream(),
                        Placed.of("lifted-when", first.liftedWhen()).stream());
            case Licence licence ->
                Stream.concat(Placed.of("on", licence.scope(), act).stream(), Placed.exclusive(licence, act).stream());
            case Stipulation _ -> Stream.empty();
        };
    }

    public Lifetime lifetime() {
        return lifetime;
    }

    /** What is left of it while the clause lives and what it pierces does. */
    List<Norm> living(ActCompiler.Written written) {
        var version = written.version();
        var lasting = during(written.norms(), version);
        return version.givenUp() ? whileItsClauseLives(version, lasting) : lasting;
    }

    /** What a clause says of the act as long as it lives and what it pierces does. */
    List<Norm> written(ClauseVersion version) {
        var norms = new ArrayList<Norm>();
        for (var reading : version.readings()) {
            if (reading.body() != null) {
                norms.addAll(norms(version, reading, reading.body()));
            }
        }
        return norms;
    }

    /** The clauses in force of the same agreement that a consent or waiver is for. */
    public List<ClauseVersion> piercedBy(ClauseVersion consent) {
        return standing.stream()
                .filter(other ->
                        other.agreement().name().equals(consent.agreement().name()))
                .filter(other -> consent.pierces(other.name()))
                .toList();
    }

    private List<Norm> during(List<Norm> norms, ClauseVersion version) {
        var whileInForce = lifetime.inForce(version);
        return norms.stream()
                .flatMap(norm ->
                        Box.product(List.of(norm.box()), whileInForce).stream().map(norm::within))
                .toList();
    }

    /**
     * A consent or waiver dies with the clause it pierces: at its end, and in the readings in which nothing is left of it, or in
     * which the clause was not for who gave it to give up.
     */
    private List<Norm> whileItsClauseLives(ClauseVersion consent, List<Norm> norms) {
        return piercedBy(consent).stream()
                .flatMap(pierced -> whereItIsGivenUp(pierced, consent, during(norms, pierced)).stream())
                .toList();
    }

    private static List<Norm> whereItIsGivenUp(ClauseVersion pierced, ClauseVersion consent, List<Norm> norms) {
        var grant = Objects.requireNonNull(consent.exercise().grant());
        var living = pierced.live().stream()
                .filter(reading -> reading.body() != null && grant.givesUp(reading.body()))
                .toList();
        if (living.size() == pierced.live().size()) {
            return norms;
        }
        return living.stream()
                .map(reading -> choice(pierced, reading))
                .flatMap(choice -> norms.stream().map(norm -> norm.only(choice)))
                .toList();
    }

    private List<Norm> norms(ClauseVersion version, Reading reading, ClauseBody body) {
        var each = new Emitter(version, reading);
        switch (body) {
            case FirstRefusal right -> firstRefusal(each, right);
            case Exclusivity exclusivity ->
                each.all(Effect.FORBID, Placed.of("outside", exclusivity.outside(), act), null);
            case Permission permission -> {
                for (var bound : version.exercise().bounds(reading, permission, asOf)) {
                    Placed.of("on", permission.scope(), act)
                            .forEach(condition -> each.both(Effect.PERMIT, condition, bound, null));
                }
            }
            case Prohibition(Party _, Scope scope, Prohibition.Consent consent) -> {
                if (consent == null) {
                    each.all(Effect.FORBID, Placed.of("on", scope, act), null);
                } else {
                    each.all(
                            Effect.CONDITION,
                            Placed.of("on", scope, act),
                            new Norm.Asks(Step.Kind.CONSENT, consent.of()));
                }
            }
            case Licence licence -> {
                each.all(Effect.PERMIT, Placed.of("on", licence.scope(), act), null);
                each.all(Effect.FORBID, Placed.exclusive(licence, act), null);
            }
            case FirstAvailability first -> firstAvailability(each, first);
            case Stipulation _ -> {}
        }
        return each.norms;
    }

    /**
     * None and open: offer first. Declined, lapsed and waived free the customer. Accepted forbids going elsewhere. An option offers
     * nothing: while it runs, and nobody gave it up, what it may call is taken.
     */
    private void firstRefusal(Emitter each, FirstRefusal right) {
        var taken = right.onLapse() == FirstRefusal.OnLapse.ACCEPT
                ? refusal(Refusal.ACCEPTED, Refusal.LAPSED)
                : refusal(Refusal.ACCEPTED);
        var enough = Placed.enough(right);
        if (right.preemption().kind() == Preemption.Kind.OPTION) {
            for (var condition : Placed.of("on", right.scope(), act)) {
                each.both(
                        Effect.FORBID,
                        condition.and(domain.suppliedByDesk(), NOT_GIVEN_UP),
                        Placed.called(right),
                        null);
            }
            return;
        }
        for (var condition : Placed.of("on", right.scope(), act)) {
            var fact = domain.suppliedByDesk();
            each.both(
                    Effect.CONDITION,
                    condition.and(fact, BEFORE_REFUSAL),
                    enough,
                    new Norm.Asks(Step.Kind.of(right.preemption()), right.holder()));
            each.both(Effect.FORBID, condition.and(fact, taken), enough, null);
        }
    }

    private static Match refusal(Refusal... anyOf) {
        return new Match.AnyOf(Refusal.words(anyOf));
    }

    private void firstAvailability(Emitter each, FirstAvailability first) {
        for (var condition : Placed.of("on", first.scope(), act)) {
            each.unless(condition, Placed.of("lifted-when", first.liftedWhen()));
        }
    }

    private static Norm.Choice choice(ClauseVersion version, Reading reading) {
        var all = version.live().stream().map(Reading::name).toList();
        return new Norm.Choice(new Given.ReadingOf(version.id()), reading.name(), all);
    }

    private final class Emitter {
        private final ClauseVersion version;
        private final Reading reading;
        private final List<Norm> norms = new ArrayList<>();
        /** By facet how many terms of the body nobody disclosed. */
        private final Map<String, Long> undisclosed;

        Emitter(ClauseVersion version, Reading reading) {
            this.version = version;
            this.reading = reading;
            this.undisclosed = reading.body() == null
                    ? Map.of()
                    : Placed.in(reading.body()).stream()
                            .flatMap(Placed::undisclosed)
                            .collect(Collectors.groupingBy(facet -> facet, Collectors.counting()));
        }

        void all(Effect effect, List<Placed> conditions, Norm.@Nullable Asks step) {
            conditions.forEach(condition -> one(effect, condition, step));
        }

        void one(Effect effect, Placed condition, Norm.@Nullable Asks step) {
            add(new Norm(version, reading, effect, box(condition), step, choices(condition)));
        }

        /** Where both conditions match, though each may restrict the same facet. */
        void both(Effect effect, Placed condition, Placed bound, Norm.@Nullable Asks step) {
            var box = box(condition).and(box(bound));
            var choices = Stream.concat(choices(condition).stream(), undisclosed(bound, COVERED))
                    .distinct()
                    .toList();
            add(new Norm(version, reading, effect, box, step, choices));
        }

        /** Forbids what matches a condition, but not where one of the others matches wholly. */
        void unless(Placed condition, List<Placed> lifted) {
            var forbidding =
                    List.of(new Norm(version, reading, Effect.FORBID, box(condition), null, choices(condition)));
            for (var one : lifted) {
                forbidding =
                        forbidding.stream().flatMap(norm -> outside(norm, one)).toList();
            }
            forbidding.forEach(this::add);
        }

        /** The norm where a condition does not match: a facet differs, or an undisclosed term does not cover. */
        private Stream<Norm> outside(Norm norm, Placed condition) {
            var different = Box.product(List.of(norm.box()), box(condition).complement(domain));
            return Stream.concat(
                    different.stream().map(norm::within),
                    undisclosed(condition, NOT_COVERED).map(norm::only));
        }

        private void add(Norm norm) {
            if (!norm.box().isEmpty()) {
                norms.add(norm);
            }
        }

        private List<Norm.Choice> choices(Placed condition) {
            var ofReading =
                    version.live().size() > 1 ? Stream.of(choice(version, reading)) : Stream.<Norm.Choice>empty();
            return Stream.concat(ofReading, undisclosed(condition, COVERED)).toList();
        }

        private Stream<Norm.Choice> undisclosed(Placed condition, String alternative) {
            return condition
                    .undisclosed()
                    .map(facet -> new Norm.Choice(
                            term(facet, condition.place()), alternative, List.of(COVERED, NOT_COVERED)));
        }

        private Given term(String facet, String place) {
            boolean alone = undisclosed.getOrDefault(facet, 0L) <= 1;
            return new Given.Term(version.id(), facet, alone ? null : place);
        }

        private Box box(Placed condition) {
            return domain.box(condition.condition());
        }
    }
}
