package io.proviso.reader;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.counsel.verify.Case;
import java.util.List;

/** Questions with known answers, and the portfolio they are about. */
public record Cases(Portfolio portfolio, List<Case> cases) {
    public Cases {
        cases = List.copyOf(cases);
    }
}
