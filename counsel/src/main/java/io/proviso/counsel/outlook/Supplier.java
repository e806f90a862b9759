package io.proviso.counsel.outlook;

import io.proviso.units.Money;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who may supply has said of it.
 *
 * @param name by the vocabulary's value
 * @param lead from signing to delivery; null if nothing is known of it
 * @param price null if none was named
 * @param upTo the most it can deliver; null if no limit was named
 */
public record Supplier(
        String name,
        @Nullable Period lead,
        @Nullable Money price,
        @Nullable Long upTo) {
    /** One of whom nothing was heard. */
    static Supplier unheard(String name) {
        return new Supplier(name, null, null, null);
    }

    /** When what is signed then is delivered, as far as that is known. */
    Instant delivers(Instant signed, ZoneId zone) {
        return lead == null ? signed : signed.atZone(zone).plus(lead).toInstant();
    }

    /** The last instant to sign for a delivery by then; months are not taken back but found, as their lengths differ. */
    Instant signBy(Instant wanted, ZoneId zone) {
        if (lead == null) {
            return wanted;
        }
        var signed = wanted.atZone(zone).minus(lead);
        while (signed.plus(lead).toInstant().isAfter(wanted)) {
            signed = signed.minusDays(1);
        }
        while (!signed.plusDays(1).plus(lead).toInstant().isAfter(wanted)) {
            signed = signed.plusDays(1);
        }
        return signed.toInstant();
    }

    boolean isTooDear(Need need) {
        return price != null && need.atMost() != null && price.compareTo(need.atMost()) > 0;
    }
}
