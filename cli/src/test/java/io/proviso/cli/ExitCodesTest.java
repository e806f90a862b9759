package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command exits as the table of {@code --help} says. */
class ExitCodesTest {
    private static final String ROOT = System.getProperty("proviso.root", ".");
    private static final String DEADLINE = "deadline --calendar us-federal --zone UTC --window 3-days --received ";

    @TempDir
    private static Path directory;

    record Run(int code, String line) {}

    /** {@code @} stands for a directory of the test, {@code ~} for the clone. */
    static Stream<Run> runs() {
        return Stream.of(
                new Run(0, "--help"),
                new Run(0, "--version"),
                new Run(0, "help ask"),
                new Run(2, "help nonsense"),
                new Run(2, ""),
                new Run(0, "ask act=acquire provider=oracle capacity=new --as-of 2025-02-01"),
                new Run(3, "ask act=acquire provider=oracle capacity=new --as-of 2025-02-01 --exit-code"),
                new Run(3, "ask act=host product=api provider=oracle --as-of 2025-06-01 --exit-code"),
                new Run(3, "ask act=acquire provider=oracle --as-of 2024-01-01..2026-01-01 --exit-code"),
                new Run(0, "ask act=acquire provider=azure capacity=new actor=openai --as-of 2025-12-01 --exit-code"),
                new Run(2, "ask act=acquire provider=moon"),
                new Run(2, "ask act=acquire provider=moon --exit-code"),
                new Run(2, "ask act=acquire --portfolio @/nowhere"),
                new Run(0, "check"),
                new Run(3, "check --exit-code"),
                new Run(2, "check @/nowhere --exit-code"),
                new Run(0, DEADLINE + "2025-01-21"),
                new Run(2, DEADLINE + "soon"),
                new Run(0, DEADLINE.replace("--received", "--wanted") + "2025-01-21"),
                new Run(2, DEADLINE + "2025-01-21 --wanted 2025-01-22"),
                new Run(0, "diff --as-of 2025-01-20 --as-of 2025-01-21"),
                new Run(4, "diff --as-of 2025-01-20 --as-of 2025-01-21 --exit-code"),
                new Run(0, "diff --as-of 2025-02-03 --as-of 2025-02-04 --exit-code"),
                new Run(2, "diff --as-of 2025-01-20 --exit-code"),
                new Run(0, "explain act=acquire provider=oracle --as-of 2025-02-01"),
                new Run(2, "explain act=acquire provider=moon"),
                new Run(0, "faults --rounds 5 --threads 1"),
                new Run(2, "faults --rounds 0"),
                new Run(0, "init @/new"),
                new Run(0, "init @/leases --from lease"),
                new Run(2, "init @/newer --from nothing"),
                new Run(2, "init ~"),
                new Run(0, "mcp --help"),
                new Run(2, "mcp --portfolio @/nowhere"),
                new Run(0, "memo --from 2025-01-20 --to 2025-01-22"),
                new Run(2, "memo --from 2025-01-22 --to 2025-01-20"),
                new Run(0, "obligations --from 2026-01-01 --to 2027-01-01"),
                new Run(2, "obligations --from 2027-01-01 --to 2026-01-01"),
                new Run(0, "outlook ~/examples/two-neoclouds --as-of 2026-03-02"),
                new Run(2, "outlook ~/examples/rounds"),
                new Run(0, "render -o md"),
                new Run(2, "render -o json"),
                new Run(0, "replay --trace @/jobs.csv --pool 4"),
                new Run(2, "replay --trace @/jobs.csv --pool 0"),
                new Run(2, "replay --trace @/nowhere.csv --pool 4"),
                new Run(2, "replay --trace @/jobs.csv --pool 1"),
                new Run(2, "demo --seed x"),
                new Run(0, "round show --portfolio ~/examples/rounds"),
                new Run(2, "round show --portfolio @/nowhere"),
                new Run(0, "verify ~/examples/consents/cases.yaml"),
                new Run(1, "verify @/wrong-cases.yaml --portfolio ~/examples/microsoft-openai"),
                new Run(2, "verify @/nowhere.yaml"),
                new Run(0, "watch ~/examples/two-neoclouds/questions.yaml --since 2026-03-02 --as-of 2026-03-03"),
                new Run(4, "watch ~/examples/two-neoclouds/questions.yaml --since 2026-03-02 --as-of 2026-03-20"),
                new Run(2, "watch ~/examples/two-neoclouds/questions.yaml"),
                new Run(2, "nonsense"),
                new Run(2, "may we train on oracle"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aCommandExitsAsTheTableSays(Run run) throws IOException {
        Files.writeString(directory.resolve("jobs.csv"), "job_id,submission_time,duration,num_gpu\n1,0,10,2\n");
        Files.writeString(directory.resolve("wrong-cases.yaml"), """
            cases:
            - case: "wrong"
              as-of: 2025-06-01
              ask: {act: host, product: api, provider: oracle}
              expect: {outcome: PERMITTED}
            """);
        var args =
                run.line().replace("@", directory.toString()).replace("~", ROOT).strip();
        var ran = args.isEmpty()
                ? Ran.proviso()
                : Ran.proviso(Stream.of(args.split(" ", -1))
                        .map(word -> word.replace("3-days", "3 days"))
                        .toList());
        assertEquals(run.code(), ran.exitCode(), ran.err());
        assertTrue(ExitCode.meanings().containsKey("" + run.code()));
        assertEquals(
                run.code() == ExitCode.BAD_INPUT,
                ran.out().isEmpty(),
                "stdout is empty after bad input, and only then");
    }

    @Test
    void everyCommandAndEveryCodeIsTried() {
        var commands = runs().map(run -> run.line().split(" ", 2)[0]).collect(Collectors.toSet());
        assertTrue(commands.containsAll(ProvisoCommand.commandLine(new RecordedConsole().console())
                .getSubcommands()
                .keySet()));
        Set<String> codes = new HashSet<>(ExitCode.meanings().keySet());
        codes.removeAll(runs().map(run -> "" + run.code()).toList());
        assertEquals(Set.of("" + ExitCode.READER_LEFT), codes, "which OutputTest tries");
        assertEquals(
                List.of("0", "1", "2", "3", "4", "141"),
                List.copyOf(ExitCode.meanings().keySet()));
    }
}
