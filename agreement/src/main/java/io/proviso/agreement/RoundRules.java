package io.proviso.agreement;

import io.proviso.agreement.Round.Happening;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether rounds on record name what exists, and tell a course that can have been: all that contradicts, with both places. */
final class RoundRules {
    /** Terms that bounds compare beside the facets of the vocabulary. */
    private static final Set<String> BOUNDS = Set.of("price", "start", "term", "fabric", "ramp", PutQuantity.GANG);

    private final Vocabulary vocabulary;
    private final List<Agreement> agreements;
    private final List<Round> rounds;
    private final Problems problems;

    RoundRules(Vocabulary vocabulary, List<Agreement> agreements, List<Round> rounds, Problems problems) {
        this.vocabulary = vocabulary;
        this.agreements = agreements;
        this.rounds = rounds;
        this.problems = problems;
    }

    void check() {
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < rounds.size(); i++) {
            var path = "rounds/" + i;
            var round = rounds.get(i);
            var before = places.putIfAbsent(round.id(), i);
            if (before != null) {
                twice("rounds/" + before, path, round.id());
            }
            var right = right(path, round);
            put(path, round);
            course(path, round, right);
        }
    }

    private void twice(String path, String other, String id) {
        problems.addBoth(
                path + "/round",
                other + "/round",
                "two rounds are named '" + id + "'",
                "Give each its own id; what happened later in one round is a step of it.");
    }

    private @Nullable FirstRefusal right(String path, Round round) {
        var names = agreements.stream().map(Agreement::name).toList();
        if (!problems.known(path + "/right", "agreement", round.right().agreement(), names)) {
            return null;
        }
        var agreement = agreements.stream()
                .filter(one -> one.name().equals(round.right().agreement()))
                .findFirst()
                .orElseThrow();
        var readings = AgreementRules.readings(agreement);
        if (!problems.known(path + "/right", "clause", round.right().clause(), readings.keySet())) {
            return null;
        }
        var right = Objects.requireNonNull(readings.get(round.right().clause())).stream()
                .map(Reading::body)
                .filter(FirstRefusal.class::isInstance)
                .map(FirstRefusal.class::cast)
                .findFirst()
                .orElse(null);
        if (right == null) {
            problems.add(
                    path + "/right",
                    "'" + round.right() + "' gives nobody a right to be asked first",
                    "Name a first-refusal: clause.");
        }
        return right;
    }

    private void put(String path, Round round) {
        for (var entry : round.put().entrySet()) {
            var name = entry.getKey();
            var facet = vocabulary.facets().get(name);
            if (facet == null && !BOUNDS.contains(name)) {
                problems.known(path + "/put/" + name, "term", name, known());
            } else if (facet instanceof Facet.Choice choice
                    && entry.getValue() instanceof Round.Term.Values(List<String> words)) {
                var values = new HashSet<>(choice.values());
                values.addAll(choice.groups().keySet());
                words.forEach(word -> problems.known(path + "/put/" + name, name, word, values));
            }
        }
    }

    private List<String> known() {
        return Stream.concat(
                        vocabulary.facets().keySet().stream(), BOUNDS.stream().sorted())
                .toList();
    }

    private void course(String path, Round round, @Nullable FirstRefusal right) {
        new Course(path, round, right).check();
    }

    /** The steps of one round, one after the other. */
    private final class Course {
        private final String path;
        private final Round round;
        private final @Nullable FirstRefusal right;
        private @Nullable Integer ended;
        private @Nullable Integer stopped;
        private @Nullable String stoppedBy;
        private long signed;

        Course(String path, Round round, @Nullable FirstRefusal right) {
            this.path = path;
            this.round = round;
            this.right = right;
        }

        void check() {
            var notice = round.notice();
            if (notice.received() != null && notice.received().isBefore(notice.sent())) {
                problems.addBoth(
                        path + "/notice/received",
                        path + "/notice/sent",
                        "the notice was received before it was sent",
                        "Correct one of the two.");
            }
            Instant before = null;
            for (int i = 0; i < round.steps().size(); i++) {
                var step = round.steps().get(i);
                if (before != null && step.at().isBefore(before)) {
                    problems.addBoth(
                            place(i),
                            place(i - 1),
                            "this happened before the step above it",
                            "Steps stand in the order of at:; correct the day, or move the step.");
                }
                before = step.at();
                step(i, step);
            }
        }

        private String place(int step) {
            return path + "/steps/" + step;
        }

        private void step(int i, Round.Step step) {
            switch (step.what()) {
                case Happening.Received _ -> {
                    after(i, "the notice was received");
                    if (step.at().isBefore(round.notice().sent())) {
                        problems.addBoth(
                                place(i),
                                path + "/notice/sent",
                                "the notice was received before it was sent",
                                "Correct one of the two.");
                    }
                    if (round.notice().starts() != null) {
                        problems.addBoth(
                                place(i),
                                path + "/notice/received",
                                "the notice is told to have been received already",
                                "A clock starts once; take one of the two out.");
                    }
                }
                case Happening.Countered _ -> answer(i, step, isTerminalCounter());
                case Happening.Accepted(Long quantity)
                when right != null && RoundCourse.isCounter(right, round, quantity) ->
                    answer(i, step, isTerminalCounter());
                case Happening.Answer _ -> answer(i, step, true);
                case Happening.Tolled(String event) -> tolled(i, event);
                case Happening.Resumed(String event) -> {
                    if (stopped != null && !event.equals(stoppedBy)) {
                        problems.addBoth(
                                place(i),
                                place(stopped),
                                "the clock stands still by another event than this one that is over",
                                "Name the same event in both.");
                    }
                    if (stopped == null) {
                        problems.add(
                                place(i),
                                "nothing stood still that could run again",
                                "Say before it what stopped the clock, as in {tolled: EVENT, at: …}.");
                    }
                    stopped = null;
                }
                case Happening.ExtendedTo(Instant deadline) -> extended(i, step, deadline);
                case Happening.Withdrawn() -> {
                    after(i, "it was withdrawn");
                    ended = i;
                }
                case Happening.Signed(Long quantity, String _) -> signed(i, quantity);
            }
        }

        private boolean isTerminalCounter() {
            return right == null || right.preemption().counter() == Preemption.Counter.DECLINES;
        }

        private void answer(int i, Round.Step step, boolean terminal) {
            var notice = round.notice();
            if (notice.received() != null
                    && notice.missing().isEmpty()
                    && step.at().isBefore(notice.received())) {
                problems.addBoth(
                        place(i),
                        path + "/notice/received",
                        "the answer came before its notice was received",
                        "Only a receipt starts the clock; correct one of the two.");
            }
            after(i, "an answer came");
            if (terminal) {
                ended = i;
            }
        }

        /** One terminal answer a round, and nothing that needs an open round after it. */
        private void after(int i, String what) {
            if (ended != null) {
                problems.addBoth(
                        place(i),
                        place(ended),
                        what + " after the round had ended",
                        "A round ends once; take one of the two out, or tell a new round.");
            }
        }

        private void tolled(int i, String event) {
            after(i, "the clock was stopped");
            if (stopped != null) {
                problems.addBoth(
                        place(i),
                        place(stopped),
                        "the clock stands still already",
                        "Say in between when it ran again.");
            }
            if (right != null) {
                problems.known(
                        place(i) + "/tolled",
                        "event",
                        event,
                        right.preemption().conduct().tolling());
            }
            stopped = i;
            stoppedBy = event;
        }

        private void extended(int i, Round.Step step, Instant deadline) {
            after(i, "the deadline was moved");
            if (!deadline.isAfter(step.at())) {
                problems.add(
                        place(i),
                        "the deadline agreed on has passed when it is agreed on",
                        "What is agreed on after a deadline is a new round.");
            }
        }

        private void signed(int i, @Nullable Long quantity) {
            var put = PutQuantity.of(round);
            signed += quantity != null ? quantity : put == null ? 0 : put;
            if (put != null && signed > put) {
                problems.add(
                        place(i),
                        "%,d signed of %,d put".formatted(signed, put),
                        "What goes beyond what was put belongs to another round.");
            }
        }
    }
}
