package io.proviso.agreement;

import io.proviso.units.EnumWord;
import java.util.Arrays;
import java.util.List;

/** What the holder of first refusal has said of exactly the quantity and terms at hand: the fact {@code refusal} of a question. */
public enum Refusal {
    /** Not offered, or nobody holds a right. */
    NONE,
    OPEN,
    DECLINED,
    LAPSED,
    WAIVED,
    ACCEPTED;

    /** As the vocabulary spells it. */
    public String word() {
        return EnumWord.of(this);
    }

    static List<String> words() {
        return words(values());
    }

    static List<String> words(Refusal... some) {
        return Arrays.stream(some).map(Refusal::word).toList();
    }
}
