package io.proviso.agreement.portfolio;

import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Source;
import io.proviso.calendar.UnlistedYear;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a consent or waiver by some instant, without the clause itself.
 *
 * @param disclosure of the version that was in force then
 * @param readings those that count
 * @param draws in the order of the record, each with the unit it is counted in
 */
public record Exercised(
        ClauseName clause,
        Disclosure disclosure,
        List<Left> readings,
        List<Drawn> draws,
        @Nullable Revoked revoked) {

    /**
     * What is left of it as one reading has it.
     *
     * @param upTo how much it covers; null if it has no limit
     * @param per for which time that is
     * @param unit in which the limit is counted; empty if there is none
     * @param drawn what was drawn of it in all
     * @param left null if there is no limit or nobody knows it
     * @param keepsSigned whether what was signed before stands once it is taken back
     * @param signBy the first moment at which it covers no new contract by its own term; null if it names none
     * @param over from when on it covers no new contract by that or a revocation; null if neither
     * @param unlisted years beyond the calendar's list on which that instant depends
     */
    public record Left(
            String reading,
            @Nullable Limit upTo,
            Permission.Per per,
            String unit,
            long drawn,
            @Nullable Long left,
            boolean keepsSigned,
            @Nullable Instant signBy,
            @Nullable Instant over,
            List<UnlistedYear> unlisted) {
        public Left {
            unlisted = List.copyOf(unlisted);
        }
    }

    /** What one contract signed under it took, and where that was read. */
    public record Drawn(Quantity quantity, Instant at, Source source) {}

    /** The paper that took it back. */
    public record Revoked(String instrument, Instant received) {}

    public Exercised {
        readings = List.copyOf(readings);
        draws = List.copyOf(draws);
    }

    /** What became of a clause; of one that is neither consent nor waiver, nothing. */
    public static Exercised of(ClauseVersion version, Vocabulary vocabulary) {
        var exercise = version.exercise();
        var revocation = exercise.revocation();
        return new Exercised(
                version.id(),
                version.clause().disclosure(),
                version.live().stream()
                        .map(reading -> left(exercise, reading, vocabulary))
                        .toList(),
                exercise.draws().stream()
                        .map(draw -> new Drawn(draw.quantity(), draw.at(), draw.source()))
                        .toList(),
                revocation == null ? null : new Revoked(revocation.instrument(), revocation.received()));
    }

    private static Left left(Exercise exercise, Reading reading, Vocabulary vocabulary) {
        var permission = reading.body() instanceof Permission one ? one : null;
        var limit = permission == null ? null : permission.upTo();
        return new Left(
                reading.name(),
                limit,
                permission == null ? Permission.Per.ALL : permission.per(),
                limit == null ? "" : vocabulary.unit(limit.facet()),
                permission == null ? 0 : exercise.drawn(permission),
                permission == null ? null : exercise.left(permission),
                permission != null && permission.signed() != null,
                permission == null ? null : permission.signBy(),
                exercise.over(reading),
                exercise.unlisted(reading));
    }
}
