package io.proviso.cli;

/** Counted nouns for messages. */
final class Count {
    private Count() {}

    static String problems(int count) {
        return count == 1 ? "1 problem" : count + " problems";
    }

    static String cases(int count) {
        return count == 1 ? "1 case" : count + " cases";
    }

    static String findings(int count) {
        return count == 1 ? "1 finding" : count + " findings";
    }
}
