package io.proviso.counsel.outlook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.testkit.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SupplierTest {
    @Test
    void whatIsSignedAtTheLastMomentIsThereInTimeAndADayLaterItIsNot() {
        Property.tried(2_000).holds(choices -> {
            var zone = ZoneId.of(choices.oneOf("UTC", "America/New_York", "Pacific/Apia"));
            var lead = choices.oneOf(
                    Period.ofDays((int) choices.between(1, 400)),
                    Period.ofMonths((int) choices.between(1, 30)),
                    Period.ofYears((int) choices.between(1, 3)));
            var supplier = new Supplier("somebody", lead, null, null);
            var wanted = Instant.parse("2010-01-01T00:00:00Z").plusSeconds(choices.between(0, 900_000_000));
            var signed = supplier.signBy(wanted, zone);
            assertFalse(supplier.delivers(signed, zone).isAfter(wanted), "in time");
            // A day that the zone skipped, or an hour, may come between.
            assertTrue(
                    supplier.delivers(signed.plus(Duration.ofHours(50)), zone).isAfter(wanted), "too late");
        });
    }
}
