package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What answers say of the rounds by which they come out. */
class RoundsInAnswersTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final String NEOCLOUDS =
            ROOT.resolve("examples/two-neoclouds").toString();
    private static final String ROUNDS = ROOT.resolve("examples/rounds").toString();
    private static final Path SMALLEST = ROOT.resolve("cli/src/test/resources/io/proviso/cli/contracts/min");
    private static final String UNDISCLOSED =
            SMALLEST.resolve("r-times-nobody-disclosed").toString();
    private static final String WITHOUT_END =
            SMALLEST.resolve("q-tail-without-end").toString();

    private static String said(String portfolio, String words) {
        return Ran.proviso(Stream.concat(Stream.of(words.split(" ")), Stream.of("--portfolio", portfolio))
                        .toList())
                .answer()
                .replaceAll("\\s+", " ");
    }

    private static void says(String sentence, String told) {
        assertTrue(told.contains(sentence), told);
    }

    @Test
    void whereTwoRoundsAreBoundedInPriceNoPriceIsInTwoCases() {
        var told =
                said(NEOCLOUDS, "ask act=rent cloud=kestrel work=training site=virginia gpus=1000 --as-of 2026-03-02");
        says("CONDITIONAL if price is 2.19 USD or more", told);
        says("PERMITTED if price is 2.09..2.18 USD", told);
    }

    @Test
    void whatTheRoundOfAnotherNeedLeftOverIsFreeForThisOneToo() {
        says(
                "PERMITTED: yes.",
                said(
                        NEOCLOUDS,
                        "ask act=rent cloud=plover work=training site=virginia gpus=1000 price=2.09 --as-of 2026-02-24"
                                + " --request another"));
    }

    @Test
    void theScreenSaysOnWhichTermsThatWerePutAnAnswerHolds() {
        says(
                "Terms as put: price 60.00 USD (not lower)",
                said(WITHOUT_END, "ask act=let to=stranger space=front --as-of 2026-02-07"));
    }

    @Test
    void talksThatCameToNothingWereNoSilence() {
        var ended = "the talks with alder went on through 21 April 2026 without an agreement on record";
        says(ended, said(UNDISCLOSED, "ask act=let to=stranger price=60.00 space=yard --as-of 2026-06-01"));
        says(ended, said(UNDISCLOSED, "round show yard-1"));
    }

    @Test
    void inTalksThatAnExerciseOpenedACounterOfferFreesNobodyAndTheNoticeSaidSo(@TempDir Path directory)
            throws IOException {
        Example.copied(Path.of(UNDISCLOSED), directory)
                .with(
                        "agreements/lease.yaml",
                        "kind: negotiation\n      on: {act: let, space: [yard",
                        "on: {act: let, space: [yard");
        var lease = directory.toString();
        says(
                "A counter-offer counts as a decline. Your acceptance, which binds you to nothing else, ends that time and"
                        + " opens talks of 60 days",
                said(
                        lease,
                        "round offer --right lease/yard-right --put space=yard --at 2026-06-01T10:00-04:00 --dry-run"));
        said(lease, "round answer yard-1 counter --at 2026-03-10T10:00-04:00");
        says(
                "Sign from Tue 2026-04-21 17:00:01 EDT unless alder accepts",
                said(lease, "ask act=let to=stranger price=60.00 space=yard --as-of 2026-03-11"));
    }

    @Test
    void whoIsInTalksHasTheTimeOfTheTalksNotOfAReceipt() {
        says(
                "negotiate with alder, who has 60 days for this stage",
                said(UNDISCLOSED, "ask act=let to=stranger price=60.00 space=yard --as-of 2026-03-01"));
    }

    @Test
    void theLastDayForANoticeIsToldAlsoWhereItDependsOnARoundThatIsOpen() {
        var asked =
                "ask act=acquire provider=birch gpus=4000 region=eu price=1.50 --as-of 2026-03-20 --start 2026-10-01";
        says(
                "Send by Fri 2026-09-18 17:00:00 EDT to start on 2026-10-01 if nothing more comes of round n-2",
                said(ROUNDS, asked));
        says(
                "Send by Fri 2026-09-18 17:00:00 EDT to start on 2026-10-01 Sign",
                said(ROUNDS, asked + " --known-at 2026-04-01"));
    }

    @Test
    void ofWhatIsOnRecordLaterThanIsKnownNoDayTells() {
        says(
                "Send by no day is certain to start on 2026-10-01: it is UNDETERMINED then",
                said(
                        ROUNDS,
                        "ask act=acquire provider=birch gpus=4000 region=us price=1.50 --as-of 2026-03-05 --known-at 2026-03-05"
                                + " --start 2026-10-01"));
    }
}
