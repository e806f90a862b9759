package io.proviso.reader;

import io.proviso.reader.yaml.Shape;

/** Every mapping that a file of needs, or of watched questions, may hold. */
final class NeedsGrammar {
    static final Shape NEEDS = Shape.of("needs", "needs").or("suppliers");
    static final Shape NEED = Shape.of("wanted", "need", "quantity", "by").or("product", "ask", "until", "price");
    static final Shape SUPPLIER = Shape.of("supplier").or("lead", "price", "up-to");

    static final Shape QUESTIONS = Shape.of("questions", "questions").or("portfolio");
    static final Shape WATCHED = Shape.of("watched", "question", "ask").or("facts", "request");

    private NeedsGrammar() {}
}
