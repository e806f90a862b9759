package io.proviso.agreement;

import io.proviso.units.Party;
import io.proviso.units.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a ruling but who asked when: the same for every instant of a {@link Stretch}, so that it is found once and signed
 * for each asker.
 */
record Finding(
        Verdict verdict,
        Reasons reasons,
        List<Owed> owed,
        List<Ruling.Branch> split,
        Confidence restsOn,
        @Nullable Instant validUntil) {

    /** What decided and what did not. */
    record Reasons(
            List<Citation> deciding,
            List<Ruling.SetAside> setAside,
            List<Ruling.SilenceCited> silent,
            List<Ruling.PinCited> pins) {}

    /** A step without its dates; {@code right} is null where no window belongs to it. */
    record Owed(
            Step.Kind kind,
            Party to,
            ClauseName clause,
            @Nullable RightInForce right,
            Map<Given, List<String>> given) {
        Verdict.Asks asks() {
            return new Verdict.Asks(kind, to, clause);
        }

        private Step step(Instant asOf) {
            var window = right == null || right.window() == null
                    ? null
                    : right.window().toString();
            return new Step(kind, to, clause, window, asOf, right == null ? null : certainBy(right, asOf), given);
        }
    }

    Ruling ruling(Ruling.Asking asking) {
        return new Ruling(
                id(asking),
                verdict.outcome(),
                asking,
                reasons.deciding(),
                reasons.setAside(),
                reasons.silent(),
                reasons.pins(),
                owed.stream().map(step -> step.step(asking.asOf())).distinct().toList(),
                split,
                restsOn,
                validUntil);
    }

    /**
     * The deadline plus a second, or the known end of the right if that is sooner; where silence is an acceptance the deadline
     * frees nobody, and only an end before it does.
     */
    private static @Nullable Instant certainBy(RightInForce right, Instant asOf) {
        var ends = right.ends();
        if (right.window() == null) {
            return ends;
        }
        var lapsed = right.deadlines().deadline(asOf, right.window()).utc().plusSeconds(1);
        if (ends != null && ends.isBefore(lapsed)) {
            return ends;
        }
        return right.terms().onLapse() == FirstRefusal.OnLapse.ACCEPT ? null : lapsed;
    }

    private static String id(Ruling.Asking asking) {
        var identity = String.join(
                "\n",
                asking.portfolio(),
                QuestionRules.words(asking.question()),
                asking.asOf().toString(),
                asking.knownAt().toString(),
                asking.engine());
        return "rul-" + Sha256.of(identity).substring(0, 16);
    }
}
