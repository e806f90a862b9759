package io.proviso.reader;

import org.jspecify.annotations.Nullable;

/** Makes a value of what is written; null means that it could not, and that it has added the problem. */
@FunctionalInterface
interface Decoder<T> {
    @Nullable
    T decode(Node node);
}
