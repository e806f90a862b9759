package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.proviso.agreement.norms.Step;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.agreement.ruling.RoundText;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.units.EnumWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What was offered and answered is on record, and every answer was decided by hand before anything was built. */
class RoundsOnRecordTest {
    private static final Instant NOW = Instant.parse("2027-06-01T00:00:00Z");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> everyCaseComesOutAsItWasDecidedByHand() throws IOException {
        var cases = RoundCases.read();
        return cases.asked().stream().map(asked -> dynamicTest(asked.name(), () -> check(cases, asked)));
    }

    private void check(RoundCases cases, RoundCases.Asked asked) throws IOException {
        var folder = Files.createTempDirectory(directory, "case");
        cases.write(asked, folder);
        if ("error".equals(asked.expected("outcome")) || asked.expect().containsKey("refused")) {
            refused(asked, folder);
            return;
        }
        var portfolio = PortfolioReader.read(folder);
        var facts = asked.facts().entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .toList();
        var question = QuestionReader.read(portfolio, List.of(asked.ask().split(" ", -1)), facts, asked.request());
        var asOf = instant(asked.asOf(), portfolio.zone());
        var knownAt =
                asked.knownAt() == null ? portfolio.knownAt(asOf, NOW) : instant(asked.knownAt(), portfolio.zone());
        var ruling = Rulings.of(portfolio).rule(question, asOf, knownAt);
        compare(asked, ruling);
    }

    private void refused(RoundCases.Asked asked, Path folder) {
        var thrown = assertThrows(RuntimeException.class, () -> {
            var portfolio = PortfolioReader.read(folder);
            var facts = asked.facts().entrySet().stream()
                    .map(fact -> fact.getKey() + "=" + fact.getValue())
                    .toList();
            QuestionReader.read(portfolio, List.of(asked.ask().split(" ", -1)), facts, asked.request());
        });
        if (asked.expect().containsKey("refused")) {
            assertTrue(String.valueOf(thrown.getMessage()).contains(asked.expected("refused")), thrown.getMessage());
        } else if (asked.expect().containsKey("names")) {
            RoundCases.list(asked.expect().get("names"))
                    .forEach(name -> assertTrue(
                            ((BadQuestion) thrown).problems().toString().contains(String.valueOf(name)),
                            thrown.toString()));
        } else {
            var places = ((BadFiles) thrown).diagnostics();
            assertTrue(
                    places.size()
                            >= RoundCases.list(asked.expect().get("places")).size(),
                    thrown.getMessage());
        }
    }

    private static void compare(RoundCases.Asked asked, Ruling ruling) {
        var expect = asked.expect();
        if (expect.containsKey("outcome")) {
            assertEquals(expect.get("outcome"), ruling.outcome().name(), ruling::toString);
        }
        if (expect.containsKey("outcome-not")) {
            assertNotEquals(expect.get("outcome-not"), ruling.outcome().name(), ruling::toString);
        }
        if (expect.containsKey("cites")) {
            var cited = cited(ruling);
            RoundCases.list(expect.get("cites"))
                    .forEach(name -> assertTrue(cited.contains(String.valueOf(name)), () -> name + " of " + cited));
        }
        if (expect.containsKey("validUntil")) {
            assertEquals(instantOrNone(expect.get("validUntil")), ruling.validUntil(), "validUntil");
        }
        if (expect.containsKey("sign-from")) {
            assertEquals(instantOrNone(expect.get("sign-from")), ruling.signFrom(), "sign-from");
        }
        if (expect.containsKey("steps")) {
            var expected = RoundCases.list(expect.get("steps")).stream()
                    .map(step ->
                            RoundCases.list(step).stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .collect(Collectors.toSet());
            boolean any = expected.stream().anyMatch(step -> step.startsWith("any "));
            assertEquals(
                    expected,
                    ruling.steps().stream().map(step -> words(step, any)).collect(Collectors.toSet()));
        }
        if (expect.containsKey("first-step")) {
            var expected = RoundCases.list(expect.get("first-step"));
            var step = words(ruling.steps().getFirst(), false);
            assertTrue(step.startsWith(expected.stream().map(String::valueOf).collect(Collectors.joining(" "))), step);
        }
        if (expect.containsKey("asked-again")) {
            assertEquals(
                    expect.get("asked-again").toString(),
                    ruling.telling().staleFirst().toString());
        }
        if (expect.containsKey("estimate")) {
            assertTrue(ruling.steps().stream().allMatch(Step::assumesReceipt));
        }
        if (expect.containsKey("on-terms")) {
            var terms = ruling.telling().rounds().stream()
                    .flatMap(round -> round.onTerms().entrySet().stream())
                    .collect(Collectors.toMap(
                            entry -> entry.getKey(),
                            entry -> entry.getValue().put().told()));
            assertEquals(expect.get("on-terms").toString(), terms.toString());
        }
        if (expect.containsKey("given")) {
            given(RoundCases.map(expect.get("given")), ruling);
        }
        if (expect.containsKey("told")) {
            var text = ruling.telling().rounds().stream()
                    .flatMap(round -> new RoundText(ruling.telling().zone()).remarks(round).stream())
                    .collect(Collectors.joining(" "));
            for (var each : RoundCases.list(expect.get("told"))) {
                var told = String.valueOf(each);
                if (told.equals("supposed")) {
                    assertFalse(ruling.asking().question().supposed().isEmpty());
                } else {
                    var last = told.substring(told.lastIndexOf("- ") + 2);
                    assertTrue(text.contains(last), () -> told + " is not told in: " + text);
                }
            }
        }
    }

    private static void given(Map<String, Object> expected, Ruling ruling) {
        for (var branch : expected.entrySet()) {
            var words = List.of(branch.getKey().toLowerCase(Locale.ROOT).split(" ", -1));
            assertTrue(
                    ruling.split().stream().anyMatch(one -> {
                        var said = one.given().entrySet().stream()
                                .map(entry -> entry.getKey().words() + " " + String.join(" ", entry.getValue()))
                                .collect(Collectors.joining(" "));
                        return one.outcome().name().equals(branch.getValue())
                                && words.stream().allMatch(said.toLowerCase(Locale.ROOT)::contains);
                    }),
                    () -> branch + " is none of " + ruling.split());
        }
    }

    private static Set<String> cited(Ruling ruling) {
        var cited = new HashSet<String>();
        ruling.deciding().forEach(each -> cited.add(each.clause().toString()));
        ruling.telling().rounds().forEach(round -> {
            cited.add(round.round().id());
            cited.add(round.round().right().toString());
        });
        return cited;
    }

    private static String words(Step step, boolean any) {
        return (any ? "any" : EnumWord.of(step.kind())) + " " + step.to().name() + " " + step.soonest() + " "
                + (step.certainBy() == null ? "none" : step.certainBy().toString());
    }

    private static @Nullable Instant instantOrNone(Object text) {
        return text.equals("none") ? null : Instant.parse(String.valueOf(text));
    }

    private static Instant instant(String text, ZoneId zone) {
        return text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
}
