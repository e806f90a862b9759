package io.proviso.cli;

/** Words of a command that people paste. */
final class ShellWord {
    private ShellWord() {}

    /** As a shell takes it back in one piece. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9/._=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
