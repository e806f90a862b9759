package io.proviso.agreement;

import io.proviso.calendar.BusinessCalendar;
import java.util.List;
import java.util.Map;

/** What must hold between the parts of a portfolio before anything is ruled on it. */
record PortfolioRules(
        Vocabulary vocabulary,
        Map<String, Silence> silence,
        List<Agreement> agreements,
        Map<String, BusinessCalendar> calendars,
        List<Pin> pins,
        List<Attestation> record) {
    List<Problem> problems() {
        return List.of();
    }
}
