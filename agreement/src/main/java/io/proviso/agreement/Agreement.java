package io.proviso.agreement;

import io.proviso.units.Party;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    /** The zone in which bare dates are read, and the calendar and cut-off by which notices are counted. */
    public record Clock(ZoneId zone, @Nullable String calendar, LocalTime cutoff) {}

    /** What a party is in this agreement; {@code of} names the supply of a provider. */
    public record Role(Kind kind, @Nullable String of) {
        private static final Comparator<Role> ORDER =
                Comparator.comparing(Role::kind).thenComparing(Role::words);

        /** Kinds of role. */
        public enum Kind {
            CUSTOMER,
            PROVIDER,
            FINANCIER,
            OPERATOR,
            TECHNOLOGY_PARTNER
        }

        /** As agreement files say it: `provider of azure`. */
        public String words() {
            var words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return of == null ? words : words + " of " + of;
        }
    }

    public Agreement {
        var inOrder = new TreeMap<Party, List<Role>>(Comparator.comparing(Party::name));
        parties.forEach((party, roles) ->
                inOrder.put(party, roles.stream().sorted(Role.ORDER).toList()));
        parties = Collections.unmodifiableMap(inOrder);
        silence = Collections.unmodifiableMap(new TreeMap<>(silence));
        instruments = Chain.inOrder(instruments);
    }

    /** Every reading that some instrument gives a clause, whenever. */
    public List<Reading> readings(String clause) {
        return AgreementRules.readings(this).getOrDefault(clause, List.of());
    }
}
