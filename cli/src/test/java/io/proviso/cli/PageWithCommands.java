package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.cli.output.Folded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of the docs with commands and what they print; {@code -Dgolden.update=true} writes down what they print now. */
record PageWithCommands(Path file) {
    static final String PROMPT = "$ ./proviso ";

    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    PageWithCommands(String name) {
        this(Path.of(System.getProperty("proviso.root", ".")).resolve(name));
    }

    /** @param argument what a word of a command stands for */
    void assertPrintsWhatItSays(UnaryOperator<String> argument) throws IOException {
        var written = Files.readString(file);
        var printed = CONSOLE.matcher(written)
                .replaceAll(console ->
                        Matcher.quoteReplacement("```console\n" + printed(console.group(1), argument) + "```"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, printed);
        }
        assertEquals(printed, Files.readString(file), "read what changed, then -Dgolden.update=true");
    }

    private static String printed(String console, UnaryOperator<String> argument) {
        return console.lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line + "\n"
                        + output(words(line.substring(PROMPT.length())).stream()
                                .map(argument)
                                .toList()))
                .collect(Collectors.joining("\n"));
    }

    /** What a reader of the terminal sees: the answer, or what is wrong with the question. */
    private static String output(List<String> command) {
        var ran = Ran.atTerminal(Folded.COLUMNS, "./proviso", command);
        return Golden.withoutIdentity(ran.out() + ran.err());
    }

    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }
}
