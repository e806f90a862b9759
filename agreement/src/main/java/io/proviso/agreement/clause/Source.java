package io.proviso.agreement.clause;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a clause or figure was read, and how well that supports it.
 *
 * @param url an address on the web, because pages lead there with one click; null if it is not there
 */
public record Source(String title, @Nullable String url, Confidence confidence) {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    public Source {
        if (title.isBlank()) {
            throw new IllegalArgumentException("source: the title must not be blank");
        }
        if (url != null && !isAddress(url)) {
            throw new IllegalArgumentException("source '" + title + "': '" + url + "' is no address on the web");
        }
    }

    /** Title, how well it supports what was read, and where it is: {@code Source: Letter of 9 March (primary source)}. */
    public String words() {
        return "Source: " + title + " (" + confidence.words() + ")" + (url == null ? "" : ", " + url);
    }

    /** Whether pages may lead there: by http or https, and without spaces. */
    public static boolean isAddress(String url) {
        return ADDRESS.matcher(url).matches();
    }
}
