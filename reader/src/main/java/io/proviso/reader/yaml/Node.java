package io.proviso.reader.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value in a YAML file with its place; scalars stay the text that was written, a decoder decides what it means. */
public sealed interface Node {
    Place place();

    /** What it is, in the words of a message. */
    default String kind() {
        return switch (this) {
            case Text _ -> "a single value";
            case Items _ -> "a list";
            case Fields _ -> "a mapping";
        };
    }

    /** A scalar, plain or quoted. */
    record Text(String value, Sort sort, Place place) implements Node {
        public Text(String value, Place place) {
            this(value, Sort.WORD, place);
        }

        /** One without quotes, which the core schema of YAML 1.2 may take for something else than a word. */
        public static Text plain(String value, Place place) {
            return new Text(value, Sort.of(value), place);
        }
    }

    /** What YAML takes a scalar for, and with it every editor. */
    enum Sort {
        WORD,
        NUMBER,
        /** Null, true and false, which have no place in our files. */
        NO_WORD;

        private static final Pattern NUMBERS = Pattern.compile(
                "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
        private static final Set<String> NO_WORDS =
                Set.of("~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE");

        /** Whether it would be a number without its quotes. */
        public static boolean isNumber(String text) {
            return NUMBERS.matcher(text).matches();
        }

        /** What a number amounts to; null if it is none that is finite. */
        public static @Nullable BigDecimal value(String number) {
            try {
                return number.startsWith("0x")
                        ? new BigDecimal(new BigInteger(number.substring(2), 16))
                        : number.startsWith("0o")
                                ? new BigDecimal(new BigInteger(number.substring(2), 8))
                                : new BigDecimal(number);
            } catch (NumberFormatException e) {
                return null;
            }
        }

        private static Sort of(String plain) {
            return NO_WORDS.contains(plain) ? NO_WORD : NUMBERS.matcher(plain).matches() ? NUMBER : WORD;
        }
    }

    /** A sequence. */
    record Items(List<Node> items, Place place) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping in the order of the file, each key once. */
    record Fields(Map<String, Field> fields, Place place) implements Node {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public boolean has(String key) {
            return fields.containsKey(key);
        }

        @Nullable
        public Node value(String key) {
            Field field = fields.get(key);
            return field == null ? null : field.value;
        }

        /** The text under that key; null if there is none or it is not a scalar. */
        @Nullable
        public Text text(String key) {
            return value(key) instanceof Text text ? text : null;
        }
    }

    /** A key with its value. */
    record Field(Text key, Node value) {}
}
