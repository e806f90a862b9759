package io.proviso.agreement.ruling;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Completion;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.portfolio.Answerable;
import io.proviso.agreement.rounds.LimitsOfQuestion;
import io.proviso.agreement.rounds.Owed;
import io.proviso.agreement.rounds.RightStanding;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has to happen before a question is lawful: the steps of the clauses that decide it, by what is on record of their rights. */
record StepsNeeded(
        CompiledPortfolio rulings, Ruling.Asking asking, CompiledAct act, Cases cases, LimitsOfQuestion limits) {
    /**
     * A condition that decides, and the completions in which it does.
     *
     * @param says what is on record, or supposed, of its right; null if nothing is
     */
    record Needed(Norm norm, Norm.Asks asks, RightStanding.@Nullable Says says, Map<Given, List<String>> given) {}

    /** Whom to ask for what, how long the answer may take, and in which completions that is needed. */
    record Request(Step.Kind kind, Party of, @Nullable Runs runs, Map<Given, List<String>> given) {}

    /** How long the other side has, as it is counted, and what silence until then means. */
    record Runs(@Nullable Window window, ContractClock clock, boolean silenceFrees) {}

    /** Those that the clauses ask for which decide in some completion. */
    List<Needed> in(List<Completion> completions) {
        var needed = new ArrayList<Needed>();
        for (var completion : completions) {
            completion.deciding().forEach(number -> {
                var norm = act.norm(number);
                if (norm.step() != null) {
                    needed.addAll(needed(norm, norm.step(), completion.given()));
                }
            });
        }
        return needed;
    }

    /** Once for each thing that the right says in the completions that are given: one part may be in its holder's hands, another not. */
    private List<Needed> needed(Norm norm, Norm.Asks asks, Map<Given, List<String>> given) {
        var all = cases.asks(norm, limits);
        if (all.isEmpty()) {
            return List.of(new Needed(norm, asks, null, given));
        }
        var told = all.stream()
                .filter(one -> given.entrySet().containsAll(one.given().entrySet()))
                .toList();
        return (told.isEmpty() ? all : told)
                .stream()
                        .map(one -> {
                            var both = new LinkedHashMap<>(given);
                            both.putAll(one.given());
                            return new Needed(norm, asks, one.says(), both);
                        })
                        .toList();
    }

    Request request(Needed step) {
        return new Request(kind(step), step.asks().to(), runs(step.norm()), step.given());
    }

    private @Nullable Runs runs(Norm norm) {
        var clock = norm.version().agreement().clock();
        var consent = norm.consentAnswer();
        if (consent != null) {
            return new Runs(consent.within(), clock, consent.silence() == Prohibition.OnSilence.CONSENTS);
        }
        if (!(norm.reading().body() instanceof FirstRefusal right)) {
            return null;
        }
        var answering = right.answering();
        return new Runs(
                answering.window().asKnown(asking.knownAt()),
                norm.version().agreement().clock().of(answering),
                right.onLapse() == FirstRefusal.OnLapse.DECLINE);
    }

    /** The step without its dates. */
    Owed owed(Needed step) {
        return new Owed(
                kind(step),
                step.asks().to(),
                step.norm().version().id(),
                answerable(step.norm()),
                step.says(),
                step.given());
    }

    private @Nullable Answerable answerable(Norm norm) {
        var consent = norm.consentAnswer();
        if (consent != null) {
            return rulings.consent(norm.version(), consent, asking);
        }
        return norm.reading().body() instanceof FirstRefusal terms
                ? rulings.right(norm.version(), terms, asking)
                : null;
    }

    /** A holder who has something in hand, or to whom it is on its way, is waited for; talks go on as talks. */
    Step.Kind kind(Needed step) {
        var kind = step.asks().kind();
        boolean waits = step.says() instanceof RightStanding.Says.Waits || (kind.isToHolder() && supposesOpen());
        return waits && kind != Step.Kind.NEGOTIATE ? Step.Kind.WAIT : kind;
    }

    private boolean supposesOpen() {
        var fact = rulings.portfolio().vocabulary().refusal();
        return fact != null
                && Refusal.OPEN.word().equals(asking.question().supposed().get(fact.name()));
    }
}
