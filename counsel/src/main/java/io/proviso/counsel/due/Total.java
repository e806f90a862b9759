package io.proviso.counsel.due;

import io.proviso.units.Money;
import io.proviso.units.Party;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one party has promised in one currency by the commitments that are counted in one way: the sum of their figures.
 *
 * @param amount of what is firm the firm part, of all else the headlines
 * @param headline the published figures; more than the amount where a part may be left or is an option
 * @param of how many commitments
 * @param undated what of the amount falls into no year
 * @param undatedOf in how many of them a part of it does
 * @param marked of how many a figure rests on what no party published
 */
public record Total(
        Party by,
        Currency currency,
        CountedAs as,
        Money amount,
        Money headline,
        int of,
        Money undated,
        int undatedOf,
        int marked) {
    private record Key(Party by, String currency, CountedAs as) {}

    static List<Total> of(List<Exposure> exposures) {
        Map<Key, List<Exposure>> byKey = exposures.stream()
                .filter(each -> each.as().isSummed())
                .collect(Collectors.groupingBy(
                        each -> new Key(each.by(), currency(each).getCurrencyCode(), each.as()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byKey.values().stream().map(Total::sum).toList();
    }

    private static Total sum(List<Exposure> same) {
        var first = same.getFirst();
        return new Total(
                first.by(),
                currency(first),
                first.as(),
                sum(same, each -> Objects.requireNonNull(each.figure())),
                sum(same, each -> Objects.requireNonNull(each.worth().headline())),
                same.size(),
                sum(same, Total::undated),
                count(same, each -> undated(each).amount().signum() > 0),
                count(same, Exposure::isMarked));
    }

    private static Money sum(List<Exposure> same, Function<Exposure, Money> figure) {
        return same.stream().map(figure).reduce(Money.zero(currency(same.getFirst())), Money::plus);
    }

    private static int count(List<Exposure> same, Predicate<Exposure> which) {
        return (int) same.stream().filter(which).count();
    }

    private static Money undated(Exposure exposure) {
        return Objects.requireNonNull(exposure.worth().undated());
    }

    private static Currency currency(Exposure exposure) {
        return Objects.requireNonNull(exposure.figure()).currency();
    }
}
