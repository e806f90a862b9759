package io.proviso.cli.output;

/** Counted nouns for messages. */
public final class Count {
    private Count() {}

    public static String problems(int count) {
        return count == 1 ? "1 problem" : count + " problems";
    }

    public static String cases(int count) {
        return count == 1 ? "1 case" : count + " cases";
    }

    public static String findings(int count) {
        return count == 1 ? "1 finding" : count + " findings";
    }
}
