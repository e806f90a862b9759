package io.proviso.reader.yaml;

import io.proviso.agreement.Nearest;
import io.proviso.calendar.Window;
import io.proviso.reader.yaml.Node.Items;
import io.proviso.reader.yaml.Node.Sort;
import io.proviso.reader.yaml.Node.Text;
import io.proviso.units.Printable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes single values: names, words, numbers, dates. Each method adds the problem and returns null if it cannot. */
public final class Scalars {
    private static final String EMPTY = "the value is empty";
    private static final String UNSEEN = "Remove it, or write the word anew.";
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Forms.LARGEST);

    private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,15}\\.[0-9]{1,9}");

    private final Problems problems;

    public Scalars(Problems problems) {
        this.problems = problems;
    }

    /** Words meant for people, on one line or several. */
    @Nullable
    public String prose(Node node) {
        String text = text(node, Forms.LONGEST_PROSE);
        if (text == null || Forms.PROSE.matcher(text).matches()) {
            return text;
        }
        if (!refuseUnseen(node, text, "the text")) {
            problems.add(node.place(), EMPTY, "Write a value, or remove the key.");
        }
        return null;
    }

    /** Says which character it is that nobody sees, or that there are no others. */
    private boolean refuseUnseen(Node node, String text, String what) {
        OptionalInt unseen = unseen(text);
        if (unseen.isPresent()) {
            problems.add(node.place(), what + holding(unseen.getAsInt()), UNSEEN);
        } else if (text.isBlank()) {
            problems.add(node.place(), EMPTY, "Write a value, or remove the key.");
        }
        return unseen.isPresent() || text.isBlank();
    }

    private static OptionalInt unseen(String text) {
        return text.codePoints()
                .filter(c -> c != '\n' && c != '\t' && !Printable.isPlain(Character.toString(c)))
                .findFirst();
    }

    private static String holding(int unseen) {
        return " holds U+%04X %s, which is not seen".formatted(unseen, Character.getName(unseen));
    }

    /** A name by which other parts of the files refer to this one. */
    @Nullable
    public String name(Node node) {
        String advice = "Write letters, digits, hyphens, dots and underscores, starting with a letter or digit.";
        Matcher name = matched(node, Forms.NAME, "a name", advice);
        return name == null ? null : name.group();
    }

    /** What a question says of a facet: a name, a whole number, or an amount of money, as it is written. */
    @Nullable
    public String asked(Node node) {
        return switch (node) {
            case Text(String text, Sort sort, Place _)
            when sort == Sort.NUMBER && isFraction(text) -> fraction(node, text);
            case Text(String text, Sort sort, Place _) when sort == Sort.NUMBER -> count(node) == null ? null : text;
            case Text(String text, Sort sort, Place _)
            when sort == Sort.WORD && Forms.AMOUNT_ASKED.matcher(text).matches() -> text;
            default -> name(node);
        };
    }

    private static boolean isFraction(String text) {
        BigDecimal number = text.length() <= Forms.LONGEST_WORD ? Sort.value(text) : null;
        return (number != null
                        && number.signum() >= 0
                        && number.stripTrailingZeros().scale() > 0)
                || DECIMALS.matcher(text).matches();
    }

    private @Nullable String fraction(Node node, String text) {
        if (DECIMALS.matcher(text).matches()) {
            return text;
        }
        problems.addOfSense(
                node.place(),
                Problems.quoted(text) + " is a number in a notation that is not used here",
                "Write an amount as in 57.00, with at most nine decimals.");
        return null;
    }

    /** Whether it could be a name, before anybody has said where it stands. */
    public static boolean isName(Text text) {
        return text.sort() == Sort.WORD
                && text.value().length() <= Forms.LONGEST_WORD
                && Forms.NAME.matcher(text.value()).matches();
    }

    /** An address on the web. */
    @Nullable
    String url(Node node) {
        String text = text(node, Forms.LONGEST_PROSE);
        if (text != null && !Forms.URL.matcher(text).matches()) {
            if (!refuseUnseen(node, text, "the address")) {
                problems.add(
                        node.place(),
                        Problems.quoted(text) + " is no address on the web",
                        "Write http:// or https://, and no spaces.");
            }
            return null;
        }
        return text;
    }

    /** A name, or the way from one file to another. */
    @Nullable
    public String path(Node node) {
        Matcher path = matched(node, Forms.PATH, "a name or a path", "Write england, or ../japan.yaml.");
        return path == null ? null : path.group();
    }

    /** One name, or a list of them; each is found again under {@code path/name}. */
    public List<String> names(Node node, String path) {
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
    public List<String> someNames(Node node, String path) {
        refuseEmpty(node);
        return names(node, path);
    }

    /** An empty list where it would say nothing, or worse, everything. */
    public void refuseEmpty(Node node) {
        if (node instanceof Items(List<Node> items, Place place) && items.isEmpty()) {
            problems.add(place, "the list is empty", "Name at least one.");
        }
    }

    public <T> @Nullable T word(Node node, Choices<T> choices) {
        String word = text(node, Forms.LONGEST_WORD);
        T meaning = word == null ? null : choices.words().get(word);
        if (word != null && meaning == null) {
            problems.addUnknown(
                    node.place(), choices.what(), word, choices.words().keySet());
        }
        return meaning;
    }

    /** A whole number; quotes make a word of it. */
    @Nullable
    public Long count(Node node) {
        return count(node, 0, Forms.LARGEST);
    }

    /** A whole number within bounds, both included. */
    @Nullable
    public Long count(Node node, long least, long most) {
        String advice = "Write digits only, as in 4096.";
        BigDecimal number = number(node, "a whole number", advice);
        if (!(node instanceof Text(String written, Sort _, Place place)) || number == null) {
            return null;
        }
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            problems.add(place, Problems.quoted(written) + " is not a whole number", advice);
        } else if (number.compareTo(LARGEST) > 0) {
            problems.add(place, written + " is larger than 999,999,999,999,999,999", "Write a smaller number.");
        } else if (number.longValue() < least || number.longValue() > most) {
            problems.add(
                    place,
                    written + " is out of range",
                    "Write " + (most == Forms.LARGEST ? "at least " + least : least + " to " + most) + ".");
        } else if (!written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            problems.addOfSense(
                    place, Problems.quoted(written) + " is a number in a notation that is not used here", advice);
        } else {
            return number.longValue();
        }
        return null;
    }

    /** What YAML takes for a number, in whichever notation. */
    @Nullable
    public BigDecimal number(Node node, String what, String advice) {
        if (!(node instanceof Text(String text, Sort sort, Place place))) {
            problems.add(node.place(), "a single value is expected here, not " + node.kind(), advice);
            return null;
        }
        if (text.isBlank()) {
            problems.add(place, EMPTY, "Write a value, or remove the key.");
            return null;
        }
        if (sort == Sort.WORD && Sort.isNumber(text)) {
            problems.add(place, "in quotes " + text + " is a word, not a number", "Write it without quotes.");
            return null;
        }
        BigDecimal number = sort == Sort.NUMBER && text.length() <= Forms.LONGEST_WORD ? Sort.value(text) : null;
        if (number == null) {
            problems.add(place, Problems.quoted(text) + " is not " + what, advice);
        }
        return number;
    }

    @Nullable
    public LocalDate date(Node node) {
        Matcher day = matched(node, Forms.DAY, "a date", "Write year, month and day, as in 2025-01-21.");
        return day == null ? null : LocalDate.parse(day.group());
    }

    @Nullable
    public LocalTime timeOfDay(Node node) {
        String advice = "Write hours and minutes in quotes, as in \"17:00\".";
        Matcher time = matched(node, Forms.TIME_OF_DAY, "a time of day", advice);
        return time == null ? null : LocalTime.parse(time.group());
    }

    @Nullable
    public ZoneId zone(Node node) {
        String advice = "Write a zone of the IANA database, as in America/Los_Angeles.";
        Matcher zone = matched(node, Forms.ZONE, "a zone", advice);
        if (zone == null) {
            return null;
        }
        try {
            return ZoneId.of(zone.group());
        } catch (DateTimeException e) {
            String nearest = Nearest.to(zone.group(), ZoneId.getAvailableZoneIds());
            problems.addOfSense(
                    node.place(),
                    Problems.quoted(zone.group()) + " is not a zone",
                    nearest == null ? advice : "Did you mean '" + nearest + "'? " + advice);
            return null;
        }
    }

    /** How long somebody has to act; not no time at all. */
    @Nullable
    public Window window(Node node) {
        return window(node, Forms.WINDOW);
    }

    /** The same, or no time at all: what a scenario may suppose and no clause says. */
    @Nullable
    public Window windowOrNone(Node node) {
        return window(node, Forms.WINDOW_OR_NONE);
    }

    private @Nullable Window window(Node node, Pattern form) {
        String advice = "Write a whole number and a unit: '10 business days', '3 days', '6 months' or '72 hours', at"
                + " most a century.\n"
                + "A right that never lapses has no window: state it without one.";
        Matcher window = matched(node, form, "a window", advice);
        return window == null ? null : Window.parse(window.group());
    }

    /** A stretch of the calendar; business days and hours are for windows. */
    @Nullable
    public Period period(Node node) {
        String advice = "Write a whole number and a unit: 90 days, 3 months, 1 year, at most a century.";
        Matcher period = matched(node, Forms.PERIOD, "a period", advice);
        if (period == null) {
            return null;
        }
        Length length = Length.of(period.group());
        int n = length.number();
        return switch (length.unit()) {
            case 'd' -> Period.ofDays(n);
            case 'm' -> Period.ofMonths(n);
            case 'q' -> Period.ofMonths(3 * n);
            default -> Period.ofYears(n);
        };
    }

    /** Says that a time lies after the last year; null, so that it can stand for the time. */
    @Nullable
    Instant tooLate(Node node) {
        problems.addOfSense(
                node.place(), "this ends after the year 9999", "Leave it out, if it is meant to hold for ever.");
        return null;
    }

    /** Says that a day never was; null, so that it can stand for its beginning. */
    @Nullable
    Instant leftOut(Node node, LocalDate day, ZoneId zone) {
        problems.addOfSense(
                node.place(),
                "there was no " + day + " in " + zone.getId(),
                "Write another day, or an instant with its offset.");
        return null;
    }

    /** What matches that form, or null. */
    @Nullable
    public Matcher matched(Node node, Pattern form, String what, String advice) {
        String text = text(node, Forms.LONGEST_WORD);
        if (text == null) {
            return null;
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            problems.addOfSense(
                    node.place(),
                    Problems.quoted(text) + " has a letter and its mark as two characters",
                    "Write it anew as " + Problems.quoted(Normalizer.normalize(text, Normalizer.Form.NFC)) + ".");
            return null;
        }
        Matcher matcher = form.matcher(text);
        OptionalInt unseen = unseen(text);
        if (matcher.matches() && unseen.isPresent()) {
            problems.addOfSense(node.place(), "the word" + holding(unseen.getAsInt()), UNSEEN);
            return null;
        }
        if (!matcher.matches()) {
            if (!refuseUnseen(node, text, "the word")) {
                problems.add(node.place(), Problems.quoted(text) + " is not " + what, advice);
            }
            return null;
        }
        return matcher;
    }

    private @Nullable String text(Node node, int longest) {
        if (!(node instanceof Text(String text, Sort sort, Place place))) {
            problems.add(node.place(), "a single value is expected here, not " + node.kind(), null);
            return null;
        }
        if (text.isBlank()) {
            problems.add(place, EMPTY, "Write a value, or remove the key.");
            return null;
        }
        if (sort != Sort.WORD) {
            problems.add(
                    place,
                    "YAML takes " + Problems.quoted(text) + " for "
                            + (sort == Sort.NUMBER ? "a number" : "no value or a truth value") + ", not for a word",
                    "Write it in quotes, if it is meant as a word.");
            return null;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            problems.add(place, "the value is longer than " + longest + " characters", null);
            return null;
        }
        return text;
    }
}
