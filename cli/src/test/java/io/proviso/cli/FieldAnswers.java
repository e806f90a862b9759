package io.proviso.cli;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.RulingText;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import io.proviso.cli.files.PortfolioOption;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.Times;
import io.proviso.cli.questions.FindingReport;
import io.proviso.cli.questions.WordsMet;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.check.PortfolioCheck;
import io.proviso.counsel.due.Obligations;
import io.proviso.counsel.due.ObligationsText;
import io.proviso.counsel.explain.Explanation;
import io.proviso.counsel.explain.ExplanationText;
import io.proviso.counsel.render.Rendering;
import io.proviso.counsel.render.RenderingMarkdown;
import io.proviso.reader.portfolio.PortfolioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may depend on a field: the answers to fixed questions about a portfolio, and pages that show what a field says. */
final class FieldAnswers {
    /** A day, what was known, and an act whose facets are left open: then the answer tells all that it depends on. */
    private static final List<String> OPEN = List.of(
            "2025-12-15 2026-06-01 act=acquire",
            "2025-01-15 2026-06-01 act=acquire",
            "2025-06-15 2024-12-21 act=acquire",
            "2026-05-15 2026-06-01 act=use-ip",
            "2025-06-15 2026-06-01 act=use-ip",
            "2024-12-22 2026-06-01 act=use-ip",
            "2025-01-15 2026-06-01 act=license",
            "2024-12-22 2026-06-01 act=license");

    private static final List<String> CLOSED = List.of(
            "2025-06-10T15:00:00Z 2026-06-01 act=acquire actor=lab provider=east workload=training capacity=renewal"
                    + " region=us gpus=75",
            "2025-06-10T15:00:00Z 2025-03-01 act=acquire actor=lab provider=east workload=training capacity=renewal"
                    + " region=us gpus=75",
            "2025-12-15 2026-06-01 act=use-ip actor=lab subject=products purpose=research",
            "2025-06-10T15:00:00Z 2026-06-01 act=lease space=front",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=front seats=90",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=front seats=300",
            "2025-05-03T15:00:00Z 2025-06-10 act=lease space=front seats=90",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=back",
            "2025-05-10T15:00:00Z 2025-06-10 act=lease space=back",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=roof",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=yard seats=85",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=quay",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=attic",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=hall",
            "2025-05-03T15:00:00Z 2025-06-10 act=lease space=hall",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=loft",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=deck",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=barn",
            "2025-06-10T15:00:00Z 2025-06-10 act=lease space=annex",
            "2025-06-10T15:00:00Z 2026-06-01 act=store hold=one",
            "2025-06-10T15:00:00Z 2026-06-01 act=store hold=two",
            "2025-05-10T15:00:00Z 2026-06-01 act=store hold=three",
            "2026-07-10T15:00:00Z 2026-06-01 act=store hold=three",
            "2026-05-10T15:00:00Z 2026-06-01 act=store hold=four seats=20",
            "2025-06-10T15:00:00Z 2026-06-01 act=store hold=five",
            "2026-05-15 2026-06-01 act=acquire gpus=0",
            "2026-05-15 2026-06-01 act=use-ip actor=northern subject=products purpose=own-products");

    private static final String OUTLOOK = "outlook @/portfolio --as-of 2025-06-10 --known-at 2026-06-01";

    private static final String WATCH = "watch @/portfolio/questions.yaml --since 2025-05-05 --as-of 2025-06-10";

    private FieldAnswers() {}

    /** Something that is answered from a directory of files. */
    interface Answer {
        String from(Read read);
    }

    /** What lies in a directory, read once for all that is asked of it. */
    record Read(Path directory, Portfolio portfolio, CompiledPortfolio compiled) {
        static Read of(Path directory) {
            var portfolio = PortfolioReader.read(directory.resolve("portfolio"));
            return new Read(directory, portfolio, new CompiledPortfolio(portfolio));
        }

        Standpoint at(String day, String known) {
            return new Standpoint(compiled, instant(day), instant(known));
        }

        /** What a command says to it, and how it ends; {@code @} is the directory, and {@code _} a space within a word. */
        String command(String words) {
            var ran = Ran.atOnce(Stream.of(words.split(" ", -1))
                    .map(word -> word.replace('_', ' ').replace("@", directory.toString()))
                    .toList());
            return ran.exitCode() + "\n" + ran.out() + ran.err();
        }
    }

    /** Answers that decide something, by what is asked. */
    static Map<String, Answer> ofPortfolio() {
        var all = new LinkedHashMap<String, Answer>();
        questions().forEach(question -> all.put("ask " + question, read -> ask(read, question)));
        all.put("obligations", read -> obligations(read, "2026-06-01"));
        all.put("obligations, known earlier", read -> obligations(read, "2025-08-01"));
        all.put("check", FieldAnswers::check);
        all.put("deadlines", FieldAnswers::deadlines);
        all.put("rounds", read -> FieldRounds.under(read.compiled()));
        return all;
    }

    static Map<String, Answer> ofCases() {
        return Map.of("verify", read -> read.command("verify @/portfolio/cases.yaml"));
    }

    static Map<String, Answer> ofNeeds() {
        return Map.of("outlook", read -> read.command(OUTLOOK + " -o json"));
    }

    static Map<String, Answer> ofQuestions() {
        return Map.of("watch", read -> read.command(WATCH));
    }

    static Map<String, Answer> ofScenarios() {
        return Map.of("replay", read -> read.command("replay @/scenarios --trace @/trace.csv --seeds 1 -o json"));
    }

    /** Pages that show a field of which nothing else is made. */
    static Map<String, Answer> pages() {
        var pages = new LinkedHashMap<String, Answer>();
        pages.put(
                "ask",
                read -> questions().stream()
                        .map(question -> ask(read, question))
                        .collect(Collectors.joining()));
        pages.put("obligations", read -> obligations(read, "2026-06-01"));
        pages.put("check", FieldAnswers::check);
        pages.put("render", FieldAnswers::render);
        pages.put("explain", FieldAnswers::explain);
        pages.put(
                "deadline",
                read -> read.command("deadline --portfolio @/portfolio --calendar harbour --zone UTC"
                        + " --received 2025-06-30T10:00 --window 10_business_days --known-at 2025-07-01"));
        pages.put("words", FieldAnswers::words);
        pages.put("verify", read -> read.command("verify @/portfolio/cases.yaml"));
        pages.put("watch", read -> read.command(WATCH));
        pages.put("outlook", read -> read.command(OUTLOOK));
        pages.put("replay", read -> read.command("replay @/scenarios --trace @/trace.csv --seeds 1"));
        pages.put("report", FieldAnswers::report);
        return pages;
    }

    private static List<String> questions() {
        return Stream.concat(OPEN.stream(), CLOSED.stream()).toList();
    }

    /** As everybody and as the customer alone may read it. */
    private static String ask(Read read, String question) {
        var words = List.of(question.split(" ", -1));
        try {
            var asked = QuestionReader.read(read.portfolio(), words.subList(2, words.size()), List.of());
            var ruling = read.compiled().rule(asked, instant(words.get(0)), instant(words.get(1)));
            return RulingText.of(ruling, Disclosure.INTERNAL) + RulingText.of(ruling, Disclosure.PUBLIC);
        } catch (BadQuestion bad) {
            return bad.problems().toString();
        }
    }

    private static Instant instant(String text) {
        return Instant.parse(text.contains("T") ? text : text + "T12:00:00Z");
    }

    private static String obligations(Read read, String known) {
        return ObligationsText.of(Obligations.until(read.at("2025-06-01", known), instant("2033-01-01"))
                .disclosedTo(Disclosure.INTERNAL, read.portfolio()));
    }

    private static String check(Read read) {
        return FindingReport.text(
                PortfolioCheck.of(read.compiled(), Window.parse("6 days")), read.portfolio(), words -> words);
    }

    /** A month of them by every calendar, as known before and after closures came on record. */
    private static String deadlines(Read read) {
        var deadlines = new StringBuilder();
        read.portfolio().calendars().values().forEach(calendar -> {
            for (var known : List.of("2025-07-01", "2026-06-01")) {
                var rule = new DeadlineRule(calendar.asKnown(instant(known)), ZoneOffset.UTC, LocalTime.of(17, 0));
                for (int days = 1; days < 30; days++) {
                    deadlines.append(rule.deadline(instant("2025-07-01"), Window.parse(days + " business days")));
                }
            }
        });
        return deadlines.toString();
    }

    private static String render(Read read) {
        var from = read.at("2025-06-15", "2032-06-01");
        return RenderingMarkdown.of(Rendering.chain(from, null, Disclosure.INTERNAL))
                + RenderingMarkdown.of(Rendering.inForce(from, null, Disclosure.INTERNAL));
    }

    private static String explain(Read read) {
        return explain(read, "act=acquire", "provider=east") + explain(read, "act=use-ip", "subject=products");
    }

    private static String explain(Read read, String... words) {
        var from = read.at("2025-06-15", "2026-06-01");
        var asked = QuestionReader.read(read.portfolio(), List.of(words), List.of());
        return ExplanationText.text(Explanation.of(
                read.compiled().reasoning(asked, from.asOf(), from.knownAt()), from, Disclosure.INTERNAL));
    }

    private static String report(Read read) {
        read.command("replay @/scenarios --trace @/trace.csv --seeds 1 --report @/report");
        try {
            return Files.readString(read.directory().resolve("report/index.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(Read read) {
        var clock = InstantSource.fixed(instant("2025-06-15"));
        return new WordsMet(read.portfolio(), new Times(ZoneId.of("UTC"), clock), new PortfolioOption(), Console.NAME)
                .text("may we");
    }
}
