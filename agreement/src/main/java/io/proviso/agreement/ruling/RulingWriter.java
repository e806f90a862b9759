package io.proviso.agreement.ruling;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.norms.Binding;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Completion;
import io.proviso.agreement.norms.Completions;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.norms.NormSet;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.Exercised;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.rounds.LimitsOfQuestion;
import io.proviso.agreement.rounds.Owed;
import io.proviso.agreement.rounds.RightStanding;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.rounds.RoundCourse;
import io.proviso.agreement.rounds.RoundsCited;
import io.proviso.agreement.rounds.Standings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A question's completions, told as a ruling: what decided, what was set aside, what was silent, what to do. */
final class RulingWriter {
    private final CompiledPortfolio rulings;
    private final Ruling.Asking asking;
    private final CompiledAct act;
    private final List<BitSet> candidates;
    private final Cases cases;
    private final List<Completion> completions;
    private final Outcome outcome;
    private final StepsNeeded steps;

    RulingWriter(
            CompiledPortfolio rulings,
            Ruling.Asking asking,
            CompiledAct act,
            List<BitSet> candidates,
            Cases cases,
            List<Completion> completions) {
        this.rulings = rulings;
        this.asking = asking;
        this.act = act;
        this.candidates = candidates;
        this.cases = cases;
        this.completions = completions;
        this.outcome = Completions.outcome(completions);
        this.steps = new StepsNeeded(
                rulings,
                asking,
                act,
                cases,
                new LimitsOfQuestion(
                        act.domain(), candidates, rulings.portfolio().zone()));
    }

    Ruling.Asking asking() {
        return asking;
    }

    /** What must stay the same for the answer to be the same, whatever decides it. */
    record Answer(Outcome outcome, Set<StepsNeeded.Request> requests, Set<Ruling.Branch> split) {}

    Answer answer() {
        return new Answer(
                outcome, needed().stream().map(steps::request).collect(Collectors.toSet()), Set.copyOf(split()));
    }

    /** What must stay the same for the answer to be the same for the same reasons. */
    record Substance(
            Answer answer,
            List<Cites> deciding,
            Set<Owes> owes,
            List<Ruling.Branch> split,
            List<String> silent,
            List<RoundCited> rounds) {}

    /** A clause that decides, by which paper it reads how. */
    record Cites(
            ClauseName clause, String instrument, @Nullable String reading, Effect effect) {}

    /** A step that a clause asks for, and the completions that need it. */
    record Owes(ClauseName clause, Norm.Asks asks, Map<Given, List<String>> given) {}

    Substance substance() {
        return new Substance(
                answer(),
                deciding().stream()
                        .map(cited -> new Cites(cited.clause(), cited.instrument(), cited.reading(), cited.effect()))
                        .toList(),
                needed().stream()
                        .map(one -> new Owes(one.norm().version().id(), one.asks(), one.given()))
                        .collect(Collectors.toSet()),
                split(),
                silences().stream().toList(),
                rounds());
    }

    /** What has to happen first; nothing unless that makes it lawful in every completion. */
    private List<StepsNeeded.Needed> needed() {
        return outcome == Outcome.CONDITIONAL ? steps.in(completions) : List.of();
    }

    /** How it comes out and whom it asks, which takes no look ahead. */
    Verdict verdict() {
        return new Verdict(
                outcome,
                needed().stream()
                        .map(one -> new Verdict.Asks(
                                steps.kind(one),
                                one.asks().to(),
                                one.norm().version().id()))
                        .distinct()
                        .toList());
    }

    UndatedRuling finding(Holds holds) {
        var deciding = deciding();
        var silent = silences().stream().map(this::silence).toList();
        var reasons = new UndatedRuling.Reasons(deciding, setAside(), silent, pins());
        var owed = needed().stream().map(steps::owed).distinct().toList();
        var split = split();
        var telling = telling(reasons, owed, split);
        return new UndatedRuling(
                verdict(), reasons, owed, split, weakest(reasons, telling), telling, free(), lasts(), holds);
    }

    private Ruling.Telling telling(UndatedRuling.Reasons reasons, List<Owed> owed, List<Ruling.Branch> split) {
        var facts = FactsCited.of(act, binding(), candidates);
        var given = Stream.concat(owed.stream().map(Owed::given), split.stream().map(Ruling.Branch::given));
        var rounds = rounds();
        var named = Stream.concat(
                        Stream.of(
                                        reasons.clauses(),
                                        facts.stream().flatMap(fact -> fact.by().stream()),
                                        cases.standings().rights().stream().map(Standings.Of::name))
                                .flatMap(each -> each),
                        given.flatMap(each -> each.keySet().stream().flatMap(Given::named)))
                .distinct()
                .toList();
        return new Ruling.Telling(
                rulings.portfolio().zone(),
                rulings.disclosures().only(named),
                exercised(),
                facts,
                rounds,
                List.of(),
                Map.of());
    }

    private List<RoundCited> rounds() {
        return new RoundsCited(cases.standings(), asking.asOf())
                .all().stream()
                        .map(cited -> cited.with(rulings.signatures(cited.round(), asking.knownAt()), asking.asOf()))
                        .toList();
    }

    /** By clause that decides, the consents and waivers behind it. */
    private Map<ClauseName, List<Exercised>> exercised() {
        var behind = new LinkedHashMap<ClauseName, List<Exercised>>();
        decidingNorms().forEach(number -> {
            var version = act.norm(number).version();
            behind.computeIfAbsent(version.id(), _ -> exercisedBehind(version));
        });
        behind.values().removeIf(List::isEmpty);
        return behind;
    }

    private List<Exercised> exercisedBehind(ClauseVersion cited) {
        return rulings.inForce(asking.asOf(), asking.knownAt()).stream()
                .filter(one -> one.agreement().name().equals(cited.id().agreement()))
                .flatMap(one -> one.clauses().stream())
                .filter(version -> version.id().equals(cited.id()) || version.pierces(cited.name()))
                .filter(ClauseVersion::isExercised)
                .map(version -> Exercised.of(version, rulings.portfolio().vocabulary()))
                .toList();
    }

    /** What decides whatever is left open comes before what decides only some of the completions. */
    private List<Citation> deciding() {
        var deciding = decidingNorms();
        var throughout = act.noNorms();
        deciding.forEach(number -> {
            if (decidesThroughout(number)) {
                throughout.add(number);
            }
        });
        var citations = new LinkedHashSet<>(citations(throughout));
        citations.addAll(citations(deciding));
        return List.copyOf(citations);
    }

    private boolean decidesThroughout(int number) {
        var norm = act.norm(number);
        return norm.choices().isEmpty()
                && norm.box().holdsAll(candidates)
                && completions.stream()
                        .noneMatch(completion -> completion.setAside().containsKey(number));
    }

    private NormSet decidingNorms() {
        var deciding = act.noNorms();
        completions.forEach(completion -> deciding.addAll(completion.deciding()));
        return deciding;
    }

    private List<Citation> citations(NormSet norms) {
        var citations = new LinkedHashSet<Citation>();
        norms.forEach(number -> citations.add(act.norm(number).cite()));
        return List.copyOf(citations);
    }

    private List<Ruling.SetAside> setAside() {
        var setAside = new LinkedHashMap<Citation, LinkedHashSet<ClauseName>>();
        for (var completion : completions) {
            completion.setAside().forEach((number, overriders) -> {
                var by = setAside.computeIfAbsent(act.norm(number).cite(), _ -> new LinkedHashSet<>());
                overriders.forEach(other -> by.add(act.norm(other).version().id()));
            });
        }
        return setAside.entrySet().stream()
                .map(entry -> new Ruling.SetAside(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private Set<String> silences() {
        var silent = new LinkedHashSet<String>();
        completions.forEach(completion -> silent.addAll(completion.silent()));
        return silent;
    }

    private Ruling.SilenceCited silence(String agreement) {
        if (agreement.equals(Completion.PORTFOLIO)) {
            return new Ruling.SilenceCited(null, act.act().name(), act.portfolioSilence(), List.of());
        }
        var participant = Objects.requireNonNull(act.participant(agreement));
        return new Ruling.SilenceCited(agreement, act.act().name(), participant.silence(), misses().of(participant));
    }

    private Misses misses() {
        return new Misses(act, binding(), candidates);
    }

    private Binding binding() {
        return new Binding(rulings.portfolio(), asking.question(), asking.asOf(), asking.knownAt());
    }

    /** What each agreement that takes part says by itself. */
    List<Reasoning.Position> positions() {
        var leaves = new LinkedHashSet<NormSet>();
        cases.solve(act, leaves::add);
        return act.participants().stream()
                .map(participant -> position(participant, leaves))
                .toList();
    }

    private Reasoning.Position position(CompiledAct.Participant participant, Set<NormSet> leaves) {
        var outcomes = EnumSet.noneOf(Outcome.class);
        var stood = act.noNorms();
        boolean silent = false;
        for (var applicable : leaves) {
            var standing = act.precedence().standing(applicable);
            outcomes.add(act.outcome(standing, participant));
            stood.addAll(standing.and(participant.norms()));
            silent |= !standing.meets(participant.norms());
        }
        var name = participant.agreement().name();
        return new Reasoning.Position(
                name,
                outcomes,
                citations(stood),
                setAside().stream()
                        .filter(aside -> aside.cited().clause().agreement().equals(name))
                        .toList(),
                silent ? participant.silence() : null,
                misses().of(participant));
    }

    /** The pins without which the question would have met another reading. */
    private List<Ruling.PinCited> pins() {
        var pins = new LinkedHashSet<Ruling.PinCited>();
        act.touching(candidates).forEach(row -> {
            if (row < act.norms()) {
                var version = act.norm(row).version();
                if (version.pin() != null
                        && version.live().size() < version.readings().size()) {
                    pins.add(new Ruling.PinCited(version.pin(), version.clause().disclosure()));
                }
            }
        });
        return List.copyOf(pins);
    }

    private Set<Instant> lasts() {
        var lasts = new LinkedHashSet<Instant>();
        for (var of : cases.standings().rights()) {
            for (var way : of.standing().ways()) {
                switch (way.says()) {
                    case RightStanding.Says.Free free when free.last() != null -> lasts.add(free.last());
                    case RightStanding.Says.Waits(RoundCourse _, RoundCourse.State.Open open)
                    when open.deadline() != null -> lasts.add(open.deadline().utc());
                    case RightStanding.Says.Free _,
                            RightStanding.Says.Waits _,
                            RightStanding.Says.NotOffered _,
                            RightStanding.Says.Taken _ -> {}
                }
            }
        }
        return lasts;
    }

    /** The rights that leave the customer free for a time, in some case. */
    private Map<ClauseName, Instant> free() {
        var free = new LinkedHashMap<ClauseName, Instant>();
        for (var of : cases.standings().rights()) {
            for (var way : of.standing().ways()) {
                if (way.says() instanceof RightStanding.Says.Free said && said.last() != null) {
                    free.merge(of.name(), said.last(), (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        return free;
    }

    private List<Ruling.Branch> split() {
        return outcome != Outcome.UNDETERMINED
                ? List.of()
                : completions.stream()
                        .map(completion -> new Ruling.Branch(completion.given(), completion.outcome()))
                        .toList();
    }

    /** Of clauses, facts and draws; a silence rule is the portfolio author's own assumption. */
    private static Confidence weakest(UndatedRuling.Reasons reasons, Ruling.Telling telling) {
        var marks = new ArrayList<Confidence>();
        reasons.deciding().forEach(cited -> marks.add(cited.provenance().weakest()));
        reasons.silent().forEach(_ -> marks.add(Confidence.ASSUMED));
        telling.facts().forEach(fact -> marks.add(fact.entry().source().confidence()));
        telling.rounds().stream()
                .flatMap(cited -> cited.round().sources().stream())
                .forEach(source -> marks.add(source.confidence()));
        telling.exercised().values().stream()
                .flatMap(List::stream)
                .flatMap(one -> one.draws().stream())
                .forEach(draw -> marks.add(draw.source().confidence()));
        return marks.stream().max(Confidence::compareTo).orElse(Confidence.ASSUMED);
    }
}
