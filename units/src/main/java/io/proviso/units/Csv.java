package io.proviso.units;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows of comma-separated values, as RFC 4180 has them, that a spreadsheet may open: it would run a cell that begins like a formula, so
 * such a cell gets an apostrophe before it, unless it is a number.
 */
public final class Csv {
    /** Also in full width, and behind what a spreadsheet strips. */
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\u00A0\\u3000]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?%?");

    private Csv() {}

    public static String row(Collection<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    public static String cell(String text) {
        var shown = Printable.escaped(text);
        boolean isFormula =
                FORMULA.matcher(shown).find() && !NUMBER.matcher(shown).matches();
        return quoted(isFormula ? "'" + shown : shown);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\t');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
