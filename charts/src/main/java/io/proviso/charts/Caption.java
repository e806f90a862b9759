package io.proviso.charts;

import java.util.regex.Pattern;

/**
 * What a chart says before it is looked at.
 *
 * @param id names the figure within its page: anchor of a link, prefix of the ids inside the picture
 * @param finding the sentence that the picture proves, not the name of its axes
 * @param description what is drawn and how to read it, for those who do not see the picture
 */
public record Caption(String id, String finding, String description) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    public Caption {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("caption: the id '" + id
                    + "' is not a word of lower-case letters, digits and hyphens.\n"
                    + "It becomes part of a link; try 'waits' or 'price-of-the-window'.");
        }
        if (finding.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("caption " + id + ": finding and description must not be blank.\n"
                    + "Say what the chart shows, and how; a reader may see nothing else of it.");
        }
    }
}
