package io.proviso.agreement.ruling;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Draw;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Problem;
import io.proviso.agreement.Round;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.norms.Binding;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Completions;
import io.proviso.agreement.norms.Reach;
import io.proviso.agreement.portfolio.AgreementInForce;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.ConsentInForce;
import io.proviso.agreement.portfolio.Disclosures;
import io.proviso.agreement.portfolio.KnownPapers;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.portfolio.StandingRights;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.question.QuestionRules;
import io.proviso.agreement.rounds.ExtensionRules;
import io.proviso.agreement.rounds.LeftToOthers;
import io.proviso.agreement.rounds.RightsBefore;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.rounds.RoundCourses;
import io.proviso.agreement.rounds.RoundsOnRecord;
import io.proviso.agreement.rounds.Signature;
import io.proviso.agreement.rounds.Signatures;
import io.proviso.agreement.rounds.Standings;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.UnlistedYear;
import io.proviso.units.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engine: a portfolio, compiled stretch by stretch as questions reach it. */
public final class CompiledPortfolio implements Rulings {
    /** Unlisted closures move the end of a notice by days; after a year nobody doubts that it is over. */
    private static final Duration DOUBTED_FOR = Duration.ofDays(366);

    private final Portfolio portfolio;
    private final KnownPortfolio.Cache known;
    private final RoundsOnRecord rounds;
    private volatile @Nullable Disclosures disclosures;
    private final Lookahead ahead = new Lookahead(this);

    /**
     * Nothing is compiled before the first question.
     *
     * @throws InvalidPortfolio if its record moves a deadline that had passed, or makes it earlier
     */
    public CompiledPortfolio(Portfolio portfolio) {
        this(portfolio, new KnownPortfolio.Cache(portfolio), portfolio.rounds());
        ExtensionRules.require(portfolio);
    }

    private CompiledPortfolio(Portfolio portfolio, KnownPortfolio.Cache known, List<Round> rounds) {
        this.portfolio = portfolio;
        this.known = known;
        this.rounds = new RoundsOnRecord(rounds);
    }

    @Override
    public Portfolio portfolio() {
        return portfolio;
    }

    /** Of every clause of the portfolio. */
    Disclosures disclosures() {
        var found = disclosures;
        if (found == null) {
            found = Disclosures.in(portfolio.agreements());
            disclosures = found;
        }
        return found;
    }

    /** One act as compiled for an instant: the fast path for closed questions in bulk. */
    public CompiledAct act(String act, Instant asOf, Instant knownAt) {
        return supposing(act, Set.of(), asOf, knownAt);
    }

    /** One act for whoever supposes some facts: then no milestone has come by what the record says of them. */
    public CompiledAct supposing(String act, Set<String> facts, Instant asOf, Instant knownAt) {
        return known.at(knownAt).at(asOf).act(act, facts);
    }

    /** The act that a question is about, for what it supposes. */
    public CompiledAct act(Question question, Instant asOf, Instant knownAt) {
        return supposing(question.act(), question.supposed().keySet(), asOf, knownAt);
    }

    /** The agreements in force then, each as its instruments left it. */
    public List<AgreementInForce> inForce(Instant asOf, Instant knownAt) {
        return papers(knownAt).at(asOf).agreements();
    }

    private KnownPapers papers(Instant knownAt) {
        return known.at(knownAt).papers();
    }

    /** The next instant after this one at which anything changes, as known then; null if nothing is known to. */
    public @Nullable Instant nextChange(Instant asOf, Instant knownAt) {
        return papers(knownAt).nextChange(asOf);
    }

    /** How often an act was compiled for a stretch so far, as known then: what each look into the future costs. */
    int compiled(Instant knownAt) {
        return known.at(knownAt).compiled();
    }

    /** The ruling on a question together with how it came about. */
    public Reasoning reasoning(Question question, Instant asOf, Instant knownAt) {
        requireFit(question);
        var judged = ruled(question, asOf, knownAt);
        var positions = judged.positions();
        return new Reasoning(
                signed(judged.finding(ahead.holds(judged)), judged.asking()),
                new Binding(portfolio, question, asOf, knownAt).given(act(question, asOf, knownAt)),
                positions,
                disclosures()
                        .only(positions.stream()
                                .flatMap(Reasoning.Position::clauses)
                                .distinct()
                                .toList()));
    }

    /**
     * The cells of a closed question for {@link CompiledAct#outcome}.
     *
     * @throws IllegalArgumentException if the question leaves a facet open that the act takes
     */
    public int[] cells(Question question, Instant asOf, Instant knownAt) {
        requireFit(question);
        var act = act(question, asOf, knownAt);
        var candidates = new Binding(portfolio, question, asOf, knownAt).candidates(act);
        var cells = new int[candidates.size()];
        for (int facet = 0; facet < cells.length; facet++) {
            if (candidates.get(facet).cardinality() != 1) {
                throw new IllegalArgumentException("the question leaves the facet '"
                        + act.domain().facet(facet).name() + "' open\nAsk for a ruling instead of an outcome.");
            }
            cells[facet] = candidates.get(facet).nextSetBit(0);
        }
        if (act.cannotOccur(cells)) {
            throw cannotOccur(question);
        }
        return cells;
    }

    /** What a question leaves open, as a box of its act: defaults and attested facts are filled in. */
    public Box box(Question question, Instant asOf, Instant knownAt) {
        requireFit(question);
        return new Box(new ArrayList<>(
                new Binding(portfolio, question, asOf, knownAt).candidates(act(question, asOf, knownAt))));
    }

    /** The outcome of a question without what leads to it; null if its values cannot occur together. */
    public @Nullable Outcome outcome(Question question, Instant asOf, Instant knownAt) {
        requireFit(question);
        var act = act(question, asOf, knownAt);
        var candidates = new Binding(portfolio, question, asOf, knownAt).candidates(act);
        var completions = cases(act, question, candidates, asOf, knownAt).solve(act, _ -> {});
        return completions.isEmpty() ? null : Completions.outcome(completions);
    }

    @Override
    public Ruling rule(Question question, Instant asOf, Instant knownAt) {
        return signed(finding(question, asOf, knownAt), asking(question, asOf, knownAt));
    }

    @Override
    public Verdict verdict(Question question, Instant asOf, Instant knownAt) {
        if (!rounds.isEmpty()) {
            requireFit(question);
            return ruled(question, asOf, knownAt).verdict();
        }
        return known.at(knownAt).at(asOf).verdict(question, unheard -> {
            requireFit(unheard);
            return ruled(unheard, asOf, knownAt).verdict();
        });
    }

    /** Rounds add no stretch of time, so what is compiled of the papers serves them all. */
    @Override
    public Verdict verdict(Question question, List<Round> more, Instant asOf, Instant knownAt) {
        var all = Stream.concat(portfolio.rounds().stream(), more.stream()).toList();
        return new CompiledPortfolio(portfolio, known, all).verdict(question, asOf, knownAt);
    }

    @Override
    public List<Segment> rule(Question question, Interval interval, Instant knownAt) {
        requireFit(question);
        var segments = ahead.segments(question, interval, knownAt);
        if (segments.isEmpty()) {
            throw cannotOccur(question);
        }
        return segments;
    }

    @Override
    public RightInForce right(ClauseName name, Instant asOf, Instant knownAt) {
        for (var right : rights(knownAt).asOf(asOf).written()) {
            if (right.name().equals(name)) {
                return right;
            }
        }
        throw new IllegalArgumentException(
                "no right of first refusal " + name + " is in force as of " + asOf + " (known at " + knownAt + ")");
    }

    @Override
    public List<RightInForce> rights(Instant asOf, Instant knownAt) {
        return rights(knownAt).asOf(asOf).standing();
    }

    /** How a time to answer is counted under a clause in force then: as its right says, otherwise as its agreement does. */
    public DeadlineRule deadlines(ClauseName clause, Instant asOf, Instant knownAt) {
        return rights(knownAt).asOf(asOf).written().stream()
                .filter(right -> right.name().equals(clause))
                .map(RightInForce::deadlines)
                .findFirst()
                .orElseGet(() -> portfolio.deadlines(agreement(clause).clock(), knownAt));
    }

    private Agreement agreement(ClauseName clause) {
        return portfolio.agreements().stream()
                .filter(agreement -> agreement.name().equals(clause.agreement()))
                .findFirst()
                .orElseThrow();
    }

    private StandingRights rights(Instant knownAt) {
        return new StandingRights(portfolio, papers(knownAt), knownAt);
    }

    @Override
    public List<Draw> drawnBy(Ruling ruling, Quantity quantity) {
        var asking = ruling.asking();
        var source = new Source("ruling " + ruling.id(), null, Confidence.PRIMARY);
        return unanswered(ruling).setAside().stream()
                .flatMap(aside -> aside.by().stream().map(name -> find(name, asking.asOf(), asking.knownAt())))
                .flatMap(Stream::ofNullable)
                .filter(version -> drawsOn(version, quantity.facet(), asking))
                .distinct()
                .map(version -> new Draw(version.id(), quantity, asking.asOf(), asking.knownAt(), source))
                .toList();
    }

    /**
     * The ruling as if no holder had been asked: what one holder waived is drawn even where another's answer, which the question
     * supposes, would be enough.
     */
    private Ruling unanswered(Ruling ruling) {
        var asking = ruling.asking();
        var question = asking.question();
        var fact = portfolio.vocabulary().refusal();
        if (fact == null || !question.supposesAnAnswer(fact.name()) || !limits(asking)) {
            return ruling;
        }
        return rule(question.unanswered(fact.name()), asking.asOf(), asking.knownAt());
    }

    private boolean limits(Ruling.Asking asking) {
        return papers(asking.knownAt()).at(asking.asOf()).agreements().stream()
                .flatMap(agreement -> agreement.clauses().stream())
                .flatMap(version -> version.live().stream())
                .anyMatch(reading -> reading.body() instanceof Permission permission && permission.upTo() != null);
    }

    /** Whether what is asked about is not all signed already, in some reading of a consent that has a limit. */
    private boolean drawsOn(ClauseVersion version, String counted, Ruling.Asking asking) {
        var act = act(asking.question(), asking.asOf(), asking.knownAt());
        var asked = new Binding(portfolio, asking.question(), asking.asOf(), asking.knownAt()).candidates(act);
        return version.live().stream()
                .anyMatch(reading -> reading.body() instanceof Permission permission
                        && permission.upTo() != null
                        && permission.upTo().facet().equals(counted)
                        && (permission.signed() == null
                                || Reach.of(permission.signed(), act.domain(), asked) != Reach.WHOLE));
    }

    private @Nullable ClauseVersion find(ClauseName clause, Instant asOf, Instant knownAt) {
        return papers(knownAt).at(asOf).find(clause);
    }

    /** The right as one reading of its clause has it, where a question names it. */
    RightInForce right(ClauseVersion version, FirstRefusal right, Ruling.Asking asking) {
        return rights(asking.knownAt())
                .right(version, right, asking.asOf(), asking.question().supposed());
    }

    /** The consent that one reading of a clause asks for, where a question names it. */
    ConsentInForce consent(ClauseVersion version, Prohibition.Answer answer, Ruling.Asking asking) {
        return rights(asking.knownAt())
                .consent(version, answer, asking.asOf(), asking.question().supposed());
    }

    private RulingWriter ruled(Question question, Instant asOf, Instant knownAt) {
        var judged = judged(question, asOf, knownAt);
        if (judged == null) {
            throw cannotOccur(question);
        }
        return judged;
    }

    /** Null where the values of a question, with what the record says then, cannot occur together. */
    @Nullable
    RulingWriter judged(Question question, Instant asOf, Instant knownAt) {
        var act = act(question, asOf, knownAt);
        var candidates = new Binding(portfolio, question, asOf, knownAt).candidates(act);
        var cases = cases(act, question, candidates, asOf, knownAt);
        var completions = cases.solve(act, _ -> {});
        return completions.isEmpty()
                ? null
                : new RulingWriter(this, asking(question, asOf, knownAt), act, candidates, cases, completions);
    }

    /**
     * How a round on record stood then, whatever is asked; null if it was withdrawn, or not begun, or its right did not stand.
     *
     * @throws IllegalArgumentException if there is no such round
     */
    public @Nullable RoundCited round(String id, Instant asOf, Instant knownAt) {
        var round = round(id);
        var cited = round(round, asOf, knownAt);
        return cited == null ? null : cited.with(signatures(round, knownAt), asOf);
    }

    private Round round(String id) {
        return portfolio.rounds().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no round '" + id + "' on record"));
    }

    /** The same of a round that is on record. */
    public @Nullable RoundCited round(Round round, Instant asOf, Instant knownAt) {
        return rightsBefore(knownAt).told(round, asOf, knownAt);
    }

    private RightsBefore rightsBefore(Instant knownAt) {
        return new RightsBefore(new RoundCourses(portfolio, rounds, papers(knownAt), known.recorded(knownAt)));
    }

    /** What was signed in a round with others than its holder, each with what was left for it. */
    public List<Signature> signatures(Round round, Instant knownAt) {
        return new Signatures(portfolio, rounds, this::round).of(round, knownAt);
    }

    /**
     * What a round leaves at an instant for contracts with others than its holder.
     *
     * @throws IllegalArgumentException if there is no such round
     */
    public LeftToOthers leftToOthers(String id, Instant asOf, Instant knownAt) {
        return new Signatures(portfolio, rounds, this::round).left(round(id), asOf, knownAt);
    }

    /** The cases of a question by what is on record of the rights that it touches. */
    private Cases cases(CompiledAct act, Question question, List<BitSet> candidates, Instant asOf, Instant knownAt) {
        if (rounds.isEmpty() && !question.supposesOfOneRight()) {
            return new Cases(Standings.NONE, List.of(), candidates);
        }
        var standings = rightsBefore(knownAt).standings(act, question, candidates, asOf, knownAt);
        return new Cases(standings, standings.cases(act, candidates, portfolio.zone()), candidates);
    }

    private Ruling.Asking asking(Question question, Instant asOf, Instant knownAt) {
        return new Ruling.Asking(question, asOf, knownAt, portfolio.digest(), ENGINE);
    }

    private UndatedRuling finding(Question question, Instant asOf, Instant knownAt) {
        return rounds.isEmpty()
                ? known.at(knownAt).at(asOf).finding(question, unheard -> find(unheard, asOf, knownAt))
                : find(question, asOf, knownAt);
    }

    private UndatedRuling find(Question question, Instant asOf, Instant knownAt) {
        requireFit(question);
        var judged = ruled(question, asOf, knownAt);
        return judged.finding(ahead.holds(judged));
    }

    /** The next instant at which the norms that a question may meet change, something attested happens, or a round on record goes on. */
    @Nullable
    Instant nextChange(Question question, Instant asOf, Instant knownAt) {
        var paper =
                known.at(knownAt).nextChange(question.act(), question.supposed().keySet(), asOf);
        if (rounds.isEmpty()) {
            return paper;
        }
        var act = act(question, asOf, knownAt);
        var candidates = new Binding(portfolio, question, asOf, knownAt).candidates(act);
        var round = cases(act, question, candidates, asOf, knownAt).standings().next();
        return paper == null || (round != null && round.isBefore(paper)) ? round : paper;
    }

    Ruling signed(UndatedRuling finding, Ruling.Asking asking) {
        return finding.ruling(asking, unlisted(asking, finding.holds()));
    }

    /** Years beyond a calendar's list on which the end of a notice depends that the answer waits for or has followed within a year. */
    private Map<ClauseName, List<UnlistedYear>> unlisted(Ruling.Asking asking, Holds holds) {
        var unlisted = new LinkedHashMap<ClauseName, List<UnlistedYear>>();
        papers(asking.knownAt()).doubtful().forEach((change, years) -> {
            if (change.equals(holds.answer()) || change.equals(holds.reasons()) || hasMade(change, asking)) {
                years.forEach((clause, each) -> unlisted.merge(
                        clause,
                        each,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
            }
        });
        return unlisted;
    }

    /** Whether the answer would be another one, had that change not come yet. */
    private boolean hasMade(Instant change, Ruling.Asking asking) {
        if (change.isAfter(asking.asOf()) || change.plus(DOUBTED_FOR).isBefore(asking.asOf())) {
            return false;
        }
        var before = judged(asking.question(), change.minusNanos(1), asking.knownAt());
        return before == null
                || !before.substance()
                        .equals(ruled(asking.question(), asking.asOf(), asking.knownAt())
                                .substance());
    }

    private static BadQuestion cannotOccur(Question question) {
        return new BadQuestion(List.of(new Problem(
                question.act(),
                "these values cannot occur together: " + QuestionRules.words(question),
                "The vocabulary lists the combination as impossible; change one of them.")));
    }

    private void requireFit(Question question) {
        var problems = QuestionRules.problems(portfolio, question);
        if (!problems.isEmpty()) {
            throw new BadQuestion(problems);
        }
    }
}
