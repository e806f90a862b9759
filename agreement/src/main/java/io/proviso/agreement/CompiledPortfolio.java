package io.proviso.agreement;

import io.proviso.units.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engine: a portfolio, compiled stretch by stretch as questions reach it. */
public final class CompiledPortfolio implements Rulings {
    private final Portfolio portfolio;
    private final KnownPortfolio.Cache known;

    public CompiledPortfolio(Portfolio portfolio) {
        this.portfolio = portfolio;
        this.known = new KnownPortfolio.Cache(portfolio);
    }

    @Override
    public Portfolio portfolio() {
        return portfolio;
    }

    /** One act as compiled for an instant: the fast path for closed questions in bulk. */
    public CompiledAct act(String act, Instant asOf, Instant knownAt) {
        return known.at(knownAt).at(asOf).act(act);
    }

    /** The agreements in force then, each as its instruments left it. */
    public List<AgreementInForce> inForce(Instant asOf, Instant knownAt) {
        return known.at(knownAt).at(asOf).agreements();
    }

    /** The next instant after this one at which anything changes, as known then; null if nothing is known to. */
    public @Nullable Instant nextChange(Instant asOf, Instant knownAt) {
        return known.at(knownAt).nextChange(asOf);
    }

    /** The ruling on a question together with how it came about. */
    public Account account(Question question, Instant asOf, Instant knownAt) {
        requireFit(question);
        var judged = ruled(question, asOf, knownAt);
        return new Account(
                judged.ruling(validUntil(judged)),
                new Binding(portfolio, question, asOf, knownAt).given(act(question.act(), asOf, knownAt)),
                judged.positions());
    }

    /**
     * The cells of a closed question for {@link CompiledAct#outcome}.
     *
     * @throws IllegalArgumentException if the question leaves a facet open that the act takes
     */
    public int[] cells(Question question, Instant asOf, Instant knownAt) {
        requireFit(question);
        var act = act(question.act(), asOf, knownAt);
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
                new Binding(portfolio, question, asOf, knownAt).candidates(act(question.act(), asOf, knownAt))));
    }

    /** The outcome of a question without what leads to it; null if its values cannot occur together. */
    public @Nullable Outcome outcome(Question question, Instant asOf, Instant knownAt) {
        requireFit(question);
        var act = act(question.act(), asOf, knownAt);
        var completions = new Completions(act).solve(new Binding(portfolio, question, asOf, knownAt).candidates(act));
        return completions.isEmpty() ? null : Completions.outcome(completions);
    }

    @Override
    public Ruling rule(Question question, Instant asOf, Instant knownAt) {
        requireFit(question);
        var judged = ruled(question, asOf, knownAt);
        return judged.ruling(validUntil(judged));
    }

    @Override
    public List<Segment> rule(Question question, Interval interval, Instant knownAt) {
        requireFit(question);
        var end = Objects.requireNonNull(interval.to(), "an interval to rule over must have an end");
        var segments = new ArrayList<Segment>();
        var from = interval.from();
        while (from.isBefore(end)) {
            var judged = ruled(question, from, knownAt);
            var until = validUntil(judged);
            var to = until == null || until.isAfter(end) ? end : until;
            segments.add(new Segment(from, to, judged.ruling(until)));
            from = to;
        }
        return segments;
    }

    @Override
    public RightInForce right(String agreement, String clause, Instant asOf, Instant knownAt) {
        var version = find(agreement, clause, asOf, knownAt);
        var right = version == null ? null : firstRefusal(version);
        if (version == null || right == null) {
            throw new IllegalArgumentException("no right of first refusal " + agreement + "/" + clause
                    + " is in force as of " + asOf + " (known at " + knownAt + ")");
        }
        return right(version, right, asOf, knownAt);
    }

    @Override
    public List<RightInForce> rights(Instant asOf, Instant knownAt) {
        var rights = new ArrayList<RightInForce>();
        for (var agreement : inForce(asOf, knownAt)) {
            for (var version : agreement.clauses()) {
                var right = firstRefusal(version);
                if (right != null) {
                    rights.add(right(version, right, asOf, knownAt));
                }
            }
        }
        return rights;
    }

    @Override
    public List<Draw> drawnBy(Ruling ruling, long gpus) {
        var asking = ruling.asking();
        var source = new Source("ruling " + ruling.id(), null, Confidence.PRIMARY);
        return ruling.setAside().stream()
                .flatMap(aside -> aside.by().stream()
                        .map(name -> find(aside.clause().agreement(), name, asking.asOf(), asking.knownAt())))
                .flatMap(Stream::ofNullable)
                .filter(ClauseVersion::hasLimit)
                .distinct()
                .map(version -> new Draw(
                        version.agreement().name(), version.name(), gpus, asking.asOf(), asking.knownAt(), source))
                .toList();
    }

    private @Nullable ClauseVersion find(String agreement, String clause, Instant asOf, Instant knownAt) {
        return known.at(knownAt).at(asOf).find(agreement, clause);
    }

    /** The right as one reading of its clause has it. */
    RightInForce right(ClauseVersion version, FirstRefusal right, Instant asOf, Instant knownAt) {
        var agreement = version.agreement();
        return new RightInForce(
                agreement.name(),
                version.name(),
                right,
                portfolio.deadlines(
                        agreement,
                        right.answering().calendar(),
                        right.answering().cutoff(),
                        knownAt),
                right.answering().window().asKnown(knownAt),
                endOf(agreement.name(), version.name(), asOf, knownAt));
    }

    private Judged ruled(Question question, Instant asOf, Instant knownAt) {
        var act = act(question.act(), asOf, knownAt);
        var candidates = new Binding(portfolio, question, asOf, knownAt).candidates(act);
        var completions = new Completions(act).solve(candidates);
        if (completions.isEmpty()) {
            throw cannotOccur(question);
        }
        var asking = new Ruling.Asking(question, asOf, knownAt, portfolio.digest(), ENGINE);
        return new Judged(this, asking, act, candidates, completions);
    }

    /** The next change after which the question comes out otherwise, or is decided by something else. */
    private @Nullable Instant validUntil(Judged judged) {
        var asking = judged.asking();
        var act = asking.question().act();
        var stretches = known.at(asking.knownAt());
        for (var next = stretches.nextChange(act, asking.asOf());
                next != null;
                next = stretches.nextChange(act, next)) {
            var then = ruled(asking.question(), next, asking.knownAt());
            if (!then.substance().equals(judged.substance())) {
                return next;
            }
        }
        return null;
    }

    private static BadQuestion cannotOccur(Question question) {
        return new BadQuestion(List.of(new Problem(
                question.act(),
                "these values cannot occur together: " + QuestionRules.words(question),
                "The vocabulary lists the combination as impossible; change one of them.")));
    }

    private @Nullable Instant endOf(String agreement, String clause, Instant asOf, Instant knownAt) {
        var stretches = known.at(knownAt);
        for (var next = stretches.nextChange(asOf); next != null; next = stretches.nextChange(next)) {
            var version = stretches.at(next).find(agreement, clause);
            if (version == null || firstRefusal(version) == null) {
                return next;
            }
        }
        return null;
    }

    /** The right a clause gives. Where its readings differ nobody can say how long the holder has, so no window is known. */
    private static @Nullable FirstRefusal firstRefusal(ClauseVersion version) {
        var rights = version.live().stream()
                .map(Reading::body)
                .filter(FirstRefusal.class::isInstance)
                .map(FirstRefusal.class::cast)
                .distinct()
                .toList();
        if (rights.isEmpty()) {
            return null;
        }
        return rights.size() == 1 ? rights.getFirst() : rights.getFirst().withoutWindow();
    }

    private void requireFit(Question question) {
        var problems = QuestionRules.problems(portfolio, question);
        if (!problems.isEmpty()) {
            throw new BadQuestion(problems);
        }
    }
}
