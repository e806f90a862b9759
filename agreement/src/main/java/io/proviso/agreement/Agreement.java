package io.proviso.agreement;

import io.proviso.calendar.DayTerms;
import io.proviso.units.Party;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
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
        Clock clock,
        Map<Party, List<Role>> parties,
        Map<String, Silence> silence,
        List<Instrument> instruments) {

    /** The zone in which bare dates are read, and the calendar and terms by which notices are counted. */
    public record Clock(ZoneId zone, @Nullable String calendar, DayTerms days) {
        /** The usual terms with one hour for receipt and deadline. */
        public Clock(ZoneId zone, @Nullable String calendar, LocalTime cutoff) {
            this(zone, calendar, DayTerms.cutoff(cutoff));
        }

        /** The clock of a clause, which says some of it otherwise. */
        Clock of(FirstRefusal.Answering answering) {
            return new Clock(
                    zone,
                    answering.calendar() == null ? calendar : answering.calendar(),
                    answering.days().before(days));
        }
    }

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
        return AgreementRules.readings(this).getOrDefault(clause, List.of());
    }
}
