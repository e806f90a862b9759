package io.proviso.cli.replay;

import io.proviso.faults.FaultsBatch;
import io.proviso.faults.FaultsReport;
import io.proviso.faults.FaultsReport.Reached;
import io.proviso.faults.FaultsSimulation;
import io.proviso.faults.FaultsTally;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A fault simulation on several threads: batches are played ahead, and added up in the order of their seeds. */
final class FaultsPlayed {
    private FaultsPlayed() {}

    /**
     * Plays until all is played or a rule is broken.
     *
     * @param reached is told of each point of the curve
     * @param played is told of each batch
     */
    static FaultsReport play(long rounds, long seed, int threads, Consumer<Reached> reached, Consumer<Reached> played) {
        var simulation = new FaultsSimulation();
        var tally = new FaultsTally();
        var ahead = new ArrayDeque<Future<FaultsBatch>>();
        var executor = Executors.newFixedThreadPool(threads);
        try {
            long batches = FaultsSimulation.batches(rounds);
            for (long begun = 0; !tally.isBroken() && (begun < batches || !ahead.isEmpty()); ) {
                if (begun < batches && ahead.size() < 2 * threads) {
                    long batch = begun++;
                    ahead.add(executor.submit((Callable<FaultsBatch>) () -> simulation.play(rounds, seed, batch)));
                } else {
                    if (tally.add(ahead.remove().get())) {
                        reached.accept(tally.reached());
                    }
                    played.accept(tally.reached());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            executor.shutdownNow();
        }
        if (tally.finish()) {
            reached.accept(tally.reached());
        }
        return tally.report();
    }
}
