package io.proviso.desk;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.desk.Circumstances.Earlier;
import java.util.List;

/**
 * What only the driver knows when a need is put on record: the customer's other requests.
 *
 * @param recent earlier ones, of which the right's clause says which count as parts of this need
 * @param lost rights that their holders lost generally by not delivering what they had accepted
 */
public record OtherRequests(List<Earlier> recent, List<ClauseName> lost) {
    /** There are none. */
    public static final OtherRequests NONE = new OtherRequests(List.of(), List.of());

    public OtherRequests {
        recent = List.copyOf(recent);
        lost = List.copyOf(lost);
    }
}
