package io.proviso.reader.yaml;

import io.proviso.units.Printable;
import java.util.Comparator;

/**
 * Some characters of a file.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in code points, so that a caret stands under the right character
 * @param length in code points
 */
public record Place(SourceText source, int line, int column, int length) implements Comparable<Place> {
    private static final Comparator<Place> IN_READING_ORDER = Comparator.comparing((Place place) -> place.source.name())
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column);

    @Override
    public int compareTo(Place other) {
        return IN_READING_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String name = Printable.escaped(source.name().replace('\n', ' '));
        return line == 0 ? name : name + ":" + line + ":" + column;
    }
}
