package io.proviso.agreement.rounds;

import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Problem;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.portfolio.KnownPapers;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rounds.RoundCited.Came;
import io.proviso.agreement.rules.ProblemLog;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether each deadline that parties moved was still ahead, and is later now. It takes a portfolio whose other parts fit together,
 * because only the clause and its calendar tell the deadline; each extension is held against what was on record when it was.
 */
public final class ExtensionRules {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm zzz", Locale.ENGLISH);

    private final Portfolio papers;
    private final ProblemLog problems = new ProblemLog();
    private final KnownPapers.Cache known;

    private ExtensionRules(Portfolio papers) {
        this.papers = papers;
        this.known = new KnownPapers.Cache(papers);
    }

    /**
     * All at once, each with the place of its step.
     *
     * @param rounds of the portfolio, in the order in which they were written
     */
    public static List<Problem> problems(Portfolio portfolio, List<Round> rounds) {
        var rules = new ExtensionRules(portfolio);
        for (int i = 0; i < rounds.size(); i++) {
            rules.check("rounds/" + i, rounds.get(i));
        }
        return rules.problems.all();
    }

    /**
     * Turns a portfolio away whose record moves deadlines as nobody can.
     *
     * @throws InvalidPortfolio if a deadline was moved that had passed, or made earlier
     */
    public static void require(Portfolio portfolio) {
        var problems = problems(portfolio, portfolio.rounds());
        if (!problems.isEmpty()) {
            throw new InvalidPortfolio(problems);
        }
    }

    private void check(String path, Round round) {
        for (int i = 0; i < round.steps().size(); i++) {
            var step = round.steps().get(i);
            if (step.what() instanceof Happening.ExtendedTo(Instant deadline)) {
                extended(path + "/steps/" + i, round.before(i), step, deadline);
            }
        }
    }

    private void extended(String place, Round before, Round.Step step, Instant deadline) {
        var cited = told(before, step);
        var zone = papers.zone();
        switch (cited == null ? null : cited.came()) {
            case Came.Open(Instant now, String _)
            when now != null && !deadline.isAfter(now) ->
                problems.add(
                        place,
                        "an extension makes the deadline later, and it is " + when(now, zone) + " already",
                        "Name a later instant; to take an offer back, withdraw it.");
            case Came.Freed(Refusal how, Instant at, Instant _) when how == Refusal.LAPSED -> passed(place, at);
            case Came.Taken(Long _, Instant at, boolean bySilence, Instant _, Instant _)
            when bySilence -> passed(place, at);
            case Came.Unknown(Instant at) -> passed(place, at);
            case Came.Open _, Came.Sent _, Came.Freed _, Came.Taken _ -> {}
            case null -> {}
        }
    }

    private void passed(String place, Instant deadline) {
        problems.add(
                place,
                "the deadline of " + when(deadline, papers.zone()) + " had passed when it was moved",
                "What is agreed on after a deadline is a new round: offer it anew.");
    }

    private @Nullable RoundCited told(Round before, Round.Step step) {
        var then = step.recorded();
        var rounds = new RoundsOnRecord(List.of(before));
        var courses = new RoundCourses(papers, rounds, known.at(then), known.recorded(then));
        return new RightsBefore(courses).told(before, step.at(), then);
    }

    private static String when(Instant instant, ZoneId zone) {
        return WHEN.format(instant.atZone(zone));
    }
}
