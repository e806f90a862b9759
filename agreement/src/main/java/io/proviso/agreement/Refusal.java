package io.proviso.agreement;

import io.proviso.units.EnumWord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the holder of first refusal has said of exactly the quantity and terms at hand: the fact that the vocabulary marks as supplied by the desk. */
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

    /** What a supposition says, of which quantity it may: {@code accepted:4000}. */
    public static Refusal of(String supposed) {
        int quantity = supposed.indexOf(':');
        var word = quantity < 0 ? supposed : supposed.substring(0, quantity);
        return Arrays.stream(values())
                .filter(refusal -> refusal.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no holder says '" + word + "'"));
    }

    /** The fact of that name as a vocabulary that knows no other answers has it. */
    public static Facet.Choice fact(String name) {
        return new Facet.Choice(name, words(), Map.of(), NONE.word(), Facet.SuppliedBy.DESK);
    }

    public static List<String> words() {
        return words(values());
    }

    public static List<String> words(Refusal... some) {
        return Arrays.stream(some).map(Refusal::word).toList();
    }
}
