package io.proviso.reader.yaml;

import org.jspecify.annotations.Nullable;

/** Makes a value of what is written; null means that it could not, and that it has added the problem. */
@FunctionalInterface
public interface Decoder<T> {
    @Nullable
    T decode(Node node);
}
