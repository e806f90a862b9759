package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that a person has read and found good; {@code -Dgolden.update=true} writes them anew, for the diff to be read. */
public final class Golden {
    private static final Path TEXTS =
            Path.of(System.getProperty("proviso.root", ".")).resolve("cli/src/test/resources/io/proviso/cli");

    private Golden() {}

    public static void compare(String name, String text) throws IOException {
        var file = TEXTS.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(TEXTS);
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text, () -> name + " differs; read it, then -Dgolden.update=true");
    }

    /** Without what changes with every edit of the portfolio: the id of the ruling and the digest it is made from. */
    static String withoutIdentity(String ruling) {
        return ruling.replaceAll("rul-[0-9a-f]{16}", "rul-…").replaceAll("\\b[0-9a-f]{64}\\b", "sha-256…");
    }
}
