package io.proviso.desk;

/** The rules by which a desk decides: the real ones, or a copy with a fault planted. */
interface Rules {
    Decision decide(State state, Command command, Context context);
}
