package io.proviso.counsel.due;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.counsel.Standpoint;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a commitment in force is worth: the figure that was published against what is firmly owed.
 *
 * @param incremental whether it is on top of what the same parties agreed before
 * @param open whether it holds in one of several readings only
 * @param contained whether another one to the same party may contain it
 */
public record Exposure(
        ClauseName clause,
        Party by,
        Party to,
        Worth worth,
        boolean incremental,
        boolean open,
        boolean contained,
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
     * @param credited what late deliveries are credited with so far, which lessens what is to be paid and not what is firm; null if that
     *     is not known, or nothing depends on a delivery
     * @param atMost whether only a ceiling was published
     * @param undated what of the firm part, or of the headline if that is unknown, falls into no year: all of it if the term is
     *     undisclosed or has no end, else its options; zero if there is no figure
     */
    public record Worth(
            @Nullable Money headline,
            @Nullable Money firm,
            @Nullable LocalDate firmUntil,
            @Nullable Money credited,
            boolean atMost,
            @Nullable Money undated,
            String why) {
        private Worth because(String other) {
            return new Worth(headline, firm, firmUntil, credited, atMost, undated, other);
        }
    }

    /** How it enters the sums. */
    public CountedAs as() {
        return open
                ? CountedAs.ONE_READING
                : worth.headline() == null ? CountedAs.UNDISCLOSED : contained ? CountedAs.CONTAINED : byItself();
    }

    /** The figure that is summed; null if it has none. */
    @Nullable
    Money figure() {
        return worth.firm() == null ? worth.headline() : worth.firm();
    }

    /** Whether something that no party published stands behind one of its figures. */
    boolean isMarked() {
        return !headlineMarks.isEmpty() || !firmMarks.isEmpty();
    }

    private CountedAs byItself() {
        return worth.atMost() ? CountedAs.AT_MOST : worth.firm() == null ? CountedAs.PROMISED : CountedAs.FIRM;
    }

    /** The same commitments; of those that may contain each other only the largest is counted. */
    static List<Exposure> settled(List<Exposure> exposures) {
        var counted = new ArrayList<Exposure>();
        exposures.stream()
                .filter(Exposure::isBase)
                .sorted(Comparator.comparing((Exposure each) -> amount(each.figure()))
                        .thenComparing(each -> amount(each.worth().headline()))
                        .reversed())
                .filter(each -> counted.stream().noneMatch(larger -> larger.mayContain(each)))
                .forEach(counted::add);
        return exposures.stream()
                .map(each -> each.settled(each.isBase() && !counted.contains(each)))
                .toList();
    }

    /** Whether it is on top of nothing and could be summed. */
    private boolean isBase() {
        return !incremental && !open && worth.headline() != null;
    }

    /** What is firm stays firm however high a ceiling is. */
    private boolean mayContain(Exposure other) {
        return by.equals(other.by)
                && to.equals(other.to)
                && byItself() == other.byItself()
                && Objects.requireNonNull(figure())
                        .currency()
                        .equals(Objects.requireNonNull(other.figure()).currency());
    }

    private static BigDecimal amount(@Nullable Money money) {
        return Objects.requireNonNull(money).amount();
    }

    private Exposure settled(boolean isContained) {
        return new Exposure(clause, by, to, worth, incremental, open, isContained, headlineMarks, firmMarks);
    }

    /** The commitments in force at a standpoint whose term is not over, one entry for each reading that is open. */
    public static List<Exposure> at(Standpoint standpoint) {
        return standpoint.agreements().stream()
                .flatMap(inForce -> inForce.clauses().stream())
                .flatMap(version -> version.live().stream()
                        .filter(reading -> reading.body() instanceof Commitment promise
                                && !isOver(version.agreement(), promise, standpoint))
                        .map(reading -> of(version, reading, standpoint)))
                .toList();
    }

    private static boolean isOver(Agreement agreement, Commitment promise, Standpoint standpoint) {
        var term = standpoint.course(agreement, promise).term();
        return term != null && term.to() != null && !standpoint.asOf().isBefore(term.to());
    }

    private static Exposure of(ClauseVersion version, Reading reading, Standpoint standpoint) {
        var promise = (Commitment) Objects.requireNonNull(reading.body());
        var worth = new Valuation(standpoint.course(version.agreement(), promise)).worth();
        boolean open = version.live().size() > 1;
        return new Exposure(
                version.id(),
                promise.by(),
                promise.to(),
                open ? worth.because("read as '" + reading.name() + "': " + worth.why()) : worth,
                promise.incremental(),
                open,
                false,
                worth.headline() == null ? List.of() : Marks.ofHeadline(version.clause()),
                worth.firm() == null ? List.of() : Marks.ofFirm(version.clause()));
    }
}
