package io.proviso.cli.rounds;

import io.proviso.agreement.Nearest;
import io.proviso.agreement.Round;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.Console;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs one round of a right on files: each command adds an entry to {@code record.yaml} and tells where the round stands then. */
@Command(
        name = "round",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a round with the holder of a right on files: what was put to it, and what came of it.",
            "Each command adds to record.yaml of the portfolio, at its end, and says where the round stands; --dry-run"
                    + " writes nothing."
        },
        footer = {
            "",
            "  ${ROOT-COMMAND-NAME} round offer --portfolio contracts --right lease/first --put seats=100 \\",
            "    --at 2026-03-02T10:00-05:00 --notice notices",
            "  ${ROOT-COMMAND-NAME} round receive lease-1 --portfolio contracts --at 2026-03-02T11:00-05:00",
            "  ${ROOT-COMMAND-NAME} round answer lease-1 decline --portfolio contracts --at 2026-03-09T15:00-04:00"
        })
public final class RoundCommand {
    private RoundCommand() {}

    /** The command with all that may happen in a round. */
    public static CommandLine commandLine(Console console, InstantSource clock) {
        var round = new CommandLine(new RoundCommand()).addSubcommand(new RoundOffer(console, clock));
        RoundSteps.all().forEach(told -> round.addSubcommand(RoundStep.commandLine(told, console, clock)));
        return round.addSubcommand(new RoundShow(console, clock));
    }

    static Round round(Portfolio portfolio, String id) {
        return portfolio.rounds().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException("there is no round '" + id + "' on record\n"
                        + Nearest.advice(
                                id, portfolio.rounds().stream().map(Round::id).toList())));
    }
}
