package io.proviso.cli;

import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.OutputFile;
import io.proviso.counsel.watch.Watch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answers of the last look, each on a line of its own behind the name of its question. */
record WatchState(Map<String, String> answers) {
    static final WatchState NONE = new WatchState(Map.of());

    private static final String FIRST = "# Answers that proviso watch compares with; written anew at each look.";
    private static final String BETWEEN = " = ";

    /** Nothing is known before the first look; a file of somebody else's is refused, for it would be written over. */
    static WatchState read(Path file) {
        OutputFile.tried("--state", file);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            var answers = new LinkedHashMap<String, String>();
            if (lines.isEmpty() || !lines.getFirst().equals(FIRST)) {
                throw foreign(file);
            }
            for (var line : lines.subList(1, lines.size())) {
                int between = line.indexOf(BETWEEN);
                if (between > 0) {
                    answers.put(line.substring(0, between), line.substring(between + BETWEEN.length()));
                } else if (!line.startsWith("#")) {
                    throw foreign(file);
                }
            }
            return new WatchState(answers);
        } catch (IOException unreadable) {
            throw foreign(file);
        }
    }

    private static BadInputException foreign(Path file) {
        return new BadInputException("--state: '" + file + "' was not written by proviso watch, and is not written over"
                + "\nName a new file.");
    }

    void keep(Path file, Watch watch) {
        var text = new StringBuilder(
                FIRST + "\n# Last look: as of " + watch.asOf() + ", as known at " + watch.knownAt() + "\n");
        watch.answers()
                .forEach((name, answer) ->
                        text.append(name).append(BETWEEN).append(answer).append('\n'));
        new OutputFile("--state", file).write(text.toString());
    }
}
