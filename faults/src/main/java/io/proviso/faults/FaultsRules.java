package io.proviso.faults;

import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision;
import io.proviso.desk.State;

/** How a desk decides: {@code Desk::decide}, or a copy with a fault planted to prove the simulation. */
public interface FaultsRules {
    Decision decide(State state, Command command, Context context);
}
