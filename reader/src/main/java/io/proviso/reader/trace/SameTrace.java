package io.proviso.reader.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds a trace that is given twice, under one name or as a copy: each of its jobs would count twice. */
final class SameTrace {
    private SameTrace() {}

    /** A line for each file that is another one of the list once more, with both their places in it. */
    static List<String> among(List<Path> files) {
        var repeated = new ArrayList<String>();
        for (int again = 1; again < files.size(); again++) {
            for (int first = 0; first < again; first++) {
                var how = how(files.get(first), files.get(again));
                if (!how.isEmpty()) {
                    repeated.add(files.get(again) + ": trace " + (again + 1) + " " + how + " trace " + (first + 1)
                            + " (" + files.get(first) + "), each of its jobs would count twice\nGive it once.");
                    break;
                }
            }
        }
        return repeated;
    }

    /** Why the two are one; empty if they are not, or if they cannot be read, which is told where they are. */
    private static String how(Path first, Path again) {
        try {
            if (!Files.isRegularFile(first) || !Files.isRegularFile(again)) {
                return "";
            }
            if (Files.isSameFile(first, again)) {
                return "is the same file as";
            }
            return Files.size(first) == Files.size(again) && Files.mismatch(first, again) < 0
                    ? "holds the same bytes as"
                    : "";
        } catch (IOException _) {
            return "";
        }
    }
}
