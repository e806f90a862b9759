package io.proviso.agreement.rounds;

import io.proviso.agreement.Round;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.KnownPapers;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rounds.RoundsOnRecord.Governed;
import io.proviso.units.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How rounds on record go by the papers of a portfolio: each by the clause as it stood when the holder had the notice.
 *
 * @param papers as they were known
 * @param recorded the last instant at which anything but a round came on record of what is known
 */
public record RoundCourses(Portfolio portfolio, RoundsOnRecord rounds, KnownPapers papers, Instant recorded) {
    private record Terms(ClauseVersion version, String reading, FirstRefusal body) {}

    /** The rounds of a right in one reading of its clause. */
    RunningRounds running(ClauseVersion version, String reading, FirstRefusal terms) {
        var asked = new Terms(version, reading, terms);
        return rounds.running(governed(asked), (round, knownAt) -> course(round, asked, knownAt));
    }

    /** A round by the clause that governs it, if that stood when the holder had the notice; null if not, or if it is not known. */
    @Nullable
    RoundCourse own(Round round, Instant knownAt) {
        return course(round, terms(round.right(), received(round)), knownAt);
    }

    /** A round by a right that stands at an instant; null if none does. */
    @Nullable
    RoundCourse standing(Round round, Instant asOf, Instant knownAt) {
        return course(round, terms(round.right(), asOf), knownAt);
    }

    /** Null where the right does not stand. */
    @Nullable
    Party holder(ClauseName right, Instant asOf) {
        var terms = terms(right, asOf);
        return terms == null ? null : terms.body().holder();
    }

    private static Instant received(Round round) {
        var received = round.notice().received();
        return received == null ? round.notice().sent() : received;
    }

    private @Nullable Terms terms(ClauseName right, Instant at) {
        var version = papers.at(at).find(right);
        if (version != null) {
            for (var reading : version.live()) {
                if (reading.body() instanceof FirstRefusal body) {
                    return new Terms(version, reading.name(), body);
                }
            }
        }
        return null;
    }

    private Governed governed(Terms by) {
        return new Governed(by.version().id(), by.reading(), by.version().begins(), recorded);
    }

    private @Nullable RoundCourse course(Round round, @Nullable Terms asked, Instant knownAt) {
        if (asked == null) {
            return null;
        }
        var then = inTheSameReading(asked, papers.at(received(round)).find(round.right()));
        boolean reoffers = then.body().preemption().conduct().reofferWindow() != null
                && rounds.withIn(round)
                        .anyMatch(other -> round.reoffers(other)
                                && !other.notice().recorded().isAfter(knownAt));
        return rounds.course(round, knownAt, governed(asked), reoffers, known -> {
            var answering = then.body().answering();
            var agreement = then.version().agreement();
            var rule = portfolio.deadlines(agreement.clock().of(answering), recorded);
            return RoundCourse.known(known, then.body(), rule, recorded, reoffers);
        });
    }

    /** The clause as it stood then; as it is asked about, where it did not. */
    private static Terms inTheSameReading(Terms asked, @Nullable ClauseVersion then) {
        if (then == null) {
            return asked;
        }
        for (var reading : then.live()) {
            if (reading.name().equals(asked.reading()) && reading.body() instanceof FirstRefusal body) {
                return new Terms(then, reading.name(), body);
            }
        }
        return new Terms(then, asked.reading(), asked.body());
    }
}
