package io.proviso.agreement.norms;

/** A term of a clause as far as an audience is told of it. */
public sealed interface Told<T> {
    /** As it was agreed and published. */
    record Open<T>(T value) implements Told<T> {}

    /** Nobody published it. */
    record Undisclosed<T>() implements Told<T> {}

    /** This audience may not read the clause. */
    record Withheld<T>() implements Told<T> {}
}
