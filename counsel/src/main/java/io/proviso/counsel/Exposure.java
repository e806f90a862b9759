package io.proviso.counsel;

import io.proviso.agreement.ClauseVersion;
import io.proviso.agreement.Commitment;
import io.proviso.agreement.Reading;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a commitment in force is worth: the figure that was published against what is firmly owed. */
public record Exposure(String agreement, String clause, Party by, Party to, Worth worth) {
    /**
     * Both figures are totals since the start of the term, what has been paid of them included.
     *
     * @param headline the amount with the options that are open or exercised; null if nobody disclosed it
     * @param firm what stays owed even if notice is given at once, to the minor unit of its currency; null if that is not known:
     *     something is undisclosed, or only a ceiling was published; never guessed
     * @param firmUntil the last day to which it is owed; null if unknown
     */
    public record Worth(
            @Nullable Money headline,
            @Nullable Money firm,
            @Nullable LocalDate firmUntil,
            String why) {}

    /** The commitments in force at a standpoint, one entry for each reading that is open. */
    static List<Exposure> at(Standpoint standpoint) {
        return standpoint.agreements().stream()
                .flatMap(inForce -> inForce.clauses().stream())
                .flatMap(version -> version.live().stream()
                        .map(Reading::body)
                        .filter(Commitment.class::isInstance)
                        .map(body -> of(version, (Commitment) body, standpoint)))
                .toList();
    }

    private static Exposure of(ClauseVersion version, Commitment promise, Standpoint standpoint) {
        return new Exposure(
                version.agreement().name(),
                version.name(),
                promise.by(),
                promise.to(),
                new Valuation(promise, version.agreement().clock().zone(), standpoint.asOf(), standpoint.knownAt())
                        .worth());
    }
}
