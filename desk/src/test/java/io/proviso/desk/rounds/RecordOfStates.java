package io.proviso.desk.rounds;

import io.proviso.desk.CapacityRequest;
import java.util.List;

/**
 * Asks of the states that an exploration reaches what a ruling over their rounds says: of the first all, and of every so manieth
 * after them, because such a ruling costs a hundred times what a step does.
 */
final class RecordOfStates {
    static final String DIFFERS = "the desk does what a ruling over the rounds on record does not say";

    private static final int ALL_OF = 1_000;
    private static final int THEN_EVERY = 128;

    private final PreemptionSetting setting;
    private int reached;

    RecordOfStates(PreemptionSetting setting) {
        this.setting = setting;
    }

    List<String> broken(PreemptionWorld world) {
        var request = world.request();
        if (request == null || request.phase() == CapacityRequest.Phase.CLOSED) {
            return List.of();
        }
        reached++;
        if (reached > ALL_OF && reached % THEN_EVERY != 0) {
            return List.of();
        }
        var difference = DeskAndRecord.difference(request, setting.context(world.now()));
        return difference == null ? List.of() : List.of(DIFFERS, difference);
    }
}
