package io.proviso.cli.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.norms.WhyMissed;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.MissedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be told of an offer that its right does not ask for: a refusal of it frees of nothing. */
record ReachWarnings(Portfolio before) {
    List<String> of(Round round) {
        var sent = round.notice().sent();
        return Stream.of(outside(round, sent), past(round, sent))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Where the clause misses what is put, whichever of its acts that is for. */
    private @Nullable String outside(Round round, Instant sent) {
        var compiled = new CompiledPortfolio(before);
        var knownAt = before.knownAt(sent, sent);
        var reasons = new ArrayList<String>();
        for (var act :
                compiled.right(round.right(), sent, knownAt).terms().scope().acts()) {
            var why = missed(compiled, round, act, sent, knownAt);
            if (why == null) {
                return null;
            }
            reasons.add(new MissedText(before.zone()).words(why));
        }
        return round.right() + " does not ask for this offer: "
                + String.join("; ", reasons.stream().distinct().toList())
                + ". A refusal of it frees you of nothing that the right does ask for.";
    }

    private WhyMissed.@Nullable Differs missed(
            CompiledPortfolio compiled, Round round, String act, Instant sent, Instant knownAt) {
        var takes = before.vocabulary().act(act).takes();
        var words = Stream.concat(
                        Stream.of("act=" + act),
                        round.put().entrySet().stream()
                                .filter(term -> takes.contains(term.getKey()))
                                .map(term -> word(term.getKey(), term.getValue()))
                                .filter(Objects::nonNull))
                .toList();
        try {
            return compiled.reasoning(QuestionReader.read(before, words, List.of()), sent, knownAt).positions().stream()
                    .flatMap(position -> position.missed().stream())
                    .filter(missed -> missed.clause().equals(round.right()))
                    .map(missed -> missed.because() instanceof WhyMissed.Differs differs ? differs : null)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } catch (BadQuestion together) {
            return null;
        }
    }

    /** What is not said here stays open, so that it never makes a right miss. */
    private static @Nullable String word(String facet, Term term) {
        return switch (term) {
            case Term.Values(List<String> words) -> facet + "=" + String.join(",", words);
            case Term.Amount(long number) -> facet + "=" + number;
            case Term.Price _, Term.Start _, Term.Length _ -> null;
        };
    }

    private @Nullable String past(Round round, Instant sent) {
        return round.put().values().stream()
                .map(term -> term instanceof Term.Start(Instant at) && at.isBefore(sent)
                        ? "What is put starts on " + at.atZone(before.zone()).toLocalDate()
                                + ", before the notice is sent."
                        : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
