package io.proviso.counsel;

import io.proviso.agreement.ClauseName;
import io.proviso.agreement.ClauseVersion;
import io.proviso.agreement.Commitment;
import io.proviso.agreement.Reading;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a commitment in force is worth: the figure that was published against what is firmly owed.
 *
 * @param incremental whether it is on top of what the same parties agreed before
 * @param open whether it holds in one of several readings only
 */
public record Exposure(
        ClauseName clause,
        Party by,
        Party to,
        Worth worth,
        boolean incremental,
        boolean open,
        List<String> headlineMarks,
        List<String> firmMarks) {
    public Exposure {
        headlineMarks = List.copyOf(headlineMarks);
        firmMarks = List.copyOf(firmMarks);
    }

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

    /** The commitments in force at a standpoint whose term is not over, one entry for each reading that is open. */
    static List<Exposure> at(Standpoint standpoint) {
        return standpoint.agreements().stream()
                .flatMap(inForce -> inForce.clauses().stream())
                .flatMap(version -> version.live().stream()
                        .filter(reading -> reading.body() instanceof Commitment promise && !isOver(promise, standpoint))
                        .map(reading -> of(version, reading, standpoint)))
                .toList();
    }

    private static boolean isOver(Commitment promise, Standpoint standpoint) {
        var term = promise.term().asKnown(standpoint.knownAt());
        return term != null && term.to() != null && !standpoint.asOf().isBefore(term.to());
    }

    private static Exposure of(ClauseVersion version, Reading reading, Standpoint standpoint) {
        var promise = (Commitment) Objects.requireNonNull(reading.body());
        var worth = new Valuation(promise, version.agreement().clock().zone(), standpoint.asOf(), standpoint.knownAt())
                .worth();
        var told = version.live().size() == 1
                ? worth
                : new Worth(
                        worth.headline(),
                        worth.firm(),
                        worth.firmUntil(),
                        "read as '" + reading.name() + "': " + worth.why());
        return new Exposure(
                version.id(),
                promise.by(),
                promise.to(),
                told,
                promise.incremental(),
                version.live().size() > 1,
                worth.headline() == null ? List.of() : Marks.ofHeadline(version.clause()),
                worth.firm() == null ? List.of() : Marks.ofFirm(version.clause()));
    }
}
