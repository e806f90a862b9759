package io.proviso.cli.output;

/** Words of a command that people paste. */
public final class ShellWord {
    private ShellWord() {}

    /** As a shell takes it back in one piece. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9/._=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
