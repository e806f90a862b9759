package io.proviso.reader.yaml;

import java.util.regex.Pattern;

/** The forms of single values. The schemas hold the same expressions, so that an editor refuses what the reader refuses. */
public final class Forms {
    static final int LONGEST_WORD = 100;
    static final int LONGEST_PROSE = 10_000;
    /** The largest number that is read: as many digits always fit a long. */
    public static final long LARGEST = 999_999_999_999_999_999L;

    private static final String ONE_NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._-]*";
    private static final String FOUR_DIGITS = "[1-9][0-9]{3}";
    private static final String LEAP_YEAR =
            "(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)";
    private static final String DATE = "(?:" + FOUR_DIGITS
            + "-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|"
            + LEAP_YEAR + "-02-29)";
    private static final String CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String OFFSET = "(?:Z|[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9]|18:00))";

    private static final String CENTURY_OF_DAYS =
            "(?:[1-9][0-9]{0,3}|[12][0-9]{4}|3[0-5][0-9]{3}|36[0-4][0-9]{2}|365[01][0-9]|3652[0-5])";
    private static final String CENTURY_OF_HOURS =
            "(?:[1-9][0-9]{0,4}|[1-7][0-9]{5}|8[0-6][0-9]{4}|87[0-5][0-9]{3}|876[0-5][0-9]{2}|876600)";
    private static final String ZEROS = "0{0,3}";
    /** A century of weeks, months, quarters or years. */
    private static final String DATES = "(?:[1-9][0-9]{0,2}|[1-4][0-9]{3}|5[01][0-9]{2}|520[0-9]|521[0-7]) +weeks?|"
            + "(?:[1-9][0-9]{0,2}|1[01][0-9]{2}|1200) +months?|(?:[1-9][0-9]?|[1-3][0-9]{2}|400) +quarters?|"
            + "(?:[1-9][0-9]?|100) +years?";

    private static final String CONTROLS =
            "\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uD800-\\uDFFF";
    private static final String BLANKS =
            "\\t\\n \\u00A0\\u00AD\\u1680\\u2000-\\u200D\\u202F\\u205F\\u2060\\u3000\\uFEFF";

    /** A name by which other parts of the files refer to this one. */
    static final Pattern NAME = Pattern.compile(ONE_NAME);

    static final Pattern PATH = Pattern.compile("(?:\\.\\./)*" + ONE_NAME + "(?:/" + ONE_NAME + ")*");
    public static final Pattern CLAUSE = Pattern.compile(ONE_NAME + "/" + ONE_NAME);
    /** The id of an obligation. */
    public static final Pattern OBLIGATION = Pattern.compile(ONE_NAME + "/" + ONE_NAME + "/" + ONE_NAME);
    /** The same, or all of a clause. */
    public static final Pattern OBLIGATIONS = Pattern.compile(ONE_NAME + "/" + ONE_NAME + "(?:/" + ONE_NAME + ")?");
    /** A fact, of all holders or of one. */
    public static final Pattern FACT = Pattern.compile(ONE_NAME + "(?:@" + ONE_NAME + "/" + ONE_NAME + ")?");
    /** What a holder is supposed to have taken. */
    public static final Pattern ACCEPTED = Pattern.compile("accepted:0*[1-9][0-9]{0,17}");

    /** Words, and what a party supplies or keeps. */
    public static final Pattern ROLE = Pattern.compile("(?:(" + ONE_NAME + "(?: " + ONE_NAME + ")*) of (" + ONE_NAME
            + ")|" + ONE_NAME + "(?: " + ONE_NAME + ")*)");

    public static final Pattern CONSENT = Pattern.compile("consent of " + ONE_NAME);

    /** Anything that can be seen, but nothing that moves a cursor or turns the direction of reading. */
    static final Pattern PROSE =
            Pattern.compile("[^" + CONTROLS + "]*[^" + CONTROLS + BLANKS + "][^" + CONTROLS + "]*");

    static final Pattern URL = Pattern.compile("https?://[^" + CONTROLS + BLANKS + "]+");
    static final Pattern ZONE = Pattern.compile("[A-Za-z0-9+-][A-Za-z0-9+_/:-]*");

    static final Pattern DAY = Pattern.compile(DATE);
    static final Pattern INSTANT =
            Pattern.compile(DATE + "(?:T" + CLOCK + "(?::[0-5][0-9](?:\\.[0-9]{1,9})?)?" + OFFSET + ")?");
    static final Pattern TIME_OF_DAY = Pattern.compile(CLOCK + "(?::[0-5][0-9])?");

    /** Less than 10^18, in whichever currency. */
    public static final Pattern MONEY = Pattern.compile(
            "([0-9]{1,18}(?:\\.[0-9]{1,9})?|[0-9]{1,6}(?:\\.[0-9]{1,9})?e(?:0?[0-9]|1[0-2])) +([A-Z]{3})");
    /** Not nothing: some digit before the exponent is none of the zeros. */
    public static final Pattern SOME_MONEY = Pattern.compile("(?=[0.]*[1-9])" + MONEY);

    public static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    /** An amount as a question gives it. */
    static final Pattern AMOUNT_ASKED = Pattern.compile("[0-9]{1,15}(?:\\.[0-9]{1,9})? +[A-Z]{3}");

    public static final Pattern SHARE = Pattern.compile("(100(?:\\.0{1,9})?|[0-9]{1,2}(?:\\.[0-9]{1,9})?) *%");
    public static final Pattern SHARE_BELOW_ALL = Pattern.compile("([0-9]{1,2}(?:\\.[0-9]{1,9})?) *%");

    /** How long somebody has to act, at most a century. */
    static final Pattern WINDOW = Pattern.compile(
            ZEROS + "(?:" + CENTURY_OF_DAYS + " +(?:business +)?days?|" + CENTURY_OF_HOURS + " +hours?|" + DATES + ")");

    static final Pattern WINDOW_OR_NONE = Pattern.compile(
            ZEROS + "(?:(?:0|" + CENTURY_OF_DAYS + ") +(?:business +)?days?|(?:0|" + CENTURY_OF_HOURS + ") +hours?)");
    public static final Pattern SLIP =
            Pattern.compile(ZEROS + "(?:(?:0|" + CENTURY_OF_DAYS + ") +days?|(?:0|" + CENTURY_OF_HOURS + ") +hours?)");
    public static final Pattern PERIOD = Pattern.compile("(?:" + ZEROS + CENTURY_OF_DAYS + " +days?|" + ZEROS
            + "(?:[1-9][0-9]{0,2}|1[01][0-9]{2}|1200) +months?|" + ZEROS
            + "(?:[1-9][0-9]?|[1-3][0-9]{2}|400) +quarters?|" + ZEROS + "(?:[1-9][0-9]?|100) +years?)");

    /** An elapsed time of a scenario. */
    public static final Pattern TIME = Pattern.compile("0*[1-9][0-9]{0,4} +(?:minute|hour|day)s?");

    public static final Pattern TIME_OR_NONE = Pattern.compile("0*[0-9]{1,5} +(?:minute|hour|day)s?");

    private Forms() {}
}
