package io.proviso.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An exact amount of one currency; never rounded until it is shown. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** So many of the smallest unit of a currency. */
    public static Money ofMinor(long units, Currency currency) {
        return new Money(BigDecimal.valueOf(units, currency.getDefaultFractionDigits()), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    /** Rounded half-even to the currency's minor unit, as statements show it; to whole units of one that has none (gold). */
    public Money rounded() {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(amount.setScale(digits, RoundingMode.HALF_EVEN), currency);
    }

    /** How many of the currency's smallest unit it is; it must be a whole number of them. */
    public long minor() {
        return amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
    }

    /** By amount; two currencies are not comparable. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money(BigDecimal otherAmount, Currency otherCurrency)
                && currency.equals(otherCurrency)
                && amount.compareTo(otherAmount) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * amount.stripTrailingZeros().hashCode() + currency.hashCode();
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("money: " + other + " cannot be combined with " + this
                    + ", the currencies differ.\nConvert one of them at a stated rate first.");
        }
        return other;
    }
}
