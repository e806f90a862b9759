package io.proviso.cli;

import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.OutputFile;
import io.proviso.cli.output.ShellWord;
import io.proviso.units.EnumWord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a small portfolio to begin with; what is there already is never touched. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Writes a small portfolio with comments, and the schemas for your editor, into a new or empty"
                + " directory: one that answers at once, to be replaced piece by piece.",
        footer = {
            "",
            "  ${ROOT-COMMAND-NAME} init contracts && ${ROOT-COMMAND-NAME} check contracts",
            "  ${ROOT-COMMAND-NAME} init leases --from lease"
        })
final class InitCommand implements Callable<Integer> {
    /** Each has at most five files, among them {@code cases.yaml} with questions that it answers. */
    enum Kind {
        COMPUTE("agreements/northern.yaml", "calendars/offices.yaml", "act=acquire provider=south --as-of 2025-03-01"),
        LEASE(
                "agreements/harbour-house.yaml",
                "calendars/offices.yaml",
                "act=sublet floor=fifth to=stranger --as-of 2025-03-03"),
        LICENCE("agreements/studio.yaml", "calendars/offices.yaml", "act=use what=model --as-of 2025-03-03"),
        PIPELINE("agreements/north-line.yaml", "calendars/gas.yaml", "act=book line=south --as-of 2026-06-22");

        private final String agreement;
        private final String calendar;
        private final String question;

        Kind(String agreement, String calendar, String question) {
            this.agreement = agreement;
            this.calendar = calendar;
            this.question = question;
        }

        List<String> files() {
            return List.of("portfolio.yaml", "vocabulary.yaml", agreement, calendar, "cases.yaml");
        }
    }

    private static final String SCHEMAS = ".schemas";
    private static final String NAME = "portfolio: template";

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The portfolio is called as its last part, if that can be a name. Default: this directory.")
    private Path directory = Path.of(".");

    @Option(
            names = "--from",
            paramLabel = "KIND",
            description = "compute (capacity that is rented), lease, licence or pipeline. Default: compute.")
    private Kind kind = Kind.COMPUTE;

    private final Console console;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            requireEmpty();
            for (String name : kind.files()) {
                write(name, template(name).replace(NAME, "portfolio: " + name()));
            }
            for (Path schema : schemas()) {
                write(SCHEMAS + "/" + schema.getFileName(), Files.readString(schema));
            }
        } catch (IOException unwritable) {
            throw new BadInputException("'" + directory + "' cannot be written (" + unwritable.getMessage()
                    + ")\nName a directory in one that exists and is yours.");
        }
        tell();
        return ExitCode.ANSWERED;
    }

    private void requireEmpty() throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> entries = Files.list(directory)) {
                if (entries.findAny().isPresent()) {
                    throw new BadInputException("'" + directory + "' is not empty, and nothing there is written over\n"
                            + "Name a directory that is new or empty.");
                }
            }
        }
    }

    /** As the directory is called; quotes keep a name of digits from being a number. */
    private String name() {
        String last = String.valueOf(directory.toAbsolutePath().normalize().getFileName());
        return last.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") ? "\"" + last + "\"" : "template";
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        new OutputFile("init", file).write(text);
    }

    private String template(String name) throws IOException {
        try (InputStream in = InitCommand.class.getResourceAsStream("template/" + EnumWord.of(kind) + "/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(Portfolios.home().resolve("schemas"))) {
            return files.filter(file -> file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }

    private void tell() {
        String where = ShellWord.quoted(directory.toString());
        console.out().println("A portfolio to begin with lies in " + directory + ":");
        kind.files().forEach(name -> console.out().println("  " + name));
        console.out().println("  " + SCHEMAS + "/  (for your editor; the first line of each file names its schema)");
        console.out().println();
        var cases = ShellWord.quoted(directory.resolve("cases.yaml").toString());
        List.of("check " + where, "ask " + kind.question + " --portfolio " + where, "verify " + cases)
                .forEach(command -> console.out().println(console.called() + " " + command));
    }
}
