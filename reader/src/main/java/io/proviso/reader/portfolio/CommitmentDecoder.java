package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Problems;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes a promise to buy: how much, over which term, along which ramp, and what ends or extends it early. */
final class CommitmentDecoder {
    private static final Choices<Commitment.Headline> HEADLINE =
            Choices.of("kind of headline", Commitment.Headline.values());

    private final Problems problems;
    private final Amounts amounts;
    private final Instants instants;
    private final StatedDecoder stated;
    private final DeliveryDecoder deliveries;
    private final LeavingDecoder leaving;
    private final GoesOnDecoder terms;

    CommitmentDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.amounts = new Amounts(problems);
        this.instants = instants;
        this.stated = new StatedDecoder(problems, instants);
        this.deliveries = new DeliveryDecoder(problems, instants);
        this.leaving = new LeavingDecoder(problems, instants);
        this.terms = new GoesOnDecoder(problems, instants);
    }

    @Nullable
    ClauseBody commitment(Mapping body) {
        String by = body.name("by");
        String to = body.name("to");
        Stated<Money> amount = stated.stated(body, "amount", amounts::someMoney);
        Commitment.Headline headline =
                Objects.requireNonNullElse(body.word("headline", HEADLINE), Commitment.Headline.COMMITTED);
        boolean incremental = body.isYes("incremental");
        Stated<Interval> term = stated.stated(body, "term", node -> term(node, body.pathOf("term")));
        var schedule = new Schedule(
                term,
                ramp(body),
                leaving.termination(body),
                options(body),
                leaving.forCause(body),
                deliveries.delivery(body),
                terms.goesOn(body));
        return by == null || to == null
                ? null
                : new Commitment(
                        new Party(by),
                        new Party(to),
                        amount,
                        headline,
                        incremental,
                        schedule,
                        scope(body, "on"),
                        scope(body, "used-for"));
    }

    private @Nullable Scope scope(Mapping body, String key) {
        return body.get(key, node -> new ScopeDecoder(problems).scope(node, body.pathOf(key)));
    }

    private @Nullable Interval term(Node node, String path) {
        Mapping term = Mapping.of(node, Grammar.TERM, path, problems);
        Instant from = term == null ? null : term.get("from", instants::instant);
        Instant to = term == null ? null : term.get("to", instants::instant);
        if (term == null || from == null || to == null) {
            return null;
        }
        if (!to.isAfter(from)) {
            problems.addOfSense(
                    term.place("to"), "the term does not end after it starts", "Say from: and a later to:.");
            return null;
        }
        return new Interval(from, to);
    }

    private List<Schedule.Step> ramp(Mapping body) {
        body.someItems("ramp");
        List<Schedule.Step> ramp = new ArrayList<>();
        for (Mapping step : body.mappings("ramp", Grammar.RAMP_STEP)) {
            Instant until = step.get("until", instants::instant);
            Money amount = step.get("amount", amounts::money);
            if (until != null && amount != null) {
                ramp.add(new Schedule.Step(until, amount));
            }
        }
        return ramp;
    }

    private List<Schedule.Option> options(Mapping body) {
        List<Schedule.Option> options = new ArrayList<>();
        for (Mapping option : body.mappings("options", Grammar.OPTION)) {
            Money amount = option.get("amount", amounts::someMoney);
            Instant exerciseBy = option.get("exercise-by", instants::endOf);
            boolean exercised = option.isYes("exercised");
            if (amount != null && exerciseBy != null) {
                options.add(new Schedule.Option(amount, exerciseBy, exercised));
            }
        }
        return options;
    }
}
