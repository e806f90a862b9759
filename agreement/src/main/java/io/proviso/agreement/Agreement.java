package io.proviso.agreement;

import io.proviso.units.Party;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract as data: its parties, its silence rules, and the instruments that made it what it is.
 *
 * @param instruments in the order in which they take effect; in which order they were written says nothing
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
        parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
        silence = Collections.unmodifiableMap(new LinkedHashMap<>(silence));
        instruments = Chain.inOrder(instruments);
    }

    /** Every reading that some instrument gives a clause, whenever. */
    public List<Reading> readings(String clause) {
        return AgreementRules.readings(this).getOrDefault(clause, List.of());
    }
}
