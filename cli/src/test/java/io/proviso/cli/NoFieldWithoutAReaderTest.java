package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.cli.FieldAnswers.Answer;
import io.proviso.cli.FieldAnswers.Read;
import io.proviso.cli.output.ExitCode;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A field that nobody reads says something to its author and nothing to anybody else. Every field that the schemas know has a line in
 * {@code fields/} with another value beside it; with that value some answer differs in more than the value itself.
 */
@Order(1)
class NoFieldWithoutAReaderTest {
    private static final Path FILES =
            Path.of(System.getProperty("proviso.root", ".")).resolve("cli/src/test/resources/io/proviso/cli/fields");
    /** Of which nothing is made, with the page that shows it. */
    private static final String SHOWN_ONLY = "shown-only.yaml";

    private static final Map<String, Supplier<Map<String, Answer>>> BESIDE = Map.of(
            "cases.yaml", FieldAnswers::ofCases,
            "needs.yaml", FieldAnswers::ofNeeds,
            "questions.yaml", FieldAnswers::ofQuestions);

    @TempDir
    private Path directory;

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, String> was = new HashMap<>();
    private final List<String> lastFirst = new ArrayList<>();

    @Test
    void everyFieldOfAFileChangesAnAnswerOrThePageThatShowsItIsNamed() throws IOException {
        copy();
        var fields = new SchemaFields();
        var shown = Yaml.mapping(Files.readString(FILES.resolve(SHOWN_ONLY)));
        var before = Read.of(directory);
        var left = new TreeSet<>(fields.all());
        for (var change : FieldChange.in(directory, fields)) {
            left.remove(change.field());
            var outcome = tried(change, before, (String) shown.get(change.field()));
            boolean isShownOnly = shown.containsKey(change.field());
            if (outcome.isRefused() != change.isRefused()) {
                complaints.add(change + "\n  " + outcome.words());
            } else if (isShownOnly && outcome.decides()) {
                complaints.add(change + "\n  is shown only, and changes " + outcome.words() + ": take it out");
            } else if (isShownOnly && !outcome.isShown()) {
                complaints.add(change + "\n  is not shown on " + shown.get(change.field()));
            } else if (!isShownOnly && !outcome.decides()) {
                complaints.add(change + "\n  changes nothing but itself");
            }
        }
        left.forEach(field -> complaints.add(field + "\n  has no line that changes it in fields/"));
        assertEquals("", complaints.stream().map(one -> one + "\n").collect(Collectors.joining()));
    }

    /** What a change came to. */
    private record Outcome(
            @Nullable String refused, @Nullable String changed, boolean isShown) {
        boolean isRefused() {
            return refused != null;
        }

        boolean decides() {
            return refused != null || changed != null;
        }

        String words() {
            return refused != null ? "is refused: " + refused : changed == null ? "is not refused" : changed;
        }
    }

    private Outcome tried(FieldChange change, Read before, @Nullable String page) throws IOException {
        var answers = answers(change);
        answers.forEach((name, answer) -> was.computeIfAbsent(name, _ -> answered(name, answer.from(before))));
        if (page != null) {
            was.computeIfAbsent("page " + page, _ -> page(page).from(before));
        }
        var file = directory.resolve(change.file());
        var text = Files.readString(file);
        Files.writeString(file, change.in(text));
        try {
            var after = read(change, before);
            var changed = changed(change, answers, after);
            boolean isShown = page != null
                    && !Golden.withoutIdentity(was("page " + page))
                            .equals(Golden.withoutIdentity(page(page).from(after)));
            return changed == null
                    ? new Outcome(null, null, isShown)
                    : new Outcome(changed.refusal(), changed.answer(), isShown);
        } catch (BadFiles bad) {
            return new Outcome(bad.text(), null, false);
        } finally {
            Files.writeString(file, text);
        }
    }

    private Read read(FieldChange change, Read before) {
        if (change.file().startsWith("portfolio/") && !isBeside(change)) {
            return Read.of(directory);
        }
        if (change.file().startsWith("without-agreements/")) {
            PortfolioReader.read(directory.resolve("without-agreements"));
        }
        return before;
    }

    /** What lies beside a portfolio and is no part of it. */
    private static boolean isBeside(FieldChange change) {
        return BESIDE.containsKey(change.file().substring(change.file().lastIndexOf('/') + 1));
    }

    /** An answer that a change made another, by its name. */
    private record Changed(String answer, String said) {
        /** What a command says that refuses the files. */
        @Nullable
        String refusal() {
            return said.startsWith(ExitCode.BAD_INPUT + "\n") ? said : null;
        }
    }

    /** The first answer that differs in more than the value. */
    private @Nullable Changed changed(FieldChange change, Map<String, Answer> answers, Read after) {
        for (var name : List.copyOf(lastFirst)) {
            var answer = answers.get(name);
            var said = answer == null ? was(name) : answer.from(after);
            if (differs(change, was(name), said)) {
                lastFirst.remove(name);
                lastFirst.addFirst(name);
                return new Changed(name, said);
            }
        }
        return null;
    }

    private static boolean differs(FieldChange change, String was, String is) {
        return !was.equals(is) && !change.withoutEcho(was).equals(change.withoutEcho(is));
    }

    /** Where a command refuses the files as they are, a change of them proves nothing. */
    private static String answered(String name, String said) {
        if (said.startsWith(ExitCode.BAD_INPUT + "\n")) {
            throw new AssertionError(name + ": " + said);
        }
        return said;
    }

    private Map<String, Answer> answers(FieldChange change) {
        var answers = change.file().startsWith("scenarios/")
                ? FieldAnswers.ofScenarios()
                : BESIDE.getOrDefault(
                                change.file().substring(change.file().lastIndexOf('/') + 1), FieldAnswers::ofPortfolio)
                        .get();
        answers.keySet().stream().filter(name -> !lastFirst.contains(name)).forEach(lastFirst::add);
        return answers;
    }

    private static Answer page(String name) {
        var pages = FieldAnswers.pages();
        var page = pages.get(name);
        if (page == null) {
            throw new AssertionError(name + " is none of " + pages.keySet());
        }
        return page;
    }

    private String was(String name) {
        return String.valueOf(was.get(name));
    }

    private void copy() throws IOException {
        try (var files = Files.walk(FILES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = directory.resolve(FILES.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        var jobs = new StringBuilder("job_id,submission_time,duration,num_gpu\n");
        for (int job = 0; job < 250; job++) {
            jobs.append("j").append(job).append(',').append(job * 30_000).append(",86400,60\n");
        }
        Files.writeString(directory.resolve("trace.csv"), jobs);
    }
}
