package io.proviso.agreement;

import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.clause.Reading;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A contract as data: its parties, its silence rules, and the instruments that made it what it is.
 *
 * <p>In which order its parties, silence rules and instruments were written says nothing; they are told by name.
 *
 * @param instruments in the order in which they take effect
 */
public record Agreement(
        String name,
        String basis,
        ContractClock clock,
        Map<Party, List<Role>> parties,
        Map<String, Silence> silence,
        List<Instrument> instruments) {

    /** What a party is in this agreement, in its own words; {@code of} names what it supplies or keeps, a value of some facet. */
    public record Role(String word, @Nullable String of) {
        /** As agreement files say it: `provider of azure`. */
        public String words() {
            return of == null ? word : word + " of " + of;
        }
    }

    public Agreement {
        var inOrder = new TreeMap<Party, List<Role>>(Comparator.comparing(Party::name));
        parties.forEach((party, roles) -> inOrder.put(
                party, roles.stream().sorted(Comparator.comparing(Role::words)).toList()));
        parties = Collections.unmodifiableMap(inOrder);
        silence = Collections.unmodifiableMap(new TreeMap<>(silence));
        instruments = Chain.inOrder(instruments);
    }

    /** Every reading that some instrument gives a clause, whenever. */
    public List<Reading> readings(String clause) {
        return readings().getOrDefault(clause, List.of());
    }

    /** All readings a clause ever has, by clause; what an MOU writes is not a clause. */
    public Map<String, List<Reading>> readings() {
        return readings(instruments.stream()
                .filter(instrument -> instrument.type() != Instrument.Type.MOU)
                .toList());
    }

    /** All readings that some papers give, by clause. */
    public static Map<String, List<Reading>> readings(List<Instrument> instruments) {
        var readings = new LinkedHashMap<String, List<Reading>>();
        for (var instrument : instruments) {
            for (var change : instrument.changes()) {
                switch (change) {
                    case Change.Adds(Clause clause) -> add(readings, clause.name(), clause.readings());
                    case Change.Restates(Clause clause, List<String> _) ->
                        add(readings, clause.name(), clause.readings());
                    case Change.Ends(String clause, List<Reading> more) -> add(readings, clause, more);
                    case Change.Interprets(String clause, Reading reading) -> add(readings, clause, List.of(reading));
                    case Change.Revokes _, Change.Terminates _ -> {}
                }
            }
        }
        return readings;
    }

    private static void add(Map<String, List<Reading>> readings, String clause, List<Reading> more) {
        readings.computeIfAbsent(clause, _ -> new ArrayList<>()).addAll(more);
    }
}
