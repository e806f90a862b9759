package io.proviso.counsel.render;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.check.Finding;
import io.proviso.counsel.check.Found;
import io.proviso.counsel.check.PortfolioCheck;
import io.proviso.counsel.compare.PortfolioDiff;
import io.proviso.counsel.cure.Cure;
import io.proviso.counsel.cure.Cures;
import io.proviso.counsel.due.Obligation;
import io.proviso.counsel.due.Obligations;
import io.proviso.counsel.english.English;
import io.proviso.counsel.explain.Explanation;
import io.proviso.units.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counsel says of consents that are drawn down and taken back. */
class ExercisesTest {
    private static final Window TEN_DAYS = new Window.Days(10);

    private final Deals deals = new Deals();

    private static ClauseBody south(@Nullable Long upTo, @Nullable Window notice, @Nullable Condition signed) {
        var stated = upTo == null ? null : new Limit("gpus", Stated.of(upTo));
        return new Permission(Scope.of("acquire", is("provider", "south")), stated, notice, signed);
    }

    private Deals given(ClauseBody body) {
        return deals.agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("exclusive", exclusive("northern", "acquire", not("provider", "north"))))
                .consent("letter", "2025-02-01", "northern", adds("leave", body, "exclusive"));
    }

    private List<Finding> check() {
        return PortfolioCheck.of(deals.compile(), null);
    }

    private static void found(Finding finding, String id, Interval span, String message) {
        assertEquals(id, finding.id());
        assertEquals(span, finding.span());
        assertEquals(message, finding.message());
    }

    private Standpoint from(String asOf) {
        var compiled = deals.compile();
        return new Standpoint(compiled, day(asOf), compiled.portfolio().latestRecorded());
    }

    @Test
    void aLimitDrawnToTheLastGpuIsNoFinding() {
        given(south(5_000L, null, null)).drawn("supply", "leave", 5_000, "2025-03-01");
        assertEquals(List.of(), check());
    }

    @Test
    void moreThanALimitIsFoundFromTheDrawThatExceedsItOn() {
        given(south(5_000L, null, null))
                .drawn("supply", "leave", 4_000, "2025-03-01")
                .drawn("supply", "leave", 1_001, "2025-04-01");
        var finding = check().getFirst();
        found(
                finding,
                "overdrawn supply/leave",
                new Interval(day("2025-04-01"), null),
                "5,001 GPUs were drawn of the 5,000 that leave covers in all");
        assertEquals(1, check().size());
        assertEquals(
                "act=acquire gpus=1 provider=south --as-of 2025-04-01",
                finding.witnesses().getFirst().words(ZoneOffset.UTC));
        assertEquals(Outcome.FORBIDDEN, Found.outcome(deals, finding.witnesses().getFirst()));
    }

    @Test
    void whatIsDrawnBeforeAConsentTakesEffectIsFound() {
        given(south(5_000L, null, null)).drawn("supply", "leave", 10, "2025-01-31");
        found(
                check().getFirst(),
                "drawn-outside supply/leave",
                new Interval(day("2025-01-31"), day("2025-02-01")),
                "10 GPUs were drawn of leave when it was not in force");
    }

    @Test
    void whatIsDrawnAfterTheNoticeOfARevocationIsFound() {
        given(south(5_000L, TEN_DAYS, is("workload", "inference")))
                .revocation("taken-back", "2025-03-03", "northern", "leave")
                .drawn("supply", "leave", 10, "2025-03-13")
                .drawn("supply", "leave", 20, "2025-03-14");
        var findings = check();
        assertEquals(1, findings.size(), findings::toString);
        found(
                findings.getFirst(),
                "drawn-outside supply/leave",
                new Interval(day("2025-03-14"), null),
                "20 GPUs were drawn of leave when it had been revoked and covered no new contract");
    }

    @Test
    void whatIsDrawnOfAConsentThatIsGoneIsFound() {
        given(south(5_000L, TEN_DAYS, null))
                .revocation("taken-back", "2025-03-03", "northern", "leave")
                .drawn("supply", "leave", 20, "2025-03-14");
        assertEquals(
                "20 GPUs were drawn of leave when it was not in force",
                check().getFirst().message());
    }

    @Test
    void aDrawFoundLaterChangesAnswersAlreadyGiven() {
        given(south(5_000L, null, null)).drawn("supply", "leave", 1_000, "2025-03-01", "2025-06-01");
        found(
                check().getFirst(),
                "retroactive supply/leave",
                new Interval(day("2025-03-01"), day("2025-06-01")),
                "an answer about acquire that was PERMITTED before 2025-06-01T00:00:00Z is FORBIDDEN since");
    }

    private List<Obligation> revocations(String fromDay, String to) {
        return Obligations.until(from(fromDay), day(to)).all().stream()
                .filter(one -> one.kind() == Obligation.Kind.REVOCATION)
                .toList();
    }

    @Test
    void theLastDayOfANoticeFallsDueWithWhatEndsWithIt() {
        given(south(5_000L, TEN_DAYS, null))
                .revocation("taken-back", "2025-03-03", "northern", "leave")
                .drawn("supply", "leave", 1_000, "2025-03-01")
                .drawn("supply", "leave", 2_000, "2025-03-10");
        assertEquals(
                List.of(new Obligation(
                        LocalDate.parse("2025-03-13"),
                        Obligation.Kind.REVOCATION,
                        new ClauseName("supply", "leave"),
                        "revoked by taken-back",
                        "The notice of taken-back is over at 17:00: then leave covers no new contract."
                                + " What was signed under it ends too: 1,000 GPUs of 2025-03-01, 2,000 GPUs of"
                                + " 2025-03-10.")),
                revocations("2025-01-01", "2026-01-01"));
        assertEquals(List.of(), revocations("2025-03-14", "2026-01-01"));
        assertEquals(List.of(), revocations("2025-01-01", "2025-03-13"));
    }

    @Test
    void orWithWhatStands() {
        given(south(null, TEN_DAYS, is("workload", "inference")))
                .revocation("taken-back", "2025-03-03", "northern", "leave");
        assertEquals(
                "The notice of taken-back is over at 17:00: then leave covers no new contract."
                        + " What was signed under it stands, if workload inference.",
                revocations("2025-01-01", "2026-01-01").getFirst().what());
    }

    @Test
    void whatWasNotRevokedHasNoSuchDay() {
        given(south(5_000L, TEN_DAYS, null));
        assertEquals(List.of(), revocations("2025-01-01", "2026-01-01"));
    }

    private static Stream<String> said(Explanation.Step step) {
        return Stream.concat(Stream.of(step.says()), step.under().stream().flatMap(ExercisesTest::said));
    }

    private List<String> explained(Disclosure audience, String... words) {
        var from = from("2025-04-01");
        var question = QuestionReader.read(from.portfolio(), List.of(words), List.of());
        var reasoning = from.compiled().reasoning(question, from.asOf(), from.knownAt());
        return Explanation.of(reasoning, from, audience).steps().stream()
                .flatMap(ExercisesTest::said)
                .toList();
    }

    @Test
    void anExplanationTellsWhatIsLeftOfConsentsThatSpeakOfTheAct() {
        given(south(5_000L, null, null)).drawn("supply", "leave", 5_000, "2025-03-01");
        var said = explained(Disclosure.PUBLIC, "act=acquire", "provider=south", "gpus=1");
        assertTrue(said.contains("What is left of consents and waivers"), said::toString);
        assertTrue(
                said.contains("leave: used up: 5,000 of 5,000 GPUs; drawn: 5,000 on 2025-03-01 (made up)"),
                said::toString);
        assertTrue(
                explained(Disclosure.PUBLIC, "act=host", "provider=south").stream()
                        .noneMatch(each -> each.contains("What is left")),
                "it does not speak of hosting");
    }

    @Test
    void anAmendedPictureTellsWhatWasDrawnAndRevokedInBetween() {
        given(south(5_000L, TEN_DAYS, null))
                .drawn("supply", "leave", 1_000, "2025-03-01")
                .revocation("taken-back", "2025-03-03", "northern", "leave");
        assertEquals(
                List.of("drawn of supply/leave: 0 -> 1,000 GPUs", "revoked: supply/leave, by taken-back"),
                PortfolioDiff.of(from("2025-02-15"), from("2025-03-05")).remarks());
        assertEquals(
                List.of(),
                PortfolioDiff.of(from("2025-03-05"), from("2025-03-06")).remarks());
    }

    @Test
    void aConsentThatDiesBeforeItsNoticeIsOverHasNoDayOfRevocation() {
        given(south(5_000L, TEN_DAYS, null))
                .revocation("taken-back", "2025-03-03", "northern", "leave")
                .paper("change", "2025-03-05", new Change.Ends("exclusive", List.of()));
        assertTrue(
                Obligations.until(from("2025-03-01"), Instant.parse("2026-01-01T00:00:00Z")).all().stream()
                        .noneMatch(each -> each.kind() == Obligation.Kind.REVOCATION),
                "it died with the clause it pierced");
    }

    @Test
    void whereNoQuantityIsAskedAboutTheMostThatIsPermittedIsTheCure() {
        given(south(5_000L, null, null)).drawn("supply", "leave", 1_000, "2025-03-01");
        var from = from("2025-04-01");
        var question = QuestionReader.read(from.portfolio(), List.of("act=acquire", "provider=south"), List.of());
        var ruling = from.compiled().rule(question, from.asOf(), from.knownAt());
        assertTrue(
                Cures.of(from.compiled(), ruling, Disclosure.INTERNAL).stream()
                        .map(Cure::change)
                        .anyMatch(Map.of("gpus", "4000")::equals),
                () -> Cures.of(from.compiled(), ruling, Disclosure.INTERNAL).toString());
    }

    @Test
    void theNearestQuantityThatIsPermittedIsACure() {
        given(south(5_000L, null, null)).drawn("supply", "leave", 1_000, "2025-03-01");
        var from = from("2025-04-01");
        var question =
                QuestionReader.read(from.portfolio(), List.of("act=acquire", "provider=south", "gpus=4500"), List.of());
        var ruling = from.compiled().rule(question, from.asOf(), from.knownAt());
        assertTrue(
                Cures.of(from.compiled(), ruling, Disclosure.INTERNAL).stream()
                        .map(Cure::change)
                        .anyMatch(Map.of("gpus", "4000")::equals),
                () -> Cures.of(from.compiled(), ruling, Disclosure.INTERNAL).toString());
    }

    @Test
    void theClauseInEnglishNamesLimitNoticeAndWhatWasSigned() {
        var english = new English(ZoneOffset.UTC, Instant.EPOCH, Deals.vocabulary());
        assertEquals(
                "Permitted: to acquire where provider south. Up to 5,000 GPUs in all, drawn down by what is signed"
                        + " under it. Who gave it may take it back with a notice of 10 days. What has workload inference"
                        + " was signed already: it neither draws on a limit nor ends with a revocation.",
                english.norm(south(5_000L, TEN_DAYS, is("workload", "inference"))));
        assertEquals(
                "Permitted: to acquire where provider south. Up to an undisclosed number of GPUs in all, drawn down by"
                        + " what is signed under it.",
                english.norm(new Permission(
                        Scope.of("acquire", is("provider", "south")),
                        new Limit("gpus", Stated.undisclosed()),
                        null,
                        null)));
    }

    @Test
    void aRenderingTellsHowAConsentWasTakenBackAndWhatIsLeft() {
        given(south(5_000L, TEN_DAYS, is("workload", "inference")))
                .revocation("taken-back", "2025-03-03", "northern", "leave");
        var from = from("2025-03-05");
        var chain = RenderingMarkdown.of(Rendering.chain(from, null, Disclosure.PUBLIC));
        assertTrue(chain.contains("leave, revoked"), chain);
        var inForce = RenderingMarkdown.of(Rendering.inForce(from, null, Disclosure.PUBLIC));
        assertTrue(inForce.contains("At that time: all 5,000 GPUs not drawn."), inForce);
        assertTrue(
                inForce.contains(
                        "At that time: revoked by taken-back, received 2025-03-03: no new contract from 2025-03-13"
                                + " 17:00:01 Z on."),
                inForce);
    }

    @Test
    void twoDrawsAlikeOutsideAConsentAreBothFoundInWhateverOrderTheyAreRecorded() {
        given(south(5_000L, null, null))
                .drawn("supply", "leave", 100, "2025-01-30")
                .drawn("supply", "leave", 100, "2025-01-15");
        assertEquals(
                List.of(
                        new Interval(day("2025-01-15"), day("2025-01-30")),
                        new Interval(day("2025-01-30"), day("2025-02-01"))),
                check().stream().map(Finding::span).toList());
    }

    @Test
    void aDrawOutsideIsShownByTheQuestionWhetherSoMuchMayBeSignedThen() {
        given(south(5_000L, null, null)).drawn("supply", "leave", 10, "2025-01-31");
        var witness = check().getFirst().witnesses().getFirst();
        assertEquals("act=acquire gpus=10 provider=south --as-of 2025-01-31", witness.words(ZoneOffset.UTC));
        assertEquals(Outcome.FORBIDDEN, Found.outcome(deals, witness));
    }

    @Test
    void aLateDrawThatUsesAConsentUpIsShownByAQuantityThatItCoveredBefore() {
        given(south(5_000L, null, null)).drawn("supply", "leave", 5_000, "2025-03-01", "2025-06-01");
        var finding = check().getFirst();
        assertEquals(
                "act=acquire gpus=1 provider=south --as-of 2025-03-01 --known-at 2025-05-31T23:59:59Z",
                Found.ask(finding));
        assertEquals(Outcome.PERMITTED, Found.outcome(deals, finding.witnesses().getFirst()));
        assertEquals(Outcome.FORBIDDEN, Found.outcome(deals, finding.witnesses().getLast()));
    }
}
