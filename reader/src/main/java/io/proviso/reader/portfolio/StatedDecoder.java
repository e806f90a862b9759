package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.Stated;
import io.proviso.reader.yaml.Decoder;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decodes parameters that may be undisclosed, or on record only since a later day than their clause. */
record StatedDecoder(Problems problems, Instants instants) {
    /** Null if it is left out, where that says that there is no such thing. */
    <T> @Nullable Stated<T> ifSaid(Mapping body, String key, Decoder<T> decoder) {
        return body.has(key) ? stated(body, key, decoder) : null;
    }

    /** Undisclosed also if it is left out. */
    <T> Stated<T> stated(Mapping body, String key, Decoder<T> decoder) {
        Node node = body.node(key);
        return node == null ? Stated.undisclosed() : stated(node, body.pathOf(key), decoder);
    }

    /** The same of a value whose key is a word of the portfolio. */
    <T> Stated<T> stated(Node.Field field, String path, Decoder<T> decoder) {
        return stated(field.value(), path + "/" + field.key().value(), decoder);
    }

    /** Known all along or not at all: what became known later is said of the term that it is part of. */
    <T> @Nullable Stated<T> plain(Node node, Decoder<T> decoder) {
        if (isUndisclosed(node)) {
            return Stated.undisclosed();
        }
        T value = decoder.decode(node);
        return value == null ? null : Stated.of(value);
    }

    private static boolean isUndisclosed(Node node) {
        return node instanceof Node.Text(String word, Node.Sort _, Place _) && word.equals("undisclosed");
    }

    private <T> Stated<T> stated(Node node, String path, Decoder<T> decoder) {
        if (isUndisclosed(node)) {
            return Stated.undisclosed();
        }
        if (!(node instanceof Node.Fields fields && fields.has("value"))) {
            T value = decoder.decode(node);
            return value == null ? Stated.undisclosed() : Stated.of(value);
        }
        Mapping later = Mapping.of(node, Grammar.STATED, path, problems);
        T value = later == null ? null : later.get("value", decoder);
        Instant recorded = later == null ? null : later.get("recorded", instants::instant);
        return value == null ? Stated.undisclosed() : new Stated.Known<>(value, recorded);
    }
}
