package io.proviso.agreement;

import io.proviso.calendar.UnlistedYear;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a consent or waiver by some instant, without the clause itself.
 *
 * @param disclosure of the version that was in force then
 * @param readings those that count
 * @param drawn GPUs in all
 */
public record Exercised(
        ClauseName clause,
        Disclosure disclosure,
        List<Left> readings,
        List<Drawn> draws,
        long drawn,
        @Nullable Revoked revoked) {

    /**
     * What is left of it as one reading has it.
     *
     * @param upTo how many GPUs it covers; null if it has no limit
     * @param left null if there is no limit or nobody knows it
     * @param keepsSigned whether what was signed before stands once it is taken back
     * @param over from when on it covers no new contract; null if it was not taken back or cannot be
     * @param unlisted years beyond the calendar's list on which that instant depends
     */
    public record Left(
            String reading,
            @Nullable Stated<Long> upTo,
            @Nullable Long left,
            boolean keepsSigned,
            @Nullable Instant over,
            List<UnlistedYear> unlisted) {
        public Left {
            unlisted = List.copyOf(unlisted);
        }
    }

    /** GPUs of one contract signed under it, and where that was read. */
    public record Drawn(long gpus, Instant at, Source source) {}

    /** The paper that took it back. */
    public record Revoked(String instrument, Instant received) {}

    public Exercised {
        readings = List.copyOf(readings);
        draws = List.copyOf(draws);
    }

    /** What became of a clause; of one that is neither consent nor waiver, nothing. */
    public static Exercised of(ClauseVersion version) {
        var exercise = version.exercise();
        var revocation = exercise.revocation();
        return new Exercised(
                version.id(),
                version.clause().disclosure(),
                version.live().stream().map(reading -> left(exercise, reading)).toList(),
                exercise.draws().stream()
                        .map(draw -> new Drawn(draw.gpus(), draw.at(), draw.source()))
                        .toList(),
                exercise.drawn(),
                revocation == null ? null : new Revoked(revocation.instrument(), revocation.received()));
    }

    private static Left left(Exercise exercise, Reading reading) {
        var permission = reading.body() instanceof Permission one ? one : null;
        return new Left(
                reading.name(),
                permission == null ? null : permission.upTo(),
                permission == null ? null : exercise.left(permission),
                permission != null && permission.signed() != null,
                exercise.over(reading),
                exercise.unlisted(reading));
    }
}
