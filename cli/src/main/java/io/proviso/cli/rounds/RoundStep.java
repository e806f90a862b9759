package io.proviso.cli.rounds;

import io.proviso.cli.files.RecordEntry;
import io.proviso.cli.output.Console;
import io.proviso.cli.output.ExitCode;
import io.proviso.cli.output.Times;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Adds to the record what happened in a round that was begun. */
@Command(mixinStandardHelpOptions = true)
final class RoundStep implements Callable<Integer> {
    @Mixin
    private final RoundEntry entry = new RoundEntry();

    private final RoundSteps.Told told;
    private final Console console;
    private final InstantSource clock;

    private RoundStep(RoundSteps.Told told, Console console, InstantSource clock) {
        this.told = told;
        this.console = console;
        this.clock = clock;
    }

    /** Of one kind of step, with its name, its words and its options. */
    static CommandLine commandLine(RoundSteps.Told told, Console console, InstantSource clock) {
        var line = new CommandLine(new RoundStep(told, console, clock));
        var words = CommandSpec.forAnnotatedObject(told);
        line.getCommandSpec().name(words.name()).addMixin(words.name(), words);
        return line;
    }

    @Override
    public Integer call() {
        var portfolio = entry.read();
        var id = told.round();
        var round = RoundCommand.round(portfolio, id);
        var at = entry.at(portfolio, clock);
        var line = new RecordEntry().say("continues", id, "ROUND");
        told.say(line, round, new RoundSteps.Moments(portfolio, new Times(portfolio.zone(), clock)));
        line.say("at", RoundEntry.written(at, portfolio), "--at");
        entry.source(entry.recorded(line, portfolio, clock));
        var draft = entry.drafted(line);
        new AnswerWarnings(draft.portfolio(), portfolio)
                .of(id, at)
                .forEach(warning -> console.err().print(warning + "\n"));
        entry.write(draft);
        entry.tell(console, draft, line, id, at, clock);
        new SignatureWarnings(draft.portfolio(), portfolio)
                .of(id)
                .forEach(warning -> console.err().print(warning + "\n"));
        return ExitCode.ANSWERED;
    }
}
