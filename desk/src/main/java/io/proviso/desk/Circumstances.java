package io.proviso.desk;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.units.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounded a need when it was put on record, and counts for it from then on: what the customer said ({@link Particulars})
 * and what the driver knew of other requests ({@link OtherRequests}).
 */
public record Circumstances(
        @Nullable String project,
        List<Earlier> recent,
        @Nullable String emergency,
        @Nullable Bundle bundle,
        List<ClauseName> lost,
        DeliveryTerms delivery) {
    static final Circumstances NONE = of(Particulars.NONE, OtherRequests.NONE);

    public static Circumstances of(Particulars said, OtherRequests others) {
        return new Circumstances(
                said.project(), others.recent(), said.emergency(), said.bundle(), others.lost(), said.delivery());
    }

    /** What of them the customer said. */
    Particulars said() {
        return new Particulars(project, emergency, bundle, delivery);
    }

    /** An earlier request; {@code actor} by the vocabulary's name. */
    public record Earlier(String id, String actor, @Nullable String project, long gpus, Instant at) {
        public Earlier {
            Range.date("earlier request " + id, at);
            if (gpus <= 0) {
                throw new IllegalArgumentException("earlier request " + id + ": it asked for " + gpus
                        + ", it must be at least 1.\nLeave it out if it asked for nothing.");
            }
        }
    }

    /**
     * What is bought together with the capacity and stands behind no right.
     *
     * @param allocated what of the package price falls on the capacity, per GPU-hour; null if nobody said
     */
    public record Bundle(List<String> with, @Nullable Money allocated) {
        public Bundle {
            with = List.copyOf(with);
        }
    }

    public Circumstances {
        recent = List.copyOf(recent);
        lost = List.copyOf(lost);
    }
}
