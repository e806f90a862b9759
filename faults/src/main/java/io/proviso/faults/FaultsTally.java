package io.proviso.faults;

import io.proviso.faults.FaultsReport.Failure;
import io.proviso.faults.FaultsReport.Reached;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds batches up in the order of their seeds, whoever played them: the report depends on nothing else. */
public final class FaultsTally {
    private final Set<Long> states = new HashSet<>();
    private final List<Reached> curve = new ArrayList<>();
    private long rounds;
    private long commands;
    private long mark = FaultsSimulation.ROUNDS_A_BATCH;
    private @Nullable Failure failure;

    /** Nothing is played yet. */
    public FaultsTally() {}

    /** Whether the curve got a new point by it. */
    public boolean add(FaultsBatch batch) {
        if (failure != null) {
            throw new IllegalStateException("tally: a rule was broken, what comes later does not count");
        }
        rounds += batch.rounds();
        commands += batch.commands();
        states.addAll(batch.states());
        failure = batch.failure();
        if (rounds < mark && failure == null) {
            return false;
        }
        curve.add(reached());
        mark *= 2;
        return true;
    }

    /** Where it stands by now. */
    public Reached reached() {
        return new Reached(rounds, states.size());
    }

    public boolean isBroken() {
        return failure != null;
    }

    /** Ends the curve where the run ends, and whether that gave it a new point. */
    public boolean finish() {
        if (!curve.isEmpty() && curve.getLast().rounds() == rounds) {
            return false;
        }
        curve.add(reached());
        return true;
    }

    public FaultsReport report() {
        return new FaultsReport(rounds, commands, curve, failure);
    }
}
