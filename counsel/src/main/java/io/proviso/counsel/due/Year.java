package io.proviso.counsel.due;

import io.proviso.units.Money;
import io.proviso.units.Party;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one party owes in one currency in a year, or in the part of it that is looked at: the sum of the payments that are counted in
 * one way.
 *
 * @param from the first day of any of them
 * @param through the last day of any of them
 * @param payments what it is made of, the largest first
 */
public record Year(
        Party by,
        Currency currency,
        CountedAs as,
        LocalDate from,
        LocalDate through,
        Money amount,
        List<Payment> payments) {
    private record Key(int year, Party by, String currency, CountedAs as) {}

    public Year {
        payments = List.copyOf(payments);
    }

    static List<Year> of(List<Payment> payments) {
        var byKey = payments.stream()
                .filter(each -> each.as().isSummed())
                .collect(Collectors.groupingBy(
                        each -> new Key(
                                each.from().getYear(),
                                each.by(),
                                each.amount().currency().getCurrencyCode(),
                                each.as()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byKey.values().stream()
                .map(Year::sum)
                .sorted(Comparator.comparingInt((Year each) -> each.from().getYear())
                        .thenComparing(each -> each.by().name())
                        .thenComparing(each -> each.currency().getCurrencyCode())
                        .thenComparing(Year::as))
                .toList();
    }

    private static Year sum(List<Payment> same) {
        var first = same.getFirst();
        var currency = first.amount().currency();
        return new Year(
                first.by(),
                currency,
                first.as(),
                same.stream().map(Payment::from).min(Comparator.naturalOrder()).orElseThrow(),
                same.stream()
                        .map(Payment::through)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                same.stream().map(Payment::amount).reduce(Money.zero(currency), Money::plus),
                same.stream()
                        .sorted(Comparator.comparing(Payment::amount).reversed())
                        .toList());
    }
}
