package io.proviso.counsel.verify;

import io.proviso.agreement.Problem;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.counsel.Standpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A case put to a portfolio, and in what the ruling differs from what was expected; nothing if it holds.
 *
 * @param mismatches the outcome first, then the clauses in the order in which the case names them
 */
public record Verification(Case tested, List<Mismatch> mismatches) {
    /** One thing that came out otherwise. */
    public record Mismatch(String what, String expected, String actual) {
        @Override
        public String toString() {
            return what + ": expected " + expected + ", but it is " + actual;
        }
    }

    public Verification {
        mismatches = List.copyOf(mismatches);
    }

    public boolean holds() {
        return mismatches.isEmpty();
    }

    /** Puts a case to a portfolio. */
    public static Verification of(Rulings rulings, Case tested) {
        var portfolio = rulings.portfolio();
        var knownAt =
                Objects.requireNonNullElseGet(tested.knownAt(), () -> portfolio.knownAt(tested.asOf(), tested.asOf()));
        var mismatches = new ArrayList<Mismatch>();
        if (tested.asked() != null) {
            mismatches.addAll(otherwise(rulings, tested.asOf(), knownAt, tested.asked()));
        }
        if (tested.deadline() != null) {
            mismatches.addAll(
                    late(tested.deadline(), rulings.rights(tested.deadline().received(), knownAt)));
        }
        if (!tested.owed().isEmpty()) {
            mismatches.addAll(DueAsExpected.mismatches(
                    new Standpoint(new CompiledPortfolio(portfolio), tested.asOf(), knownAt), tested.owed()));
        }
        return new Verification(tested, mismatches);
    }

    private static List<Mismatch> otherwise(Rulings rulings, Instant asOf, Instant knownAt, Case.Asked asked) {
        try {
            var question = QuestionReader.read(rulings.portfolio(), asked.ask(), asked.facts());
            return mismatches(asked.expected(), rulings.rule(question, asOf, knownAt));
        } catch (BadQuestion refused) {
            return mismatches(asked.expected(), refused);
        }
    }

    /** What is wrong with a deadline; two agreements may have a right of one name. */
    private static List<Mismatch> late(Case.AnswerBy expected, List<RightInForce> rights) {
        var ends = rights.stream()
                .filter(right -> right.name().clause().equals(expected.clause()))
                .map(right -> right.window() == null
                        ? "on no known day: its window is undisclosed or unclear"
                        : right.deadlines()
                                .deadline(expected.received(), right.window())
                                .utc()
                                .toString())
                .toList();
        var last = expected.last().toString();
        return ends.contains(last)
                ? List.of()
                : List.of(new Mismatch(
                        "answer to " + expected.clause() + " received " + expected.received() + " due",
                        last,
                        ends.isEmpty() ? "never: no such right is in force then" : String.join(" or ", ends)));
    }

    private static List<Mismatch> mismatches(Case.Expected expected, BadQuestion refused) {
        var message = refused.problems().stream().map(Problem::message).collect(Collectors.joining("; "));
        if (expected.outcome() != Case.Verdict.ERROR) {
            return List.of(new Mismatch("outcome", expected.outcome().name(), "an error: " + message));
        }
        return missing(
                "the error names",
                expected.names().stream()
                        .filter(name -> !message.contains(name))
                        .toList(),
                message);
    }

    private static List<Mismatch> mismatches(Case.Expected expected, Ruling ruling) {
        var mismatches = new ArrayList<Mismatch>();
        var deciding =
                ruling.deciding().stream().map(cited -> cited.clause().clause()).toList();
        var silent = ruling.silent().stream()
                .map(silence -> silence.agreement() == null ? "portfolio" : silence.agreement())
                .toList();
        if (!expected.outcome().name().equals(ruling.outcome().name())) {
            mismatches.add(new Mismatch(
                    "outcome", expected.outcome().name(), ruling.outcome().name() + decidedBy(deciding, silent)));
        }
        mismatches.addAll(cited("deciding", expected.deciding(), deciding));
        mismatches.addAll(cited(
                "set aside",
                expected.setAside(),
                ruling.setAside().stream()
                        .map(aside -> aside.cited().clause().clause())
                        .toList()));
        mismatches.addAll(cited(
                "pins",
                expected.pins(),
                ruling.pins().stream()
                        .map(cited -> cited.pin().clause().clause())
                        .toList()));
        mismatches.addAll(cited("silent", expected.silent(), silent));
        return mismatches;
    }

    private static String decidedBy(List<String> deciding, List<String> silent) {
        return deciding.isEmpty()
                ? " by silence of " + String.join(", ", silent)
                : " by " + deciding.stream().distinct().collect(Collectors.joining(", "));
    }

    private static List<Mismatch> cited(String what, List<String> expected, List<String> actual) {
        var missed = expected.stream().filter(name -> !actual.contains(name)).toList();
        return missing(what, missed, actual.stream().distinct().collect(Collectors.joining(", ")));
    }

    private static List<Mismatch> missing(String what, List<String> missed, String actual) {
        return missed.stream()
                .map(name -> new Mismatch(what, name, actual.isEmpty() ? "nothing" : actual))
                .toList();
    }
}
