package io.proviso.reader;

import io.proviso.agreement.Nearest;
import io.proviso.agreement.Source;
import io.proviso.calendar.Window;
import io.proviso.reader.Node.Items;
import io.proviso.reader.Node.Text;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes single values: names, words, numbers, dates, money. Each method adds the problem and returns null if it cannot. */
final class Scalars {
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_PROSE = 10_000;
    private static final String GPUS = " GPUs";
    private static final Period LONGEST_PERIOD = Period.ofYears(100);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern PATH = Pattern.compile("(?:\\.\\./)*" + NAME + "(?:/" + NAME + ")*");
    private static final Pattern COUNT = Pattern.compile("0*([0-9]+?)");
    /** As many digits always fit a long. */
    private static final int DIGITS = 18;

    private static final Pattern MONEY = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?(?:e[0-9]{1,2})?) +([A-Z]{3})");
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,9})?) *%");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PERIOD = Pattern.compile("([0-9]{1,5}) +(day|month|quarter|year)s?");

    private final Problems problems;

    Scalars(Problems problems) {
        this.problems = problems;
    }

    /** Words meant for people, on one line or several. */
    @Nullable
    String prose(Node node) {
        String text = text(node, LONGEST_PROSE);
        boolean clean = text == null || text.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c));
        if (!clean) {
            problems.add(node.place(), "the text holds a control character", "Remove it.");
        }
        return clean ? text : null;
    }

    /** A name by which other parts of the files refer to this one. */
    @Nullable
    String name(Node node) {
        String advice = "Write letters, digits, hyphens, dots and underscores, starting with a letter or digit.";
        Matcher name = matched(node, NAME, "a name", advice);
        return name == null ? null : name.group();
    }

    /** Whether it could be a name, before anybody has said where it stands. */
    static boolean isName(String text) {
        return text.length() <= LONGEST_WORD && NAME.matcher(text).matches();
    }

    /** An address on the web. */
    @Nullable
    String url(Node node) {
        String text = prose(node);
        if (text != null && !Source.isAddress(text)) {
            problems.add(
                    node.place(),
                    Problems.quoted(text) + " is no address on the web",
                    "Write http:// or https://, and no spaces.");
            return null;
        }
        return text;
    }

    /** A name, or the way from one file to another. */
    @Nullable
    String path(Node node) {
        Matcher path = matched(node, PATH, "a name or a path", "Write england, or ../japan.yaml.");
        return path == null ? null : path.group();
    }

    /** One name, or a list of them; each is found again under {@code path/name}. */
    List<String> names(Node node, String path) {
        List<Node> items = node instanceof Items(List<Node> list, Place _) ? list : List.of(node);
        Set<String> names = new LinkedHashSet<>();
        for (Node item : items) {
            String name = name(item);
            if (name != null) {
                problems.locate(path + "/" + name, item.place());
                if (!names.add(name)) {
                    problems.add(item.place(), Problems.quoted(name) + " is listed twice", "Remove one of the two.");
                }
            }
        }
        return new ArrayList<>(names);
    }

    /** The same, but not none at all. */
    List<String> someNames(Node node, String path) {
        refuseEmpty(node);
        return names(node, path);
    }

    /** An empty list where it would say nothing, or worse, everything. */
    void refuseEmpty(Node node) {
        if (node instanceof Items(List<Node> items, Place place) && items.isEmpty()) {
            problems.add(place, "the list is empty", "Name at least one.");
        }
    }

    <T> @Nullable T word(Node node, Choices<T> choices) {
        String word = text(node, LONGEST_WORD);
        T meaning = word == null ? null : choices.words().get(word);
        if (word != null && meaning == null) {
            problems.addUnknown(
                    node.place(), choices.what(), word, choices.words().keySet());
        }
        return meaning;
    }

    @Nullable
    Long count(Node node) {
        Matcher count = matched(node, COUNT, "a whole number", "Write digits only, as in 4096.");
        if (count != null && count.group(1).length() > DIGITS) {
            problems.add(
                    node.place(), count.group() + " is larger than 999,999,999,999,999,999", "Write a smaller number.");
            return null;
        }
        return count == null ? null : Long.valueOf(count.group(1));
    }

    /** A number of GPUs, with or without the word. */
    @Nullable
    Long gpus(Node node) {
        return node instanceof Text(String text, Place place) && text.endsWith(GPUS)
                ? count(new Text(text.substring(0, text.length() - GPUS.length()), place))
                : count(node);
    }

    /** The same, but not none at all. */
    @Nullable
    Long someGpus(Node node) {
        Long gpus = gpus(node);
        if (gpus != null && gpus == 0) {
            problems.add(node.place(), "0 GPUs are no quantity", "Write at least 1.");
            return null;
        }
        return gpus;
    }

    @Nullable
    LocalDate date(Node node) {
        return time(node, Scalars::day, "a date", "Write year, month and day, as in 2025-01-21.");
    }

    /** A day in a year of four digits; java.time would take longer years with a sign. */
    static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeException("not a day: " + text);
        }
        return LocalDate.parse(text);
    }

    @Nullable
    LocalTime timeOfDay(Node node) {
        return time(node, LocalTime::parse, "a time of day", "Write hours and minutes in quotes, as in \"17:00\".");
    }

    @Nullable
    ZoneId zone(Node node) {
        String text = text(node, LONGEST_WORD);
        if (text == null) {
            return null;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            String nearest = Nearest.to(text, ZoneId.getAvailableZoneIds());
            String advice = "Write a zone of the IANA database, as in America/Los_Angeles.";
            problems.add(
                    node.place(),
                    Problems.quoted(text) + " is not a zone",
                    nearest == null ? advice : "Did you mean '" + nearest + "'? " + advice);
            return null;
        }
    }

    @Nullable
    Window window(Node node) {
        String text = text(node, LONGEST_WORD);
        try {
            return text == null ? null : Window.parse(text);
        } catch (IllegalArgumentException refusal) {
            problems.add(node.place(), refusal);
            return null;
        }
    }

    /** A stretch of the calendar; business days and hours are for windows. */
    @Nullable
    Period period(Node node) {
        Matcher period =
                matched(node, PERIOD, "a period", "Write a whole number and a unit: 90 days, 3 months, 1 year.");
        if (period == null) {
            return null;
        }
        int n = Integer.parseInt(period.group(1));
        Period read = switch (period.group(2)) {
            case "day" -> Period.ofDays(n);
            case "month" -> Period.ofMonths(n);
            case "quarter" -> Period.ofMonths(3 * n);
            default -> Period.ofYears(n);
        };
        if (LocalDate.EPOCH.plus(read).isAfter(LocalDate.EPOCH.plus(LONGEST_PERIOD))) {
            problems.add(node.place(), period.group() + " is out of range", "A century is the longest period.");
            return null;
        }
        return read;
    }

    @Nullable
    Money money(Node node) {
        String advice = "Write a number and a currency, as in 250e9 USD.";
        Matcher money = matched(node, MONEY, "an amount of money", advice);
        if (money == null) {
            return null;
        }
        // Gold, drawing rights and the like have a code but no smallest unit to round to.
        boolean known = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .anyMatch(currency -> currency.getCurrencyCode().equals(money.group(2)));
        if (!known) {
            problems.add(node.place(), "there is no currency " + money.group(2), advice);
        }
        return known ? Money.of(money.group(1), money.group(2)) : null;
    }

    /** A percentage, as a fraction of one. */
    @Nullable
    BigDecimal share(Node node) {
        String advice = "Write a percentage from 0 to 100, as in 20 %.";
        Matcher share = matched(node, SHARE, "a percentage", advice);
        BigDecimal percent = share == null ? BigDecimal.ZERO : new BigDecimal(share.group(1));
        if (percent.compareTo(HUNDRED) > 0) {
            problems.add(node.place(), percent + " % is more than the whole", advice);
            return null;
        }
        return share == null ? null : percent.movePointLeft(2).stripTrailingZeros();
    }

    /** What one of java.time's parsers makes of it. */
    <T> @Nullable T time(Node node, TimeParser<T> parser, String what, String advice) {
        String text = text(node, LONGEST_WORD);
        if (text == null) {
            return null;
        }
        try {
            return parser.parse(text);
        } catch (DateTimeException e) {
            problems.add(node.place(), Problems.quoted(text) + " is not " + what, advice);
            return null;
        }
    }

    /** Throws {@link DateTimeException} if the text is not a T. */
    @FunctionalInterface
    interface TimeParser<T> {
        T parse(String text);
    }

    private @Nullable Matcher matched(Node node, Pattern pattern, String what, String advice) {
        String text = text(node, LONGEST_WORD);
        if (text == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            problems.add(node.place(), Problems.quoted(text) + " is not " + what, advice);
            return null;
        }
        return matcher;
    }

    private @Nullable String text(Node node, int longest) {
        if (!(node instanceof Text(String text, Place place))) {
            problems.add(node.place(), "a single value is expected here, not " + node.kind(), null);
            return null;
        }
        if (text.isBlank()) {
            problems.add(place, "the value is empty", "Write a value, or remove the key.");
            return null;
        }
        if (text.length() > longest) {
            problems.add(place, "the value is longer than " + longest + " characters", null);
            return null;
        }
        return text;
    }
}
