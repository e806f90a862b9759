package io.proviso.cli;

import io.proviso.agreement.ruling.Rulings;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Format;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.JUnitXml;
import io.proviso.cli.output.OutputFile;
import io.proviso.cli.questions.VerificationReport;
import io.proviso.counsel.verify.Verification;
import io.proviso.reader.Cases;
import io.proviso.reader.CasesReader;
import io.proviso.reader.yaml.BadFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts questions with known answers to a portfolio. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Puts given/when/then cases to a portfolio and exits with 1 if one of them comes out otherwise.",
        footer = {
            "",
            "The file examples/microsoft-openai/cases.yaml shows the form.",
            "",
            "  ${ROOT-COMMAND-NAME} verify examples/microsoft-openai/cases.yaml --junit report.xml"
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The cases.")
    private Path source = Path.of("cases.yaml");

    @Option(
            names = "--portfolio",
            paramLabel = "DIR",
            description = "Default: what the file names under portfolio:, or else the directory it lies in.")
    private @Nullable Path directory;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also writes the result there as JUnit XML.")
    private @Nullable Path junit;

    @Mixin
    private final FormatOption form = new FormatOption(Format.TEXT, Format.JSON);

    private final Console console;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var problems = new InputProblems();
        var read = problems.read(this::read);
        var xml = junit;
        var file = xml == null ? null : problems.read(() -> OutputFile.tried("--junit", xml));
        problems.raiseIfAny();
        var cases = read.get();
        var rulings = Rulings.of(cases.portfolio());
        var verifications = cases.cases().stream()
                .map(each -> Verification.of(rulings, each))
                .toList();
        if (file != null) {
            file.get().write(JUnitXml.of(source.toString(), verifications));
        }
        console.out()
                .print(form.of(Map.of(
                        Format.TEXT, () -> VerificationReport.text(verifications),
                        Format.JSON, () -> VerificationReport.json(verifications))));
        return verifications.stream().allMatch(Verification::holds) ? ExitCode.ANSWERED : ExitCode.CASES_FAILED;
    }

    private Cases read() {
        try {
            return CasesReader.read(source, directory);
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }
}
