package io.proviso.desk;

import java.util.Locale;

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
        return name().toLowerCase(Locale.ROOT);
    }
}
