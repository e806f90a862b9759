package io.proviso.counsel.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Differences in what bears on rulings beside clauses, as sentences. */
final class Remarks {
    private final List<String> all = new ArrayList<>();

    void add(String remark) {
        all.add(remark);
    }

    /** Remarks a value that is another now; null is told in that word. */
    void differ(String what, @Nullable String old, @Nullable String now, String ifNull) {
        if (!Objects.equals(old, now)) {
            add(what + ": " + (old == null ? ifNull : old) + " -> " + (now == null ? ifNull : now));
        }
    }

    void differ(String what, @Nullable String old, @Nullable String now) {
        differ(what, old, now, "none");
    }

    /** Remarks each name that is no longer there, then each that is new. */
    void came(String what, Iterable<String> old, Iterable<String> now) {
        var gone = names(old);
        var come = names(now);
        gone.stream().filter(name -> !come.contains(name)).forEach(name -> add("no longer: " + what + " " + name));
        come.stream().filter(name -> !gone.contains(name)).forEach(name -> add("new: " + what + " " + name));
    }

    private static Set<String> names(Iterable<String> some) {
        var names = new LinkedHashSet<String>();
        some.forEach(names::add);
        return names;
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
