package io.proviso.agreement.norms;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.question.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The norms over one act in one stretch of time, indexed for questions; immutable, so any thread may ask.
 *
 * <p>A closed question costs one AND a facet and word of 64 norms ({@link NormIndex}), then one look at each agreement.
 */
public final class CompiledAct {
    static final int NO_STEP = -1;

    /** The norms of one agreement that takes part in rulings on this act. */
    public record Participant(Agreement agreement, Silence silence, NormSet norms) {}

    private final Vocabulary.Act act;
    private final Domain domain;
    private final List<ActCompiler.Written> written;
    private final Lowering lowering;
    private final List<Norm> norms;
    private final List<Participant> participants;
    private final List<Undecided> undecided;
    /** What is to be chosen for the outcome, whichever clause leads to it. */
    private final Alternatives ofOutcome;
    /** What is to be chosen for the outcome and the steps that each clause asks for. */
    private final Alternatives ofSteps;

    private final Silence portfolioSilence;
    private final NormIndex index;
    private final Precedence precedence;
    /** By norm the step that it asks for; those of one number ask for the same, and none is asked for by {@link #NO_STEP}. */
    private final int[] steps;

    private final NormSet permits;
    private final NormSet conditions;
    private final NormSet forbids;
    private final NormSet contingent;
    /** The norms of readings that a pin excludes, and of rights that have ended: they apply by a round that runs on alone. */
    private final NormSet pinnedOut;

    private final NormSet over;
    private final NormSet impossible;

    /** The norms by which each right stands before the act, in each reading of its clause. */
    private final List<RightNorms> rights;

    /**
     * The norms by which one right stands before the act, in one reading of its clause.
     *
     * @param boxes where it stands, whatever was answered
     * @param isOver whether its clause has ended, so that only a round may still run on
     */
    public record RightNorms(
            ClauseVersion version,
            Reading reading,
            FirstRefusal terms,
            NormSet conditions,
            NormSet forbids,
            List<Box> boxes,
            boolean isOver) {}

    CompiledAct(ActCompiler compiled) {
        this.act = compiled.act;
        this.domain = compiled.domain;
        this.written = compiled.written;
        this.lowering = compiled.lowering;
        this.norms = List.copyOf(compiled.norms);
        this.participants = compiled.participants();
        this.undecided = compiled.undecided();
        this.portfolioSilence = compiled.portfolioSilence;
        this.index = new NormIndex(domain, compiled.boxes());
        this.precedence = new Precedence(norms, compiled.rows());
        this.steps = steps(norms);
        this.ofOutcome = new Alternatives(undecided, norms, precedence, _ -> NO_STEP);
        this.ofSteps = new Alternatives(undecided, norms, precedence, norm -> steps[norm]);
        this.permits = compiled.where(norm -> norm.effect() == Effect.PERMIT);
        this.conditions = compiled.where(norm -> norm.effect() == Effect.CONDITION);
        this.forbids = compiled.where(norm -> norm.effect() == Effect.FORBID);
        this.over = compiled.where(norm -> compiled.lingering.contains(norm.version()));
        this.pinnedOut = compiled.where(norm -> !norm.version().live().contains(norm.reading()))
                .addAll(over);
        this.contingent = compiled.where(norm -> !norm.choices().isEmpty()).remove(pinnedOut);
        this.impossible = compiled.impossible();
        this.rights = rights();
    }

    private List<RightNorms> rights() {
        var found = new LinkedHashMap<List<Object>, RightNorms>();
        for (int number = 0; number < norms.size(); number++) {
            var norm = norms.get(number);
            int index = number;
            boolean counts = norm.version().live().contains(norm.reading());
            if (norm.reading().body() instanceof FirstRefusal terms && counts) {
                var right = found.computeIfAbsent(
                        List.of(norm.version().id(), norm.reading().name()),
                        _ -> new RightNorms(
                                norm.version(),
                                norm.reading(),
                                terms,
                                noNorms(),
                                noNorms(),
                                new ArrayList<>(),
                                over.has(index)));
                (norm.effect() == Effect.CONDITION ? right.conditions() : right.forbids()).add(number);
                right.boxes().add(whateverAnswered(norm.box()));
            }
        }
        return List.copyOf(found.values());
    }

    private Box whateverAnswered(Box box) {
        var cells = new ArrayList<@Nullable BitSet>(box.facets());
        for (int facet = 0; facet < domain.size(); facet++) {
            if (domain.facet(facet).suppliedBy() == Facet.SuppliedBy.DESK) {
                cells.set(facet, null);
            }
        }
        return new Box(cells);
    }

    public List<RightNorms> rightNorms() {
        return rights;
    }

    /** The norms of clauses that apply to some of the candidates: of rights all, whatever was answered, of others as the facts are. */
    NormSet inPlay(List<BitSet> candidates) {
        var inPlay = touching(candidates).remove(pinnedOut);
        var asked = new Box(new ArrayList<>(candidates));
        for (var right : rights) {
            inPlay.remove(right.conditions()).remove(right.forbids());
            for (var set : List.of(right.conditions(), right.forbids())) {
                set.forEach(number -> {
                    if (whateverAnswered(norms.get(number).box()).meets(asked)) {
                        inPlay.add(number);
                    }
                });
            }
        }
        return inPlay;
    }

    /** A step is the clause that asks for it, what it asks for, and how the other side answers. */
    private static int[] steps(List<Norm> norms) {
        var numbers = new HashMap<List<Object>, Integer>();
        return norms.stream()
                .mapToInt(norm -> norm.step() == null
                        ? NO_STEP
                        : numbers.computeIfAbsent(
                                List.of(norm.version().name(), norm.step(), norm.answering()), _ -> numbers.size()))
                .toArray();
    }

    /** The step that a norm asks for, by number, or {@link #NO_STEP}. */
    int step(int norm) {
        return steps[norm];
    }

    /**
     * The outcome of a closed question; nothing is built but the set of norms that apply.
     *
     * @param cells one cell for each facet of the act, as {@code CompiledPortfolio.cells} numbers them
     */
    public Outcome outcome(int[] cells) {
        return outcome(index.holding(cells).remove(pinnedOut), 0);
    }

    /** The one outcome under every choice still to be made, or UNDETERMINED as soon as two differ. */
    private Outcome outcome(NormSet applicable, int from) {
        var choice = applicable.meets(contingent) ? ofOutcome.next(applicable, from) : null;
        return choice == null ? outcome(precedence.standing(applicable)) : agreed(choice);
    }

    private Outcome agreed(Alternatives.Choice choice) {
        Outcome agreed = null;
        for (var chosen : choice.branches().values()) {
            var outcome = outcome(chosen, choice.index() + 1);
            if (agreed != null && agreed != outcome) {
                return Outcome.UNDETERMINED;
            }
            agreed = outcome;
        }
        return Objects.requireNonNull(agreed, "what is undecided has alternatives");
    }

    /**
     * All closed questions within the candidate cells, in disjoint regions that no clause in force divides; what cannot occur is
     * in none of them.
     *
     * @param candidates for each facet of the act the cells to look at, at least one
     */
    public List<Region> regions(List<BitSet> candidates) {
        return new Partition(this).of(candidates);
    }

    /** The outcome of a closed question with the norms that decide it; citations are written out only when asked for. */
    public Decided decide(int[] cells) {
        var deciding = noNorms();
        var outcome = decide(index.holding(cells).remove(pinnedOut), 0, deciding);
        return new Decided(this, outcome, deciding);
    }

    /** The one outcome under every choice still to be made, or UNDETERMINED; adds what decides under each of them. */
    private Outcome decide(NormSet applicable, int from, NormSet deciding) {
        var choice = applicable.meets(contingent) ? ofOutcome.next(applicable, from) : null;
        if (choice != null) {
            return decideEach(choice, deciding);
        }
        var standing = precedence.standing(applicable);
        var outcome = outcome(standing);
        deciding.addAll(outcome == Outcome.UNDETERMINED ? standing : deciding(standing, outcome));
        return outcome;
    }

    private Outcome decideEach(Alternatives.Choice choice, NormSet deciding) {
        var outcomes = EnumSet.noneOf(Outcome.class);
        for (var chosen : choice.branches().values()) {
            outcomes.add(decide(chosen, choice.index() + 1, deciding));
        }
        return outcomes.size() == 1 ? outcomes.iterator().next() : Outcome.UNDETERMINED;
    }

    /** The standing norms that lead to an outcome, of every agreement that comes to it or clashes within itself. */
    NormSet deciding(NormSet standing, Outcome outcome) {
        var deciding = noNorms();
        for (var participant : participants) {
            var own = outcome(standing, participant);
            if (own == outcome || own == Outcome.UNDETERMINED) {
                deciding.addAll(standing.and(participant.norms()).retain(having(outcome)));
            }
        }
        return deciding;
    }

    /** FORBIDDEN of any agreement forbids; a clash within one leaves the outcome open unless another agreement forbids. */
    public Outcome outcome(NormSet standing) {
        if (participants.isEmpty()) {
            return ofSilence(portfolioSilence);
        }
        var worst = Outcome.PERMITTED;
        boolean clash = false;
        for (var participant : participants) {
            switch (outcome(standing, participant)) {
                case FORBIDDEN -> {
                    return Outcome.FORBIDDEN;
                }
                case UNDETERMINED -> clash = true;
                case CONDITIONAL -> worst = Outcome.CONDITIONAL;
                case PERMITTED -> {}
            }
        }
        return clash ? Outcome.UNDETERMINED : worst;
    }

    /** What one agreement says; UNDETERMINED stands for a clash of its own permission and prohibition. */
    public Outcome outcome(NormSet standing, Participant participant) {
        boolean forbidden = standing.meets(participant.norms(), forbids);
        boolean permitted = standing.meets(participant.norms(), permits);
        boolean conditional = standing.meets(participant.norms(), conditions);
        if (forbidden) {
            return permitted ? Outcome.UNDETERMINED : Outcome.FORBIDDEN;
        }
        if (conditional) {
            return Outcome.CONDITIONAL;
        }
        return permitted ? Outcome.PERMITTED : ofSilence(participant.silence());
    }

    static Outcome ofSilence(Silence silence) {
        return switch (silence) {
            case PERMITTED -> Outcome.PERMITTED;
            case FORBIDDEN -> Outcome.FORBIDDEN;
        };
    }

    /** The norms whose effect leads to this outcome. */
    NormSet having(Outcome outcome) {
        return switch (outcome) {
            case PERMITTED -> permits;
            case CONDITIONAL -> conditions;
            case FORBIDDEN -> forbids;
            case UNDETERMINED -> throw new IllegalArgumentException("no effect leads to UNDETERMINED by itself");
        };
    }

    /** Whether the same agreements take part with the same norms, so that every question comes out the same and for the same reasons. */
    public boolean saysTheSame(CompiledAct other) {
        return norms.equals(other.norms) && participants.equals(other.participants);
    }

    /** Whether values that the vocabulary calls impossible together are among the cells of a closed question. */
    public boolean cannotOccur(int[] cells) {
        return index.holding(cells).meets(impossible);
    }

    /** As many rows as the index has. */
    public NormSet noNorms() {
        return permits.copy().remove(permits);
    }

    /** The norms that touch an open question, those of readings a pin excludes among them. */
    public NormSet touching(List<BitSet> candidates) {
        return index.touching(candidates);
    }

    public Vocabulary.Act act() {
        return act;
    }

    public Domain domain() {
        return domain;
    }

    /** The norm of that number, from 0; those of readings a pin excludes are among them. */
    public Norm norm(int number) {
        return norms.get(number);
    }

    public int norms() {
        return norms.size();
    }

    /** Whether the norm counts: no pin excludes its reading. */
    public boolean isLive(int norm) {
        return !pinnedOut.has(norm);
    }

    /**
     * A closed question within the box at which all of these norms stand and none of those does, with each doubt resolved as that
     * needs it; null if there is none, which is exact.
     */
    public @Nullable Point find(Box within, BitSet standing, BitSet absent) {
        return new PointSearch(this, standing, absent).within(within);
    }

    /** The clauses in force that speak of the act, those among them that a milestone has ended. */
    public List<ActCompiler.Written> written() {
        return written;
    }

    /** What the norms were lowered by. */
    public Lowering lowering() {
        return lowering;
    }

    public List<Participant> participants() {
        return participants;
    }

    public List<Undecided> undecided() {
        return undecided;
    }

    /** What is to be chosen for the outcome and the steps that each clause asks for. */
    Alternatives alternatives() {
        return ofSteps;
    }

    public Silence portfolioSilence() {
        return portfolioSilence;
    }

    NormIndex index() {
        return index;
    }

    public Precedence precedence() {
        return precedence;
    }

    public NormSet pinnedOut() {
        return pinnedOut;
    }

    NormSet impossible() {
        return impossible;
    }

    /** The participant that speaks for an agreement, null if it takes no part. */
    @Nullable
    public Participant participant(String agreement) {
        return participants.stream()
                .filter(one -> one.agreement().name().equals(agreement))
                .findFirst()
                .orElse(null);
    }
}
