package io.proviso.agreement;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known word a mistaken one was probably meant to be, large or small, by optimal string alignment distance (Damerau 1964). */
public final class Nearest {
    private Nearest() {}

    /** The closest of the known words, or null where none is closer than half its length. */
    public static @Nullable String to(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate ->
                        distance(word, candidate) <= Math.max(1, Math.max(word.length(), candidate.length()) / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** One sentence of advice: the nearest word where there is one, and in any case the words known. */
    public static String advice(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "None is known here.";
        }
        var nearest = to(word, known);
        var all = "Known: " + String.join(", ", known) + ".";
        return nearest == null ? all : "Did you mean '" + nearest + "'? " + all;
    }

    private static int distance(String word, String candidate) {
        var a = word.toLowerCase(Locale.ROOT);
        var b = candidate.toLowerCase(Locale.ROOT);
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            rows[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                rows[i][j] = Math.min(Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1), rows[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
