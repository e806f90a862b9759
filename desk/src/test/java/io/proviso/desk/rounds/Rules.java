package io.proviso.desk.rounds;

import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.State;

/** The rules by which a desk decides: the real ones, or a copy with a fault planted. */
public interface Rules {
    Decision decide(State state, Command command, Context context);
}
