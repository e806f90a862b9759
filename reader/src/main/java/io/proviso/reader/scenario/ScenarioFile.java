package io.proviso.reader.scenario;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.replay.scenario.Scenario;
import io.proviso.replay.study.Study;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A scenario as its files give it, with the portfolio it names, as that is without the scenario's overrides.
 *
 * @param varied what the scenario asks to vary, if anything
 * @param digests SHA-256 of each file it was read from, by file name
 */
public record ScenarioFile(
        Scenario scenario, Portfolio portfolio, Study.Varied varied, SortedMap<String, String> digests) {
    public ScenarioFile {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }
}
