package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.between;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.Silence;
import io.proviso.agreement.SilenceTest;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.norms.WhyMissed;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.question.FacetValues;
import io.proviso.agreement.question.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a ruling came about: what was taken as given and from where, and what each agreement says by itself. */
class ReasoningTest {
    private static final Draft NO_AWS = clause("no-aws", prohibition(on("host", is("provider", "aws"))));

    @Test
    void everyFacetIsGivenWithItsValuesAndWhereTheyComeFrom() {
        var fixture = of(NO_AWS).attested("agi", "declared", "2024-03-01", any());
        assertEquals(
                List.of(
                        "provider ASKED [aws]",
                        "workload ASKED [pre-training, post-training]",
                        "product OPEN [api, other]",
                        "gpus ASKED [120]",
                        "refusal SUPPOSED [open]",
                        "agi RECORD [declared]",
                        "azure-can-support OPEN [yes, no]"),
                given(fixture, "act=host provider=aws workload=training gpus=120 fact:refusal=open"));
    }

    @Test
    void whatNobodySaysIsADefaultOrOpenAndACountIsOpenInItsRanges() {
        var fixture = of(clause("some", prohibition(on("acquire", between("gpus", 100, 200)))));
        assertEquals(
                List.of(
                        "actor DEFAULT [openai]",
                        "provider OPEN [azure, oracle, aws, own]",
                        "workload OPEN [pre-training, post-training, inference]",
                        "gpus OPEN [0..99, 100..199, 200 or more]",
                        "refusal DEFAULT [none]"),
                given(fixture, "act=acquire"));
    }

    @Test
    void aFactAttestedForAScopeIsGivenWithinItAndLeftOpenForAQuestionThatReachesBeyond() {
        var fixture = of(NO_AWS)
                .attested(
                        "agi",
                        "verified",
                        "2024-03-01",
                        is("provider", "aws", "own").and("gpus", new Match.Between(100, 200)));
        assertEquals("agi RECORD [verified]", agi(fixture, "act=host provider=aws gpus=100"));
        assertEquals("agi RECORD [verified]", agi(fixture, "act=host provider=own gpus=199"));
        assertEquals("agi DEFAULT [none]", agi(fixture, "act=host provider=aws gpus=99"));
        assertEquals("agi DEFAULT [none]", agi(fixture, "act=host provider=aws gpus=200"));
        assertEquals("agi RECORD [none, verified]", agi(fixture, "act=host provider=aws"));
        assertEquals("agi RECORD [none, verified]", agi(fixture, "act=host gpus=100"));
        assertEquals("agi DEFAULT [none]", agi(fixture, "act=host provider=azure gpus=100"));
    }

    @Test
    void aFactAttestedForAScopeTheActDoesNotTakeDoesNotHoldForIt() {
        var fixture = of(NO_AWS).attested("agi", "verified", "2024-03-01", is("subject", "models"));
        assertEquals("agi DEFAULT [none]", agi(fixture, "act=host provider=aws gpus=100"));
        assertEquals("agi RECORD [verified]", agi(fixture, "act=use-ip subject=models"));
        assertEquals("agi DEFAULT [none]", agi(fixture, "act=use-ip subject=research"));
    }

    @Test
    void eachAgreementSaysByItselfWhatItComesTo() {
        var forbids = deal("a", paper("p", "2024-01-01").adds(NO_AWS));
        var permits = deal(
                "b",
                paper("p", "2024-01-01")
                        .adds(
                                clause("never", prohibition(on("host", any()))),
                                clause("may", permission(on("host", any()))).overrides("never")));
        var silent = deal("c", paper("p", "2024-01-01").adds(clause("no-own", prohibition(own()))));
        var outside = deal("d", paper("p", "2024-01-01")).noSilenceOn("host");
        var reasoning = reasoning(portfolio(forbids, permits, silent, outside), "act=host provider=aws");
        assertEquals(Outcome.FORBIDDEN, reasoning.ruling().outcome());
        assertEquals(
                List.of("a", "b", "c"),
                reasoning.positions().stream()
                        .map(Reasoning.Position::agreement)
                        .toList());
        var a = reasoning.positions().get(0);
        assertEquals(Set.of(Outcome.FORBIDDEN), a.outcomes());
        assertEquals(List.of("no-aws"), clauses(a));
        assertNull(a.silence());
        assertEquals(List.of(), a.setAside());
        var b = reasoning.positions().get(1);
        assertEquals(Set.of(Outcome.PERMITTED), b.outcomes());
        assertEquals(List.of("may"), clauses(b));
        assertEquals(
                List.of("never by [b/may]"),
                b.setAside().stream()
                        .map(aside -> aside.cited().clause().clause() + " by " + aside.by())
                        .toList());
        var c = reasoning.positions().get(2);
        assertEquals(Set.of(Outcome.PERMITTED), c.outcomes());
        assertEquals(Silence.PERMITTED, c.silence());
        assertEquals(
                List.of(new Ruling.Missed(
                        new ClauseName("c", "no-own"),
                        new WhyMissed.Differs(
                                "provider",
                                FacetValues.Origin.ASKED,
                                new WhyMissed.Values(List.of("aws"), false),
                                new WhyMissed.Values(List.of("own"), false)))),
                c.missed());
    }

    @Test
    void anOpenQuestionHasAllOutcomesOfItsCompletionsAndTheSilenceOfSome() {
        var reasoning = reasoning(of(NO_AWS), "act=host");
        var position = reasoning.positions().getFirst();
        assertEquals(Set.of(Outcome.PERMITTED, Outcome.FORBIDDEN), position.outcomes());
        assertEquals(Silence.PERMITTED, position.silence());
        assertEquals(List.of("no-aws"), clauses(position));
        assertEquals(List.of(), position.missed());
    }

    @Test
    void aClauseThatMissedSaysWhatTheQuestionIsAndWhatItSpeaksOfInTheShorterWords() {
        assertEquals("provider is aws; it speaks of azure or oracle", missed(is("provider", "azure", "oracle"), "aws"));
        assertEquals("provider is aws; it speaks of any but aws", missed(not("provider", "aws"), "aws"));
        var training = of(clause("c", prohibition(on("host", is("workload", "inference")))))
                .ask("2024-06-01", "act=host workload=training");
        assertEquals(
                List.of("c does not apply: workload is any but inference; it speaks of inference"),
                SilenceTest.missed(training));
        var few = of(clause("c", prohibition(on("host", between("gpus", 100, 200)))))
                .ask("2024-06-01", "act=host gpus=1");
        assertEquals(List.of("c does not apply: gpus is 1; it speaks of 100..199"), SilenceTest.missed(few));
    }

    @Test
    void aReadingThatAPinExcludesIsWhyItsClauseMissed() {
        var unclear = clause(
                "unclear",
                reading("strict", prohibition(on("host", any()))),
                reading("mild", permission(on("host", is("provider", "own")))));
        var ruling = of(unclear).pin("a", "unclear", "2024-02-01", "mild").ask("2024-06-01", "act=host provider=aws");
        assertEquals(
                List.of(new Ruling.Missed(new ClauseName("a", "unclear"), new WhyMissed.PinnedOut("strict"))),
                ruling.silent().getFirst().missed());
    }

    @Test
    void anAudienceSeesTheAccountWithoutTheWordsKeptFromIt() {
        var reasoning = reasoning(
                of(
                        clause("never", prohibition(on("host", any()))),
                        clause("may", permission(on("host", any()))).overrides("never")),
                "act=host provider=aws");
        assertEquals(reasoning, reasoning.disclosedTo(Disclosure.PUBLIC));
        var secret = new Reasoning(
                reasoning.ruling(),
                reasoning.given(),
                List.of(kept(reasoning.positions().getFirst())),
                reasoning.disclosures());
        assertEquals(secret, secret.disclosedTo(Disclosure.INTERNAL));
        var shown = secret.disclosedTo(Disclosure.PARTIES).positions().getFirst();
        assertEquals(
                "withheld from this audience", shown.stood().getFirst().words().says());
        assertEquals(
                "withheld from this audience",
                shown.setAside().getFirst().cited().words().says());
        assertEquals(
                List.of(new ClauseName("a", "may")), shown.setAside().getFirst().by());
    }

    private static Reasoning.Position kept(Reasoning.Position position) {
        return new Reasoning.Position(
                position.agreement(),
                position.outcomes(),
                position.stood().stream().map(ReasoningTest::kept).toList(),
                position.setAside().stream()
                        .map(aside -> new Ruling.SetAside(kept(aside.cited()), aside.by()))
                        .toList(),
                position.silence(),
                position.missed());
    }

    private static Citation kept(Citation cited) {
        return new Citation(
                new ClauseName(cited.clause().agreement(), cited.clause().clause()),
                cited.instrument(),
                cited.effect(),
                cited.reading(),
                cited.words(),
                cited.provenance(),
                Disclosure.INTERNAL,
                cited.since());
    }

    private static Scope own() {
        return on("host", is("provider", "own"));
    }

    private static Fixture of(Draft... drafts) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(drafts)));
    }

    private static Reasoning reasoning(Fixture fixture, String words) {
        var built = fixture.build();
        return new CompiledPortfolio(built)
                .reasoning(Fixture.question(built, words), day("2024-06-01"), built.latestRecorded());
    }

    private static List<String> given(Fixture fixture, String words) {
        return reasoning(fixture, words).given().stream()
                .map(given -> given.facet() + " " + given.origin() + " " + given.values())
                .toList();
    }

    private static String agi(Fixture fixture, String words) {
        return given(fixture, words).stream()
                .filter(line -> line.startsWith("agi "))
                .collect(Collectors.joining());
    }

    private static List<String> clauses(Reasoning.Position position) {
        return position.stood().stream().map(cited -> cited.clause().clause()).toList();
    }

    private static String missed(Condition condition, String provider) {
        var ruling =
                of(clause("c", prohibition(on("host", condition)))).ask("2024-06-01", "act=host provider=" + provider);
        return SilenceTest.missed(ruling).getFirst().substring("c does not apply: ".length());
    }
}
