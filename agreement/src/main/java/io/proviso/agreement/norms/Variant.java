package io.proviso.agreement.norms;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A question with some of what it leaves open decided by what is on record, such as “for 3.00 USD or more, where the right was refused”.
 *
 * @param given what tells it from the other variants; empty if it is the only one
 * @param candidates the cells of each facet that stay open
 * @param excluded the norms that do not apply in it
 */
public record Variant(Map<Given, List<String>> given, List<BitSet> candidates, NormSet excluded) {}
