package io.proviso.reader;

import io.proviso.reader.Node.Fields;
import org.jspecify.annotations.Nullable;

/** One file with a calendar, under the one name by which a circle is recognised. */
record CalendarFile(String file, Fields content) {
    /** Where a combination finds its places: among the calendars of a portfolio, or beside a file of its own. */
    @FunctionalInterface
    interface Finder {
        /** The calendar that a combination in that file calls so; null, with a problem added at the node, if there is none. */
        @Nullable
        CalendarFile find(String from, Node.Text place);
    }
}
