package io.proviso.cli;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.EnumWords;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.Output;
import io.proviso.cli.output.WholeNumber;
import io.proviso.cli.replay.FaultsCommand;
import io.proviso.cli.replay.ReplayCommand;
import io.proviso.cli.rounds.RoundCommand;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The root of the command line; each subcommand is one class that gets its {@link Console} when it is made. */
@Command(
        name = "proviso",
        description = "The capacity desk for AI compute that is rented from several providers under contract.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "In a clone it also takes 'test', which builds everything and runs all tests, 'perf', which measures"
                    + " beside peers, and 'dist', which packs what runs without a JDK.",
            "",
            "  ${ROOT-COMMAND-NAME} ask act=acquire provider=oracle capacity=new --as-of 2025-02-01"
        })
final class ProvisoCommand {
    private ProvisoCommand() {}

    static CommandLine commandLine(Console console) {
        return commandLine(console, InstantSource.system());
    }

    static CommandLine commandLine(Console console, InstantSource finer) {
        // What is asked as of now is asked again by copying what the answer says.
        var clock = InstantSource.tick(finer, Duration.ofSeconds(1));
        var root = new CommandLine(new ProvisoCommand())
                .addSubcommand(new AskCommand(console, clock))
                .addSubcommand(new CheckCommand(console, clock))
                .addSubcommand(new DeadlineCommand(console, clock))
                .addSubcommand(new DiffCommand(console, clock))
                .addSubcommand(new ExplainCommand(console, clock))
                .addSubcommand(new FaultsCommand(console))
                .addSubcommand(new InitCommand(console))
                .addSubcommand(new McpCommand(console, clock))
                .addSubcommand(new MemoCommand(console, clock))
                .addSubcommand(new ObligationsCommand(console, clock))
                .addSubcommand(new OutlookCommand(console, clock))
                .addSubcommand(new RenderCommand(console, clock))
                .addSubcommand(new ReplayCommand(console, clock))
                .addSubcommand(RoundCommand.commandLine(console, clock))
                .addSubcommand(new DemoCommand(console, clock))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new WatchCommand(console, clock))
                .addSubcommand(new HelpCommand());
        root.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.meanings());
        root.getSubcommands().values().forEach(command -> FormatOption.confine(command.getCommandSpec()));
        return configured(root, console, clock)
                .setCommandName(console.called())
                .registerConverter(Disclosure.class, new EnumWords<>(Disclosure.class))
                .registerConverter(InitCommand.Kind.class, new EnumWords<>(InitCommand.Kind.class))
                .registerConverter(Long.class, new WholeNumber(Long.MAX_VALUE).asLong())
                .registerConverter(long.class, new WholeNumber(Long.MAX_VALUE).asLong())
                .registerConverter(Integer.class, new WholeNumber(Integer.MAX_VALUE).asInt())
                .registerConverter(int.class, new WholeNumber(Integer.MAX_VALUE).asInt());
    }

    /** Gives a command line the streams, the exit codes and the wording of errors that all our commands share. */
    static CommandLine configured(CommandLine commandLine, Console console, InstantSource clock) {
        return commandLine
                .setOut(console.out().writer())
                .setErr(console.err().writer())
                .setParameterExceptionHandler((exception, args) -> {
                    console.err().println(new Misuse(exception, List.of(args), console).text(clock));
                    return ExitCode.BAD_INPUT;
                })
                .setExecutionExceptionHandler((exception, _, _) -> explainFailure(exception, console.err()));
    }

    private static int explainFailure(Exception exception, Output err) {
        if (exception instanceof BadInputException badInput) {
            err.println(badInput.diagnostics());
            return ExitCode.BAD_INPUT;
        }
        if (exception instanceof BadQuestion tooMuch) {
            err.println("proviso: one of the questions that this takes cannot be answered");
            tooMuch.problems().forEach(problem -> {
                err.println("act=" + problem.path() + ": " + problem.message());
                if (problem.advice() != null) {
                    err.println("  " + problem.advice());
                }
            });
            return ExitCode.BAD_INPUT;
        }
        err.println("proviso: this should not have happened; please report it with the lines below");
        exception.printStackTrace(err.writer());
        return ExitCode.UNEXPECTED;
    }
}
