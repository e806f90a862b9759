package io.proviso.agreement;

import io.proviso.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All agreements of one customer, with the words, calendars, pins and attested facts they are read by.
 *
 * @param digest identifies the exact content this was read from; part of every ruling's identity
 */
public record Portfolio(
        String name,
        String digest,
        ZoneId zone,
        Vocabulary vocabulary,
        Map<String, Silence> silence,
        List<Agreement> agreements,
        Map<String, BusinessCalendar> calendars,
        List<Pin> pins,
        List<Attestation> record) {

    /**
     * Copies and checks.
     *
     * @throws InvalidPortfolio with every problem found, if the parts do not fit together
     */
    public Portfolio {
        silence = Collections.unmodifiableMap(new LinkedHashMap<>(silence));
        agreements = List.copyOf(agreements);
        calendars = Collections.unmodifiableMap(new LinkedHashMap<>(calendars));
        pins = List.copyOf(pins);
        record = List.copyOf(record);
        var problems = PortfolioRules.problems(vocabulary, silence, agreements, calendars, pins, record);
        if (!problems.isEmpty()) {
            throw new InvalidPortfolio(problems);
        }
    }

    /** The latest instant at which anything came on record: what a question knows unless it says otherwise. */
    public Instant latestRecorded() {
        return Recorded.in(this).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
