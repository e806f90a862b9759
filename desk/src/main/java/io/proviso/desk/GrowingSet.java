package io.proviso.desk;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A set that only grows, of which every earlier version stays as it was: {@code of(a, b).with(c)} copies not all of it.
 *
 * <p>The logarithmic method of Bentley and Saxe (1980): immutable parts of growing size, smallest first, merged as the digits of
 * a counter carry. To add costs O(log n) on average, to look something up O(log n), to compare two sets O(n log n).
 */
final class GrowingSet<E> extends AbstractSet<E> {
    private final List<Set<E>> parts;
    private final int size;

    private GrowingSet(List<Set<E>> parts) {
        this.parts = parts;
        this.size = parts.stream().mapToInt(Set::size).sum();
    }

    static <E> GrowingSet<E> of(Collection<E> all) {
        return all instanceof GrowingSet<E> same
                ? same
                : new GrowingSet<>(all.isEmpty() ? List.of() : List.of(Set.copyOf(all)));
    }

    GrowingSet<E> with(E more) {
        if (contains(more)) {
            return this;
        }
        var least = Set.of(more);
        var carried = 0;
        while (carried < parts.size() && parts.get(carried).size() <= least.size()) {
            var merged = new HashSet<>(parts.get(carried));
            merged.addAll(least);
            least = Set.copyOf(merged);
            carried++;
        }
        var next = new ArrayList<Set<E>>(parts.size() - carried + 1);
        next.add(least);
        next.addAll(parts.subList(carried, parts.size()));
        return new GrowingSet<>(List.copyOf(next));
    }

    @Override
    public boolean contains(Object one) {
        return parts.stream().anyMatch(part -> part.contains(one));
    }

    @Override
    public Iterator<E> iterator() {
        return parts.stream().flatMap(Set::stream).iterator();
    }

    @Override
    public int size() {
        return size;
    }
}
