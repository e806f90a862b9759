package io.proviso.agreement.ruling;

import static io.proviso.agreement.ruling.Fixture.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.portfolio.Confided;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rules.RandomPortfolio;
import io.proviso.testkit.Choices;
import io.proviso.testkit.Property;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever may not read a clause learns from no answer what it says, only what it comes to. */
class ConfidedTest {
    private static final List<Disclosure> OTHERS = List.of(Disclosure.PUBLIC, Disclosure.PARTIES);

    @Test
    void noAudienceLearnsWordsThatAreKeptFromItByARulingOrHowThatCameAbout() {
        Property.tried(40).holds(RulingPropertiesTest.answered(choices -> {
            var random = new RandomPortfolio(choices);
            var portfolio = confided(random, choices);
            var compiled = new CompiledPortfolio(portfolio);
            for (int i = 0; i < 8; i++) {
                var question = Fixture.question(portfolio, random.question(choices.nextInt(100) < 70));
                var asOf = day(RandomPortfolio.date(choices.nextInt(15)));
                var reasoning = compiled.reasoning(question, asOf, portfolio.latestRecorded());
                for (var audience : OTHERS) {
                    var told = reasoning.disclosedTo(audience);
                    var numbered = question.facets().containsKey("gpus");
                    nothingOf(audience, numbered, told.toString());
                    nothingOf(audience, numbered, RulingText.of(reasoning.ruling(), audience));
                    assertEquals(told, told.disclosedTo(audience));
                    assertEquals(reasoning.ruling().outcome(), told.ruling().outcome());
                }
                assertEquals(reasoning, reasoning.disclosedTo(Disclosure.INTERNAL));
            }
        }));
    }

    /** The property above would see it. */
    @Test
    void whoMayReadAllSeesEveryKindOfMark() {
        var seen = new TreeSet<String>();
        Property.tried(40).holds(RulingPropertiesTest.answered(choices -> {
            var random = new RandomPortfolio(choices);
            var portfolio = confided(random, choices);
            var compiled = new CompiledPortfolio(portfolio);
            for (int i = 0; i < 8; i++) {
                var question = Fixture.question(portfolio, random.question(true));
                var asOf = day(RandomPortfolio.date(choices.nextInt(15)));
                var text = compiled.reasoning(question, asOf, portfolio.latestRecorded())
                        .toString();
                Confided.keptFrom(Disclosure.PUBLIC).matcher(text).results().forEach(mark -> {
                    synchronized (seen) {
                        seen.add(mark.group().replaceAll("\\d{3}$", "***"));
                    }
                });
            }
        }));
        assertTrue(
                seen.containsAll(List.of(
                        "kept-parties", "kept-internal", "68***", "69***", "602 business day", "603 business day")),
                seen::toString);
    }

    private static void nothingOf(Disclosure audience, boolean numbered, String told) {
        var found = Confided.keptFrom(audience, numbered).matcher(told);
        boolean leaked = found.find();
        assertFalse(leaked, () -> audience + " reads '" + found.group() + "' in " + told);
    }

    private static Portfolio confided(RandomPortfolio random, Choices choices) {
        try {
            return Confided.of(random.write().build(), choices);
        } catch (InvalidPortfolio broken) {
            throw Choices.discard();
        }
    }
}
