package io.proviso.reader.yaml;

import io.proviso.units.EnumWord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A closed set of words and what each stands for. */
public record Choices<T>(String what, Map<String, T> words) {
    static final Choices<Boolean> YES_OR_NO = of("answer", "yes", true, "no", false);

    public Choices {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** Two words, in this order. */
    public static <T> Choices<T> of(String what, String first, T meaning, String second, T otherMeaning) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(first, meaning);
        words.put(second, otherMeaning);
        return new Choices<>(what, words);
    }

    /** The constants of an enum, written small and with hyphens. */
    public static <E extends Enum<E>> Choices<E> of(String what, E[] constants) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : constants) {
            words.put(EnumWord.of(constant), constant);
        }
        return new Choices<>(what, words);
    }
}
