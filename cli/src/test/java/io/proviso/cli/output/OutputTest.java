package io.proviso.cli.output;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.Example;
import io.proviso.cli.Main;
import io.proviso.units.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {
    /** Clears the screen, in 7 and in 8 bits; turns the direction of reading; is not seen. */
    private static final String POISON = "\u001B[2J\u009B2J\u202Eevil\u2066\u200Bx\uFEFF\uDB40\uDC41\u2028\u0007\b\r";

    private static final List<String> QUESTION =
            List.of("ask", "act=acquire", "provider=oracle", "capacity=new", "--as-of", "2025-02-01");

    /** A command line for each place where words of the caller come back to the screen. */
    static Stream<List<String>> poisoned() {
        return Stream.of(
                List.of(POISON),
                List.of("--" + POISON),
                List.of("ask", "act=acquire", POISON),
                List.of("ask", "act=" + POISON),
                List.of("ask", POISON + "=acquire"),
                List.of("ask", "act=acquire", "--fact", POISON),
                List.of("ask", "act=acquire", "--fact", "refusal=" + POISON),
                List.of("ask", "act=acquire", "--as-of", POISON),
                List.of("ask", "act=acquire", "--as-of", "2025-01-01.." + POISON),
                List.of("ask", "act=acquire", "--known-at", POISON),
                List.of("ask", "act=acquire", "--audience", POISON),
                List.of("ask", "act=acquire", "-o", POISON),
                List.of("ask", "act=acquire", "--portfolio", POISON),
                List.of("ask", "act=acquire", "--" + POISON),
                List.of("check", POISON),
                List.of("check", "--lead-time", POISON),
                List.of("check", "--portfolio", POISON, POISON),
                List.of(
                        "deadline",
                        "--calendar",
                        POISON,
                        "--zone",
                        "UTC",
                        "--received",
                        "2025-01-01",
                        "--window",
                        "3 days"),
                List.of(
                        "deadline",
                        "--calendar",
                        "us-federal",
                        "--zone",
                        POISON,
                        "--received",
                        POISON,
                        "--window",
                        POISON),
                List.of(
                        "deadline",
                        "--calendar",
                        "us-federal",
                        "--zone",
                        "UTC",
                        "--cutoff",
                        POISON,
                        "--received",
                        "2025-01-01",
                        "--window",
                        "3 days"),
                List.of("diff", POISON, POISON),
                List.of("diff", "--as-of", POISON, "--as-of", "2025-01-21"),
                List.of("explain", "act=" + POISON),
                List.of("faults", "--rounds", POISON),
                List.of("obligations", POISON, "--to", "2030-01-01"),
                List.of("obligations", "--from", POISON, "--to", POISON),
                List.of("render", "--agreement", POISON),
                List.of("render", POISON),
                List.of("replay", POISON, "--trace", POISON),
                List.of("replay", "--trace", POISON, "--pool", POISON),
                List.of("replay", "--trace", "x", "--pool", "1", "--discipline", POISON),
                List.of("demo", "--report", "pom.xml/" + POISON),
                List.of("verify", POISON),
                List.of("verify", "x", "--junit", POISON + "/x"));
    }

    @ParameterizedTest
    @MethodSource("poisoned")
    void whatTheCallerTypedComesBackWhereItCanBeSeen(List<String> args) {
        var ran = proviso(
                args.stream().map(arg -> arg.replace("\u2028", "\u2029")).toList());
        assertEquals(ExitCode.BAD_INPUT, ran.exitCode(), ran.err());
        assertEquals("", ran.out());
        assertSafe(ran.err());
        assertTrue(ran.err().contains("\\u{"), ran.err());
    }

    private static void assertSafe(String text) {
        assertEquals(Printable.escaped(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void wordsOfAClauseAreShownWithoutBeingObeyedOrRefusedSo(String form, @TempDir Path directory) throws IOException {
        Example.copiedTo(directory)
                .with(
                        "agreements/microsoft-openai.yaml",
                        "a right of first refusal",
                        "a right \\u202E of first refusal");
        var args = Stream.concat(QUESTION.stream(), Stream.of("--portfolio", directory.toString(), "-o", form));
        var ran = proviso(args.toList());
        assertSafe(ran.out());
        assertSafe(ran.err());
        var text = ran.out() + ran.err();
        assertTrue(text.contains("202E"), text);
    }

    @Test
    void aReaderWhoHasEnoughIsToldNothingAndTheExitCodeStaysThatOfTheAnswer() {
        for (var args : List.of(
                List.of("render"),
                List.of("render", "-o", "md"),
                List.of("check"),
                List.of("check", "--exit-code"),
                QUESTION,
                Stream.concat(QUESTION.stream(), Stream.of("-o", "json")).toList(),
                Stream.concat(QUESTION.stream(), Stream.of("--exit-code")).toList(),
                List.of("diff", "--as-of", "2025-01-20", "--as-of", "2025-01-21", "-o", "json", "--exit-code"),
                List.of("obligations", "--from", "2026-01-01", "--to", "2027-01-01", "-o", "ics"),
                List.of("--help"),
                List.of("ask", "--help"),
                List.of("help", "diff"),
                List.of("--version"))) {
            var broken = new Broken("Broken pipe");
            var err = new ByteArrayOutputStream();
            int exitCode = Main.run(
                    new Console(new Output(broken, false), new Output(err, true), false, Console.NAME),
                    args.toArray(String[]::new));
            assertEquals(proviso(args).exitCode(), exitCode, args.toString());
            assertEquals("", err.toString(StandardCharsets.UTF_8), args.toString());
            assertEquals(1, broken.attempts, "it is not tried again");
        }
    }

    @Test
    void aLongRunThatNobodyReadsIsGivenUp() {
        var err = new ByteArrayOutputStream();
        var console =
                new Console(new Output(new Broken("Broken pipe"), false), new Output(err, true), false, Console.NAME);
        assertEquals(ExitCode.READER_LEFT, Main.run(console, "faults", "--rounds", "1000000000", "--threads", "1"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFullDiskIsAFailureThatIsTold() {
        var err = new ByteArrayOutputStream();
        var console = new Console(
                new Output(new Broken("No space left on device"), false), new Output(err, true), false, Console.NAME);
        assertEquals(ExitCode.UNEXPECTED, Main.run(console, "render"));
        assertEquals(
                "proviso: the answer could not be written to stdout (No space left on device)\n",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whereNobodyListensToDiagnosticsTheExitCodeSaysIt() {
        var console = new Console(Output.unheard(), new Output(new Broken("Broken pipe"), true), false, Console.NAME);
        assertEquals(ExitCode.BAD_INPUT, Main.run(console, "ask", "act=acqire"));
    }

    @Test
    void allBytesAreUtf8WhateverTheTerminalClaims() {
        var bytes = new ByteArrayOutputStream();
        new Output(bytes, true).println("“§3.1” — Łódź 日本 😀");
        assertEquals("“§3.1” — Łódź 日本 😀\n", bytes.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"is a directory", "in a file", "in nothing"})
    void aFileThatCannotBeWrittenIsFoundBeforeTheWorkBegins(String place, @TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("file"), "kept");
        var path = switch (place) {
            case "is a directory" -> Files.createDirectory(directory.resolve("taken"));
            case "in a file" -> file.resolve("x.xml");
            default -> directory.resolve("nowhere/x.xml");
        };
        // A case file that is wrong as well: both are told at once, so nothing was put to the portfolio.
        var complaint = proviso("verify", directory.resolve("no-cases.yaml").toString(), "--junit", path.toString())
                .complaint();
        assertTrue(complaint.contains("--junit: '" + path + "' cannot be written ("), complaint);
        assertTrue(complaint.contains("no-cases.yaml"), complaint);
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void tryingLeavesNothingBehindAndWhatLiesThereAsItIs(@TempDir Path directory) throws IOException {
        OutputFile.tried("--junit", directory.resolve("new.xml"));
        assertFalse(Files.exists(directory.resolve("new.xml")));
        var old = Files.writeString(directory.resolve("old.xml"), "kept");
        var file = OutputFile.tried("--junit", old);
        assertEquals("kept", Files.readString(old));
        file.write("new \u202E");
        assertEquals("new \\u{202E}", Files.readString(old));
    }

    private static final class Broken extends OutputStream {
        private final String message;
        private int attempts;

        Broken(String message) {
            this.message = message;
        }

        @Override
        public void write(int b) throws IOException {
            attempts++;
            throw new IOException(message);
        }
    }
}
