package io.proviso.cli.output;

import io.proviso.agreement.Nearest;
import io.proviso.units.EnumWord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The form in which a command answers, of those that it has. */
public final class FormatOption {
    private static final String NAME = "--output";

    private final List<Format> has;

    @Option(
            names = {"-o", NAME},
            paramLabel = "FORMAT")
    private Format chosen;

    /** The first is the one that nobody has to ask for. */
    public FormatOption(Format usual, Format... others) {
        has = Stream.concat(Stream.of(usual), Stream.of(others)).toList();
        chosen = usual;
    }

    /** Tells the help of a command which forms it has, and lets it read no other. */
    public static void confine(CommandSpec command) {
        for (var mixin : command.mixins().values()) {
            if (mixin.userObject() instanceof FormatOption forms) {
                var option = command.findOption(NAME);
                command.remove(option);
                command.addOption(OptionSpec.builder(option)
                        .description(
                                forms.said() + ". Default: " + forms.words().getFirst() + ".")
                        .converters(forms::read)
                        .build());
            }
        }
    }

    private Format read(String text) {
        return has.stream()
                .filter(form -> EnumWord.of(form).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("unknown word '" + text + "'\n" + Nearest.advice(text, words())));
    }

    private List<String> words() {
        return has.stream().map(EnumWord::of).toList();
    }

    /** The forms as a sentence lists them. */
    private String said() {
        var words = words();
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    /** In one form there is no such answer. */
    public BadInputException refused(String because) {
        return new BadInputException("--output: " + because + "\n" + Nearest.advice(EnumWord.of(chosen), others()));
    }

    private List<String> others() {
        return has.stream().filter(form -> form != chosen).map(EnumWord::of).toList();
    }

    public boolean is(Format form) {
        return chosen == form;
    }

    /** Whether the form has no place for a sentence beside its rows. */
    public boolean isRows() {
        return switch (chosen) {
            case CSV, ICS, ATOM -> true;
            case TEXT, JSON, MD, HTML -> false;
        };
    }

    /** The answer in the form chosen; no other is written. */
    public String of(Map<Format, Supplier<String>> written) {
        return Objects.requireNonNull(written.get(chosen), () -> "no answer in the form " + chosen)
                .get();
    }
}
