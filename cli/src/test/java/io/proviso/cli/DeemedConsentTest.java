package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Consents that are deemed given or refused in a time; every day is counted by hand, in Chicago (CST until 8 March 2026). */
class DeemedConsentTest {
    private static final Path LEASE = Path.of(System.getProperty("proviso.root"))
            .resolve("cli/src/test/resources/io/proviso/cli/contracts/min/m-deemed-consent");

    private static Ran ask(String asOf, String... question) {
        var args = new ArrayList<>(List.of("ask", "--portfolio", LEASE.toString(), "--as-of", asOf));
        args.addAll(List.of(question));
        return proviso(args);
    }

    /** By whose consent and when it is over, then from when one may sign. */
    private static List<String> days(String asOf, String... question) {
        var args = new ArrayList<>(List.of(question));
        args.addAll(List.of("-o", "json"));
        var json = ask(asOf, args.toArray(String[]::new)).json();
        var days = new ArrayList<String>();
        for (var each : (List<?>) Objects.requireNonNull(json.get("steps"))) {
            var step = (Map<?, ?>) each;
            days.add(step.get("to") + " " + step.get("window") + " " + step.get("silence") + ": "
                    + step.get("certainBy") + (Boolean.TRUE.equals(step.get("estimate")) ? " if received" : ""));
        }
        days.add("sign " + json.get("signFrom"));
        return days;
    }

    private static String assignedAfter(String received) {
        return days(received, "act=assign", "to=third-party").getLast();
    }

    @Test
    void silenceThatConsentsMakesADayCertain() {
        assertEquals(
                List.of("landlord 15 days consents: 2026-02-17T23:00:01Z if received", "sign 2026-02-17T23:00:01Z"),
                days("2026-02-02T10:00:00-06:00", "act=assign", "to=third-party"));
    }

    @Test
    void silenceThatRefusesMakesNone() {
        assertEquals(
                List.of("landlord 15 days refuses: null if received", "sign null"),
                days("2026-02-02T10:00:00-06:00", "act=sublet", "to=third-party"));
    }

    @Test
    void aRequestAfterTheCutOffIsReceivedOnTheNextBusinessDay() {
        assertEquals("sign 2026-02-17T23:00:01Z", assignedAfter("2026-02-02T17:00:00-06:00"));
        assertEquals("sign 2026-02-18T23:00:01Z", assignedAfter("2026-02-02T17:00:01-06:00"));
        assertEquals("sign 2026-02-24T23:00:01Z", assignedAfter("2026-02-07T12:00:00-06:00"), "a Saturday");
    }

    @Test
    void aLastDayWithoutBusinessStaysAndSummerTimeMovesTheHour() {
        assertEquals("sign 2026-02-21T23:00:01Z", assignedAfter("2026-02-06T10:00:00-06:00"), "a Saturday");
        assertEquals("sign 2026-03-17T22:00:01Z", assignedAfter("2026-03-02T10:00:00-06:00"));
    }

    @Test
    void businessDaysAreThoseOfTheAgreement() {
        assertEquals(
                "sign 2026-02-18T23:00:01Z",
                days("2026-02-03T10:00:00-06:00", "act=alter").getLast(),
                "16 February is Washington's Birthday");
    }

    @Test
    void aConsentHasItsDayWhateverStandsBesideIt() {
        assertEquals(
                List.of(
                        "landlord 15 days consents: 2026-02-17T23:00:01Z if received",
                        "lender 20 days refuses: null if received",
                        "sign null"),
                days("2026-02-02T10:00:00-06:00", "act=mortgage"));
    }

    @Test
    void theEndOfTheClauseIsCertainWhateverSilenceMeans() {
        assertEquals(
                List.of("landlord 15 days refuses: 2026-02-11T06:00:00Z if received", "sign 2026-02-11T06:00:00Z"),
                days("2026-02-02T10:00:00-06:00", "act=sign"));
    }

    @Test
    void aConsentWithoutATimeHasNoDay() {
        assertEquals(
                List.of("landlord null null: null", "sign null"), days("2026-02-02T10:00:00-06:00", "act=demolish"));
    }

    @Test
    void aRulingSaysWhatSilenceMeansAndWhatIsAssumed() {
        var told = oneLine(ask("2026-02-02T10:00:00-06:00", "-v", "act=assign", "to=third-party"));
        assertTrue(
                told.contains("Obtain the consent of landlord, who has 15 days to answer (silence is consent) (lease,"
                        + " clause no-assignment)"),
                told);
        assertTrue(
                told.contains(
                        "Over by Tue 2026-02-17 17:00:01 CST (2026-02-17T23:00:01Z) unless it is refused, if received"
                                + " at the time of this ruling."),
                told);
        assertTrue(told.contains("at the latest, unless the consent is refused."), told);
        assertTrue(told.contains("a last day without business is not moved (deadline/roll)"), told);
        var none = oneLine(ask("2026-02-02T10:00:00-06:00", "-v", "act=sublet", "to=third-party"));
        assertTrue(none.contains("(silence is a refusal)"), none);
        assertTrue(none.contains("No date is certain."), none);
        assertTrue(none.contains("Sign from No instant is certain"), none);
        var days = oneLine(ask("2026-02-03T10:00:00-06:00", "-v", "act=alter"));
        assertFalse(days.contains("(deadline/roll)"), "business days end on none that is closed: " + days);
    }

    @Test
    void inBriefItSaysWhoseRefusalWouldStopIt() {
        var told = oneLine(ask("2026-02-02T10:00:00-06:00", "act=assign", "to=third-party"));
        assertTrue(told.contains("obtain the consent of landlord; 15 days of silence are consent"), told);
        assertTrue(told.contains("unless landlord refuses, if it is received now; sooner if given sooner"), told);
    }

    @Test
    void countedBackwardsTheRequestHasALastDay() {
        assertTrue(oneLine(ask("2026-02-02T10:00:00-06:00", "act=assign", "to=third-party", "--start", "2026-02-20"))
                .contains("Wed 2026-02-04 17:00:00 CST to start on 2026-02-20"));
        assertTrue(oneLine(ask("2026-02-02T10:00:00-06:00", "act=sublet", "to=third-party", "--start", "2026-02-20"))
                .contains("no day is certain to start on 2026-02-20: the silence of landlord is a refusal"));
    }

    @Test
    void theAgreementAndAnExplanationSayTheSame() {
        var rendered = oneLine(proviso("render", LEASE.toString(), "-o", "md"));
        assertTrue(
                rendered.contains("landlord has 15 days from receipt of the request to answer; silence is consent."),
                rendered);
        assertTrue(
                rendered.contains("lender has 20 days from receipt of the request to answer; silence is a refusal."),
                rendered);
        var explained = oneLine(proviso(
                "explain",
                "--portfolio",
                LEASE.toString(),
                "act=assign",
                "to=third-party",
                "--as-of",
                "2026-02-02T10:00:00-06:00"));
        assertTrue(explained.contains("who has 15 days to answer (silence is consent)"), explained);
        assertTrue(explained.contains("unless it is refused, if received at the time of the ruling."), explained);
    }

    private static String oneLine(Ran ran) {
        return ran.out().replaceAll("\\s+", " ");
    }
}
