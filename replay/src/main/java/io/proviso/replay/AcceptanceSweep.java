package io.proviso.replay;

import java.util.List;

/**
 * A right of first refusal whose response window is varied together with how often its holder accepts.
 *
 * @param accepts shares of offers, 0 to 1, in place of that of {@link Market.Answering}
 */
public record AcceptanceSweep(Sweep windows, List<Double> accepts) {
    public AcceptanceSweep {
        accepts = List.copyOf(accepts);
        if (windows.windows().isEmpty() || accepts.isEmpty()) {
            throw new IllegalArgumentException(
                    "acceptance sweep: there are no " + (accepts.isEmpty() ? "shares" : "windows")
                            + ", and so there is nothing to replay.\nName at least one.");
        }
    }

    int cells() {
        return windows.windows().size() * accepts.size();
    }
}
