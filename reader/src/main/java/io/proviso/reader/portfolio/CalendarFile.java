package io.proviso.reader.portfolio;

import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Fields;
import org.jspecify.annotations.Nullable;

/** One file with a calendar, under the one name by which a circle is recognised. */
public record CalendarFile(String file, Fields content) {
    /** Where a combination finds its places: among the calendars of a portfolio, or beside a file of its own. */
    @FunctionalInterface
    public interface Finder {
        /** The calendar that a combination in that file calls so; null, with a problem added at the node, if there is none. */
        @Nullable
        CalendarFile find(String from, Node.Text place);
    }
}
