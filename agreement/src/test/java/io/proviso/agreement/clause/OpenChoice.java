package io.proviso.agreement.clause;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a completion must choose beside facets.
 *
 * @param of the clause, as the choice of its reading is named
 * @param readings those that leave it open; none if every one does
 */
public record OpenChoice(List<String> alternatives, String of, Set<String> readings) {
    /** What to choose from after other choices; where the reading that was chosen does not leave it open, all alternatives come to one. */
    public List<String> after(Map<String, String> chosen) {
        var reading = chosen.get(of);
        return reading == null || readings.isEmpty() || readings.contains(reading)
                ? alternatives
                : alternatives.subList(0, 1);
    }
}
