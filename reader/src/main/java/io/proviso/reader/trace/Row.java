package io.proviso.reader.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * One row of comma-separated values, as a window on the bytes of a file. Digits are read in place, because a string for each
 * field would be most of the work of reading a trace; whatever is not plain digits takes the slow way over a decimal. A row
 * with quotes is copied without them first.
 */
final class Row {
    private static final int EXCERPT = 80;
    /** As many digits always fit a long. */
    private static final int PLAIN_DIGITS = 18;

    private static final BigDecimal LIMIT = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String[] columns;
    /** The comma (or end) after each column, by column + 1; before the first column stands an imagined one. */
    private final int[] commas;

    /** What the places of the commas count in: the row as it stands, or its copy without quotes. */
    private byte[] bytes = {};

    private byte[] raw = {};
    private int start;
    private int end;

    Row(String[] columns) {
        this.columns = columns;
        this.commas = new int[columns.length + 1];
    }

    /** Takes the next row. The bytes may change afterwards, the row is then void. */
    void split(byte[] buffer, int from, int to) throws BadField {
        raw = buffer;
        start = from;
        end = to;
        if (from == to) {
            throw new BadField("empty row");
        }
        bytes = buffer;
        commas[0] = from - 1;
        int found = 1;
        for (int i = from; i < to; i++) {
            if (buffer[i] == ',') {
                comma(found++, i);
            } else if (buffer[i] == '"') {
                unquote();
                return;
            }
        }
        last(found, to);
    }

    private void comma(int found, int at) {
        if (found < commas.length) {
            commas[found] = at;
        }
    }

    private void last(int found, int at) throws BadField {
        if (found != columns.length) {
            throw new BadField(found + (found == 1 ? " column" : " columns") + " instead of " + columns.length);
        }
        commas[found] = at;
    }

    private void unquote() throws BadField {
        var fields = new QuotedFields(raw, start, end);
        bytes = fields.bytes();
        commas[0] = -1;
        int found = 1;
        while (fields.next()) {
            comma(found++, fields.end());
        }
        last(found, fields.end());
    }

    /** The same for whoever knows two ids by their hash; 0 if the field is empty. */
    long hash(int column) {
        int from = commas[column] + 1;
        int to = commas[column + 1];
        return from == to ? 0 : JobIds.hash(bytes, from, to);
    }

    /** A field in a message: cut, and on one line. */
    String shown(int column) {
        return columns[column] + " \"" + text(column) + "\"";
    }

    /** Seconds, cut to whole ones. */
    long seconds(int column) throws BadField {
        return number(column, true);
    }

    long count(int column) throws BadField {
        return number(column, false);
    }

    /** A wall-clock time like {@code 2017-10-01 00:00:45}, as seconds since 1970 as if it were UTC. */
    long timestamp(int column) throws BadField {
        int at = commas[column] + 1;
        if (commas[column + 1] - at != 19
                || bytes[at + 4] != '-'
                || bytes[at + 7] != '-'
                || (bytes[at + 10] != ' ' && bytes[at + 10] != 'T')
                || bytes[at + 13] != ':'
                || bytes[at + 16] != ':') {
            throw notATime(column);
        }
        int hour = digits(column, at + 11, 2);
        int minute = digits(column, at + 14, 2);
        int second = digits(column, at + 17, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            throw notATime(column);
        }
        try {
            var day = LocalDate.of(digits(column, at, 4), digits(column, at + 5, 2), digits(column, at + 8, 2));
            return day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        } catch (DateTimeException _) {
            throw notATime(column);
        }
    }

    String excerpt() {
        return readable(raw, start, end);
    }

    private long number(int column, boolean fraction) throws BadField {
        int from = commas[column] + 1;
        int to = commas[column + 1];
        long value = 0;
        int i = from;
        while (i < to && isDigit(bytes[i])) {
            value = value * 10 + bytes[i++] - '0';
        }
        int whole = i - from;
        if (fraction && whole > 0 && i < to && bytes[i] == '.') {
            i++;
            while (i < to && isDigit(bytes[i])) {
                i++;
            }
        }
        return i == to && whole > 0 && whole <= PLAIN_DIGITS ? value : decimal(column, fraction);
    }

    private long decimal(int column, boolean fraction) throws BadField {
        BigDecimal value;
        try {
            value = new BigDecimal(text(column).strip());
        } catch (NumberFormatException _) {
            throw new BadField(columns[column] + " \"" + text(column) + "\" is not a number");
        }
        if (value.signum() < 0) {
            throw new BadField(columns[column] + " " + text(column) + " is negative");
        }
        // Compared, not expanded: 1e999999999 and 1e-999999999 are short texts of a billion digits.
        if (value.compareTo(LIMIT) > 0) {
            throw new BadField(columns[column] + " " + text(column) + " is too large");
        }
        BigDecimal whole = value.compareTo(BigDecimal.ONE) < 0 ? BigDecimal.ZERO : value.setScale(0, RoundingMode.DOWN);
        if (!fraction && whole.compareTo(value) != 0) {
            throw new BadField(columns[column] + " " + text(column) + " is not a whole number");
        }
        return whole.longValueExact();
    }

    private int digits(int column, int from, int count) throws BadField {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (!isDigit(bytes[i])) {
                throw notATime(column);
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    private BadField notATime(int column) {
        return new BadField(columns[column] + " \"" + text(column) + "\" is not a time like 2017-10-01 00:00:45");
    }

    private String text(int column) {
        return readable(bytes, commas[column] + 1, commas[column + 1]);
    }

    /** For messages: what was read may be long, or no text at all. */
    private static String readable(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, Math.min(to - from, 4 * EXCERPT), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", "\uFFFD");
        return text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
