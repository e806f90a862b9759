package io.proviso.testkit;

import java.util.List;

/**
 * A system whose every behaviour is to be explored; all methods are functions of their arguments.
 *
 * @param <S> a state, compared by {@code equals}: the system, and as much of the world around it as matters
 * @param <C> something that may happen next
 * @param <E> what the system recorded because of it
 */
public interface Model<S, C, E> {
    S initial();

    /** Everything that may happen next, always in the same order. */
    List<C> commands(S state);

    Step<S, E> step(S state, C command);

    /** The one state that stands for all that differ from this only in ways no rule can see, such as the names of things. */
    default S canonical(S state) {
        return state;
    }

    /** The rules that a step broke, in words; empty if it broke none. */
    List<String> broken(S before, C command, Step<S, E> step);

    /** Whether nothing more has to happen. */
    boolean isSettled(S state);

    /** Whether the system may count on this ever happening, on its way to a settled state. */
    default boolean isOwed(C command) {
        return true;
    }

    /** What came of a command. */
    record Step<S, E>(S after, List<E> events) {
        public Step {
            events = List.copyOf(events);
        }
    }
}
