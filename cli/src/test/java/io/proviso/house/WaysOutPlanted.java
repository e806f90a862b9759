package io.proviso.house;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Classes that write past the one way out, for the test that shows that the rule can fail. */
final class WaysOutPlanted {
    private WaysOutPlanted() {}

    static final class Prints {
        void say() {
            System.out.println("planted");
        }
    }

    static final class Formats {
        void say(PrintStream stream) {
            stream.printf(Locale.ROOT, "planted");
        }
    }

    static final class Traces {
        void say(Exception exception) {
            exception.printStackTrace();
        }
    }

    static final class Wraps {
        PrintWriter wrap(OutputStream stream) {
            return new PrintWriter(stream, false, StandardCharsets.UTF_8);
        }
    }

    static final class Opens {
        OutputStream open(Path file) throws IOException {
            return Files.newOutputStream(file);
        }
    }

    static final class Writes {
        void write(Path file) throws IOException {
            Files.writeString(file, "planted");
        }
    }
}
