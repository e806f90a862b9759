package io.proviso.cli.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the shell learns. A FORBIDDEN ruling is an answer, hence {@link #ANSWERED}. */
public final class ExitCode {
    public static final int ANSWERED = 0;
    /** A defect of Proviso or of the machine it runs on. */
    public static final int UNEXPECTED = 1;
    /** {@code verify}: a case came out otherwise than expected; as test tools have it. */
    public static final int CASES_FAILED = 1;

    /** Arguments or files that the caller can correct; stdout is empty. */
    public static final int BAD_INPUT = 2;

    /** With {@code --exit-code}: answered, but with something else than PERMITTED. */
    public static final int NOT_PERMITTED = 3;

    /** With {@code --exit-code}: checked, and something is found. */
    public static final int FOUND = 3;

    /** {@code watch}: an answer flipped; {@code diff} with {@code --exit-code}: something differs. */
    public static final int DIFFERENT = 4;

    /** A long run that nobody reads any longer was given up; as the shell calls a program that a closed pipe ended. */
    public static final int READER_LEFT = 141;

    private ExitCode() {}

    /** Each code and what it says, as {@code --help} and README tell it. */
    public static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("" + ANSWERED, "an answer, whatever it says: FORBIDDEN is one");
        meanings.put(
                "" + UNEXPECTED,
                "verify: a case came out otherwise; faults: a rule was broken, or not all rounds were played; any: a"
                        + " defect of Proviso, or the answer could not be written");
        meanings.put("" + BAD_INPUT, "something to correct in the arguments or files; nothing is on stdout");
        meanings.put(
                "" + NOT_PERMITTED, "with --exit-code: ask answers anything but PERMITTED, or check finds something");
        meanings.put("" + DIFFERENT, "watch: an answer flipped; with --exit-code: diff finds a difference");
        meanings.put("" + READER_LEFT, "faults was given up because nobody reads any longer");
        return Collections.unmodifiableMap(meanings);
    }
}
