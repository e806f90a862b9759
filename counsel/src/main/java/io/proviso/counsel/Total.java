package io.proviso.counsel;

import io.proviso.units.Money;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one party owes in one currency, of commitments that do not overlap: those to different parties, and those to the same one
 * that are on top of earlier ones. Of others to the same party only the largest counts.
 *
 * @param headline null if no counted commitment has a published amount
 * @param firm null if of no counted commitment it is known what is firm
 * @param marked of how many counted commitments a figure rests on what no party published
 * @param overlapping how many commitments are left out because another to the same party may contain them
 */
public record Total(
        Party by,
        Currency currency,
        Money headline,
        @Nullable Money firm,
        int counted,
        int firmKnown,
        int marked,
        int overlapping) {
    private record Key(Party by, Currency currency) {}

    /** Commitments without an amount, or in one of several readings only, are in no total. */
    static List<Total> of(List<Exposure> exposures) {
        var byKey = new LinkedHashMap<Key, List<Exposure>>();
        for (var each : exposures) {
            var headline = each.worth().headline();
            if (headline != null && !each.open()) {
                byKey.computeIfAbsent(new Key(each.by(), headline.currency()), _ -> new ArrayList<>())
                        .add(each);
            }
        }
        return byKey.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Total of(Key key, List<Exposure> exposures) {
        var counted = counted(exposures);
        var firm = counted.stream()
                .map(each -> each.worth().firm())
                .filter(Objects::nonNull)
                .toList();
        return new Total(
                key.by(),
                key.currency(),
                counted.stream().map(Total::headline).reduce(Money.zero(key.currency()), Money::plus),
                firm.isEmpty() ? null : firm.stream().reduce(Money.zero(key.currency()), Money::plus),
                counted.size(),
                firm.size(),
                (int) counted.stream()
                        .filter(each -> !each.headlineMarks().isEmpty()
                                || !each.firmMarks().isEmpty())
                        .count(),
                exposures.size() - counted.size());
    }

    private static List<Exposure> counted(List<Exposure> exposures) {
        var counted = new ArrayList<Exposure>();
        Map<Party, Exposure> largest = new LinkedHashMap<>();
        for (var each : exposures) {
            if (each.incremental()) {
                counted.add(each);
            } else {
                largest.merge(
                        each.to(), each, (one, other) -> headline(other).compareTo(headline(one)) > 0 ? other : one);
            }
        }
        counted.addAll(largest.values());
        return counted;
    }

    private static Money headline(Exposure exposure) {
        return Objects.requireNonNull(exposure.worth().headline());
    }
}
