package io.proviso.desk;

import io.proviso.units.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a request and is no part of its terms. The driver supplies it, so that the desk decides without looking
 * anything up.
 *
 * @param recent earlier requests of the customer, of which the right's clause says which count as parts of this need
 * @param emergency why the capacity bridges an emergency, null if it does not
 * @param lost rights that their holders lost generally by not delivering what they had accepted
 */
public record Circumstances(
        @Nullable String project,
        List<Earlier> recent,
        @Nullable String emergency,
        @Nullable Bundle bundle,
        List<ClauseName> lost,
        DeliveryTerms delivery) {
    public static final Circumstances NONE = new Circumstances(null, List.of(), null, null, List.of());

    /** Where delay has no consequence and nothing can be prolonged. */
    public Circumstances(
            @Nullable String project,
            List<Earlier> recent,
            @Nullable String emergency,
            @Nullable Bundle bundle,
            List<ClauseName> lost) {
        this(project, recent, emergency, bundle, lost, DeliveryTerms.NONE);
    }

    /** An earlier request; {@code actor} by the vocabulary's name. */
    public record Earlier(String id, String actor, @Nullable String project, long gpus, Instant at) {
        public Earlier {
            if (gpus <= 0) {
                throw new IllegalArgumentException("earlier request " + id + ": " + gpus
                        + " GPUs, it must be at least 1.\nLeave it out if it asked for nothing.");
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
