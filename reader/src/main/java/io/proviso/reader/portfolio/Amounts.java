package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Quantity;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Node.Sort;
import io.proviso.reader.yaml.Node.Text;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes how much: quantities, money, shares. Each method adds the problem and returns null if it cannot. */
public final class Amounts {
    private static final BigDecimal LARGEST_ASKED = BigDecimal.ONE.movePointRight(15);

    private final Problems problems;
    private final Scalars scalars;

    public Amounts(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** So many of what a facet counts; not none at all. */
    @Nullable
    public Quantity quantity(Node node, String path) {
        Field counted = counted(node, path);
        Long number = counted == null ? null : some(counted.value());
        return counted == null || number == null
                ? null
                : new Quantity(counted.key().value(), number);
    }

    /** The same, where the number may be undisclosed. */
    @Nullable
    Limit limit(Node node, String path, StatedDecoder stated) {
        Field counted = counted(node, path);
        return counted == null ? null : new Limit(counted.key().value(), stated.stated(counted, path, this::some));
    }

    private @Nullable Long some(Node node) {
        return scalars.count(node, 1, Forms.LARGEST);
    }

    /** The one facet that is counted, and how many of it. */
    private @Nullable Field counted(Node node, String path) {
        if (!(node instanceof Fields fields) || fields.fields().size() != 1) {
            problems.add(
                    node.place(),
                    "this does not say how many of what",
                    "Name what the vocabulary counts, and the number: {FACET: "
                            + (node instanceof Text(String text, Sort sort, Place _) && sort == Sort.NUMBER
                                    ? text
                                    : "1000")
                            + "}.");
            return null;
        }
        Field counted = fields.fields().values().iterator().next();
        String facet = scalars.name(counted.key());
        if (facet == null) {
            return null;
        }
        problems.locate(path + "/" + facet, counted.key().place());
        return counted;
    }

    @Nullable
    public Money money(Node node) {
        return money(node, Forms.MONEY, "an amount of money");
    }

    /** An amount that is a whole number of the smallest unit of its currency, and fits a question. */
    @Nullable
    Money exactMoney(Node node) {
        Money money = money(node, Forms.MONEY, "an amount of money");
        if (money == null) {
            return null;
        }
        int digits = money.currency().getDefaultFractionDigits();
        if (money.amount().stripTrailingZeros().scale() > digits) {
            problems.addOfSense(
                    node.place(),
                    money + " is no whole number of the smallest unit of " + money.currency(),
                    "Write at most " + digits + " decimals.");
            return null;
        }
        if (money.amount().compareTo(LARGEST_ASKED) >= 0) {
            problems.addOfSense(node.place(), money + " is more than a question can ask for", "Write less than 10^15.");
            return null;
        }
        return money;
    }

    @Nullable
    Currency currency(Node node) {
        String advice = "Write its code of ISO 4217, as in USD.";
        Matcher code = scalars.matched(node, Forms.CURRENCY, "a currency", advice);
        if (code == null) {
            return null;
        }
        if (!isKnown(code.group())) {
            problems.addOfSense(node.place(), "there is no currency " + code.group(), advice);
            return null;
        }
        return Currency.getInstance(code.group());
    }

    /** Gold, drawing rights and the like have a code but no smallest unit to round to. */
    private static boolean isKnown(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    /** An amount that somebody can pay: of at least one cent, or whatever is the smallest unit of its currency. */
    @Nullable
    public Money someMoney(Node node) {
        Money money = money(node, Forms.SOME_MONEY, "an amount of money that is more than nothing");
        if (money == null) {
            return null;
        }
        int digits = money.currency().getDefaultFractionDigits();
        if (money.amount().compareTo(BigDecimal.ONE.movePointLeft(digits)) >= 0) {
            return money;
        }
        String least = BigDecimal.ONE.movePointLeft(digits).toPlainString() + " " + money.currency();
        problems.addOfSense(node.place(), money + " are no amount", "Write at least " + least + ".");
        return null;
    }

    private @Nullable Money money(Node node, Pattern form, String what) {
        String advice = "Write a number and a currency, as in 250e9 USD; less than 10^18.";
        Matcher money = scalars.matched(node, form, what, advice);
        if (money == null) {
            return null;
        }
        boolean known = isKnown(money.group(2));
        if (!known) {
            problems.addOfSense(node.place(), "there is no currency " + money.group(2), advice);
        }
        return known ? Money.of(money.group(1), money.group(2)) : null;
    }

    /** A percentage, as a fraction of one. */
    @Nullable
    public BigDecimal share(Node node) {
        return share(node, Forms.SHARE, "Write a percentage from 0 to 100, as in 20 %.");
    }

    /** The same, but not the whole. */
    @Nullable
    public BigDecimal shareBelowAll(Node node) {
        return share(node, Forms.SHARE_BELOW_ALL, "Write a percentage from 0 to less than 100, as in 20 %.");
    }

    private @Nullable BigDecimal share(Node node, Pattern form, String advice) {
        Matcher share = scalars.matched(node, form, "a percentage", advice);
        return share == null
                ? null
                : new BigDecimal(share.group(1)).movePointLeft(2).stripTrailingZeros();
    }
}
