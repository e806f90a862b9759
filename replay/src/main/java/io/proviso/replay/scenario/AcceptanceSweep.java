package io.proviso.replay.scenario;

import java.util.List;

/**
 * A right of first refusal whose response window is varied together with how often its holder accepts.
 *
 * @param accepts shares of offers, 0 to 1 and the least first, in place of that of {@link Market.Answering}
 */
public record AcceptanceSweep(Sweep windows, List<Double> accepts) {
    public AcceptanceSweep {
        accepts = List.copyOf(accepts);
        if (accepts.isEmpty()) {
            throw new IllegalArgumentException(
                    "acceptance sweep: there are no shares, and so there is nothing to replay.\nName at least one.");
        }
        for (int i = 1; i < accepts.size(); i++) {
            if (accepts.get(i) <= accepts.get(i - 1)) {
                throw new IllegalArgumentException("acceptance sweep: a share of " + accepts.get(i) + " after one of "
                        + accepts.get(i - 1) + " does not go on.\nName the least share first.");
            }
        }
    }

    public int cells() {
        return windows.windows().size() * accepts.size();
    }
}
