package io.proviso.agreement.norms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One closed question of a compiled act.
 *
 * @param cells the cell of each facet, as the act's domain numbers them
 * @param given the readings and undisclosed terms that had to be settled, each with the alternative taken
 */
public record Point(List<Integer> cells, Map<Given, String> given) {
    public Point {
        cells = List.copyOf(cells);
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }
}
