package io.proviso.counsel.explain;

import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Default;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.Exercised;
import io.proviso.agreement.question.FacetValues;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.ExerciseText;
import io.proviso.agreement.ruling.MissedText;
import io.proviso.agreement.ruling.Reasoning;
import io.proviso.agreement.ruling.RoundText;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.StepText;
import io.proviso.agreement.ruling.Way;
import io.proviso.calendar.UnlistedYear;
import io.proviso.counsel.Era;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a ruling was reached, step by step: the question, each agreement by itself, then how they combine. */
public record Explanation(String ruling, Outcome outcome, List<Step> steps) {
    /** A step with what it rests on; {@code under} are the steps it is made of. */
    public record Step(String says, List<String> because, List<Step> under) {
        public Step {
            because = List.copyOf(because);
            under = List.copyOf(under);
        }

        static Step of(String says) {
            return new Step(says, List.of(), List.of());
        }
    }

    public Explanation {
        steps = List.copyOf(steps);
    }

    /** What the audience may not read is withheld; that a clause decided is told to everybody. */
    public static Explanation of(Reasoning reasoning, Standpoint from, Disclosure audience) {
        return new Writer(reasoning.disclosedTo(audience), from, audience).write();
    }

    private static final class Writer {
        private final Reasoning reasoning;
        private final Ruling ruling;
        private final Standpoint from;
        private final Disclosure audience;
        private final English english;

        Writer(Reasoning reasoning, Standpoint from, Disclosure audience) {
            this.reasoning = reasoning;
            this.ruling = reasoning.ruling();
            this.from = from;
            this.audience = audience;
            this.english = from.english(from.portfolio().zone());
        }

        Explanation write() {
            var steps = new ArrayList<Step>();
            steps.add(question());
            reasoning.positions().forEach(position -> steps.add(agreement(position)));
            if (!ruling.telling().rounds().isEmpty()) {
                steps.add(rounds());
            }
            steps.add(together());
            if (!ruling.split().isEmpty()) {
                steps.add(new Step(
                        "What is open decides",
                        List.of(),
                        Way.of(ruling.split()).stream()
                                .map(way -> Step.of(way.words()))
                                .toList()));
            }
            if (!ruling.steps().isEmpty()) {
                steps.add(new Step(
                        "What must happen first",
                        List.of(),
                        ruling.steps().stream().map(this::needed).toList()));
            }
            UnlistedYear.sentences(ruling.unlisted())
                    .forEach(sentence -> steps.add(Step.of("Not certain: " + sentence)));
            return new Explanation(ruling.id(), ruling.outcome(), steps);
        }

        private Step question() {
            var asking = ruling.asking();
            var under = new ArrayList<Step>();
            var open = new ArrayList<String>();
            for (var given : reasoning.given()) {
                var value = given.facet() + " is " + String.join(" or ", given.values());
                switch (given.origin()) {
                    case ASKED -> under.add(Step.of(value + ", as asked"));
                    case SUPPOSED -> under.add(Step.of(value + ", as supposed by whoever asks"));
                    case RECORD ->
                        under.add(new Step(value + ", as attested in the record", attested(given), List.of()));
                    case DEFAULT -> under.add(Step.of(value + ", by default of the vocabulary"));
                    case OPEN -> open.add(given.facet());
                }
            }
            if (!open.isEmpty()) {
                under.add(Step.of("left open, so every value is looked at: " + String.join(", ", open)));
            }
            return new Step(
                    "The question: " + asking.question().act() + ", as of " + english.moment(asking.asOf())
                            + ", as known at " + english.moment(asking.knownAt()),
                    List.of(),
                    under);
        }

        /** Where it was read that a fact has these values. */
        private List<String> attested(FacetValues given) {
            return from.entries(given.facet()).stream()
                    .filter(entry -> given.values().contains(entry.value()))
                    .map(entry -> entry.source().words())
                    .distinct()
                    .toList();
        }

        private Step agreement(Reasoning.Position position) {
            var under = new ArrayList<Step>();
            position.stood()
                    .forEach(cited -> under.add(
                            citation(cited, "stands and " + cited.effect().words())));
            position.setAside()
                    .forEach(aside -> under.add(citation(
                            aside.cited(),
                            "applies and " + aside.cited().effect().words() + ", but is set aside by "
                                    + aside.by().stream()
                                            .map(ClauseName::clause)
                                            .collect(Collectors.joining(" and ")))));
            if (position.silence() != null) {
                under.add(new Step(
                        (position.stood().isEmpty() ? "" : "Where no clause stands: ")
                                + "Silence on this act is "
                                + (position.silence() == Silence.PERMITTED ? "permission" : "prohibition"),
                        List.of(),
                        List.of()));
            }
            var text = new MissedText(from.portfolio().zone());
            if (!position.missed().isEmpty()) {
                under.add(new Step(
                        "Speak of this act, but not of this question",
                        List.of(),
                        position.missed().stream()
                                .map(missed -> Step.of(missed.clause().clause() + ": " + text.words(missed.because())))
                                .toList()));
            }
            var exercised = exercised(position.agreement());
            if (!exercised.isEmpty()) {
                under.add(new Step("What is left of consents and waivers", List.of(), exercised));
            }
            return new Step(
                    position.agreement() + ", by itself: "
                            + position.outcomes().stream()
                                    .map(outcome -> outcome == Outcome.UNDETERMINED
                                            ? "a clash of its own clauses"
                                            : outcome.name())
                                    .collect(Collectors.joining(" or ")),
                    List.of(),
                    under);
        }

        /** What became of those that speak of this act, whether or not they reach this question. */
        private List<Step> exercised(String agreement) {
            var act = ruling.asking().question().act();
            return from.agreements().stream()
                    .filter(inForce -> inForce.agreement().name().equals(agreement))
                    .flatMap(inForce -> inForce.clauses().stream())
                    .filter(version -> audience.mayRead(version.clause().disclosure()))
                    .filter(version ->
                            Era.bodies(version).anyMatch(body -> body.acts().contains(act)))
                    .flatMap(version ->
                            ExerciseText.of(
                                            Exercised.of(
                                                    version, from.portfolio().vocabulary()),
                                            from.portfolio().zone())
                                    .stream()
                                    .map(sentence ->
                                            new Step(version.name() + ": " + sentence, drawn(version), List.of())))
                    .toList();
        }

        private static List<String> drawn(ClauseVersion version) {
            return version.exercise().draws().stream()
                    .map(draw -> draw.source().words())
                    .distinct()
                    .toList();
        }

        private Step rounds() {
            var text = new RoundText(from.portfolio().zone());
            return new Step(
                    "What is on record of rounds with the holders of rights",
                    List.of(),
                    ruling.telling().rounds().stream()
                            .map(cited -> new Step(text.headline(cited), text.told(cited), List.of()))
                            .toList());
        }

        private Step citation(Citation cited, String does) {
            var reading = cited.reading() == null ? "" : ", read as '" + cited.reading() + "',";
            return new Step("Clause " + cited.clause().clause() + reading + " " + does, because(cited), List.of());
        }

        private List<String> because(Citation cited) {
            var instrument = "Instrument: " + cited.instrument() + ", since " + english.day(cited.since());
            if (!audience.mayRead(cited.disclosure())) {
                return List.of("What it says is " + Disclosure.WITHHELD + ".", instrument);
            }
            var because = new ArrayList<String>();
            because.add(cited.words().quoted() + (cited.words().kind() == Words.Kind.QUOTE ? "" : " (our paraphrase)"));
            because.add(cited.provenance().source().words());
            because.add(instrument);
            if (!cited.provenance().assumed().isEmpty()) {
                because.add("Assumed, published by nobody: "
                        + String.join(", ", cited.provenance().assumed()));
            }
            if (!cited.provenance().reported().isEmpty()) {
                because.add("Reported by the press only: "
                        + String.join(", ", cited.provenance().reported()));
            }
            if (!cited.provenance().defaults().isEmpty()) {
                because.add(Default.words(cited.provenance().defaults()));
            }
            ruling.pins().stream()
                    .map(Ruling.PinCited::pin)
                    .filter(pin -> pin.clause()
                                    .agreement()
                                    .equals(cited.clause().agreement())
                            && pin.clause().clause().equals(cited.clause().clause()))
                    .forEach(pin -> because.add(
                            "Pinned on " + english.day(pin.made()) + " by " + pin.who() + ": " + pin.why()));
            return because;
        }

        private Step together() {
            var forbidding = reasoning.positions().stream()
                    .filter(position -> position.outcomes().contains(Outcome.FORBIDDEN))
                    .map(Reasoning.Position::agreement)
                    .toList();
            var rule = reasoning.positions().isEmpty()
                    ? "No agreement takes part; the portfolio's own rule on silence holds."
                    : switch (ruling.outcome()) {
                        case FORBIDDEN ->
                            "One prohibition forbids, whatever the other agreements permit: "
                                    + String.join(", ", forbidding) + ".";
                        case CONDITIONAL -> "No agreement forbids it; what one of them asks for first must be done.";
                        case PERMITTED -> "Every agreement that takes part permits it.";
                        case UNDETERMINED -> "Completions of what is open come out differently.";
                    };
            return new Step("Together: " + ruling.outcome(), List.of(rule), List.of());
        }

        private Step needed(io.proviso.agreement.norms.Step step) {
            return new Step(
                    StepText.what(step) + given(step.given()),
                    List.of(
                            "Clause " + step.clause().clause() + " of "
                                    + step.clause().agreement(),
                            over(step)),
                    List.of());
        }

        private String over(io.proviso.agreement.norms.Step step) {
            if (step.isWithheld()) {
                return "When it is over at the latest is " + Disclosure.WITHHELD + ".";
            }
            return step.certainBy() == null
                    ? "No date is certain."
                    : "Over by " + english.moment(step.certainBy())
                            + StepText.whatever(step)
                            + StepText.assuming(step)
                            + (step.assumesReceipt() ? " at the time of the ruling." : ".");
        }

        private static String given(Map<Given, List<String>> given) {
            return given.isEmpty()
                    ? ""
                    : " if "
                            + given.entrySet().stream()
                                    .map(entry -> entry.getKey().holds(entry.getValue()))
                                    .collect(Collectors.joining(" and "));
        }
    }
}
