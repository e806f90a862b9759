package io.proviso.cli;

import io.proviso.agreement.Nearest;
import io.proviso.cli.output.Console;
import io.proviso.cli.questions.WordsMet;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be read: what is wrong with it, and what was probably meant. */
record Misuse(ParameterException exception, List<String> args, Console console) {
    String text(InstantSource clock) {
        boolean atRoot = command().getParent() == null;
        var met = atRoot && !isCommand() ? WordsMet.instead(args, clock, console.called()) : null;
        return met == null ? "proviso: " + what() + "\n" + advice() : met;
    }

    /** An option that is missing may only be misspelt. */
    private String what() {
        var unknown = exception instanceof MissingParameterException ? unknownOption() : null;
        return unknown == null ? String.valueOf(exception.getMessage()) : "Unknown option: '" + unknown + "'";
    }

    private @Nullable String unknownOption() {
        var known = options();
        return args.stream()
                .filter(arg -> arg.matches("--[^=]+(=.*)?"))
                .map(arg -> arg.replaceFirst("=.*", ""))
                .filter(name -> !known.contains(name))
                .findFirst()
                .orElse(null);
    }

    private CommandLine command() {
        return exception.getCommandLine();
    }

    /** A command misspelt before a question, rather than the first word of a sentence. */
    private boolean isCommand() {
        return args.size() > 1
                && args.getFirst().matches("[A-Za-z-]+")
                && args.stream().skip(1).allMatch(arg -> arg.contains("="));
    }

    private String advice() {
        var name = command().getCommandSpec().qualifiedName();
        var help = "Run '" + name + " --help' for what it takes.";
        var word = exception instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().getFirst()
                : exception instanceof MissingParameterException ? unknownOption() : null;
        if (word == null) {
            return help;
        }
        var meant = word.startsWith("-")
                ? Nearest.to(word, options())
                : Nearest.to(word, command().getSubcommands().keySet());
        if (meant == null) {
            return help;
        }
        return "Did you mean '" + (meant.startsWith("-") ? meant : name + " " + meant) + "'?";
    }

    private List<String> options() {
        var names = new ArrayList<String>();
        command().getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }
}
