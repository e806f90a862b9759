package io.proviso.counsel.english;

import io.proviso.agreement.Nearest;
import java.util.List;

/** Whether two words are forms of one: train, trains, trained, training. */
final class WordStem {
    private static final List<String> ENDINGS = List.of("ing", "ion", "ed", "er", "es", "e", "s");
    private static final int SHORTEST = 3;
    private static final int LONG_ENOUGH_FOR_A_SLIP = 6;

    private WordStem() {}

    static boolean same(String a, String b) {
        return a.equals(b) || of(a).equals(of(b));
    }

    /** The same but for a letter or two. */
    static boolean isSlip(String word, String known) {
        return word.length() >= LONG_ENOUGH_FOR_A_SLIP
                && word.charAt(0) == known.charAt(0)
                && Nearest.to(word, List.of(known)) != null;
    }

    private static String of(String word) {
        return ENDINGS.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
    }
}
