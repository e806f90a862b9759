package io.proviso.reader;

import io.proviso.reader.yaml.Shape;

/** Every mapping that a file of cases may hold. */
final class CasesGrammar {
    static final Shape CASES = Shape.of("cases", "cases").or("portfolio");
    static final Shape CASE = Shape.of("question", "case", "as-of", "expect").or("ask", "known-at", "facts");
    static final Shape EXPECTATION = Shape.of("expectation")
            .or("outcome", "deciding", "set-aside", "pins", "silent", "names", "deadline", "obligations");
    static final Shape OBLIGATION = Shape.of("obligation", "id").or("day", "state", "party", "owner");
    static final Shape DEADLINE = Shape.of("deadline", "clause", "received", "last");

    private CasesGrammar() {}
}
