package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time of the clock is one point in time, or it is refused: never silently another. */
class LocalTimesTest {
    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2025-03-09T02:00,    do not show, 2025-03-09T02:00-08:00, 2025-03-09T02:00-07:00",
        "America/Los_Angeles, 2025-03-09T02:59:59, do not show, 2025-03-09T02:59:59-08:00, 2025-03-09T02:59:59-07:00",
        "America/New_York,    2025-03-09T02:30,    do not show, 2025-03-09T02:30-05:00, 2025-03-09T02:30-04:00",
        "Europe/Berlin,       2025-03-30T02:15,    do not show, 2025-03-30T02:15+01:00, 2025-03-30T02:15+02:00",
        "Europe/London,       2025-03-30T01:00,    do not show, 2025-03-30T01:00Z, 2025-03-30T01:00+01:00",
        "America/Havana,      2025-03-09T00:30,    do not show, 2025-03-09T00:30-05:00, 2025-03-09T00:30-04:00",
        "Australia/Lord_Howe, 2025-10-05T02:15,    do not show, 2025-10-05T02:15+10:30, 2025-10-05T02:15+11:00",
        "Pacific/Apia,        2011-12-30T12:00,    do not show, 2011-12-30T12:00-10:00, 2011-12-30T12:00+14:00",
        "America/Los_Angeles, 2025-11-02T01:00,    twice,       2025-11-02T01:00-07:00, 2025-11-02T01:00-08:00",
        "America/Los_Angeles, 2025-11-02T01:59:59, twice,       2025-11-02T01:59:59-07:00, 2025-11-02T01:59:59-08:00",
        "Europe/Berlin,       2025-10-26T02:30,    twice,       2025-10-26T02:30+02:00, 2025-10-26T02:30+01:00",
        "Europe/London,       2025-10-26T01:30,    twice,       2025-10-26T01:30+01:00, 2025-10-26T01:30Z",
        "Australia/Lord_Howe, 2025-04-06T01:45,    twice,       2025-04-06T01:45+11:00, 2025-04-06T01:45+10:30",
        "America/Havana,      2025-11-02T00:30,    twice,       2025-11-02T00:30-04:00, 2025-11-02T00:30-05:00",
    })
    void aTimeThatTheClocksNeverOrTwiceShowIsRefusedWithWhatCanBeSaidInstead(
            String zone, String received, String why, String first, String second) {
        var complaint = deadline(zone, received).complaint();
        assertTrue(complaint.startsWith("--received: the clocks of " + zone + " "), complaint);
        assertTrue(complaint.contains(why), complaint);
        assertTrue(complaint.endsWith("Say " + first + " or " + second + ".\n"), complaint);
        deadline(zone, first).answer();
        deadline(zone, second).answer();
    }

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2025-03-09T01:59:59",
        "America/Los_Angeles, 2025-03-09T03:00",
        "America/Los_Angeles, 2025-11-02T00:59:59",
        "America/Los_Angeles, 2025-11-02T02:00",
        "America/Phoenix,     2025-03-09T02:30",
        "Asia/Tokyo,          2025-03-09T02:30",
        "UTC,                 2025-11-02T01:30",
        // A day that begins at one o'clock, and one whose midnight comes twice, each begin once.
        "America/Havana,      2025-03-09",
        "America/Havana,      2025-11-02",
        "Pacific/Apia,        2011-12-31",
    })
    void aTimeThatTheClocksShowOnceIsTaken(String zone, String received) {
        assertEquals(ExitCode.ANSWERED, deadline(zone, received).exitCode());
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Apia, 2011-12-30, 2011-12-31", "Pacific/Kwajalein, 1993-08-21, 1993-08-22"})
    void aDayThatTheZoneLeftOutIsRefused(String zone, String day, String next) {
        var complaint = deadline(zone, day).complaint();
        assertTrue(
                complaint.startsWith("--received: there was no " + day + " in " + zone + ", which went over"),
                complaint);
        assertTrue(complaint.contains(" to " + next + "\n"), complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask act=acquire --as-of T",
                "ask act=acquire --as-of 2025-01-01..T",
                "ask act=acquire --as-of T..2026-01-01",
                "ask act=acquire --known-at T",
                "ask act=acquire --as-of 2025-01-01 --start T",
                "explain act=acquire --as-of T",
                "diff --as-of T --as-of 2025-12-01",
                "diff --known-at T --known-at 2025-12-01",
                "memo --from T --to 2025-12-01",
                "memo --from 2025-01-01 --to T",
                "obligations --from T --to 2025-12-01",
                "obligations --from 2025-01-01 --to T",
                "render --as-of T",
                "render --known-at T",
                "deadline --calendar us-federal --zone America/Los_Angeles --received 2025-03-08 --window 3-days --known-at T",
            })
    void everyCommandThatTakesALocalTimeRefusesThem(String command) {
        for (var time : new String[] {"2025-03-09T02:30", "2025-11-02T01:30"}) {
            var complaint = proviso(command.replace("T ", time + " ")
                            .replaceAll("T$|T(?=\\.\\.)", time)
                            .split(" "))
                    .complaint();
            assertTrue(complaint.contains("the clocks of America/Los_Angeles "), complaint);
            assertTrue(complaint.contains("'" + time + "'"), complaint);
        }
    }

    @Test
    void aDayThatTheZoneOfAPortfolioLeftOutIsShownWhereItStands(@TempDir Path directory) throws IOException {
        Example.copiedTo(directory)
                .with("portfolio.yaml", "zone: America/Los_Angeles", "zone: Pacific/Apia")
                .with("pins.yaml", "made: 2025-01-21", "made: 2011-12-30");
        var complaint = proviso("check", directory.toString()).complaint();
        assertTrue(complaint.contains("there was no 2011-12-30 in Pacific/Apia"), complaint);
        assertTrue(complaint.contains("pins.yaml:"), complaint);
    }

    private static Ran deadline(String zone, String received) {
        var file = Portfolios.home().resolve("examples/calendars/japan.yaml").toString();
        var ran = proviso(Arrays.asList(
                "deadline", "--calendar", file, "--zone", zone, "--received", received, "--window", "3 days"));
        return new Ran(ran.exitCode(), ran.out(), ran.exitCode() == ExitCode.ANSWERED ? "" : ran.err());
    }
}
