package io.proviso.agreement.clause;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A clause by the names under which it is on file; which of its versions is meant is for instants to say. */
public record ClauseName(String agreement, String clause) implements Comparable<ClauseName> {
    private static final Comparator<ClauseName> ORDER =
            Comparator.comparing(ClauseName::agreement).thenComparing(ClauseName::clause);

    @Override
    public int compareTo(ClauseName other) {
        return ORDER.compare(this, other);
    }

    /** Reads what {@link #toString} writes; null if it does not name a clause. */
    public static @Nullable ClauseName of(String words) {
        int slash = words.indexOf('/');
        return slash < 1 || slash != words.lastIndexOf('/') || slash == words.length() - 1
                ? null
                : new ClauseName(words.substring(0, slash), words.substring(slash + 1));
    }

    /** As people and files spell it: {@code microsoft-openai/first-refusal}. */
    @Override
    public String toString() {
        return agreement + "/" + clause;
    }
}
